//! Running other programs.
//!
//! `cargo xtask` is itself run by cargo, which leaves variables behind that describe the
//! package `xtask`. Handed on to a nested cargo they would look like changes and cause
//! rebuilds, so every program is started without them.

use anyhow::{Context, Error, Result};
use std::env;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Variables of the outer cargo that say nothing about the build to come.
const LEFT_BEHIND: &[&str] =
    &["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_CRATE_", "CARGO_BIN_", "CARGO_PRIMARY_PACKAGE"];

/// A program, with the environment of a plain shell.
pub fn program(name: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(name);
    for (key, _) in env::vars_os() {
        let name = key.to_string_lossy();
        if name == "CARGO" || name == "OUT_DIR" || LEFT_BEHIND.iter().any(|p| name.starts_with(p)) {
            command.env_remove(&key);
        }
    }
    command
}

/// `cargo …` in the workspace.
pub fn cargo<I: AsRef<OsStr>>(arguments: impl IntoIterator<Item = I>) -> Command {
    let mut command = program("cargo");
    command.args(arguments).current_dir(crate::workspace::root());
    command
}

/// Runs a program, its output going straight to the terminal.
///
/// # Errors
/// When it cannot be started or does not succeed; `what` says what it was for.
pub fn run(command: &mut Command, what: &str) -> Result<()> {
    let status =
        command.stdin(Stdio::null()).status().with_context(|| unstartable(command, what))?;
    if status.success() {
        Ok(())
    } else {
        Err(Error::msg(format!("{what}: `{}` ended with {status}", shown(command))))
    }
}

/// What a program prints, where it can be started and succeeds.
pub fn output_of(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// A program on the PATH.
pub fn on_path(name: &str) -> Option<PathBuf> {
    which::which(name).ok()
}

/// The PATH with folders put before it.
///
/// # Errors
/// When a folder's name holds the separator of paths.
pub fn path_with(folders: &[&Path]) -> Result<OsString> {
    let old = env::var_os("PATH").unwrap_or_default();
    let all = folders.iter().map(|dir| dir.to_path_buf()).chain(env::split_paths(&old));
    env::join_paths(all).with_context(|| "a folder of tools cannot stand on the PATH".to_owned())
}

/// Why a command did not even start.
pub fn unstartable(command: &Command, what: &str) -> String {
    format!("{what}: `{}` could not be started", command.get_program().to_string_lossy())
}

fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ")
}
