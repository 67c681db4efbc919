//! The marks in `index.html`, and what takes their place.
//!
//! `Trunk.toml` makes Trunk leave a comment with the names of script and wasm where it
//! would write its own start script. The page's source has two more marks: where the
//! reports go, and the style sheet's link. Each must be there exactly once.

use crate::trouble::{Result, Trouble};

/// Where the reports go.
const REPORTS: &str = "<!-- reports -->";
/// What Trunk leaves: `<!-- start SCRIPT WASM -->`, each as an address beginning with `./`.
const START: (&str, &str) = ("<!-- start ", " -->");
/// What Trunk makes of the link to the style sheet.
const STYLE: (&str, &str) = ("<link rel=\"stylesheet\" href=\"./", ">");

/// Starts the page, or says that it cannot.
const BOOT: &str = include_str!("boot.js");
/// The first steps of the hosted page.
const BOOT_HOSTED: &str = include_str!("boot_hosted.js");
/// Registers the service worker.
pub const WORKER: &str = include_str!("boot_worker.js");

/// `index.html` as Trunk left it, taken apart.
#[derive(Clone, Debug)]
pub struct Page {
    html: String,
    css: String,
    js: String,
    wasm: String,
}

impl Page {
    /// Reads the names of the page's files.
    ///
    /// # Errors
    /// When a mark is missing or there twice.
    pub fn of(html: &str) -> Result<Self> {
        let html = super::squeeze::html(html, &[REPORTS, START.0]);
        let (_, start, _) = cut(&html, START)?;
        let mut names = start.split_whitespace().filter_map(|name| name.strip_prefix("./"));
        let (Some(js), Some(wasm)) = (names.next(), names.next()) else {
            return Err(Trouble::new(format!(
                "index.html names no script and wasm in its mark `{}…{}`: see `pattern_script` \
                 in Trunk.toml",
                START.0, START.1
            )));
        };
        let (_, style, _) = cut(&html, STYLE)?;
        let css = style.split('"').next().unwrap_or_default().to_owned();
        Ok(Self { css, js: js.to_owned(), wasm: wasm.to_owned(), html })
    }

    /// The name of the style sheet's file.
    pub fn css(&self) -> &str {
        &self.css
    }

    /// The name of the script's file.
    pub fn js(&self) -> &str {
        &self.js
    }

    /// The name of the wasm file.
    pub fn wasm(&self) -> &str {
        &self.wasm
    }

    /// With the reports in their place.
    ///
    /// # Errors
    /// When the mark is missing or there twice.
    pub fn with_reports(self, fragment: &str) -> Result<Self> {
        let (before, _, after) = cut(&self.html, (REPORTS, ""))?;
        Ok(Self { html: format!("{before}{fragment}{after}"), ..self })
    }

    /// With the style sheet under another name.
    ///
    /// # Errors
    /// When the mark is missing or there twice.
    pub fn with_css(self, name: &str) -> Result<Self> {
        let (before, _, after) = cut(&self.html, STYLE)?;
        let link = format!("<link rel=\"stylesheet\" href=\"./{name}\">");
        Ok(Self { html: format!("{before}{link}{after}"), css: name.to_owned(), ..self })
    }

    /// With the address at which the page is hosted, as `<link rel="canonical">`.
    ///
    /// # Errors
    /// When the page has no head.
    pub fn with_hosted_url(self, url: &str) -> Result<Self> {
        let link = format!("\n<link rel=\"canonical\" href=\"{url}\">");
        Ok(Self { html: after(&self.html, "<meta charset=\"utf-8\">", &link)?, ..self })
    }

    /// The page for static hosts, with scripts that follow the start script.
    ///
    /// # Errors
    /// When the mark is missing or there twice.
    pub fn hosted(&self, wasm: &str, js: &str, scripts: &[&str]) -> Result<String> {
        let (before, _, after) = cut(&self.html, START)?;
        let boot = boot(&BOOT_HOSTED.replace("{js}", js).replace("{wasm}", wasm));
        let scripts = scripts.iter().map(|script| super::squeeze::js(script));
        // `async`: it waits for the page by itself, after asking for its files.
        let start = module("async", &std::iter::once(boot).chain(scripts).collect::<String>());
        Ok(format!("{before}{start}{after}"))
    }

    /// The page in one file: its style, and what stands at the end of its body.
    ///
    /// # Errors
    /// When a mark is missing or there twice.
    pub fn inline(&self, css: &str, end: &str) -> Result<String> {
        let (before, _, after) = cut(&self.html, START)?;
        let html = format!("{before}{after}");
        let (before, _, after) = cut(&html, STYLE)?;
        let html = format!("{before}<style>{css}</style>{after}");
        let (before, _, after) = cut(&html, ("</body>", ""))?;
        Ok(format!("{before}{end}</body>{after}"))
    }
}

/// The start script around the steps that fetch and run the wasm.
pub fn boot(steps: &str) -> String {
    super::squeeze::js(&BOOT.replace("/* steps */", steps))
}

/// An inline module script; the attribute may be empty.
pub fn module(attribute: &str, script: &str) -> String {
    let tag = format!("script type=\"module\" {attribute}");
    format!("<{}>{}</script>", tag.trim_end(), script.replace("</script", "<\\/script"))
}

/// The text with an addition right after a mark that must be there.
///
/// # Errors
/// When the mark is missing or there twice.
pub fn after(html: &str, mark: &str, addition: &str) -> Result<String> {
    let (before, _, after) = cut(html, (mark, ""))?;
    Ok(format!("{before}{mark}{addition}{after}"))
}

/// An address that may stand in the page: of the web, without a fragment.
///
/// # Errors
/// When it is something else.
pub fn hosted_url(url: &str) -> Result<String> {
    let web = url.starts_with("https://") || url.starts_with("http://");
    if web && !url.contains(|c: char| c.is_whitespace() || "\"'<>&#".contains(c)) {
        Ok(url.to_owned())
    } else {
        Err(Trouble::new(format!(
            "`{url}` cannot be the address of the hosted page: it must begin with https:// and \
             have neither a fragment nor quotes"
        )))
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

/// What stands before, in and after the only pair of marks.
fn cut<'a>(html: &'a str, (open, close): (&str, &str)) -> Result<(&'a str, &'a str, &'a str)> {
    let missing = || {
        Trouble::new(format!(
            "index.html must hold `{open}…{close}` exactly once when Trunk is done; see the \
             comment at its top"
        ))
    };
    let (before, rest) = html.split_once(open).ok_or_else(missing)?;
    let (inside, after) = rest.split_once(close).ok_or_else(missing)?;
    if after.contains(open) { Err(missing()) } else { Ok((before, inside, after)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STAGED: &str = "<head>\n<meta charset=\"utf-8\">\
        <link rel=\"stylesheet\" href=\"./style-1.css\"/><!-- start ./a-1.js ./a-1_bg.wasm -->\
        </head><body><main><!-- reports --></main></body>";

    #[test]
    fn the_names_are_read() {
        let page = Page::of(STAGED).expect("all marks are there");
        assert_eq!((page.css(), page.js(), page.wasm()), ("style-1.css", "a-1.js", "a-1_bg.wasm"));
    }

    #[test]
    fn marks_must_be_there_once() {
        for (from, to) in [
            ("<!-- start", "<!-- begin"),
            ("./a-1.js ./a-1_bg.wasm", "./a-1.js"),
            ("rel=\"stylesheet\"", "rel=\"icon\""),
            ("<main>", "<main><!-- start ./b.js ./b.wasm -->"),
        ] {
            assert!(Page::of(&STAGED.replace(from, to)).is_err(), "{from} -> {to}");
        }
        let page = Page::of(STAGED).expect("all marks are there");
        let twice = page.with_reports("<!-- reports --><!-- reports -->").expect("one mark");
        assert!(twice.with_reports("x").is_err());
    }

    #[test]
    fn both_pages_are_put_together() {
        let page = Page::of(STAGED)
            .and_then(|page| page.with_reports("<article>1</article>"))
            .and_then(|page| page.with_css("e-2.css"))
            .and_then(|page| page.with_hosted_url("https://a.example/b/"))
            .expect("all marks are there");
        let hosted = page.hosted("e-2.wasm", "e-2.js", &[]).expect("all marks are there");
        for part in [
            "<main><article>1</article></main>",
            "href=\"./e-2.css\"",
            "import(\"./e-2.js\")",
            "fetch(\"./e-2.wasm\")",
            "<link rel=\"canonical\" href=\"https://a.example/b/\">",
        ] {
            assert_eq!(hosted.matches(part).count(), 1, "{part}: {hosted}");
        }
        let single = page.inline("p{}", "<i>end</i>").expect("all marks are there");
        assert!(single.contains("<style>p{}</style>") && single.ends_with("<i>end</i></body>"));
        assert!(!single.contains("e-2.") && !single.contains("<!--"), "{single}");
    }

    #[test]
    fn hosted_addresses_are_of_the_web() {
        for (url, fine) in [
            ("https://a.example/reports/", true),
            ("http://localhost:8080/", true),
            ("file:///tmp/entente.html", false),
            ("a.example", false),
            ("https://a.example/#/about", false),
            ("https://a.example/\"><script>", false),
        ] {
            assert_eq!(hosted_url(url).is_ok(), fine, "{url}");
        }
    }
}
