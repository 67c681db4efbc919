//! `entente.html`: style, script and wasm in one file that works by double-click.
//!
//! The wasm is compressed and written in base64 into a script element of a type that no
//! browser runs; the start script unpacks it. Local files may not load their neighbours,
//! so the file must not name any.

use super::{page, page::Page, policy};
use crate::trouble::{Result, Saying, Trouble};
use base64::prelude::{BASE64_STANDARD, Engine};
use flate2::{Compression, write::GzEncoder};
use std::io::Write;

/// What starts the page from its own bytes.
const BOOT_SINGLE: &str = include_str!("boot_single.js");

/// The page in one file.
///
/// # Errors
/// When a part would have to be loaded from elsewhere.
pub fn file(page: &Page, css: &str, js: &str, wasm: &[u8]) -> Result<String> {
    let init = default_export(js).ok_or_else(|| {
        Trouble::new("the script of wasm-bindgen has no default export to start the page with")
    })?;
    let boot = page::boot(&BOOT_SINGLE.replace("{init}", init));
    let end = format!(
        "<script type=\"application/gzip;base64\" id=\"wasm\">{}</script>\n{}\n",
        BASE64_STANDARD.encode(gzipped(wasm)?),
        page::module("", &format!("{js}{boot}")),
    );
    let html = page.inline(&css.replace("</style", "<\\/style"), &end)?;
    if let Some(reference) = outside(&html) {
        return Err(Trouble::new(format!(
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
        .saying(|| "the wasm cannot be compressed".to_owned())
}

/// The first address in the head that a browser would load.
fn outside(html: &str) -> Option<&str> {
    let head = html.split("</head>").next()?;
    let links = head.split("<link ").skip(1).filter(|tag| !tag.starts_with("rel=\"canonical\""));
    let scripts = head.split("<script ").skip(1);
    links.chain(scripts).find_map(|tag| {
        let tag = tag.split('>').next()?;
        let address = tag.split_once("href=\"").or_else(|| tag.split_once("src=\""))?.1;
        let address = address.split('"').next()?;
        (!address.starts_with("data:")).then_some(address)
    })
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
            assert_eq!(outside(head), found, "{head}");
        }
    }
}
