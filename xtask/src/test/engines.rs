//! Browsers, their drivers, and a display for the one that needs it.
//!
//! Where apt may be used, what is missing is installed; elsewhere the engine is left out
//! with a sentence, and its tests count as skipped, or as failed in CI.

use crate::program::{on_path, program};
use crate::tools::pinned::Pinned;
use crate::tools::system;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};

/// A browser engine and how its parts are found.
#[derive(Debug)]
pub struct Engine {
    /// As people call it.
    pub name: &'static str,
    /// Set for the tests in browsers to the path of the driver.
    pub driver_variable: &'static str,
    /// Set for the tests in browsers to the path of the browser.
    pub browser_variable: &'static str,
    /// Where the browser may be: names on the PATH, or whole paths.
    browsers: &'static [&'static str],
    driver: &'static str,
    /// A driver that cargo installs, and its version.
    crated: Option<(Pinned, &'static str)>,
    packages: &'static [&'static str],
}

/// An engine that is here.
#[derive(Debug)]
pub struct Found {
    /// The browser.
    pub browser: PathBuf,
    /// The program that speaks WebDriver.
    pub driver: PathBuf,
}

/// Chromium, or Chrome where that is what there is.
pub const CHROMIUM: Engine = Engine {
    name: "Chromium",
    driver_variable: "ENTENTE_CHROMEDRIVER",
    browser_variable: "ENTENTE_CHROMIUM",
    browsers: &[
        "chromium",
        "chromium-browser",
        "google-chrome",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ],
    driver: "chromedriver",
    crated: None,
    packages: &["chromium", "chromium-driver"],
};

/// Firefox.
pub const FIREFOX: Engine = Engine {
    name: "Firefox",
    driver_variable: "ENTENTE_GECKODRIVER",
    browser_variable: "ENTENTE_FIREFOX",
    browsers: &["firefox-esr", "firefox", "/Applications/Firefox.app/Contents/MacOS/firefox"],
    driver: "geckodriver",
    crated: Some((
        Pinned {
            package: "geckodriver",
            binary: "geckodriver",
            flags: &[],
            environment: &[
                ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"),
                ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
            ],
            minutes: 3,
        },
        "0.37.1",
    )),
    packages: &["firefox-esr"],
};

/// WebKit, in the browser that its own tests use. It has no mode without a display.
pub const WEBKIT: Engine = Engine {
    name: "WebKit",
    driver_variable: "ENTENTE_WEBKITDRIVER",
    browser_variable: "ENTENTE_MINIBROWSER",
    browsers: &[
        "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
        "/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
        "/usr/libexec/webkit2gtk-4.1/MiniBrowser",
    ],
    driver: "WebKitWebDriver",
    crated: None,
    packages: &["webkit2gtk-driver", "xvfb", "xauth"],
};

/// All engines.
pub const ALL: [&Engine; 3] = [&CHROMIUM, &FIREFOX, &WEBKIT];

/// An engine, installed where it is missing and may be; `None`, with a sentence on the
/// terminal, where it cannot be had.
pub fn find(engine: &Engine) -> Option<Found> {
    let needs_display = engine.packages.contains(&"xvfb");
    let browser = || engine.browsers.iter().find_map(|name| on_path(name));
    let display = || !needs_display || has_display() || on_path("Xvfb").is_some();
    let system_driver = || engine.crated.is_some() || on_path(engine.driver).is_some();
    if !(browser().is_some() && display() && system_driver()) {
        system::install(engine.packages);
    }
    let driver = match &engine.crated {
        Some((pinned, version)) if browser().is_some() => {
            on_path(engine.driver).or_else(|| match pinned.ensure(version) {
                Ok(path) => Some(path),
                Err(error) => {
                    println!("{error:#}");
                    None
                }
            })
        }
        _ => on_path(engine.driver),
    };
    let found = browser().zip(driver).filter(|_| display());
    if found.is_none() {
        println!(
            "{} or its driver {} is not here and could not be installed: its tests cannot run. \
             On Debian they are the packages {}.",
            engine.name,
            engine.driver,
            engine.packages.join(", ")
        );
    }
    found.map(|(browser, driver)| Found { browser, driver })
}

/// The capabilities for a Chromium without a window, as JSON.
pub fn chromium_capabilities(browser: &Path) -> String {
    let mut flags = vec![
        "--headless",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];
    if as_root() {
        flags.push("--no-sandbox");
    }
    let browser = browser.to_string_lossy().replace('\\', "\\\\");
    format!(
        "{{\"goog:chromeOptions\":{{\"binary\":\"{browser}\",\"args\":[\"{}\"]}}}}\n",
        flags.join("\",\"")
    )
}

/// Whether browsers must do without their sandbox, as they refuse it to root.
pub fn as_root() -> bool {
    system::root()
}

/// A display of our own; it ends when dropped.
#[derive(Debug)]
pub struct Display {
    server: Child,
    name: String,
}

impl Display {
    /// A display in memory, on a number that is free; `None` where Xvfb is not there.
    pub fn start() -> Option<Self> {
        let mut command = program(on_path("Xvfb")?);
        command.args(["-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp"]);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut server = command.spawn().ok()?;
        let mut number = String::new();
        if let Some(output) = server.stdout.take() {
            let _ = BufReader::new(output).read_line(&mut number);
        }
        let display = Self { server, name: format!(":{}", number.trim()) };
        (!number.trim().is_empty()).then_some(display)
    }

    /// What `DISPLAY` is set to.
    pub fn name(&self) -> &str {
        &self.name
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

fn has_display() -> bool {
    std::env::var_os("DISPLAY").is_some()
}
