//! `PROVENANCE.toml`: what the basemap was made of, so that anybody can make it again.

use super::source::{Atlas, COUNTRIES, LAND, PACKAGE};
use crate::tools::npm::Package;
use anyhow::Result;
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// The text of the file.
///
/// # Errors
/// When the package lacks a file.
pub(super) fn text(atlas: &Atlas, regions: &[u8], basemap: &[u8]) -> Result<String> {
    let files = [LAND, COUNTRIES]
        .map(|name| atlas.file(name).map(|content| (name, hash(content))))
        .into_iter()
        .collect::<Result<Vec<_>>>()?;
    let files = files.iter().map(|(name, hash)| format!("\"{name}\" = \"{hash}\"\n"));
    let files: String = files.collect();
    let Package { name: package, version, sha512 } = &PACKAGE;
    let mut text = format!(
        "# Written by `cargo xtask basemap`; `cargo xtask basemap --check` makes it again and compares.\n\
         \n\
         [source]\n\
         data = \"Natural Earth 4.1.0, https://www.naturalearthdata.com/, in the public domain\"\n\
         package = \"{package}\"\n\
         version = \"{version}\"\n\
         licence = \"ISC (the package); the data are in the public domain\"\n\
         sha512 = \"{sha512}\"\n\
         \n\
         [source.sha256]\n\
         {files}"
    );
    let parameters = hash(regions);
    let _ = write!(
        text,
        "\n\
         # Land is of the first file, lines shared by two countries of the second; simplified\n\
         # after Visvalingam and Whyatt as regions.toml says.\n\
         [parameters.sha256]\n\
         \"regions.toml\" = \"{parameters}\"\n\
         \n\
         [result]\n\
         file = \"world.basemap\"\n\
         bytes = {}\n\
         sha256 = \"{}\"\n",
        basemap.len(),
        hash(basemap)
    );
    Ok(text)
}

/// SHA-256 in hexadecimal digits.
pub(super) fn hash(content: &[u8]) -> String {
    let mut text = String::new();
    for byte in Sha256::digest(content) {
        let _ = write!(text, "{byte:02x}");
    }
    text
}
