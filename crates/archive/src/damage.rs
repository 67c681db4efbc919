//! What can be wrong with the bytes of an archive.

use std::fmt;

/// Why bytes were refused. The messages are for the reader of a page: what is wrong and
/// what to do about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Damage {
    /// The first bytes are not the label: this is some other file.
    NotAnArchive,
    /// Written by another version of the format.
    Version {
        /// The version that the bytes name.
        found: u32,
    },
    /// Fewer or more bytes than the archive says it has.
    Length {
        /// The length that the archive names, in bytes.
        expected: u64,
        /// The length found, in bytes.
        found: u64,
    },
    /// The checksum of the content is not the one written down.
    Checksum,
    /// A part contradicts itself or another part.
    Content {
        /// The part, in a word.
        part: &'static str,
    },
}

impl fmt::Display for Damage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAnArchive => f.write_str(
                "these bytes are not an Entente archive; compile the corpus with `entente compile`",
            ),
            Self::Version { found } => write!(
                f,
                "the archive has format version {found}, this page reads version {}; compile the \
                 corpus again with the same release",
                crate::container::VERSION
            ),
            Self::Length { expected, found } => write!(
                f,
                "the archive should have {expected} bytes and has {found}; it was cut or \
                 lengthened on the way: fetch it again"
            ),
            Self::Checksum => f.write_str(
                "the archive was changed on the way (its checksum is wrong); fetch it again",
            ),
            Self::Content { part } => {
                write!(f, "the archive contradicts itself in its {part}; compile the corpus again")
            }
        }
    }
}

impl std::error::Error for Damage {}
