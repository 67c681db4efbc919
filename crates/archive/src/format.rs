//! The bytes of an archive.
//!
//! ```text
//! bytes 0..8    label "Entente\n"
//! 8..12         version, little-endian
//! 12..20        XXH64 (seed 0) of everything behind byte 20, little-endian
//! 20..          the `Archive` as postcard encodes it
//! ```
//!
//! The label ends in a line feed: a transfer that meddles with line ends destroys it. The
//! same archive always gives the same bytes.

use crate::archive::Archive;
use serde::Serialize;
use thiserror::Error;
use xxhash_rust::xxh64::xxh64;

/// The first bytes of every archive.
pub const LABEL: &[u8; 8] = b"Entente\n";

/// The version of the format. Any change of the types or of their meaning raises it.
pub const VERSION: u32 = 9;

/// Why bytes were refused. The messages are for the reader of a page: what is wrong and what
/// to do about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum DecodeError {
    /// The first bytes are not the label: this is some other file.
    #[error("these bytes are not an Entente archive; compile the corpus with `entente compile`")]
    NotAnArchive,
    /// Written by another version of the format.
    #[error(
        "the archive has format version {found}, this page reads version {VERSION}; compile the \
         corpus again with the same release"
    )]
    Version {
        /// The version that the bytes name.
        found: u32,
    },
    /// Cut, lengthened or changed.
    #[error("the archive is damaged: bytes were lost or changed on the way; fetch it again")]
    Damaged,
}

impl<'a> Archive<'a> {
    /// The archive as bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        let content = append(Vec::new(), self);
        let version = VERSION.to_le_bytes();
        let checksum = xxh64(&content, 0).to_le_bytes();
        [LABEL.as_slice(), &version, &checksum, &content].concat()
    }

    /// The archive in these bytes. Texts, names and packed lists borrow from them.
    ///
    /// # Errors
    /// Where these are not the bytes that [`Archive::to_bytes`] has given.
    pub fn open(bytes: &'a [u8]) -> Result<Self, DecodeError> {
        let rest = bytes.strip_prefix(LABEL).ok_or(DecodeError::NotAnArchive)?;
        let (version, rest) = rest.split_first_chunk().ok_or(DecodeError::Damaged)?;
        let found = u32::from_le_bytes(*version);
        if found != VERSION {
            return Err(DecodeError::Version { found });
        }
        let (checksum, content) = rest.split_first_chunk().ok_or(DecodeError::Damaged)?;
        if u64::from_le_bytes(*checksum) != xxh64(content, 0) {
            return Err(DecodeError::Damaged);
        }
        let (mut archive, rest): (Self, &[u8]) =
            postcard::take_from_bytes(content).map_err(|_| DecodeError::Damaged)?;
        // Long lists have grown by doubling, since serde trusts no length.
        archive.documents.shrink_to_fit();
        archive.entities.shrink_to_fit();
        archive.meetings.shrink_to_fit();
        archive.promises.shrink_to_fit();
        let whole = rest.is_empty() && archive.is_sound();
        whole.then_some(archive).ok_or(DecodeError::Damaged)
    }
}

/// Appends the encoding of a value.
pub(crate) fn append<T: Serialize + ?Sized>(bytes: Vec<u8>, value: &T) -> Vec<u8> {
    postcard::to_extend(value, bytes).expect("memory can be written, and lengths are known")
}
