//! Programs that the system's package manager installs.

use crate::program::{on_path, output_of, program, run};
use std::process::Command;

/// Installs packages with apt-get. `false` where that may not or did not work, with a
/// sentence on the terminal in the latter case.
pub fn install(packages: &[&str]) -> bool {
    if on_path("apt-get").is_none() || !root() {
        return false;
    }
    println!("Installing {} (once) …", packages.join(", "));
    let install = || run(apt_get("install").args(packages), "the packages could not be installed");
    if install().is_ok() {
        return true;
    }
    // On a fresh machine the lists of packages are missing or old.
    let done = run(&mut apt_get("update"), "the lists of packages could not be refreshed")
        .and_then(|()| install());
    if let Err(error) = &done {
        println!("{error:#}");
    }
    done.is_ok()
}

/// Whether this process may install packages.
pub fn root() -> bool {
    cfg!(unix) && output_of(program("id").arg("-u")).as_deref() == Some("0")
}

fn apt_get(verb: &str) -> Command {
    let mut command = program("apt-get");
    command.args([verb, "--yes", "--quiet=2"]).env("DEBIAN_FRONTEND", "noninteractive");
    if verb == "install" {
        command.arg("--no-install-recommends");
    }
    command
}
