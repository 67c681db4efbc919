//! The programs a build or a test needs, there on first use.
//!
//! Cargo's own tools are pinned and kept in a folder by name and version, so that two
//! checkouts with different pins do not undo each other; a right version on the PATH is
//! taken as it is. Programs of the system come from its package manager where that may be
//! asked.
//!
//! - [`target`]: the wasm target of the Rust toolchain
//! - [`pinned`]: tools installed by cargo
//! - [`system`]: tools installed by apt
//! - [`binaryen`]: the optimiser of wasm
//! - [`npm`]: packages of npm of which files are read

pub mod binaryen;
pub mod npm;
pub mod pinned;
pub mod system;
pub mod target;

use crate::{program, workspace};
use anyhow::Result;
use pinned::Pinned;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// The bundler. 0.22 wants a newer Rust than this workspace.
pub const TRUNK: Pinned = Pinned {
    package: "trunk",
    binary: "trunk",
    // Without the native-TLS stack and with little optimisation: it runs for a second.
    flags: &["--locked", "--no-default-features", "--features", "rustls"],
    environment: &[
        ("CARGO_PROFILE_RELEASE_LTO", "off"),
        ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"),
        ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ],
    minutes: 7,
};

/// The version of [`TRUNK`].
pub const TRUNK_VERSION: &str = "0.21.14";

/// The writer of the JavaScript beside the wasm; its version is that of the library.
pub const WASM_BINDGEN: Pinned = Pinned {
    package: "wasm-bindgen-cli",
    binary: "wasm-bindgen",
    // Not `--locked`: its lock file may name what a mirror of the registry does not have.
    flags: &[],
    environment: &[
        ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "2"),
        ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ],
    minutes: 4,
};

/// The programs of a build.
#[derive(Debug)]
pub struct BuildTools {
    /// Trunk itself.
    pub trunk: PathBuf,
    /// The folder of `wasm-bindgen` and `wasm-bindgen-test-runner`.
    pub wasm_bindgen: PathBuf,
    /// A PATH on which Trunk finds its helpers.
    pub path: OsString,
}

/// Makes sure of everything that a build needs.
///
/// # Errors
/// A sentence about the tool that is missing and cannot be installed.
pub fn for_build() -> Result<BuildTools> {
    target::ensure()?;
    let trunk = TRUNK.ensure(TRUNK_VERSION)?;
    let wasm_bindgen = WASM_BINDGEN.ensure(&workspace::locked("wasm-bindgen")?)?;
    let folder = wasm_bindgen.parent().unwrap_or(Path::new(".")).to_path_buf();
    let wasm_opt = binaryen::ensure()?;
    Ok(BuildTools { path: program::path_with(&[&folder, &wasm_opt])?, trunk, wasm_bindgen: folder })
}
