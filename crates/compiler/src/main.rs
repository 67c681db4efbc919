//! The `entente` command: what the compiler can do, for a terminal.

mod command;

use std::process::ExitCode;

fn main() -> ExitCode {
    command::run()
}
