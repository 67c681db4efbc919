//! Reviews of meetings: what they change, and what is said of faults.
#![allow(clippy::unwrap_used)] // helpers of tests, as in tests

mod support;

use entente_archive::{Entity, Meeting};
use entente_compiler::{compile, folder};
use entente_model::{DateProvenance, MeetingKind, PlacePrecision, PlaceProvenance, Status};
use support::{entente, folder_of, stdout, told, write};
use tempfile::TempDir;

const FILED: &str = "Paris (VNA) - Minister Ann Lee held talks with Minister Bob Roy on Monday.";
const LATER: &str = "Minister Ann Lee held talks with Minister Bob Roy in Lyon on May 26, 2025.";
/// The id of the meeting of either report.
const TALKS: &str = "talks-lee-bob-roy";

/// A corpus of the two reports with records and with these reviews.
fn corpus(reviews: &str) -> TempDir {
    folder_of(&[
        ("documents/a.md", FILED.as_bytes()),
        ("documents/b.md", LATER.as_bytes()),
        ("people.toml", b"[lee]\nname = \"Ann Lee\"\n[cid]\nname = \"Cid Moe\"\n"),
        ("places.toml", b"[paris]\nname = \"Paris\"\ncountry = \"FR\"\n[rome]\nname = \"Rome\"\ncountry = \"IT\"\n[italy]\nname = \"Italy\"\ncountry = \"IT\"\n"),
        ("organisations.toml", b"[embassy]\nname = \"Embassy of Italy\"\ncountry = \"FR\"\n"),
        ("mechanisms.toml", b"[dialogue]\nname = \"Lee-Roy dialogue\"\n"),
        ("meetings.toml", reviews.as_bytes()),
    ])
}

/// The meetings of the corpus with these reviews, and its entities.
fn meetings(reviews: &str) -> (Vec<Meeting<'static>>, Vec<Entity<'static>>) {
    let corpus = compile(folder::read(corpus(reviews).path())).unwrap().corpus;
    (corpus.meetings, corpus.entities)
}

/// A review of the meeting in report a, with these lines.
fn review(lines: &str) -> String {
    format!("[a.{TALKS}]\nreason = \"The embassy says so.\"\n{lines}")
}

fn ids<'m>(meetings: &'m [Meeting<'_>]) -> Vec<&'m str> {
    meetings.iter().map(|meeting| &*meeting.id).collect()
}

#[test]
fn a_corrected_date_joins_the_right_meetings() {
    let (found, _) = meetings("");
    assert_eq!(ids(&found), ["2025-05-26-talks-lee-bob-roy", "talks-lee-bob-roy"]);
    let lines = "verdict = \"correct\"\ndate = \"2025-05-26\"\nformer = [\"lee-and-roy\"]";
    let (reviewed, _) = meetings(&review(lines));
    let [talks] = &reviewed[..] else { panic!("{:?}", ids(&reviewed)) };
    assert_eq!(talks.attestations.len(), 2);
    assert_eq!(
        (talks.date_provenance, &talks.former[..]),
        (DateProvenance::Reviewed, &["lee-and-roy".to_owned()][..])
    );
    assert_eq!(talks.attestations[0].reason, "The embassy says so.");
    assert_eq!(talks.attestations[1].reason, "", "nobody has reviewed the other report");
}

#[test]
fn a_confirmed_meeting_stays_as_it_is_and_says_why() {
    let (before, _) = meetings("");
    let (mut after, _) = meetings(&review("verdict = \"confirm\""));
    let told = &mut after[1].attestations[0];
    assert_eq!(std::mem::take(&mut told.reason), "The embassy says so.");
    assert_eq!(after, before);
}

#[test]
fn a_rejected_meeting_is_gone_from_that_report() {
    let (found, _) = meetings(&review("verdict = \"reject\""));
    assert_eq!(ids(&found), ["2025-05-26-talks-lee-bob-roy"]);
}

#[test]
fn everything_can_be_corrected() {
    let (found, entities) = meetings(&review(
        "verdict = \"correct\"\ndate = \"2024-05/2024-06\"\nstatus = \"planned\"\nplace = \"embassy\"\n\
         participants = [\"lee\", \"cid\", \"italy\"]\nmechanism = \"dialogue\"\nsession = 4\n\
         title = \"Lunch\"\nkind = \"meeting\"",
    ));
    let name = |number: u32| entities[number as usize].name.as_ref();
    let lunch = found.iter().find(|meeting| meeting.title == "Lunch").unwrap();
    assert_eq!(lunch.id, "2024-05-dialogue");
    assert_eq!((lunch.kind, lunch.status), (MeetingKind::Meeting, Status::Planned));
    assert_eq!(lunch.date.unwrap().to_string(), "2024-05/2024-06");
    let place = &lunch.place;
    assert_eq!((&*place.words, &*place.country), ("Embassy of Italy", "FR"));
    assert_eq!(
        (place.precision, place.provenance),
        (PlacePrecision::Venue, PlaceProvenance::Reviewed)
    );
    assert_eq!(place.entity.map(name), Some("Embassy of Italy"));
    let people: Vec<_> = lunch.participants.iter().map(|&number| name(number)).collect();
    assert_eq!(people, ["Ann Lee", "Cid Moe", "Italy"]);
    assert_eq!((lunch.mechanism.map(name), lunch.session), (Some("Lee-Roy dialogue"), 4));
}

#[test]
fn the_old_word_for_an_earlier_meeting_is_still_read() {
    for word in ["mentioned", "reference"] {
        let (found, _) = meetings(&review(&format!("verdict = \"correct\"\nstatus = \"{word}\"")));
        let talks = found.iter().find(|meeting| meeting.id == TALKS).unwrap();
        assert_eq!(talks.status, Status::Mentioned, "{word}");
    }
}

#[test]
fn a_country_alone_takes_away_a_place_elsewhere() {
    for (lines, words, country, precision) in [
        ("country = \"FR\"", "Paris", "FR", PlacePrecision::Locality),
        ("country = \"IT\"", "", "IT", PlacePrecision::Country),
        ("place = \"rome\"", "Rome", "IT", PlacePrecision::Locality),
        ("place = \"italy\"", "Italy", "IT", PlacePrecision::Country),
        ("place = \"Café Roma\"\ncountry = \"IT\"", "Café Roma", "IT", PlacePrecision::Locality),
    ] {
        let (found, _) = meetings(&review(&format!("verdict = \"correct\"\n{lines}")));
        let place = &found.iter().find(|meeting| meeting.id == TALKS).unwrap().place;
        let found = (&*place.words, &*place.country, place.precision);
        assert_eq!(found, (words, country, precision), "{lines}");
    }
}

#[test]
fn analyse_prints_the_ids_and_what_is_reviewed() {
    let folder = corpus(&review("verdict = \"correct\"\ndate = \"2025-05-26\""));
    write(folder.path(), "elsewhere/a.md", LATER.as_bytes());
    let path = |name: &str| folder.path().join(name).display().to_string();
    let printed = |name: &str| {
        let run = entente(&["analyse", &path(name), "--corpus", &path("")]);
        let record: serde_json::Value = serde_json::from_str(&stdout(&run)).unwrap();
        let talks = &record["meetings"][0];
        ["id", "date", "date_basis", "reason"].map(|key| talks[key].as_str().map(str::to_owned))
    };
    let some = |words: [&str; 4]| words.map(|word| Some(word.to_owned()));
    let reviewed = [TALKS, "2025-05-26", "reviewed", "The embassy says so."];
    assert_eq!(printed("documents/a.md"), some(reviewed));
    let [id, _, basis, reason] = printed("elsewhere/a.md");
    assert_eq!((id.as_deref(), reason), (Some(TALKS), None), "of this name, but not that report");
    assert_ne!(basis.as_deref(), Some("reviewed"));
}

/// Each text gives exactly one issue, which begins like this.
#[track_caller]
fn told_of(texts: &[(&str, &str)]) {
    let mut wrong = Vec::new();
    for (text, expected) in texts {
        let said: Vec<String> = told(corpus(text).path())
            .into_iter()
            .filter(|line| !line.contains("no document mentions"))
            .collect();
        if said.len() != 1 || !said[0].starts_with(&format!("meetings.toml:{expected}")) {
            wrong.push(format!("{text}\n{}\nnot {expected}", said.join("\n")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn faults_of_a_review() {
    let right = "verdict = \"confirm\"\nreason = \"…\"\n";
    let headed = |head: &str| format!("{head}\n{right}");
    told_of(&[
        (
            &headed("[c.talks-lee-bob-roy]"),
            "1:2: error: the corpus has no document `c`; did you mean `a`?",
        ),
        (
            &headed("[a.talks-lea-bob-roy]"),
            "1:4: warning: the analysis no longer finds the meeting \
            `talks-lea-bob-roy` in this report; did you mean `talks-lee-bob-roy`?",
        ),
        (
            &headed("[a.visit]"),
            "1:4: warning: the analysis no longer finds the meeting `visit` in \
            this report; see what `entente analyse --corpus` prints, or remove the review",
        ),
        (
            "[a.talks-lee-bob-roy]\nreason = \"…\"",
            "1:4: error: the review of `talks-lee-bob-roy` \
            has no verdict; write a line: verdict = \"confirm\", \"correct\" or \"reject\"",
        ),
        (
            "[a.talks-lee-bob-roy]\nreason = \"…\"\nverdict = \"conform\"",
            "3:11: error: `verdict` \
            cannot be `conform`; did you mean `confirm`? Write one of confirm, correct, reject",
        ),
        (
            "[a.talks-lee-bob-roy]\nverdict = \"reject\"\nreason = \" \"",
            "1:4: error: the review of \
            `talks-lee-bob-roy` has no reason; write a line: reason = \"…\"; readers will see it",
        ),
        (
            &review("verdict = \"correct\""),
            "1:4: error: the correction of `talks-lee-bob-roy` \
            changes nothing; write what is right, such as: date = \"2024-05-07\"; or write verdict \
            = \"confirm\"",
        ),
        (
            &review("verdict = \"confirm\"\ndate = \"2024\""),
            "4:8: error: `date` stands in a review \
            that corrects nothing; write verdict = \"correct\", or remove the line",
        ),
        (
            "verdict = \"confirm\"",
            "1:1: error: `verdict` is a string, not a review; write a \
            headline `[id of the report.id of the meeting]`, and below it lines such as: verdict = \
            \"confirm\"",
        ),
        ("[a]\nverdict = \"confirm\"", "2:1: error: `verdict` is a string, not a review; "),
        (
            &review("verdict = \"confirm\"\nverdict = \"reject\""),
            "4:1: error: this is not valid \
            TOML: duplicate key; remove one of the two",
        ),
        (
            &review("verdict = \"confirm\"\nsource = \"…\""),
            "4:1: error: the key `source` is not known; \
            the keys are verdict, reason, former, date, ",
        ),
        (
            &review("verdict = \"confirm\"\nformer = [\"Lee & Roy\"]"),
            "4:11: error: the id `Lee & \
            Roy` cannot stand in an address; write `lee-roy`",
        ),
        (
            &review("verdict = \"confirm\"\nformer = [\"x\",\n\"x\"]"),
            "5:1: error: the former id `x` \
            is given in meetings.toml:4, too; leave it with the meeting that had it",
        ),
    ]);
}

#[test]
fn faults_of_what_a_correction_says() {
    let told: Vec<(String, &str)> = [
        (
            "data = \"2024\"\nkind = \"talks\"",
            "4:1: error: the key `data` is not known; did you mean `date`? ",
        ),
        ("date = \"last May\"", "4:8: error: there is no such date as `last May`; write a year, "),
        ("date = \"2024-06/2024-05\"", "4:8: error: there is no such date as `2024-06/2024-05`; "),
        (
            "status = \"hold\"",
            "4:10: error: `status` cannot be `hold`; did you mean `held`? Write \
            one of held, planned, mentioned",
        ),
        (
            "kind = \"lunch\"",
            "4:8: error: `kind` cannot be `lunch`; write one of talks, dialogue, ",
        ),
        (
            "place = \"rom\"",
            "4:9: error: no authority file has a record `rom`; did you mean `rome`?",
        ),
        (
            "place = \"lee\"",
            "4:9: error: the record `lee` is a person; write the id of a place or \
            an organisation",
        ),
        ("country = \"UK\"", "4:11: error: `UK` is no country code; write its two letters"),
        (
            "participants = [\"lee\", \"bob-roy\"]",
            "4:24: error: no authority file has a record \
            `bob-roy`; correct the id, or remove the line",
        ),
        (
            "participants = [\"dialogue\"]",
            "4:17: error: the record `dialogue` is a mechanism; \
            write the id of a person or an organisation or a place",
        ),
        (
            "mechanism = \"rome\"",
            "4:13: error: the record `rome` is a place; write the id of a \
            mechanism",
        ),
        (
            "session = 2.5",
            "4:11: error: `2.5` is no number of a session; write a whole number, or \
            0 for none",
        ),
        ("session = \"third\"", "4:11: error: `session` takes a number, not a string; "),
    ]
    .into_iter()
    .map(|(line, expected)| (review(&format!("verdict = \"correct\"\n{line}")), expected))
    .collect();
    told_of(&told.iter().map(|(text, expected)| (text.as_str(), *expected)).collect::<Vec<_>>());
}

#[test]
fn a_review_of_a_report_that_never_was_keeps_the_corpus_from_compiling() {
    let folder = corpus("[c.talks]\nverdict = \"reject\"\nreason = \"…\"");
    assert!(compile(folder::read(folder.path())).is_err());
    let folder = corpus("[a.talks]\nverdict = \"reject\"\nreason = \"…\"");
    assert!(compile(folder::read(folder.path())).is_ok(), "one that no longer applies does not");
}

#[test]
fn a_meeting_is_reviewed_once() {
    let folder = corpus(&[review("verdict = \"confirm\"\n"), review("")].concat());
    let said = told(folder.path());
    let twice = "meetings.toml:4:4: error: this is not valid TOML: duplicate key; remove one";
    assert!(said[0].starts_with(twice), "{said:?}");
}

#[test]
fn a_file_that_is_no_text() {
    let folder = corpus("");
    write(folder.path(), "meetings.toml", b"\xff");
    let said = told(folder.path());
    assert!(said[0].starts_with("meetings.toml:1:1: error: the text is not UTF-8"), "{said:?}");
}
