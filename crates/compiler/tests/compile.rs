//! The archive of a corpus: always the same bytes, and everything in it.
#![allow(clippy::unwrap_used)] // helpers of tests, as in tests

mod support;

use entente_archive::Archive;
use entente_compiler::document::Document;
use entente_compiler::{Source, SourceFile, compile, folder, readable};
use entente_model::{BoilerplateKind, PublicationProvenance, TitleProvenance};
use std::fmt::Write;
use support::default_corpus;

fn source(texts: &[(&str, &str)]) -> Source {
    let file = |(path, text): &(&str, &str)| SourceFile {
        path: (*path).to_owned(),
        bytes: text.as_bytes().to_vec(),
    };
    Source {
        name: "corpus".to_owned(),
        documents: texts.iter().map(file).collect(),
        ..Source::default()
    }
}

#[test]
fn gives_the_same_bytes_twice_and_in_any_order() {
    let bytes = |source| compile(source).unwrap().bytes;
    let first = bytes(folder::read(&default_corpus()));
    assert_eq!(bytes(folder::read(&default_corpus())), first);

    let mut source = folder::read(&default_corpus());
    for _ in 0..source.documents.len() {
        source.documents.rotate_left(1);
        assert_eq!(bytes(source.clone()), first);
    }
    source.documents.reverse();
    for file in &mut source.documents {
        file.path = file.path.replace("documents", "elsewhere/still");
    }
    assert_eq!(bytes(source), first);
}

#[test]
fn puts_everything_into_the_archive() {
    let talks = "+++\ntitle = \"Talks\"\neditorial = true\nsource = \"VNA\"\n\
                 url = \"https://example.org\"\npublished = \"2024-05-07\"\nplace = \"Paris\"\n\
                 language = \"en-GB\"\n+++\n The ministers met on May 5.\r\n\r\nThey agreed.\n";
    let bare = "The ministers met in Paris on 5 May 2024.";
    let compiled = compile(source(&[("b.md", talks), ("a.txt", bare)])).unwrap();
    let archive = Archive::open(&compiled.bytes).unwrap();
    assert_eq!((&*archive.title, &*archive.language, archive.documents.len()), ("corpus", "", 2));

    let document = archive.find_document("b").unwrap();
    assert_eq!(document.number, 1, "in the order of ids");
    assert_eq!(document.title(), "Talks");
    assert_eq!(document.source(), "VNA");
    assert_eq!(document.url(), "https://example.org");
    assert_eq!(document.language(), "en-GB");
    assert_eq!(document.dateline(), "Paris");
    assert_eq!(document.title_provenance, TitleProvenance::Editorial);
    assert_eq!(document.published_provenance, PublicationProvenance::Given);
    assert_eq!(document.published.unwrap().to_string(), "2024-05-07");
    assert_eq!(document.text(), " The ministers met on May 5.\r\n\r\nThey agreed.\n");
    let paragraphs: Vec<_> =
        document.paragraphs().into_iter().map(|span| &document.text()[span.range()]).collect();
    assert_eq!(paragraphs, ["The ministers met on May 5.", "They agreed."]);

    let bare = archive.find_document("a").unwrap();
    assert_eq!(bare.title_provenance, TitleProvenance::WorkedOut);
    assert_eq!(bare.text(), "The ministers met in Paris on 5 May 2024.");

    // Both name one day: one entity, two mentions.
    let ids: Vec<_> = archive.entities().map(|entity| entity.id()).collect();
    assert_eq!(ids, ["2024-05-05", "paris"]);
    let mentions: Vec<_> = archive.find_entity("2024-05-05").unwrap().mentions().collect();
    let words = |n: usize| {
        let mention = mentions[n];
        let text = archive.document(mention.document as usize).unwrap().text();
        &text[mention.span.range()]
    };
    assert_eq!((mentions.len(), words(0), words(1)), (2, "5 May 2024", "May 5"));
    assert!(archive.index.contains("ministers"));
}

#[test]
fn keeps_the_entities_in_the_order_of_their_ids() {
    let corpus = compile(folder::read(&default_corpus())).unwrap().corpus;
    assert!(!corpus.entities.is_empty());
    assert!(corpus.entities.is_sorted_by(|a, b| a.id < b.id));
    assert!(corpus.entities.iter().all(|entity| entity.mentions.iter().is_sorted()));
}

#[test]
fn shows_every_report_without_headlines_of_other_stories() {
    let compiled = compile(folder::read(&default_corpus())).unwrap();
    let html = readable::articles(&compiled.corpus);
    assert!(html.starts_with("<h1 lang=\"en\">Việt Nam–France defence cooperation</h1>"));
    assert_eq!(html.matches("<article id=\"report-").count(), 5);
    assert_eq!(html.matches("<article").count(), html.matches("</article>").count());
    for document in &compiled.corpus.documents {
        for piece in &document.boilerplate {
            let words = &document.text[piece.span.range()];
            if piece.kind == BoilerplateKind::Teaser && words.len() > 30 {
                assert!(!html.contains(words), "{words}");
            }
        }
    }
}

#[test]
fn a_text_of_fifty_megabytes_is_read_in_linear_time() {
    let report = "The ministers met in Hà Nội on May 5, 2024, and signed a letter of intent.\n\n";
    let long = report.repeat(50_000_000 / report.len());
    let file = SourceFile { path: "long.txt".to_owned(), bytes: long.into_bytes() };
    assert!(Document::read(file).is_ok_and(|(_, warnings)| warnings.is_empty()));

    let mut head = String::from("+++\n");
    (0..20_000).for_each(|n| writeln!(head, "# {n}").unwrap());
    let text = format!("{head}+++\n{}", report.repeat(2_000));
    let compiled = compile(source(&[("a.md", &text)])).unwrap();
    assert_eq!(compiled.corpus.documents[0].paragraphs().len(), 2_000);
}
