//! Every test of the workspace, counted one by one.
//!
//! - [`tally`]: counts, and how they are read from what test runners print
//! - [`suites`]: what runs under `cargo test`: natively, in WebAssembly, in browsers
//! - [`pure`]: checks of the pure crates
//! - [`engines`]: browsers, their drivers, and a display for the one that needs it
//! - [`fonts`]: two sets of fonts for the tests of layout
//! - [`axe`]: what looks at the page for obstacles

pub mod axe;
pub mod engines;
pub mod fonts;
pub mod pure;
pub mod suites;
pub mod tally;

use crate::cli::Options;
use crate::program::{program, run as run_program};
use crate::tools::{self, BuildTools};
use crate::workspace::{self, BUDGET};
use crate::{build, server, size};
use anyhow::{Context, Error, Result};
use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use tally::Tally;
use walkdir::WalkDir;

/// Something that is run and counted.
#[derive(Debug)]
struct Step {
    /// What is tested, as a headline.
    name: &'static str,
    run: fn(&Bench<'_>) -> Result<Tally>,
}

/// All of them, the quick ones first.
const STEPS: &[Step] = &[
    Step { name: "The pure crates", run: pure::forbidden_dependencies },
    Step { name: "The table of crates", run: pure::dependency_table },
    Step { name: "The crates, natively", run: suites::native },
    Step { name: "The pure crates compile to WebAssembly", run: pure::compile_to_wasm },
    Step { name: "The page's parts, in WebAssembly", run: suites::in_wasm },
    Step { name: "The page is small", run: small },
    Step { name: "The page, by Trunk alone", run: plain_trunk },
    Step { name: "The page, in browsers", run: suites::in_browsers },
];

/// What the steps share.
#[derive(Debug)]
pub struct Bench<'a> {
    /// Part of the names of the tests to run.
    pub filter: Option<&'a str>,
    /// The programs of a build.
    pub tools: BuildTools,
    built: OnceCell<()>,
}

impl Bench<'_> {
    /// Whether a check of this name is asked for.
    pub fn wants(&self, name: &str) -> bool {
        self.filter.is_none_or(|filter| name.contains(filter))
    }

    /// Builds the page, once for all steps that need it.
    ///
    /// # Errors
    /// When the build fails.
    pub fn page(&self) -> Result<()> {
        if self.built.get().is_none() {
            build::build(&Options::default(), &self.tools)?;
            let _ = self.built.set(());
        }
        Ok(())
    }

    /// Prints and counts one check that is not a test of `cargo test`. The sentence is the
    /// name of what should hold.
    pub fn check(&self, sentence: &str, run: impl FnOnce() -> Result<()>) -> Tally {
        if !self.wants(sentence) {
            return Tally::default();
        }
        match run() {
            Ok(()) => {
                println!("test {sentence} ... ok");
                Tally::passed(1)
            }
            Err(error) => {
                println!("test {sentence} ... FAILED\n{error:#}");
                Tally::failed(1)
            }
        }
    }
}

/// `cargo xtask test`: whether nothing failed.
///
/// # Errors
/// When the tools cannot be had; failures of tests are counted instead.
pub fn run(filter: Option<&str>) -> Result<bool> {
    let tools = match tools::for_build() {
        Ok(tools) => tools,
        Err(error) => {
            println!("{error:#}\n{}", Tally::failed(1));
            return Ok(false);
        }
    };
    let bench = Bench { filter, tools, built: OnceCell::new() };
    let mut all = Tally::default();
    for step in STEPS {
        println!("\n## {}\n", step.name);
        all += (step.run)(&bench).unwrap_or_else(|error| {
            println!("error: {error:#}");
            Tally::failed(1)
        });
    }
    println!("\n{all}");
    Ok(all.failed == 0)
}

/// Whether `trunk build --release` without `cargo xtask build` around it gives the same bytes.
fn plain_trunk(bench: &Bench<'_>) -> Result<Tally> {
    const SENTENCE: &str = "plain `trunk build --release` gives the same dist";
    if !bench.wants(SENTENCE) {
        return Ok(Tally::default());
    }
    bench.page()?;
    Ok(bench.check(SENTENCE, || {
        let folder = workspace::intermediate_dir().join("plain-dist");
        let mut trunk = program(&bench.tools.trunk);
        trunk.args(["--quiet", "build", "--release", "--offline", "--dist"]).arg(&folder);
        trunk.current_dir(workspace::root()).env("PATH", &bench.tools.path);
        trunk.env_remove("NO_COLOR");
        run_program(&mut trunk, "Trunk alone does not build the page")?;
        let (ours, plain) = (files(&workspace::dist())?, files(&folder)?);
        let differs = |name: &&PathBuf| ours.get(*name) != plain.get(*name);
        match ours.keys().chain(plain.keys()).find(differs) {
            Some(name) => Err(Error::msg(format!("{} is not the same", name.display()))),
            None => Ok(()),
        }
    }))
}

/// The files of a folder and of those in it, by their paths.
fn files(folder: &Path) -> Result<BTreeMap<PathBuf, Vec<u8>>> {
    let mut files = BTreeMap::new();
    for entry in WalkDir::new(folder) {
        let entry = entry.with_context(|| format!("{} cannot be read", folder.display()))?;
        if entry.file_type().is_file() {
            let content = fs::read(entry.path())
                .with_context(|| format!("{} cannot be read", entry.path().display()))?;
            let name = entry.path().strip_prefix(folder).unwrap_or(entry.path());
            files.insert(name.to_path_buf(), content);
        }
    }
    Ok(files)
}

/// The budget of the hosted page, as it travels.
fn small(bench: &Bench<'_>) -> Result<Tally> {
    const SENTENCE: &str = "the hosted page keeps its budget";
    if !bench.wants(SENTENCE) {
        return Ok(Tally::default());
    }
    bench.page()?;
    Ok(bench.check(SENTENCE, || {
        let total: usize = size::hosted()?.iter().map(|f| server::brotli(&f.content).len()).sum();
        println!("{total} of {BUDGET} bytes at Brotli 11; `cargo xtask size` shows more");
        if total > BUDGET { Err(Error::msg("the page is over its budget")) } else { Ok(()) }
    }))
}
