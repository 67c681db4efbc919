//! What a test can do with the page and see of it.
//!
//! What is seen is an expression in JavaScript, in the words of `vocabulary.js`; what is
//! done is done as people do it, with keys and clicks. Nothing waits for a time: a test
//! says what will be there, and it is asked for until it is.

use crate::session::{LIMIT, Session, WIDTH};
use fantoccini::Locator;
use fantoccini::key::Key;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::path::PathBuf;
use std::thread;
use std::time::{Duration, Instant};

const VOCABULARY: &str = include_str!("vocabulary.js");

/// Which build of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Build {
    /// The files for static hosts, under a path of their own on a loopback address.
    Hosted,
    /// The single file, from the disk.
    Single,
}

impl Build {
    /// In the names of tests.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Hosted => "hosted",
            Self::Single => "one file",
        }
    }
}

/// The page in a tab of its own.
#[derive(Debug)]
pub struct Page<'s> {
    pub session: &'s mut Session,
    pub build: Build,
    /// The address of the page without a fragment.
    pub root: String,
    /// The folder of the built page.
    pub dist: PathBuf,
    resized: bool,
    forgiven: Vec<&'static str>,
    complaints: Vec<String>,
}

impl<'s> Page<'s> {
    /// An empty tab; the page is not loaded yet.
    pub fn new(session: &'s mut Session, build: Build, root: String, dist: PathBuf) -> Self {
        session.new_tab();
        session.complaints();
        Self {
            session,
            build,
            root,
            dist,
            resized: false,
            forgiven: Vec::new(),
            complaints: Vec::new(),
        }
    }

    /// Loads the page afresh with a fragment and waits until it can answer.
    pub fn open(&mut self, fragment: &str) {
        self.load(fragment);
        self.arrived();
    }

    /// Loads the page afresh with a fragment, whatever comes of it.
    pub fn load(&mut self, fragment: &str) {
        self.note();
        // From the page itself another fragment would not be a new load.
        self.session.go("about:blank");
        self.session.go(&[&self.root, fragment].concat());
    }

    /// Loads the present address again.
    pub fn reload(&mut self) {
        self.note();
        // A driver may reload past the service worker, as people seldom do.
        self.script("window.old = true; location.reload()", &[]);
        self.wait_eq("window.old === undefined", true);
        self.arrived();
    }

    /// Waits until the page can answer, and listens to it from then on.
    pub fn arrived(&mut self) {
        self.wait_eq("window.entente !== undefined && one('main#content') !== null", true);
        self.wait_eq("listen() ?? true", true);
    }

    /// Goes back (-1) or forward (1) in the history.
    pub fn travel(&self, steps: i32) {
        self.script("history.go(arguments[0])", &[json!(steps)]);
    }

    /// Calls a method of the tools for developers; Chromium alone has them.
    pub fn devtools(&self, method: &'static str, parameters: Value) -> Value {
        self.session.devtools(method, parameters)
    }

    /// Makes the window so wide that the page has this width, in pixels.
    pub fn resize(&mut self, width: u32) {
        self.resized = true;
        let frame: u32 = self.get("outerWidth - innerWidth");
        self.session.resize(width + frame);
    }

    /// Runs a script; it may use `arguments`, and `return` a value.
    pub fn try_script(&self, script: &str, arguments: &[Value]) -> Result<Value, String> {
        self.session.try_script(&[VOCABULARY, script].concat(), arguments.to_vec())
    }

    /// The same, where it must not throw.
    pub fn script(&self, script: &str, arguments: &[Value]) -> Value {
        self.try_script(script, arguments).unwrap_or_else(|error| panic!("{script}: {error}"))
    }

    /// The value of an expression. It is asked for again when there is no answer: WebKit's
    /// driver sometimes has none for a page in a frame.
    pub fn get<T: DeserializeOwned>(&self, expression: &str) -> T {
        let started = Instant::now();
        let value = loop {
            match self.try_script(&format!("return {expression};"), &[]) {
                Ok(value) => break value,
                Err(error) => assert!(started.elapsed() < LIMIT, "{expression}: {error}"),
            }
        };
        let told = value.to_string();
        serde_json::from_value(value)
            .unwrap_or_else(|error| panic!("{expression}: {error}: {told}"))
    }

    /// The expression comes to have this value.
    pub fn wait_eq(&self, expression: &str, expected: impl Serialize) {
        let expected = json!(expected);
        let script = format!("return {expression};");
        let started = Instant::now();
        loop {
            let seen = self.try_script(&script, &[]);
            if seen.as_ref() == Ok(&expected) {
                return;
            }
            if started.elapsed() > LIMIT {
                let address = self.try_script("return location.href", &[]);
                panic!("{expression}\n  is {seen:?}\n  not {expected}\n  at {address:?}");
            }
            thread::sleep(Duration::from_millis(20));
        }
    }

    /// Something comes to be so.
    pub fn eventually(&mut self, what: &str, mut so: impl FnMut(&mut Self) -> bool) {
        let started = Instant::now();
        while !so(self) {
            assert!(started.elapsed() < LIMIT, "not in time: {what}: {:#?}", self.complaints);
            thread::sleep(Duration::from_millis(20));
        }
    }

    /// The expression has this value now and for a while: long enough for frames and timers that
    /// could change it.
    pub fn stays(&self, expression: &str, expected: impl Serialize) {
        const WHILE: Duration = Duration::from_millis(300);
        let expected = json!(expected);
        let started = Instant::now();
        while started.elapsed() < WHILE {
            assert_eq!(self.get::<Value>(expression), expected, "{expression}");
            thread::sleep(Duration::from_millis(30));
        }
    }

    /// Clicks on the first element that a selector finds.
    pub fn click(&self, css: &str) {
        self.click_on(Locator::Css(css));
    }

    /// Clicks on the link or button of this text.
    pub fn click_named(&self, name: &str) {
        let path = format!("//*[self::a or self::button][normalize-space()='{name}']");
        self.click_on(Locator::XPath(&path));
    }

    /// Chooses a language in the menu. By a script: not every driver opens menus.
    pub fn chooses_language(&self, code: &str) {
        self.script(
            "const menu = one('#language');
             menu.value = arguments[0];
             menu.dispatchEvent(new Event('change', { bubbles: true }));",
            &[code.into()],
        );
    }

    /// Chooses a value in another menu, the same way.
    pub fn chooses(&self, menu: &str, value: &str) {
        self.script(
            "const menu = one(arguments[0]);
             menu.value = arguments[1];
             menu.dispatchEvent(new Event('change', { bubbles: true }));",
            &[menu.into(), value.into()],
        );
    }

    /// Clicks as soon as it can be done: parts of the page are made anew as one types.
    pub fn click_on(&self, place: Locator<'_>) {
        let started = Instant::now();
        while let Err(error) = self.session.try_click(place) {
            assert!(started.elapsed() < LIMIT, "click on {place:?}: {error}");
            thread::sleep(Duration::from_millis(20));
        }
    }

    /// Types a text wherever the focus is, a key a letter; a new line is Enter.
    pub fn types(&self, text: &str) {
        let key = |letter| if letter == '\n' { Key::Enter.into() } else { letter };
        self.session.press(&[], &text.chars().map(key).collect::<Vec<_>>());
    }

    /// Presses a key that has a name.
    pub fn key(&self, key: Key) {
        self.session.press(&[], &[key.into()]);
    }

    /// Presses a key while another is held.
    pub fn chord(&self, held: Key, key: Key) {
        self.session.press(&[held.into()], &[key.into()]);
    }

    /// Puts the focus into the search box and empties it.
    pub fn goes_to_search(&self) {
        self.click("#query");
        self.wait_eq("document.activeElement.id", "query");
    }

    /// Complaints with these words are meant to come.
    pub fn allow_console(&mut self, words: &'static str) {
        self.forgiven.push(words);
    }

    /// All complaints so far, those noted by the page's own listeners first.
    fn complaints(&mut self) -> Vec<String> {
        self.note();
        self.complaints.clone()
    }

    /// Takes over what was noted, before the page goes away.
    fn note(&mut self) {
        let noted = self.try_script("return (window.noted ?? []).splice(0)", &[]);
        let noted: Option<Vec<String>> =
            noted.ok().and_then(|noted| serde_json::from_value(noted).ok());
        self.complaints.extend(noted.unwrap_or_default());
        self.complaints.extend(self.session.complaints());
    }

    /// The end of every test: the console is empty, and nothing is left for the next one.
    pub fn ends(mut self) {
        // Storage may be switched off.
        let _ = self.try_script("localStorage.clear()", &[]);
        if self.resized {
            self.session.resize(WIDTH);
        }
        if let Err(complaints) = self.is_content() {
            panic!("the console is not empty: {complaints:#?}");
        }
    }

    /// Whether there is no complaint but those that were meant to come.
    pub fn is_content(&mut self) -> Result<(), Vec<String>> {
        let mut complaints = self.complaints();
        let forgiven = |words: &String| self.forgiven.iter().any(|part| words.contains(part));
        complaints.retain(|complaint| !forgiven(complaint));
        if complaints.is_empty() { Ok(()) } else { Err(complaints) }
    }
}
