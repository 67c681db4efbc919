//! Script and wasm of the page, made small together.
//!
//! Each of the two keeps parts of the other alive: exports that the script calls, imports
//! that the wasm asks for. So both are cut back in turns until nothing more falls off, and
//! only then the optimiser takes its time.

use super::glue::{Glue, short};
use super::wasm::interface::{imports, with_exports};
use super::wasm::{optimiser, order, places};
use crate::trouble::Result;

/// The script and the wasm as small as the tools at hand make them.
///
/// # Errors
/// When they are not as wasm-bindgen writes them, or wasm-opt fails.
pub fn pair(js: &str, wasm: &[u8], archive: &[u8]) -> Result<(String, Vec<u8>)> {
    let mut glue = Glue::of(js)?;
    let mut wasm = places::blanked(wasm, archive)?;
    loop {
        let called = glue.exports()?;
        wasm = with_exports(&wasm, |name| called.contains(name).then_some(name))?;
        wasm = optimiser::used(&wasm)?;
        keep_imports(&mut glue, &wasm)?;
        if glue.exports()? == called {
            break;
        }
    }
    let wasm = order::alike_together(&optimiser::optimised(&wasm)?)?;
    keep_imports(&mut glue, &wasm)?;
    short::shortened(&glue, &wasm)
}

fn keep_imports(glue: &mut Glue<'_>, wasm: &[u8]) -> Result<()> {
    let imports = imports(wasm)?;
    glue.keep_imports(|name| imports.iter().any(|import| import.name == name));
    Ok(())
}
