//! What a corpus is before anything is understood: names and bytes.
//!
//! [`crate::folder`] makes it from a folder; a page can make it from files that a reader
//! drops on it.

use crate::issue::Issue;
use std::path::Path;

/// The longest document, in bytes.
pub const DOCUMENT_LIMIT: u64 = 64 << 20;

/// The longest corpus, in bytes, and the longest archive: its offsets have 32 bits.
pub const CORPUS_LIMIT: u64 = u32::MAX as u64;

/// The files of a corpus.
#[derive(Clone, Debug, Default)]
pub struct Source {
    /// What the corpus is called where its settings give no title; may be empty.
    pub name: String,
    /// The file `corpus.toml`, where there is one.
    pub settings: Option<SourceFile>,
    /// The authority files, as in [`crate::authority::FILES`].
    pub authorities: Vec<SourceFile>,
    /// The reviews of meetings, where there are any: [`crate::reviews::FILE`].
    pub reviews: Option<SourceFile>,
    /// The documents; their order has no meaning.
    pub documents: Vec<SourceFile>,
    /// What went wrong while the files were gathered.
    pub issues: Vec<Issue>,
}

/// A file as received.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// Its path, as messages show it.
    pub path: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl SourceFile {
    /// The name of the file.
    pub fn name(&self) -> &str {
        Path::new(&self.path).file_name().and_then(|name| name.to_str()).unwrap_or_default()
    }

    /// The name of the file without its ending.
    pub fn stem(&self) -> &str {
        Path::new(&self.path).file_stem().and_then(|stem| stem.to_str()).unwrap_or_default()
    }
}
