//! The default corpus holds the texts as they were received.
#![allow(clippy::unwrap_used)] // helpers of tests, as in tests

mod support;

use entente_archive::{Archive, EntityRef, MeetingRef, PromiseRef};
use entente_compiler::document::Document;
use entente_compiler::folder;
use entente_model::{Coordinates, MeetingKind, PointProvenance};
use sha2::{Digest, Sha256};
use support::default_corpus;

/// Id and SHA-256 of the text as received.
const RECEIVED: [(&str, &str); 5] = [
    (
        "2016-11-first-dialogue-paris",
        "fe35843ccb1f6e2d99b00dcf0ce4039b1a7118a132d8e04adbece5ac0bf79896",
    ),
    (
        "2023-12-19-third-dialogue-paris",
        "0d873a8de0f0641430fe747f3e943946d17cdb7cea45959464d3bafe0601ddb1",
    ),
    (
        "2024-05-05-ministers-talks-ha-noi",
        "b783a7485615774535cfdde4dadd99c75e102ccea58ee83f3f1e34da0d1b4147",
    ),
    (
        "2024-05-dien-bien-phu-70-years",
        "c6335bd7e2732cb5830bbc9f09e5035485d5a424016b4e5b6c7ad684a8b719b3",
    ),
    (
        "2025-05-giang-lecornu-ha-noi",
        "7b45656e05266105725fbbbec0cab79c2a9e0733639fabf0ab59982dfd50ce0c",
    ),
];

fn sha256(text: &str) -> String {
    format!("{:x}", Sha256::digest(text))
}

#[test]
fn the_bodies_are_the_texts_as_received() {
    let source = folder::read(&default_corpus());
    assert!(source.issues.is_empty(), "{:?}", source.issues);
    let hashes: Vec<_> = source
        .documents
        .into_iter()
        .map(|file| Document::read(file).unwrap().0)
        .map(|document| (document.id, sha256(&document.body)))
        .collect();
    let received: Vec<_> =
        RECEIVED.iter().map(|&(id, hash)| (id.to_owned(), hash.to_owned())).collect();
    assert_eq!(hashes, received);
}

#[test]
fn the_archive_holds_them_too() {
    let bytes = entente_compiler::compile(folder::read(&default_corpus())).unwrap().bytes;
    let archive = Archive::open(&bytes).unwrap();
    for (id, hash) in RECEIVED {
        assert_eq!(sha256(archive.find_document(id).unwrap().text()), hash, "{id}");
    }
}

#[test]
fn meetings_have_points_where_their_places_have_and_rings_where_only_the_country_is_known() {
    let bytes = entente_compiler::compile(folder::read(&default_corpus())).unwrap().bytes;
    let archive = Archive::open(&bytes).unwrap();
    let is_at = |words: &str, provenance, north, east| {
        let mut there =
            archive.meetings().filter(|meeting| meeting.place().words().ends_with(words));
        there.any(|meeting| {
            meeting.position.point == Some(Coordinates { latitude: north, longitude: east })
                && meeting.position.provenance == provenance
        })
    };
    assert!(is_at("Paris", PointProvenance::Record, 48_856_600, 2_352_200));
    assert!(is_at("Hà Nội", PointProvenance::Record, 21_028_500, 105_854_200));
    assert!(is_at(
        "Ministry of National Defence of Vietnam, Hà Nội",
        PointProvenance::Venue,
        21_028_500,
        105_854_200
    ));
    assert!(is_at("Điện Biên Phủ", PointProvenance::Record, 21_386_000, 103_017_000));
    let bridge =
        archive.find_entity("muong-thanh-bridge").and_then(|bridge| bridge.value().record.as_ref());
    assert!(bridge.is_some_and(|record| record.coordinates.is_some()));

    let codes: Vec<_> = archive.countries.iter().map(|country| &*country.code).collect();
    assert_eq!(codes, ["FR", "VN"]);
    let of = |provenance| {
        archive.meetings().filter(move |meeting| meeting.position.provenance == provenance)
    };
    let in_the_middle = |meeting: MeetingRef<'_>| {
        meeting.position.point == meeting.country().map(|country| country.middle)
    };
    assert!(
        of(PointProvenance::Country).count() > 0 && of(PointProvenance::Country).all(in_the_middle)
    );
    assert!(of(PointProvenance::Unknown).any(|meeting| meeting.kind == MeetingKind::Call));
}

/// What somebody who reads the five reports finds promised in them, by the id of the promise: who
/// promises and to whom, when it was told and at which meeting, and what has kept it, with the report
/// that tells so.
const PROMISED: [(&str, &str); 8] = [
    (
        "2016-11-07-agreement-agreement-on-confidential-information",
        "nguyen-chi-vinh, philippe-errera > ; \
         2016-11-07/2016-11-11 at 2016-11-07-defence-dialogue-1; open",
    ),
    (
        "2016-11-07-agreement-joint-vision-statement-2018-2028",
        "nguyen-chi-vinh, philippe-errera > ; \
         2016-11-07/2016-11-11 at 2016-11-07-defence-dialogue-1; \
         kept by joint-vision-statement-2018-2028 in 2023-12-19-third-dialogue-paris",
    ),
    (
        "2023-12-18-invitation-hoang-xuan-chien-french-ministry-of-the-armed-forces-alice-rufo",
        "hoang-xuan-chien > french-ministry-of-the-armed-forces, alice-rufo; \
         2023-12-18 at 2023-12-18-defence-dialogue-3; \
         kept by 2024-vietnam-international-defence-expo-2024 in 2025-05-giang-lecornu-ha-noi",
    ),
    (
        "2023-12-19-invitation-hoang-xuan-chien-patricia-miralles",
        "hoang-xuan-chien > patricia-miralles; \
         2023-12-19 at 2023-12-19-meeting-hoang-xuan-chien-patricia-miralles; \
         kept by 2024-05-05-talks-hoang-xuan-chien-patricia-miralles in \
         2024-05-05-ministers-talks-ha-noi",
    ),
    (
        "2023-12-19-invitation-phan-van-giang-sebastien-lecornu",
        "phan-van-giang > sebastien-lecornu; \
         2023-12-19 at 2023-12-19-meeting-hoang-xuan-chien-patricia-miralles; \
         kept by 2024-05-05-visit-sebastien-lecornu in 2024-05-05-ministers-talks-ha-noi",
    ),
    (
        "2024-04-29-agreement-letter-of-intent-2024",
        "french-ministry-of-the-armed-forces, vietnam > ; 2024-04-29/2024-05-05 at ; \
         kept by 2024-05-05-talks-phan-van-giang-sebastien-lecornu in \
         2024-05-05-ministers-talks-ha-noi",
    ),
    (
        "2024-04-29-invitation-vietnam-sebastien-lecornu-patricia-miralles",
        "vietnam > sebastien-lecornu, patricia-miralles; 2024-04-29/2024-05-05 at ; \
         kept by 2024-05-05-visit-sebastien-lecornu in 2024-05-05-ministers-talks-ha-noi",
    ),
    (
        "2024-05-05-agreement-defence-cooperation-programme-2025-28",
        "phan-van-giang > sebastien-lecornu; \
         2024-05-05 at 2024-05-05-talks-phan-van-giang-sebastien-lecornu; open",
    ),
];

#[test]
fn what_was_promised_is_open_or_kept_by_what_a_later_report_tells() {
    let bytes = entente_compiler::compile(folder::read(&default_corpus())).unwrap().bytes;
    let archive = Archive::open(&bytes).unwrap();
    let shown = |promise: PromiseRef<'_>| {
        let ids = |all: Vec<EntityRef<'_>>| {
            all.into_iter().map(|one| one.id().to_owned()).collect::<Vec<_>>().join(", ")
        };
        let (who, to) = (ids(promise.who().collect()), ids(promise.to().collect()));
        let date = promise.date.map(|date| date.to_string()).unwrap_or_default();
        let meeting = promise.meeting().map(|meeting| meeting.id().to_owned()).unwrap_or_default();
        let by = promise.kept_by_meeting().map(|meeting| meeting.id().to_owned());
        let by = by.or(promise.kept_by_agreement().map(|paper| paper.id().to_owned()));
        let kept = promise.kept.as_ref().map_or("open".to_owned(), |kept| {
            let report = archive.document(kept.evidence[0].document as usize).unwrap();
            format!("kept by {} in {}", by.unwrap_or_default(), report.id())
        });
        (promise.id().to_owned(), format!("{who} > {to}; {date} at {meeting}; {kept}"))
    };
    let found: Vec<_> = archive.promises().map(shown).collect();
    let expected: Vec<_> =
        PROMISED.iter().map(|&(id, told)| (id.to_owned(), told.to_owned())).collect();
    assert_eq!(found, expected);
}

#[test]
fn there_is_nothing_to_complain_of() {
    assert_eq!(support::told(&default_corpus()), [""; 0]);
}
