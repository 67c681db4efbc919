//! What `docs/corpus-format.md` shows is what the compiler reads.
#![allow(clippy::unwrap_used)] // helpers of tests, as in tests

mod support;

use entente_compiler::{authority, folder, front_matter};
use support::{folder_of, told};

const DOCUMENT: &str = include_str!("../../../docs/corpus-format.md");

/// The examples in this language.
fn examples(language: &str) -> Vec<&'static str> {
    let blocks = DOCUMENT.split("\n```").skip(1).step_by(2);
    blocks.filter_map(|block| block.strip_prefix(language)?.strip_prefix('\n')).collect()
}

#[test]
fn the_examples_can_be_compiled() {
    let [records, reviews] = examples("toml")[..] else { panic!("{:?}", examples("toml")) };
    let (people, places) = records.split_once("# places.toml").unwrap();
    let report = examples("").into_iter().find(|text| text.starts_with("+++")).unwrap();
    let files = [
        ("documents/2024-05-talks.md", report),
        ("documents/2025-05-report.md", "They met."),
        ("organisations.toml", "[ministry-of-the-armed-forces]\nname = \"Ministry\""),
        ("people.toml", people),
        ("places.toml", places),
        ("meetings.toml", reviews),
    ];
    let folder = folder_of(&files.map(|(path, text)| (path, text.as_bytes())));
    let told = told(folder.path());
    assert!(told.iter().all(|line| line.contains(": warning: ")), "{told:#?}");
    assert!(told.iter().all(|line| !line.starts_with("documents/")), "{told:#?}");
    let source = folder::read(folder.path());
    assert_eq!((source.documents.len(), source.authorities.len()), (2, 3));
}

#[test]
fn every_key_and_file_is_described() {
    let keys = front_matter::KEYS.iter().map(|key| format!("\n| `{key}` | "));
    let files = authority::FILES.iter().map(|(name, _)| format!("\n  {name} "));
    let files = files.map(|file| file.trim_end().to_owned());
    for described in keys.chain(files) {
        assert!(DOCUMENT.contains(&described), "{described}");
    }
}
