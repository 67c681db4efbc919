//! What is written comes back, borrowed; what is damaged is refused, and nothing panics.
#![allow(clippy::unwrap_used)] // helpers of tests, as in tests

mod invented;

use entente_archive::format::{LABEL, VERSION};
use entente_archive::{Archive, DecodeError, Index, Posting};
use invented::Amount;
use proptest::prelude::*;
use std::borrow::Cow;
use std::collections::BTreeMap;
use xxhash_rust::xxh64::xxh64;

/// Where the content begins: behind label, version and checksum.
const CONTENT: usize = 20;

fn invented(texts: Vec<String>, seed: u64) -> Archive<'static> {
    invented::archive(texts, seed, &Amount { mentions: 4, words: [6, 12] })
}

/// Texts of any letters, and a seed for all else.
fn any_archive() -> impl Strategy<Value = Archive<'static>> {
    (prop::collection::vec("\\PC{1,40}", 0..4), any::<u64>())
        .prop_map(|(texts, seed)| invented(texts, seed))
}

/// The bytes with a checksum that is right.
fn with_checksum(mut bytes: Vec<u8>) -> Vec<u8> {
    let checksum = xxh64(&bytes[CONTENT..], 0).to_le_bytes();
    bytes[CONTENT - 8..CONTENT].copy_from_slice(&checksum);
    bytes
}

#[test]
fn comes_back_and_borrows_its_texts() {
    let bytes = invented(vec!["Hà Nội — VNS".to_owned()], 1).to_bytes();
    let opened = Archive::open(&bytes).unwrap();
    assert!(matches!(opened.documents[0].text, Cow::Borrowed(_)));
    assert!(matches!(opened.entities[0].name, Cow::Borrowed(_)));
    assert!(matches!(opened.meetings[0].id, Cow::Borrowed(_)));
    assert!(matches!(opened.promises[0].id, Cow::Borrowed(_)));
}

#[test]
fn terms_are_found_whole_and_by_their_beginning() {
    let postings = vec![Posting { document: 3, body: 2, title: 1, headlines: 0 }];
    let index = Index::new(&BTreeMap::from(
        ["ha", "hanoi", "noi"].map(|term| (term.to_owned(), postings.clone())),
    ));
    assert_eq!(index.with_prefix("ha").len(), 2);
    assert_eq!(index.get("noi").collect::<Vec<_>>(), postings);
    assert_eq!(index.get("no").count(), 0);
    assert!(index.has_prefix("han") && !index.contains("han"));
}

#[test]
fn is_refused_with_the_first_thing_that_is_wrong() {
    let bytes = invented(vec!["They met.".to_owned()], 2).to_bytes();
    assert_eq!(Archive::open(b"PK").unwrap_err(), DecodeError::NotAnArchive);
    assert_eq!(Archive::open(LABEL).unwrap_err(), DecodeError::Damaged);
    let mut other = bytes.clone();
    other[LABEL.len()] ^= 1;
    let found = VERSION ^ 1;
    assert_eq!(Archive::open(&other).unwrap_err(), DecodeError::Version { found });
    let lengthened = [bytes.as_slice(), b" "].concat();
    assert_eq!(Archive::open(&lengthened).unwrap_err(), DecodeError::Damaged);
    assert_eq!(Archive::open(&with_checksum(lengthened)).unwrap_err(), DecodeError::Damaged);
    for end in 0..bytes.len() {
        assert!(Archive::open(&bytes[..end]).is_err(), "cut at {end}");
    }
}

proptest! {
    #[test]
    fn any_archive_comes_back_and_gives_the_same_bytes(archive in any_archive()) {
        let bytes = archive.to_bytes();
        let opened = Archive::open(&bytes).unwrap();
        prop_assert_eq!(&opened, &archive);
        prop_assert_eq!(opened.to_bytes(), bytes);
    }

    #[test]
    fn any_cut_and_any_changed_byte_is_refused(
        archive in any_archive(),
        at: prop::sample::Index,
        change in 1..=255_u8,
    ) {
        let mut bytes = archive.to_bytes();
        let at = at.index(bytes.len());
        prop_assert!(Archive::open(&bytes[..at]).is_err());
        bytes[at] ^= change;
        prop_assert!(Archive::open(&bytes).is_err());
    }

    /// An archive that was made wrong is refused, or can be walked.
    #[test]
    fn forged_archives_do_not_panic(
        archive in any_archive(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), 1..=255_u8), 1..4),
        cut: Option<prop::sample::Index>,
    ) {
        let mut bytes = archive.to_bytes();
        let content = bytes.len() - CONTENT;
        for (at, change) in changes {
            bytes[CONTENT + at.index(content)] ^= change;
        }
        bytes.truncate(cut.map_or(bytes.len(), |cut| CONTENT + cut.index(content)));
        let bytes = with_checksum(bytes);
        if let Ok(opened) = Archive::open(&bytes) {
            for entity in opened.entities() {
                let texts = entity.documents().into_iter().map(|n| opened.document(n).unwrap().text());
                prop_assert!(texts.count() <= opened.documents.len());
            }
            for meeting in opened.meetings() {
                prop_assert!(meeting.involved().all(|entity| opened.entity(entity).is_some()));
                prop_assert!(meeting.attestations().all(|told| told.evidence().count() < 1_000));
            }
            for promise in opened.promises() {
                let numbers = promise.value().who.len() + promise.value().to.len();
                prop_assert_eq!(promise.who().count() + promise.to().count(), numbers);
                prop_assert!(promise.words().len() <= bytes.len());
                let keepers = [promise.kept_by_meeting().is_some(), promise.kept_by_agreement().is_some()];
                prop_assert_eq!(keepers.contains(&true), promise.kept.is_some());
                prop_assert_eq!(promise.meeting().is_some(), promise.value().meeting.is_some());
            }
        }
    }
}
