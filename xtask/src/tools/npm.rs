//! Packages of npm, each fetched once into the cache of tools and pinned by its hash.
//!
//! They are neither unpacked nor installed, and nothing of them runs here: a package is an
//! archive of which single files are read.

use super::system;
use crate::program::{on_path, output_of, program};
use crate::trouble::{Result, Saying, Trouble};
use crate::workspace;
use base64::{Engine, prelude::BASE64_STANDARD};
use flate2::read::GzDecoder;
use sha2::{Digest, Sha512};
use std::fs;
use std::io::Read;
use std::path::Path;

/// A package as it was published.
#[derive(Debug)]
pub struct Package {
    /// Its name, without a scope.
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
    /// The archive.
    pub(crate) tar: Vec<u8>,
}

impl Package {
    /// The package from the cache of tools, or fetched there.
    ///
    /// # Errors
    /// When it can be neither found nor fetched, or is not the one that is pinned.
    pub fn fetch(&'static self) -> Result<Files> {
        let folder = workspace::tools()?;
        let file = folder.join(format!("{}-{}.tgz", self.name, self.version));
        if !file.is_file() {
            fs::create_dir_all(&folder)
                .saying(|| format!("the folder {} cannot be made", folder.display()))?;
            self.pack(&folder)?;
        }
        let packed = fs::read(&file).saying(|| format!("{} cannot be read", file.display()))?;
        if BASE64_STANDARD.encode(Sha512::digest(&packed)) != self.sha512 {
            return Err(Trouble::new(format!(
                "{} is not {} {} as published (its SHA-512 differs): delete it and try again",
                file.display(),
                self.name,
                self.version
            )));
        }
        let mut tar = Vec::new();
        GzDecoder::new(&packed[..])
            .read_to_end(&mut tar)
            .saying(|| format!("{} cannot be unpacked", file.display()))?;
        Ok(Files { package: self, tar })
    }

    fn pack(&self, folder: &Path) -> Result<()> {
        let npm = || on_path("npm");
        let npm = npm().or_else(|| system::install(&["npm"]).then(npm).flatten());
        let package = format!("{}@{}", self.name, self.version);
        let npm = npm.ok_or_else(|| {
            Trouble::new(format!(
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
            Trouble::new(format!("npm could not fetch {package}; is there a network?"))
        })
    }
}

impl Files {
    /// The content of one of them.
    ///
    /// # Errors
    /// When the package does not have it.
    pub fn file(&self, name: &str) -> Result<&[u8]> {
        member(&self.tar, &format!("package/{name}")).ok_or_else(|| {
            Trouble::new(format!(
                "{} {} has no file {name}",
                self.package.name, self.package.version
            ))
        })
    }
}

/// A file in a tar archive: blocks of 512 bytes, for each file one with its name at byte 0 and
/// its size in octal at byte 124, then its content.
fn member<'a>(mut tar: &'a [u8], name: &str) -> Option<&'a [u8]> {
    const BLOCK: usize = 512;
    loop {
        let (header, rest) = tar.split_at_checked(BLOCK)?;
        let field = |range: std::ops::Range<usize>| {
            let text = std::str::from_utf8(&header[range]).ok()?;
            Some(text.trim_end_matches(['\0', ' ']))
        };
        let size = usize::from_str_radix(field(124..136)?, 8).ok()?;
        if field(0..100)? == name {
            return rest.get(..size);
        }
        tar = rest.get(size.next_multiple_of(BLOCK)..)?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_found_in_a_tar_archive() {
        let mut tar = Vec::new();
        for (name, content) in [("package/a", "one"), ("package/b", "two and more")] {
            let mut block = [0; 512];
            block[..name.len()].copy_from_slice(name.as_bytes());
            block[124..135].copy_from_slice(format!("{:011o}", content.len()).as_bytes());
            tar.extend_from_slice(&block);
            let mut block = [0; 512];
            block[..content.len()].copy_from_slice(content.as_bytes());
            tar.extend_from_slice(&block);
        }
        assert_eq!(member(&tar, "package/b"), Some(&b"two and more"[..]));
        assert_eq!(member(&tar, "package/c"), None);
        assert_eq!(member(&tar[..700], "package/b"), None);
    }
}
