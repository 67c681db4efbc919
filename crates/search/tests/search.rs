//! Searches over a small corpus, each a line: query, documents found, words marked.

#![allow(clippy::unwrap_used)] // a test may fail

use entente_archive::{
    Archive, Boilerplate, Document, Entity, LocalName, Packed, Passage, Record, Sentence,
};
use entente_calendar::{Date, Period};
use entente_model::{BoilerplateKind, EntityKind, PublicationProvenance, Span, TitleProvenance};
use entente_search::facet::Choice;
use entente_search::index::index;
use entente_search::query::Note;
use entente_search::snippet::snippets;
use entente_search::{Engine, FacetKind, Filter, HitField, Query};
use entente_text::sentences;

/// Id, year, title, text, in the order of the ids; a `|` in the text begins the headlines of other stories.
const REPORTS: [(&str, &str, &str, &str); 5] = [
    (
        "ha-noi",
        "2023",
        "Talks",
        "HÀ NỘI — The visit to Hà Nội and Điện Biên Phủ ended. It may be repeated.",
    ),
    (
        "hanoi",
        "2023",
        "More talks",
        "In Hanoi a letter was signed. The intent of Airbus is peace-keeping.",
    ),
    (
        "lima",
        "2019",
        "Peru and Chile hold dialogue",
        "LIMA — The defence ministers signed a letter of intent.\n\nPeacekeeping was raised. The \
         ministers of Chile and Peru spoke of peace.",
    ),
    (
        "quito",
        "2021",
        "Ecuador at sea",
        "The defense minister flew to Viña del Mar — again.|Peru wins.",
    ),
    ("undated", "", "Co-operation", "No\u{301}thing was said of Vin\u{303}a del Mar, maybe later."),
];

/// Id, kind, name, name in another language, and where it is named: the report and the words.
type Name =
    (&'static str, EntityKind, &'static str, &'static str, &'static [(usize, &'static str)]);

const NAMES: [Name; 4] = [
    ("airbus", EntityKind::Organisation, "Airbus", "Airbus", &[(1, "Airbus")]),
    ("chile", EntityKind::Place, "Chile", "Chili", &[(2, "Chile")]),
    ("ha-noi", EntityKind::Place, "Hà Nội", "Hanoï", &[(0, "Hà Nội"), (1, "Hanoi")]),
    ("peru", EntityKind::Place, "Peru", "Pérou", &[(2, "Peru")]),
];

fn bytes() -> Vec<u8> {
    let document = |(id, year, title, text): (&'static str, &str, &'static str, &str)| {
        let cut = text.find('|').unwrap_or(text.len());
        let text = text.replace('|', "\n\n");
        let mut found = Vec::new();
        let mut start = 0;
        for part in text[..cut].split("\n\n") {
            for (number, piece) in sentences(part).into_iter().enumerate() {
                let span = Span::from(start + piece.start..start + piece.end);
                found.push(Sentence { span, opens: number == 0 });
            }
            start += part.len() + 2;
        }
        let span = Span::from(cut..text.len());
        Document {
            id: id.into(),
            title: title.into(),
            title_provenance: TitleProvenance::Given,
            source: if id == "undated" { "" } else { "Agency" }.into(),
            url: "".into(),
            language: "en".into(),
            dateline: "".into(),
            published: Period::parse(year),
            published_provenance: PublicationProvenance::Given,
            published_words: "".into(),
            boilerplate: vec![Boilerplate { span, kind: BoilerplateKind::Teaser }],
            sentences: found.into(),
            text: text.into(),
            body_tokens: 0,
            title_tokens: 0,
        }
    };
    let mut documents: Vec<_> = REPORTS.into_iter().map(document).collect();
    let index = index(&mut documents);
    let entities = NAMES.map(|(id, kind, name, local, mentions)| {
        let span = |&(document, text): &(usize, &str)| {
            let at = documents[document].text.find(text).unwrap();
            Passage { document: document as u32, span: Span::from(at..at + text.len()) }
        };
        let local = LocalName { language: "fr".into(), name: local.into() };
        Entity {
            id: id.into(),
            name: name.into(),
            kind,
            country: "".into(),
            country_worked_out: false,
            mentions: mentions.iter().map(span).collect(),
            roles: Packed::default(),
            record: Some(Box::new(Record { names: vec![local], ..Record::default() })),
        }
    });
    let entities = entities.into_iter().collect();
    Archive { documents, index, entities, ..Archive::default() }.to_bytes()
}

/// Ids in order, then every marked word.
fn found(query: &str, filter: &Filter) -> (String, String) {
    let bytes = bytes();
    let archive = Archive::open(&bytes).unwrap();
    let engine = Engine::new(&archive);
    let results = engine.search(&Query::parse(query), filter);
    let (mut ids, mut marks) = (Vec::new(), Vec::new());
    for (number, _) in &results.ranked {
        let document = archive.document(*number).unwrap();
        ids.push(document.id().to_owned());
        for hit in engine.hits(&document, &results.leaves) {
            let source = match hit.field {
                HitField::Title => document.title(),
                HitField::Body => document.text(),
            };
            marks.push(source[hit.span.range()].to_owned());
        }
    }
    (ids.join(" "), marks.join(" "))
}

#[test]
fn queries_find_the_right_documents_and_mark_the_right_words() {
    let cases = [
        ("", "ha-noi hanoi quito lima undated", ""),
        ("letter ", "hanoi lima", "letter letter"),
        ("letter signed ", "hanoi lima", "letter signed signed letter"),
        ("\"letter of intent\"", "lima", "letter of intent"),
        ("“Letter of Intent", "lima", "letter of intent"),
        ("\"signed peacekeeping\"", "", ""),
        ("peacekeep*", "hanoi lima", "peace-keeping Peacekeeping"),
        ("peacekeeping ", "hanoi lima", "peace-keeping Peacekeeping"),
        ("peacek", "lima", "Peacekeeping"),
        ("pe", "hanoi lima", "Peru Peacekeeping Peru peace peace"),
        ("peace", "hanoi lima", "peace peace"),
        ("defense -airbus", "quito lima", "defense defence"),
        ("signed -airbus", "lima", "signed"),
        ("signed NOT \"letter of intent\" ", "hanoi", "signed"),
        ("-signed", "ha-noi quito undated", ""),
        ("hanoi", "ha-noi hanoi", "HÀ NỘI Hà Nội Hanoi"),
        ("ha noi", "ha-noi hanoi", "HÀ NỘI Hà Nội Hanoi"),
        ("\"ha noi\"", "ha-noi hanoi", "HÀ NỘI Hà Nội Hanoi"),
        ("HÀ NỘI ", "ha-noi hanoi", "HÀ NỘI Hà Nội Hanoi"),
        ("dien bien phu", "ha-noi", "Điện Biên Phủ"),
        ("dienbienphu", "ha-noi", "Điện Biên Phủ"),
        ("điện biên", "ha-noi", "Điện Biên"),
        ("vina ", "quito undated", "Viña Vin\u{303}a"),
        ("maybe ", "undated", "maybe"),
        ("wins ", "", ""),
        ("dialogue ", "lima", "dialogue"),
        ("🐈", "ha-noi hanoi quito lima undated", ""),
        ("place:peru ", "lima", "Peru"),
        ("place:Pérou ", "lima", "Peru"),
        ("place:hanoi ", "ha-noi hanoi", "Hanoi Hà Nội"),
        ("place:\"ha noi\"", "ha-noi hanoi", "Hanoi Hà Nội"),
        ("place:ch*", "lima", "Chile"),
        ("place:chil", "lima", "Chile"),
        ("-place:hanoi signed", "lima", "signed"),
        ("place:hanoi letter ", "hanoi", "Hanoi letter"),
        ("org:peru ", "", ""),
        ("org:airbus place:noi ", "hanoi", "Hanoi Airbus"),
    ];
    for (query, ids, marks) in cases {
        let (found_ids, found_marks) = found(query, &Filter::default());
        assert_eq!(found_marks, marks, "{query:?}");
        let sorted = |ids: &str| {
            let mut ids: Vec<_> = ids.split(' ').map(str::to_owned).collect();
            ids.sort();
            ids
        };
        assert_eq!(sorted(&found_ids), sorted(ids), "{query:?}");
    }
}

fn filter(choices: &[(FacetKind, &str, bool)], from: &str, to: &str) -> Filter {
    let choice = |&(kind, value, excluded): &(FacetKind, &str, bool)| Choice {
        kind,
        value: value.into(),
        excluded,
    };
    Filter {
        choices: choices.iter().map(choice).collect(),
        from: Date::parse(from),
        to: Date::parse(to),
    }
}

#[test]
fn filters_narrow_and_facets_count() {
    use FacetKind::{Place, Source, Year};
    let cases = [
        (filter(&[(Year, "2023", false)], "", ""), "ha-noi hanoi"),
        (filter(&[(Year, "2023", false), (Year, "2019", false)], "", ""), "ha-noi hanoi lima"),
        (filter(&[(Year, "2023", true)], "", ""), "quito lima undated"),
        (filter(&[(Source, "", false)], "", ""), "undated"),
        (filter(&[(Source, "", true), (Year, "2021", false)], "", ""), "quito"),
        (filter(&[], "2021-06", ""), "ha-noi hanoi quito"),
        (filter(&[], "", "2021"), "quito lima"),
    ];
    for (filter, ids) in cases {
        assert_eq!(found("", &filter).0, ids, "{filter:?}");
    }
    // What an entity is called where it was asked for is marked; without it there is nothing.
    let place = |excluded| filter(&[(Place, "ha-noi", excluded)], "", "");
    assert_eq!(found("", &place(false)), ("ha-noi hanoi".into(), "Hà Nội Hanoi".into()));
    assert_eq!(found("letter ", &place(false)), ("hanoi".into(), "Hanoi letter".into()));
    assert_eq!(found("letter ", &place(true)), ("lima".into(), "letter".into()));

    let bytes = bytes();
    let archive = Archive::open(&bytes).unwrap();
    let engine = Engine::new(&archive);
    let year = filter(&[(Year, "2019", false)], "", "");
    let matching = engine.search(&Query::parse("signed "), &year).matching;
    let facets = engine.facets(&matching, &year);
    let counts = |kind| {
        let facet = facets.iter().find(|facet| facet.kind == kind).unwrap();
        facet.values.iter().map(|(v, n)| format!("{v}:{n}")).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(counts(Year), "2023:1 2019:1", "its own choice left out of account");
    assert_eq!(counts(Source), "Agency:1", "other choices counted in");
    let results = engine.search(&Query::parse("nowhere paris 🐈 signed "), &Filter::default());
    assert_eq!(results.alone, [0, 0, 2]);
    assert_eq!(results.notes, [Note::NotUnderstood { typed: "🐈".into() }]);
}

#[test]
fn snippets_are_pieces_of_the_source_around_the_hits() {
    let bytes = bytes();
    let archive = Archive::open(&bytes).unwrap();
    let engine = Engine::new(&archive);
    let check = |id: &str, query: &str, wanted: &[&str]| {
        let document = archive.find_document(id).unwrap();
        let results = engine.search(&Query::parse(query), &Filter::default());
        let hits = engine.hits(&document, &results.leaves);
        let shown: Vec<_> = snippets(&document, &hits, 2)
            .iter()
            .map(|snippet| document.text()[snippet.span.range()].to_owned())
            .collect();
        assert_eq!(shown, wanted, "{query}");
    };
    check("lima", "peacekeeping ", &["Peacekeeping was raised."]);
    check(
        "lima",
        "ministers signed ",
        &[
            "LIMA — The defence ministers signed a letter of intent.",
            "The ministers of Chile and Peru spoke of peace.",
        ],
    );
    check("quito", "", &["The defense minister flew to Viña del Mar — again."]);
}
