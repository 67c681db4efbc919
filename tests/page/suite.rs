//! Tests times engines times builds.
//!
//! Both builds hold the same program; they differ in how it arrives. So what depends on
//! that is tried with both in every engine, and all else with the single file in every
//! engine and with the hosted build in the first; what depends on neither, as markup and
//! colours do not, once.
//!
//! An engine is started once and goes from test to test, each in a tab of its own; after
//! a failure it is started anew, and the test is tried once more: browsers end of
//! themselves or stop answering now and then, WebKit's above all. What needed its second
//! try is told at the end, with why, so that a test that is really unsure is found out.

use crate::engine::{Engine, Setting};
use crate::page::{Build, Page};
use crate::session::Session;
use libtest_mimic::{Arguments, Failed, Trial};
use std::any::Any;
use std::env;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::{Arc, Mutex, PoisonError};
use xtask::server::Server;

/// The path under which the hosted build is served.
pub const PREFIX: &str = "/some/where/";

/// A test about the page.
#[derive(Clone, Copy, Debug)]
pub struct Test {
    says: &'static str,
    run: fn(&mut Page<'_>),
    builds: Builds,
    setting: Setting,
    /// A variable of the environment without which it is left out.
    needs: Option<&'static str>,
}

/// With which builds a test is tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Builds {
    /// The single file in every engine, the hosted build in the first.
    Alike,
    /// Both in every engine.
    Both,
    /// The hosted one in every engine.
    Hosted,
    /// The single file in every engine.
    Single,
    /// The single file in the first engine.
    Once,
}

impl Builds {
    /// Whether a build is among them for the first engine or another.
    fn includes(self, build: Build, first: bool) -> bool {
        match self {
            Self::Alike => first || build == Build::Single,
            Self::Both => true,
            Self::Hosted => build == Build::Hosted,
            Self::Single => build == Build::Single,
            Self::Once => first && build == Build::Single,
        }
    }
}

impl Test {
    /// A test about the program, however it arrived.
    pub const fn new(says: &'static str, run: fn(&mut Page<'_>)) -> Self {
        Self { says, run, builds: Builds::Alike, setting: Setting::Usual, needs: None }
    }

    /// A test that may hold or not by how the page arrived.
    pub const fn both(says: &'static str, run: fn(&mut Page<'_>)) -> Self {
        Self { builds: Builds::Both, ..Self::new(says, run) }
    }

    /// A test about the hosted build alone.
    pub const fn hosted(says: &'static str, run: fn(&mut Page<'_>)) -> Self {
        Self { builds: Builds::Hosted, ..Self::new(says, run) }
    }

    /// A test about a browser that is started in another way.
    pub const fn with(setting: Setting, says: &'static str, run: fn(&mut Page<'_>)) -> Self {
        Self { builds: Builds::Both, setting, ..Self::new(says, run) }
    }

    /// A test of layout, in every engine with one of the two sets of fonts.
    pub const fn layout(setting: Setting, says: &'static str, run: fn(&mut Page<'_>)) -> Self {
        Self { builds: Builds::Single, setting, ..Self::new(says, run) }
    }

    /// A test for which one engine and one build are enough.
    pub const fn once(says: &'static str, run: fn(&mut Page<'_>)) -> Self {
        Self { builds: Builds::Once, ..Self::new(says, run) }
    }

    /// The same, left out where a variable of the environment does not name what it needs.
    pub const fn once_with(
        needs: &'static str,
        says: &'static str,
        run: fn(&mut Page<'_>),
    ) -> Self {
        Self { needs: Some(needs), ..Self::once(says, run) }
    }
}

/// A test about the page's files, for which no browser is needed.
pub type Plain = (&'static str, fn());

/// An engine with its browser, once it is started.
struct Slot {
    engine: Engine,
    server: Option<Server>,
    session: Option<(Setting, Session)>,
    /// Tests that failed once, and how.
    unsure: Vec<(String, String)>,
}

/// All settings, in the order in which browsers are started with them.
const SETTINGS: [Setting; 6] = [
    Setting::Usual,
    Setting::NoStorage,
    Setting::NoScript,
    Setting::NoWasm,
    Setting::WideFonts,
    Setting::NarrowFonts,
];

/// Runs all tests.
pub fn run(tests: &[Test], plain: &[Plain]) -> ExitCode {
    let mut arguments = Arguments::from_args();
    arguments.test_threads.get_or_insert(2);
    let engines = if arguments.list { Engine::all_names() } else { Engine::all() };
    if engines.is_empty() {
        eprintln!(
            "No browser is named: `cargo xtask test` finds them, builds the page and runs this."
        );
    }
    let slot = |engine| {
        Arc::new(Mutex::new(Slot { engine, server: None, session: None, unsure: Vec::new() }))
    };
    let slots: Vec<_> = engines.into_iter().map(|engine| (engine.name, slot(engine))).collect();

    let mut trials: Vec<Trial> = plain
        .iter()
        .map(|&(says, run)| Trial::test(format!("files: {says}"), move || tried(run)))
        .collect();
    // One after the other in what a browser is started with; engines take turns.
    for setting in SETTINGS {
        for &test in tests.iter().filter(|test| test.setting == setting) {
            for build in [Build::Hosted, Build::Single] {
                for (at, (name, slot)) in slots.iter().enumerate() {
                    if !test.builds.includes(build, at == 0) {
                        continue;
                    }
                    let slot = Arc::clone(slot);
                    let name = format!("{name}, {}: {}", build.name(), test.says);
                    let trial = Trial::test(name, move || {
                        let mut slot = slot.lock().unwrap_or_else(PoisonError::into_inner);
                        slot.tries(test, build)
                    });
                    let missing = test.needs.is_some_and(|needs| env::var_os(needs).is_none());
                    trials.push(trial.with_ignored_flag(missing));
                }
            }
        }
    }
    let conclusion = libtest_mimic::run(&arguments, trials);
    for (name, slot) in slots {
        let mut slot = slot.lock().unwrap_or_else(PoisonError::into_inner);
        slot.session = None;
        for (test, why) in &slot.unsure {
            println!("second try: {name}, {test}: {why}");
        }
    }
    conclusion.exit_code()
}

impl Slot {
    fn tries(&mut self, test: Test, build: Build) -> Result<(), Failed> {
        self.tries_once(test, build).or_else(|failed| {
            let outcome = self.tries_once(test, build);
            if outcome.is_ok() {
                let why = failed.message().unwrap_or_default().to_owned();
                self.unsure.push((format!("{}: {}", build.name(), test.says), why));
            }
            outcome
        })
    }

    fn tries_once(&mut self, test: Test, build: Build) -> Result<(), Failed> {
        let outcome = tried(|| {
            let root = self.root(build);
            let mut page = Page::new(self.session(test.setting), build, root, dist());
            (test.run)(&mut page);
            page.ends();
        });
        if outcome.is_err() {
            self.session = None;
        }
        outcome
    }

    fn root(&mut self, build: Build) -> String {
        match build {
            Build::Hosted => {
                let start = || Server::start(dist(), PREFIX, 0).expect("some port is free");
                self.server.get_or_insert_with(start).address().to_owned()
            }
            Build::Single => single_file(),
        }
    }

    fn session(&mut self, setting: Setting) -> &mut Session {
        if self.session.as_ref().is_some_and(|(started, _)| *started != setting) {
            self.session = None;
        }
        let start = || (setting, Session::start(&self.engine, setting));
        &mut self.session.get_or_insert_with(start).1
    }
}

/// The address of the single file.
pub fn single_file() -> String {
    let path = dist().join("entente.html");
    url::Url::from_file_path(&path).expect("a whole path").to_string()
}

/// The folder of the built page.
pub fn dist() -> PathBuf {
    let dist = env::var_os("ENTENTE_DIST").map(PathBuf::from);
    dist.expect("ENTENTE_DIST names the folder of the built page; `cargo xtask test` sets it")
}

fn tried(run: impl FnOnce()) -> Result<(), Failed> {
    catch_unwind(AssertUnwindSafe(run)).map_err(|cause| Failed::from(words(cause.as_ref())))
}

fn words(cause: &(dyn Any + Send)) -> String {
    let fixed = cause.downcast_ref::<&str>().map(|words| (*words).to_owned());
    fixed.or_else(|| cause.downcast_ref::<String>().cloned()).unwrap_or_default()
}
