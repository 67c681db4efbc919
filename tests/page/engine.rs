//! The engines, and what a browser is started with.

use serde_json::{Map, Value, json};
use std::env;
use std::ffi::OsString;
use std::path::PathBuf;
use xtask::test::engines::{self, as_root};
use xtask::test::fonts::{FontSet, NARROW, WIDE};

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Chromium,
    Firefox,
    WebKit,
}

/// In the order of [`engines::ALL`].
const KINDS: [(Kind, &str); 3] =
    [(Kind::Chromium, "chromium"), (Kind::Firefox, "firefox"), (Kind::WebKit, "webkit")];

/// What a browser is started with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// As people have it.
    Usual,
    /// Pages may not store anything.
    NoStorage,
    /// Pages may not run scripts.
    NoScript,
    /// There is no WebAssembly.
    NoWasm,
    /// Letters are wide and high.
    WideFonts,
    /// Letters are narrow and low.
    NarrowFonts,
}

/// An engine with its browser and driver.
#[derive(Clone, Debug)]
pub struct Engine {
    pub kind: Kind,
    /// In the names of tests.
    pub name: &'static str,
    pub driver: PathBuf,
    browser: PathBuf,
}

impl Engine {
    /// The engines that the environment names.
    pub fn all() -> Vec<Self> {
        let path = |variable| env::var_os(variable).map(PathBuf::from);
        let named = KINDS.iter().zip(engines::ALL).filter_map(|(&(kind, name), engine)| {
            let (driver, browser) = (path(engine.driver_variable)?, path(engine.browser_variable)?);
            Some(Self { kind, name, driver, browser })
        });
        named.collect()
    }

    /// All engines, without their programs: for a list of tests.
    pub fn all_names() -> Vec<Self> {
        let nowhere = PathBuf::new;
        let all = KINDS.iter().map(|&(kind, name)| Self {
            kind,
            name,
            driver: nowhere(),
            browser: nowhere(),
        });
        all.collect()
    }

    /// What a new session is asked for.
    pub fn capabilities(&self, setting: Setting) -> Map<String, Value> {
        let capabilities = match self.kind {
            Kind::Chromium => self.chromium(setting),
            Kind::Firefox => self.firefox(setting),
            Kind::WebKit => self.webkit(setting),
        };
        capabilities.as_object().cloned().unwrap_or_default()
    }

    /// Variables for the driver, which hands them on to the browser.
    pub fn environment(&self, setting: Setting) -> Vec<(&'static str, OsString)> {
        let fonts = |set: FontSet| {
            let config = env::var_os(set.variable);
            config.map(|config| ("FONTCONFIG_FILE", config)).into_iter().collect()
        };
        match (self.kind, setting) {
            // The name before and after WebKit 2.46.
            (Kind::WebKit, Setting::NoWasm) => {
                vec![("JSC_useWebAssembly", "0".into()), ("JSC_useWasm", "0".into())]
            }
            (_, Setting::WideFonts) => fonts(WIDE),
            (_, Setting::NarrowFonts) => fonts(NARROW),
            _ => Vec::new(),
        }
    }

    fn chromium(&self, setting: Setting) -> Value {
        let text = engines::chromium_capabilities(&self.browser);
        let mut all: Value = serde_json::from_str(&text).expect("capabilities are JSON");
        let options = &mut all["goog:chromeOptions"];
        let blocked = 2;
        match setting {
            Setting::Usual | Setting::WideFonts | Setting::NarrowFonts => {}
            Setting::NoStorage => {
                options["prefs"] =
                    json!({"profile.default_content_setting_values.cookies": blocked});
            }
            Setting::NoScript => {
                let javascript = "profile.default_content_setting_values.javascript";
                options["prefs"] = json!({ javascript: blocked });
            }
            Setting::NoWasm => {
                let flags = options["args"].as_array_mut().expect("flags are a list");
                flags.push("--js-flags=--jitless".into());
            }
        }
        all["goog:loggingPrefs"] = json!({"browser": "ALL"});
        all
    }

    fn firefox(&self, setting: Setting) -> Value {
        // What pages write to the console goes to the output of the driver. What runs while
        // a test goes on to another address is not ended with a complaint.
        let mut prefs = json!({
            "devtools.console.stdout.content": true,
            "dom.ipc.processHangMonitor": false,
        });
        match setting {
            Setting::Usual | Setting::WideFonts | Setting::NarrowFonts => {}
            Setting::NoStorage => prefs["dom.storage.enabled"] = false.into(),
            Setting::NoScript => prefs["javascript.enabled"] = false.into(),
            Setting::NoWasm => prefs["javascript.options.wasm"] = false.into(),
        }
        json!({"moz:firefoxOptions": {"binary": self.browser, "args": ["-headless"], "prefs": prefs}})
    }

    fn webkit(&self, setting: Setting) -> Value {
        let mut args = vec!["--automation"];
        match setting {
            Setting::Usual | Setting::NoWasm | Setting::WideFonts | Setting::NarrowFonts => {}
            Setting::NoStorage => args.push("--enable-html5-local-storage=false"),
            Setting::NoScript => args.push("--enable-javascript=false"),
        }
        // The driver hands on its environment; as root there is no sandbox to be had.
        debug_assert!(
            !as_root() || env::var_os("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS").is_some()
        );
        json!({"webkitgtk:browserOptions": {"binary": self.browser, "args": args}})
    }
}
