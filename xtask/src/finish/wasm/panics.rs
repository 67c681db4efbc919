//! What only words a panic that nobody reads.
//!
//! A panic ends the page's program in a trap. Before that the standard library puts a
//! message together for a console that pages in WebAssembly do not have. Its functions
//! that never return are made to trap at once: nothing else changes, as nobody can see the
//! message, and the optimiser drops what led to it. Not where a hook for panics is set.

use super::format::{body, broken, with_body, write_bytes, write_leb};
use super::interface::imports;
use crate::trouble::Result;
use std::collections::BTreeSet;

/// No locals; `unreachable`; `end`.
const TRAP: &[u8] = &[0, 0, 0x0b];

/// The functions of `core`, `alloc` and `std` whose type says that they never return.
const NEVER: &[&str] = &[
    "alloc::alloc::handle_alloc_error",
    "alloc::raw_vec::capacity_overflow",
    "alloc::raw_vec::handle_error",
    "core::cell::lazy::panic_poisoned",
    "core::cell::panic_already_borrowed",
    "core::cell::panic_already_mutably_borrowed",
    "core::option::expect_failed",
    "core::option::unwrap_failed",
    "core::result::unwrap_failed",
    "core::slice::copy_from_slice_impl::len_mismatch_fail",
    "core::slice::index::slice_index_fail",
    "core::slice::sort::shared::smallsort::panic_on_ord_violation",
    "core::str::slice_error_fail",
    "core::str::slice_error_fail_rt",
    "std::alloc::rust_oom",
    "std::panicking::panic_with_hook",
    "std::thread::local::panic_access_error",
];
/// Whole modules of them.
const NEVER_IN: &[&str] = &["core::panicking::panic", "core::panicking::assert_failed"];

/// The wasm with panics that end at once. As it is where it names no functions.
///
/// # Errors
/// When the file cannot be read.
pub fn silenced(wasm: &[u8]) -> Result<Vec<u8>> {
    let names = function_names(wasm)?;
    if names.iter().any(|(_, name)| plain(name) == "std::panicking::set_hook") {
        return Ok(wasm.to_vec());
    }
    let never: BTreeSet<usize> =
        names.iter().filter(|(_, name)| never_returns(&plain(name))).map(|(at, _)| *at).collect();
    let Some(mut code) = body(wasm, "code")? else { return Ok(wasm.to_vec()) };
    let imported = imports(wasm)?.iter().filter(|import| import.is_function()).count();
    let count = code.leb().ok_or_else(broken)?;
    let mut content = Vec::new();
    write_leb(&mut content, count);
    for number in imported..imported + count {
        let function = code.bytes().ok_or_else(broken)?;
        write_bytes(&mut content, if never.contains(&number) { TRAP } else { function });
    }
    with_body(wasm, "code", &content)
}

fn never_returns(name: &str) -> bool {
    NEVER.contains(&name) || NEVER_IN.iter().any(|module| name.starts_with(module))
}

/// A function's path without the hashes that compilers put into it, in either way they do:
/// `core[0123456789abcdef]::a::b` or `core::a::b::h0123456789abcdef`.
fn plain(name: &str) -> String {
    let is_hash = |text: &str| text.len() == 16 && text.bytes().all(|b| b.is_ascii_hexdigit());
    let name = match name.rsplit_once("::h") {
        Some((path, hash)) if is_hash(hash) => path,
        _ => name,
    };
    let mut parts = name.split('[');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.split_once(']') {
            Some((hash, rest)) if is_hash(hash) => out.push_str(rest),
            _ => out.extend(["[", part]),
        }
    }
    out
}

/// The functions that the file names, by their numbers.
fn function_names(wasm: &[u8]) -> Result<Vec<(usize, &str)>> {
    const FUNCTIONS: u8 = 1;
    let Some(mut section) = body(wasm, "name")? else { return Ok(Vec::new()) };
    while !section.is_at_end() {
        let kind = section.byte().ok_or_else(broken)?;
        let mut part = section.part().ok_or_else(broken)?;
        if kind == FUNCTIONS {
            let count = part.leb().ok_or_else(broken)?;
            let mut named = || Some((part.leb()?, part.name()?));
            return (0..count).map(|_| named().ok_or_else(broken)).collect();
        }
    }
    Ok(Vec::new())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One imported function, `f` and `g` with a body each, and this name for `f`.
    fn file(name: &str) -> Vec<u8> {
        let mut wasm = b"\0asm\x01\0\0\0\x02\x07\x01\x01m\x01i\0\0\
            \x0a\x0b\x02\x04\0\x41\x01\x0b\x04\0\x41\x02\x0b"
            .to_vec();
        let mut names = vec![4];
        names.extend(b"name\x01");
        names.push(name.len() as u8 + 3);
        names.extend([1, 1, name.len() as u8]);
        names.extend(name.as_bytes());
        wasm.push(0);
        write_bytes(&mut wasm, &names);
        wasm
    }

    #[test]
    fn panics_trap() {
        for (name, traps) in [
            ("core::option::unwrap_failed", true),
            ("core[c5930c85a12de822]::panicking::panic_fmt", true),
            ("core::panicking::assert_failed::hcdad1cf899be043b", true),
            ("core[c5930c85a12de822]::panicking::assert_failed::<isize, isize>", true),
            ("<core::panicking::AssertKind as core::fmt::Debug>::fmt", false),
            ("core::ptr::drop_in_place<core::panicking::panic_fmt>", false),
            ("page::option::unwrap_failed", false),
        ] {
            let silenced = silenced(&file(name)).expect("whole");
            let code = body(&silenced, "code").expect("whole").expect("there is code");
            let expected: &[u8] = if traps {
                b"\x02\x03\0\0\x0b\x04\0\x41\x02\x0b"
            } else {
                b"\x02\x04\0\x41\x01\x0b\x04\0\x41\x02\x0b"
            };
            assert_eq!(code.rest(), expected, "{name}");
        }
    }

    #[test]
    fn a_hook_is_left_its_message() {
        let wasm = file("std[a543996e6e7dbf1e]::panicking::set_hook");
        assert_eq!(silenced(&wasm).expect("whole"), wasm);
    }
}
