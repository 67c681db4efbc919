//! A static host on a loopback address, for a look at the page and for its tests.
//!
//! It behaves as static hosts do: right types, Brotli where the browser takes it, long
//! caching for files named by their content. It can put the folder under a path of its own,
//! and it keeps a record of requests, so that a test can say that none was made.

use anyhow::{Context, Error, Result};
use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, header::CACHE_CONTROL};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::Response;
use std::io::ErrorKind;
use std::net::{Ipv4Addr, TcpListener};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::runtime::Runtime;
use tower_http::compression::CompressionLayer;
use tower_http::services::ServeDir;

/// A running host; it stops when dropped.
#[derive(Debug)]
pub struct Server {
    address: String,
    record: Arc<Mutex<Vec<Served>>>,
    runtime: Runtime,
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
}

impl Server {
    /// Serves a folder under a path such as `/` or `/some/where/`, on a port of 127.0.0.1
    /// or, for port 0, on any free one.
    ///
    /// # Errors
    /// When the port is taken or may not be used.
    pub fn start(folder: impl Into<PathBuf>, prefix: &str, port: u16) -> Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| {
            Error::msg(if error.kind() == ErrorKind::AddrInUse {
                format!("port {port} is in use by another program: choose one with `--port N`")
            } else {
                format!("port {port} cannot be used ({error}): choose one with `--port N`")
            })
        })?;
        let prefix = format!("/{}/", prefix.trim_matches('/')).replace("//", "/");
        let record = Arc::default();
        let files = ServeDir::new(folder.into());
        let router = if prefix == "/" {
            Router::new().fallback_service(files)
        } else {
            Router::new().nest_service(&prefix, files)
        };
        let router = router
            .layer(CompressionLayer::new())
            .layer(from_fn_with_state(Arc::clone(&record), answer));
        let unusable = || format!("port {port} cannot be served");
        let port = listener.local_addr().with_context(unusable)?.port();
        listener.set_nonblocking(true).with_context(unusable)?;
        let runtime = Runtime::new().with_context(unusable)?;
        let inside = runtime.enter();
        let listener = tokio::net::TcpListener::from_std(listener).with_context(unusable)?;
        drop(inside);
        runtime.spawn(async { axum::serve(listener, router).await });
        Ok(Self { address: format!("http://127.0.0.1:{port}{prefix}"), record, runtime })
    }

    /// The address of the page, with its final slash.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// The requests so far, oldest first.
    pub fn requests(&self) -> Vec<Served> {
        self.record.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Serves until the process ends.
    pub fn wait(&self) {
        self.runtime.block_on(std::future::pending::<()>());
    }
}

/// Answers a request, says how long the answer may be kept, and takes it down.
async fn answer(
    State(record): State<Arc<Mutex<Vec<Served>>>>,
    request: Request,
    next: Next,
) -> Response {
    let (method, path) = (request.method().to_string(), request.uri().to_string());
    let caching = if named_by_content(request.uri().path()) {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    };
    let mut response = next.run(request).await;
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static(caching));
    let served = Served { method, path, status: response.status().as_u16() };
    record.lock().unwrap_or_else(PoisonError::into_inner).push(served);
    response
}

/// Whether a name ends in a hash of its content, as in `entente-0123456789abcdef.js`.
fn named_by_content(name: &str) -> bool {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    stem.rsplit_once('-').is_some_and(|(_, hash)| {
        hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_hexdigit())
    })
}

/// Brotli at its best level, as good static hosts prepare it.
pub fn brotli(content: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, ..Default::default() };
    // Memory does not fail to be read or written.
    let _ = brotli::BrotliCompress(&mut &*content, &mut out, &parameters);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_hashed_names_are_kept_for_long() {
        for (name, kept) in [
            ("/entente-0123456789abcdef.js", true),
            ("/entente.html", false),
            ("/a-0123.js", false),
            ("/sw.js", false),
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
            ("GET /some/where/%2e%2e/Cargo.toml", &["404 not found"]),
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
        assert_eq!(record.len(), 8);
        assert_eq!((record[0].path.as_str(), record[0].status), ("/some/where/finish/sw.js", 200));
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
