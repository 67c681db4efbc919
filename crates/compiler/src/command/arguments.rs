//! The arguments, as one of the commands.

use clap::{Parser, Subcommand};
use std::path::PathBuf;

/// entente: news reports on diplomacy, checked, analysed and compiled.
#[derive(Debug, PartialEq, Eq, Parser)]
#[command(name = "entente", version, max_term_width = 100, after_help = CORPUS)]
#[command(arg_required_else_help = false, subcommand_required = true)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What is to be done.
#[derive(Debug, PartialEq, Eq, Subcommand)]
pub(crate) enum Command {
    /// Say what is wrong with a corpus, and how to mend it.
    ///
    /// Each issue is one line: `file:line:column: error: what is wrong; how to mend it`. A
    /// corpus with errors cannot be compiled; warnings are only advice.
    #[command(after_help = "Examples:\n  entente check corpus\n  entente check . && echo ready")]
    Check {
        /// The folder of the corpus
        #[arg(value_name = "DIR")]
        corpus: PathBuf,
    },
    /// Make the archive that the page reads.
    ///
    /// The file is written whole or not at all: if anything goes wrong, what was there before
    /// stays. No file of the corpus is replaced. The same corpus always gives the same bytes.
    #[command(after_help = "Examples:\n  entente compile corpus -o corpus.entente")]
    Compile {
        /// The folder of the corpus
        #[arg(value_name = "DIR")]
        corpus: PathBuf,
        /// The archive to write; `-` is standard output
        #[arg(short, long, value_name = "FILE")]
        output: PathBuf,
    },
    /// Print what reports say, one JSON object a document, one a line.
    ///
    /// Offsets are bytes of the text as received; of a file with front matter, bytes of what
    /// follows it. No authority file is used, unless a corpus is given.
    #[command(
        alias = "analyze",
        after_help = "Examples:\n  entente analyse report.txt\n  \
                      entente analyse corpus/documents/*.md > analysis.jsonl\n  \
                      curl https://example.org/report.txt | entente analyse -"
    )]
    Analyse {
        /// The documents; `-` is standard input
        #[arg(value_name = "FILE", required = true)]
        files: Vec<PathBuf>,
        /// Use what this corpus knows, and its reviews of meetings in its own reports
        #[arg(long, value_name = "DIR")]
        corpus: Option<PathBuf>,
    },
}

const CORPUS: &str = "\
A corpus is a folder with a folder `documents` of plain text files (.md, .txt), or just a folder
of plain text files. A document may begin with what is known of it:

  +++
  title = \"Talks in Paris\"
  source = \"Vietnam News Agency\"
  published = \"2023-12-19\"
  +++
  Paris (VNA) - …

Beside `documents` may lie `corpus.toml`, with title and language of the corpus, authority files
(people.toml, organisations.toml, places.toml, agreements.toml, mechanisms.toml), with what is
known of those whom the reports name, and `meetings.toml`, with reviews of what the analysis
finds. docs/corpus-format.md describes all of them.

Exit status: 0 if all is well, 1 if something is wrong with the files, 2 if it is with the
arguments.";

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    fn read(line: &str) -> Result<Command, String> {
        let arguments = ["entente"].into_iter().chain(line.split_whitespace());
        let read = Arguments::try_parse_from(arguments);
        read.map(|arguments| arguments.command).map_err(|answer| answer.render().to_string())
    }

    #[test]
    fn the_command_is_consistent() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn reads_every_command() {
        let path = PathBuf::from;
        for (line, command) in [
            ("check a", Command::Check { corpus: path("a") }),
            ("compile a -o b", Command::Compile { corpus: path("a"), output: path("b") }),
            ("compile a -o -", Command::Compile { corpus: path("a"), output: path("-") }),
            ("compile --output=b a", Command::Compile { corpus: path("a"), output: path("b") }),
            ("analyse a -", Command::Analyse { files: vec![path("a"), path("-")], corpus: None }),
            (
                "analyze --corpus c -- -a",
                Command::Analyse { files: vec![path("-a")], corpus: Some(path("c")) },
            ),
        ] {
            assert_eq!(read(line), Ok(command), "{line}");
        }
    }

    #[test]
    fn says_what_is_not_understood() {
        for (line, expected) in [
            ("chekc a", "error: unrecognized subcommand 'chekc'"),
            ("chekc a", "a similar subcommand exists: 'check'"),
            ("--verbose", "error: unexpected argument '--verbose'"),
            ("check", "not provided:\n  <DIR>"),
            ("check a b", "error: unexpected argument 'b'"),
            ("check -x a", "error: unexpected argument '-x'"),
            ("compile a", "not provided:\n  --output <FILE>"),
            ("compile -o b", "not provided:\n  <DIR>"),
            ("compile a -o", "error: a value is required for '--output <FILE>'"),
            (
                "compile a -o b -o c",
                "error: the argument '--output <FILE>' cannot be used multiple",
            ),
            ("analyse", "not provided:\n  <FILE>"),
            ("analyse --corpus a --corpus b c", "cannot be used multiple times"),
            ("analyse --json a", "error: unexpected argument '--json'"),
            ("help x", "error: unrecognized subcommand 'x'"),
        ] {
            let told = read(line).unwrap_err();
            assert!(told.contains(expected), "{line}: {told}");
        }
    }
}
