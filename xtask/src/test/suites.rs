//! What runs under `cargo test`.

use super::Bench;
use super::axe;
use super::engines;
use super::fonts::{NARROW, WIDE};
use super::tally::Tally;
use crate::program::{cargo, output_of};
use crate::tools::target::WASM;
use crate::workspace;
use anyhow::{Context, Result};
use std::env;
use std::fs;
use std::process::Command;

/// The package of the page, its program, and its test in browsers. The test has
/// `test = false` in the manifest, so that plain `cargo test` leaves it out.
const PAGE: &str = "entente-page";
const IN_BROWSERS: &str = "page";
/// The seed of the tests over random values.
const SEED: &str = "PROPTEST_RNG_SEED";

/// All packages on this machine.
///
/// # Errors
/// When cargo cannot be started.
pub fn native(bench: &Bench<'_>) -> Result<Tally> {
    let mut command = cargo(["test", "--workspace", "--no-fail-fast"]);
    // The same commit gives the same result; who hunts for more sets another seed.
    if env::var_os(SEED).is_none() {
        command.env(SEED, "1");
    }
    Tally::run(filtered(&mut command, bench))
}

/// The page's own unit tests where it runs: in WebAssembly, in Chromium.
///
/// # Errors
/// When the runner cannot be set up.
pub fn in_wasm(bench: &Bench<'_>) -> Result<Tally> {
    let Some(chromium) = engines::find(&engines::CHROMIUM) else { return Ok(Tally::missing()) };
    let capabilities = workspace::intermediate_dir().join("webdriver.json");
    fs::create_dir_all(workspace::intermediate_dir())
        .and_then(|()| fs::write(&capabilities, engines::chromium_capabilities(&chromium.browser)))
        .with_context(|| format!("{} cannot be written", capabilities.display()))?;
    let mut command = cargo(["test", "--target", WASM, "--package", PAGE, "--bin", PAGE]);
    command
        .env("PATH", &bench.tools.path)
        .env(
            "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER",
            bench.tools.wasm_bindgen.join("wasm-bindgen-test-runner"),
        )
        .env("WASM_BINDGEN_USE_BROWSER", "1")
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", &capabilities)
        .env("WASM_BINDGEN_TEST_TIMEOUT", "120")
        .env("CHROMEDRIVER", &chromium.driver);
    Tally::run(filtered(&mut command, bench))
}

/// The page as people use it, in every engine that is here.
///
/// # Errors
/// When the page cannot be built or the browsers cannot be set up.
pub fn in_browsers(bench: &Bench<'_>) -> Result<Tally> {
    let suite = ["test", "--package", PAGE, "--test", IN_BROWSERS];
    if bench.filter.is_some() {
        // No page and no browsers for a filter that means none of these tests.
        let mut list = cargo(suite);
        let listed = output_of(filtered(&mut list, bench).arg("--list")).unwrap_or_default();
        if !listed.lines().any(|line| line.ends_with(": test")) {
            println!("The filter names none.");
            return Ok(Tally::default());
        }
    }
    bench.page()?;
    let mut tally = Tally::default();
    let mut command = cargo(suite);
    command.env("ENTENTE_DIST", workspace::dist()).env("RUST_BACKTRACE", "0");
    for engine in engines::ALL {
        match engines::find(engine) {
            Some(found) => {
                command.env(engine.driver_variable, found.driver);
                command.env(engine.browser_variable, found.browser);
            }
            None => tally += Tally::missing(),
        }
    }
    match axe::unpacked() {
        Ok(script) => drop(command.env(axe::VARIABLE, script)),
        Err(error) => {
            println!("{error:#}. The tests that ask axe cannot run.");
            tally += Tally::missing();
        }
    }
    for set in [WIDE, NARROW] {
        match set.unpacked() {
            Ok(config) => drop(command.env(set.variable, config)),
            Err(error) => {
                println!("{error:#}. The tests of layout cannot run with these fonts.");
                tally += Tally::missing();
            }
        }
    }
    let display = engines::Display::start();
    if let Some(display) = &display {
        command.env("DISPLAY", display.name());
    }
    if engines::as_root() {
        command.env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1");
    }
    tally += Tally::run(filtered(&mut command, bench))?;
    Ok(tally)
}

fn filtered<'a>(command: &'a mut Command, bench: &Bench<'_>) -> &'a mut Command {
    if let Some(filter) = bench.filter {
        command.arg(filter);
    }
    command.arg("--")
}
