//! Corpora for the tests: folders made for the moment.
#![allow(dead_code)] // each test file uses its part

use entente_compiler::{Issues, Source, check, folder};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tempfile::TempDir;

/// A folder with these files.
pub(crate) fn folder_of(files: &[(&str, &[u8])]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, bytes) in files {
        write(folder.path(), path, bytes);
    }
    folder
}

/// Writes a file, and the folders above it.
pub(crate) fn write(folder: &Path, path: &str, bytes: &[u8]) {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
}

/// What is wrong with a corpus, a line an issue, with paths as seen from its folder.
pub(crate) fn told(folder: &Path) -> Vec<String> {
    lines(folder, &check(folder::read(folder)))
}

/// Issues, one a line, with paths as seen from the folder.
pub(crate) fn lines(folder: &Path, issues: &Issues) -> Vec<String> {
    let prefix = format!("{}/", folder.display());
    issues.to_string().replace(&prefix, "").lines().map(str::to_owned).collect()
}

/// The ids of a corpus that must compile, in order.
pub(crate) fn ids(source: Source) -> Vec<String> {
    let corpus = entente_compiler::compile(source).unwrap().corpus;
    corpus.documents.into_iter().map(|document| document.id.into_owned()).collect()
}

/// Runs `entente`.
pub(crate) fn entente<I: AsRef<std::ffi::OsStr>>(args: &[I]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_entente")).args(args).output().unwrap()
}

/// What a run printed on standard output.
pub(crate) fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// What a run printed on standard error.
pub(crate) fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// The default corpus.
pub(crate) fn default_corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corpus")
}

/// The names in a folder.
pub(crate) fn names(folder: &Path) -> Vec<String> {
    let name =
        |entry: std::io::Result<fs::DirEntry>| entry.unwrap().file_name().into_string().unwrap();
    let mut names: Vec<_> = fs::read_dir(folder).unwrap().map(name).collect();
    names.sort();
    names
}
