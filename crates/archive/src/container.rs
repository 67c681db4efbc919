//! The outside of an archive: label, version, length, checksum, sections.
//!
//! ```text
//! bytes 0..8    label "Entente\n"
//! 8..12         version
//! 12..20        length of the whole archive, in bytes
//! 20..28        XXH64 (seed 0) of everything behind byte 28
//! 28..          for each section its length in bytes (u32), in the fixed order
//!               of `Section`, then the sections themselves, one behind the other
//! ```
//!
//! The label ends in a line feed: a transfer that meddles with line ends destroys it.

use crate::damage::Damage;
use crate::wire::Field;
use xxhash_rust::xxh64::xxh64;

/// The first bytes of every archive.
pub const LABEL: &[u8; 8] = b"Entente\n";

/// The version of the format. Any change of layout or meaning raises it.
pub const VERSION: u32 = 5;

const HEADER: usize = 28;

/// The sections, in the order in which they lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Section {
    Corpus,
    Documents,
    Sentences,
    Furniture,
    Entities,
    Mentions,
    Roles,
    Records,
    Names,
    Former,
    Offices,
    Meetings,
    Attestations,
    Participants,
    Outcomes,
    Evidence,
    Countries,
    Texts,
    Strings,
    TermBlocks,
    Terms,
    Postings,
}

impl Section {
    /// How many there are.
    pub const COUNT: usize = Self::Postings as usize + 1;
}

/// The contents of all sections, by `Section as usize`.
pub type Sections<T> = [T; Section::COUNT];

/// Puts the sections into one archive.
pub fn pack(sections: &Sections<Vec<u8>>) -> Vec<u8> {
    let mut content = Vec::new();
    for section in sections {
        (section.len() as u32).put(&mut content);
    }
    for section in sections {
        content.extend_from_slice(section);
    }
    let mut out = Vec::with_capacity(HEADER + content.len());
    out.extend_from_slice(LABEL);
    VERSION.put(&mut out);
    out.extend_from_slice(&((HEADER + content.len()) as u64).to_le_bytes());
    out.extend_from_slice(&xxh64(&content, 0).to_le_bytes());
    out.extend_from_slice(&content);
    out
}

/// Takes an archive apart, after checking label, version, length and checksum.
///
/// # Errors
/// The first [`Damage`] found.
pub fn unpack(bytes: &[u8]) -> Result<Sections<&[u8]>, Damage> {
    if !bytes.starts_with(LABEL) {
        return Err(Damage::NotAnArchive);
    }
    let found = bytes.len() as u64;
    let number = |at: usize| bytes.get(at..at + 8).and_then(|b| b.try_into().ok());
    let short = Damage::Length { expected: HEADER as u64, found };
    let version = bytes.get(8..12).and_then(u32::get).ok_or(short)?;
    if version != VERSION {
        return Err(Damage::Version { found: version });
    }
    let expected = number(12).map(u64::from_le_bytes).ok_or(short)?;
    if expected != found {
        return Err(Damage::Length { expected, found });
    }
    let checksum = number(20).map(u64::from_le_bytes).ok_or(short)?;
    let content = bytes.get(HEADER..).ok_or(short)?;
    if xxh64(content, 0) != checksum {
        return Err(Damage::Checksum);
    }

    let lengths = Damage::Content { part: "table of sections" };
    let (table, mut rest) = content.split_at_checked(Section::COUNT * 4).ok_or(lengths)?;
    let mut sections = [&[][..]; Section::COUNT];
    for (section, length) in sections.iter_mut().zip(table.chunks_exact(4)) {
        let length = u32::get(length).ok_or(lengths)? as usize;
        (*section, rest) = rest.split_at_checked(length).ok_or(lengths)?;
    }
    if rest.is_empty() { Ok(sections) } else { Err(lengths) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_the_first_thing_that_is_wrong() {
        let mut sections: Sections<Vec<u8>> = Default::default();
        sections[Section::Texts as usize] = b"text".to_vec();
        let bytes = pack(&sections);
        assert_eq!(unpack(&bytes).unwrap()[Section::Texts as usize], b"text");

        assert_eq!(unpack(b""), Err(Damage::NotAnArchive));
        assert_eq!(unpack(b"Entente\r\n"), Err(Damage::NotAnArchive));
        assert!(matches!(unpack(LABEL), Err(Damage::Length { .. })));
        assert!(matches!(unpack(&bytes[..bytes.len() - 1]), Err(Damage::Length { .. })));
        let changed = |at: usize| {
            let mut bytes = bytes.clone();
            bytes[at] ^= 1;
            bytes
        };
        assert_eq!(unpack(&changed(8)), Err(Damage::Version { found: VERSION ^ 1 }));
        assert!(matches!(unpack(&changed(12)), Err(Damage::Length { .. })));
        assert_eq!(unpack(&changed(20)), Err(Damage::Checksum));
        assert_eq!(unpack(&changed(bytes.len() - 1)), Err(Damage::Checksum));
    }
}
