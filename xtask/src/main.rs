//! `cargo xtask`: build, serve, test and measure the page. See `cargo xtask --help`.

use clap::Parser;
use std::process::ExitCode;
use xtask::cli::{Cli, Command};

fn main() -> ExitCode {
    let done = match Cli::parse().command {
        Command::Build(options) => xtask::build::run(&options).map(|()| true),
        Command::Serve { port, options } => xtask::serve::run(port, &options).map(|()| true),
        Command::Test { filter } => xtask::test::run(filter.as_deref()),
        Command::Bench { filter } => xtask::bench::run(filter.as_deref()).map(|()| true),
        Command::Basemap { check } => xtask::basemap::run(check).map(|()| true),
        Command::Size => xtask::size::run().map(|()| true),
        Command::Finish => xtask::finish::run().map(|()| true),
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
