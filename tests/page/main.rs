//! The page in real browsers, a sentence a test.
//!
//! Each sentence is tried in every engine that is here and with both builds: the hosted
//! one under a path of its own on a loopback address, and the single file from the disk.
//! `cargo xtask test` builds the page, finds engines and drivers and names them in
//! variables of the environment; an engine that is not named is left out.
//!
//! How it is done:
//! - [`engine`]: the engines, and what a browser is started with
//! - [`session`]: a browser that is driven, and all that it complained about
//! - [`page`]: what a test can do with the page and see of it
//! - [`suite`]: sentences times engines times builds
//! - [`bench`]: no test, but the page opened, searched and dragged, and measured
//!
//! What is said:
//! - [`frame`], [`opening`], [`search`], [`queries`], [`facets`], [`reader`], [`address`], [`api`]
//! - [`names`], [`meetings`], [`thread`]
//! - [`timeline`], [`map`], [`agreements`]
//! - [`keyboard`], [`looks`], [`colours`], [`axe`]
//! - [`offline`], [`without`]
//! - [`complaints`]: that a test does see what goes wrong

#![allow(unreachable_pub)] // a program has no outside

mod address;
mod agreements;
mod api;
mod axe;
mod bench;
mod colours;
mod complaints;
mod endurance;
mod engine;
mod facets;
mod frame;
mod keyboard;
mod looks;
mod map;
mod meetings;
mod names;
mod offline;
mod opening;
mod page;
mod queries;
mod reader;
mod search;
mod session;
mod suite;
mod thread;
mod timeline;
mod without;

use std::env;
use std::process::ExitCode;
use xtask::bench::page::VARIABLE;

fn main() -> ExitCode {
    if let Ok(reports) = env::var(VARIABLE) {
        bench::page(&reports);
        return ExitCode::SUCCESS;
    }
    let themes = [
        complaints::TESTS,
        opening::TESTS,
        search::TESTS,
        queries::TESTS,
        facets::TESTS,
        frame::TESTS,
        reader::TESTS,
        names::TESTS,
        meetings::TESTS,
        thread::TESTS,
        timeline::TESTS,
        map::TESTS,
        agreements::TESTS,
        address::TESTS,
        api::TESTS,
        endurance::TESTS,
        keyboard::TESTS,
        looks::TESTS,
        axe::TESTS,
        offline::TESTS,
        without::TESTS,
    ];
    suite::run(&themes.concat(), colours::TESTS)
}
