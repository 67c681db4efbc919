//! What holds for every table: each entry says something, says it in its own language, tells what
//! it is given, and is written as the language writes.

mod said;

use super::{EN, Strings, fr::FR, vi::VI};
use crate::language::Language;
use said::said_by;

fn tables() -> impl Iterator<Item = &'static Strings> {
    Language::ALL.into_iter().map(Strings::for_language)
}

#[test]
fn every_language_has_its_table() {
    assert_eq!(Language::ALL.map(Language::code), ["en", "vi", "fr"]);
    let reports: Vec<_> = tables().map(|strings| strings.reports).collect();
    assert_eq!(reports, [EN.reports, VI.reports, FR.reports]);
}

#[test]
fn every_text_says_something_without_spaces_around_it() {
    for strings in tables() {
        for (entry, text) in said_by(strings) {
            assert!(!text.is_empty(), "`{entry}` is empty");
            assert_eq!(text.trim(), text, "`{entry}` has spaces around it");
        }
    }
}

/// Entries that are the same in all languages.
const SAME: &[&str] = &["held from to", "date 2025"];

/// Those that are the same word in French and in English.
const SAME_IN_FRENCH: &[&str] = &[
    "theme_names 0",
    "source",
    "kinds 1",
    "kind 1",
    "kind 5",
    "dates",
    "meeting_columns 0",
    "meeting_kinds 1",
    "version",
];

/// Entries that are the same in Vietnamese.
const SAME_IN_VIETNAMESE: &[&str] = &["quoted"];

#[test]
fn no_text_is_left_in_english() {
    let english = said_by(&EN);
    for (strings, same) in [(&VI, SAME_IN_VIETNAMESE), (&FR, SAME_IN_FRENCH)] {
        let said = said_by(strings);
        assert_eq!(said.len(), english.len());
        for ((entry, text), (_, english)) in said.iter().zip(&english) {
            // Keys and examples of queries may be the same or not.
            let typed = entry.ends_with("as typed");
            let listed = SAME.contains(&&**entry) || same.contains(&&**entry);
            assert!(typed || (text == english) == listed, "`{entry}`: {text}");
        }
    }
}

#[test]
fn letters_with_marks_are_one_character() {
    for (entry, text) in tables().flat_map(said_by) {
        let loose = text.contains(|letter| matches!(letter, '\u{300}'..='\u{36f}'));
        assert!(!loose, "`{entry}` has a mark of its own, so it is not NFC: {text}");
    }
}

#[test]
fn numbers_are_grouped_as_the_language_does() {
    let said = |strings: &Strings| (strings.found)(1_234, 1_234);
    let wanted = ["1,234 reports", "1.234 bài báo", "1\u{202f}234 articles"];
    assert_eq!([&EN, &VI, &FR].map(said), wanted);
}

/// What stands before a colon in a query and has no space: `person:giang`.
const FIELDS: [&str; 5] = ["person", "org", "place", "agreement", "event"];

#[test]
fn french_has_its_spaces_quotation_marks_and_apostrophes() {
    for (entry, text) in said_by(&FR).into_iter().filter(|(entry, _)| !entry.ends_with("typed")) {
        for (at, mark) in text.char_indices() {
            let (before, behind) = (&text[..at], &text[at + mark.len_utf8()..]);
            let right = match mark {
                ';' | '!' | '?' | '»' => before.ends_with('\u{202f}'),
                ':' if FIELDS.iter().any(|field| before.ends_with(field)) => true,
                ':' => before.ends_with('\u{a0}'),
                '«' => behind.starts_with('\u{202f}'),
                _ => !matches!(mark, '"' | '\'' | '“' | '”' | '‘'),
            };
            assert!(right, "`{entry}`, at {mark}: {text}");
        }
    }
}

#[test]
fn other_languages_have_no_space_before_punctuation() {
    for (entry, text) in [&EN, &VI].into_iter().flat_map(said_by) {
        let spaced = [" ;", " :", " !", " ?", " ,", " ."].iter().any(|mark| text.contains(mark));
        assert!(!spaced && !text.contains(['«', '»', '\u{a0}', '\u{202f}']), "`{entry}`: {text}");
    }
}

/// Vietnamese words without the marks that they need, or with a tone on the other vowel.
const MISSPELT: &str = "biet cac chinh chu cua dam den dia diem dien doi duoc gap hoac hoi khong \
                        ky ngay nguoi nha nhac nuoc phep thoa thoai thuan tieu tuan viet voi \
                        xoa hoà hoá khoá thoả toà xoá";

#[test]
fn vietnamese_has_its_marks() {
    for (entry, text) in said_by(&VI).into_iter().filter(|(entry, _)| !entry.ends_with("typed")) {
        let text = text.to_lowercase();
        for word in text.split(|letter: char| !letter.is_alphanumeric()) {
            let misspelt = MISSPELT.split_whitespace().any(|wrong| wrong == word);
            assert!(!misspelt, "`{entry}` has `{word}`: {text}");
        }
    }
}
