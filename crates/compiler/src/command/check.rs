//! `entente check`: every issue of a corpus and a summary.

use super::progress::Progress;
use super::{FAILED, count, shown};
use entente_compiler::compile::check_with;
use entente_compiler::folder;
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

pub(super) fn run(corpus: &Path) -> io::Result<ExitCode> {
    let source = folder::read(corpus);
    let documents = count(source.documents.len(), "document");
    let mut progress = Progress::new("analysing reports");
    let issues = check_with(source, |done, total| progress.show(done, total));
    drop(progress);
    let errors = count(issues.errors(), "error");
    let warnings = count(issues.warnings(), "warning");
    let mut out = io::stdout().lock();
    write!(out, "{issues}")?;
    writeln!(out, "{}: {documents}, {errors}, {warnings}", shown(corpus))?;
    out.flush()?;
    Ok(if issues.errors() == 0 { ExitCode::SUCCESS } else { FAILED })
}
