//! The arguments, as one of the commands.

use crate::command::help;
use lexopt::{Arg, Parser, ValueExt};
use std::ffi::OsString;
use std::fmt;
use std::path::PathBuf;

/// What is to be done.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Command {
    /// Print a text: help or version.
    Say(&'static str),
    Check {
        corpus: PathBuf,
    },
    Compile {
        corpus: PathBuf,
        output: PathBuf,
    },
    Analyse {
        files: Vec<PathBuf>,
        corpus: Option<PathBuf>,
    },
}

/// Why it is not clear what is to be done.
#[derive(Debug)]
pub(crate) enum Usage {
    NoCommand,
    UnknownCommand(OsString),
    Missing { command: &'static str, what: &'static str },
    Arguments(lexopt::Error),
}

impl fmt::Display for Usage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoCommand => f.write_str("say what to do: check, compile or analyse"),
            Self::UnknownCommand(name) => {
                let name = name.display();
                write!(f, "there is no command `{name}`, only check, compile and analyse")
            }
            Self::Missing { command, what } => write!(f, "`entente {command}` needs {what}"),
            Self::Arguments(error) => error.fmt(f),
        }
    }
}

impl From<lexopt::Error> for Usage {
    fn from(error: lexopt::Error) -> Self {
        Self::Arguments(error)
    }
}

impl Command {
    /// Reads the arguments behind the name of the program.
    pub(crate) fn read(mut args: Parser) -> Result<Self, Usage> {
        match args.next()? {
            None => Err(Usage::NoCommand),
            Some(Arg::Short('h') | Arg::Long("help")) => Ok(Self::Say(help::ALL)),
            Some(Arg::Short('V') | Arg::Long("version")) => Ok(Self::Say(help::VERSION)),
            Some(Arg::Value(name)) => match name.to_str() {
                Some("check") => check(args),
                Some("compile") => compile(args),
                Some("analyse" | "analyze") => analyse(args),
                Some("help") => help(args),
                _ => Err(Usage::UnknownCommand(name)),
            },
            Some(other) => Err(other.unexpected().into()),
        }
    }
}

fn help(mut args: Parser) -> Result<Command, Usage> {
    let Some(arg) = args.next()? else { return Ok(Command::Say(help::ALL)) };
    let Arg::Value(name) = arg else { return Err(arg.unexpected().into()) };
    match name.to_str() {
        Some("check") => Ok(Command::Say(help::CHECK)),
        Some("compile") => Ok(Command::Say(help::COMPILE)),
        Some("analyse" | "analyze") => Ok(Command::Say(help::ANALYSE)),
        _ => Err(Usage::UnknownCommand(name)),
    }
}

fn check(mut args: Parser) -> Result<Command, Usage> {
    let mut corpus = None;
    while let Some(arg) = args.next()? {
        match arg {
            Arg::Short('h') | Arg::Long("help") => return Ok(Command::Say(help::CHECK)),
            Arg::Value(path) if corpus.is_none() => corpus = Some(path.into()),
            other => return Err(other.unexpected().into()),
        }
    }
    let missing = Usage::Missing { command: "check", what: "the folder of a corpus" };
    Ok(Command::Check { corpus: corpus.ok_or(missing)? })
}

fn compile(mut args: Parser) -> Result<Command, Usage> {
    let (mut corpus, mut output) = (None, None);
    while let Some(arg) = args.next()? {
        match arg {
            Arg::Short('h') | Arg::Long("help") => return Ok(Command::Say(help::COMPILE)),
            Arg::Short('o') | Arg::Long("output") => output = Some(args.value()?.into()),
            Arg::Value(path) if corpus.is_none() => corpus = Some(path.into()),
            other => return Err(other.unexpected().into()),
        }
    }
    let missing = |what| Usage::Missing { command: "compile", what };
    Ok(Command::Compile {
        corpus: corpus.ok_or(missing("the folder of a corpus"))?,
        output: output.ok_or(missing("-o and the file to write"))?,
    })
}

fn analyse(mut args: Parser) -> Result<Command, Usage> {
    let (mut files, mut corpus) = (Vec::new(), None);
    while let Some(arg) = args.next()? {
        match arg {
            Arg::Short('h') | Arg::Long("help") => return Ok(Command::Say(help::ANALYSE)),
            Arg::Long("corpus") => corpus = Some(args.value()?.parse()?),
            Arg::Value(path) => files.push(path.into()),
            other => return Err(other.unexpected().into()),
        }
    }
    if files.is_empty() {
        return Err(Usage::Missing { command: "analyse", what: "at least one file" });
    }
    Ok(Command::Analyse { files, corpus })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Command, String> {
        Command::read(Parser::from_args(line.split_whitespace())).map_err(|e| e.to_string())
    }

    #[test]
    fn reads_every_command() {
        let path = PathBuf::from;
        for (line, command) in [
            ("check a", Command::Check { corpus: path("a") }),
            ("compile a -o b", Command::Compile { corpus: path("a"), output: path("b") }),
            ("compile --output=b a", Command::Compile { corpus: path("a"), output: path("b") }),
            ("analyse a -", Command::Analyse { files: vec![path("a"), path("-")], corpus: None }),
            (
                "analyze --corpus c -- -a",
                Command::Analyse { files: vec![path("-a")], corpus: Some(path("c")) },
            ),
            ("--help", Command::Say(help::ALL)),
            ("-h", Command::Say(help::ALL)),
            ("help", Command::Say(help::ALL)),
            ("help check", Command::Say(help::CHECK)),
            ("check a --help", Command::Say(help::CHECK)),
            ("compile -h", Command::Say(help::COMPILE)),
            ("analyse --help", Command::Say(help::ANALYSE)),
            ("--version", Command::Say(help::VERSION)),
        ] {
            assert_eq!(read(line), Ok(command), "{line}");
        }
    }

    #[test]
    fn says_what_is_not_understood() {
        for (line, expected) in [
            ("", "say what to do"),
            ("chekc a", "there is no command `chekc`"),
            ("--verbose", "invalid option '--verbose'"),
            ("check", "`entente check` needs the folder of a corpus"),
            ("check a b", "unexpected argument \"b\""),
            ("check -x a", "invalid option '-x'"),
            ("compile a", "`entente compile` needs -o and the file to write"),
            ("compile -o b", "`entente compile` needs the folder of a corpus"),
            ("compile a -o", "missing argument for option '-o'"),
            ("analyse", "`entente analyse` needs at least one file"),
            ("analyse --json a", "invalid option '--json'"),
            ("help x", "there is no command `x`"),
        ] {
            let told = read(line).unwrap_err();
            assert!(told.starts_with(expected), "{line}: {told}");
        }
    }
}
