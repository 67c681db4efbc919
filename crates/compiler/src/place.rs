//! Lines and columns.

/// A place in a file, for people and editors: both count from 1, columns in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub struct Place {
    pub line: usize,
    pub column: usize,
}

impl Place {
    /// Where every file begins, and where what concerns the whole file is reported.
    pub const START: Self = Self { line: 1, column: 1 };

    /// The place of a byte of a text; one past the end is the place after the last
    /// character. Lines end in `\n`; a byte order mark takes no column.
    pub fn of(text: &str, byte: usize) -> Self {
        let before = &text[..text.floor_char_boundary(byte)];
        let line = before.rsplit('\n').next().unwrap_or_default();
        let breaks = before.bytes().filter(|&b| b == b'\n').count();
        Self { line: breaks + 1, column: line.trim_start_matches('\u{feff}').chars().count() + 1 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_lines_and_characters_from_one() {
        for (text, place) in [
            ("|", (1, 1)),
            ("ab|c", (1, 3)),
            ("Hà Nội|", (1, 7)),
            ("a\n|b", (2, 1)),
            ("a\r\nđ|", (2, 2)),
            ("a|\r\n", (1, 2)),
            ("\u{feff}|a", (1, 1)),
        ] {
            let byte = text.find('|').unwrap();
            let Place { line, column } = Place::of(&text.replace('|', ""), byte);
            assert_eq!((line, column), place, "{text:?}");
        }
        assert_eq!(Place::of("ab", 9), Place { line: 1, column: 3 });
        assert_eq!(Place::of("aà", 2), Place { line: 1, column: 2 }, "inside a character");
    }
}
