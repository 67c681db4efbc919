//! Where in the sources a panic arose.
//!
//! The compiler writes a place for every statement that may panic: file, line and column.
//! The files name the machine that built the page and the registry of its crates, and
//! nobody reads them. The bytes stay where they are and become zeros; a place becomes an
//! empty name, line 0, column 0. Found by what points to them, so that no other text is
//! taken for one: an address and a length in the data, at which a path to a `.rs` file
//! stands. The archive is not looked into.

use super::format::{Reader, body, broken, with_body, write_leb};
use crate::trouble::Result;
use memchr::memmem;
use std::ops::Range;

/// The wasm without paths to its sources.
///
/// # Errors
/// When the file cannot be read.
pub fn blanked(wasm: &[u8], archive: &[u8]) -> Result<Vec<u8>> {
    let Some(mut reader) = body(wasm, "data")? else { return Ok(wasm.to_vec()) };
    let count = reader.leb().ok_or_else(broken)?;
    let mut content = Vec::new();
    write_leb(&mut content, count);
    for _ in 0..count {
        let start = reader.at;
        let Some(address) = address(&mut reader) else { return Ok(wasm.to_vec()) };
        let data = reader.bytes().ok_or_else(broken)?;
        let head = &reader.since(start)[..reader.at - start - data.len()];
        content.extend_from_slice(head);
        content.extend(without_paths(data, address, archive));
    }
    with_body(wasm, "data", &content)
}

/// The place of a piece of data that is laid down at the start.
fn address(reader: &mut Reader<'_>) -> Option<usize> {
    const CONST: u8 = 0x41;
    const END: u8 = 0x0b;
    (reader.byte()? == 0 && reader.byte()? == CONST).then_some(())?;
    // Signed LEB128; below two gigabytes it is the same.
    let address = reader.leb()?;
    (reader.byte()? == END).then_some(address)
}

fn without_paths(data: &[u8], address: usize, archive: &[u8]) -> Vec<u8> {
    let archive = match memmem::find(data, archive) {
        Some(start) if !archive.is_empty() => start..start + archive.len(),
        _ => 0..0,
    };
    let mut out = data.to_vec();
    let words = (address.next_multiple_of(4) - address..data.len().saturating_sub(7)).step_by(4);
    for at in words.filter(|at| !archive.contains(at)) {
        let Some(path) = path_at(data, word(data, at).wrapping_sub(address), word(data, at + 4))
        else {
            continue;
        };
        if overlap(&path, &archive) {
            continue;
        }
        out[path].fill(0);
        out[at..at + 8].copy_from_slice(&EMPTY);
        if at + 16 <= data.len() && is_place(word(data, at + 8), word(data, at + 12)) {
            out[at + 8..at + 16].fill(0);
        }
    }
    out
}

/// Address and length of an empty text, as Rust has it: never at address 0.
const EMPTY: [u8; 8] = [1, 0, 0, 0, 0, 0, 0, 0];

/// A number of four bytes.
fn word(data: &[u8], at: usize) -> usize {
    let bytes = data.get(at..at + 4).and_then(|bytes| bytes.try_into().ok());
    bytes.map_or(0, |bytes| u32::from_le_bytes(bytes) as usize)
}

/// The path to a source file that begins here, if so long a text is one.
fn path_at(data: &[u8], start: usize, length: usize) -> Option<Range<usize>> {
    let range = start..start.checked_add(length)?;
    let text = std::str::from_utf8(data.get(range.clone())?).ok()?;
    let text = text.strip_suffix(".rs")?;
    let in_sources = text.starts_with("src/") || text.contains("/src/") || text.contains("\\src\\");
    (in_sources && !text.contains(char::is_control)).then_some(range)
}

fn is_place(line: usize, column: usize) -> bool {
    (1..100_000).contains(&line) && (1..1000).contains(&column)
}

fn overlap(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

#[cfg(test)]
mod tests {
    use super::*;

    const AT: usize = 1024;
    const ARCHIVE: &[u8] = b"ENTENTE: see registry/src/a/src/b.rs";
    const PATHS: [&str; 3] = [
        "/rustc/59807616e1/library/core/src/str/mod.rs",
        "/home/jo/.cargo/registry/src/index.crates.io-19/tachys-0.2/src/dom.rs",
        "src/theme.rs",
    ];

    /// Texts one behind the other, the archive, then a place for each text.
    fn data(texts: &[&str]) -> Vec<u8> {
        let mut data = [texts.concat().as_bytes(), ARCHIVE].concat();
        data.resize(data.len().next_multiple_of(4), b'.');
        let mut start = AT;
        for text in texts {
            for number in [start, text.len(), 7, 9] {
                data.extend((number as u32).to_le_bytes());
            }
            start += text.len();
        }
        data
    }

    fn file(data: &[u8]) -> Vec<u8> {
        let mut content = b"\x01\0\x41\x80\x08\x0b".to_vec();
        super::super::format::write_bytes(&mut content, data);
        let mut wasm = b"\0asm\x01\0\0\0\x0b".to_vec();
        super::super::format::write_bytes(&mut wasm, &content);
        wasm
    }

    #[test]
    fn paths_and_places_go() {
        let texts = ["begin", PATHS[0], PATHS[1], "www.srbija.gov.rs/", PATHS[2], "end"];
        let linked = file(&data(&texts));
        let blank = blanked(&linked, ARCHIVE).expect("whole");
        assert_eq!(blank.len(), linked.len());
        assert!(memmem::find(&blank, ARCHIVE).is_some());
        for (needle, left) in
            [("/rustc/", false), ("/home/jo", false), ("theme.rs", false), ("gov.rs", true)]
        {
            assert_eq!(memmem::find(&blank, needle.as_bytes()).is_some(), left, "{needle}");
        }
        let places = &blank[blank.len() - 16 * texts.len()..];
        let told: Vec<_> =
            places.chunks(16).map(|place| (word(place, 0), word(place, 8))).collect();
        let whole = |nth: usize| (AT + texts[..nth].concat().len(), 7);
        assert_eq!(told, [whole(0), (1, 0), (1, 0), whole(3), (1, 0), whole(5)]);
    }

    #[test]
    fn all_else_stays() {
        for texts in [&["a", "b.rs", "registry/src/index"][..], &[]] {
            let wasm = file(&data(texts));
            assert_eq!(blanked(&wasm, ARCHIVE).expect("whole"), wasm, "{texts:?}");
        }
        let passive = b"\0asm\x01\0\0\0\x0b\x04\x01\x01\x01a";
        assert_eq!(blanked(passive, ARCHIVE).expect("whole"), passive);
    }
}
