//! Building the page: Trunk in release, offline, with the pinned tools on its PATH.
//!
//! Everything after Trunk's own work is in [`crate::finish`], which Trunk calls as a hook:
//! so plain `trunk build --release` gives the same `dist/`.

use crate::cli::Options;
use crate::program::{self, cargo, program};
use crate::tools::{self, BuildTools};
use crate::workspace;
use anyhow::{Context, Error, Result};
use std::path::Path;

/// Builds `dist/` with these tools.
///
/// # Errors
/// A sentence about the step that failed.
pub fn build(options: &Options, tools: &BuildTools) -> Result<()> {
    build_into(&workspace::dist(), options, tools)
}

/// Builds what belongs into `dist/` into another folder.
///
/// # Errors
/// A sentence about the step that failed.
pub fn build_into(dist: &Path, options: &Options, tools: &BuildTools) -> Result<()> {
    // Trunk passes its `--offline` on to cargo, so the crates must be there before.
    if program::output_of(&mut cargo(["fetch", "--offline"])).is_none() {
        program::run(&mut cargo(["fetch"]), "the crates could not be downloaded")?;
    }
    let mut trunk = program(&tools.trunk);
    trunk.args(["--quiet", "build", "--release", "--dist"]).arg(dist);
    trunk.current_dir(workspace::root());
    trunk.env("PATH", &tools.path).env("TRUNK_OFFLINE", "true");
    // Where this is set, Trunk tells a failed hook by a page of its own insides.
    trunk.env("RUST_BACKTRACE", "0");
    // Trunk takes this one only as `true` or `false`; everyone else sets it to 1.
    if std::env::var_os("NO_COLOR").is_some() {
        trunk.env("NO_COLOR", "true");
    }
    if let Some(folder) = &options.corpus {
        let folder = folder
            .canonicalize()
            .with_context(|| format!("the corpus {} cannot be opened", folder.display()))?;
        if !folder.is_dir() {
            return Err(Error::msg(format!(
                "the corpus {} is not a folder: give the one that holds `documents`",
                folder.display()
            )));
        }
        trunk.env("ENTENTE_CORPUS", folder);
    }
    if let Some(url) = &options.hosted_url {
        trunk.env("ENTENTE_HOSTED_URL", crate::finish::page::hosted_url(url)?.as_str());
    }
    println!("Building the page (the first time takes some minutes) …");
    program::run(&mut trunk, "the page could not be built")
}

/// `cargo xtask build`, with whatever tools are missing.
///
/// # Errors
/// A sentence about the step that failed.
pub fn run(options: &Options) -> Result<()> {
    build(options, &tools::for_build()?)?;
    println!("The page is in {}", workspace::dist().display());
    Ok(())
}
