//! How fast a text is read, and whether twice the text takes twice the time: the reports
//! of the default corpus, once, ten and a hundred times over (5, 50 and 500 reports) as one
//! text. `cargo xtask bench` runs it; throughput should be the same in all three lines.

use divan::Bencher;
use divan::counter::BytesCount;
use entente_analysis::{Given, analyse};
use std::fs;
use std::path::Path;

fn main() {
    divan::main();
}

/// The bodies of the default corpus, as often as asked for.
fn reports(times: usize) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corpus/documents");
    let mut paths: Vec<_> = fs::read_dir(folder)
        .expect("the default corpus is there")
        .map(|entry| entry.expect("it can be read").path())
        .collect();
    paths.sort();
    let body = |path: &std::path::PathBuf| {
        let text = fs::read_to_string(path).expect("a report is text");
        text.splitn(3, "+++\n").last().unwrap_or_default().to_owned()
    };
    let all: Vec<String> = paths.iter().map(body).collect();
    all.join("\n\n").repeat(times)
}

#[divan::bench(args = [1, 10, 100], sample_count = 5)]
fn five_reports(bencher: Bencher, times: usize) {
    let text = reports(times);
    bencher
        .counter(BytesCount::of_str(&text))
        .bench(|| analyse(divan::black_box(&text), &Given::default()));
}
