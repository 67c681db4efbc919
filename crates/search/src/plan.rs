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

use crate::names::Names;
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
    /// Of a field: the numbers of the entities that have such a name, in their order. A
    /// document must name one of them, whatever words it uses.
    pub entities: Option<Vec<usize>>,
    /// Documents must not have it.
    pub excluded: bool,
}

/// What the query asks for: every leaf must hold.
pub fn plan(query: &Query, archive: &Archive<'_>, names: &Names<'_>) -> Vec<Leaf> {
    let mut leaves: Vec<Leaf> = Vec::new();
    let mut clauses = query.clauses.iter().peekable();
    while let Some(clause) = clauses.next() {
        let mut leaf = Leaf {
            typed: clause.typed.clone(),
            groups: vec![alternatives(clause, archive)],
            solid: Vec::new(),
            entities: None,
            excluded: clause.excluded,
        };
        if let Some(field) = clause.field {
            let mark = if clause.quoted { "\"" } else { "" };
            leaf.typed = [field.name(), ":", mark, &clause.typed, mark].concat();
            let sequences = leaf.groups.drain(..).flatten().collect::<Vec<_>>();
            leaf.entities = Some(names.like(field, &sequences));
        } else if let Some(next) = clauses.peek()
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

/// The ways in which a clause may stand in a text: as typed, then others.
fn alternatives(clause: &Clause, archive: &Archive<'_>) -> Vec<Sequence> {
    let last = clause.words.len() - 1;
    let prefix = |place: usize| if place == last { clause.prefix } else { Prefix::No };
    let words = |from: usize, to: usize| -> Vec<Word> {
        (from..to).map(|place| word(&clause.words[place], prefix(place), archive)).collect()
    };
    let typed = words(0, last + 1);
    let longer = typed[last].prefix;
    let mut all = vec![Sequence { words: typed, apart: false }];
    // Neighbours of a phrase written solid: "ha noi talks" as "hanoi talks".
    for second in 1..=last {
        let solid = [clause.words[second - 1].as_str(), &clause.words[second]].concat();
        if knows(archive, &solid, false) {
            let mut sequence = words(0, second - 1);
            sequence.push(Word { needles: vec![solid], prefix: false });
            sequence.append(&mut words(second + 1, last + 1));
            all.push(Sequence { words: sequence, apart: false });
        }
    }
    if last == 0 {
        let mut apart = Apart { archive, longer, parts: Vec::new(), found: &mut all };
        apart.search(&clause.words[0]);
    }
    all
}

fn word(text: &str, prefix: Prefix, archive: &Archive<'_>) -> Word {
    let mut needles = variants(text);
    needles.insert(0, text.to_owned());
    let prefix = match prefix {
        Prefix::No => false,
        Prefix::Asked => true,
        Prefix::Typing => !needles.iter().any(|needle| knows(archive, needle, false)),
    };
    Word { needles, prefix }
}

/// Two single words side by side, as one word of the dictionary.
fn joined(first: &Clause, second: &Clause, archive: &Archive<'_>) -> Option<Sequence> {
    let plain = |clause: &Clause| {
        clause.words.len() == 1 && !clause.excluded && !clause.quoted && clause.field.is_none()
    };
    if !plain(first) || !plain(second) || first.prefix == Prefix::Asked {
        return None;
    }
    let solid = [first.words[0].as_str(), &second.words[0]].concat();
    let prefix = second.prefix != Prefix::No;
    let known = knows(archive, &solid, prefix);
    known.then(|| Sequence { words: vec![Word { needles: vec![solid], prefix }], apart: false })
}

/// Whether the dictionary has a word, or for a prefix a word that begins so.
fn knows(archive: &Archive<'_>, text: &str, prefix: bool) -> bool {
    match prefix {
        true => archive.index.has_prefix(text),
        false => archive.index.contains(text),
    }
}

/// The search for ways to take a word apart into two to four words of the dictionary,
/// each of at least two letters.
struct Apart<'s, 't> {
    archive: &'s Archive<'s>,
    /// The last part may go on.
    longer: bool,
    /// Cut off so far.
    parts: Vec<&'t str>,
    found: &'s mut Vec<Sequence>,
}

impl<'t> Apart<'_, 't> {
    const MOST_PARTS: usize = 4;
    const MOST_FOUND: usize = 8;
    /// No word longer than this is taken apart, in bytes.
    const LONGEST: usize = 32;

    fn search(&mut self, rest: &'t str) {
        if rest.len() > Self::LONGEST || self.found.len() >= Self::MOST_FOUND {
            return;
        }
        if !self.parts.is_empty() && knows(self.archive, rest, self.longer) {
            let word = |text: &&str| Word { needles: vec![(*text).to_owned()], prefix: false };
            let mut words: Vec<Word> = self.parts.iter().map(word).collect();
            words.push(Word { needles: vec![rest.to_owned()], prefix: self.longer });
            self.found.push(Sequence { words, apart: true });
        }
        if self.parts.len() + 2 > Self::MOST_PARTS {
            return;
        }
        for (cut, _) in rest.char_indices().skip(2) {
            let (head, tail) = rest.split_at(cut);
            if tail.chars().nth(1).is_some() && knows(self.archive, head, false) {
                self.parts.push(head);
                self.search(tail);
                self.parts.pop();
            }
        }
    }
}
