//! Compiles the corpus into the archive that the page carries, and writes where names of countries
//! stand on the map.
//!
//! `ENTENTE_CORPUS` names another folder than `corpus/`. The archive goes to `OUT_DIR` alone;
//! who else needs it calls the library of the compiler.

use entente_compiler::{compile, country_names, folder};
use std::path::{Path, PathBuf};
use std::{env, fs, process};

fn main() {
    if let Err(message) = run() {
        eprintln!("{message}");
        process::exit(1);
    }
}

fn run() -> Result<(), String> {
    println!("cargo::rerun-if-env-changed=ENTENTE_CORPUS");
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR").map_err(|error| error.to_string())?);
    let folder = env::var_os("ENTENTE_CORPUS").map_or_else(|| root.join("corpus"), PathBuf::from);
    println!("cargo::rerun-if-changed={}", folder.display());

    let compiled = compile(folder::read(&folder)).map_err(|issues| issues.to_string())?;
    let out = PathBuf::from(env::var("OUT_DIR").map_err(|error| error.to_string())?);
    write(&out.join("corpus.entente"), &compiled.bytes)?;
    write(&out.join("country-names.bin"), &country_names())
}

/// Writes a file unless it already says the same, so that nothing is built again.
fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    if fs::read(path).is_ok_and(|old| old == bytes) {
        return Ok(());
    }
    fs::write(path, bytes).map_err(|error| format!("{}: {error}", path.display()))
}
