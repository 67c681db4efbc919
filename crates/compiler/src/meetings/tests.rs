//! What is one meeting and what is two, and what they make known together.

use super::Told;
use super::cluster::groups;
use super::merge::merge;
use entente_archive::{Attestation, Entity, Meeting, Outcome, Packed, Passage, Place};
use entente_calendar::Period;
use entente_model::{
    Act, DateProvenance, EntityKind, MeetingKind, PlacePrecision, PlaceProvenance, Span, Status,
};
use proptest::prelude::*;

/// The people, places and mechanisms of these tests, by number.
const NAMES: [&str; 12] = [
    "ann", "bob", "cid", "dan", "eve", "paris", "lyon", "embassy", "dialogue", "expo", "treaty",
    "minutes",
];

/// A meeting in words: `0 talks 2024-05-05 ann bob FR paris dialogue #3 planned`.
///
/// The number of the report and the kind come first; the rest may be missing.
fn told(words: &str) -> Told {
    let mut words = words.split(' ');
    let document = words.next().unwrap().parse().unwrap();
    let kind = words.next().unwrap();
    let kind = kind.parse().unwrap();
    let mut told = Told {
        id: String::new(),
        attestation: Attestation {
            document,
            kind,
            status: Status::Held,
            date: None,
            date_provenance: DateProvenance::Unknown,
            date_span: Span::default(),
            place: Place::default(),
            place_span: Span::default(),
            participants: Vec::new(),
            evidence: vec![Span::default()],
            reason: "".into(),
        },
        mechanism: None,
        session: 0,
        outcomes: Vec::new(),
        title: String::new(),
        former: Vec::new(),
    };
    words.for_each(|word| tell(&mut told, word));
    told
}

fn tell(told: &mut Told, word: &str) {
    let Told { attestation, mechanism, session, outcomes, former, .. } = told;
    let Attestation { document, place, .. } = attestation;
    let passage = Passage { document: *document, span: Span::default() };
    let number = NAMES.iter().position(|name| *name == word).map(|number| number as u32);
    let is_place = |place: &mut Place<'_>, precision| {
        (place.precision, place.provenance) = (precision, PlaceProvenance::Stated);
    };
    match (number, word) {
        (Some(..5), _) => attestation.participants.extend(number),
        (Some(5..8), _) => {
            is_place(
                place,
                if word == "embassy" { PlacePrecision::Venue } else { PlacePrecision::Locality },
            );
            (place.words, place.entity) = (word.to_owned().into(), number);
        }
        (Some(8..10), _) => *mechanism = number,
        (Some(_), _) => outcomes.push(Outcome { act: Act::Signed, agreement: number, passage }),
        (_, was) if was.starts_with("was:") => former.push(was[4..].to_owned()),
        (_, "planned") => attestation.status = Status::Planned,
        (_, "mentioned") => attestation.status = Status::Mentioned,
        (_, "filed") => place.provenance = PlaceProvenance::Dateline,
        (_, "shared") => attestation.date_provenance = DateProvenance::SameEvent,
        (_, "reviewed") => attestation.date_provenance = DateProvenance::Reviewed,
        (_, session_) if session_.starts_with('#') => *session = session_[1..].parse().unwrap(),
        (_, code) if code.len() == 2 => {
            if place.words.is_empty() {
                is_place(place, PlacePrecision::Country);
            }
            place.country = code.to_owned().into();
        }
        (_, date) => {
            attestation.date = Some(Period::parse(date).unwrap());
            attestation.date_provenance = DateProvenance::Stated;
        }
    }
}

/// The groups of some meetings, each as its numbers in the list.
fn grouped(all: &[&str]) -> Vec<Vec<usize>> {
    let mut groups = groups(&all.iter().map(|words| told(words)).collect::<Vec<_>>());
    for group in &mut groups {
        group.sort_unstable();
    }
    groups.sort();
    groups
}

#[track_caller]
fn one(all: &[&str]) {
    assert_eq!(grouped(all), [(0..all.len()).collect::<Vec<_>>()], "{all:?}");
}

#[track_caller]
fn apart(all: &[&str]) {
    assert_eq!(grouped(all).len(), all.len(), "{all:?}");
}

#[test]
fn a_session_of_a_mechanism_is_one_whatever_the_dates() {
    one(&["0 dialogue 2023-12-18 dialogue #3", "1 dialogue 2023-12-19 dialogue #3"]);
    one(&["0 dialogue dialogue #3", "1 talks 2023-12-19 ann bob dialogue #3"]);
    apart(&["0 dialogue 2023-12-18 dialogue #3", "1 dialogue 2023-12-18 dialogue #2"]);
    apart(&["0 dialogue 2023-12-18 dialogue #3", "1 dialogue 2023-12-18 expo #3"]);
}

#[test]
fn a_mechanism_is_one_where_dates_overlap() {
    one(&["0 expo 2024 expo planned", "1 expo 2024-12 expo", "2 conference 2024-12-19 expo"]);
    apart(&["0 expo 2022 expo", "1 expo 2024 expo"]);
    apart(&["0 expo 2024 expo", "1 expo expo"]);
    // Which of the two sessions of the year is meant?
    assert_eq!(
        grouped(&["0 expo 2024-03-01 expo", "1 expo 2024-09-01 expo", "2 expo 2024 expo"]).len(),
        3
    );
}

#[test]
fn talks_are_one_with_two_people_and_a_date_that_overlaps() {
    one(&["0 talks 2024-05-05 ann bob", "1 meeting 2024-05-05 cid bob ann"]);
    one(&["0 talks 2024-05 ann bob planned", "1 dialogue 2024-05-05 ann bob"]);
    one(&[
        "0 talks 2024-05-05 ann bob",
        "1 talks 2024-05-05 bob cid ann",
        "2 talks 2024-05-05 cid bob",
    ]);
    apart(&["0 talks 2024-05-05 ann bob", "1 talks 2024-05-05 ann cid"]);
    apart(&["0 talks 2024-05-05 ann bob", "1 talks 2024-05-06 ann bob"]);
    apart(&["0 talks 2024-05-05 ann bob", "1 talks ann bob"]);
    apart(&["0 talks 2024-05-05 ann bob", "1 call 2024-05-05 ann bob"]);
    apart(&["0 talks 2024-05 ann bob FR", "1 talks 2024-05-05 ann bob VN"]);
}

#[test]
fn visits_are_one_with_a_visitor_a_country_and_a_date_that_overlaps() {
    one(&["0 visit 2024-10 ann FR", "1 visit 2024-10-06/2024-10-07 ann bob FR paris"]);
    one(&["0 visit 2024-10-06/2024-10-07 ann FR", "1 visit 2024-10-07/2024-10-09 ann FR"]);
    apart(&["0 visit 2024-10 ann FR", "1 visit 2024-10 ann VN"]);
    apart(&["0 visit 2024-10 ann", "1 visit 2024-10 ann"]);
    apart(&["0 visit 2024-10 ann FR", "1 visit 2024-10 bob FR"]);
}

#[test]
fn ceremonies_are_one_with_somebody_or_where_nobody_is_named_with_a_place() {
    one(&["0 ceremony 2024-05-07 ann", "1 ceremony 2024-05 ann bob"]);
    one(&["0 ceremony 2024-05 ann", "1 ceremony 2024-05 ann"]);
    one(&["0 ceremony 2024-05-07 ann FR paris", "1 ceremony 2024-05-07 FR"]);
    one(&["0 ceremony 2024-05-07 paris", "1 ceremony 2024-05 paris"]);
    apart(&["0 ceremony 2024-05 ann", "1 ceremony 2024 ann"]);
    apart(&["0 ceremony 2024-05-07 ann", "1 signing 2024-05-07 ann"]);
    apart(&["0 ceremony 2024-05-07 ann FR", "1 ceremony 2024-05-07 bob FR"]);
    apart(&["0 ceremony 2024-05-07 FR paris", "1 ceremony 2024-05-07 FR lyon"]);
    apart(&["0 ceremony 2024-05-07", "1 ceremony 2024-05-07"]);
}

#[test]
fn what_may_be_either_is_neither() {
    let talks = "0 talks 2024-05-05 ann bob";
    assert_eq!(
        grouped(&[
            talks,
            "1 talks 2024-05-20 ann bob",
            "2 talks 2024-05 ann bob",
            "3 talks 2024-05-05 ann bob"
        ]),
        [vec![0, 3], vec![1], vec![2]]
    );
    let nobody = "2 ceremony 2024-05-07 FR";
    apart(&["0 ceremony 2024-05-07 ann FR", "1 ceremony 2024-05-07 bob FR", nobody]);
}

#[test]
fn two_meetings_of_one_report_stay_two() {
    apart(&["0 talks 2024-05-05 ann bob", "0 meeting 2024-05-05 ann bob"]);
    let (ministers, deputies) = ("talks 2024-05-05 ann bob", "talks 2024-05-05 cid dan");
    let all = [0, 1].map(|report| [ministers, deputies].map(|talks| format!("{report} {talks}")));
    let all: Vec<&str> = all.as_flattened().iter().map(String::as_str).collect();
    let with = |more: &'static str| grouped(&[&all[..], &[more]].concat());
    assert_eq!(with("2 talks 2024-05-05 ann bob cid dan"), [vec![0, 2], vec![1, 3], vec![4]]);
    // Those of other reports are joined all the same.
    assert_eq!(
        grouped(&[
            "0 talks 2024-05-05 ann bob",
            "0 talks 2024-05-05 ann bob",
            "1 talks 2024-05-05 ann bob",
            "2 meeting 2024-05-05 ann bob"
        ]),
        [vec![0], vec![1], vec![2, 3]]
    );
}

/// One pair that meets on a thousand days, each told by ten reports, and vaguely by more.
#[test]
fn ten_thousand_meetings_of_two_people_are_joined_in_linear_time() {
    let day = |number: u32| format!("{:04}-05-{:02}", 1000 + number / 20, 1 + number % 20);
    let days = (0..10_000).map(|number| format!("{number} talks {} ann bob", day(number / 10)));
    let years = (10_000..10_500).map(|number| format!("{number} talks {} ann bob", number - 9_000));
    let all: Vec<Told> = days.chain(years).map(|words| told(&words)).collect();
    assert_eq!(groups(&all).len(), 1_000 + 500);
}

fn joined(all: &[&str]) -> Vec<Meeting<'static>> {
    let entity = |name: &&'static str| Entity {
        id: (*name).into(),
        name: (*name).into(),
        kind: EntityKind::Person,
        country: "".into(),
        country_worked_out: false,
        mentions: Packed::default(),
        roles: Packed::default(),
        record: None,
    };
    let entities: Vec<Entity> = NAMES.iter().map(entity).collect();
    merge(all.iter().map(|words| told(words)).collect(), &entities)
}

/// What reports make known of one meeting, in words: date, place, people, outcomes.
#[track_caller]
fn known(all: &[&str], expected: &str) {
    let meetings = joined(all);
    let [meeting] = &meetings[..] else { panic!("{} meetings", meetings.len()) };
    let names =
        meeting.participants.iter().chain(meeting.outcomes.iter().flat_map(|o| &o.agreement));
    let names = names.map(|&number| NAMES[number as usize].to_owned());
    let date = meeting.date.map_or("undated".to_owned(), |date| date.to_string());
    let place = [&meeting.place.words, &meeting.place.country].map(|word| &**word);
    let place = place.into_iter().filter(|word| !word.is_empty()).map(str::to_owned);
    let head = [meeting.kind.as_str().to_owned(), meeting.status.as_str().to_owned(), date];
    let words: Vec<String> = head.into_iter().chain(place).chain(names).collect();
    assert_eq!(words.join(" "), expected);
}

#[test]
fn a_meeting_is_what_its_best_report_tells() {
    known(
        &["0 talks 2024-05 ann bob FR planned", "1 meeting 2024-05-05 bob ann paris"],
        "meeting held 2024-05-05 paris bob ann",
    );
    known(
        &["0 talks 2024-05-05 ann bob cid planned treaty", "1 talks 2024-05-05 ann bob minutes"],
        "talks held 2024-05-05 ann bob minutes",
    );
    known(
        &["0 expo 2024 expo planned ann", "1 expo 2024 expo mentioned bob"],
        "expo mentioned 2024 bob",
    );
    known(
        &[
            "0 talks 2024-05-05 ann bob FR",
            "1 talks 2024-05-05 ann bob FR paris filed",
            "2 talks 2024-05-05 ann bob lyon FR",
        ],
        "talks held 2024-05-05 lyon FR ann bob",
    );
    known(
        &["0 visit 2024-10 ann FR", "1 visit 2024-10-06/2024-10-07 ann FR mentioned"],
        "visit held 2024-10-06/2024-10-07 FR ann",
    );
    known(
        &["0 talks 2024-05-05 shared ann bob", "1 talks 2024-05 ann bob"],
        "talks held 2024-05 ann bob",
    );
    known(
        &["0 talks 2024-05-05 ann bob", "1 talks 2024-05-05/2024-05-06 reviewed ann bob planned"],
        "talks held 2024-05-05/2024-05-06 ann bob",
    );
    known(
        &["0 talks 2024-05-05 ann bob treaty", "1 talks 2024-05-05 ann bob treaty minutes"],
        "talks held 2024-05-05 ann bob treaty minutes",
    );
}

#[test]
fn each_report_keeps_its_version() {
    let meetings = joined(&[
        "0 dialogue 2023-12-18 dialogue #3 ann",
        "1 talks 2023-12-19 dialogue #3 bob planned",
    ]);
    let told = meetings[0].attestations.iter();
    let told: Vec<_> = told
        .map(|told| (told.kind.as_str(), told.date.unwrap().to_string(), told.participants[0]))
        .collect();
    assert_eq!(
        told,
        [("dialogue", "2023-12-18".to_owned(), 0), ("talks", "2023-12-19".to_owned(), 1)]
    );
}

#[test]
fn ids_are_made_of_date_and_mechanism_or_kind_and_people() {
    let ids = |all: &[&str]| {
        joined(all).into_iter().map(|meeting| meeting.id.into_owned()).collect::<Vec<_>>()
    };
    assert_eq!(ids(&["0 talks 2024-05-05 ann bob"]), ["2024-05-05-talks-ann-bob"]);
    assert_eq!(ids(&["0 visit 2016-11 ann bob cid dan eve"]), ["2016-11-visit-ann-bob-cid-dan"]);
    assert_eq!(ids(&["0 expo 2024-12-19/2024-12-22 expo ann"]), ["2024-12-19-expo"]);
    assert_eq!(ids(&["0 call ann bob", "1 call ann bob"]), ["call-ann-bob", "call-ann-bob-2"]);
    assert_eq!(ids(&["0 ceremony 2024"]), ["2024-ceremony"]);
    // An address of old leads to the meeting that had it.
    let all = ["0 call ann bob", "1 call 2024 ann bob was:call-ann-bob was:2024-call-ann-bob"];
    assert_eq!(ids(&all), ["2024-call-ann-bob", "call-ann-bob-2"]);
    assert_eq!(joined(&all)[0].former, ["call-ann-bob"]);
}

/// Meetings of a few reports, people, days and places: much may be one.
fn any_meetings() -> impl Strategy<Value = Vec<String>> {
    const DATES: [&str; 6] =
        ["", "2024", "2024-05", "2024-05-05", "2024-05-07", "2024-05-05/2024-05-09"];
    let words = |choice: &'static [&'static str]| prop::sample::select(choice);
    let people = prop::sample::subsequence(&NAMES[..3], 0..=3);
    let event = words(&["", "", "", "dialogue", "dialogue #2", "dialogue #3", "expo"]);
    let meeting = (
        0..4_u32,
        prop::sample::select(MeetingKind::ALL),
        words(&DATES),
        people,
        words(&["", "FR", "FR paris", "FR lyon", "VN"]),
        event,
        words(&["", "planned", "mentioned"]),
    );
    let words = meeting.prop_map(|(report, kind, date, people, place, event, status)| {
        let parts =
            [&report.to_string(), kind.as_str(), date, &people.join(" "), place, event, status];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    });
    prop::collection::vec(words, 0..14)
}

/// Whether two have more in common than a date.
fn share(one: &Told, other: &Told) -> bool {
    let (a, b) = (&one.attestation, &other.attestation);
    one.mechanism.is_some() && one.mechanism == other.mechanism
        || a.participants.iter().any(|who| b.participants.contains(who))
        || !a.place.country.is_empty() && a.place.country == b.place.country
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_reports_and_meetings_has_no_effect(
        all in any_meetings(),
        reports in Just([3, 2, 1, 0]).prop_shuffle(),
        seed: u64,
    ) {
        let mut order: Vec<usize> = (0..all.len()).collect();
        order.sort_by_key(|&number| (number as u64 + 1).wrapping_mul(seed | 1));
        let other: Vec<String> = order
            .iter()
            .map(|&number| {
                let (report, rest) = all[number].split_once(' ').unwrap();
                format!("{} {rest}", reports[report.parse::<usize>().unwrap()])
            })
            .collect();
        let words = |all: &[String]| grouped(&all.iter().map(String::as_str).collect::<Vec<_>>());
        let mut there = words(&other);
        for group in &mut there {
            *group = group.iter().map(|&number| order[number]).collect();
            group.sort_unstable();
        }
        there.sort();
        prop_assert_eq!(words(&all), there);
    }

    #[test]
    fn one_report_gives_its_meetings_unchanged(all in any_meetings()) {
        let all: Vec<String> = all.iter().map(|words| ["0", &words[1..]].concat()).collect();
        let all: Vec<&str> = all.iter().map(String::as_str).collect();
        let key = |told: &Attestation<'_>| format!("{told:?}");
        let mut before: Vec<_> = all.iter().map(|words| key(&told(words).attestation)).collect();
        let meetings = joined(&all);
        let mut after: Vec<_> = meetings.iter().map(|found| key(&found.attestations[0])).collect();
        before.sort();
        after.sort();
        prop_assert_eq!(before, after);
        for meeting in meetings {
            let told = &meeting.attestations[0];
            prop_assert_eq!((meeting.status, meeting.date), (told.status, told.date));
            prop_assert_eq!((&meeting.place, &meeting.participants), (&told.place, &told.participants));
        }
    }

    #[test]
    fn joined_meetings_share_more_than_dates_and_contradict_each_other_in_these_alone(all in any_meetings()) {
        let words: Vec<&str> = all.iter().map(String::as_str).collect();
        for group in grouped(&words) {
            let members: Vec<Told> = group.iter().map(|&number| told(words[number])).collect();
            for one in members.iter().filter(|_| members.len() > 1) {
                let others = members.iter().filter(|other| *other != one);
                prop_assert!(others.clone().any(|other| share(one, other)), "{}", one.attestation.document);
            }
            for (n, one) in members.iter().enumerate() {
                for other in &members[..n] {
                    prop_assert_ne!(one.attestation.document, other.attestation.document);
                    prop_assert!(one.session == other.session || one.session == 0 || other.session == 0);
                    let mechanisms = (one.mechanism, other.mechanism);
                    prop_assert!(matches!(mechanisms, (None, _) | (_, None)) || one.mechanism == other.mechanism);
                    let dates = (one.attestation.date, other.attestation.date);
                    if !matches!(dates, (Some(one), Some(other)) if one.overlaps(other)) {
                        let mut session = members.iter().map(|told| (told.mechanism, told.session));
                        prop_assert!(session.any(|(mechanism, number)| mechanism.is_some() && number > 0));
                    }
                }
            }
        }
    }
}
