//! A standard library built for size, for the page only.
//!
//! The standard library that comes with Rust is built for speed and carries words for
//! every panic. The page shows no panic to anyone, so it is built against a library of its
//! own: optimised for size, panics that end at once, no source places, no derived `Debug`.
//! Compare `cargo xtask size` with and without `ENTENTE_LEAN=off`.
//!
//! What a crate exports to JavaScript stays in the wasm with all that it needs, whether the page
//! calls it or not. Leptos' server functions bring such exports for streams; the page has no
//! server, so they are kept from the linker.
//!
//! Cargo can do this (`-Z build-std`) but asks for leave to use unstable options. The
//! toolchain is pinned, so what is unstable does not move. The leave must reach the builds
//! for WebAssembly alone, and it is Trunk that calls cargo: so while Trunk runs, a copy of
//! this program stands on its PATH under the name `cargo` and hands every call on, with
//! the leave where the call is for WebAssembly. A second copy is the linker, and hands on all but
//! those exports.

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
/// Names the linker that the stand-in hands calls on to.
const LINKER: &str = "ENTENTE_LINKER";
/// The name of the linker for WebAssembly, by which rustc knows how to call it.
const LINKER_NAME: &str = "rust-lld";
/// What is in the names of the exports that nothing calls.
const STREAMS: &str = "intounderlying";
/// `off` builds against the standard library as it comes.
const SWITCH: &str = "ENTENTE_LEAN";

/// What cargo is told for WebAssembly; the flags come on top of those in its configuration.
const LEAVE: [(&str, &str); 4] = [
    ("RUSTC_BOOTSTRAP", "1"),
    ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
    ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
    (
        "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
        // The last four keep values at hand for a processor, at the price of more code; the
        // browser's own compiler does the same again.
        "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none \
         -Cllvm-args=-disable-lsr -Cllvm-args=-enable-pre=0 -Cllvm-args=-disable-machine-licm \
         -Cllvm-args=-disable-machine-cse",
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
    stand_in_as("cargo", &folder)?;
    if let Some(linker) = real_linker() {
        let stand_in = stand_in_as(LINKER_NAME, &folder)?;
        trunk.env(LINKER, linker).env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", stand_in);
    }
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

/// Puts a copy of this program under another name into a folder.
fn stand_in_as(name: &str, folder: &Path) -> Result<PathBuf> {
    let stand_in = folder.join(format!("{name}{EXE_SUFFIX}"));
    fs::create_dir_all(folder)
        .and_then(|()| fs::copy(env::current_exe()?, &stand_in).map(drop))
        .saying(|| format!("{} cannot be written", stand_in.display()))?;
    Ok(stand_in)
}

/// The call to hand on, where this program was called under the name of another.
pub fn stands_in_for() -> Option<Command> {
    let mut arguments = env::args_os();
    let name = arguments.next()?;
    let name = Path::new(&name).file_stem()?.to_str()?;
    let real = |variable| env::var_os(variable).map(Command::new);
    match name {
        "cargo" => {
            let mut cargo = real(CARGO)?;
            cargo.args(arguments);
            let for_wasm = |argument: &OsStr| argument.to_string_lossy().ends_with(WASM);
            if env::args_os().any(|argument| for_wasm(&argument)) {
                cargo.envs(LEAVE);
            }
            Some(cargo)
        }
        LINKER_NAME => {
            let mut linker = real(LINKER)?;
            linker.args(without_streams(&arguments.collect::<Vec<_>>()));
            Some(linker)
        }
        _ => None,
    }
}

/// Hands a call on.
pub fn stand_in(mut real: Command) -> ExitCode {
    match real.status() {
        Ok(status) if status.success() => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {} could not be started: {error}", real.get_program().display());
            ExitCode::FAILURE
        }
    }
}

/// The arguments of the linker but for `--export` and the name behind it, where nothing calls
/// what has that name.
fn without_streams(arguments: &[OsString]) -> Vec<&OsString> {
    let unwanted = |at: usize| {
        arguments[at] == "--export"
            && arguments.get(at + 1).is_some_and(|name| name.to_string_lossy().contains(STREAMS))
    };
    let kept = |&at: &usize| !unwanted(at) && at.checked_sub(1).is_none_or(|at| !unwanted(at));
    (0..arguments.len()).filter(kept).map(|at| &arguments[at]).collect()
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

/// The linker that comes with the toolchain, if it lies where it does today.
fn real_linker() -> Option<PathBuf> {
    let mut ask = program("rustc");
    ask.args(["--print", "target-libdir"]).current_dir(workspace::root());
    let libraries = PathBuf::from(output_of(&mut ask)?);
    let linker = libraries.parent()?.join("bin").join(format!("{LINKER_NAME}{EXE_SUFFIX}"));
    linker.is_file().then_some(linker)
}

/// A PATH with a folder in front.
fn path_before(path: &OsStr, folder: &Path) -> Result<OsString> {
    let folders = [folder.to_path_buf()].into_iter().chain(env::split_paths(path));
    env::join_paths(folders).saying(|| format!("{} cannot be on a PATH", folder.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_linker_is_not_told_of_streams() {
        let arguments =
            ["-flavor", "wasm", "--export", "main", "--export", "intounderlyingsink_write"];
        let arguments = [&arguments[..], &["--export", "__heap_base", "a.o"]].concat();
        let arguments: Vec<OsString> = arguments.into_iter().map(OsString::from).collect();
        let wanted = ["-flavor", "wasm", "--export", "main", "--export", "__heap_base", "a.o"];
        assert_eq!(without_streams(&arguments), wanted);
    }
}
