//! `entente compile`: a corpus into an archive.

use super::progress::Progress;
use super::replace::{destination, replace};
use super::{FAILED, complain, count, report, shown};
use entente_compiler::compile::compile_with;
use entente_compiler::folder;
use std::fs::{self, File};
use std::io::{self, IsTerminal, Read, Write};
use std::path::Path;
use std::process::ExitCode;

/// Compiles the corpus in a folder into a file, or to standard output if that is `-`.
///
/// # Errors
/// Standard output cannot be written; all else is told here.
pub(super) fn run(corpus: &Path, output: &Path) -> io::Result<ExitCode> {
    let to_stdout = output == Path::new("-");
    if to_stdout && io::stdout().is_terminal() {
        complain("an archive is no text for a terminal; name a file behind -o");
        return Ok(FAILED);
    }
    let cannot = |error: &io::Error| {
        complain(format_args!("{} cannot be written: {error}", shown(output)));
        Ok(FAILED)
    };
    let target = match destination(output) {
        Ok(target) => target,
        Err(error) if !to_stdout => return cannot(&error),
        Err(_) => output.to_owned(),
    };
    if !to_stdout && folder::holds(corpus, &target) {
        complain(format_args!("{} is part of the corpus; name another file", shown(output)));
        return Ok(FAILED);
    }

    let source = folder::read(corpus);
    let mut progress = Progress::new("analysing reports");
    let compiled = compile_with(source, |done, total| progress.show(done, total));
    drop(progress);
    let compiled = match compiled {
        Ok(compiled) => compiled,
        Err(issues) => {
            report(&issues);
            let errors = count(issues.errors(), "error");
            complain(format_args!("{errors}, nothing written"));
            return Ok(FAILED);
        }
    };
    report(&compiled.warnings);
    if to_stdout {
        let mut out = io::stdout().lock();
        out.write_all(&compiled.bytes)?;
        out.flush()?;
        return Ok(ExitCode::SUCCESS);
    }
    if is_foreign(corpus, &target, &compiled.bytes) {
        complain(format_args!(
            "{} lies in the folder of the corpus and is no archive; name another file",
            shown(output)
        ));
        return Ok(FAILED);
    }
    match replace(&target, |file| file.write_all(&compiled.bytes)) {
        Ok(()) => Ok(ExitCode::SUCCESS),
        Err(error) => cannot(&error),
    }
}

/// Whether a file in the folder of a corpus would be lost that is not an archive of an
/// earlier run: notes, a README, a report that was left out.
fn is_foreign(corpus: &Path, target: &Path, archive: &[u8]) -> bool {
    /// Archives begin alike.
    const LABEL: usize = 8;
    let inside = fs::canonicalize(corpus).is_ok_and(|corpus| target.starts_with(corpus));
    let is_named = target.extension().is_some_and(|ending| ending == "entente");
    if !inside || is_named || !target.is_file() {
        return false;
    }
    let mut label = Vec::new();
    let read = File::open(target).and_then(|file| file.take(LABEL as u64).read_to_end(&mut label));
    read.is_err() || !(label.is_empty() || archive.starts_with(&label))
}
