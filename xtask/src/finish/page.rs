//! The elements of `index.html` that Trunk leaves for us, and what goes into them.
//!
//! Trunk writes the link to the style sheet and, as `Trunk.toml` says, an empty
//! `<script id="start">` with the names of script and wasm; the source has `#reports` for the
//! readable text. Each must be there exactly once. HTML is edited by `lol_html`, so that it does
//! not matter how it is laid out or quoted.

use anyhow::{Context, Error, Result};
use lol_html::html_content::{ContentType, Element};
use lol_html::{RewriteStrSettings, element, rewrite_str};
use std::cell::RefCell;
use url::Url;

/// Starts the page, or says that it cannot.
const BOOT: &str = include_str!("boot.js");
/// The first steps of the hosted page.
const BOOT_HOSTED: &str = include_str!("boot_hosted.js");
/// Registers the service worker.
pub const WORKER: &str = include_str!("boot_worker.js");

const START: &str = "script#start";
const STYLE: &str = "link[rel=stylesheet]";
const REPORTS: &str = "#reports";

/// `index.html` as Trunk left it, and the files that it names.
#[derive(Clone, Debug)]
pub struct Page {
    html: String,
    /// The name of the style sheet's file.
    pub css: String,
    /// The name of the script's file.
    pub js: String,
    /// The name of the wasm file.
    pub wasm: String,
}

impl Page {
    /// Reads the names of the page's files.
    ///
    /// # Errors
    /// When one of the elements is missing or there twice.
    pub fn read(html: &str) -> Result<Self> {
        let names = RefCell::new([String::new(), String::new(), String::new()]);
        edit(html, START, |start| {
            let attribute = |name| start.get_attribute(name).unwrap_or_default();
            let mut names = names.borrow_mut();
            [names[0], names[1]] = [attribute("data-js"), attribute("data-wasm")];
        })?;
        edit(html, STYLE, |style| {
            let address = style.get_attribute("href").unwrap_or_default();
            address.trim_start_matches("./").clone_into(&mut names.borrow_mut()[2]);
        })?;
        edit(html, REPORTS, |_| ())?;
        let [js, wasm, css] = names.into_inner();
        if [&js, &wasm, &css].iter().any(|name| name.is_empty()) {
            return Err(Error::msg(
                "index.html does not name its script, wasm and style sheet: see \
                 `pattern_script` in Trunk.toml",
            ));
        }
        Ok(Self { html: html.to_owned(), css, js, wasm })
    }

    fn edited(self, selector: &str, change: impl FnMut(&mut Element<'_, '_>)) -> Result<Self> {
        Ok(Self { html: edit(&self.html, selector, change)?, ..self })
    }

    /// With the reports in their place, as HTML.
    ///
    /// # Errors
    /// When the element is missing or there twice.
    pub fn with_reports(self, fragment: &str) -> Result<Self> {
        self.edited(REPORTS, |reports| reports.replace(fragment, ContentType::Html))
    }

    /// With the address at which the page is hosted, as `<link rel="canonical">`.
    ///
    /// # Errors
    /// When the page has no head.
    pub fn with_hosted_url(self, url: &Url) -> Result<Self> {
        let link = format!("<link rel=\"canonical\" href=\"{url}\">");
        self.edited("meta[charset]", |charset| charset.after(&link, ContentType::Html))
    }

    /// The page for static hosts, with its files under these names, and with scripts that
    /// follow the start script.
    ///
    /// # Errors
    /// When an element is missing or there twice.
    pub fn hosted(self, [css, js, wasm]: [&str; 3], scripts: &[&str]) -> Result<String> {
        let boot = boot(&BOOT_HOSTED.replace("{js}", js).replace("{wasm}", wasm));
        let script = std::iter::once(boot.as_str()).chain(scripts.iter().copied());
        let script = script.collect::<Vec<_>>().join("\n");
        let page = self.edited(STYLE, |style| {
            let _ = style.set_attribute("href", &format!("./{css}"));
        })?;
        // `async`: it waits for the page by itself, after asking for its files.
        let start = module(" async", &script);
        let page = page.edited(START, |element| element.replace(&start, ContentType::Html))?;
        Ok(page.html)
    }

    /// The page in one file: its style, and what stands at the end of its body.
    ///
    /// # Errors
    /// When an element is missing or there twice.
    pub fn inline(self, css: &str, end: &str) -> Result<String> {
        let style = format!("<style>{}</style>", css.replace("</style", "<\\/style"));
        let page = self.edited(START, |start| {
            start.remove();
        })?;
        let page = page.edited(STYLE, |link| link.replace(&style, ContentType::Html))?;
        let page = page.edited("main", |main| main.after(end, ContentType::Html))?;
        Ok(page.html)
    }
}

/// The start script around the steps that fetch and run the wasm.
pub fn boot(steps: &str) -> String {
    BOOT.replace("/* steps */", steps)
}

/// An inline module script, with further attributes.
pub fn module(attributes: &str, script: &str) -> String {
    let script = script.replace("</script", "<\\/script");
    format!("<script type=\"module\"{attributes}>{script}</script>")
}

/// The HTML with a change made to the only element that a selector finds.
///
/// # Errors
/// When there is none, or more than one.
pub fn edit(
    html: &str,
    selector: &str,
    mut change: impl FnMut(&mut Element<'_, '_>),
) -> Result<String> {
    let mut found = 0;
    let handler = element!(selector, |element| {
        found += 1;
        change(element);
        Ok(())
    });
    let settings = RewriteStrSettings::new().append_element_content_handler(handler);
    let edited =
        rewrite_str(html, settings).with_context(|| "index.html cannot be edited".to_owned())?;
    if found == 1 {
        return Ok(edited);
    }
    Err(Error::msg(format!(
        "index.html must have exactly one element `{selector}` when Trunk is done, and has {found}"
    )))
}

/// An address that may stand in the page: of the web, without a fragment.
///
/// # Errors
/// When it is something else.
pub fn hosted_url(address: &str) -> Result<Url> {
    match Url::parse(address) {
        Ok(url) if matches!(url.scheme(), "https" | "http") && url.fragment().is_none() => Ok(url),
        _ => Err(Error::msg(format!(
            "`{address}` cannot be the address of the hosted page: it must begin with https:// and \
             have no fragment"
        ))),
    }
}

/// The first file `entente-HASH.extension` that a finished page names.
pub fn hashed_name<'a>(html: &'a str, extension: &str) -> Option<&'a str> {
    let names = html.split("\"./").skip(1).filter_map(|rest| rest.split('"').next());
    names.into_iter().find(|name| {
        name.strip_prefix("entente-")
            .is_some_and(|rest| rest.split_once('.').is_some_and(|(_, found)| found == extension))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const STAGED: &str = "<html><head><meta charset=utf-8><link rel=stylesheet href=./style-1.css>\
        <script type=module id=start data-js=a-1.js data-wasm=a-1_bg.wasm></script>\
        </head><body><main><div id=reports></div></main></body></html>";

    #[test]
    fn the_names_are_read() {
        let page = Page::read(STAGED).expect("all elements are there");
        assert_eq!([&*page.css, &page.js, &page.wasm], ["style-1.css", "a-1.js", "a-1_bg.wasm"]);
    }

    #[test]
    fn each_element_must_be_there_once() {
        for (from, to) in [
            ("id=start", "id=begin"),
            (" data-wasm=a-1_bg.wasm", ""),
            ("rel=stylesheet", "rel=icon"),
            ("id=reports", "id=texts"),
            ("<main>", "<main><p id=reports></p>"),
        ] {
            assert!(Page::read(&STAGED.replace(from, to)).is_err(), "{from} -> {to}");
        }
    }

    #[test]
    fn both_pages_are_put_together() {
        let page = Page::read(STAGED)
            .and_then(|page| page.with_reports("<article>1</article>"))
            .and_then(|page| page.with_hosted_url(&hosted_url("https://a.example/b/")?))
            .expect("all elements are there");
        let hosted = page.clone().hosted(["e-2.css", "e-2.js", "e-2.wasm"], &[]).expect("whole");
        for part in [
            "<main><article>1</article></main>",
            "href=\"./e-2.css\"",
            "import(\"./e-2.js\")",
            "fetch(\"./e-2.wasm\")",
            "<link rel=\"canonical\" href=\"https://a.example/b/\">",
        ] {
            assert_eq!(hosted.matches(part).count(), 1, "{part}: {hosted}");
        }
        let single = page.inline("p{}", "<i>end</i>").expect("whole");
        assert!(single.contains("<style>p{}</style>"), "{single}");
        assert!(single.ends_with("<i>end</i></body></html>"), "{single}");
        assert!(!single.contains("id=start") && !single.contains("style-1.css"), "{single}");
    }

    #[test]
    fn hosted_addresses_are_of_the_web() {
        for (url, fine) in [
            ("https://a.example/reports/", true),
            ("http://localhost:8080/", true),
            ("file:///tmp/entente.html", false),
            ("a.example", false),
            ("https://a.example/#/about", false),
        ] {
            assert_eq!(hosted_url(url).is_ok(), fine, "{url}");
        }
        let escaped = hosted_url("https://a.example/\"><script>").expect("an odd path");
        assert!(!escaped.as_str().contains(['"', '<', '>']), "{escaped}");
    }
}
