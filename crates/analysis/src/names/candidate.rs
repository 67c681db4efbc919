//! What the finders propose, and which of it stands.
//!
//! Finders look for one kind each and know nothing of each other; here the stronger and
//! then the longer proposal wins. A name may stand inside a longer one of another kind
//! ("Hà Nội Convention"); names never cross.

use entente_model::EntityKind;

/// A proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Candidate {
    pub(crate) kind: EntityKind,
    /// The first token, and the one after the last.
    pub(crate) from: usize,
    pub(crate) to: usize,
    /// From 1, a guess, to 9, a name that a list knows.
    pub(crate) weight: u8,
    /// What the lists say that it is.
    pub(crate) known: Option<Known>,
    /// Of a person, the words that tell an office: the first token, and the one after the last.
    pub(crate) role: Option<(usize, usize)>,
    /// The same, of a second office that stands behind the name.
    pub(crate) role_behind: Option<(usize, usize)>,
}

/// An entry of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Known {
    /// A place of the gazetteer.
    Place(i32),
    /// A line of a lexicon, by its number.
    Line(i32),
}

impl Known {
    /// What tells it from all others, for a kind of name.
    pub(crate) fn key(self, kind: EntityKind) -> String {
        let (list, number) = match self {
            Self::Place(number) => ("place", number),
            Self::Line(number) => ("line", number),
        };
        [kind.as_str(), list, &number.to_string()].join(" ")
    }
}

impl Candidate {
    pub(crate) const fn new(kind: EntityKind, from: usize, to: usize, weight: u8) -> Self {
        Self { kind, from, to, weight, known: None, role: None, role_behind: None }
    }

    pub(crate) const fn known(mut self, known: Known) -> Self {
        self.known = Some(known);
        self
    }

    pub(crate) const fn role(mut self, role: Option<(usize, usize)>) -> Self {
        self.role = role;
        self
    }

    pub(crate) const fn role_behind(mut self, role: Option<(usize, usize)>) -> Self {
        self.role_behind = role;
        self
    }

    /// Whether another of the kind is a part of it.
    pub(crate) fn holds(&self, other: &Self) -> bool {
        let around = self.from <= other.from && other.to <= self.to;
        self.kind == other.kind
            && self.weight >= 5
            && around
            && self.to - self.from > other.to - other.from
    }

    const fn crosses(&self, other: &Self) -> bool {
        self.from < other.to && other.from < self.to
    }

    /// Whether it may stand inside an accepted one, or around it.
    fn nests(&self, other: &Self) -> bool {
        let (inner, outer) =
            if self.to - self.from < other.to - other.from { (self, other) } else { (other, self) };
        let inside = outer.from <= inner.from && inner.to <= outer.to;
        let shorter = inner.to - inner.from < outer.to - outer.from;
        let kinds = match (outer.kind, inner.kind) {
            // The short form of an agreement begins where the long one does.
            (EntityKind::Agreement, EntityKind::Agreement) => {
                inner.from == outer.from && outer.known.is_none()
            }
            (EntityKind::Event, EntityKind::Event) => inner.known.is_some(),
            (
                EntityKind::Agreement | EntityKind::Event | EntityKind::Organisation,
                EntityKind::Place,
            ) => true,
            (EntityKind::Agreement | EntityKind::Event, _) => {
                inner.known.is_some() || inner.to < outer.to && inner.from > outer.from
            }
            (EntityKind::Organisation, EntityKind::Organisation) => {
                inner.known.is_some() && outer.known.is_none()
            }
            _ => false,
        };
        inside && shorter && kinds && inner.weight >= 5
    }
}

/// Those that stand, by place, longer first.
pub(crate) fn choose(mut all: Vec<Candidate>) -> Vec<Candidate> {
    all.sort_by(|a, b| {
        let rank = |c: &Candidate| (c.weight, c.to - c.from);
        rank(b).cmp(&rank(a)).then(a.from.cmp(&b.from)).then(a.kind.cmp(&b.kind))
    });
    let mut taken: Vec<Candidate> = Vec::new();
    let end = all.iter().map(|candidate| candidate.to).max().unwrap_or(0);
    let mut covered: Vec<Vec<usize>> = vec![Vec::new(); end];
    for candidate in all {
        let near = || covered[candidate.from..candidate.to].iter().flatten();
        let stands = near().all(|&n| {
            let other = &taken[n];
            !candidate.crosses(other)
                || (candidate.nests(other)
                    && (candidate.from, candidate.to) != (other.from, other.to))
        });
        if stands && candidate.from < candidate.to {
            for token in &mut covered[candidate.from..candidate.to] {
                token.push(taken.len());
            }
            taken.push(candidate);
        }
    }
    taken.sort_by(|a, b| a.from.cmp(&b.from).then(b.to.cmp(&a.to)));
    // "Viet Nam-France Strategic Partnership" says whose it is and names no place.
    let mut owned = 0..0;
    taken.retain(|name| {
        let whose = name.kind == EntityKind::Place
            && owned.contains(&name.from)
            && name.from == owned.start;
        if matches!(name.kind, EntityKind::Agreement | EntityKind::Event) && name.from >= owned.end
        {
            owned = name.from..name.to;
        }
        !whose
    });
    taken
}
