//! The pure crates: bytes and strings in, values out.
//!
//! The page is to analyse documents that a reader drops on it, with this same code; so it must
//! compile to WebAssembly, and may not use files, clock, network, environment or the DOM.

use super::Bench;
use super::tally::Tally;
use crate::program::{cargo, output_of, run};
use crate::tools::target::WASM;
use crate::workspace;
use anyhow::{Context, Error, Result, bail};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Their folders in `crates/`.
const PURE: &[&str] = &[
    "calendar", "model", "text", "archive", "analysis", "search", "geo", "drawing", "charts",
    "thread",
];

/// Packages that they may not depend on, by the beginning of their names.
const FORBIDDEN_PACKAGES: &[&str] = &["leptos", "web-sys", "js-sys", "wasm-bindgen", "gloo"];

/// Modules of the standard library that they may not name.
const FORBIDDEN_MODULES: &[&str] = &["env", "fs", "net", "os", "process", "thread", "time"];

/// Dependencies and sources of the pure crates.
///
/// # Errors
/// None: what is wrong is counted.
pub fn forbidden_dependencies(bench: &Bench<'_>) -> Result<Tally> {
    let mut tally = Tally::default();
    for name in PURE {
        let sentence = format!("{name} has no forbidden dependency");
        tally += bench.check(&sentence, || dependencies(name));
        let sentence = format!("{name} names no forbidden module");
        tally += bench
            .check(&sentence, || sources(&workspace::root().join("crates").join(name).join("src")));
    }
    Ok(tally)
}

/// The table in `ARCHITECTURE.md` that says which crate depends on which.
///
/// # Errors
/// None: what is wrong is counted.
pub fn dependency_table(bench: &Bench<'_>) -> Result<Tally> {
    Ok(bench.check("the table of crates in ARCHITECTURE.md is true", || {
        let text = read(&workspace::root().join("ARCHITECTURE.md"))?;
        let told: BTreeMap<String, Vec<String>> = text.lines().flat_map(table_row).collect();
        let folder = workspace::root().join("crates");
        let crates = fs::read_dir(&folder).with_context(|| format!("{}", folder.display()))?;
        for entry in crates {
            let name = entry?.file_name().to_string_lossy().into_owned();
            let manifest: toml::Table = read(&folder.join(&name).join("Cargo.toml"))?.parse()?;
            let needed = manifest.get("dependencies").and_then(toml::Value::as_table);
            let needed = needed.into_iter().flat_map(toml::Table::keys);
            let needed: Vec<_> = needed
                .filter_map(|name| name.strip_prefix("entente-").map(str::to_owned))
                .collect();
            if told.get(&name) != Some(&needed) {
                bail!("`{name}` depends on {needed:?}, the table says {:?}", told.get(&name));
            }
        }
        Ok(())
    }))
}

/// The crates that a row of the table begins with, each with what they depend on.
fn table_row(line: &str) -> Vec<(String, Vec<String>)> {
    let cells: Vec<_> = line.split('|').map(str::trim).collect();
    let [_, names, needed, _] = cells[..] else { return Vec::new() };
    let quoted = |cell: &str| -> Vec<String> {
        cell.split('`').skip(1).step_by(2).map(str::to_owned).collect()
    };
    quoted(names).into_iter().map(|name| (name, quoted(needed))).collect()
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))
}

/// Each pure crate, compiled for the page.
///
/// # Errors
/// None: what is wrong is counted.
pub fn compile_to_wasm(bench: &Bench<'_>) -> Result<Tally> {
    let mut tally = Tally::default();
    for name in PURE {
        let sentence = format!("{name} compiles to WebAssembly");
        let package = format!("entente-{name}");
        tally += bench.check(&sentence, || {
            let mut build = cargo(["build", "--quiet", "--target", WASM, "--package", &package]);
            run(&mut build, "it does not compile")
        });
    }
    Ok(tally)
}

fn dependencies(name: &str) -> Result<()> {
    let package = format!("entente-{name}");
    let arguments =
        ["tree", "--edges", "normal", "--prefix", "none", "--target", WASM, "--package", &package];
    let tree = output_of(&mut cargo(arguments))
        .ok_or_else(|| Error::msg(format!("`cargo tree` fails for {package}")))?;
    let forbidden =
        |line: &&str| FORBIDDEN_PACKAGES.iter().any(|package| line.starts_with(package));
    match tree.lines().find(forbidden) {
        Some(line) => Err(Error::msg(format!("{package} depends on {line}"))),
        None => Ok(()),
    }
}

fn sources(folder: &Path) -> Result<()> {
    let unreadable = || format!("{} cannot be read", folder.display());
    for entry in fs::read_dir(folder).with_context(unreadable)? {
        let path = entry.with_context(unreadable)?.path();
        if path.is_dir() {
            sources(&path)?;
        } else if path.extension().is_some_and(|e| e == "rs") && !path.ends_with("tests.rs") {
            let text = read(&path)?;
            if let Some(module) = forbidden_module(&text) {
                return Err(Error::msg(format!("{} names std::{module}", path.display())));
            }
        }
    }
    Ok(())
}

/// The first forbidden module of the standard library that a source names, outside comments
/// and tests.
fn forbidden_module(source: &str) -> Option<&'static str> {
    let code: String = untested(source)
        .map(|line| line.split("//").next().unwrap_or_default())
        .collect::<Vec<_>>()
        .join("\n");
    let mut rest = code.as_str();
    while let Some((before, after)) = rest.split_once("std::") {
        rest = after;
        if before.ends_with(|c: char| c.is_alphanumeric() || c == '_') {
            continue;
        }
        if let Some(module) = first_names(after)
            .into_iter()
            .find_map(|name| FORBIDDEN_MODULES.iter().find(|module| **module == name))
        {
            return Some(module);
        }
    }
    None
}

/// `fs` for `fs::read`, `fs` and `io` for `{fs::{self, File}, io}`.
fn first_names(path: &str) -> Vec<&str> {
    let name = |text| str::split(text, |c: char| !(c.is_alphanumeric() || c == '_')).next();
    let Some(group) = path.strip_prefix('{') else { return name(path).into_iter().collect() };
    let (mut depth, mut start, mut names) = (0, 0, Vec::new());
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            ',' | '}' if depth == 0 => {
                names.extend(name(group[start..at].trim_start()));
                start = at + 1;
                if c == '}' {
                    break;
                }
            }
            _ => {}
        }
    }
    names
}

/// The lines outside `#[cfg(test)]`, as rustfmt lays them out.
fn untested(source: &str) -> impl Iterator<Item = &str> {
    let mut lines = source.lines();
    std::iter::from_fn(move || {
        let line = lines.next()?;
        if line.trim_end() == "#[cfg(test)]" {
            let item = lines.next().unwrap_or_default();
            if item.ends_with('{') {
                let _ = lines.find(|line| *line == "}");
            }
            return Some("");
        }
        Some(line)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forbidden_modules_are_found() {
        for (source, module) in [
            (
                "use std::collections::BTreeMap;
use std::fs;",
                Some("fs"),
            ),
            ("use std::{fmt, fs::File, io};", Some("fs")),
            ("use std::{\n    collections::{BTreeMap, btree_map},\n    env,\n};", Some("env")),
            ("fn f() { ::std::process::exit(1) }", Some("process")),
            ("use std::fmt;\nuse std::time::Instant;", Some("time")),
            ("use std::{fmt, collections::{HashMap, fs}};", None),
            ("//! Unlike std::fs, this …\nuse std::fmt; // not std::env", None),
            (
                "#[cfg(test)]\nmod tests {\n    use std::collections::BTreeMap;
use std::fs;\n}\n",
                None,
            ),
            ("#[cfg(test)]\nmod tests;\nuse std::net::Ipv4Addr;", Some("net")),
            ("#[cfg(test)]\nmod tests {\n}\nuse std::env;", Some("env")),
            ("use other_std::fs;", None),
        ] {
            assert_eq!(forbidden_module(source), module, "{source}");
        }
    }
}
