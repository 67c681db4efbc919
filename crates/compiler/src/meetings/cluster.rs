//! Which meetings of several reports are one.
//!
//! A wrong join is worse than a missed one. So the surest keys are looked at first:
//!
//! 1. the same session of the same mechanism, whatever the dates
//! 2. the same mechanism at the same date
//! 3. the same people at the same date, then only some of them: two for talks, meetings,
//!    dialogues and calls, one for others, and for a visit the country too
//! 4. ceremonies and the like of which nobody is named, in the same place at the same date
//! 5. all this with dates that overlap: a month covers its days, and what is planned for a visit has
//!    some days around those that are known. A vague date belongs to a
//!    meeting only where that is the sole one that fits
//!
//! Nothing is joined on dates alone. Whatever the keys, two meetings of one report stay two,
//! since the report knows best; so do two known sessions, and two known mechanisms. Where
//! keys of one strength contradict each other, those between which they waver stay out.
//!
//! All that have a key in common are found together, so the work is nearly linear: no two
//! meetings are compared because both are there. The order of the reports has no effect.

use super::Told;
use super::merge_key::{
    Days, Family, MergeKey, country, everybody, mechanism, names_nobody, places, session, somebody,
    somewhere,
};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

/// How long vague dates are, in days, that are joined one behind the other: a week, a month,
/// a year, longer.
const LENGTHS: [i32; 4] = [10, 31, 366, i32::MAX];

/// With as many meetings is a vague one compared by each key. Where there are more that
/// may be it, it is not known which it is.
const COMPARED: usize = 100;

/// The meetings in groups: each is one meeting, and each meeting is in one group.
pub(crate) fn groups(all: &[Told]) -> Vec<Vec<usize>> {
    let mut groups = Groups::new(all);
    groups.unite(&equal(all.iter().map(session)), Dates::Whatever);
    let surest_first: [fn(&Told) -> Vec<MergeKey>; 4] = [mechanism, everybody, somebody, somewhere];
    for keys in surest_first {
        let dated = |told: &Told| -> Vec<(Days, MergeKey)> {
            let Some(days) = Days::new(told) else { return Vec::new() };
            keys(told).into_iter().map(|key| (days, key)).collect()
        };
        groups.unite(&equal(all.iter().map(dated)), Dates::Meet);
    }
    let mut shorter = 0;
    for length in LENGTHS {
        groups.unite(&groups.sole_fits(shorter + 1..=length), Dates::Meet);
        shorter = length;
    }
    groups.members
}

/// Those with a key in common.
fn equal<S: Ord>(keys: impl Iterator<Item = Vec<S>>) -> Vec<Vec<usize>> {
    let mut by_key = BTreeMap::<S, Vec<usize>>::new();
    for (number, keys) in keys.enumerate() {
        for key in keys {
            by_key.entry(key).or_default().push(number);
        }
    }
    by_key.into_values().filter(|claimed| claimed.len() > 1).collect()
}

/// What the dates of meetings must be that are one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Dates {
    Whatever,
    /// They have a day in common.
    Meet,
}

/// Meetings found to be one so far.
struct Groups<'t> {
    all: &'t [Told],
    members: Vec<Vec<usize>>,
    /// The group of each meeting.
    of: Vec<usize>,
}

impl<'t> Groups<'t> {
    fn new(all: &'t [Told]) -> Self {
        let members = (0..all.len()).map(|number| vec![number]).collect();
        Self { all, members, of: (0..all.len()).collect() }
    }

    fn told(&self, group: usize) -> impl Iterator<Item = &'t Told> {
        self.members[group].iter().map(|&number| &self.all[number])
    }

    /// Makes one what is claimed to be one, but for those that contradict each other.
    fn unite(&mut self, claims: &[Vec<usize>], dates: Dates) {
        let mut out = BTreeSet::new();
        for part in self.parts(claims, &out) {
            out.extend(self.contradictions(&part, dates));
        }
        let parts = self.parts(claims, &out);
        let mut into: Vec<usize> = (0..self.members.len()).collect();
        for part in parts {
            for &group in &part {
                into[group] = part[0];
            }
        }
        let mut merged = BTreeMap::<usize, Vec<usize>>::new();
        for (group, members) in self.members.drain(..).enumerate() {
            merged.entry(into[group]).or_default().extend(members);
        }
        self.members = merged.into_values().collect();
        for (group, members) in self.members.iter().enumerate() {
            for &number in members {
                self.of[number] = group;
            }
        }
    }

    /// The groups that hang together by claims, without those that stay out.
    fn parts(&self, claims: &[Vec<usize>], out: &BTreeSet<usize>) -> Vec<Vec<usize>> {
        let mut root: Vec<usize> = (0..self.members.len()).collect();
        for claim in claims {
            let groups = claim.iter().map(|&number| self.of[number]);
            let mut groups = groups.filter(|group| !out.contains(group));
            let Some(first) = groups.next() else { continue };
            for group in groups {
                let (one, other) = (top(&mut root, first), top(&mut root, group));
                root[one.max(other)] = one.min(other);
            }
        }
        let mut parts = BTreeMap::<usize, Vec<usize>>::new();
        for group in 0..root.len() {
            parts.entry(top(&mut root, group)).or_default().push(group);
        }
        parts.into_values().filter(|part| part.len() > 1).collect()
    }

    /// Those of a part that cannot be one with another of it.
    fn contradictions(&self, part: &[usize], dates: Dates) -> Vec<usize> {
        let days = part.iter().filter_map(|&group| self.days(group));
        if dates == Dates::Meet && days.map(Some).reduce(meet) == Some(None) {
            return part.to_vec();
        }
        let known = |what: fn(&Told) -> Option<u32>| -> Vec<(u32, usize)> {
            let of = |&group| self.told(group).filter_map(what).map(move |value| (value, group));
            part.iter().flat_map(of).collect()
        };
        let mut out = Vec::new();
        let mechanisms = known(|told| told.mechanism);
        let sessions = known(|told| Some(told.session).filter(|&number| number > 0));
        for known in [mechanisms, sessions] {
            if known.iter().any(|(value, _)| *value != known[0].0) {
                out.extend(known.iter().map(|(_, group)| group));
            }
        }
        let mut documents = known(|told| Some(told.attestation.document));
        documents.sort_unstable();
        let twice = documents.chunk_by(|one, other| one.0 == other.0).filter(|same| same.len() > 1);
        out.extend(twice.flatten().map(|(_, group)| group));
        out
    }

    /// The days that the dates of a group have in common; `None` where it has no date, or
    /// its reports disagree.
    fn days(&self, group: usize) -> Option<Days> {
        let days = self.told(group).filter_map(Days::new);
        days.map(Some).reduce(meet).flatten()
    }

    /// Each group whose date is so long with the only one of a date no longer that fits.
    fn sole_fits(&self, lengths: RangeInclusive<i32>) -> Vec<Vec<usize>> {
        let mut by_key = ByKey::new();
        for group in 0..self.members.len() {
            let Some(days) = self.days(group) else { continue };
            for key in self.keys(group) {
                by_key.entry(key).or_default().push((days, group));
            }
        }
        for found in by_key.values_mut() {
            found.sort_unstable();
        }
        let vague = (0..self.members.len())
            .filter_map(|group| Some((group, self.days(group)?)))
            .filter(|(_, days)| lengths.contains(&days.length()));
        let claim = |(group, days): (usize, Days)| {
            let fit = self.sole_fit(group, days, &by_key)?;
            Some(vec![self.members[group][0], self.members[fit][0]])
        };
        vague.filter_map(claim).collect()
    }

    fn sole_fit(&self, group: usize, days: Days, by_key: &ByKey) -> Option<usize> {
        let mut sole = None;
        for key in self.keys(group) {
            let Some(found) = by_key.get(&key) else { continue };
            let earliest = days.first.saturating_sub(days.length());
            let from = found.partition_point(|(other, _)| other.first < earliest);
            let near = found[from..].iter().take_while(|(other, _)| other.first <= days.last);
            for (looked, &(other, fit)) in near.enumerate() {
                if looked == COMPARED {
                    return None;
                }
                let new = fit != group && sole != Some(fit);
                let within = other.length() <= days.length() && days.both(other).is_some();
                let exact = other.length() == 1 || other == days;
                if new && within && self.fits(&key, exact, group, fit) {
                    if sole.is_some() {
                        return None;
                    }
                    sole = Some(fit);
                }
            }
        }
        sole
    }

    /// All keys of a group.
    fn keys(&self, group: usize) -> BTreeSet<MergeKey> {
        let keys = |told| [mechanism(told), somebody(told), places(told)];
        self.told(group).flat_map(keys).flatten().collect()
    }

    /// Whether a group can be one with another that shares a key. `exact` says that the
    /// date of this other is a day, or the same.
    fn fits(&self, key: &MergeKey, exact: bool, group: usize, other: usize) -> bool {
        let by_key = match key {
            MergeKey::People(Family::Talks, _) => !self.apart(group, other, country),
            MergeKey::People(Family::Other(_), _) => exact,
            // Only who names nobody looks for a place, lest two with different people be
            // one by a third.
            MergeKey::Country(..) | MergeKey::Place(..) => {
                let same_country = matches!(key, MergeKey::Country(..));
                let city = |told: &'t Told| told.attestation.place.entity;
                exact
                    && self.told(group).all(names_nobody)
                    && !(same_country && self.apart(group, other, city))
            }
            _ => true,
        };
        by_key && self.contradictions(&[group, other], Dates::Meet).is_empty()
    }

    /// Whether both groups know something and agree on nothing.
    fn apart<K: Ord>(&self, one: usize, other: usize, what: fn(&'t Told) -> Option<K>) -> bool {
        let known: BTreeSet<K> = self.told(one).filter_map(what).collect();
        let others: BTreeSet<K> = self.told(other).filter_map(what).collect();
        !known.is_empty() && !others.is_empty() && known.is_disjoint(&others)
    }
}

/// Groups by their keys, in the order of their days.
type ByKey = BTreeMap<MergeKey, Vec<(Days, usize)>>;

/// The days of both, where they have any in common.
fn meet(one: Option<Days>, other: Option<Days>) -> Option<Days> {
    one?.both(other?)
}

/// The group into which a group goes.
fn top(root: &mut [usize], group: usize) -> usize {
    let mut at = group;
    while root[at] != at {
        root[at] = root[root[at]];
        at = root[at];
    }
    at
}
