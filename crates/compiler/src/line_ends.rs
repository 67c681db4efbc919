//! Lines that end in something else than LF or CR LF.
//!
//! Front matter, authority files and paragraphs are read by lines, and a text whose lines
//! end in other characters would be one line, shown as one block of text.

use crate::fault::Fault;
use crate::text_fault::TextFault;

/// Each other line end in a text: its byte and what it is called.
pub(crate) fn others(text: &str) -> impl Iterator<Item = (usize, &'static str)> {
    let bytes = text.as_bytes();
    bytes.iter().enumerate().filter_map(|(at, first)| {
        let name = match (first, &bytes[at + 1..]) {
            // Converters of line ends that ran twice leave CR CR LF.
            (b'\r', [b'\n', ..] | [b'\r', b'\n', ..]) => return None,
            (b'\r', _) => "CR alone (as on old Macintoshes)",
            (0xc2, [0x85, ..]) => "NEL (U+0085, as on mainframes)",
            (0xe2, [0x80, 0xa8, ..]) => "LINE SEPARATOR (U+2028)",
            (0xe2, [0x80, 0xa9, ..]) => "PARAGRAPH SEPARATOR (U+2029)",
            _ => return None,
        };
        Some((at, name))
    })
}

/// What is wrong with the line ends of a body, which begins at this byte of a text: an error
/// if most of its lines end in other characters, a warning if a few do. Separators of
/// Unicode among lines that end in LF are spaces, as far as anybody can tell.
pub(crate) fn in_body(text: &str, body: usize) -> Option<(usize, Fault)> {
    let lines = text[body..].trim_end();
    let count = others(lines).count();
    if count == 0 {
        return None;
    }
    let all = count > lines.bytes().filter(|&byte| byte == b'\n').count();
    let separates = |at: usize| lines[at..].starts_with(['\u{2028}', '\u{2029}']);
    let (first, name) = others(lines).find(|&(at, _)| all || !separates(at))?;
    Some((body + first, Fault::Text(TextFault::LineEnds { name, all })))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_other_line_ends_where_they_matter() {
        for (text, expected) in [
            ("a\nb\r\nc\r\r\nd", None),
            ("a\rb\rc", Some((1, true))),
            ("a\u{85}b", Some((1, true))),
            ("a\u{2028}b\u{2028}c\nd", Some((1, true))),
            ("a\nb\nc\rd\ne", Some((5, false))),
            ("a\nb\u{2028}c\nd", None),
            ("a\nb\u{2028}c\nd\re\nf", Some((9, false))),
            ("text\u{a0}\u{2028}", None),
            ("a\r", None),
            ("", None),
        ] {
            let found = in_body(text, 0).map(|(at, fault)| match fault {
                Fault::Text(TextFault::LineEnds { all, .. }) => (at, all),
                other => panic!("{other:?}"),
            });
            assert_eq!(found, expected, "{text:?}");
        }
        assert_eq!(in_body("a\rb\nc\rd", 4).unwrap().0, 5);
    }
}
