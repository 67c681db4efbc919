//! What can be wrong with the bytes of a basemap.

use std::fmt;

/// Why bytes were refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecodeError {
    /// The first bytes are not the label: this is some other file.
    NotABasemap,
    /// Written by another version of the format.
    Version {
        /// The version that the bytes name.
        found: u8,
    },
    /// A column is cut, has something left over, or leads off the globe.
    Content {
        /// The column, in a word.
        part: &'static str,
    },
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotABasemap => {
                f.write_str("these bytes are not a basemap; `cargo xtask basemap` makes one")
            }
            Self::Version { found } => write!(
                f,
                "the basemap has format version {found}, this page reads version {}; make it \
                 again with `cargo xtask basemap`",
                super::VERSION
            ),
            Self::Content { part } => write!(
                f,
                "the basemap is damaged in its {part}; make it again with `cargo xtask basemap`"
            ),
        }
    }
}

impl std::error::Error for DecodeError {}
