//! What is no plain text, though it may have the name of one.

use crate::fault::Fault;
use crate::text_fault::TextFault;

const PANDOC: &str = "convert it, for example with: pandoc -t plain --wrap=none OLD -o NEW.txt";
const PDF: &str = "convert it, for example with: pdftotext OLD.pdf NEW.txt";
const WORD: &str = "open it in a word processor and save it as plain text (UTF-8)";
const REMOVE: &str = "put the report there as plain text (UTF-8), or remove the file";

/// Endings of names of files that are probably reports, but not as plain text; and how to
/// convert them.
pub(crate) fn for_ending(ending: &str) -> Option<(&'static str, &'static str)> {
    const ENDINGS: &[(&str, &str)] = &[
        ("docx", PANDOC),
        ("odt", PANDOC),
        ("rtf", PANDOC),
        ("epub", PANDOC),
        ("html", PANDOC),
        ("htm", PANDOC),
        ("doc", WORD),
        ("pdf", PDF),
        ("markdown", "rename it to .md if it is"),
        ("text", "rename it to .txt if it is"),
    ];
    ENDINGS.iter().find(|(known, _)| *known == ending).copied()
}

/// What is neither text nor anything that we know.
pub(crate) const BINARY: Fault = not_text("binary data", REMOVE);

const fn not_text(found: &'static str, convert: &'static str) -> Fault {
    Fault::Text(TextFault::NotText { found, convert })
}

/// What the first bytes of a file say, if they are those of another format.
pub(crate) fn for_bytes(bytes: &[u8]) -> Option<Fault> {
    const SIGNATURES: &[(&[u8], Fault)] = &[
        (b"%PDF-", not_text("a PDF file", PDF)),
        (b"PK\x03\x04", not_text("a ZIP archive or a document of a word processor", PANDOC)),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            not_text("a document of an old word processor", WORD),
        ),
        (b"\x1f\x8b", not_text("a compressed file", "unpack it with: gunzip")),
        (b"\x89PNG", not_text("a picture", REMOVE)),
        (b"\xff\xd8\xff", not_text("a picture", REMOVE)),
        (b"GIF8", not_text("a picture", REMOVE)),
    ];
    SIGNATURES.iter().find(|(first, _)| bytes.starts_with(first)).map(|(_, fault)| fault.clone())
}

/// What the first characters of a text say, if they are those of a markup language.
pub(crate) fn for_text(text: &str) -> Option<Fault> {
    const MARKUP: &[(&str, &str)] = &[
        ("{\\rtf", "RTF"),
        ("<!doctype html", "HTML"),
        ("<html", "HTML"),
        ("<head", "HTML"),
        ("<body", "HTML"),
        ("<meta", "HTML"),
        ("<title", "HTML"),
        ("<article", "HTML"),
        ("<div", "HTML"),
        ("<p", "HTML"),
        ("<h1", "HTML"),
        ("<!--", "HTML"),
        ("<?xml", "XML"),
        ("<rss", "XML"),
    ];
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    let begins = |first: &str| {
        let head = text.as_bytes().get(..first.len()).unwrap_or_default();
        // A name goes on, ends, or is followed by a space: `<htmlish` may be a joke.
        let next = text.as_bytes().get(first.len()).copied().unwrap_or(b'>');
        let is_name =
            first.starts_with('<') && first.ends_with(|c: char| c.is_ascii_alphanumeric());
        head.eq_ignore_ascii_case(first.as_bytes())
            && (!is_name || next.is_ascii_whitespace() || matches!(next, b'>' | b'/'))
    };
    let (_, found) = MARKUP.iter().find(|(first, _)| begins(first))?;
    Some(not_text(found, PANDOC))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_other_formats_by_how_they_begin() {
        for (text, expected) in [
            ("{\\rtf1\\ansi Talks", Some("RTF")),
            ("\u{feff} <!DOCTYPE html><html>", Some("HTML")),
            ("<HTML>\n<p>Talks", Some("HTML")),
            ("\n<body class=x>", Some("HTML")),
            ("<p class='first'>They met.", Some("HTML")),
            ("<?xml version=\"1.0\"?>", Some("XML")),
            ("<P.S.> They met.", None),
            ("<Talks> in Paris", None),
            ("{rtf}", None),
            ("<htmlish>", None),
            ("", None),
        ] {
            let found = for_text(text).map(|fault| fault.what());
            let expected = expected.map(|found| format!("this is {found}, not plain text"));
            assert_eq!(found, expected, "{text:?}");
        }
        for bytes in [&b"%PDF-1.7"[..], b"PK\x03\x04..", b"\x89PNG", b"\x1f\x8b\x08"] {
            assert!(for_bytes(bytes).is_some(), "{bytes:x?}");
        }
        assert_eq!((for_bytes(b"PKK"), for_bytes(b"")), (None, None));
    }
}
