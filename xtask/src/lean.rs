//! A standard library built for size, for the page only.
//!
//! The standard library that comes with Rust is built for speed and carries words for
//! every panic. The page shows no panic to anyone, so it is built against a library of its
//! own: optimised for size, panics that end at once, no source places, no derived `Debug`.
//! Compare `cargo xtask size` with and without `ENTENTE_LEAN=off`.
//!
//! Cargo can do this (`-Z build-std`) but asks for leave to use unstable options. The
//! toolchain is pinned, so what is unstable does not move. The leave must reach the builds
//! for WebAssembly alone, and it is Trunk that calls cargo: so while Trunk runs, a copy of
//! this program stands on its PATH under the name `cargo` and hands every call on, with
//! the leave where the call is for WebAssembly.

use crate::program::{on_path, output_of, program, run};
use crate::tools::target::WASM;
use crate::trouble::{Result, Saying};
use crate::workspace;
use std::env::consts::EXE_SUFFIX;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::{env, fs};

/// Names the cargo that the stand-in hands calls on to.
const CARGO: &str = "ENTENTE_CARGO";
/// `off` builds against the standard library as it comes.
const SWITCH: &str = "ENTENTE_LEAN";

/// What cargo is told for WebAssembly; the flags come on top of those in its configuration.
const LEAVE: [(&str, &str); 4] = [
    ("RUSTC_BOOTSTRAP", "1"),
    ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
    ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
    (
        "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
        "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none",
    ),
];

/// Lets Trunk find the stand-in, unless it is switched off or the source of the standard
/// library cannot be had.
///
/// # Errors
/// When the stand-in cannot be put in its place, or crates cannot be downloaded.
pub fn prepare(trunk: &mut Command, path: &OsStr) -> Result<()> {
    if env::var_os(SWITCH).is_some_and(|switch| switch == "off") {
        return Ok(());
    }
    if !has_source() {
        println!("Adding the source of the standard library to the Rust toolchain (once) …");
        let mut add = program("rustup");
        add.args(["component", "add", "rust-src"]).current_dir(workspace::root());
        if run(&mut add, "rust-src").is_err() {
            println!("Going on without it: the page will be about a tenth larger.");
            return Ok(());
        }
    }
    let folder = workspace::desk().join("bin");
    let stand_in = folder.join(format!("cargo{EXE_SUFFIX}"));
    fs::create_dir_all(&folder)
        .and_then(|()| fs::copy(env::current_exe()?, &stand_in).map(drop))
        .saying(|| format!("{} cannot be written", stand_in.display()))?;
    let cargo = real_cargo();
    // Trunk builds offline, so what the library itself is made of must be there before.
    let fetch = |arguments: &[&str]| {
        let mut fetch = program(&cargo);
        fetch.args(arguments).envs(LEAVE).current_dir(workspace::root());
        fetch
    };
    if output_of(&mut fetch(&["fetch", "--offline", "--target", WASM])).is_none() {
        run(&mut fetch(&["fetch", "--target", WASM]), "the crates could not be downloaded")?;
    }
    trunk.env(CARGO, cargo).env("PATH", path_before(path, &folder)?);
    Ok(())
}

/// Whether this program was called under the name of cargo.
pub fn stands_in() -> bool {
    let name = env::args_os().next().unwrap_or_default();
    Path::new(&name).file_stem() == Some(OsStr::new("cargo")) && env::var_os(CARGO).is_some()
}

/// Hands the call on to cargo.
pub fn stand_in() -> ExitCode {
    let mut cargo = Command::new(env::var_os(CARGO).unwrap_or_else(|| "cargo".into()));
    cargo.args(env::args_os().skip(1));
    let for_wasm = |argument: &OsStr| argument.to_string_lossy().ends_with(WASM);
    if env::args_os().any(|argument| for_wasm(&argument)) {
        cargo.envs(LEAVE);
    }
    match cargo.status() {
        Ok(status) if status.success() => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: cargo could not be started: {error}");
            ExitCode::FAILURE
        }
    }
}

fn has_source() -> bool {
    let mut ask = program("rustc");
    ask.args(["--print", "sysroot"]).current_dir(workspace::root());
    output_of(&mut ask)
        .is_some_and(|root| Path::new(&root).join("lib/rustlib/src/rust/library/std").is_dir())
}

fn real_cargo() -> PathBuf {
    on_path("cargo").unwrap_or_else(|| "cargo".into())
}

/// A PATH with a folder in front.
fn path_before(path: &OsStr, folder: &Path) -> Result<OsString> {
    let folders = [folder.to_path_buf()].into_iter().chain(env::split_paths(path));
    env::join_paths(folders).saying(|| format!("{} cannot be on a PATH", folder.display()))
}
