//! Invented corpora of any size, the same for the same seed.
#![allow(dead_code)] // the benchmark and the tests each use their part

use entente_archive::{
    Archive, Attestation, Boilerplate, Country, Document, Entity, Index, Keeper, Kept, LocalName,
    Meeting, Office, Outcome, Passage, Place, Position, Posting, Promise, Record, Sentence,
};
use entente_calendar::Period;
use entente_model::{
    Act, BoilerplateKind, Coordinates, DateProvenance, EntityKind, MeetingKind, PlacePrecision,
    PlaceProvenance, PointProvenance, PromiseKind, PublicationProvenance, Span, Status,
    TitleProvenance,
};
use std::collections::BTreeMap;

/// How much is invented of each report.
pub(crate) struct Amount {
    /// Names in it.
    pub(crate) mentions: usize,
    /// Different words in it, and in all reports together.
    pub(crate) words: [usize; 2],
}

/// Throws of a die (xorshift64).
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 16) as usize % end.max(1)
    }

    pub(crate) fn one_of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }

    fn date(&mut self) -> Option<Period> {
        Period::parse(self.one_of(&["", "2016", "2023-12", "2024-05-05", "2024-10-06/2024-10-07"]))
    }

    /// A stretch of a few letters.
    fn span(&mut self, text: &str) -> Span {
        let start = text.floor_char_boundary(self.below(text.len()));
        Span::from(start..text.ceil_char_boundary(start + self.below(12)))
    }

    fn passage(&mut self, texts: &[String]) -> Passage {
        let document = self.below(texts.len());
        Passage { document: document as u32, span: self.span(&texts[document]) }
    }
}

/// An archive of these texts: an entity for each report and eight more, a meeting and a promise for each.
pub(crate) fn archive(texts: Vec<String>, seed: u64, amount: &Amount) -> Archive<'static> {
    let mut dice = Dice::new(seed);
    let entities = if texts.is_empty() { 0 } else { texts.len() + 8 };
    let mut mentions = vec![Vec::new(); entities];
    let mut terms = BTreeMap::<String, Vec<Posting>>::new();
    for (document, text) in (0..).zip(&texts) {
        for _ in 0..amount.mentions {
            let span = dice.span(text);
            mentions[dice.below(entities)].push(Passage { document, span });
        }
        for _ in 0..amount.words[0] {
            let count = |dice: &mut Dice| dice.one_of(&[0, 0, 1, 300]);
            // Low numbers come more often, as a few words do.
            let most = dice.below(amount.words[1]) + 1;
            let postings = terms.entry(format!("word{}", dice.below(most))).or_default();
            let (title, headlines) = (count(&mut dice), count(&mut dice));
            if postings.last().is_none_or(|last| last.document != document) {
                postings.push(Posting { document, body: 1, title, headlines });
            }
        }
    }
    let point = Coordinates { latitude: -21_028_500, longitude: 105_854_200 };
    let country = |code| Country { code, middle: point, reach: 700, capital: point };
    Archive {
        title: "Talks".into(),
        language: "en".into(),
        entities: (0..).zip(mentions).map(|(n, found)| entity(n, found, &mut dice)).collect(),
        meetings: (0..texts.len()).map(|n| meeting(n, &texts, &mut dice)).collect(),
        promises: (0..texts.len()).map(|n| promise(n, &texts, &mut dice)).collect(),
        countries: ["FR".into(), "VN".into()].map(country).into(),
        index: Index::new(&terms),
        documents: (0..).zip(texts).map(|(n, text)| document(n, text, &mut dice)).collect(),
    }
}

fn document(number: usize, text: String, dice: &mut Dice) -> Document<'static> {
    let mut end = 0;
    let sentence = |piece: &str| {
        let start = end;
        end += piece.len();
        Sentence { span: Span::from(start..end), opens: start % 3 == 0 }
    };
    let kind = dice.one_of(BoilerplateKind::ALL);
    Document {
        id: format!("report-{number:05}").into(),
        title: "Talks in Hà Nội".into(),
        title_provenance: dice.one_of(TitleProvenance::ALL),
        source: "Agency".into(),
        url: format!("https://example.org/{number}").into(),
        language: dice.one_of(&["en", "vi"]).into(),
        dateline: dice.one_of(&["", "Hà Nội"]).into(),
        published: dice.date(),
        published_provenance: dice.one_of(PublicationProvenance::ALL),
        published_words: "May 5".into(),
        sentences: text.split_inclusive('.').map(sentence).collect(),
        boilerplate: vec![Boilerplate { span: dice.span(&text), kind }; dice.below(3)],
        text: text.into(),
        body_tokens: dice.below(2_000) as u32,
        title_tokens: 4,
    }
}

fn entity(number: usize, mut mentions: Vec<Passage>, dice: &mut Dice) -> Entity<'static> {
    mentions.sort_unstable();
    let local = || vec![LocalName { language: "fr".into(), name: "Ministre".into() }];
    let record = Record {
        names: local(),
        wikidata: "Q1".into(),
        coordinates: None,
        part_of: dice.one_of(&["", "entity-00001"]).into(),
        former: vec![format!("name-{number}")],
        offices: vec![Office {
            words: "Minister".into(),
            names: local(),
            of: "entity-00000".into(),
            from: dice.date(),
            to: None,
        }],
    };
    Entity {
        id: format!("entity-{number:05}").into(),
        name: format!("Nguyễn Văn {number}").into(),
        kind: dice.one_of(EntityKind::ALL),
        country: dice.one_of(&["", "FR", "VN"]).into(),
        country_worked_out: dice.below(2) == 0,
        roles: mentions.iter().take(dice.below(3)).copied().collect(),
        mentions: mentions.into(),
        record: (dice.below(4) == 0).then(|| Box::new(record)),
    }
}

/// A meeting of which a report tells and, half of the times, the next one too.
fn meeting(number: usize, texts: &[String], dice: &mut Dice) -> Meeting<'static> {
    let entities = texts.len() + 8;
    let people =
        |dice: &mut Dice| (0..dice.below(5)).map(|_| dice.below(entities) as u32).collect();
    let place = |dice: &mut Dice| Place {
        words: dice.one_of(&["", "Hà Nội"]).into(),
        entity: dice.one_of(&[None, Some(0), Some(7)]),
        precision: dice.one_of(PlacePrecision::ALL),
        country: dice.one_of(&["", "FR"]).into(),
        provenance: dice.one_of(PlaceProvenance::ALL),
    };
    let told = |document: usize, dice: &mut Dice| Attestation {
        document: document as u32,
        kind: dice.one_of(MeetingKind::ALL),
        status: dice.one_of(Status::ALL),
        date: dice.date(),
        date_provenance: dice.one_of(DateProvenance::ALL),
        date_span: dice.span(&texts[document]),
        place: place(dice),
        place_span: Span::default(),
        participants: people(dice),
        evidence: vec![dice.span(&texts[document]), dice.span(&texts[document])],
        reason: dice.one_of(&["", "The embassy says so."]).into(),
    };
    let documents = number..(number + 1 + dice.below(2)).min(texts.len());
    let first = told(number, dice);
    Meeting {
        id: format!("meeting-{number:05}").into(),
        former: vec![format!("talks-{number}"); dice.below(2)],
        title: "".into(),
        kind: first.kind,
        status: first.status,
        date: first.date,
        date_provenance: first.date_provenance,
        place: first.place.clone(),
        position: Position { point: None, provenance: PointProvenance::Unknown },
        within: vec![2; dice.below(2)],
        mechanism: dice.one_of(&[None, Some(3)]),
        session: dice.below(4) as u32,
        visit: dice.one_of(&[None, Some(0)]),
        participants: first.participants.clone(),
        outcomes: vec![
            Outcome {
                act: dice.one_of(Act::ALL),
                agreement: Some(1),
                passage: dice.passage(texts),
            };
            dice.below(2)
        ],
        attestations: documents.map(|document| told(document, dice)).collect(),
    }
}

/// A promise of which a report tells, kept or open.
fn promise(number: usize, texts: &[String], dice: &mut Dice) -> Promise<'static> {
    let entities = texts.len() + 8;
    let people =
        |dice: &mut Dice| (0..dice.below(3)).map(|_| dice.below(entities) as u32).collect();
    let by = match dice.below(2) {
        0 => Keeper::Meeting(dice.below(texts.len()) as u32),
        _ => Keeper::Agreement(dice.below(entities) as u32),
    };
    let kept = Kept { by, date: dice.date(), evidence: vec![dice.passage(texts)] };
    Promise {
        id: format!("promise-{number:05}").into(),
        kind: dice.one_of(PromiseKind::ALL),
        who: people(dice),
        to: people(dice),
        what: dice.passage(texts),
        agreement: dice.one_of(&[None, Some(1)]),
        mechanism: dice.one_of(&[None, Some(3)]),
        country: dice.one_of(&["", "FR"]).into(),
        date: dice.date(),
        meeting: dice.one_of(&[None, Some(0)]),
        evidence: vec![dice.passage(texts), dice.passage(texts)],
        kept: (dice.below(2) == 0).then_some(kept),
    }
}
