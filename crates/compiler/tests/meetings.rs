//! Meetings of a corpus: joined from its reports, and in its archive.
#![allow(clippy::unwrap_used)] // helpers of tests, as in tests

mod support;

use entente_archive::{Archive, MeetingRef};
use entente_compiler::{Source, SourceFile, compile, folder};
use entente_model::{EntityKind, Status};
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
    let tells =
        |found: &&MeetingRef<'_>| found.attestations().any(|told| told.document() == report.number);
    let told: Vec<usize> = meetings.iter().filter(tells).map(|found| found.number).collect();
    assert_eq!(told, [talks.number]);
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

/// Invented: a press office that never says whose minister its own one is.
fn press_office(reports: &[&str]) -> Vec<(String, String, bool)> {
    let compiled = compile(source(reports)).unwrap();
    let archive = Archive::open(&compiled.bytes).unwrap();
    let people = archive.entities().filter(|entity| entity.kind == EntityKind::Person);
    people
        .map(|one| (one.name().to_owned(), one.country().to_owned(), one.country_worked_out))
        .collect()
}

const GUESTS: [&str; 9] = [
    "On May 5, 2024, US National Security Advisor Ann Lee met with Foreign Minister Eva Novak of \
     Poland.",
    "On May 6, 2024, Vice President Bob Roy met with Prime Minister Juan Reyes of Mexico.",
    "On May 7, 2024, National Security Advisor Ann Lee met with Prime Minister Juan Reyes of Mexico.",
    "On May 8, 2024, Vice President Bob Roy met with President Marta Silva of Brazil.",
    "On May 9, 2024, National Security Advisor Ann Lee met with President Marta Silva of Brazil.",
    "On May 10, 2024, Vice President Bob Roy met with Foreign Minister Aiko Mori of Japan.",
    "On May 11, 2024, Foreign Minister Aiko Mori of Japan met with Secretary General Jan Berg.",
    "On May 12, 2024, US National Security Advisor Ann Lee, Secretary General Jan Berg and Foreign \
     Minister Eva Novak of Poland met.",
    "On May 13, 2024, US National Security Advisor Ann Lee, Secretary General Jan Berg and Prime \
     Minister Juan Reyes of Mexico met.",
];

#[test]
fn whoever_meets_people_of_many_countries_stands_for_the_home_of_the_reports() {
    let people = press_office(&GUESTS);
    let of = |name: &str| people.iter().find(|(known, ..)| known == name).cloned();
    let told = |name: &str, country: &str| Some((name.to_owned(), country.to_owned(), false));
    assert_eq!(of("Ann Lee"), told("Ann Lee", "US"));
    assert_eq!(of("Marta Silva"), told("Marta Silva", "BR"));
    assert_eq!(of("Bob Roy"), Some(("Bob Roy".to_owned(), "US".to_owned(), true)));
    // Who meets people of one country may be of any, and who meets others beside the home side.
    assert_eq!(of("Jan Berg"), told("Jan Berg", ""));
    // With guests of two countries nothing says whose side it is.
    let people = press_office(&GUESTS[..2]);
    assert!(people.iter().all(|(.., worked_out)| !worked_out), "{people:?}");
}

/// Invented: the ids of meetings, each with the visit during which it was.
fn visits(reports: &[&str]) -> Vec<(String, Option<String>)> {
    let compiled = compile(source(reports)).unwrap();
    let archive = Archive::open(&compiled.bytes).unwrap();
    let visit = |meeting: &entente_archive::MeetingRef<'_>| {
        meeting.visit().map(|visit| visit.id().to_owned())
    };
    archive.meetings().map(|meeting| (meeting.id().to_owned(), visit(&meeting))).collect()
}

#[test]
fn what_travellers_did_in_the_country_was_part_of_their_visit() {
    let reports = [
        "French Minister of the Armed Forces Luc Martin paid an official visit to Vietnam from May 5-7, \
         2024. French State Secretary Anne Petit held talks in Hanoi on May 6, 2024 with Vietnamese \
         Deputy Minister of Defence Tran Van Minh.",
        "French Minister of the Armed Forces Luc Martin met with Vietnamese Prime Minister Le Van Hung \
         in Hanoi on May 7, 2024.",
        "French Minister of the Armed Forces Luc Martin met with Vietnamese Prime Minister Le Van Hung \
         in Paris on May 6, 2024.",
        "French Foreign Minister Paul Roux met with Vietnamese Prime Minister Le Van Hung in Hanoi on \
         May 6, 2024.",
        "French Minister of the Armed Forces Luc Martin met with Vietnamese Prime Minister Le Van Hung \
         in Hanoi on May 8, 2024.",
    ];
    let found = visits(&reports);
    let visit = found.iter().find(|(id, _)| id.contains("visit")).expect("a visit").0.clone();
    let part: Vec<&str> = found
        .iter()
        .filter(|(_, of)| *of == Some(visit.clone()))
        .map(|(id, _)| id.as_str())
        .collect();
    assert_eq!(part.len(), 2, "{found:?}");
    assert!(part[0].starts_with("2024-05-06-talks") && part[0].contains("anne-petit"), "{found:?}");
    assert!(part[1].starts_with("2024-05-07"), "{found:?}");
    assert!(
        found.iter().filter(|(id, _)| !part.contains(&id.as_str())).all(|(_, of)| of.is_none())
    );
}
