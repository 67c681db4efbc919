//! Meetings of a corpus: joined from its reports, and in its archive.
#![allow(clippy::unwrap_used)] // helpers of tests, as in tests

mod support;

use entente_archive::Archive;
use entente_compiler::{Source, SourceFile, compile, folder};
use entente_model::Status;
use support::default_corpus;

/// A corpus of these reports, called a, b and so on.
fn source(reports: &[&str]) -> Source {
    let file = |(name, text): (char, &&str)| SourceFile {
        path: format!("{name}.md"),
        bytes: text.as_bytes().to_vec(),
    };
    Source { documents: ('a'..).zip(reports).map(file).collect(), ..Source::default() }
}

const HELD: &str = "Paris (VNA) - Minister Ann Lee held talks with Minister Bob Roy in Paris on \
    May 5, 2024. The two ministers signed a joint communique on fisheries.";
const PLANNED: &str = "Paris (VNA) - Minister Ann Lee will hold talks with Minister Bob Roy in \
    May 2024.";

#[test]
fn one_report_plans_what_another_tells() {
    let compiled = compile(source(&[HELD, PLANNED])).unwrap();
    let archive = Archive::open(&compiled.bytes).unwrap();
    let meetings: Vec<_> = archive.meetings().collect();
    let [talks] = &meetings[..] else { panic!("{} meetings", meetings.len()) };
    assert_eq!(talks.id(), "2024-05-05-talks-ann-lee-bob-roy");
    assert_eq!(talks.status, Status::Held);
    let told = talks.attestations().map(|told| (told.status.as_str(), told.date_words()));
    assert_eq!(told.collect::<Vec<_>>(), [("held", "May 5, 2024"), ("planned", "May 2024")]);
    let report = archive.find_document("b").unwrap();
    assert!(talks.attestations().any(|told| told.document() == report.number));
    let minister = archive.find_entity("bob-roy").unwrap();
    assert_eq!(minister.meetings().count(), 1);
}

#[test]
fn a_meeting_of_the_default_corpus_is_told_by_two_reports() {
    let bytes = compile(folder::read(&default_corpus())).unwrap().bytes;
    let archive = Archive::open(&bytes).unwrap();
    let ids: Vec<_> = archive.meetings().map(|meeting| meeting.id()).collect();
    assert!(ids.is_sorted_by(|a, b| a < b), "{ids:?}");
    let ceremony = archive.find_meeting("2024-05-07-dien-bien-phu-70").unwrap();
    let reports = ceremony.attestations().map(|told| archive.document(told.document()).unwrap());
    let reports: Vec<_> = reports.map(|report| report.id()).collect();
    assert_eq!(reports, ["2024-05-05-ministers-talks-ha-noi", "2024-05-dien-bien-phu-70-years"]);
}

#[test]
fn every_meeting_can_name_the_words_it_rests_on() {
    let bytes = compile(folder::read(&default_corpus())).unwrap().bytes;
    let archive = Archive::open(&bytes).unwrap();
    for meeting in archive.meetings() {
        for told in meeting.attestations() {
            let text = archive.document(told.document()).unwrap().text();
            let evidence: Vec<_> = told.evidence().map(|span| &text[span.range()]).collect();
            assert!(evidence.iter().all(|words| !words.trim().is_empty()), "{}", meeting.id());
        }
    }
}
