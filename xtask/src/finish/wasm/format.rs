//! The sections of a wasm file, and the numbers and names they are made of.
//!
//! What is inside code is never looked at. A file is changed by putting another body into
//! a section; all else is copied.

use crate::trouble::{Result, Trouble};
use std::ops::Range;

const HEADER: &[u8] = b"\0asm\x01\0\0\0";
const CUSTOM: u8 = 0;
const NAMES: [&str; 14] = [
    "custom",
    "type",
    "import",
    "function",
    "table",
    "memory",
    "global",
    "export",
    "start",
    "element",
    "code",
    "data",
    "data count",
    "tag",
];

/// One section of a wasm file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// What the format calls it: `code`, `data`, or the own name of a custom section.
    pub name: String,
    /// Where it lies in the file, with its head.
    pub bytes: Range<usize>,
    /// Where its content lies; for a custom section, what follows its name.
    pub body: Range<usize>,
    kind: u8,
}

/// The sections in the order of the file.
///
/// # Errors
/// When the bytes are no wasm file.
pub fn sections(wasm: &[u8]) -> Result<Vec<Section>> {
    if !wasm.starts_with(HEADER) {
        return Err(broken());
    }
    let mut found = Vec::new();
    let mut reader = Reader::new(wasm, HEADER.len()..wasm.len());
    while !reader.is_at_end() {
        found.push(reader.section().ok_or_else(broken)?);
    }
    Ok(found)
}

/// The content of the section of this name, if there is one.
///
/// # Errors
/// When the bytes are no wasm file.
pub fn body<'a>(wasm: &'a [u8], name: &str) -> Result<Option<Reader<'a>>> {
    let section = sections(wasm)?.into_iter().find(|section| section.name == name);
    Ok(section.map(|section| Reader::new(wasm, section.body)))
}

/// The file with another content in a section of the format.
///
/// # Errors
/// When the bytes are no wasm file.
pub fn with_body(wasm: &[u8], name: &str, content: &[u8]) -> Result<Vec<u8>> {
    let mut out = HEADER.to_vec();
    for section in sections(wasm)? {
        if section.kind != CUSTOM && section.name == name {
            out.push(section.kind);
            write_leb(&mut out, content.len());
            out.extend_from_slice(content);
        } else {
            out.extend_from_slice(&wasm[section.bytes]);
        }
    }
    Ok(out)
}

/// The file without sections of these names.
///
/// # Errors
/// When the bytes are no wasm file.
pub fn without(wasm: &[u8], names: &[&str]) -> Result<Vec<u8>> {
    let mut out = HEADER.to_vec();
    for section in sections(wasm)? {
        if !names.contains(&section.name.as_str()) {
            out.extend_from_slice(&wasm[section.bytes]);
        }
    }
    Ok(out)
}

/// An unsigned LEB128 number.
pub fn write_leb(out: &mut Vec<u8>, mut value: usize) {
    while value >= 0x80 {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

/// A name or other bytes, with their length before them.
pub fn write_bytes(out: &mut Vec<u8>, bytes: &[u8]) {
    write_leb(out, bytes.len());
    out.extend_from_slice(bytes);
}

/// What is said of bytes that are not as the format wants them.
pub fn broken() -> Trouble {
    Trouble::new("this is no WebAssembly file, or it is cut short")
}

/// Reads one part of a file after the other; nothing, once one of them is broken.
#[derive(Clone, Debug)]
pub struct Reader<'a> {
    bytes: &'a [u8],
    /// Where in the file the next part begins.
    pub at: usize,
    end: usize,
}

impl<'a> Reader<'a> {
    /// Over a part of a file.
    pub fn new(bytes: &'a [u8], range: Range<usize>) -> Self {
        Self { bytes, at: range.start, end: range.end.min(bytes.len()) }
    }

    /// Whether everything is read.
    pub fn is_at_end(&self) -> bool {
        self.at >= self.end
    }

    /// The next byte.
    pub fn byte(&mut self) -> Option<u8> {
        self.take(1).map(|bytes| bytes[0])
    }

    /// So many bytes.
    pub fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let end = self.at.checked_add(count).filter(|end| *end <= self.end)?;
        let taken = &self.bytes[self.at..end];
        self.at = end;
        Some(taken)
    }

    /// Everything that is left.
    pub fn rest(&self) -> &'a [u8] {
        &self.bytes[self.at.min(self.end)..self.end]
    }

    /// What was read since.
    pub fn since(&self, start: usize) -> &'a [u8] {
        &self.bytes[start..self.at]
    }

    /// An unsigned LEB128 number of at most 32 bits.
    pub fn leb(&mut self) -> Option<usize> {
        let mut value = 0;
        for shift in [0, 7, 14, 21, 28] {
            let byte = self.byte()?;
            value |= usize::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Some(value);
            }
        }
        None
    }

    /// Bytes with their length before them.
    pub fn bytes(&mut self) -> Option<&'a [u8]> {
        let length = self.leb()?;
        self.take(length)
    }

    /// A part of its own, with its length before it.
    pub fn part(&mut self) -> Option<Self> {
        let length = self.bytes()?.len();
        Some(Self::new(self.bytes, self.at - length..self.at))
    }

    /// A name.
    pub fn name(&mut self) -> Option<&'a str> {
        std::str::from_utf8(self.bytes()?).ok()
    }

    fn section(&mut self) -> Option<Section> {
        let start = self.at;
        let kind = self.byte()?;
        let content = self.bytes()?;
        let bytes = start..self.at;
        let mut body = Reader::new(self.bytes, self.at - content.len()..self.at);
        let name = if kind == CUSTOM {
            body.name()?
        } else {
            NAMES.get(usize::from(kind)).copied().unwrap_or("unknown")
        };
        Some(Section { name: name.to_owned(), bytes, body: body.at..body.end, kind })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WASM: &[u8] = b"\0asm\x01\0\0\0\x00\x05\x04name\x0a\x81\x00\xff\x00\x04\x03abc";

    #[test]
    fn sections_are_told_apart() {
        let told: Vec<_> = sections(WASM)
            .expect("whole")
            .into_iter()
            .map(|section| (section.name, section.bytes.len(), section.body.len()))
            .collect();
        let expected =
            [("name", 7, 0), ("code", 4, 1), ("abc", 6, 0)].map(|(n, l, b)| (n.to_owned(), l, b));
        assert_eq!(told, expected);
    }

    #[test]
    fn sections_are_changed_and_left_out() {
        let rest = without(WASM, &["name", "other"]).expect("whole");
        assert_eq!(rest, [&WASM[..8], &WASM[15..]].concat());
        let changed = with_body(WASM, "code", b"xyz").expect("whole");
        assert_eq!(changed, [&WASM[..15], b"\x0a\x03xyz", &WASM[19..]].concat());
    }

    #[test]
    fn numbers_come_back() {
        for value in [0, 1, 127, 128, 300, 1 << 20, u32::MAX as usize] {
            let mut bytes = Vec::new();
            write_leb(&mut bytes, value);
            assert_eq!(Reader::new(&bytes, 0..bytes.len()).leb(), Some(value));
        }
    }

    #[test]
    fn ruins_are_refused() {
        for broken in [&WASM[..WASM.len() - 1], b"\0asm", b"", b"\0asm\x01\0\0\0\x00\xff\xff"] {
            assert!(sections(broken).is_err(), "{broken:?}");
        }
    }
}
