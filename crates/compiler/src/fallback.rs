//! The reports as plain HTML, for people without JavaScript or WebAssembly.
//!
//! Titles, what is known of each report, and its reading view: no headlines of other
//! stories, no search, no map. What cannot stand in HTML is shown as U+FFFD.

use entente_archive::{Archive, Document};

/// The corpus as a heading and one `article` a report, to be put inside a `main`.
pub fn fallback_html(corpus: &Archive<'_>) -> String {
    let mut html = String::new();
    element(&mut html, "h1", &[("lang", &corpus.language)], &corpus.title);
    for document in &corpus.documents {
        let id = format!("report-{}", document.id);
        open(&mut html, "article", &[("id", &id), ("lang", &document.language)]);
        html.push('\n');
        element(&mut html, "h2", &[], &document.title);
        let meta = meta(document);
        if !meta.is_empty() {
            element(&mut html, "p", &[("class", "meta")], &meta);
        }
        for paragraph in document.paragraphs() {
            let text = document.text.get(paragraph.range()).unwrap_or_default();
            if !text.trim().is_empty() {
                element(&mut html, "p", &[], text);
            }
        }
        html.push_str("</article>\n");
    }
    html
}

/// Source, date and place, as far as they are known.
fn meta(document: &Document) -> String {
    let published = document.published.map(|period| period.to_string()).unwrap_or_default();
    let parts = [&*document.source, published.as_str(), &*document.dateline];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn element(html: &mut String, name: &str, attributes: &[(&str, &str)], text: &str) {
    open(html, name, attributes);
    escape(html, text);
    html.push_str("</");
    html.push_str(name);
    html.push_str(">\n");
}

/// A start tag; attributes without a value are left out.
fn open(html: &mut String, name: &str, attributes: &[(&str, &str)]) {
    html.push('<');
    html.push_str(name);
    for (attribute, value) in attributes.iter().filter(|(_, value)| !value.is_empty()) {
        html.push(' ');
        html.push_str(attribute);
        html.push_str("=\"");
        escape(html, value);
        html.push('"');
    }
    html.push('>');
}

fn escape(html: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\n' | '\r' | '\t' => html.push(c),
            c if c.is_control() => html.push(char::REPLACEMENT_CHARACTER),
            c => html.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Source, SourceFile, compile};

    fn html(title: &str, text: &str) -> String {
        let bytes = text.as_bytes().to_vec();
        let documents = vec![SourceFile { path: "a.md".to_owned(), bytes }];
        let source = Source { name: title.to_owned(), documents, ..Source::default() };
        fallback_html(&compile(source).unwrap().corpus)
    }

    #[test]
    fn shows_title_origin_and_paragraphs() {
        let text = "+++\ntitle = \"Talks\"\nsource = \"VNA\"\npublished = \"2023-12-19\"\n\
                    place = \"Paris\"\nlanguage = \"en\"\n+++\nThe ministers met.\n\nThey agreed.\n";
        assert_eq!(
            html("Corpus", text),
            "<h1>Corpus</h1>\n<article id=\"report-a\" lang=\"en\">\n<h2>Talks</h2>\n\
             <p class=\"meta\">VNA · 2023-12-19 · Paris</p>\n<p>The ministers met.</p>\n\
             <p>They agreed.</p>\n</article>\n"
        );
    }

    #[test]
    fn escapes_everything_that_html_could_take_for_its_own() {
        let text =
            "+++\ntitle = \"</h2><script>\"\nsource = \"A & B\"\n+++\nHe <b>\"met\" & \0 left.";
        let html = html("<x>", text);
        for expected in [
            "<h1>&lt;x&gt;</h1>",
            "<h2>&lt;/h2&gt;&lt;script&gt;</h2>",
            "A &amp; B",
            "<p>He &lt;b&gt;&quot;met&quot; &amp; \u{fffd} left.</p>",
        ] {
            assert!(html.contains(expected), "{expected} in {html}");
        }
    }
}
