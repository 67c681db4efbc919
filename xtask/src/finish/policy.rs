//! The content security policy: nothing from elsewhere, nothing unforeseen.
//!
//! Scripts that stand in the page are allowed one by one, by their hash; so an injected
//! one does not run, not even through a report's text. The policy is a `<meta>` because
//! static hosts and local files have no headers to send. It is the first element of the
//! head, as it holds only for what follows it.

use super::page::after;
use crate::trouble::{Result, Trouble};
use base64::prelude::{BASE64_STANDARD, Engine};
use sha2::{Digest, Sha256};

/// What a page may load besides what stands in it.
#[derive(Clone, Copy, Debug)]
pub struct Sources {
    script: &'static str,
    style: &'static str,
    image: &'static str,
    connect: &'static str,
}

/// The hosted page: its own files.
pub const HOSTED: Sources = Sources {
    script: "'self' 'wasm-unsafe-eval'",
    style: "'self'",
    image: "'self' data: blob:",
    connect: "'self'",
};

/// The single file: nothing.
pub const SINGLE: Sources =
    Sources { script: "'wasm-unsafe-eval'", style: "", image: "data: blob:", connect: "'none'" };

/// The page with its policy.
///
/// # Errors
/// When the page has no head, or holds what no policy can allow.
pub fn added(html: &str, sources: Sources) -> Result<String> {
    for refused in [" onload=", " onclick=", " onerror=", " style=\"", "javascript:"] {
        let head = html.split("<main").next().unwrap_or(html);
        if head.contains(refused) {
            return Err(Trouble::new(format!(
                "index.html holds `{}`, which its content security policy forbids: use the \
                 style sheet, or a listener",
                refused.trim()
            )));
        }
    }
    let policy = policy(html, sources);
    let meta = format!("\n<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">");
    after(html, "<head>", &meta)
}

fn policy(html: &str, sources: Sources) -> String {
    let scripts = inline(html, "script").filter(|(tag, _)| runs(tag)).map(|(_, text)| hash(text));
    let styles = inline(html, "style").map(|(_, text)| hash(text));
    let list = |fixed: &str, hashes: Vec<String>| {
        let all = fixed.split_whitespace().map(str::to_owned).chain(hashes);
        all.collect::<Vec<_>>().join(" ")
    };
    format!(
        "default-src 'none'; script-src {}; style-src {}; img-src {}; connect-src {}; \
         base-uri 'none'; form-action 'none'",
        list(sources.script, scripts.collect()),
        list(sources.style, styles.collect()),
        sources.image,
        sources.connect,
    )
}

/// Whether a script is code that stands in the page: no address, no type of data.
fn runs(tag: &str) -> bool {
    let other_type = tag.contains("type=") && !tag.contains("type=\"module\"");
    !tag.contains("src=") && !other_type
}

/// The attributes and the text of every element of this name.
fn inline<'a>(html: &'a str, name: &str) -> impl Iterator<Item = (&'a str, &'a str)> {
    let (open, close) = (format!("<{name}"), format!("</{name}>"));
    let mut rest = html;
    std::iter::from_fn(move || {
        loop {
            rest = &rest[rest.find(&open)? + open.len()..];
            // `<styled>` is another element.
            if rest.starts_with([' ', '>', '\n']) {
                let (tag, after) = rest.split_once('>')?;
                let (text, after) = after.split_once(&close)?;
                rest = after;
                return Some((tag, text));
            }
        }
    })
}

fn hash(text: &str) -> String {
    format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inline_scripts_and_styles_are_hashed() {
        // The hash of the example in the standard's own text.
        const ALERT: &str = "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='";
        for (html, script, style) in [
            ("<script>alert('Hello, world.');</script>", ALERT, ""),
            ("<script type=\"module\" async>alert('Hello, world.');</script>", ALERT, ""),
            ("<script src=\"./a.js\"></script>", "", ""),
            ("<script type=\"application/octet-stream\">AAAA</script>", "", ""),
            ("<styled>a</styled><style>alert('Hello, world.');</style>", "", ALERT),
        ] {
            let expected = format!(
                "default-src 'none'; script-src {}; style-src {}; img-src 'self' data: blob:; \
                 connect-src 'self'; base-uri 'none'; form-action 'none'",
                format!("'self' 'wasm-unsafe-eval' {script}").trim_end(),
                format!("'self' {style}").trim_end(),
            );
            assert_eq!(policy(html, HOSTED), expected, "{html}");
        }
    }

    #[test]
    fn the_policy_comes_first() {
        let html = added("<html><head>\n<title>x</title></head>", HOSTED).expect("it has a head");
        assert!(html.starts_with("<html><head>\n<meta http-equiv=\"Content-Security-Policy\""));
        assert!(added("<html>", HOSTED).is_err());
        assert!(added("<head></head><p style=\"color:red\">", HOSTED).is_err());
    }
}
