//! `entente.html`: style, script and wasm in one file that works by double-click.
//!
//! The wasm is compressed and written in base64 into a script element of a type that no
//! browser runs; the start script unpacks it. Local files may not load their neighbours,
//! so the file must not name any.

use super::{page, page::Page, policy};
use anyhow::{Context, Error, Result};
use base64::prelude::{BASE64_STANDARD, Engine};
use flate2::{Compression, write::GzEncoder};
use lol_html::{RewriteStrSettings, element, rewrite_str};
use std::cell::RefCell;
use std::io::Write;

/// What starts the page from its own bytes.
const BOOT_SINGLE: &str = include_str!("boot_single.js");

/// The page in one file.
///
/// # Errors
/// When a part would have to be loaded from elsewhere.
pub fn file(page: Page, css: &str, js: &str, wasm: &[u8]) -> Result<String> {
    let init = default_export(js).ok_or_else(|| {
        Error::msg("the script of wasm-bindgen has no default export to start the page with")
    })?;
    let boot = page::boot(&BOOT_SINGLE.replace("{init}", init));
    let end = format!(
        "<script type=\"application/gzip;base64\" id=\"wasm\">{}</script>\n{}\n",
        BASE64_STANDARD.encode(gzipped(wasm)?),
        page::module("", &format!("{js}\n{boot}")),
    );
    let html = page.inline(css, &end)?;
    if let Some(reference) = outside(&html)? {
        return Err(Error::msg(format!(
            "index.html loads `{reference}`, which the single file cannot carry: put it into \
             the page as a data: address"
        )));
    }
    policy::added(&html, policy::SINGLE)
}

/// The local name of the default export: `export { initSync, __wbg_init as default };`
fn default_export(js: &str) -> Option<&str> {
    let before = js.rsplit_once(" as default")?.0;
    before.rsplit(|c: char| !(c.is_alphanumeric() || c == '_' || c == '$')).next()
}

fn gzipped(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder
        .write_all(bytes)
        .and_then(|()| encoder.finish())
        .with_context(|| "the wasm cannot be compressed".to_owned())
}

/// The first address that a browser would load: of a link other than the canonical one, or of a
/// script.
fn outside(html: &str) -> Result<Option<String>> {
    let found = RefCell::new(None);
    let keep = |address: Option<String>| {
        if let Some(address) = address.filter(|address| !address.starts_with("data:")) {
            found.borrow_mut().get_or_insert(address);
        }
    };
    let links = element!("link[href]:not([rel=canonical])", |link| {
        keep(link.get_attribute("href"));
        Ok(())
    });
    let scripts = element!("script[src]", |script| {
        keep(script.get_attribute("src"));
        Ok(())
    });
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(links)
        .append_element_content_handler(scripts);
    rewrite_str(html, settings).with_context(|| "entente.html cannot be read".to_owned())?;
    Ok(found.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_default_export_is_found() {
        for (js, name) in [
            ("export { initSync, __wbg_init as default };", Some("__wbg_init")),
            ("export{a as b,init$2 as default}", Some("init$2")),
            ("export default f;", None),
        ] {
            assert_eq!(default_export(js), name, "{js}");
        }
    }

    #[test]
    fn what_would_be_loaded_is_found() {
        for (head, found) in [
            ("<link rel=\"icon\" href=\"data:,\"></head>", None),
            ("<link rel=\"canonical\" href=\"https://a.example/\"></head>", None),
            ("<link rel=\"icon\" href=\"./icon.svg\"></head>", Some("./icon.svg")),
            ("<script type=\"module\" src=\"./a.js\"></script></head>", Some("./a.js")),
            ("</head><body><a href=\"https://a.example/\">source</a>", None),
        ] {
            assert_eq!(outside(head).expect("HTML").as_deref(), found, "{head}");
        }
    }
}
