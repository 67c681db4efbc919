//! `cargo xtask bench`: the benchmarks of all crates, and the page in a browser. Speed is
//! measured here and nowhere in tests: machines differ, and are shared.
//!
//! [`page`] builds the page with few reports and with many, opens and searches it and drags its map;
//! [`invented`] makes the corpora for that.

pub mod invented;
pub mod page;

use crate::program::{cargo, run as run_program};
use anyhow::Result;

// Package and benchmark.
const BENCHES: &[(&str, &str)] =
    &[("entente-analysis", "analyse"), ("entente-archive", "open"), ("entente-geo", "outline")];

/// Runs them, or those whose name holds the filter.
///
/// # Errors
/// When one cannot be built or ends badly.
pub fn run(filter: Option<&str>) -> Result<()> {
    let wanted = |name: &str| filter.is_none_or(|filter| name.contains(filter));
    for (package, bench) in BENCHES.iter().filter(|(_, bench)| wanted(bench)) {
        let mut command = cargo(["bench", "--package", package, "--bench", bench]);
        run_program(&mut command, "the benchmark cannot be run")?;
    }
    if wanted("page") { page::run() } else { Ok(()) }
}
