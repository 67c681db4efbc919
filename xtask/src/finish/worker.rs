//! The service worker: its files with their digests, and a version over all of `dist/`.

use anyhow::{Context, Result};
use base64::prelude::{BASE64_STANDARD, Engine};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::Path;

/// What the worker does, without its version and files.
const TEMPLATE: &str = include_str!("sw.js");

/// The script of the worker that keeps these files, each an address and a name in `dist`.
/// An empty address stands for the name itself.
///
/// # Errors
/// When a file of `dist` cannot be read.
pub fn script(dist: &Path, precached: &[(&str, &str)]) -> Result<String> {
    let mut files = Vec::new();
    for (address, name) in precached {
        let content = read(&dist.join(name))?;
        let address = if address.is_empty() { format!("./{name}") } else { (*address).to_owned() };
        let digest = BASE64_STANDARD.encode(Sha256::digest(content));
        files.push(format!("  \"{address}\": \"sha256-{digest}\",\n"));
    }
    let version = &version(dist)?[..16];
    let script = TEMPLATE.replace("{version}", version).replace("{files}\n", &files.concat());
    Ok(script)
}

/// A digest over the names and contents of all files.
fn version(dist: &Path) -> Result<String> {
    let unreadable = || format!("{} cannot be read", dist.display());
    let mut all = TEMPLATE.as_bytes().to_vec();
    let mut paths = Vec::new();
    for entry in fs::read_dir(dist).with_context(unreadable)? {
        paths.push(entry.with_context(unreadable)?.path());
    }
    paths.sort();
    for path in paths.iter().filter(|path| path.is_file()) {
        all.extend(path.file_name().unwrap_or_default().as_encoded_bytes());
        all.extend(Sha256::digest(read(path)?));
    }
    Ok(hex::encode(Sha256::digest(&all)))
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("{} cannot be read", path.display()))
}
