//! axe-core, which looks at a page for what shuts people out (WCAG 2.2 and what is good
//! practice beyond it).
//!
//! It is under the MPL 2.0, unlike this house, so none of it is in the repository or in the
//! page: it is fetched like a tool, and only the tests in browsers read it.

use crate::tools::npm::Package;
use crate::workspace;
use anyhow::{Context, Result};
use std::fs;
use std::path::PathBuf;

/// Set for the tests in browsers to the path of the script.
pub const VARIABLE: &str = "ENTENTE_AXE";

static PACKAGE: Package = Package {
    name: "axe-core",
    version: "4.14.1",
    sha512: "FHfa+lmNjQZfJz1q8wKqIDwC6DExcHt/pkjNQb09a3NPjCKg2rhu5qb2S4r76ASyFNNtuFooJpZe37OgudVGtQ==",
};

/// The script, unpacked afresh from the package.
///
/// # Errors
/// When the package cannot be had, or the script not be written.
pub fn unpacked() -> Result<PathBuf> {
    let files = PACKAGE.fetch()?;
    let script = files.file("axe.min.js")?;
    let path = workspace::intermediate_dir().join("axe.min.js");
    fs::create_dir_all(workspace::intermediate_dir())
        .and_then(|()| fs::write(&path, script))
        .with_context(|| format!("{} cannot be written", path.display()))?;
    Ok(path)
}
