//! The entities of a corpus, from those of its reports.
//!
//! What two reports name is one thing where both names tell enough to be sure of it
//! ([`NameEntity::key`]) or an authority record has both; else it stays two. The id of a
//! record is the publisher's; others are made of the names, so that addresses can be read,
//! and where two names give one id the kind is added, then a number.

use crate::analysed::span;
use crate::authority::Reviewed;
use crate::fault::Fault;
use crate::issue::Issue;
use crate::slug::slug;
use entente_analysis::{DateEntity, NameEntity};
use entente_archive::{Entity, Packed, Passage, Record};
use entente_model::EntityKind;
use std::collections::{BTreeMap, BTreeSet};

/// Entities as they are gathered, report by report.
#[derive(Debug)]
pub(crate) struct Entities<'r> {
    by_key: BTreeMap<String, (usize, Gathered)>,
    reviewed: &'r [Reviewed],
    /// For each report for each of its names which entity it was to be, counted from 0 as
    /// they came.
    names: Vec<Vec<usize>>,
}

/// An entity while its mentions are still gathered.
#[derive(Debug)]
struct Gathered {
    entity: Entity<'static>,
    mentions: Vec<Passage>,
    roles: Vec<Passage>,
    /// In how many reports each country is told of it.
    countries: BTreeMap<String, usize>,
}

impl Gathered {
    /// The country that most reports tell; empty where as many tell another.
    fn country(&self) -> String {
        let most = self.countries.values().copied().max().unwrap_or(0);
        let mut of_most = self.countries.iter().filter(|(_, count)| **count == most);
        match (of_most.next(), of_most.next()) {
            (Some((country, _)), None) => country.clone(),
            _ => String::new(),
        }
    }
}

/// Which entity each name of each report is.
#[derive(Debug, Default)]
pub(crate) struct Numbers(Vec<Vec<u32>>);

impl Numbers {
    /// The number of the entity that a name of a report is.
    ///
    /// # Panics
    /// If there is no such report or name.
    pub(crate) fn entity(&self, document: u32, name: u32) -> u32 {
        self.0[document as usize][name as usize]
    }
}

impl<'r> Entities<'r> {
    /// None yet. Records are known by their place in the list.
    pub(crate) fn new(reviewed: &'r [Reviewed]) -> Self {
        Self { by_key: BTreeMap::new(), reviewed, names: Vec::new() }
    }

    /// A warning for each record that no report mentions.
    pub(crate) fn unmentioned(&self) -> impl Iterator<Item = Issue> {
        let mentioned = |(number, _): &(usize, _)| !self.by_key.contains_key(&record_key(*number));
        self.reviewed.iter().enumerate().filter(mentioned).map(|(_, found)| Issue {
            file: found.path.clone(),
            place: found.place,
            fault: Fault::Unmentioned { id: found.record.id.clone() },
        })
    }

    /// Adds the dates of a report. Those that were not resolved are no entities: the same
    /// words mean another day in the next report.
    pub(crate) fn add_dates(&mut self, document: u32, dates: Vec<DateEntity>) {
        for date in dates {
            let Some(period) = date.period else { continue };
            let name = period.to_string();
            let key = format!("date {name}");
            self.add(document, key, EntityKind::Date, &name, &date.mentions);
        }
    }

    /// Adds the names of a report; reports come in the order of their numbers.
    pub(crate) fn add_names(&mut self, document: u32, names: Vec<NameEntity>) {
        let mut numbers = Vec::with_capacity(names.len());
        for (number, found) in names.into_iter().enumerate() {
            let alone = || format!("{document} {number}");
            let record = found.record.and_then(|number| Some((number, self.reviewed.get(number)?)));
            let key = record.map(|(number, _)| record_key(number)).or(found.key);
            let key = key.unwrap_or_else(alone);
            let (came, gathered) =
                self.add(document, key, found.kind, &found.name, &found.mentions);
            numbers.push(came);
            if let Some((_, reviewed)) = record {
                gathered.entity.id = reviewed.record.id.clone().into();
                gathered.entity.record = Some(archived(reviewed));
            }
            if !found.country.is_empty() {
                *gathered.countries.entry(found.country).or_default() += 1;
            }
            let passage = |&role: &_| Passage { document, span: span(role) };
            gathered.roles.extend(found.roles.iter().map(passage));
        }
        self.names.push(numbers);
    }

    /// Adds what others are a part of, though no report may name it: "the dialogue", of which
    /// only the sessions are told.
    pub(crate) fn add_wholes(&mut self) {
        let reviewed = self.reviewed;
        let ids = reviewed.iter().enumerate().rev();
        let ids: BTreeMap<&str, usize> =
            ids.map(|(number, one)| (one.record.id.as_str(), number)).collect();
        // What is added may itself be a part; the list of those to look at grows meanwhile.
        let mut parts: Vec<&Reviewed> = reviewed
            .iter()
            .enumerate()
            .filter(|(number, _)| self.by_key.contains_key(&record_key(*number)))
            .map(|(_, part)| part)
            .collect();
        while let Some(part) = parts.pop() {
            let Some(&number) = ids.get(part.part_of.as_str()) else { continue };
            let (whole, key) = (&reviewed[number], record_key(number));
            if self.by_key.contains_key(&key) {
                continue;
            }
            let (_, gathered) = self.add(0, key, whole.record.kind, &whole.record.name, &[]);
            gathered.entity.id = whole.record.id.clone().into();
            gathered.entity.record = Some(archived(whole));
            parts.push(whole);
        }
    }

    fn add(
        &mut self,
        document: u32,
        key: String,
        kind: EntityKind,
        name: &str,
        mentions: &[entente_analysis::Span],
    ) -> (usize, &mut Gathered) {
        let next = self.by_key.len();
        let (came, gathered) = self.by_key.entry(key).or_insert_with(|| {
            let entity = Entity {
                id: "".into(),
                name: "".into(),
                kind,
                country: "".into(),
                country_worked_out: false,
                mentions: Packed::default(),
                roles: Packed::default(),
                record: None,
            };
            let (mentions, roles, countries) = <_>::default();
            (next, Gathered { entity, mentions, roles, countries })
        });
        if worth(name) > worth(&gathered.entity.name) {
            gathered.entity.name = name.to_owned().into();
        }
        let passage = |&place: &_| Passage { document, span: span(place) };
        gathered.mentions.extend(mentions.iter().map(passage));
        (*came, gathered)
    }

    /// All of them in the order of their ids, which names they are, and the numbers of those of
    /// whom as many reports tell one country as another.
    pub(crate) fn finish(self) -> (Vec<Entity<'static>>, Numbers, BTreeSet<u32>) {
        let is_disputed =
            |gathered: &Gathered| gathered.country().is_empty() && !gathered.countries.is_empty();
        let disputed = self.by_key.values().filter(|(_, gathered)| is_disputed(gathered));
        let disputed: Vec<usize> = disputed.map(|(came, _)| *came).collect();
        let ids = self
            .reviewed
            .iter()
            .flat_map(|found| std::iter::once(&found.record.id).chain(&found.former).cloned());
        let mut taken: BTreeSet<String> = ids.collect();
        let packed = |(came, mut gathered): (usize, Gathered)| {
            gathered.mentions.sort_unstable();
            gathered.roles.sort_unstable();
            let country = gathered.country().into();
            let (mentions, roles) = (gathered.mentions.into(), gathered.roles.into());
            (came, Entity { country, mentions, roles, ..gathered.entity })
        };
        let mut entities: Vec<(usize, Entity)> = self.by_key.into_values().map(packed).collect();
        entities.sort_by(|(_, a), (_, b)| a.kind.cmp(&b.kind).then(a.name.cmp(&b.name)));
        for (_, entity) in &mut entities {
            if !entity.id.is_empty() {
                continue;
            }
            let plain = match entity.kind {
                EntityKind::Date => entity.name.to_string(),
                _ => slug(&entity.name),
            };
            let with_kind = || [&plain, "-", entity.kind.as_str()].concat();
            let numbered = (2..).map(|n| format!("{plain}-{n}"));
            let ids = std::iter::once(plain.clone()).chain([with_kind()]).chain(numbered);
            let free = ids.into_iter().find(|id| !id.is_empty() && !taken.contains(id));
            let id = free.unwrap_or_default();
            taken.insert(id.clone());
            entity.id = id.into();
        }
        entities.sort_by(|(_, a), (_, b)| a.id.cmp(&b.id));
        let mut numbers = vec![0; entities.len()];
        for (number, (came, _)) in entities.iter().enumerate() {
            numbers[*came] = number as u32;
        }
        let of = |names: Vec<usize>| names.into_iter().map(|came| numbers[came]).collect();
        let names = Numbers(self.names.into_iter().map(of).collect());
        let disputed = disputed.into_iter().map(|came| numbers[came]).collect();
        (entities.into_iter().map(|(_, entity)| entity).collect(), names, disputed)
    }
}

/// By this the mentions of a record are gathered.
fn record_key(number: usize) -> String {
    format!("record {number}")
}

/// A record as the archive holds it.
fn archived(reviewed: &Reviewed) -> Box<Record<'static>> {
    Box::new(Record {
        names: reviewed.names.clone(),
        wikidata: reviewed.wikidata.clone().into(),
        coordinates: reviewed.coordinates,
        part_of: reviewed.part_of.clone().into(),
        former: reviewed.former.clone(),
        offices: reviewed.offices.clone(),
    })
}

/// The fullest name is the best: more words, then letters with their diacritics, then not
/// in capitals throughout.
fn worth(name: &str) -> (usize, bool, bool) {
    let small = name.chars().any(char::is_lowercase);
    (name.split_whitespace().count(), !name.is_ascii(), small)
}
