//! Tools installed by cargo, each in a folder by name and version.
//!
//! An install goes to a folder of its own that is renamed when complete, under a lock that
//! makes a second process wait: a run that is cut short leaves nothing that looks whole.

use crate::program::{on_path, output_of, program, run};
use crate::workspace;
use anyhow::{Context, Error, Result};
use std::fs::{self, File};
use std::path::{Path, PathBuf};

/// A tool that cargo can install, without its version.
#[derive(Debug)]
pub struct Pinned {
    /// The name of the package.
    pub package: &'static str,
    /// The program looked for and asked for its version.
    pub binary: &'static str,
    /// Flags of `cargo install`.
    pub flags: &'static [&'static str],
    /// Variables of `cargo install`.
    pub environment: &'static [(&'static str, &'static str)],
    /// How long it takes on two cores.
    pub minutes: u32,
}

impl Pinned {
    /// The program in exactly this version, installed when it is not there.
    ///
    /// # Errors
    /// When it can be neither found nor installed.
    pub fn ensure(&self, version: &str) -> Result<PathBuf> {
        self.install_as(version, |path| {
            output_of(program(path).arg("--version")).is_some_and(|told| tells(&told, version))
        })
    }

    /// The same for a program that tells another version than its package has.
    ///
    /// # Errors
    /// When it can be neither found nor installed.
    pub fn install_as(&self, version: &str, right: impl Fn(&Path) -> bool) -> Result<PathBuf> {
        let tools = workspace::tools()?;
        if let Some(found) = self.find(version, &tools, &right) {
            return Ok(found);
        }
        fs::create_dir_all(&tools)
            .with_context(|| format!("the folder {} cannot be made", tools.display()))?;
        let lock = tools.join(format!("{}-{version}.lock", self.package));
        let lock = File::create(&lock)
            .with_context(|| format!("the lock {} cannot be made", lock.display()))?;
        lock.lock().with_context(|| "waiting for another install failed".to_owned())?;
        // Another process may have installed it while this one waited.
        if let Some(found) = self.find(version, &tools, &right) {
            return Ok(found);
        }
        self.install(version, &tools)?;
        self.find(version, &tools, &right).ok_or_else(|| {
            Error::msg(format!(
                "{} {version} was installed into {} but does not run there",
                self.package,
                tools.display()
            ))
        })
    }

    fn find(&self, version: &str, tools: &Path, right: impl Fn(&Path) -> bool) -> Option<PathBuf> {
        let file = format!("{}{}", self.binary, std::env::consts::EXE_SUFFIX);
        let own = tools.join(format!("{}-{version}", self.package)).join("bin").join(&file);
        let shared = tools.join("bin").join(&file);
        let candidates = [Some(own), Some(shared), on_path(self.binary)];
        candidates.into_iter().flatten().find(|path| right(path))
    }

    fn install(&self, version: &str, tools: &Path) -> Result<()> {
        let name = format!("{}-{version}", self.package);
        let (partial, whole) = (tools.join(format!("{name}.partial")), tools.join(&name));
        for leftover in [&partial, &whole] {
            if leftover.exists() {
                fs::remove_dir_all(leftover)
                    .with_context(|| format!("what is left in {} cannot go", leftover.display()))?;
            }
        }
        println!("Installing {} {version} (once, about {} minutes) …", self.package, self.minutes);
        let mut install = program("cargo");
        install.args(["install", self.package, "--version", version]).args(self.flags);
        install.args(["--quiet", "--root"]).arg(&partial).current_dir(tools);
        install.env_remove("CARGO_TARGET_DIR").envs(self.environment.iter().copied());
        run(
            &mut install,
            &format!("{} {version} could not be installed; is there a network?", self.package),
        )?;
        fs::rename(&partial, &whole)
            .with_context(|| format!("{} cannot be put in place", whole.display()))
    }
}

/// Whether the answer to `--version` names this version: `trunk 0.21.14`.
fn tells(answer: &str, version: &str) -> bool {
    answer.lines().next().is_some_and(|line| line.split_whitespace().any(|word| word == version))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_told_exactly() {
        for (answer, version, yes) in [
            ("trunk 0.21.14", "0.21.14", true),
            ("trunk 0.21.1", "0.21.14", false),
            ("trunk 0.21.14-beta.1", "0.21.14", false),
            ("wasm-bindgen 0.2.130 (2a9f2e1c4)\n", "0.2.130", true),
            ("geckodriver 0.36.0 (2025-02-25)\n\nThe source code …", "0.36.0", true),
            ("", "0.1.0", false),
        ] {
            assert_eq!(tells(answer, version), yes, "{answer}");
        }
    }
}
