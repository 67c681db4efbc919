//! Takes comments and needless space out of the lexicons: what is left is compiled into the
//! crate, and one day into the page.

use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() {
    println!("cargo::rerun-if-changed=lexicon");
    let out = PathBuf::from(env::var("OUT_DIR").expect("cargo gives a folder"));
    for language in entries(Path::new("lexicon")) {
        for file in entries(&language) {
            let text = fs::read_to_string(&file).expect("a lexicon is text");
            let name = |path: &Path| {
                path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
            };
            let target = out.join([name(&language), name(&file)].join("-"));
            fs::write(target, lean(&text)).expect("the folder can be written");
        }
    }
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the lexicons are there");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("it can be read").path()).collect();
    paths.sort();
    paths
}

/// The lines that say something, without space around the marks between forms.
fn lean(text: &str) -> String {
    let lines =
        text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    let lean = |line: &str| {
        let parts = |mark: char, text: &str| {
            text.split(mark).map(str::trim).collect::<Vec<_>>().join(&mark.to_string())
        };
        parts(';', &parts('|', line)) + "\n"
    };
    lines.map(lean).collect()
}
