//! `wasm-opt`, Binaryen's optimiser, in one version wherever it comes from.
//!
//! One on the PATH is taken where it has that version. Else the npm package `binaryen` is
//! unpacked, which needs Node.js to run and no compiler; where npm is not to be had, cargo
//! compiles the crate `wasm-opt` of the same Binaryen, which takes longer.

use super::npm::Package;
use super::pinned::Pinned;
use crate::program::{on_path, output_of, program};
use crate::workspace;
use anyhow::{Context, Error, Result};
use std::fs;
use std::path::{Path, PathBuf};

/// As `wasm-opt --version` and `Trunk.toml` say it.
const VERSION: &str = "version_116";

static PACKAGE: Package = Package {
    name: "binaryen",
    version: "116.0.0",
    sha512: "Hp0dXC6Cb/rTwWEoUS2BRghObE7g/S9umKtxuTDt3f61G6fNTE/YVew/ezyy3IdHcLx3f17qfh6LwETgCfvWkQ==",
};

const CRATE: Pinned = Pinned {
    package: "wasm-opt",
    binary: "wasm-opt",
    flags: &["--locked"],
    environment: &[],
    minutes: 12,
};
const CRATE_VERSION: &str = "0.116.1";

/// The folder of `wasm-opt`.
///
/// # Errors
/// When it can be neither found nor installed: without it the build would give another page.
pub fn ensure() -> Result<PathBuf> {
    let unpacked = workspace::tools()?.join(format!("binaryen-{}", PACKAGE.version)).join("bin");
    let folder = |path: PathBuf| path.parent().map(Path::to_path_buf);
    let found = [on_path("wasm-opt"), Some(unpacked.join("wasm-opt"))];
    if let Some(path) = found.into_iter().flatten().find(|path| is_pinned(path)) {
        return Ok(folder(path).unwrap_or_default());
    }
    let by_npm = unpack(&unpacked);
    if is_pinned(&unpacked.join("wasm-opt")) {
        return Ok(unpacked);
    }
    if let Err(error) = by_npm {
        println!("{error:#}. Going on with the crate `wasm-opt`, which takes longer.");
    }
    let path = CRATE.install_as(CRATE_VERSION, is_pinned).map_err(|error| {
        Error::msg(format!(
            "wasm-opt {VERSION} is needed to build the page and cannot be had: install Node.js \
             with npm, or put that version on the PATH ({error:#})"
        ))
    })?;
    Ok(folder(path).unwrap_or_default())
}

fn is_pinned(path: &Path) -> bool {
    let told = output_of(program(path).arg("--version")).unwrap_or_default();
    told.split(|c: char| !(c.is_alphanumeric() || c == '_')).any(|word| word == VERSION)
}

fn unpack(folder: &Path) -> Result<()> {
    let files = PACKAGE.fetch()?;
    let unwritable = || format!("{} cannot be written", folder.display());
    fs::create_dir_all(folder).with_context(unwritable)?;
    for name in ["package.json", "wasm-opt"] {
        let file = folder.join(name);
        fs::write(&file, files.file(&format!("bin/{name}"))?).with_context(unwritable)?;
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            fs::set_permissions(&file, fs::Permissions::from_mode(0o755))
                .with_context(unwritable)?;
        }
    }
    Ok(())
}
