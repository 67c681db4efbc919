//! `entente analyse`: one JSON object a document, one a line.
//!
//! A file that cannot be read is reported, and the others are analysed all the same.

use super::progress::Progress;
use super::{FAILED, report};
use entente_compiler::document::Document;
use entente_compiler::record::Record;
use entente_compiler::{Issue, Issues, Knowledge, SourceFile, folder};
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

pub(super) fn run(files: &[PathBuf], corpus: Option<&Path>) -> io::Result<ExitCode> {
    let mut status = ExitCode::SUCCESS;
    let read_corpus = |corpus| Knowledge::from_source(folder::read(corpus));
    let known = match corpus.map(read_corpus).transpose() {
        Ok(known) => known.unwrap_or_default(),
        Err(issues) => {
            report(&issues);
            return Ok(FAILED);
        }
    };
    let mut out = BufWriter::new(io::stdout().lock());
    // Lines that appear on the same terminal show the progress themselves.
    let mut progress = (!io::stdout().is_terminal()).then(|| Progress::new("analysing reports"));
    for (done, path) in files.iter().enumerate() {
        if let Some(progress) = &mut progress {
            progress.show(done, files.len());
        }
        match read(path) {
            Ok((name, mut document, warnings)) => {
                known.recognise(&mut document);
                report(Issues::new(warnings));
                serde_json::to_writer(&mut out, &Record::new(&name, &document, &known))?;
                out.write_all(b"\n")?;
                out.flush()?;
            }
            Err(errors) => {
                report(Issues::new(errors));
                status = FAILED;
            }
        }
    }
    Ok(status)
}

/// A document, with its name and warnings.
fn read(path: &Path) -> Result<(String, Document, Vec<Issue>), Vec<Issue>> {
    let stdin = path == Path::new("-");
    let file =
        if stdin { folder::read_all("stdin", io::stdin().lock()) } else { folder::read_file(path) };
    let file: SourceFile = file.map_err(|issue| vec![issue])?;
    let name = file.stem().to_owned();
    let (document, warnings) = Document::read(file)?;
    Ok((name, document, warnings))
}
