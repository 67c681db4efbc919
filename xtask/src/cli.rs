//! What `cargo xtask …` understands.

use clap::{Args, Parser, Subcommand};
use std::path::PathBuf;

/// Builds, serves and tests Entente.
///
/// What is missing (the wasm target, Trunk, wasm-bindgen, wasm-opt; for tests also browsers and
/// their drivers) is installed on first use. Tools are kept in a cache folder of the user, or in
/// `ENTENTE_TOOLS` where that is set.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", arg_required_else_help = true)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// One call of `cargo xtask`.
#[derive(Debug, PartialEq, Eq, Subcommand)]
pub enum Command {
    /// Build the page into dist/.
    ///
    /// index.html with its files is for any static host, entente.html is the page as one file.
    Build(Options),
    /// Build the page and serve dist/ on this machine.
    Serve {
        /// The port on 127.0.0.1.
        #[arg(long, default_value_t = 8080)]
        port: u16,
        /// What to build.
        #[command(flatten)]
        options: Options,
    },
    /// Run every test, or those whose name holds FILTER.
    ///
    /// These are the tests of all crates, the checks of the pure crates, the tests in WebAssembly,
    /// the size of the page and the page in real browsers. The last line is `N passed, N failed`,
    /// with `, N skipped` where something could not be run. Where the variable CI is set, a missing
    /// browser is a failure.
    Test {
        /// Part of a test's name.
        filter: Option<String>,
    },
    /// Tell where the bytes of the page in dist/ go, against the ceiling.
    Size,
    /// Measure how fast things are.
    ///
    /// The benchmarks run optimised, on this machine: analyse (text to findings, at three lengths;
    /// throughput tells whether time grows as the text does), open (the archive), outline (the map
    /// opened and drawn), page (built with 10, 1,000 and 10,000 invented reports, opened, searched
    /// and its map dragged in Chromium, half an hour; dist/ stays as it is).
    Bench {
        /// Part of a benchmark's name.
        filter: Option<String>,
    },
    /// Make the map of land and borders again from Natural Earth; no build needs this.
    ///
    /// Writes crates/geo/basemap/world.basemap and its PROVENANCE.toml as regions.toml beside them
    /// says. The data come from the npm package world-atlas, which npm fetches once into the cache
    /// of tools.
    Basemap {
        /// Write nothing; fail where the files are not what would be written.
        #[arg(long)]
        check: bool,
    },
    /// Called by Trunk after its own work.
    #[command(hide = true)]
    Finish,
}

/// What a build can be told.
#[derive(Args, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// A folder with documents/*.md and authority files; default: corpus.
    #[arg(long, value_name = "DIR")]
    pub corpus: Option<PathBuf>,
    /// Where the page will be hosted: the single file links there, as links into a local file do
    /// not travel.
    #[arg(long, value_name = "URL")]
    pub hosted_url: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    fn words(line: &str) -> Result<Command, String> {
        let words = ["cargo xtask"].into_iter().chain(line.split_whitespace());
        Cli::try_parse_from(words).map(|cli| cli.command).map_err(|error| error.to_string())
    }

    #[test]
    fn commands_are_understood() {
        Cli::command().debug_assert();
        let options = |corpus: Option<&str>, url: Option<&str>| Options {
            corpus: corpus.map(PathBuf::from),
            hosted_url: url.map(str::to_owned),
        };
        for (line, expected) in [
            ("build --corpus=mine", Command::Build(options(Some("mine"), None))),
            ("serve", Command::Serve { port: 8080, options: options(None, None) }),
            (
                "serve --port 81 --corpus mine --hosted-url https://a.example/",
                Command::Serve {
                    port: 81,
                    options: options(Some("mine"), Some("https://a.example/")),
                },
            ),
            ("test fold", Command::Test { filter: Some("fold".to_owned()) }),
            ("basemap --check", Command::Basemap { check: true }),
        ] {
            assert_eq!(words(line).expect(line), expected, "{line}");
        }
    }

    #[test]
    fn what_is_not_understood_is_named() {
        for (line, named) in [
            ("bild", "'build'"),
            ("build --corpse x", "'--corpus'"),
            ("serve --port 70000", "70000"),
            ("test a b", "'b'"),
        ] {
            let told = words(line).expect_err(line);
            assert!(told.contains(named), "{line}: {told}");
        }
    }
}
