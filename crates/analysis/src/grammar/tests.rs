//! Sentences with their clauses, as data: people stand in `<>`, places in `[]`, dates in `{}`.
//!
//! A clause is a line `verb: subject > objects; preposition noun; dates`, with what the verb group
//! tells in front: `+` what is to come, `-` before, `?` only perhaps, `!` denied, `^` passive.

use super::chunking::{Chunk, Modality, Time};
use super::clauses::Clause;
use super::{Atom, AtomKind, Parse, parse};
use crate::lexicon::Lexicon;
use crate::meetings::vocabulary;
use crate::names::annotated::AnnotatedTokens;
use crate::tokens::Tokens;
use std::iter;

/// The text without marks, and what they mark: the kind, the first byte and the one after the last.
fn unmarked(marked: &str) -> (String, Vec<(AtomKind, usize, usize)>) {
    let (mut text, mut marks, mut open) = (String::new(), Vec::new(), None);
    for c in marked.chars() {
        match c {
            '<' => open = Some((AtomKind::Human, text.len())),
            '[' => open = Some((AtomKind::Place, text.len())),
            '{' => open = Some((AtomKind::Date, text.len())),
            '>' | ']' | '}' => {
                let (kind, from) = open.take().expect("a mark is open");
                marks.push((kind, from, text.len()));
            }
            c => text.push(c),
        }
    }
    (text, marks)
}

fn check(marked: &str, expected: &[&str]) {
    check_in("en", marked, expected);
}

fn check_in(language: &str, marked: &str, expected: &[&str]) {
    let (text, marks) = unmarked(marked);
    let tokens = Tokens::read(&text);
    let lexicon = Lexicon::for_language(language).unwrap();
    let annotated = AnnotatedTokens::new(&tokens, lexicon, &[], iter::empty());
    let atom = |&(kind, from, to): &(AtomKind, usize, usize)| Atom {
        from: tokens.from(from),
        to: tokens.from(to),
        kind,
    };
    let atoms: Vec<Atom> = marks.iter().map(atom).collect();
    let parse = parse(&annotated, 0..tokens.len(), &atoms, vocabulary(language));
    let found: Vec<String> =
        parse.clauses.iter().map(|clause| shown(&parse, clause, &tokens)).collect();
    assert_eq!(found, expected, "{marked}");
}

fn shown(parse: &Parse, clause: &Clause, tokens: &Tokens) -> String {
    let words = |from: usize, to: usize| tokens.cover(from, to).of(tokens.text).to_owned();
    let noun = |chunk: usize| match parse.chunks[chunk] {
        Chunk::Noun(noun) => words(noun.from, noun.to),
        Chunk::Date(from, to) | Chunk::Preposition(from, to, _) => words(from, to),
        _ => String::new(),
    };
    let verb = &clause.verb;
    let mut out = String::new();
    out.extend((verb.time == Time::Ahead).then_some('+'));
    out.extend((verb.time == Time::Before).then_some('-'));
    let actual = matches!(verb.modality, Modality::Actual | Modality::Planned);
    out.extend((!actual).then_some('?'));
    out.extend(verb.negated.then_some('!'));
    out.extend(verb.passive.then_some('^'));
    out += &words(verb.head, verb.head + 1);
    out += ": ";
    out += &clause.subject.map(noun).unwrap_or_default();
    let list = |all: Vec<String>| all.join(", ");
    let objects = list(clause.objects.iter().map(|&chunk| noun(chunk)).collect());
    let adjunct = |&(preposition, of): &(usize, usize)| noun(preposition) + " " + &noun(of);
    let adjuncts = list(clause.adjuncts.iter().map(adjunct).collect());
    let dates = list(clause.dates.iter().map(|&chunk| noun(chunk)).collect());
    for (mark, part) in [(" > ", objects), ("; ", adjuncts), ("; ", dates)] {
        if !part.is_empty() {
            out += mark;
            out += &part;
        }
    }
    out
}

#[test]
fn a_verb_has_a_subject_an_object_and_what_prepositions_lead_to() {
    check(
        "<Brandt> met <Ferrante> in [Oslo] on {Monday}.",
        &["met: Brandt > Ferrante; in Oslo; Monday"],
    );
    check(
        "<Brandt> spoke, on {Monday}, with <Ferrante> about trade.",
        &["spoke: Brandt; with Ferrante, about trade; Monday"],
    );
    check(
        "On {Monday} in [Oslo], <Brandt> met <Ferrante>.",
        &["met: Brandt > Ferrante; in Oslo; Monday"],
    );
    check(
        "<Brandt> received in [Oslo] on {Monday} <Ferrante>.",
        &["received: Brandt > Ferrante; in Oslo; Monday"],
    );
}

#[test]
fn what_stands_between_commas_parts_no_subject_from_its_verb() {
    check(
        "<Brandt>, who had arrived on {Thursday}, met <Ferrante> on {Friday}.",
        &["-arrived: Brandt; Thursday", "met: Brandt > Ferrante; Friday"],
    );
    check(
        "<Brandt>, accompanied by <Lind>, visited [Rome].",
        &["^accompanied: Brandt; by Lind", "visited: Brandt > Rome"],
    );
    check(
        "The head of the agency, <Brandt>, met <Ferrante>.",
        &["met: Brandt > Ferrante; of the agency"],
    );
}

#[test]
fn joined_verbs_share_a_subject() {
    check(
        "<Brandt> visited [Rome] on {Monday} and met <Ferrante>.",
        &["visited: Brandt > Rome; Monday", "met: Brandt > Ferrante"],
    );
    check(
        "<Brandt> will visit [Rome] and meet <Ferrante>.",
        &["+visit: Brandt > Rome", "+meet: Brandt > Ferrante"],
    );
    check(
        "The heads signed the minutes and announced the handbook.",
        &["signed: The heads > the minutes", "announced: The heads > the handbook"],
    );
}

#[test]
fn verb_groups_tell_time_modality_and_polarity() {
    check("<Brandt> is expected to meet <Ferrante>.", &["+meet: Brandt > Ferrante"]);
    check("<Brandt> did not meet <Ferrante>.", &["!meet: Brandt > Ferrante"]);
    check("<Brandt> could meet <Ferrante>.", &["?meet: Brandt > Ferrante"]);
    check("<Brandt> was invited to visit [Oslo].", &["?visit: Brandt > Oslo"]);
    check("<Brandt> declined to meet <Ferrante>.", &["?meet: Brandt > Ferrante"]);
    check(
        "<Brandt> invited <Ferrante> to visit [Oslo].",
        &["invited: Brandt > Ferrante", "?visit: Ferrante > Oslo"],
    );
    check("<Brandt> was received by <Ferrante>.", &["^received: Brandt; by Ferrante"]);
}

#[test]
fn those_behind_a_preposition_are_no_subject() {
    check(
        "Talks between <Brandt> and <Ferrante> have been postponed until {Monday}.",
        &["^postponed: Talks; between Brandt; Monday"],
    );
    check(
        "Tensions have eased since <Brandt> and <Ferrante> signed the accord.",
        &["eased: Tensions; since Brandt", "signed: Ferrante > the accord"],
    );
}

#[test]
fn clauses_hang_on_each_other() {
    check("<Brandt> said <Lind> had met <Ferrante>.", &["said: Brandt", "-met: Lind > Ferrante"]);
    check(
        "After meeting <Ferrante>, <Brandt> flew to [Rome].",
        &["meeting: Brandt > Ferrante", "flew: Brandt; to Rome"],
    );
    check(
        "<Brandt> travelled to [Rome] to meet <Ferrante> on {Monday}.",
        &["travelled: Brandt; to Rome", "meet: Brandt > Ferrante; Monday"],
    );
    check(
        "The talks <he> held in [Oslo] went well.",
        &["held: he > The talks; in Oslo", "went: The talks"],
    );
}

#[test]
fn nouns_that_could_be_verbs_are_told_apart() {
    check(
        "<Brandt> held restricted talks with <Ferrante>.",
        &["held: Brandt > restricted talks; with Ferrante"],
    );
    check(
        "The planned visit to [Rome] was cancelled.",
        &["^cancelled: The planned visit; to Rome"],
    );
    check(
        "The committee, which last met in [Rome], will go on.",
        &["met: The committee; in Rome", "+go: The committee"],
    );
}

#[test]
fn french_verbs_have_auxiliaries_reflexives_and_clitics() {
    let check = |marked, expected: &[&str]| check_in("fr", marked, expected);
    check(
        "<Brandt> s'est entretenu {lundi} avec <Ferrante> à [Oslo].",
        &["entretenu: Brandt; avec Ferrante, à Oslo; lundi"],
    );
    check("<Brandt> ne s'est pas rendu à [Oslo].", &["!rendu: Brandt; à Oslo"]);
    check("<Brandt> l'a reçu à [Oslo].", &["reçu: Brandt; à Oslo"]);
    check("<Brandt> avait rencontré <Ferrante>.", &["-rencontré: Brandt > Ferrante"]);
    check("<Brandt> a été reçu par <Ferrante>.", &["^reçu: Brandt; par Ferrante"]);
    check("<Brandt> doit se rendre à [Oslo].", &["+rendre: Brandt; à Oslo"]);
    check("<Brandt> se rendrait à [Oslo].", &["+rendrait: Brandt; à Oslo"]);
    check("<Brandt> pourrait rencontrer <Ferrante>.", &["?rencontrer: Brandt > Ferrante"]);
}

#[test]
fn french_nouns_and_participles_are_told_apart() {
    let check = |marked, expected: &[&str]| check_in("fr", marked, expected);
    check("La rencontre de [Rome] a été annulée.", &["^annulée: La rencontre; de Rome"]);
    check(
        "<Brandt> a rencontré, {lundi}, à [Oslo], <Ferrante>.",
        &["rencontré: Brandt > Ferrante; à Oslo; lundi"],
    );
    check(
        "<Brandt> a visité le siège et rencontré <Ferrante>.",
        &["visité: Brandt > le siège", "rencontré: Brandt > Ferrante"],
    );
    check(
        "Les pourparlers prévus à [Rome] ont été annulés.",
        &["^prévus: Les pourparlers; à Rome", "^annulés: Les pourparlers"],
    );
}
