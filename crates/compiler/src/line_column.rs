//! Lines and columns.

/// A position in a file, for people and editors: both count from 1, columns in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub struct LineColumn {
    pub line: usize,
    pub column: usize,
}

impl LineColumn {
    /// Where every file begins, and where what concerns the whole file is reported.
    pub const START: Self = Self { line: 1, column: 1 };

    /// The position of a byte of a text. Looking up several in one text is the work of
    /// [`LineIndex`]: this reads all that stands before the byte.
    pub fn at(text: &str, byte: usize) -> Self {
        LineIndex::new(&text[..text.floor_char_boundary(byte)]).line_column(byte)
    }
}

/// Every so many bytes the characters before are counted.
const STEP: usize = 256;

/// The lines of a text, made once in linear time. Looking a byte up then takes the time of
/// a binary search, however long the text and its lines are.
#[derive(Clone, Debug)]
pub struct LineIndex<'t> {
    text: &'t str,
    /// The bytes at which the lines begin.
    starts: Vec<usize>,
    /// How many characters begin before each multiple of [`STEP`].
    characters: Vec<usize>,
}

impl<'t> LineIndex<'t> {
    /// The lines of a text; they end in `\n`.
    pub fn new(text: &'t str) -> Self {
        let mut starts = vec![0];
        let mut characters = Vec::with_capacity(text.len() / STEP + 1);
        let mut count = 0;
        for (at, &byte) in text.as_bytes().iter().enumerate() {
            if at % STEP == 0 {
                characters.push(count);
            }
            count += usize::from(begins_character(byte));
            if byte == b'\n' {
                starts.push(at + 1);
            }
        }
        if text.len().is_multiple_of(STEP) {
            characters.push(count);
        }
        Self { text, starts, characters }
    }

    /// The position of a byte; one past the end is the position after the last character.
    /// A byte order mark takes no column.
    pub fn line_column(&self, byte: usize) -> LineColumn {
        let byte = self.text.floor_char_boundary(byte);
        let line = self.starts.partition_point(|&start| start <= byte);
        let start = self.starts[line - 1];
        let rest = &self.text[start..byte];
        let mark = rest.len() - rest.trim_start_matches('\u{feff}').len();
        let column = self.characters_before(byte) - self.characters_before(start + mark) + 1;
        LineColumn { line, column }
    }

    fn characters_before(&self, byte: usize) -> usize {
        let step = byte / STEP;
        let rest = &self.text.as_bytes()[step * STEP..byte];
        self.characters[step] + rest.iter().filter(|&&byte| begins_character(byte)).count()
    }
}

/// Whether a byte of UTF-8 is the first of a character.
const fn begins_character(byte: u8) -> bool {
    byte & 0xc0 != 0x80
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_lines_and_characters_from_one() {
        for (text, expected) in [
            ("|", (1, 1)),
            ("ab|c", (1, 3)),
            ("Hà Nội|", (1, 7)),
            ("a\n|b", (2, 1)),
            ("a\r\nđ|", (2, 2)),
            ("a|\r\n", (1, 2)),
            ("\u{feff}|a", (1, 1)),
        ] {
            let byte = text.find('|').unwrap();
            let LineColumn { line, column } = LineColumn::at(&text.replace('|', ""), byte);
            assert_eq!((line, column), expected, "{text:?}");
        }
        assert_eq!(LineColumn::at("ab", 9), LineColumn { line: 1, column: 3 });
        assert_eq!(
            LineColumn::at("aà", 2),
            LineColumn { line: 1, column: 2 },
            "inside a character"
        );
    }

    #[test]
    fn finds_every_byte_of_a_long_text() {
        let text =
            format!("{}\n{}\n\n{}", "à".repeat(500), "b".repeat(700), "đ\u{300}c".repeat(300));
        let index = LineIndex::new(&text);
        let (mut line, mut column) = (1, 1);
        for (byte, c) in text.char_indices() {
            assert_eq!(index.line_column(byte), LineColumn { line, column });
            (line, column) = if c == '\n' { (line + 1, 1) } else { (line, column + 1) };
        }
        assert_eq!(index.line_column(text.len()), LineColumn { line, column });
        let exact = "a".repeat(2 * STEP);
        let end = LineIndex::new(&exact).line_column(exact.len());
        assert_eq!(end, LineColumn { line: 1, column: 2 * STEP + 1 });
    }
}
