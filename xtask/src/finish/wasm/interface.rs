//! Imports and exports: what wasm and script know each other by.

use super::format::{Reader, body, broken, with_body, write_bytes, write_leb};
use crate::trouble::Result;

/// An import.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Import<'a> {
    /// The object of the script that holds it.
    pub module: &'a str,
    /// Its name there.
    pub name: &'a str,
    /// Kind and type, as they stand in the file.
    what: &'a [u8],
}

impl Import<'_> {
    /// Whether it is a function.
    pub fn is_function(&self) -> bool {
        self.what.first() == Some(&FUNCTION)
    }
}

/// An export.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Export<'a> {
    /// Its name.
    pub name: &'a str,
    /// What it is, as the format numbers that.
    pub kind: u8,
    /// Its number among its like.
    pub index: usize,
    /// Where in the file that number stands.
    pub at: usize,
}

/// The kind of a function.
pub const FUNCTION: u8 = 0;
/// The kind of an exported table.
pub const TABLE: u8 = 1;

/// The imports, in the order of the file.
///
/// # Errors
/// When the file cannot be read.
pub fn imports(wasm: &[u8]) -> Result<Vec<Import<'_>>> {
    list(wasm, "import", |reader| {
        let (module, name) = (reader.name()?, reader.name()?);
        let start = reader.at;
        match reader.byte()? {
            FUNCTION => drop(reader.leb()?),
            TABLE => {
                reader.byte()?;
                limits(reader)?;
            }
            2 => limits(reader)?,
            3 => drop(reader.take(2)?),
            4 => {
                reader.byte()?;
                reader.leb()?;
            }
            _ => return None,
        }
        Some(Import { module, name, what: reader.since(start) })
    })
}

fn limits(reader: &mut Reader<'_>) -> Option<()> {
    let has_most = reader.byte()? & 1 == 1;
    reader.leb()?;
    if has_most {
        reader.leb()?;
    }
    Some(())
}

/// The exports, in the order of the file.
///
/// # Errors
/// When the file cannot be read.
pub fn exports(wasm: &[u8]) -> Result<Vec<Export<'_>>> {
    list(wasm, "export", |reader| {
        let (name, kind) = (reader.name()?, reader.byte()?);
        let at = reader.at;
        Some(Export { name, kind, index: reader.leb()?, at })
    })
}

fn list<'a, T>(
    wasm: &'a [u8],
    section: &str,
    mut read: impl FnMut(&mut Reader<'a>) -> Option<T>,
) -> Result<Vec<T>> {
    let Some(mut reader) = body(wasm, section)? else { return Ok(Vec::new()) };
    let count = reader.leb().ok_or_else(broken)?;
    (0..count).map(|_| read(&mut reader).ok_or_else(broken)).collect()
}

/// With other modules and names for the imports.
///
/// # Errors
/// When the file cannot be read.
pub fn with_imports<'a>(
    wasm: &'a [u8],
    named: impl Fn(&Import<'a>) -> (&'a str, &'a str),
) -> Result<Vec<u8>> {
    let imports = imports(wasm)?;
    let mut content = Vec::new();
    write_leb(&mut content, imports.len());
    for import in &imports {
        let (module, name) = named(import);
        write_bytes(&mut content, module.as_bytes());
        write_bytes(&mut content, name.as_bytes());
        content.extend_from_slice(import.what);
    }
    with_body(wasm, "import", &content)
}

/// With other names for the exports, and without those that get none.
///
/// # Errors
/// When the file cannot be read.
pub fn with_exports<'a>(
    wasm: &'a [u8],
    named: impl Fn(&'a str) -> Option<&'a str>,
) -> Result<Vec<u8>> {
    let exports: Vec<_> =
        exports(wasm)?.into_iter().filter_map(|e| Some((named(e.name)?, e))).collect();
    let mut content = Vec::new();
    write_leb(&mut content, exports.len());
    for (name, export) in exports {
        write_bytes(&mut content, name.as_bytes());
        content.push(export.kind);
        write_leb(&mut content, export.index);
    }
    with_body(wasm, "export", &content)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A function and a memory come in; a table and a function go out.
    const WASM: &[u8] = b"\0asm\x01\0\0\0\x02\x12\x02\x03mod\x01f\0\x05\x03mod\x01m\x02\0\x01\
        \x07\x0b\x02\x03tab\x01\x02\x01g\0\x05";

    fn names(wasm: &[u8]) -> String {
        let imports = imports(wasm).expect("whole").into_iter();
        let imports = imports.map(|i| format!("{}.{}{:?}", i.module, i.name, i.what));
        let exports = exports(wasm).expect("whole").into_iter();
        let exports = exports.map(|e| format!("{} {} {}", e.name, e.kind, e.index));
        imports.chain(exports).collect::<Vec<_>>().join("; ")
    }

    #[test]
    fn both_lists_are_read() {
        assert_eq!(names(WASM), "mod.f[0, 5]; mod.m[2, 0, 1]; tab 1 2; g 0 5");
        assert!(imports(&WASM[..20]).is_err());
    }

    #[test]
    fn names_are_changed() {
        let wasm = with_imports(WASM, |i| ("a", if i.name == "f" { "b" } else { "long" }));
        let wasm = wasm.expect("whole");
        assert_eq!(names(&wasm), "a.b[0, 5]; a.long[2, 0, 1]; tab 1 2; g 0 5");
        let wasm = with_exports(&wasm, |name| (name == "g").then_some("x")).expect("whole");
        assert_eq!(names(&wasm), "a.b[0, 5]; a.long[2, 0, 1]; x 0 5");
    }
}
