//! What the compiler can do, for a terminal.
//!
//! - [`arguments`]: what is to be done, and what `--help` prints
//! - `check`, `compile`, `analyse`: the commands
//! - `replace`: a file written whole or not at all
//! - `progress`: how far long work has come
//!
//! Results go to standard output, everything else to standard error. The exit status is
//! 0 if all is well, 1 if something is wrong with the files, 2 if it is with the arguments.

mod analyse;
mod arguments;
mod check;
mod compile;
mod progress;
mod replace;

use arguments::{Arguments, Command};
use clap::Parser;
use entente_compiler::printable;
use std::fmt::Display;
use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;

/// Something is wrong with the files.
const FAILED: ExitCode = ExitCode::FAILURE;

/// Does what the arguments of the process say.
pub(crate) fn run() -> ExitCode {
    let result = match Arguments::try_parse().map(|arguments| arguments.command) {
        Ok(Command::Check { corpus }) => check::run(&corpus),
        Ok(Command::Compile { corpus, output }) => compile::run(&corpus, &output),
        Ok(Command::Analyse { files, corpus }) => analyse::run(&files, corpus.as_deref()),
        Err(answer) => say(&answer),
    };
    match result {
        Ok(code) => code,
        // Whoever reads has read enough.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            complain(format_args!("the output cannot be written: {error}"));
            FAILED
        }
    }
}

/// Prints help, the version, or what is wrong with the arguments.
fn say(answer: &clap::Error) -> io::Result<ExitCode> {
    let text = answer.render().to_string();
    if answer.use_stderr() {
        let lines: Vec<_> = text.trim_end().lines().map(printable).collect();
        complain(lines.join("\n").trim_start_matches("error: "));
        return Ok(ExitCode::from(2));
    }
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

/// A sentence on standard error; where that is closed nobody wants it.
fn complain(what: impl Display) {
    let _ = writeln!(io::stderr(), "entente: {what}");
}

/// Issues on standard error.
fn report(issues: impl Display) {
    let _ = write!(io::stderr(), "{issues}");
}

/// A path as a terminal may show it.
fn shown(path: &std::path::Path) -> String {
    printable(&path.display().to_string()).into_owned()
}

/// A number of things, in words.
fn count(number: usize, thing: &str) -> String {
    format!("{number} {thing}{}", if number == 1 { "" } else { "s" })
}
