//! Where things lie in the workspace.
//!
//! `target/entente` has what passes between steps; it always lies in the workspace, wherever
//! `CARGO_TARGET_DIR` points.

use anyhow::{Context, Error, Result};
use entente_compiler::{Compiled, compile, folder};
use std::path::{Path, PathBuf};
use std::{env, fs};

/// The most that the hosted page may weigh on the way, in bytes: HTML, CSS, JavaScript and
/// WebAssembly, each at Brotli 11. A ceiling and no aim: `MapLibre` GL with its worker and React
/// with its DOM weigh 423,000 before any data.
pub const BUDGET: usize = 420_000;

/// The folder of the workspace.
pub fn root() -> &'static Path {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask)
}

/// What static hosts are given.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// The corpus of the page, compiled as the build script compiles it: the folder that
/// `ENTENTE_CORPUS` names, or `corpus/`.
///
/// # Errors
/// The faults of the corpus.
pub fn compiled() -> Result<Compiled> {
    let folder = env::var_os("ENTENTE_CORPUS").map_or_else(|| root().join("corpus"), PathBuf::from);
    compile(folder::read(&folder)).map_err(|issues| Error::msg(issues.to_string()))
}

/// The folder for what passes from one step of a build to the next.
pub fn intermediate_dir() -> PathBuf {
    root().join("target/entente")
}

/// The folder of pinned tools, kept over clean builds.
///
/// # Errors
/// When neither `ENTENTE_TOOLS` nor a home folder is known.
pub fn tools() -> Result<PathBuf> {
    let set = |name| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    set("ENTENTE_TOOLS")
        .or_else(|| {
            let cache = if cfg!(windows) {
                set("LOCALAPPDATA")
            } else if cfg!(target_os = "macos") {
                set("HOME").map(|home| home.join("Library/Caches"))
            } else {
                set("XDG_CACHE_HOME").or_else(|| set("HOME").map(|home| home.join(".cache")))
            };
            cache.map(|cache| cache.join("entente/tools"))
        })
        .ok_or_else(|| {
            Error::msg(
                "no folder to keep the build tools in, as no home folder is known: \
                 set ENTENTE_TOOLS to one",
            )
        })
}

/// The version of a package that `Cargo.lock` holds.
///
/// # Errors
/// When the lock file cannot be read or does not name the package.
pub fn locked(package: &str) -> Result<String> {
    let path = root().join("Cargo.lock");
    let text =
        fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
    locked_version(&text, package).ok_or_else(|| {
        Error::msg(format!("{} does not name the package `{package}`", path.display()))
    })
}

fn locked_version(lock: &str, package: &str) -> Option<String> {
    let value = |line: &str, key: &str| {
        Some(line.strip_prefix(key)?.strip_prefix(" = \"")?.strip_suffix('"')?.to_owned())
    };
    let mut lines = lock.lines();
    lines.find(|line| value(line, "name").is_some_and(|name| name == package))?;
    lines.next().and_then(|line| value(line, "version"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lock_file_tells_versions() {
        let lock = "version = 4\n\n[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"9.9.9\"\n\
                    \n[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        for (package, version) in [
            ("wasm-bindgen", Some("0.2.130")),
            ("wasm-bindgen-macro", Some("9.9.9")),
            ("wasm", None),
        ] {
            assert_eq!(locked_version(lock, package).as_deref(), version, "{package}");
        }
    }
}
