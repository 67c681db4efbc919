//! Damaged archives: never a panic, never a wrong view; an error that names the part.

use entente_archive::container::{Section, Sections, pack, unpack};
use entente_archive::model::{
    Coordinates, Corpus, Document, Entity, LocalName, Meeting, Office, Passage, Record,
};
use entente_archive::postings::Posting;
use entente_archive::rows::{
    DateBasis, EntityKind, FurnitureKind, MeetingKind, Status, TitleBasis,
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
    let passage = Passage { document: 1, span: Span { start: 0, end: 8 } };
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
        meetings: vec![Meeting {
            id: "talks".into(),
            title: "Talks".into(),
            kind: MeetingKind::Talks,
            status: Status::Held,
            date: Period::parse("2024-05"),
            date_words: String::new(),
            place: "Hà Nội".into(),
            country: "Vietnam".into(),
            mechanism: String::new(),
            session: 0,
            participants: vec![0],
            outcomes: vec!["minutes".into()],
            evidence: vec![passage],
        }],
        terms: ('a'..='z')
            .map(|letter| (format!("ter{letter}"), vec![posting(0), posting(1)]))
            .collect(),
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
        coordinates: Some(Coordinates { latitude: 21_030_000, longitude: 105_850_000 }),
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
        + archive.meetings.iter().map(|row| archive.string(row.title).len()).sum::<usize>()
        + archive.mentions.iter().count()
        + archive.all_entities().map(|entity| read_entity(archive, &entity)).sum::<usize>()
}

fn read_entity(archive: &Archive, entity: &entente_archive::Entity) -> usize {
    let offices = entity.offices().map(|office| {
        archive.string(office.of).len()
            + archive.local(office.names, "en").unwrap_or_default().len()
    });
    offices.sum::<usize>()
        + entity.name_in("en").len()
        + entity.former().map(str::len).sum::<usize>()
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
    assert_eq!(archive.meetings.get(0).map(|row| row.kind), Some(MeetingKind::Talks));
    let place = archive.find_entity("ha-noi").unwrap();
    assert_eq!((place.name_in("en"), place.name_in("fr")), ("Hanoi", "Hà Nội"));
    assert_eq!(place.record().and_then(|record| record.coordinates), record().coordinates);
    assert_eq!(archive.find_entity("thang-long").map(|entity| entity.number), Some(place.number));
    assert_eq!(write(&corpus()), bytes, "the same corpus gives the same bytes");
}

#[test]
fn an_empty_corpus_is_an_archive_too() {
    let bytes = write(&Corpus::default());
    assert!(Archive::open(&bytes).unwrap().is_empty());
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
