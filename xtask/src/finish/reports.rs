//! The reports as readable text: a small page each, `report/ID.html`, for people without scripts,
//! for search engines and for previews of links; a list of them in `index.html`; and all of them
//! in the single file, as long as they are short.

use super::{Stage, policy};
use anyhow::{Error, Result};
use entente_archive::{Archive, Document};
use entente_compiler::readable::{self, Frame};
use url::Url;

/// The most bytes of readable text that the single file carries; the explorer beside it has the
/// same texts again.
const MOST_IN_SINGLE: usize = 300_000;
/// The most bytes of the name of a file on the file systems in use, less the ending.
const LONGEST_ID: usize = 250;

/// The titles, each with a link to the report's page.
pub fn list(corpus: &Archive<'_>) -> String {
    readable::titles(corpus, |document| Some(["./", &name(document)].concat()))
}

/// All reports, or their titles alone where the texts are long.
pub fn whole_or_list(corpus: &Archive<'_>) -> String {
    let bytes: usize = corpus.documents.iter().map(|document| document.text.len()).sum();
    if bytes <= MOST_IN_SINGLE {
        readable::articles(corpus)
    } else {
        readable::titles(corpus, |_| None)
    }
}

/// Writes the page of each report, with the style sheet of this name.
///
/// # Errors
/// When an id is too long for the name of a file, or a file cannot be written.
pub fn write(stage: &Stage, corpus: &Archive<'_>, css: &str, hosted: Option<&Url>) -> Result<()> {
    let style = format!("../{css}");
    for document in &corpus.documents {
        if document.id.len() > LONGEST_ID {
            let id: String = document.id.chars().take(40).collect();
            return Err(Error::msg(format!(
                "the report `{id}…` cannot have a page of its own, as its id has {} bytes and the \
                 name of a file at most {LONGEST_ID}: give it a shorter `id`",
                document.id.len()
            )));
        }
        let canonical = hosted.and_then(|url| url.join(&name(document)).ok());
        let frame = Frame {
            style: &style,
            explorer: &format!("../#/report/{}", document.id),
            policy: policy::REPORT,
            canonical: canonical.as_ref().map(Url::as_str),
        };
        let page = readable::page(corpus, document, frame);
        stage.write(&name(document), page.as_bytes())?;
    }
    Ok(())
}

/// The page of a report, relative to `index.html`.
fn name(document: &Document<'_>) -> String {
    format!("report/{}.html", document.id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use entente_compiler::{Source, SourceFile, compile};

    fn corpus(id: &str, text: &str) -> Archive<'static> {
        let bytes = format!("+++\nid = \"{id}\"\ntitle = \"Talks\"\n+++\n{text}\n").into_bytes();
        let documents = vec![SourceFile { path: "a.md".to_owned(), bytes }];
        compile(Source { documents, ..Source::default() }).expect("a corpus").corpus
    }

    #[test]
    fn the_single_file_carries_short_texts_whole() {
        let short = whole_or_list(&corpus("a", "They met."));
        assert!(short.contains("They met."), "{short}");
        let long = whole_or_list(&corpus("a", &"words ".repeat(50_001)));
        assert!(long.contains("Talks") && !long.contains("words words"), "{} bytes", long.len());
        assert!(!long.contains("href"), "the single file has no neighbours");
    }

    #[test]
    fn every_report_has_a_page() {
        let folder = std::env::temp_dir().join(format!("entente-reports-{}", std::process::id()));
        let stage = Stage { folder: folder.clone() };
        let hosted = Url::parse("https://a.example/b/").expect("an address");
        write(&stage, &corpus("会议", "They met."), "e-1.css", Some(&hosted)).expect("written");
        let page = std::fs::read_to_string(folder.join("report/会议.html")).expect("a page");
        assert!(page.contains("https://a.example/b/report/%E4%BC%9A%E8%AE%AE.html"), "{page}");
        let long = write(&stage, &corpus(&"会".repeat(100), "They met."), "e-1.css", None);
        assert!(long.expect_err("too long").to_string().contains("shorter `id`"));
        std::fs::remove_dir_all(folder).expect("it goes");
    }
}
