//! Functions that look alike, side by side.
//!
//! What a compressor finds again costs less the nearer it lies. The optimiser orders functions
//! by how often they are called, which spares nothing once there are more than a hundred; here
//! they are ordered by type and then by their bytes. Whatever names a function by its number
//! is told the new one, so this is the one place that looks into code.

use super::format::{Reader, body, broken, with_body, write_bytes, write_leb};
use super::interface::{self, FUNCTION};
use crate::trouble::Result;
use std::ops::Range;

/// The wasm with its functions in another order; what it does is the same.
///
/// # Errors
/// When the file cannot be read, or holds what is not known here.
pub fn alike_together(wasm: &[u8]) -> Result<Vec<u8>> {
    let Some(functions) = functions(wasm)? else { return Ok(wasm.to_vec()) };
    let imported = interface::imports(wasm)?.iter().filter(|import| import.is_function()).count();
    let mut order: Vec<usize> = (0..functions.len()).collect();
    order.sort_by_key(|&function| &functions[function]);
    let mut numbers: Vec<usize> = (0..imported + order.len()).collect();
    for (place, &function) in order.iter().enumerate() {
        numbers[imported + function] = imported + place;
    }
    let renumber = Renumber { numbers };

    let (mut types, mut code) = (Vec::new(), Vec::new());
    write_leb(&mut types, order.len());
    write_leb(&mut code, order.len());
    for &function in &order {
        let Function { kind, body } = functions[function];
        write_leb(&mut types, kind);
        write_bytes(&mut code, &renumber.replaced(body, calls(body))?);
    }
    let mut wasm = with_body(&with_body(wasm, "function", &types)?, "code", &code)?;
    for (section, named) in [("export", exported as Named), ("element", elements), ("start", start)]
    {
        if let Some(old) = body(&wasm, section)? {
            let new = renumber.replaced(old.rest(), named(old.rest()))?;
            wasm = with_body(&wasm, section, &new)?;
        }
    }
    Ok(wasm)
}

/// A function, in the order in which functions are to stand.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Function<'a> {
    /// The number of its type.
    kind: usize,
    body: &'a [u8],
}

fn functions(wasm: &[u8]) -> Result<Option<Vec<Function<'_>>>> {
    let (Some(mut types), Some(mut code)) = (body(wasm, "function")?, body(wasm, "code")?) else {
        return Ok(None);
    };
    let mut read = || {
        let (count, bodies) = (types.leb()?, code.leb()?);
        let function = |_| Some(Function { kind: types.leb()?, body: code.bytes()? });
        (count == bodies).then(|| (0..count).map(function).collect()).flatten()
    };
    read().map(Some).ok_or_else(broken)
}

/// New numbers of functions, by the old ones.
struct Renumber {
    numbers: Vec<usize>,
}

impl Renumber {
    /// The bytes with new numbers in place of those that stand in these places.
    fn replaced(&self, bytes: &[u8], places: Option<Vec<Range<usize>>>) -> Result<Vec<u8>> {
        let (mut out, mut end) = (Vec::new(), 0);
        for place in places.ok_or_else(broken)? {
            out.extend_from_slice(&bytes[end..place.start]);
            let old = Reader::new(bytes, place.clone()).leb();
            let new = old.and_then(|old| self.numbers.get(old)).ok_or_else(broken)?;
            write_leb(&mut out, *new);
            end = place.end;
        }
        out.extend_from_slice(&bytes[end..]);
        Ok(out)
    }
}

/// Where numbers of functions stand in some bytes.
type Named = fn(&[u8]) -> Option<Vec<Range<usize>>>;

fn exported(bytes: &[u8]) -> Option<Vec<Range<usize>>> {
    let mut reader = Reader::new(bytes, 0..bytes.len());
    let mut places = Vec::new();
    for _ in 0..reader.leb()? {
        reader.name()?;
        let kind = reader.byte()?;
        let place = number(&mut reader)?;
        places.extend((kind == FUNCTION).then_some(place));
    }
    Some(places)
}

/// The tables of functions, laid down at the start.
fn elements(bytes: &[u8]) -> Option<Vec<Range<usize>>> {
    const OF_FIRST_TABLE: usize = 0;
    const OF_ANY_TABLE: usize = 2;
    const END: u8 = 0x0b;
    let mut reader = Reader::new(bytes, 0..bytes.len());
    let mut places = Vec::new();
    for _ in 0..reader.leb()? {
        let of = reader.leb()?;
        if of == OF_ANY_TABLE {
            number(&mut reader)?;
        } else if of != OF_FIRST_TABLE {
            return None;
        }
        while reader.byte()? != END {
            number(&mut reader)?;
        }
        if of == OF_ANY_TABLE {
            reader.byte()?;
        }
        for _ in 0..reader.leb()? {
            places.push(number(&mut reader)?);
        }
    }
    Some(places)
}

fn start(bytes: &[u8]) -> Option<Vec<Range<usize>>> {
    Some(vec![number(&mut Reader::new(bytes, 0..bytes.len()))?])
}

/// The places of a function's body where other functions are named.
fn calls(body: &[u8]) -> Option<Vec<Range<usize>>> {
    let mut reader = Reader::new(body, 0..body.len());
    for _ in 0..reader.leb()? {
        number(&mut reader)?;
        reader.byte()?;
    }
    let mut places = Vec::new();
    while !reader.is_at_end() {
        match reader.byte()? {
            // Calls, also in place of a return; a reference to a function.
            0x10 | 0x12 | 0xd2 => places.push(number(&mut reader)?),
            // Blocks, jumps, variables, size of memory, constants.
            0x02..=0x04 | 0x0c | 0x0d | 0x20..=0x26 | 0x3f..=0x42 | 0xd0 => {
                numbers(&mut reader, 1)?;
            }
            // Calls through a table, loads and stores.
            0x11 | 0x28..=0x3e => numbers(&mut reader, 2)?,
            0x0e => {
                let targets = reader.leb()?;
                numbers(&mut reader, targets + 1)?;
            }
            0x1c => drop(reader.bytes()?),
            0x43 => drop(reader.take(4)?),
            0x44 => drop(reader.take(8)?),
            0xfc => match reader.leb()? {
                0..=7 => {}
                9 | 11 | 13 | 15..=17 => numbers(&mut reader, 1)?,
                8 | 10 | 12 | 14 => numbers(&mut reader, 2)?,
                _ => return None,
            },
            0xfd => match reader.leb()? {
                0..=11 | 92 | 93 => numbers(&mut reader, 2)?,
                12 | 13 => drop(reader.take(16)?),
                21..=34 => drop(reader.byte()?),
                84..=91 => {
                    numbers(&mut reader, 2)?;
                    reader.byte()?;
                }
                _ => {}
            },
            0x00 | 0x01 | 0x05 | 0x0b | 0x0f | 0x1a | 0x1b | 0xd1 | 0x45..=0xc4 => {}
            _ => return None,
        }
    }
    Some(places)
}

fn numbers(reader: &mut Reader<'_>, count: usize) -> Option<()> {
    (0..count).try_for_each(|_| number(reader).map(drop))
}

/// The place of a number of any size.
fn number(reader: &mut Reader<'_>) -> Option<Range<usize>> {
    let start = reader.at;
    while reader.byte()? >= 0x80 {}
    Some(start..reader.at)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A file with one imported function and these, which start, are exported and stand in a
    /// table with the last of them.
    fn file(functions: &[(u8, &[u8])]) -> Vec<u8> {
        let last = functions.len() as u8;
        let mut wasm = b"\0asm\x01\0\0\0\x02\x07\x01\x01m\x01f\0\0".to_vec();
        let mut section = |kind: u8, content: &[u8]| {
            wasm.push(kind);
            write_bytes(&mut wasm, content);
        };
        let types: Vec<u8> = functions.iter().map(|(kind, _)| *kind).collect();
        section(3, &[&[last], &types[..]].concat());
        section(7, &[2, 1, b'm', 2, 0, 1, b'e', 0, last]);
        section(8, &[last]);
        section(9, &[1, 0, 0x41, 1, 0x0b, 2, 0, last]);
        let bodies = functions
            .iter()
            .flat_map(|(_, body)| [&[body.len() as u8 + 2, 0], *body, &[0x0b]].concat());
        section(10, &[last].into_iter().chain(bodies).collect::<Vec<u8>>());
        wasm
    }

    #[test]
    fn all_that_names_a_function_follows_it() {
        let calling = |function| [0x41, 0x10, 0x1a, 0x10, function];
        let before = [(1, &calling(3)[..]), (0, &[0x01, 0x01]), (0, &calling(0))];
        let after = file(&[(0, &[0x01, 0x01]), (0, &calling(0)), (1, &calling(2))]);
        let sorted = alike_together(&file(&before)).expect("whole");
        let wanted =
            |wasm: &[u8], section| body(wasm, section).expect("whole").map(|b| b.rest().to_vec());
        for section in ["function", "code"] {
            assert_eq!(wanted(&sorted, section), wanted(&after, section), "{section}");
        }
        assert_eq!(wanted(&sorted, "start"), Some(vec![2]));
        assert_eq!(wanted(&sorted, "element"), Some(vec![1, 0, 0x41, 1, 0x0b, 2, 0, 2]));
        assert_eq!(wanted(&sorted, "export"), Some(vec![2, 1, b'm', 2, 0, 1, b'e', 0, 2]));
    }

    #[test]
    fn what_is_not_known_is_refused() {
        assert!(alike_together(&file(&[(0, &[0xff])])).is_err());
        let none = b"\0asm\x01\0\0\0";
        assert_eq!(alike_together(none).expect("whole"), none);
    }
}
