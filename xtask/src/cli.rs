//! What `cargo xtask …` understands.

use crate::trouble::{Result, Saying, Trouble};
use lexopt::prelude::*;
use std::ffi::OsString;
use std::path::PathBuf;

/// One call of `cargo xtask`.
#[derive(Debug, PartialEq, Eq)]
pub enum Command {
    /// Print this text.
    Help(&'static str),
    /// Build the page into `dist/`.
    Build(Options),
    /// Build the page and serve it.
    Serve {
        /// The port on 127.0.0.1.
        port: u16,
        /// What to build.
        options: Options,
    },
    /// Run every test, or those whose name holds the filter.
    Test {
        /// Part of a test's name.
        filter: Option<String>,
    },
    /// Tell where the bytes of the page go.
    Size,
    /// Measure how fast things are, or those whose name holds the filter.
    Bench {
        /// Part of a benchmark's name.
        filter: Option<String>,
    },
    /// Make the map of land and borders.
    Basemap {
        /// Only compare with the one that is there.
        check: bool,
    },
    /// Called by Trunk after its own work.
    Finish,
}

/// What a build can be told.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The folder of the corpus; `corpus/` of the workspace where none is given.
    pub corpus: Option<PathBuf>,
    /// The address at which the page will be hosted, for links from the single file.
    pub hosted_url: Option<String>,
}

const HELP: &str = "\
cargo xtask: build, serve and test Entente

  cargo xtask build [--corpus DIR] [--hosted-url URL]
      Build the page into dist/: index.html with its files for any static host,
      entente.html as one file.
  cargo xtask serve [--port 8080] [--corpus DIR] [--hosted-url URL]
      Build the page and serve it on http://127.0.0.1:8080/.
  cargo xtask test [FILTER]
      Run every test, or those whose name holds FILTER; the last line counts them.
  cargo xtask size
      Tell where the bytes of the built page go, against the budget.
  cargo xtask bench [FILTER]
      Measure how fast things are, or those whose name holds FILTER.
  cargo xtask basemap [--check]
      Make the map of land and borders again from Natural Earth; no build needs this.

What is missing (the wasm target, Trunk, wasm-bindgen, wasm-opt; for tests also browsers
and their drivers) is installed on first use. Tools are kept in a cache folder of the
user, or in ENTENTE_TOOLS where that is set.
";

const HELP_BUILD: &str = "\
cargo xtask build [--corpus DIR] [--hosted-url URL]

Builds the page into dist/.
  --corpus DIR       a folder with documents/*.md and authority files; default: corpus
  --hosted-url URL   where the page will be hosted: the single file links there, as links
                     into a local file do not travel
";

const HELP_SERVE: &str = "\
cargo xtask serve [--port 8080] [--corpus DIR] [--hosted-url URL]

Builds the page as `cargo xtask build` does, then serves dist/ on this machine only.
  --port N           the port on 127.0.0.1; default: 8080
";

const HELP_TEST: &str = "\
cargo xtask test [FILTER]

Runs the tests of all crates, the checks of the pure crates, the tests in WebAssembly, the
size budget and the page in real browsers. FILTER keeps the tests whose name holds it. The
last line is `N passed, N failed`, with `, N skipped` where something could not be run. Where
the variable CI is set, a missing browser is a failure.
";

const HELP_SIZE: &str = "\
cargo xtask size

Shows the size of every file in dist/, raw and compressed, and what the wasm consists of.
";

const HELP_BENCH: &str = "\
cargo xtask bench [FILTER]

Runs the benchmarks, optimised, on this machine: analyse (text to findings, at three
lengths; throughput tells whether time grows as the text does), outline (the map opened and
drawn), map (the page built with 10, 1,000 and 10,000 places and its map dragged in Chromium,
which takes some minutes; dist/ stays as it is). FILTER keeps those whose name holds it. No
test depends on a time.
";

const HELP_BASEMAP: &str = "\
cargo xtask basemap [--check]

Derives crates/geo/basemap/world.basemap and its PROVENANCE.toml from Natural Earth, as
regions.toml beside them says. The data come from the npm package world-atlas, which npm
fetches once into the cache of tools.
  --check            write nothing; fail where the files are not what would be written
";

const HELP_FINISH: &str = "\
cargo xtask finish

Trunk calls this after its own work (see Trunk.toml); it is of no use by hand.
";

/// Reads the arguments of one command.
type Parse = fn(&mut lexopt::Parser) -> Result<Command, lexopt::Error>;

/// Reads the arguments after `cargo xtask`.
///
/// # Errors
/// A sentence about the first argument that is not understood.
pub fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Command> {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let Some((name, rest)) = arguments.split_first() else { return Ok(Command::Help(HELP)) };
    let (help, parse): (_, Parse) = match name.to_str() {
        Some("--help" | "-h" | "help") => return Ok(Command::Help(HELP)),
        Some("build") => (HELP_BUILD, build),
        Some("serve") => (HELP_SERVE, serve),
        Some("test") => (HELP_TEST, test),
        Some("bench") => (HELP_BENCH, bench),
        Some("size") => (HELP_SIZE, |parser| bare(parser, Command::Size)),
        Some("basemap") => (HELP_BASEMAP, basemap),
        Some("finish") => (HELP_FINISH, |parser| bare(parser, Command::Finish)),
        _ => {
            return Err(Trouble::new(format!(
                "there is no command `{}`; `cargo xtask --help` lists them",
                name.to_string_lossy()
            )));
        }
    };
    if rest.iter().any(|word| word == "--help" || word == "-h") {
        return Ok(Command::Help(help));
    }
    let name = name.to_string_lossy();
    parse(&mut lexopt::Parser::from_args(rest.iter().cloned()))
        .saying(|| format!("`cargo xtask {name}` does not understand this"))
        .map_err(|trouble| Trouble::new(format!("{trouble}; see `cargo xtask {name} --help`")))
}

fn build(parser: &mut lexopt::Parser) -> Result<Command, lexopt::Error> {
    options(parser, None).map(|(options, _)| Command::Build(options))
}

fn serve(parser: &mut lexopt::Parser) -> Result<Command, lexopt::Error> {
    let (options, port) = options(parser, Some(8080))?;
    Ok(Command::Serve { port: port.unwrap_or_default(), options })
}

/// The options of a build, and of a port where there is a default for one.
fn options(
    parser: &mut lexopt::Parser,
    mut port: Option<u16>,
) -> Result<(Options, Option<u16>), lexopt::Error> {
    let mut options = Options::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("corpus") => options.corpus = Some(parser.value()?.into()),
            Long("hosted-url") => options.hosted_url = Some(parser.value()?.string()?),
            Long("port") if port.is_some() => port = Some(parser.value()?.parse()?),
            other => return Err(other.unexpected()),
        }
    }
    Ok((options, port))
}

fn test(parser: &mut lexopt::Parser) -> Result<Command, lexopt::Error> {
    Ok(Command::Test { filter: filter(parser)? })
}

fn bench(parser: &mut lexopt::Parser) -> Result<Command, lexopt::Error> {
    Ok(Command::Bench { filter: filter(parser)? })
}

fn basemap(parser: &mut lexopt::Parser) -> Result<Command, lexopt::Error> {
    let mut check = false;
    while let Some(argument) = parser.next()? {
        match argument {
            Long("check") => check = true,
            other => return Err(other.unexpected()),
        }
    }
    Ok(Command::Basemap { check })
}

/// Part of a name, where one is given.
fn filter(parser: &mut lexopt::Parser) -> Result<Option<String>, lexopt::Error> {
    let mut filter = None;
    while let Some(argument) = parser.next()? {
        match argument {
            Value(word) if filter.is_none() => filter = Some(word.string()?),
            other => return Err(other.unexpected()),
        }
    }
    Ok(filter)
}

fn bare(parser: &mut lexopt::Parser, command: Command) -> Result<Command, lexopt::Error> {
    match parser.next()? {
        None => Ok(command),
        Some(argument) => Err(argument.unexpected()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(line: &str) -> Result<Command> {
        parse(line.split_whitespace().map(OsString::from))
    }

    #[test]
    fn commands_are_understood() {
        let options = |corpus: Option<&str>, url: Option<&str>| Options {
            corpus: corpus.map(PathBuf::from),
            hosted_url: url.map(str::to_owned),
        };
        for (line, expected) in [
            ("", Command::Help(HELP)),
            ("--help", Command::Help(HELP)),
            ("serve -h", Command::Help(HELP_SERVE)),
            ("build", Command::Build(options(None, None))),
            ("build --corpus=mine", Command::Build(options(Some("mine"), None))),
            ("serve", Command::Serve { port: 8080, options: options(None, None) }),
            (
                "serve --port 81 --corpus mine --hosted-url https://a.example/",
                Command::Serve {
                    port: 81,
                    options: options(Some("mine"), Some("https://a.example/")),
                },
            ),
            ("test", Command::Test { filter: None }),
            ("test fold", Command::Test { filter: Some("fold".to_owned()) }),
            ("size", Command::Size),
            ("basemap", Command::Basemap { check: false }),
            ("basemap --check", Command::Basemap { check: true }),
        ] {
            assert_eq!(words(line).expect(line), expected, "{line}");
        }
    }

    #[test]
    fn what_is_not_understood_is_named() {
        for (line, named) in [
            ("bild", "`bild`"),
            ("build --corpse x", "--corpse"),
            ("build mine", "\"mine\""),
            ("build --port 1", "--port"),
            ("serve --port many", "many"),
            ("serve --port 70000", "70000"),
            ("test a b", "\"b\""),
            ("size now", "\"now\""),
            ("basemap now", "\"now\""),
        ] {
            let told = words(line).expect_err(line).to_string();
            assert!(told.contains(named) && told.contains("--help"), "{line}: {told}");
        }
    }
}
