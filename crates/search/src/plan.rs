//! From words typed to patterns in texts.
//!
//! Each clause becomes alternatives, all of which count as found:
//!
//! - **spellings**: `defense` also means `defence` (from the crate `text`);
//! - **prefixes**: `peacekeep*`, or a last word that is still being typed;
//! - **names solid or apart**: `hanoi` also means the name `Hà Nội`, `ha noi` also
//!   means `Hanoi`. A word is taken apart only into words of the dictionary, and the
//!   parts must be written as a name (each with a capital) or with a hyphen between
//!   them, so that `maybe` does not mean `may be`.

use crate::query::{Clause, Prefix, Query};
use entente_archive::Archive;
use entente_text::variants;

/// A word as it may stand in a folded text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Its spellings, the typed one first.
    pub needles: Vec<String>,
    /// Longer words count too.
    pub prefix: bool,
}

/// Words one behind the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sequence {
    /// In order; never empty.
    pub words: Vec<Word>,
    /// Was one word of the query: counts only where it is written as a name or with
    /// hyphens.
    pub apart: bool,
}

/// What a clause of the query asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leaf {
    /// As typed.
    pub typed: String,
    /// Any of these is a hit. More than one group: a document must have one of each
    /// group, as in `ha noi`, or one of the alternatives in [`Leaf::solid`].
    pub groups: Vec<Vec<Sequence>>,
    /// Stands for all groups at once: `hanoi` for `ha noi`.
    pub solid: Vec<Sequence>,
    /// Documents must not have it.
    pub excluded: bool,
}

/// What the query asks for: every leaf must hold.
pub fn plan(query: &Query, archive: &Archive<'_>) -> Vec<Leaf> {
    let mut leaves: Vec<Leaf> = Vec::new();
    let mut clauses = query.clauses.iter().peekable();
    while let Some(clause) = clauses.next() {
        let mut leaf = Leaf {
            typed: clause.typed.clone(),
            groups: vec![alternatives(clause, archive)],
            solid: Vec::new(),
            excluded: clause.excluded,
        };
        if let Some(next) = clauses.peek()
            && let Some(solid) = joined(clause, next, archive)
        {
            leaf.typed = [&clause.typed, " ", &next.typed].concat();
            leaf.groups.push(alternatives(next, archive));
            leaf.solid.push(solid);
            clauses.next();
        }
        leaves.push(leaf);
    }
    leaves
}

/// The ways in which a clause may stand in a text.
fn alternatives(clause: &Clause, archive: &Archive<'_>) -> Vec<Sequence> {
    let words: Vec<Word> = (clause.words.iter().enumerate())
        .map(|(place, text)| {
            let last = place + 1 == clause.words.len();
            word(text, if last { clause.prefix } else { Prefix::No }, archive)
        })
        .collect();
    let mut all = Vec::new();
    if let [text] = &clause.words[..] {
        all.extend(apart(text, words[0].prefix, archive));
    } else {
        // Neighbours of a phrase written solid: "ha noi talks" as "hanoi talks".
        for at in 1..words.len() {
            let solid = [clause.words[at - 1].as_str(), &clause.words[at]].concat();
            if archive.dictionary().get(&solid).is_some() {
                let mut words = words.clone();
                words.splice(at - 1..=at, [Word { needles: vec![solid], prefix: false }]);
                all.push(Sequence { words, apart: false });
            }
        }
    }
    all.insert(0, Sequence { words, apart: false });
    all
}

fn word(text: &str, prefix: Prefix, archive: &Archive<'_>) -> Word {
    let mut needles = vec![text.to_owned()];
    needles.extend(variants(text));
    let known = |needle: &String| archive.dictionary().get(needle).is_some();
    let prefix = match prefix {
        Prefix::No => false,
        Prefix::Asked => true,
        Prefix::Typing => !needles.iter().any(known),
    };
    Word { needles, prefix }
}

/// Two single words side by side, as one word of the dictionary.
fn joined(first: &Clause, second: &Clause, archive: &Archive<'_>) -> Option<Sequence> {
    let plain = |clause: &Clause| clause.words.len() == 1 && !clause.excluded && !clause.quoted;
    if !plain(first) || !plain(second) || first.prefix == Prefix::Asked {
        return None;
    }
    let solid = [first.words[0].as_str(), &second.words[0]].concat();
    let prefix = second.prefix != Prefix::No;
    let known = match prefix {
        true => archive.dictionary().with_prefix(&solid).next().is_some(),
        false => archive.dictionary().get(&solid).is_some(),
    };
    let words = vec![Word { needles: vec![solid], prefix }];
    known.then_some(Sequence { words, apart: false })
}

/// The ways to take a word apart into two to four words of the dictionary of at least
/// two letters each.
fn apart(text: &str, prefix: bool, archive: &Archive<'_>) -> Vec<Sequence> {
    const MOST_PARTS: usize = 4;
    const MOST_WAYS: usize = 8;
    const LONGEST: usize = 32;
    fn search<'t>(
        rest: &'t str,
        known: &dyn Fn(&str, bool) -> bool,
        parts: &mut Vec<&'t str>,
        ways: &mut Vec<Vec<&'t str>>,
    ) {
        if ways.len() == MOST_WAYS {
            return;
        }
        if !parts.is_empty() && known(rest, true) {
            let mut way = parts.clone();
            way.push(rest);
            ways.push(way);
        }
        if parts.len() + 2 > MOST_PARTS {
            return;
        }
        for (cut, _) in rest.char_indices().skip(2) {
            let (head, tail) = rest.split_at(cut);
            if tail.chars().nth(1).is_some() && known(head, false) {
                parts.push(head);
                search(tail, known, parts, ways);
                parts.pop();
            }
        }
    }
    if text.len() > LONGEST {
        return Vec::new();
    }
    let dictionary = archive.dictionary();
    let known = |part: &str, last: bool| match last && prefix {
        true => dictionary.with_prefix(part).next().is_some(),
        false => dictionary.get(part).is_some(),
    };
    let mut ways = Vec::new();
    search(text, &known, &mut Vec::new(), &mut ways);
    let sequence = |way: Vec<&str>| {
        let last = way.len() - 1;
        let word = |(place, part): (usize, &&str)| Word {
            needles: vec![(*part).to_owned()],
            prefix: prefix && place == last,
        };
        Sequence { words: way.iter().enumerate().map(word).collect(), apart: true }
    };
    ways.into_iter().map(sequence).collect()
}
