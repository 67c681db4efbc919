//! `cargo xtask bench`: the benchmarks of all crates. Speed is measured here and nowhere in
//! tests: machines differ, and are shared.

use crate::program::{cargo, run as run_program};
use crate::trouble::Result;

/// Package and benchmark.
const BENCHES: &[(&str, &str)] = &[("entente-analysis", "analyse"), ("entente-geo", "outline")];

/// Runs them, or those whose name holds the filter.
///
/// # Errors
/// When one cannot be built or ends badly.
pub fn run(filter: Option<&str>) -> Result<()> {
    for (package, bench) in BENCHES {
        if filter.is_none_or(|filter| bench.contains(filter)) {
            let mut command = cargo(["bench", "--package", package, "--bench", bench]);
            run_program(&mut command, "the benchmark cannot be run")?;
        }
    }
    Ok(())
}
