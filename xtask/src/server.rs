//! A static host on a loopback address, for a look at the page and for its tests.
//!
//! It behaves as static hosts do: right types, Brotli where the browser takes it, long
//! caching for files named by their content. It can put the folder under a path of its own,
//! and it keeps a record of requests, so that a test can say that none was made.

use crate::trouble::{Result, Trouble};
use std::collections::HashMap;
use std::fs;
use std::io::{Cursor, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use tiny_http::{Header, Method, Request, Response, StatusCode};

/// A running host; it stops when dropped.
#[derive(Debug)]
pub struct Server {
    address: String,
    host: Arc<Host>,
    workers: Vec<JoinHandle<()>>,
}

/// One request as it was answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Served {
    /// `GET`, `HEAD`, …
    pub method: String,
    /// The path and query as asked for.
    pub path: String,
    /// The status of the answer.
    pub status: u16,
    /// The bytes of its body on the way.
    pub bytes: usize,
}

struct Host {
    listener: tiny_http::Server,
    folder: PathBuf,
    /// Begins and ends with `/`.
    prefix: String,
    record: Mutex<Vec<Served>>,
    /// Brotli by content: a folder may be built anew while it is served.
    compressed: Mutex<HashMap<Vec<u8>, Vec<u8>>>,
}

impl Server {
    /// Serves a folder under a path such as `/` or `/some/where/`, on a port of 127.0.0.1
    /// or, for port 0, on any free one.
    ///
    /// # Errors
    /// When the port is taken or may not be used.
    pub fn start(folder: impl Into<PathBuf>, prefix: &str, port: u16) -> Result<Self> {
        let listener = tiny_http::Server::http(("127.0.0.1", port)).map_err(|error| {
            let taken = error
                .downcast_ref::<std::io::Error>()
                .is_some_and(|error| error.kind() == ErrorKind::AddrInUse);
            Trouble::new(if taken {
                format!("port {port} is in use by another program: choose one with `--port N`")
            } else {
                format!("port {port} cannot be used ({error}): choose one with `--port N`")
            })
        })?;
        let port = listener.server_addr().to_ip().map_or(port, |address| address.port());
        let prefix = format!("/{}/", prefix.trim_matches('/')).replace("//", "/");
        let host = Arc::new(Host {
            listener,
            folder: folder.into(),
            prefix,
            record: Mutex::default(),
            compressed: Mutex::default(),
        });
        let workers = (0..4)
            .map(|_| {
                let host = Arc::clone(&host);
                thread::spawn(move || {
                    while let Ok(request) = host.listener.recv() {
                        host.answer(request);
                    }
                })
            })
            .collect();
        Ok(Self { address: format!("http://127.0.0.1:{port}{}", host.prefix), host, workers })
    }

    /// The address of the page, with its final slash.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// The requests so far, oldest first.
    pub fn requests(&self) -> Vec<Served> {
        self.host.record.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Serves until the process ends.
    pub fn wait(mut self) {
        for worker in self.workers.drain(..) {
            let _ = worker.join();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        for _ in &self.workers {
            self.host.listener.unblock();
        }
        for worker in self.workers.drain(..) {
            let _ = worker.join();
        }
    }
}

impl Host {
    fn answer(&self, request: Request) {
        let (method, path) = (request.method().to_string(), request.url().to_owned());
        let readable = matches!(request.method(), Method::Get | Method::Head);
        let found = if readable { resolve(&path, &self.prefix) } else { None }
            .map(|name| self.folder.join(name))
            .map(|path| if path.is_dir() { path.join("index.html") } else { path })
            .and_then(|path| Some((fs::read(&path).ok()?, path)));
        let (status, body, headers) = match found {
            Some((content, path)) => self.file(content, &path, &request),
            None if readable => (404, b"There is no such file.\n".to_vec(), vec![]),
            None => (405, b"This host only reads.\n".to_vec(), vec![]),
        };
        let served = Served { method, path, status, bytes: body.len() };
        self.record.lock().unwrap_or_else(PoisonError::into_inner).push(served);
        let length = body.len();
        let headers = headers
            .iter()
            .filter_map(|(name, value)| Header::from_bytes(name.as_bytes(), value.as_bytes()).ok());
        let status = StatusCode(status);
        let body = Cursor::new(body);
        let _ = request.respond(Response::new(status, headers.collect(), body, Some(length), None));
    }

    fn file(&self, content: Vec<u8>, path: &Path, request: &Request) -> Answer {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let caching = if named_by_content(&name) {
            "public, max-age=31536000, immutable"
        } else {
            "no-cache"
        };
        let mut headers = vec![
            ("content-type", media_type(&name)),
            ("cache-control", caching),
            ("vary", "accept-encoding"),
        ];
        let wanted = request.headers().iter().any(|header| {
            header.field.equiv("accept-encoding")
                && header.value.as_str().split([',', ';', ' ']).any(|word| word == "br")
        });
        if !wanted {
            return (200, content, headers);
        }
        headers.push(("content-encoding", "br"));
        let mut compressed = self.compressed.lock().unwrap_or_else(PoisonError::into_inner);
        let body = compressed.entry(content).or_insert_with_key(|content| brotli(content));
        (200, body.clone(), headers)
    }
}

/// Status, body and headers.
type Answer = (u16, Vec<u8>, Vec<(&'static str, &'static str)>);

/// The file that a request's path means, relative to the folder; `None` where it leads out
/// of it or is not under the prefix.
fn resolve(path: &str, prefix: &str) -> Option<PathBuf> {
    let path = path.split(['?', '#']).next()?;
    let decoded = percent_decoded(path)?;
    let inside = decoded.strip_prefix(prefix)?;
    let mut file = PathBuf::new();
    for part in inside.split('/').filter(|part| !part.is_empty() && *part != ".") {
        if part == ".." || part.contains(['\\', ':', '\0']) {
            return None;
        }
        file.push(part);
    }
    Some(file)
}

fn percent_decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let mut digit = || char::from(rest.next()?).to_digit(16);
            bytes.push((digit()? * 16 + digit()?) as u8);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

/// Whether a name ends in a hash of its content, as in `entente-0123456789abcdef.js`.
fn named_by_content(name: &str) -> bool {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    stem.rsplit_once('-').is_some_and(|(_, hash)| {
        hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_hexdigit())
    })
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map_or("", |(_, extension)| extension) {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "svg" => "image/svg+xml",
        "ts" | "txt" | "md" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// Brotli at its best level, as good static hosts prepare it.
pub fn brotli(content: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, ..Default::default() };
    // Memory does not fail to be read or written.
    let _ = brotli::BrotliCompress(&mut &*content, &mut out, &parameters);
    out
}

impl std::fmt::Debug for Host {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} under {}", self.folder.display(), self.prefix)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_stay_inside() {
        for (path, prefix, file) in [
            ("/", "/", Some("")),
            ("/index.html?x=1#y", "/", Some("index.html")),
            ("/some/where/a.js", "/some/where/", Some("a.js")),
            ("/some/where", "/some/where/", None),
            ("/elsewhere/a.js", "/some/where/", None),
            ("/../etc/passwd", "/", None),
            ("/%2e%2e/etc/passwd", "/", None),
            ("/a/%2E%2E%2Fb", "/", None),
            ("/a\\..\\b", "/", None),
            ("//etc/passwd", "/", Some("etc/passwd")),
            ("/./a//b", "/", Some("a/b")),
            ("/H%C3%A0%20N%E1%BB%99i.md", "/", Some("Hà Nội.md")),
            ("/%zz", "/", None),
            ("/%f", "/", None),
            ("/%ff", "/", None),
        ] {
            assert_eq!(resolve(path, prefix), file.map(PathBuf::from), "{path} under {prefix}");
        }
    }

    #[test]
    fn only_hashed_names_are_kept_for_long() {
        for (name, kept) in [
            ("entente-0123456789abcdef.js", true),
            ("entente.html", false),
            ("a-0123.js", false),
            ("sw.js", false),
        ] {
            assert_eq!(named_by_content(name), kept, "{name}");
        }
    }

    /// The head of the answer to a request.
    fn ask(server: &Server, request: &str) -> String {
        use std::io::{Read, Write};
        let host = server.address().trim_start_matches("http://").split('/').next();
        let mut stream = std::net::TcpStream::connect(host.expect("a host")).expect("it listens");
        write!(stream, "{request} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n").expect("open");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("it answers");
        let answer = String::from_utf8_lossy(&answer).to_ascii_lowercase();
        answer.split("\r\n\r\n").next().unwrap_or_default().to_owned()
    }

    #[test]
    fn files_are_served_and_recorded() {
        let here = concat!(env!("CARGO_MANIFEST_DIR"), "/src");
        let server = Server::start(here, "/some/where/", 0).expect("some port is free");
        for (request, parts) in [
            ("GET /some/where/finish/sw.js", &["200 ok", "text/javascript", "no-cache"][..]),
            ("HEAD /some/where/finish/sw.js?a=b", &["200 ok"]),
            ("GET /finish/sw.js", &["404 not found"]),
            ("GET /some/where/../Cargo.toml", &["404 not found"]),
            ("POST /some/where/finish/sw.js", &["405"]),
        ] {
            let head = ask(&server, request);
            assert!(parts.iter().all(|part| head.contains(part)), "{request}: {head}");
        }
        let plain = ask(&server, "GET /some/where/server.rs");
        let brotli =
            ask(&server, "GET /some/where/server.rs HTTP/1.1\r\nAccept-Encoding: gzip, br\r\nX:");
        assert!(!plain.contains("content-encoding"), "{plain}");
        assert!(brotli.contains("content-encoding: br"), "{brotli}");
        let record = server.requests();
        assert_eq!(record.len(), 7);
        assert_eq!((record[0].path.as_str(), record[0].status), ("/some/where/finish/sw.js", 200));
        assert!(record[6].bytes < record[5].bytes);
    }

    #[test]
    fn a_taken_port_is_told() {
        let first = Server::start(".", "/", 0).expect("some port is free");
        let port = first.address().split(':').nth(2).and_then(|rest| rest.split('/').next());
        let port = port.and_then(|port| port.parse().ok()).expect("an address has a port");
        let told = Server::start(".", "/", port).expect_err("taken").to_string();
        assert!(told.contains("--port"), "{told}");
    }
}
