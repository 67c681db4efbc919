//! What the compiler can do, for a terminal.
//!
//! - [`arguments`]: what is to be done
//! - `help`: what `--help` prints
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
mod help;
mod progress;
mod replace;

use arguments::Command;
use std::fmt::Display;
use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;

/// Something is wrong with the files.
const FAILED: ExitCode = ExitCode::FAILURE;

/// Does what the arguments say.
pub(crate) fn run(args: lexopt::Parser) -> ExitCode {
    let result = match Command::read(args) {
        Ok(Command::Say(text)) => say(text.trim_start()),
        Ok(Command::Check { corpus }) => check::run(&corpus),
        Ok(Command::Compile { corpus, output }) => Ok(compile::run(&corpus, &output)),
        Ok(Command::Analyse { files, corpus }) => analyse::run(&files, corpus.as_deref()),
        Err(usage) => {
            complain(format_args!("{usage}; see `entente --help`"));
            return ExitCode::from(2);
        }
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

fn say(text: &str) -> io::Result<ExitCode> {
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

/// A number of things, in words.
fn count(number: usize, thing: &str) -> String {
    format!("{number} {thing}{}", if number == 1 { "" } else { "s" })
}
