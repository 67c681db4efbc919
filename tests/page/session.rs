//! A browser that is driven, and all that it complained about.
//!
//! A complaint is anything that a page writes to the console and anything that goes wrong
//! in it unseen. Chromium's driver keeps a log of these. Firefox prints them, and the
//! driver hands its output on; a marked line of our own tells where a test begins and
//! ends. WebKit keeps silent while it is driven, so there (and in the others as well) the
//! page's own listeners take note, from the moment that it has loaded.

use crate::engine::{Engine, Kind, Setting};
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::wd::{Capabilities, WebDriverCompatibleCommand};
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use std::fmt::Debug;
use std::future::Future;
use std::io::{BufRead, BufReader};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU16, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};
use std::{io, process, thread};
use tokio::runtime::{Builder, Runtime};

/// How long anything may take before it counts as never. Generous: it is only waited out
/// when a test fails.
pub const LIMIT: Duration = Duration::from_secs(20);

/// How wide windows are unless a test asks for another width, in pixels.
pub const WIDTH: u32 = 1280;

/// How long a browser may take to start, which on a machine that has just got it is long.
const START: Duration = Duration::from_secs(60);

/// A driver with its browser.
#[derive(Debug)]
pub struct Session {
    kind: Kind,
    driver: Child,
    runtime: Runtime,
    client: Option<Client>,
    printed: Arc<Mutex<Vec<String>>>,
    marks: usize,
}

impl Session {
    /// Starts a driver and a browser.
    pub fn start(engine: &Engine, setting: Setting) -> Self {
        let port = free_port();
        let mut command = Command::new(&engine.driver);
        command.arg(format!("--port={port}")).envs(engine.environment(setting));
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut driver = command.spawn().expect("the driver starts");
        let printed = Arc::new(Mutex::new(Vec::new()));
        collect(driver.stdout.take(), &printed);
        collect(driver.stderr.take(), &printed);
        wait_for(&format!("{} listens", engine.name), || {
            TcpStream::connect(("127.0.0.1", port)).is_ok()
        });
        let runtime = Builder::new_current_thread().enable_all().build().expect("a runtime");
        let capabilities: Capabilities = engine.capabilities(setting).into_iter().collect();
        let connected = runtime.block_on(async {
            let mut builder = ClientBuilder::new(HttpConnector::new());
            let connecting = builder.capabilities(capabilities);
            let address = format!("http://127.0.0.1:{port}");
            tokio::time::timeout(START, connecting.connect(&address)).await
        });
        let mut session =
            Self { kind: engine.kind, driver, runtime, client: None, printed, marks: 0 };
        // From here on the driver ends with the session, also when the browser did not start.
        session.client = Some(connected.expect("in time").expect("the browser starts"));
        session.resize(WIDTH);
        session
    }

    /// Does something with the browser and waits for it. What it was is for the message.
    pub fn try_command<T, E: Debug, F: Future<Output = Result<T, E>>>(
        &self,
        command: impl FnOnce(Client) -> F,
    ) -> Result<T, String> {
        let client = self.client.clone().expect("a session has a browser");
        let done =
            self.runtime.block_on(async { tokio::time::timeout(LIMIT, command(client)).await });
        done.map_err(|_| "no answer in time".to_owned())?.map_err(|error| format!("{error:?}"))
    }

    /// The same, where it must not fail.
    pub fn command<T, E: Debug, F: Future<Output = Result<T, E>>>(
        &self,
        what: &str,
        command: impl FnOnce(Client) -> F,
    ) -> T {
        self.try_command(command).unwrap_or_else(|error| panic!("{what}: {error}"))
    }

    /// Makes the window this wide, in pixels.
    pub fn resize(&self, width: u32) {
        self.command("a size", |client| async move { client.set_window_size(width, 900).await });
    }

    /// A tab without history in place of all others.
    pub fn new_tab(&self) {
        self.command("a new tab", |client| async move {
            let old = client.window().await?;
            let new = client.new_window(true).await?;
            client.switch_to_window(old).await?;
            client.close_window().await?;
            client.switch_to_window(new.handle).await
        });
    }

    /// Which engine it is.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// Goes to an address.
    pub fn go(&self, address: &str) {
        // `goto` would resolve it against the present address, which may be of another kind.
        let go = Custom { path: "url", body: json!({ "url": address }) };
        self.command(address, |client| async move { client.issue_cmd(go).await });
    }

    /// Runs a script with arguments; `Err` is what it threw.
    pub fn try_script(&self, script: &str, arguments: Vec<Value>) -> Result<Value, String> {
        self.try_command(|client| async move { client.execute(script, arguments).await })
    }

    /// Has a script run before those of each page; Chromium's driver alone can. The answer names
    /// it for [`Self::no_longer_before_each_page`].
    pub fn before_each_page(&self, script: &str) -> Value {
        self.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script }))
    }

    /// Takes that back.
    pub fn no_longer_before_each_page(&self, named: Value) {
        self.devtools("Page.removeScriptToEvaluateOnNewDocument", named);
    }

    /// Calls a method of the tools for developers; Chromium's driver alone can.
    pub fn devtools(&self, method: &'static str, parameters: Value) -> Value {
        let body = json!({ "cmd": method, "params": parameters });
        let command = Custom { path: "goog/cdp/execute", body };
        self.command(method, |client| async move { client.issue_cmd(command).await })
    }

    /// Clicks where something is; `Err` where it is not, or cannot be clicked.
    pub fn try_click(&self, place: Locator<'_>) -> Result<(), String> {
        self.try_command(|client| async move { client.find(place).await?.click().await })
    }

    /// Presses keys one after the other; those held are pressed first and let go last.
    pub fn press(&self, held: &[char], keys: &[char]) {
        let mut actions = KeyActions::new("keyboard".into());
        for &value in held {
            actions = actions.then(KeyAction::Down { value });
        }
        for &value in keys {
            actions = actions.then(KeyAction::Down { value }).then(KeyAction::Up { value });
        }
        for &value in held.iter().rev() {
            actions = actions.then(KeyAction::Up { value });
        }
        self.command("keys", |client| async move { client.perform_actions(actions).await });
    }

    /// What the driver or the browser has noted since the last time that this was asked.
    pub fn complaints(&mut self) -> Vec<String> {
        match self.kind {
            Kind::Chromium => {
                let log = Custom { path: "se/log", body: json!({"type": "browser"}) };
                let log = self.command("log", |client| async move { client.issue_cmd(log).await });
                let entries = log.as_array().into_iter().flatten();
                entries.map(|entry| format!("{}: {}", entry["level"], entry["message"])).collect()
            }
            Kind::Firefox => self.printed_complaints(),
            Kind::WebKit => Vec::new(),
        }
    }

    fn printed_complaints(&mut self) -> Vec<String> {
        self.marks += 1;
        let mark = format!("until here {}", self.marks);
        // A page without scripts cannot write the mark, nor anything else.
        if self.try_script("window.console.info(arguments[0])", vec![mark.as_str().into()]).is_err()
        {
            return Vec::new();
        }
        let lines = || self.printed.lock().unwrap_or_else(PoisonError::into_inner);
        let mut taken = Vec::new();
        let started = Instant::now();
        while started.elapsed() < LIMIT {
            let found = lines().iter().position(|line| line.contains(&mark));
            if let Some(at) = found {
                taken = lines().drain(..=at).collect();
                taken.pop();
                break;
            }
            thread::sleep(Duration::from_millis(10));
        }
        taken.retain(|line: &String| is_of_a_page(line));
        taken
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        if let Some(client) = self.client.take() {
            let limit = Duration::from_secs(10);
            let _ =
                self.runtime.block_on(async { tokio::time::timeout(limit, client.close()).await });
        }
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}

/// Whether Firefox says this of a page, not of itself.
fn is_of_a_page(line: &str) -> bool {
    let of_page = |rest: &str| rest.starts_with("file:") || rest.starts_with("http:");
    ["JavaScript error: ", "JavaScript warning: "]
        .iter()
        .any(|start| line.strip_prefix(start).is_some_and(of_page))
        // Its own messages have a name or a new line after the colon, ours a string.
        || ["console.error: ", "console.warn: ", "console.log: ", "console.info: "]
            .iter()
            .any(|start| line.strip_prefix(start).is_some_and(|rest| rest.starts_with(['"', '('])))
            && !line.contains("resource://")
}

/// Waits until something is so.
pub fn wait_for(what: &str, so: impl Fn() -> bool) {
    let started = Instant::now();
    while !so() {
        assert!(started.elapsed() < LIMIT, "not in time: {what}");
        thread::sleep(Duration::from_millis(20));
    }
}

fn collect(output: Option<impl io::Read + Send + 'static>, lines: &Arc<Mutex<Vec<String>>>) {
    let Some(output) = output else { return };
    let lines = Arc::clone(lines);
    thread::spawn(move || {
        for line in BufReader::new(output).split(b'\n').map_while(Result::ok) {
            let line = String::from_utf8_lossy(&line).into_owned();
            lines.lock().unwrap_or_else(PoisonError::into_inner).push(line);
        }
    });
}

/// A port that is free, below those that systems give to the near end of connections: a
/// connection to one of these may meet itself while the driver is still starting.
fn free_port() -> u16 {
    static TAKEN: AtomicU16 = AtomicU16::new(0);
    let first = (process::id() % 10_000) as u16;
    loop {
        let next = TAKEN.fetch_add(1, Ordering::Relaxed);
        let port = 20_000 + first.wrapping_add(next) % 10_000;
        if TcpListener::bind(("127.0.0.1", port)).is_ok() {
            return port;
        }
    }
}

/// A command with its path below that of the session.
#[derive(Debug)]
struct Custom {
    path: &'static str,
    body: Value,
}

impl WebDriverCompatibleCommand for Custom {
    fn endpoint(
        &self,
        base: &url::Url,
        session: Option<&str>,
    ) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(self.body.to_string()))
    }
}
