//! What holds for any text: it is read to the end, offsets fall on characters, pieces stand
//! in order, and the work grows no faster than the text.

use entente_analysis::{
    Analysis, Authority, AuthorityRecord, Given, NameEntity, Span, Variant, analyse,
};
use entente_model::EntityKind;
use proptest::prelude::*;

fn in_order(spans: impl Iterator<Item = Span>, text: &str) {
    let mut end = 0;
    for span in spans {
        assert!(end <= span.start && span.start < span.end, "{span:?} after {end}");
        assert!(text.get(span.start..span.end).is_some(), "{span:?} cuts a character");
        end = span.end;
    }
}

/// A short name may stand in the long one of the same thing: mentions begin in order.
fn named(name: &NameEntity, text: &str) {
    assert!(name.mentions.is_sorted_by_key(|span| span.start), "{name:?}");
    for span in name.mentions.iter().chain(&name.roles) {
        assert!(text.get(span.start..span.end).is_some_and(|words| !words.is_empty()), "{name:?}");
    }
}

fn read(text: &str) -> Analysis {
    let analysis = analyse(text, &Given::default());
    in_order(analysis.boilerplate.iter().map(|piece| piece.span), text);
    in_order(analysis.dates.iter().map(|date| date.span), text);
    in_order(analysis.paragraphs.iter().copied(), text);
    for paragraph in &analysis.paragraphs {
        assert_eq!(paragraph.trimmed(text), *paragraph);
    }
    analysis.names.iter().for_each(|name| named(name, text));
    for meeting in &analysis.meetings {
        let agreements = meeting.outcomes.iter().filter_map(|outcome| outcome.agreement);
        let place = meeting.place.as_ref().and_then(|place| place.name);
        let numbers = meeting.participants.iter().copied().chain(agreements);
        let mut numbers = numbers.chain(meeting.event).chain(place);
        assert!(numbers.all(|number| number < analysis.names.len()));
        let words = meeting.date.and_then(|date| date.span);
        let told = meeting.outcomes.iter().map(|outcome| outcome.span);
        told.chain(words).for_each(|span| assert!(!span.of(text).is_empty()));
        in_order(meeting.evidence.iter().copied(), text);
        assert!(!meeting.evidence.is_empty());
    }
    let loose = analysis
        .title
        .span
        .into_iter()
        .chain(analysis.dateline.iter().filter_map(|d| d.span))
        .chain(analysis.reference.iter().flat_map(|r| r.spans.iter().copied()));
    for span in loose {
        assert!(text.get(span.start..span.end).is_some(), "{span:?}");
    }
    assert_eq!(analysis.published.is_some(), analysis.reference.as_ref().is_some_and(|r| r.stated));
    analysis
}

const PIECES: [&str; 113] = [
    "3, 4 and 5",
    "3/4",
    "Sunday",
    "(Monday)",
    "a Sunday",
    "two and a half",
    "half a",
    "a couple of",
    "months",
    "later",
    "before",
    "Muharram",
    "1446",
    "Mehr",
    "1403/07/15",
    "2567",
    "BE",
    "Juche 113",
    "thứ Hai",
    "postponed from",
    "ministère",
    "des",
    "l'",
    "de l’",
    "français",
    "la France",
    "président",
    "Bộ Quốc phòng",
    "ông",
    "và",
    "lần thứ",
    "Pháp",
    "May",
    "7",
    "7th",
    "-",
    "–",
    ",",
    " ",
    " ",
    " ",
    "\n",
    "\n\n",
    "2024",
    "1954",
    "31",
    "2",
    "/",
    ".",
    "next",
    "last",
    "Tuesday",
    "week",
    "the same day",
    "ago",
    "three",
    "years",
    "in",
    "on",
    "from",
    "to",
    "and",
    "HÀ NỘI",
    "—",
    "(VNA)",
    "./.",
    "Related news",
    "💦",
    "date",
    ":",
    "will",
    "anniversary",
    "70th",
    "\u{301}",
    "\u{a0}",
    "early",
    "Minister",
    "Deputy",
    "of",
    "the",
    "Gen.",
    "H.E.",
    "Nguyen",
    "Sébastien",
    "van",
    "al-",
    "U.S.",
    "Vietnamese",
    "Vietnam",
    "France",
    "Ministry",
    "Defence",
    "Group",
    "(ASEAN)",
    "'s",
    "’",
    "agreement",
    "Joint Vision Statement",
    "Dialogue",
    "second",
    "3rd",
    "rounds",
    "Exercise",
    "Bridge",
    "said",
    "Co.",
    "met with",
    "held talks",
    "visit to",
    "co-chaired",
    "will",
    "signed",
    "who",
];

proptest! {
    #[test]
    fn any_text_is_read(text in "\\PC{0,200}") {
        read(&text);
    }

    #[test]
    fn any_lines_are_read(text in "([A-Za-zà-ỹ0-9 .,;:()/—–\\-\u{a0}]{0,40}\n){0,12}") {
        read(&text);
    }

    #[test]
    fn any_salad_of_dates_and_boilerplate_is_read(
        pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..80),
        language in prop::sample::select(entente_analysis::languages().collect::<Vec<_>>()),
    ) {
        let text = pieces.concat();
        read(&text);
        let spaced = pieces.join(" ");
        let first = read(&spaced);
        prop_assert_eq!(&first, &read(&spaced));
        analyse(&spaced, &Given { language: Some(language), ..Given::default() });
    }

    #[test]
    fn what_nobody_sees_changes_nothing(
        pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..60),
        unseen in prop::collection::vec(prop::sample::select(&UNSEEN[..]), 60),
    ) {
        let text = pieces.join(" ");
        let mut strewn = String::new();
        for (n, c) in text.chars().enumerate() {
            strewn += unseen[n % unseen.len()];
            strewn.push(c);
        }
        let (plain, strewn_analysis) = (read(&text), read(&strewn));
        let seen = |span: &Span| UNSEEN[1..].iter().fold(span.of(&strewn).to_owned(), |text, c| text.replace(c, ""));
        prop_assert_eq!(plain.names.len(), strewn_analysis.names.len());
        for (one, other) in plain.names.iter().zip(&strewn_analysis.names) {
            prop_assert_eq!((&one.name, &one.country, &one.key), (&other.name, &other.country, &other.key));
            let words = one.mentions.iter().map(|span| span.of(&text).to_owned());
            prop_assert!(words.eq(other.mentions.iter().map(seen)));
        }
        let periods = |analysis: &Analysis| {
            analysis.dates.iter().map(|date| date.period).collect::<Vec<_>>()
        };
        prop_assert_eq!(periods(&plain), periods(&strewn_analysis));
        prop_assert_eq!(plain.meetings.len(), strewn_analysis.meetings.len());
        prop_assert_eq!(plain.title.text, strewn_analysis.title.text);
    }

    #[test]
    fn any_names_may_be_on_record(
        pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..60),
        names in prop::collection::vec((0..5_usize, 0..60_usize, 1..4_usize), 0..8),
    ) {
        // Names that stand in the text, and some that do not.
        let record = |(number, &(kind, from, count)): (usize, &(usize, usize, usize))| {
            let words = pieces.iter().skip(from).take(count).copied().collect::<Vec<_>>();
            let only_in = (from % 3 == 0).then(|| "a".to_owned());
            AuthorityRecord {
                kind: KINDS[kind],
                id: number.to_string(),
                name: "Somebody".into(),
                variants: vec![Variant { text: words.join(" "), only_in }],
                country: String::new(),
            }
        };
        let records = names.iter().enumerate().map(record).collect();
        let authority = Authority::new(records);
        let text = pieces.join(" ");
        let given = Given { id: "a", authority: Some(&authority), ..Given::default() };
        let analysis = analyse(&text, &given);
        for name in &analysis.names {
            named(name, &text);
            let record = name.record.map(|record| &authority.records()[record]);
            prop_assert!(record.is_none_or(|record| record.kind == name.kind));
        }
        prop_assert_eq!(analysis, analyse(&text, &given));
    }
}

/// Characters without width, and none.
const UNSEEN: [&str; 7] =
    ["", "\u{200b}", "\u{200e}", "\u{feff}", "\u{2060}", "\u{2068}", "\u{fe0f}"];

const KINDS: [EntityKind; 5] = [
    EntityKind::Person,
    EntityKind::Organisation,
    EntityKind::Place,
    EntityKind::Agreement,
    EntityKind::Event,
];

#[test]
fn a_megabyte_of_one_thing_is_read() {
    for piece in [
        "a",
        "7",
        "(",
        "—",
        "./",
        "💦",
        "\n",
        "a\n",
        "May 7 ",
        "May 7, 1954-2024 70th anniversary of Paris ",
        "1/2/3",
        "3, ",
        "3, 4 and 5 May 2024 ",
        "May 3, 7 and ",
        "two or three ",
        "Monday and Tuesday (",
        "1 Muharram 1446 (",
        "in two weeks ",
        "(ADDIS ABABA, May 5) ",
        "the same day last September on Monday ",
        "VNA ",
        "source: a\n",
        "[2024-05-05]\n",
        "HÀ NỘI — ",
        "A ",
        "Read more:\n",
        "A./.\n\n",
        "Minister of ",
        "Ministry of Defence and ",
        "agreement on trade with ",
        "Nguyen Van A, ",
        "X (ASEAN) ",
        "second and third rounds of the ",
        "Ann Lee met Bob Roy in Paris. ",
        "the visit to Peru by Ann Lee. He met them. ",
        "le ministère de la Défense et des Armées de la France et ",
        "traité entre la France et le Vietnam, ",
        "Bộ Quốc phòng Việt Nam - Lào và của các ",
        "ông Nguyễn Văn A, Ủy ban Đối ngoại, ",
    ] {
        // Without optimisation a quarter will do.
        let size = if cfg!(debug_assertions) { 1 << 18 } else { 1 << 20 };
        read(&piece.repeat(size / piece.len()));
    }
}
