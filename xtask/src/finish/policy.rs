//! The content security policy: nothing from elsewhere, nothing unforeseen.
//!
//! Scripts that stand in the page are allowed one by one, by their hash; so an injected
//! one does not run, not even through a report's text. The policy is a `<meta>` because
//! static hosts and local files have no headers to send. It is the first element of the
//! head, as it holds only for what follows it.

use super::page::edit;
use anyhow::{Context, Error, Result};
use base64::prelude::{BASE64_STANDARD, Engine};
use lol_html::html_content::{Attribute, ContentType, Element};
use lol_html::{RewriteStrSettings, element, rewrite_str, text};
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

/// The page of one report: the style sheet, and no script at all.
pub const REPORT: &str =
    "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'";

/// Scripts that a browser runs and that stand in the page.
const SCRIPTS: &str = "script:not([src]):not([type]), script[type=module]:not([src])";
/// Style sheets that stand in the page.
const STYLES: &str = "style";

/// The page with its policy.
///
/// # Errors
/// When the page does not name its character set once, or holds what no policy can allow.
pub fn added(html: &str, sources: Sources) -> Result<String> {
    let policy = policy(html, sources)?;
    let meta = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">");
    edit(html, "meta[charset]", |charset| charset.before(&meta, ContentType::Html))
}

fn policy(html: &str, sources: Sources) -> Result<String> {
    if let Some(attribute) = refused(html)? {
        return Err(Error::msg(format!(
            "index.html has the attribute `{attribute}`, which its content security policy \
             forbids: use the style sheet, or a listener"
        )));
    }
    let list = |fixed: &str, inline: Vec<String>| {
        let hashes = inline.iter().map(|text| hash(text));
        fixed.split(' ').map(str::to_owned).chain(hashes).collect::<Vec<_>>().join(" ")
    };
    Ok(format!(
        "default-src 'none'; script-src {}; style-src {}; img-src {}; connect-src {}; \
         base-uri 'none'; form-action 'none'",
        list(sources.script, texts(html, SCRIPTS)?),
        list(sources.style, texts(html, STYLES)?).trim_start(),
        sources.image,
        sources.connect,
    ))
}

/// The first attribute that is style or script.
fn refused(html: &str) -> Result<Option<String>> {
    let mut found = None;
    let handler = element!("*", |element: &mut Element<'_, '_>| {
        let attribute = element.attributes().iter().find(|attribute| {
            let name = attribute.name();
            name == "style"
                || name.starts_with("on")
                || attribute.value().starts_with("javascript:")
        });
        found = found.take().or_else(|| attribute.map(Attribute::name));
        Ok(())
    });
    rewrite_str(html, RewriteStrSettings::new().append_element_content_handler(handler))
        .with_context(|| "index.html cannot be read".to_owned())?;
    Ok(found)
}

/// The text of every element that a selector finds.
fn texts(html: &str, selector: &str) -> Result<Vec<String>> {
    let texts = std::cell::RefCell::new(Vec::new());
    let begin = element!(selector, |_| {
        texts.borrow_mut().push(String::new());
        Ok(())
    });
    // A text may come in several pieces.
    let go_on = text!(selector, |piece| {
        if let Some(text) = texts.borrow_mut().last_mut() {
            text.push_str(piece.as_str());
        }
        Ok(())
    });
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(begin)
        .append_element_content_handler(go_on);
    rewrite_str(html, settings).with_context(|| "index.html cannot be read".to_owned())?;
    Ok(texts.into_inner())
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
            ("<script type=module async>alert('Hello, world.');</script>", ALERT, ""),
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
            assert_eq!(policy(html, HOSTED).expect("a policy"), expected, "{html}");
        }
    }

    #[test]
    fn the_policy_comes_first() {
        let page = "<html><head><meta charset=utf-8><title>x</title></head>";
        let html = added(page, HOSTED).expect("it has a head");
        assert!(html.starts_with("<html><head><meta http-equiv=\"Content-Security-Policy\""));
        assert!(added("<html>", HOSTED).is_err());
        for attribute in ["style=color:red", "onclick='a()'", "href=javascript:a()"] {
            let refused = added(&format!("{page}<a {attribute}>"), HOSTED);
            assert!(refused.is_err(), "{attribute}");
        }
    }
}
