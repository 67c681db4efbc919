//! Which meetings belong to a view, and what its facets count.

#![allow(clippy::unwrap_used)] // a test may fail

use entente_archive::{
    Archive, Attestation, Document, Entity, Meeting, Packed, Passage, Place, Position,
};
use entente_calendar::{Date, Period};
use entente_model::{
    DateProvenance, EntityKind, MeetingKind, PlaceProvenance, PublicationProvenance, Span, Status,
    TitleProvenance,
};
use entente_search::facet::Choice;
use entente_search::index::index;
use entente_search::{Engine, FacetKind, Filter, Query};

const SPAN: Span = Span { start: 0, end: 4 };

/// Source and text; each of the year 2025.
const REPORTS: [(&str, &str); 2] = [("One", "They met."), ("Two", "They spoke of peace.")];

/// In the order of their ids.
const NAMES: [(&str, EntityKind); 4] = [
    ("ann", EntityKind::Person),
    ("bob", EntityKind::Person),
    ("eve", EntityKind::Person),
    ("lima", EntityKind::Place),
];

/// Id, date, kind, status, people, whether in Lima, reports that tell of it.
type Told = (&'static str, &'static str, MeetingKind, Status, &'static [u32], bool, &'static [u32]);

const MEETINGS: [Told; 4] = [
    ("call", "2023-05", MeetingKind::Call, Status::Held, &[0, 1], false, &[1]),
    ("dinner", "", MeetingKind::Meeting, Status::Held, &[0], true, &[0]),
    ("talks", "2023-05-02", MeetingKind::Talks, Status::Held, &[0, 1], true, &[0, 1]),
    ("visit", "2021", MeetingKind::Visit, Status::Planned, &[1, 2], true, &[0]),
];

fn bytes() -> Vec<u8> {
    let document = |(source, text): (&'static str, &'static str)| Document {
        id: source.to_lowercase().into(),
        title: "Report".into(),
        title_provenance: TitleProvenance::Given,
        source: source.into(),
        url: "".into(),
        language: "en".into(),
        dateline: "".into(),
        published: Period::parse("2025"),
        published_provenance: PublicationProvenance::Given,
        published_words: "".into(),
        text: text.into(),
        sentences: Packed::default(),
        boilerplate: Vec::new(),
        body_tokens: 4,
        title_tokens: 1,
    };
    let entity = |(id, kind): (&'static str, EntityKind)| Entity {
        id: id.into(),
        name: id.into(),
        kind,
        country: "".into(),
        country_worked_out: false,
        mentions: vec![Passage { document: 0, span: SPAN }].into(),
        roles: Packed::default(),
        record: None,
    };
    let mut archive = Archive {
        title: "Test".into(),
        language: "en".into(),
        documents: REPORTS.map(document).into(),
        entities: NAMES.map(entity).into(),
        meetings: MEETINGS.map(meeting).into(),
        ..Archive::default()
    };
    archive.index = index(&mut archive.documents);
    archive.to_bytes()
}

fn meeting((id, date, kind, status, people, in_lima, reports): Told) -> Meeting<'static> {
    let place = Place { entity: in_lima.then_some(3), ..Place::default() };
    let country = if in_lima { "PE" } else { "" }.into();
    let place = Place { provenance: PlaceProvenance::Stated, country, ..place };
    let told = |&document: &u32| Attestation {
        document,
        kind,
        status,
        date: Period::parse(date),
        date_provenance: DateProvenance::Stated,
        date_span: SPAN,
        place: place.clone(),
        place_span: SPAN,
        participants: people.to_vec(),
        evidence: vec![SPAN],
        reason: "".into(),
    };
    Meeting {
        id: id.into(),
        former: Vec::new(),
        title: "".into(),
        kind,
        status,
        date: Period::parse(date),
        date_provenance: DateProvenance::Stated,
        place: place.clone(),
        position: Position::default(),
        mechanism: None,
        session: 0,
        visit: None,
        within: Vec::new(),
        participants: people.to_vec(),
        outcomes: Vec::new(),
        attestations: reports.iter().map(told).collect(),
    }
}

fn filter(choices: &[(FacetKind, &str, bool)], from: &str) -> Filter {
    let choice = |&(kind, value, excluded): &(FacetKind, &str, bool)| Choice {
        kind,
        value: value.into(),
        excluded,
    };
    let choices = choices.iter().map(choice).collect();
    Filter { choices, from: Date::parse(from), ..Filter::default() }
}

#[test]
fn meetings_follow_the_reports_found_and_what_they_themselves_have() {
    use FacetKind::{Host, Kind, Person, Place, Source, Status, Year};
    let bytes = bytes();
    let archive = Archive::open(&bytes).unwrap();
    let engine = Engine::new(&archive);
    let cases = [
        ("", filter(&[], ""), "visit call talks dinner"),
        ("peace", filter(&[], ""), "call talks"),
        ("", filter(&[(Source, "One", false)], ""), "visit talks dinner"),
        ("peace", filter(&[(Source, "One", false)], ""), ""),
        ("", filter(&[(Source, "One", true)], ""), "call talks"),
        // People must all have met; years are those of the meetings.
        ("", filter(&[(Person, "ann", false), (Person, "bob", false)], ""), "call talks"),
        ("", filter(&[(Person, "bob", false), (Place, "lima", true)], ""), "call"),
        ("", filter(&[(Person, "nobody", false)], ""), ""),
        ("", filter(&[(Year, "2021", false), (Year, "", false)], ""), "visit dinner"),
        ("", filter(&[(Year, "2025", false)], ""), ""),
        ("", filter(&[(Kind, "call", false), (Kind, "talks", false)], ""), "call talks"),
        ("", filter(&[(Status, "planned", true)], ""), "call talks dinner"),
        ("", filter(&[(Host, "PE", false)], ""), "visit talks dinner"),
        ("", filter(&[(Host, "", false)], ""), "call"),
        ("", filter(&[], "2022"), "call talks"),
    ];
    for (query, filter, ids) in cases {
        let matching = engine.search(&Query::parse(query), &filter).matching;
        let found = engine.meetings(&matching, &filter);
        let found = found.into_iter().map(|number| archive.meeting(number).unwrap().id());
        assert_eq!(found.collect::<Vec<_>>().join(" "), ids, "{query} {filter:?}");
    }
}

#[test]
fn a_value_counts_the_meetings_that_choosing_it_leaves() {
    use FacetKind::{Kind, Person, Place, Source};
    let bytes = bytes();
    let archive = Archive::open(&bytes).unwrap();
    let engine = Engine::new(&archive);
    let views = [
        ("", filter(&[], "")),
        ("peace", filter(&[], "")),
        ("", filter(&[(Person, "bob", false)], "")),
        ("", filter(&[(Source, "Two", true), (Place, "lima", false)], "")),
        ("", filter(&[(Kind, "visit", true)], "2022")),
    ];
    for (query, filter) in views {
        let matching = engine.search(&Query::parse(query), &filter).matching;
        for facet in engine.meeting_facets(&matching, &filter) {
            for (value, count) in facet.values {
                let mut chosen = filter.clone();
                // Beside it only what is excluded, and people: several of them narrow.
                let keep = |choice: &Choice| {
                    choice.kind != facet.kind || choice.excluded || facet.kind == Person
                };
                chosen.choices.retain(keep);
                chosen.choices.push(Choice { kind: facet.kind, value, excluded: false });
                assert_eq!(engine.meetings(&matching, &chosen).len(), count, "{chosen:?}");
            }
        }
    }
}
