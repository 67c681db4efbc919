//! How names and dates that were found are counted against careful annotations.
//!
//! The definitions: mentions are compared as distinct pairs of kind and folded string.
//! *Slot*: variants of a name that share a place in the text count once in the recall, and
//! any of them will do. *Lenient*: one string contains the other on word boundaries.
//! *Link*: F1 of the pairs of strings of one kind, of those found, that are said to be one
//! entity. Optional annotations count neither way.

#![allow(dead_code)] // each test counts some of it

pub(crate) mod meetings;

use entente_text::fold_str;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// Kind and folded string.
type Key = (String, String);

pub(crate) fn folded(text: &str) -> String {
    let plain: String = text
        .chars()
        .map(|c| match c {
            '’' | '‘' => '\'',
            '“' | '”' => '"',
            '–' | '—' | '‑' => '-',
            c => c,
        })
        .collect();
    fold_str(&plain).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn words(text: &str) -> String {
    let plain: String = text.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn contains(a: &str, b: &str) -> bool {
    let (a, b) = (format!(" {} ", words(a)), format!(" {} ", words(b)));
    a.trim() != "" && b.trim() != "" && (a.contains(&b) || b.contains(&a))
}

/// Right, given, found and wanted.
#[derive(Clone, Copy, Debug, Default)]
struct Count([usize; 4]);

impl Count {
    fn add(&mut self, right: usize, given: usize, found: usize, wanted: usize) {
        for (sum, more) in self.0.iter_mut().zip([right, given, found, wanted]) {
            *sum += more;
        }
    }

    /// F1 in percent.
    fn f1(self) -> usize {
        let [right, given, found, wanted] = self.0.map(|n| n as f64);
        let (p, r) = (right / given.max(1.0), found / wanted.max(1.0));
        (200.0 * p * r / (p + r).max(f64::MIN_POSITIVE)) as usize
    }
}

/// An entity as it was found: its kind and its mentions.
pub(crate) type Entity = (&'static str, Vec<(usize, String)>);

#[derive(Debug, Default)]
pub(crate) struct Scores {
    slot: Count,
    lenient: Count,
    link: Count,
}

/// Where a string stands as words of its own, in bytes.
fn spots(text: &str, string: &str) -> Vec<(usize, usize)> {
    let letter = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    text.match_indices(string)
        .map(|(at, found)| (at, at + found.len()))
        .filter(|&(from, to)| {
            !letter(text[..from].chars().next_back()) && !letter(text[to..].chars().next())
        })
        .collect()
}

/// Counts what was found in a text: entities by kind, each with its mentions, by the byte
/// at which they begin and as they are written.
pub(crate) fn score(text: &str, gold: &Value, entities: &[Entity], scores: &mut Scores) {
    // What stands only in page boilerplate is not wanted, and wrong when found.
    let strings = |value: &Value| match value {
        Value::String(one) => vec![one.clone()],
        Value::Array(many) => many.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
        _ => Vec::new(),
    };
    let body_end = strings(&gold["boilerplate_from"])
        .iter()
        .filter_map(|first| text.find(first.as_str()))
        .min()
        .unwrap_or(text.len());
    let (mut wanted, mut optional) = (BTreeMap::<Key, usize>::new(), BTreeSet::<Key>::new());
    let mut slots = Vec::<(Key, usize, usize)>::new();
    for (number, entity) in gold["entities"].as_array().into_iter().flatten().enumerate() {
        let kind = entity["type"].as_str().unwrap_or_default();
        for mention in strings(&entity["mentions"]) {
            let key = (kind.to_owned(), folded(&mention));
            if entity["optional"] == Value::Bool(true) {
                optional.insert(key);
            } else {
                slots.extend(spots(text, &mention).into_iter().map(|(a, b)| (key.clone(), a, b)));
                wanted.insert(key, number);
            }
        }
    }
    let mut given = BTreeMap::<Key, BTreeSet<usize>>::new();
    for (number, (kind, mentions)) in entities.iter().enumerate() {
        for (_, mention) in mentions.iter().filter(|(start, _)| *start < body_end) {
            let key = ((*kind).to_owned(), folded(mention));
            given.entry(key).or_default().insert(number);
        }
    }
    let strict: Vec<&Key> = given.keys().filter(|key| wanted.contains_key(*key)).collect();
    let spared = given.keys().filter(|key| optional.contains(*key) && !wanted.contains_key(*key));
    let counted = given.len() - spared.count();

    // The outermost spots, each with the variants that lie in it.
    let outer = |&&(_, a, b): &&(Key, usize, usize)| {
        !slots.iter().any(|&(_, c, d)| c <= a && b <= d && d - c > b - a)
    };
    let mut distinct = BTreeSet::<(Key, Vec<&str>)>::new();
    for (key, a, b) in slots.iter().filter(outer) {
        let inside = slots.iter().filter(|(other, c, d)| other.0 == key.0 && a <= c && d <= b);
        let variants: BTreeSet<&str> = inside.map(|(other, _, _)| other.1.as_str()).collect();
        distinct.insert((key.clone(), variants.into_iter().collect()));
    }
    let hit = |(key, variants): &&(Key, Vec<&str>)| {
        variants.iter().any(|variant| given.contains_key(&(key.0.clone(), (*variant).to_owned())))
    };
    scores.slot.add(strict.len(), counted, distinct.iter().filter(hit).count(), distinct.len());

    let near = |a: &Key, b: &Key| a.0 == b.0 && contains(&a.1, &b.1);
    let right = given.keys().filter(|key| wanted.keys().any(|want| near(key, want))).count();
    let spared = given.keys().filter(|key| {
        !wanted.keys().any(|want| near(key, want)) && optional.iter().any(|other| near(key, other))
    });
    let counted = given.len() - spared.count();
    let found = wanted.keys().filter(|want| given.keys().any(|key| near(key, want))).count();
    scores.lenient.add(right, counted, found, wanted.len());

    for (n, a) in strict.iter().enumerate() {
        for b in strict[n + 1..].iter().filter(|b| b.0 == a.0 && a.0 != "date" && a.0 != "event") {
            let same = wanted[*a] == wanted[*b];
            let said = !given[*a].is_disjoint(&given[*b]);
            let both = usize::from(same && said);
            scores.link.add(both, usize::from(said), both, usize::from(same));
        }
    }
}

/// An annotation.
pub(crate) fn gold(path: &Path) -> Value {
    let text = fs::read_to_string(path).expect("the annotation is there");
    serde_json::from_str(&text).expect("it is JSON")
}

/// The annotations of the default corpus, each with its report: the one that has all its
/// strings, for the annotations know the files by other names.
pub(crate) fn default_corpus<T>(reports: Vec<T>, text: impl Fn(&T) -> &str) -> Vec<(Value, T)> {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../analysis/tests/data/gold");
    let mut reports: Vec<Option<T>> = reports.into_iter().map(Some).collect();
    let annotation = |number| gold(&data.join(format!("seed-{number}.json")));
    let report_of = |gold: &Value, reports: &mut Vec<Option<T>>| {
        let fits = |report: &Option<T>| {
            gold["entities"].as_array().into_iter().flatten().all(|entity| {
                let mentions = entity["mentions"].as_array().into_iter().flatten();
                let has =
                    |mention: &str| report.as_ref().is_some_and(|r| text(r).contains(mention));
                mentions.filter_map(Value::as_str).all(has)
            })
        };
        reports.iter_mut().find(|report| fits(report)).and_then(Option::take)
    };
    let pair = |gold: Value| {
        let report = report_of(&gold, &mut reports).expect("a report for each annotation");
        (gold, report)
    };
    (0..5).map(annotation).map(pair).collect()
}

/// The figures in percent, slot, lenient and link, are no lower than these.
#[track_caller]
pub(crate) fn holds(scores: &Scores, floors: [usize; 3]) {
    let figures = [scores.slot.f1(), scores.lenient.f1(), scores.link.f1()];
    println!("slot, lenient, link: {figures:?}");
    assert!(figures.iter().zip(floors).all(|(figure, floor)| *figure >= floor), "{figures:?}");
}
