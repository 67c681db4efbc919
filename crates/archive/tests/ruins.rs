//! Damaged archives: never a panic, never a wrong view; an error that names the part.
#![allow(clippy::unwrap_used)] // helpers of tests, as in tests

use entente_archive::container::{Section, Sections, pack, unpack};
use entente_archive::model::{
    Attestation, Coordinates, Corpus, Country, Document, Entity, LocalName, Meeting, Office,
    Outcome, Passage, Place, Position, Record,
};
use entente_archive::postings::Posting;
use entente_archive::rows::{
    Act, DateBasis, EntityKind, FurnitureKind, MeetingKind, PointBasis, Precision, Status,
    TitleBasis, WhenBasis, WhereBasis,
};
use entente_archive::sentences::Sentence;
use entente_archive::wire::Span;
use entente_archive::{Archive, Damage, write};
use entente_calendar::Period;
use proptest::prelude::Rng;
use proptest::test_runner::{RngAlgorithm, TestRng};

fn document(id: &str, text: &str) -> Document {
    let whole = Span::of(&(0..text.len()));
    Document {
        id: id.into(),
        title: format!("Title of {id}"),
        title_basis: TitleBasis::Editorial,
        source: "Agency".into(),
        url: String::new(),
        language: "en".into(),
        dateline: "Hà Nội".into(),
        published: Period::parse("2024-05-05"),
        published_basis: DateBasis::WorkedOut,
        published_words: "“May 5”".into(),
        text: text.into(),
        sentences: vec![Sentence { span: whole, opens: true }],
        furniture: vec![(Span { start: 0, end: 0 }, FurnitureKind::Stamp)],
        body_tokens: 3,
        title_tokens: 3,
    }
}

fn corpus() -> Corpus {
    let passage = Passage { document: 1, span: Span { start: 0, end: 9 } };
    let posting = |document| Posting { document, body: 2, title: 1, headlines: 0 };
    Corpus {
        title: "Việt Nam and France".into(),
        language: "en".into(),
        documents: vec![document("a", "Điện Biên Phủ"), document("b", "Hà Nội — VNS")],
        entities: vec![Entity {
            id: "ha-noi".into(),
            name: "Hà Nội".into(),
            kind: EntityKind::Place,
            country: "VN".into(),
            mentions: vec![passage],
            roles: vec![passage],
            record: Some(record()),
        }],
        meetings: vec![meeting(passage)],
        countries: vec![country("FR"), country("VN")],
        terms: ('a'..='z')
            .map(|letter| (format!("ter{letter}"), vec![posting(0), posting(1)]))
            .collect(),
    }
}

fn country(code: &str) -> Country {
    Country { code: code.into(), middle: HANOI, reach: 500, capital: HANOI }
}

const HANOI: Coordinates = Coordinates { latitude: 21_030_000, longitude: 105_850_000 };

fn meeting(passage: Passage) -> Meeting {
    let place = Place {
        words: "Hà Nội".into(),
        entity: Some(0),
        precision: Precision::Locality,
        country: "VN".into(),
        basis: WhereBasis::Told,
    };
    let told = |document, date| Attestation {
        document,
        kind: MeetingKind::Meeting,
        status: Status::Planned,
        date: Period::parse(date),
        date_basis: WhenBasis::Counted,
        date_span: passage.span,
        place: place.clone(),
        place_span: passage.span,
        participants: vec![0],
        evidence: vec![Span { start: 0, end: 0 }, passage.span],
        reason: "The embassy's own account.".into(),
    };
    Meeting {
        id: "talks".into(),
        former: vec!["old-talks".into()],
        title: "Talks".into(),
        kind: MeetingKind::Talks,
        status: Status::Held,
        date: Period::parse("2024-05"),
        date_basis: WhenBasis::Told,
        place: place.clone(),
        position: Position { point: Some(HANOI), basis: PointBasis::Record },
        mechanism: None,
        session: 3,
        participants: vec![0],
        outcomes: vec![Outcome { act: Act::Agreed, agreement: Some(0), passage }],
        attestations: vec![told(0, "2024-05"), told(1, "2024-06")],
    }
}

fn record() -> Record {
    let names = vec![LocalName { language: "en".into(), name: "Hanoi".into() }];
    let office = Office {
        words: "Capital".into(),
        names: names.clone(),
        of: "vietnam".into(),
        from: Period::parse("1976"),
        to: None,
    };
    Record {
        names,
        wikidata: "Q1858".into(),
        coordinates: Some(HANOI),
        part_of: "vietnam".into(),
        former: vec!["thang-long".into()],
        offices: vec![office],
    }
}

/// Reads everything that an archive offers.
fn read_all(archive: &Archive) -> usize {
    let documents = archive.documents().map(|document| {
        document.title().len()
            + document
                .paragraphs()
                .into_iter()
                .map(|span| document.text()[span.range()].len())
                .sum::<usize>()
            + document.furniture().count()
            + document.published_words().len()
    });
    let terms = archive.dictionary().iter().map(|term| archive.postings(&term).count());
    documents.chain(terms).sum::<usize>()
        + archive.meetings().map(|meeting| read_meeting(archive, &meeting)).sum::<usize>()
        + archive.mentions.iter().count()
        + archive.all_entities().map(|entity| read_entity(archive, &entity)).sum::<usize>()
}

fn read_meeting(archive: &Archive, meeting: &entente_archive::Meeting) -> usize {
    let attestations = meeting.attestations().map(|told| {
        let text = archive.document(told.document()).unwrap().text();
        told.date_words().len()
            + told.place().words().len()
            + told.participants().map(|entity| entity.name().len()).sum::<usize>()
            + told.evidence().map(|span| text[span.range()].len()).sum::<usize>()
            + told.reason().len()
    });
    let outcomes = meeting.outcomes().map(|outcome| {
        outcome.words().len() + outcome.agreement().map_or(0, |entity| entity.name().len())
    });
    attestations.chain(outcomes).sum::<usize>()
        + meeting.id().len()
        + meeting.title().len()
        + meeting.former().map(str::len).sum::<usize>()
        + meeting.place().country().len()
        + meeting.country().map_or(0, |row| archive.string(row.code).len())
        + meeting.mechanism().map_or(0, |entity| entity.number)
}

fn read_entity(archive: &Archive, entity: &entente_archive::Entity) -> usize {
    let offices = entity.offices().map(|office| {
        archive.string(office.of).len()
            + archive.local(office.names, "en").unwrap_or_default().len()
    });
    offices.sum::<usize>()
        + entity.name_in("en").len()
        + entity.former().map(str::len).sum::<usize>()
        + entity.meetings().count()
}

#[test]
fn an_archive_gives_back_what_was_written() {
    let bytes = write(&corpus());
    let archive = Archive::open(&bytes).unwrap();
    assert_eq!(archive.title(), "Việt Nam and France");
    let second = archive.find("b").unwrap();
    assert_eq!((second.number, second.text()), (1, "Hà Nội — VNS"));
    assert_eq!(second.dateline(), "Hà Nội");
    assert_eq!(second.row.published, Period::parse("2024-05-05"));
    let term = archive.dictionary().get("terk").unwrap();
    assert_eq!(archive.postings(&term).map(|posting| posting.document).collect::<Vec<_>>(), [0, 1]);
    let talks = archive.find_meeting("talks").unwrap();
    assert_eq!((talks.row.kind, talks.row.session), (MeetingKind::Talks, 3));
    assert_eq!(archive.find_meeting("old-talks").map(|found| found.number), Some(talks.number));
    assert_eq!((talks.place().words(), talks.place().country()), ("Hà Nội", "VN"));
    assert_eq!((talks.row.point, talks.row.point_basis), (Some(HANOI), PointBasis::Record));
    let country = talks.country().unwrap();
    assert_eq!((archive.string(country.code), country.middle, country.reach), ("VN", HANOI, 500));
    assert_eq!(archive.country("FR").map(|row| row.capital), Some(HANOI));
    assert!(archive.country("LA").is_none());
    let dates: Vec<_> = talks.attestations().map(|told| told.row.date).collect();
    assert_eq!(dates, [Period::parse("2024-05"), Period::parse("2024-06")], "they disagree");
    assert_eq!(talks.attestations().last().map(|told| told.date_words()), Some("Hà Nội"));
    assert_eq!(talks.outcomes().next().map(|outcome| outcome.words()), Some("Hà Nội"));
    assert_eq!(talks.reason(), "The embassy's own account.");
    assert_eq!(second.meetings().map(|meeting| meeting.number).collect::<Vec<_>>(), [0]);
    let place = archive.find_entity("ha-noi").unwrap();
    assert_eq!((place.name_in("en"), place.name_in("fr")), ("Hanoi", "Hà Nội"));
    assert_eq!(place.record().and_then(|record| record.coordinates), record().coordinates);
    assert_eq!(place.meetings().map(|meeting| meeting.id()).collect::<Vec<_>>(), ["talks"]);
    assert_eq!(archive.find_entity("thang-long").map(|entity| entity.number), Some(place.number));
    assert_eq!(write(&corpus()), bytes, "the same corpus gives the same bytes");
}

#[test]
fn an_empty_corpus_is_an_archive_too() {
    let bytes = write(&Corpus::default());
    assert!(Archive::open(&bytes).unwrap().is_empty());
}

#[test]
fn a_meeting_that_points_nowhere_or_proves_nothing_is_refused() {
    type Change = fn(&mut Meeting);
    let changes: [(&str, Change); 12] = [
        ("meetings", |meeting| meeting.mechanism = Some(1)),
        ("meetings", |meeting| meeting.place.entity = Some(1)),
        ("meetings", |meeting| meeting.position.point = None),
        ("meetings", |meeting| meeting.position.basis = PointBasis::Unknown),
        ("participants", |meeting| meeting.participants.push(1)),
        ("outcomes", |meeting| meeting.outcomes[0].agreement = Some(1)),
        ("outcomes", |meeting| meeting.outcomes[0].passage.document = 2),
        ("attestations", |meeting| meeting.attestations.clear()),
        ("attestations", |meeting| meeting.attestations.swap(0, 1)),
        ("attestations", |meeting| meeting.attestations[1].date_span.end = 2),
        ("evidence", |meeting| meeting.attestations[0].evidence.clear()),
        ("evidence", |meeting| meeting.attestations[0].evidence.swap(0, 1)),
    ];
    for (number, (part, change)) in changes.into_iter().enumerate() {
        let mut corpus = corpus();
        change(&mut corpus.meetings[0]);
        let opened = Archive::open(&write(&corpus)).map(|_| ());
        assert_eq!(opened, Err(Damage::Content { part }), "change {number}");
    }
}

#[test]
fn countries_out_of_order_or_without_reach_are_refused() {
    type Change = fn(&mut Corpus);
    let changes: [Change; 4] = [
        |corpus| corpus.countries.swap(0, 1),
        |corpus| corpus.countries.push(country("VN")),
        |corpus| corpus.countries[0].code.clear(),
        |corpus| corpus.countries[1].reach = 0,
    ];
    for (number, change) in changes.into_iter().enumerate() {
        let mut corpus = corpus();
        change(&mut corpus);
        let opened = Archive::open(&write(&corpus)).map(|_| ());
        assert_eq!(opened, Err(Damage::Content { part: "countries" }), "change {number}");
    }
}

#[test]
fn every_changed_byte_is_noticed() {
    let whole = write(&corpus());
    for at in 0..whole.len() {
        let mut bytes = whole.clone();
        bytes[at] ^= 0x20;
        assert!(Archive::open(&bytes).is_err(), "byte {at}");
        assert!(Archive::open(&whole[..at]).is_err(), "cut at {at}");
    }
}

/// Behind a right checksum only the checks of content are left: nothing they let
/// through may panic when it is read.
#[test]
fn twenty_thousand_forged_archives_are_refused_or_read() {
    let whole = write(&corpus());
    let sections = unpack(&whole).unwrap().map(<[u8]>::to_vec);
    let mut random = TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]);
    let mut pick = |below: usize| random.next_u32() as usize % below.max(1);
    let (mut refused, mut read) = (0, 0);
    for _ in 0..20_000 {
        let mut forged: Sections<Vec<u8>> = sections.clone();
        for _ in 0..=pick(3) {
            let section = &mut forged[pick(Section::COUNT)];
            let at = pick(section.len());
            match pick(4) {
                0 if at < section.len() => section[at] = pick(256) as u8,
                1 if at < section.len() => section[at] = [0, 1, 0x7f, 0x80, 0xff][pick(5)],
                2 => section.truncate(at),
                _ => section.insert(at, pick(256) as u8),
            }
        }
        match Archive::open(&pack(&forged)) {
            Ok(archive) => read += usize::from(read_all(&archive) > 0),
            Err(Damage::Content { .. }) => refused += 1,
            Err(other) => panic!("{other}"),
        }
    }
    assert!(refused > 10_000 && read > 500, "{refused} refused, {read} read");
}
