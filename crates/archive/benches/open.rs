//! Opening archives of invented reports: how large they are, how long it takes, and how much
//! memory is held afterwards beside the bytes themselves.
#![allow(missing_docs)]
#![allow(clippy::unwrap_used)] // a benchmark may fail

#[path = "../tests/invented/mod.rs"]
mod invented;

use entente_archive::Archive;
use invented::{Amount, Dice};
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};
use std::alloc::System;
use std::hint::black_box;
use std::time::{Duration, Instant};

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// Opened so often; the best time counts.
const TIMES: usize = 5;

fn main() {
    println!("reports | text, bytes | archive, bytes | opened in | held, bytes | held per text");
    for reports in [5, 1_000, 10_000] {
        let amount = Amount { mentions: 100, words: [280, 60_000] };
        let archive = invented::archive(texts(reports), 7, &amount);
        let text: usize = archive.documents.iter().map(|document| document.text.len()).sum();
        let bytes = archive.to_bytes();
        drop(archive);
        let best = (0..TIMES).map(|_| time(&bytes)).min().unwrap();
        let region = Region::new(ALLOCATOR);
        let opened = Archive::open(&bytes).unwrap();
        let change = region.change();
        let held = change.bytes_allocated - change.bytes_deallocated;
        black_box(opened);
        let (length, share) = (bytes.len(), 100.0 * held as f64 / text as f64);
        println!("{reports} | {text} | {length} | {best:.1?} | {held} | {share:.1} %");
    }
}

fn time(bytes: &[u8]) -> Duration {
    let started = Instant::now();
    let opened = Archive::open(bytes).unwrap();
    let took = started.elapsed();
    black_box(opened);
    took
}

/// Reports of 4.4 kB each in sentences of a dozen words.
fn texts(reports: usize) -> Vec<String> {
    const WORDS: [&str; 16] = [
        "minister",
        "defence",
        "Hà Nội",
        "talks",
        "the",
        "of",
        "Paris",
        "on",
        "cooperation",
        "agreement",
        "peacekeeping",
        "signed",
        "Điện Biên Phủ",
        "delegation",
        "visited",
        "in",
    ];
    let mut dice = Dice::new(3);
    let mut text = |_| {
        let mut text = String::new();
        while text.len() < 4_400 {
            let words: Vec<&str> = (0..12).map(|_| dice.one_of(&WORDS)).collect();
            text.extend([&words.join(" "), ". "]);
        }
        text
    };
    (0..reports).map(&mut text).collect()
}
