//! The reports as plain HTML: for people without JavaScript or WebAssembly, for search engines and
//! for previews of links.
//!
//! A report has its title, what is known of its origin, and its text without boilerplate: no
//! search, no map. Control characters, which cannot stand in HTML, are shown as U+FFFD.

use entente_archive::{Archive, Document};
use maud::{DOCTYPE, Markup, html};
use std::borrow::Cow;

/// The most characters of a report's first paragraph that its page gives as its description.
const DESCRIPTION: usize = 200;

/// What a page of its own needs to know of the pages around it.
#[derive(Clone, Copy, Debug)]
pub struct Frame<'a> {
    /// The address of the style sheet, relative to the page.
    pub style: &'a str,
    /// The address of the explorer, relative to the page.
    pub explorer: &'a str,
    /// The content security policy.
    pub policy: &'a str,
    /// The address on the web, where it is known.
    pub canonical: Option<&'a str>,
}

/// The corpus as a heading and one `article` a report, to be put inside a `main`.
pub fn articles(corpus: &Archive<'_>) -> String {
    let articles = corpus.documents.iter().map(|document| article(document, "h2"));
    let markup = html! { (heading(corpus)) @for article in articles { (article) } };
    markup.into_string()
}

/// The corpus as a heading and a list of its reports, to be put inside a `main`; each title is a
/// link to what `address` gives for the report.
pub fn titles(corpus: &Archive<'_>, address: impl Fn(&Document<'_>) -> Option<String>) -> String {
    let markup = html! {
        (heading(corpus))
        ul {
            @for document in &corpus.documents {
                li lang=[language(document)] {
                    a href=[address(document)] { (printable(&document.title)) }
                    @if let Some(origin) = origin(document) { p.meta { (origin) } }
                }
            }
        }
    };
    markup.into_string()
}

/// A report as a page of its own.
pub fn page(corpus: &Archive<'_>, document: &Document<'_>, frame: Frame<'_>) -> String {
    let title = printable(&document.title);
    let description = description(document);
    let published = document.published.map(|period| period.to_string());
    let markup = html! {
        (DOCTYPE)
        html lang=[language(document)] {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(frame.policy);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="description" content=(description);
                meta property="og:type" content="article";
                meta property="og:title" content=(title);
                meta property="og:description" content=(description);
                meta property="og:site_name" content=(printable(&corpus.title));
                @if let Some(published) = &published {
                    meta property="article:published_time" content=(published);
                }
                title { (title) " – " (printable(&corpus.title)) }
                @if let Some(address) = frame.canonical { link rel="canonical" href=(address); }
                link rel="stylesheet" href=(frame.style);
            }
            body {
                main.readable {
                    p { a href=(frame.explorer) { (printable(&corpus.title)) } }
                    (article(document, "h1"))
                }
            }
        }
    };
    markup.into_string()
}

fn heading(corpus: &Archive<'_>) -> Markup {
    let language = Some(&corpus.language).filter(|language| !language.is_empty());
    html! { h1 lang=[language] { (printable(&corpus.title)) } }
}

fn article(document: &Document<'_>, heading: &str) -> Markup {
    let title = printable(&document.title);
    html! {
        article id={ "report-" (document.id) } lang=[language(document)] {
            @if heading == "h1" { h1 { (title) } } @else { h2 { (title) } }
            @if let Some(origin) = origin(document) { p.meta { (origin) } }
            @for paragraph in paragraphs(document) { p { (printable(paragraph)) } }
        }
    }
}

/// The texts of its paragraphs, without boilerplate.
fn paragraphs<'a>(document: &'a Document<'_>) -> impl Iterator<Item = &'a str> {
    let texts = document.paragraphs().into_iter();
    let texts = texts.map(|paragraph| document.text.get(paragraph.range()).unwrap_or_default());
    texts.filter(|text| !text.trim().is_empty())
}

fn language<'a>(document: &'a Document<'_>) -> Option<&'a str> {
    Some(&*document.language).filter(|language| !language.is_empty())
}

/// Source, date and place, as far as they are known.
fn origin(document: &Document<'_>) -> Option<String> {
    let published = document.published.map(|period| period.to_string()).unwrap_or_default();
    let parts = [&*document.source, &published, &document.dateline];
    let known: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).map(printable).collect();
    (!known.is_empty()).then(|| known.join(" · "))
}

/// The beginning of its first paragraph, cut between words.
fn description(document: &Document<'_>) -> String {
    let first = printable(paragraphs(document).next().unwrap_or_default());
    let Some((cut, _)) = first.char_indices().nth(DESCRIPTION) else { return first.into_owned() };
    let end = first[..cut].rfind(char::is_whitespace).unwrap_or(cut);
    format!("{} …", first[..end].trim_end())
}

/// The text as HTML can hold it; maud escapes what is left.
fn printable(text: &str) -> Cow<'_, str> {
    let refused = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
    if text.contains(refused) {
        Cow::Owned(text.replace(refused, "\u{fffd}"))
    } else {
        Cow::Borrowed(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Source, SourceFile, compile};

    const TALKS: &str = "+++\ntitle = \"Talks\"\nsource = \"VNA\"\npublished = \"2023-12-19\"\n\
                         place = \"Paris\"\nlanguage = \"en\"\n+++\n\
                         The ministers met.\n\nThey agreed.\n";
    const ARTICLE: &str = "<p class=\"meta\">VNA · 2023-12-19 · Paris</p>\
                           <p>The ministers met.</p><p>They agreed.</p></article>";

    fn corpus(title: &str, text: &str) -> Archive<'static> {
        let bytes = text.as_bytes().to_vec();
        let documents = vec![SourceFile { path: "a.md".to_owned(), bytes }];
        let source = Source { name: title.to_owned(), documents, ..Source::default() };
        compile(source).expect("a corpus").corpus
    }

    #[test]
    fn shows_title_origin_and_paragraphs() {
        assert_eq!(
            articles(&corpus("Corpus", TALKS)),
            format!("<h1>Corpus</h1><article id=\"report-a\" lang=\"en\"><h2>Talks</h2>{ARTICLE}")
        );
    }

    #[test]
    fn lists_titles_with_links_where_there_are_pages() {
        let corpus = corpus("Corpus", TALKS);
        let list = |link: &str| {
            format!(
                "<h1>Corpus</h1><ul><li lang=\"en\"><a{link}>Talks</a>\
                 <p class=\"meta\">VNA · 2023-12-19 · Paris</p></li></ul>"
            )
        };
        assert_eq!(titles(&corpus, |_| None), list(""));
        let linked = titles(&corpus, |document| Some(format!("report/{}.html", document.id)));
        assert_eq!(linked, list(" href=\"report/a.html\""));
    }

    #[test]
    fn a_page_names_its_report_for_previews_and_leads_to_the_explorer() {
        let corpus = corpus("Corpus", TALKS);
        let frame = Frame {
            style: "../a.css",
            explorer: "../#/report/a",
            policy: "default-src 'none'",
            canonical: Some("https://a.example/report/a.html"),
        };
        let page = page(&corpus, &corpus.documents[0], frame);
        for part in [
            "<!DOCTYPE html><html lang=\"en\">",
            "<meta property=\"og:title\" content=\"Talks\">",
            "<meta property=\"og:description\" content=\"The ministers met.\">",
            "<meta property=\"article:published_time\" content=\"2023-12-19\">",
            "<title>Talks – Corpus</title>",
            "<link rel=\"canonical\" href=\"https://a.example/report/a.html\">",
            "<link rel=\"stylesheet\" href=\"../a.css\">",
            "<a href=\"../#/report/a\">Corpus</a>",
            &format!("<h1>Talks</h1>{ARTICLE}"),
        ] {
            assert_eq!(page.matches(part).count(), 1, "{part} in {page}");
        }
    }

    #[test]
    fn a_description_ends_between_words() {
        let text = "word ".repeat(60);
        let corpus = corpus("Corpus", &text);
        assert_eq!(description(&corpus.documents[0]), format!("{}…", "word ".repeat(40)));
    }

    #[test]
    fn escapes_everything_that_html_could_take_for_its_own() {
        let text =
            "+++\ntitle = \"</h2><script>\"\nsource = \"A & B\"\n+++\nHe <b>\"met\" & \0 left.";
        let html = articles(&corpus("<x>", text));
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
