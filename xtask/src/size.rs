//! Where the bytes of the page go, against the budget.

use crate::finish::page;
use crate::server::brotli;
use crate::workspace::{self, BUDGET};
use anyhow::{Context, Error, Result};
use flate2::{Compression, write::GzEncoder};
use std::fs;
use std::io::Write;
use wasmparser::Parser;

/// A file of the hosted page.
#[derive(Debug)]
pub struct File {
    /// Its name in `dist/`.
    pub name: String,
    /// Its bytes.
    pub content: Vec<u8>,
}

/// `cargo xtask size`
///
/// # Errors
/// When the page is not built.
pub fn run() -> Result<()> {
    let files = hosted()?;
    println!("{:42} {:>9} {:>9} {:>9}", "the hosted page", "raw", "gzip", "Brotli");
    let mut sum = [0; 3];
    for file in &files {
        let sizes = [file.content.len(), gzip(&file.content)?, brotli(&file.content).len()];
        row(&file.name, sizes);
        sum.iter_mut().zip(sizes).for_each(|(sum, size)| *sum += size);
    }
    row("total", sum);
    let left = BUDGET as i64 - sum[2] as i64;
    println!("{:42} {BUDGET:>29} {left:>9} left", "budget");

    if let Some(file) = files.last() {
        println!("\n{:42} {:>9} {:>9} {:>9}", "inside the wasm", "raw", "gzip", "Brotli");
        for payload in Parser::new(0).parse_all(&file.content) {
            let payload = payload.with_context(|| format!("{} cannot be read", file.name))?;
            if let Some((id, range)) = payload.as_section() {
                let part = &file.content[range];
                row(section_name(id), [part.len(), gzip(part)?, brotli(part).len()]);
            }
        }
    }
    {
        let archive = workspace::compiled()?.bytes;
        row("  of data: archive", [archive.len(), gzip(&archive)?, brotli(&archive).len()]);
    }

    println!("\n{:42} {:>9}", "beside it", "raw");
    for name in ["entente.html", "sw.js", "entente.d.ts"] {
        if let Ok(facts) = fs::metadata(workspace::dist().join(name)) {
            println!("{name:42} {:>9}", facts.len());
        }
    }
    Ok(())
}

/// What the hosted page loads: HTML, style sheet, script and wasm.
///
/// # Errors
/// When the page is not built.
pub fn hosted() -> Result<Vec<File>> {
    let read = |name: &str| -> Result<File> {
        let path = workspace::dist().join(name);
        let content = fs::read(&path).with_context(|| {
            format!("{} cannot be read; `cargo xtask build` makes it", path.display())
        })?;
        Ok(File { name: name.to_owned(), content })
    };
    let index = read("index.html")?;
    let html = String::from_utf8_lossy(&index.content).into_owned();
    let mut files = vec![index];
    for extension in ["css", "js", "wasm"] {
        let name = page::hashed_name(&html, extension).ok_or_else(|| {
            Error::msg(format!(
                "dist/index.html names no .{extension} file of a release build; \
                 `cargo xtask build` makes one"
            ))
        })?;
        files.push(read(name)?);
    }
    Ok(files)
}

fn row(name: &str, [raw, gzip, brotli]: [usize; 3]) {
    println!("{name:42} {raw:>9} {gzip:>9} {brotli:>9}");
}

/// What a section of a wasm file holds, by its number in the standard.
fn section_name(id: u8) -> &'static str {
    const NAMES: [&str; 13] = [
        "custom",
        "types",
        "imports",
        "functions",
        "tables",
        "memory",
        "globals",
        "exports",
        "start",
        "elements",
        "code",
        "data",
        "data count",
    ];
    NAMES.get(usize::from(id)).copied().unwrap_or("other")
}

fn gzip(content: &[u8]) -> Result<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    let done = encoder.write_all(content).and_then(|()| encoder.finish());
    Ok(done.with_context(|| "compressing failed".to_owned())?.len())
}
