//! The package with Natural Earth in it, fetched once by npm and pinned by its hash.
//!
//! Only two of its files may be read. The finest file of countries gives disputed islets to
//! one of those who claim them, so there is no way to ask for it.

use crate::program::{on_path, output_of, program};
use crate::trouble::{Result, Saying, Trouble};
use crate::workspace;
use base64::{Engine, prelude::BASE64_STANDARD};
use flate2::read::GzDecoder;
use sha2::{Digest, Sha512};
use std::fs;
use std::io::Read;
use std::path::Path;

/// The package and its version.
pub(super) const PACKAGE: &str = "world-atlas";
/// See [`PACKAGE`].
pub(super) const VERSION: &str = "2.0.2";

/// What npm calls its integrity: SHA-512 in Base64.
pub(super) const SHA512: &str =
    "IXfV0qwlKXpckz1FhwXVwKRjiIhOnWttOskm5CtxMsjgE/MXAYRHWJqgXOpM8IkcPBoXnyTU5lFHcYa5ChG0LQ==";

/// Coasts at 1:10m.
pub(super) const LAND: &str = "land-10m.json";

/// Countries at 1:50m, for the lines that two of them share.
pub(super) const COUNTRIES: &str = "countries-50m.json";

/// The package, unpacked in memory.
pub(super) struct Package(Vec<u8>);

impl Package {
    /// The package from the cache of tools, or fetched there.
    ///
    /// # Errors
    /// When it can be neither found nor fetched, or is not the one that is pinned.
    pub(super) fn fetch() -> Result<Self> {
        let folder = workspace::tools()?;
        let file = folder.join(format!("{PACKAGE}-{VERSION}.tgz"));
        if !file.is_file() {
            fs::create_dir_all(&folder)
                .saying(|| format!("the folder {} cannot be made", folder.display()))?;
            pack(&folder)?;
        }
        let packed = fs::read(&file).saying(|| format!("{} cannot be read", file.display()))?;
        if BASE64_STANDARD.encode(Sha512::digest(&packed)) != SHA512 {
            return Err(Trouble::new(format!(
                "{} is not {PACKAGE} {VERSION} as published (its SHA-512 differs): delete it and \
                 try again",
                file.display()
            )));
        }
        let mut tar = Vec::new();
        GzDecoder::new(&packed[..])
            .read_to_end(&mut tar)
            .saying(|| format!("{} cannot be unpacked", file.display()))?;
        Ok(Self(tar))
    }

    /// One of the files that may be read.
    ///
    /// # Errors
    /// For any other file, or when the package does not have it.
    pub(super) fn file(&self, name: &str) -> Result<&[u8]> {
        if ![LAND, COUNTRIES].contains(&name) {
            return Err(Trouble::new(format!(
                "{name} may not enter the basemap: only {LAND} and {COUNTRIES} draw no claim"
            )));
        }
        member(&self.0, &format!("package/{name}"))
            .ok_or_else(|| Trouble::new(format!("{PACKAGE} {VERSION} has no file {name}")))
    }
}

fn pack(folder: &Path) -> Result<()> {
    let npm = on_path("npm").ok_or_else(|| {
        Trouble::new(format!(
            "the basemap is made from the npm package {PACKAGE}, and npm is not on the PATH: \
             install Node.js, or put {PACKAGE}-{VERSION}.tgz into {}",
            folder.display()
        ))
    })?;
    let package = format!("{PACKAGE}@{VERSION}");
    println!("Fetching {package} (once) …");
    let mut command = program(npm);
    command.args(["pack", "--silent", &package]).current_dir(folder);
    let fetched = output_of(&mut command);
    fetched
        .map(|_| ())
        .ok_or_else(|| Trouble::new(format!("npm could not fetch {package}; is there a network?")))
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

    #[test]
    fn the_finest_file_of_countries_is_refused() {
        let finest = COUNTRIES.replace("50m", "10m");
        let told = Package(Vec::new()).file(&finest).unwrap_err().to_string();
        assert!(told.contains("may not enter"), "{told}");
    }
}
