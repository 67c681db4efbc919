//! Binaryen's optimiser, where it is on the PATH.

use super::format::{body, with_body, without};
use super::tables;
use crate::finish::hex;
use crate::program::{on_path, output_of, program, run};
use crate::trouble::{Result, Saying};
use crate::workspace;
use std::fs;
use std::path::Path;

/// Smaller, not faster. The lowest kilobyte of memory is the end of the stack, where
/// nothing lies.
const SMALL: &[&str] = &["-Oz", "--low-memory-unused"];
/// Only what nothing leads to any more; quick.
const USED: &[&str] = &["--remove-unused-module-elements"];

/// The features are those that rustc uses by default, and SIMD, which the search is
/// compiled with.
const FEATURES: &[&str] = &[
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

/// The wasm without functions and imports that no export leads to; as it is where there is
/// no optimiser.
///
/// # Errors
/// When the bytes are no wasm, or wasm-opt fails.
pub fn used(wasm: &[u8]) -> Result<Vec<u8>> {
    let optimiser = on_path("wasm-opt");
    let used = optimiser.map(|optimiser| run_on(wasm, &optimiser, USED)).transpose()?.flatten();
    Ok(used.unwrap_or_else(|| wasm.to_vec()))
}

/// The wasm as small as the tools at hand make it.
///
/// # Errors
/// When the bytes are no wasm, or wasm-opt fails.
pub fn optimised(wasm: &[u8]) -> Result<Vec<u8>> {
    let wasm = without(wasm, FOR_TOOLS)?;
    let Some(optimiser) = on_path("wasm-opt") else { return Ok(wasm) };
    let version = output_of(program(&optimiser).arg("--version")).unwrap_or_default();
    let flags = [SMALL, FEATURES].concat().join(" ");
    let key = hex(&[&wasm, version.as_bytes(), flags.as_bytes()].concat());

    // It takes seconds, and most builds change only a style or a text.
    let desk = workspace::desk();
    let (kept, kept_key) = (desk.join("optimised.wasm"), desk.join("optimised.key"));
    if fs::read_to_string(&kept_key).is_ok_and(|old| old == key)
        && let Ok(bytes) = fs::read(&kept)
    {
        return Ok(bytes);
    }
    let Some(bytes) = run_on(&wasm, &optimiser, SMALL)? else { return Ok(wasm) };
    let bytes = without(&bytes, FOR_TOOLS)?;
    let at_desk = || format!("{} cannot be used", desk.display());
    let _ = fs::remove_file(&kept_key);
    fs::write(&kept, &bytes).saying(at_desk)?;
    fs::write(&kept_key, key).saying(at_desk)?;
    Ok(bytes)
}

/// `None` where this version of the optimiser breaks the file.
fn run_on(wasm: &[u8], optimiser: &Path, flags: &[&str]) -> Result<Option<Vec<u8>>> {
    let desk = workspace::desk();
    let (input, output) = (desk.join("input.wasm"), desk.join("output.wasm"));
    let at_desk = || format!("{} cannot be used", desk.display());
    fs::create_dir_all(&desk).saying(at_desk)?;
    fs::write(&input, wasm).saying(at_desk)?;
    let mut optimise = program(optimiser);
    optimise.args(flags).args(FEATURES).arg("--quiet").arg(&input).arg("-o").arg(&output);
    run(&mut optimise, "the wasm could not be optimised; without wasm-opt on the PATH it is not")?;
    let bytes = fs::read(&output).saying(at_desk)?;
    let _ = (fs::remove_file(&input), fs::remove_file(&output));
    let Some(bytes) = tables::restored(wasm, &bytes)? else {
        println!("Going on without wasm-opt: this version of it changes the tables of the wasm.");
        return Ok(None);
    };
    data_in_one_piece(wasm, &bytes).map(Some)
}

/// With the data as the linker laid it out. The optimiser leaves out zeros, which cost
/// nothing on the way, and writes a place for every piece between them, which does.
fn data_in_one_piece(linked: &[u8], optimised: &[u8]) -> Result<Vec<u8>> {
    let Some(data) = body(linked, "data")? else { return Ok(optimised.to_vec()) };
    // Where it is there, code may speak of pieces by their numbers.
    if body(linked, "data count")?.is_some() {
        return Ok(optimised.to_vec());
    }
    with_body(&without(optimised, &["data count"])?, "data", data.rest())
}

#[cfg(test)]
mod tests {
    use super::*;

    const DATA: &[u8] = b"\x0b\x03\x01ab";
    const PIECES: &[u8] = b"\x0b\x05\x02a\x01b1";

    #[test]
    fn data_comes_back_in_one_piece() {
        let file = |sections: &[&[u8]]| [&b"\0asm\x01\0\0\0"[..], &sections.concat()].concat();
        let count = b"\x0c\x01\x02";
        for (linked, optimised, expected) in [
            (file(&[DATA]), file(&[count, PIECES]), file(&[DATA])),
            (file(&[count, DATA]), file(&[count, PIECES]), file(&[count, PIECES])),
            (file(&[]), file(&[count]), file(&[count])),
        ] {
            assert_eq!(data_in_one_piece(&linked, &optimised).expect("whole"), expected);
        }
    }
}
