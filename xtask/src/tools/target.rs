//! The wasm target of the Rust toolchain.

use crate::program::{on_path, output_of, program, run};
use crate::workspace;
use anyhow::{Error, Result};
use std::path::Path;

/// The target triple of the page.
pub const WASM: &str = "wasm32-unknown-unknown";

/// Makes sure that the toolchain can compile to WebAssembly.
///
/// # Errors
/// When the target is missing and rustup is not there, or fails to add it.
pub fn ensure() -> Result<()> {
    if present() {
        return Ok(());
    }
    if on_path("rustup").is_none() {
        return Err(Error::msg(format!(
            "this Rust toolchain has no target {WASM}, and rustup, which could add it, is not \
             on the PATH: install Rust through rustup, or the package of your system with the \
             standard library for {WASM}"
        )));
    }
    println!("Adding the target {WASM} to the Rust toolchain (once) …");
    let mut add = program("rustup");
    add.args(["target", "add", WASM]).current_dir(workspace::root());
    run(&mut add, "the wasm target could not be added; is there a network?")
}

fn present() -> bool {
    let mut ask = program("rustc");
    ask.args(["--print", "target-libdir", "--target", WASM]).current_dir(workspace::root());
    output_of(&mut ask).is_some_and(|folder| Path::new(&folder).is_dir())
}
