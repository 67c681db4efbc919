//! `cargo xtask bench`: the benchmarks of all crates, and the map in a browser. Speed is
//! measured here and nowhere in tests: machines differ, and are shared.
//!
//! - [`map`]: the page built with few places and with many, and its map dragged
//! - [`places`]: the corpora for that

pub mod map;
pub mod places;

use crate::program::{cargo, run as run_program};
use anyhow::Result;

/// Package and benchmark.
const BENCHES: &[(&str, &str)] = &[("entente-analysis", "analyse"), ("entente-geo", "outline")];

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
    if wanted("map") { map::run() } else { Ok(()) }
}
