//! The sections of a wasm file, and Binaryen's optimiser run over it.

use super::{hex, tables};
use crate::program::{on_path, output_of, program, run};
use crate::trouble::{Result, Saying, Trouble};
use crate::workspace;
use std::fs;
use std::ops::Range;

/// Smaller, not faster; the features are those that rustc uses by default, and SIMD, which
/// the search is compiled with.
const FLAGS: &[&str] = &[
    "-Oz",
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
    "--enable-simd",
];

/// Custom sections that only tools read.
const FOR_TOOLS: &[&str] = &["name", "producers", "target_features", "__wasm_split_unstable"];

/// One section of a wasm file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// What the format calls it: `code`, `data`, or the own name of a custom section.
    pub name: String,
    /// Where it lies in the file, with its head.
    pub bytes: Range<usize>,
    custom: bool,
}

/// The wasm as small as the tools at hand make it.
///
/// # Errors
/// When the bytes are no wasm, or wasm-opt fails.
pub fn optimised(wasm: &[u8]) -> Result<Vec<u8>> {
    let Some(optimiser) = on_path("wasm-opt") else { return without(wasm, FOR_TOOLS) };
    let version = output_of(program(&optimiser).arg("--version")).unwrap_or_default();
    let flags = FLAGS.join(" ");
    let key = hex(&[wasm, version.as_bytes(), flags.as_bytes()].concat());

    // It takes seconds, and most builds change only a style or a text.
    let desk = workspace::desk();
    let (kept, kept_key) = (desk.join("optimised.wasm"), desk.join("optimised.key"));
    if fs::read_to_string(&kept_key).is_ok_and(|old| old == key)
        && let Ok(bytes) = fs::read(&kept)
    {
        return Ok(bytes);
    }
    let input = desk.join("input.wasm");
    let at_desk = || format!("{} cannot be used", desk.display());
    fs::create_dir_all(&desk).saying(at_desk)?;
    let _ = fs::remove_file(&kept_key);
    fs::write(&input, wasm).saying(at_desk)?;
    let mut optimise = program(&optimiser);
    optimise.args(FLAGS).arg(&input).arg("-o").arg(&kept);
    run(&mut optimise, "the wasm could not be optimised; without wasm-opt on the PATH it is not")?;
    let Some(bytes) = tables::restored(wasm, &fs::read(&kept).saying(at_desk)?)? else {
        println!("Going on without wasm-opt: this version of it changes the tables of the wasm.");
        return without(wasm, FOR_TOOLS);
    };
    let bytes = without(&bytes, FOR_TOOLS)?;
    fs::write(&kept, &bytes).saying(at_desk)?;
    fs::write(&kept_key, key).saying(at_desk)?;
    let _ = fs::remove_file(&input);
    Ok(bytes)
}

/// The wasm without custom sections of these names.
fn without(wasm: &[u8], names: &[&str]) -> Result<Vec<u8>> {
    let mut out = wasm[..8.min(wasm.len())].to_vec();
    for section in sections(wasm)? {
        if !(section.custom && names.contains(&section.name.as_str())) {
            out.extend_from_slice(&wasm[section.bytes]);
        }
    }
    Ok(out)
}

/// The sections in the order of the file.
///
/// # Errors
/// When the bytes are no wasm file.
pub fn sections(wasm: &[u8]) -> Result<Vec<Section>> {
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
    let broken = || Trouble::new("this is no WebAssembly file, or it is cut short");
    if !wasm.starts_with(b"\0asm\x01\0\0\0") {
        return Err(broken());
    }
    let (mut found, mut at) = (Vec::new(), 8);
    while at < wasm.len() {
        let start = at;
        let id = usize::from(wasm[at]);
        at += 1;
        let length = leb(wasm, &mut at).ok_or_else(broken)?;
        let end = at.checked_add(length).filter(|end| *end <= wasm.len()).ok_or_else(broken)?;
        let name = if id == 0 {
            let length = leb(wasm, &mut at).ok_or_else(broken)?;
            let name = at.checked_add(length).and_then(|to| wasm.get(at..to)).ok_or_else(broken)?;
            String::from_utf8_lossy(name).into_owned()
        } else {
            (*NAMES.get(id).unwrap_or(&"unknown")).to_owned()
        };
        found.push(Section { name, bytes: start..end, custom: id == 0 });
        at = end;
    }
    Ok(found)
}

/// An unsigned LEB128 number of at most 32 bits.
pub(super) fn leb(bytes: &[u8], at: &mut usize) -> Option<usize> {
    let mut value = 0;
    for shift in [0, 7, 14, 21, 28] {
        let byte = *bytes.get(*at)?;
        *at += 1;
        value |= usize::from(byte & 0x7f) << shift;
        if byte & 0x80 == 0 {
            return Some(value);
        }
    }
    None
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
            .map(|section| (section.name, section.bytes.len()))
            .collect();
        let expected = [("name", 7), ("code", 4), ("abc", 6)].map(|(n, l)| (n.to_owned(), l));
        assert_eq!(told, expected);
    }

    #[test]
    fn tools_sections_go() {
        let rest = without(WASM, FOR_TOOLS).expect("whole");
        assert_eq!(rest, [&WASM[..8], &WASM[15..]].concat());
    }

    #[test]
    fn ruins_are_refused() {
        for broken in [&WASM[..WASM.len() - 1], b"\0asm", b"", b"\0asm\x01\0\0\0\x00\xff\xff"] {
            assert!(sections(broken).is_err(), "{broken:?}");
        }
    }
}
