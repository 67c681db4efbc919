//! The page as people use it, with few reports and with many.
//!
//! What it costs depends on elements, styles and a browser, so nothing less than the page in
//! Chromium can tell. The page is built in a folder of its own; the tests in browsers know how to
//! open and drive it, so one of their modes does the measuring and prints.

use super::invented;
use crate::build;
use crate::cli::Options;
use crate::program::{cargo, run as run_program};
use crate::test::engines::{self, CHROMIUM};
use crate::tools;
use anyhow::{Context, Error, Result};
use std::{env, fs, process};

/// Set for the tests in browsers when they are to measure the page instead.
pub const VARIABLE: &str = "ENTENTE_BENCH_PAGE";

/// As many reports are in it, each with a meeting at a place of its own.
const REPORTS: [usize; 3] = [10, 1_000, 10_000];

/// Builds the page with each number of reports and measures it.
///
/// # Errors
/// When there is no Chromium, or a step cannot be done.
pub fn run() -> Result<()> {
    let chromium = engines::find(&CHROMIUM)
        .ok_or_else(|| Error::msg("the page is measured in Chromium, and there is none"))?;
    let tools = tools::for_build()?;
    let folder = env::temp_dir().join(format!("entente-bench-{}", process::id()));
    for count in REPORTS {
        let (corpus, dist) = (folder.join(format!("reports-{count}")), folder.join("dist"));
        invented::write(&corpus, count)?;
        let options = Options { corpus: Some(corpus), ..Options::default() };
        build::build_into(&dist, &options, &tools)?;
        let mut measure = cargo(["test", "--quiet", "--package", "entente-page", "--test", "page"]);
        measure
            .env(VARIABLE, count.to_string())
            .env("ENTENTE_DIST", &dist)
            .env(CHROMIUM.driver_variable, &chromium.driver)
            .env(CHROMIUM.browser_variable, &chromium.browser);
        run_program(&mut measure, "the page could not be measured")?;
    }
    fs::remove_dir_all(&folder).with_context(|| format!("{} cannot be removed", folder.display()))
}
