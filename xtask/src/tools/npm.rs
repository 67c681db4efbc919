//! Packages of npm, each fetched once into the cache of tools and pinned by its hash.
//!
//! They are neither unpacked nor installed, and nothing of them runs here: a package is an
//! archive of which single files are read.

use super::system;
use crate::program::{on_path, output_of, program};
use crate::workspace;
use anyhow::{Context, Error, Result};
use base64::{Engine, prelude::BASE64_STANDARD};
use flate2::read::GzDecoder;
use sha2::{Digest, Sha512};
use std::collections::HashMap;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// A package as it was published.
#[derive(Debug)]
pub struct Package {
    /// Its name, with its scope where it has one.
    pub name: &'static str,
    /// The version that is meant.
    pub version: &'static str,
    /// What npm calls its integrity: SHA-512 in Base64.
    pub sha512: &'static str,
}

/// The files of a package, in memory.
#[derive(Debug)]
pub struct Files {
    /// Where they are from.
    pub(crate) package: &'static Package,
    /// By their paths in the archive.
    pub(crate) files: HashMap<PathBuf, Vec<u8>>,
}

impl Package {
    /// The package from the cache of tools, or fetched there.
    ///
    /// # Errors
    /// When it can be neither found nor fetched, or is not the one that is pinned.
    pub fn fetch(&'static self) -> Result<Files> {
        let folder = workspace::tools()?;
        let file = folder.join(self.file_name());
        if !file.is_file() {
            fs::create_dir_all(&folder)
                .with_context(|| format!("the folder {} cannot be made", folder.display()))?;
            self.pack(&folder)?;
        }
        let packed =
            fs::read(&file).with_context(|| format!("{} cannot be read", file.display()))?;
        if BASE64_STANDARD.encode(Sha512::digest(&packed)) != self.sha512 {
            return Err(Error::msg(format!(
                "{} is not {} {} as published (its SHA-512 differs): delete it and try again",
                file.display(),
                self.name,
                self.version
            )));
        }
        let files =
            unpacked(&packed).with_context(|| format!("{} cannot be unpacked", file.display()))?;
        Ok(Files { package: self, files })
    }

    /// As npm names the file of a package.
    fn file_name(&self) -> String {
        let name = self.name.trim_start_matches('@').replace('/', "-");
        format!("{name}-{}.tgz", self.version)
    }

    fn pack(&self, folder: &Path) -> Result<()> {
        let npm = || on_path("npm");
        let npm = npm().or_else(|| system::install(&["npm"]).then(npm).flatten());
        let package = format!("{}@{}", self.name, self.version);
        let npm = npm.ok_or_else(|| {
            Error::msg(format!(
                "{package} is fetched by npm, which is not on the PATH: install Node.js, or put \
                 {}-{}.tgz into {}",
                self.name,
                self.version,
                folder.display()
            ))
        })?;
        println!("Fetching {package} (once) …");
        let mut command = program(npm);
        command.args(["pack", "--silent", &package]).current_dir(folder);
        output_of(&mut command).map(drop).ok_or_else(|| {
            Error::msg(format!("npm could not fetch {package}; is there a network?"))
        })
    }
}

/// The files of an archive by their paths.
fn unpacked(packed: &[u8]) -> io::Result<HashMap<PathBuf, Vec<u8>>> {
    let mut files = HashMap::new();
    for entry in tar::Archive::new(GzDecoder::new(packed)).entries()? {
        let mut entry = entry?;
        let mut content = Vec::new();
        entry.read_to_end(&mut content)?;
        files.insert(entry.path()?.into_owned(), content);
    }
    Ok(files)
}

impl Files {
    /// The content of one of them.
    ///
    /// # Errors
    /// When the package does not have it.
    pub fn file(&self, name: &str) -> Result<&[u8]> {
        self.files.get(Path::new("package").join(name).as_path()).map(Vec::as_slice).ok_or_else(
            || {
                Error::msg(format!(
                    "{} {} has no file {name}",
                    self.package.name, self.package.version
                ))
            },
        )
    }
}
