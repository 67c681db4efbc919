//! Exported tables, as Binaryen 108 forgets them.
//!
//! That version, which Debian 12 has, writes every exported table as table 0; wasm-bindgen
//! exports the table of its references to JavaScript values, which is table 1, and so the
//! page would not start. The optimiser neither adds, removes nor reorders tables here, so
//! the numbers can be taken from the file it was given.

use super::format::body;
use super::interface::{Export, TABLE, exports};
use crate::trouble::Result;

/// The optimised wasm, its exported tables numbered as in the original. `None` where the
/// two files do not have the same tables.
///
/// # Errors
/// When one of the files is no wasm.
pub fn restored(original: &[u8], optimised: &[u8]) -> Result<Option<Vec<u8>>> {
    if tables(original)? != tables(optimised)? {
        return Ok(None);
    }
    let wanted = exported(original)?;
    let mut out = optimised.to_vec();
    for export in exported(optimised)? {
        match wanted.iter().find(|other| other.name == export.name) {
            // One byte of LEB128 each: a page has a handful of tables.
            Some(other) if other.index < 0x80 && export.index < 0x80 => {
                out[export.at] = other.index as u8;
            }
            _ => return Ok(None),
        }
    }
    Ok(Some(out))
}

/// How many tables the file defines.
fn tables(wasm: &[u8]) -> Result<usize> {
    Ok(body(wasm, "table")?.and_then(|mut table| table.leb()).unwrap_or(0))
}

fn exported(wasm: &[u8]) -> Result<Vec<Export<'_>>> {
    Ok(exports(wasm)?.into_iter().filter(|export| export.kind == TABLE).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A file with so many tables, of which one is exported as `t`, and a function as `f`.
    fn file(tables: u8, exported: u8) -> Vec<u8> {
        let mut wasm = b"\0asm\x01\0\0\0".to_vec();
        wasm.extend([4, 1 + 3 * tables, tables]);
        wasm.extend([0x6f, 0, 1].repeat(usize::from(tables)));
        wasm.extend([7, 9, 2, 1, b'f', 0, 5, 1, b't', 1, exported]);
        wasm
    }

    #[test]
    fn numbers_are_restored() {
        for (original, optimised, expected) in [
            (file(2, 1), file(2, 0), Some(file(2, 1))),
            (file(2, 1), file(2, 1), Some(file(2, 1))),
            (file(2, 1), file(1, 0), None),
        ] {
            assert_eq!(restored(&original, &optimised).expect("whole"), expected);
        }
        assert!(restored(&file(1, 0), b"no wasm").is_err());
    }
}
