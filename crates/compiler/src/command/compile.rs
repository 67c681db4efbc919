//! `entente compile`: a corpus into an archive.

use super::progress::Progress;
use super::replace::replace;
use super::{FAILED, complain, count, report};
use entente_compiler::compile::compile_with;
use entente_compiler::folder;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

pub(super) fn run(corpus: &Path, output: &Path) -> ExitCode {
    let source = folder::read(corpus);
    let target = fs::canonicalize(output).ok();
    let own = |path: &str| target.is_some() && fs::canonicalize(path).ok() == target;
    if source.documents.iter().chain(&source.settings).any(|file| own(&file.path)) {
        complain(format_args!("{} is part of the corpus; name another file", output.display()));
        return FAILED;
    }

    let mut progress = Progress::new("analysing reports");
    let compiled = compile_with(source, |done, total| progress.show(done, total));
    drop(progress);
    let compiled = match compiled {
        Ok(compiled) => compiled,
        Err(issues) => {
            report(&issues);
            let errors = count(issues.errors(), "error");
            complain(format_args!("{errors}, nothing written"));
            return FAILED;
        }
    };
    report(&compiled.warnings);
    if let Err(error) = replace(output, |file| file.write_all(&compiled.bytes)) {
        complain(format_args!("{} cannot be written: {error}", output.display()));
        return FAILED;
    }
    ExitCode::SUCCESS
}
