//! What a sentence tells of one meeting.
//!
//! A verb has its people before and behind it, a noun has them behind "of", "by", "with" or
//! "between" or as its owner; a pronoun stands for whom the sentence named first, or for
//! those of the meeting told before. Date and place are those nearest to the verb or noun in
//! its sentence.

use super::{MeetingKind, Report};
use crate::lexicon::{Hit, Sense};
use crate::names::NameKind;
use crate::span::Span;

/// As many tokens may stand between a verb and a name: long titles.
const REACH: usize = 30;
/// Whom a pronoun stands for is looked for among as many meetings told before.
const COMPARED: usize = 100;

/// A sentence of more tokens is a list or a table. Each verb looks at all names of its
/// sentence, so this also keeps the work linear.
const LONGEST: usize = 500;

/// A name or date in the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spot {
    /// The first token, and the one after the last.
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) kind: SpotKind,
    /// The number of the name or of the date.
    pub(super) number: usize,
}

impl Spot {
    /// Whether it is a name of this kind.
    fn is(&self, kind: NameKind) -> bool {
        self.kind == SpotKind::Name(kind)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SpotKind {
    Name(NameKind),
    Date,
}

/// What a sentence tells of a meeting.
#[derive(Clone, Debug)]
pub(super) struct Told {
    pub(super) kind: MeetingKind,
    pub(super) sentence: Span,
    pub(super) people: Vec<usize>,
    /// The number of the date.
    pub(super) date: Option<usize>,
    /// The number of the place or body where it was.
    pub(super) place: Option<usize>,
    /// The number of a place behind it, which tells the country.
    pub(super) land: Option<usize>,
    pub(super) event: Option<usize>,
    pub(super) session: i32,
    pub(super) outcomes: Vec<usize>,
    /// The words say that it is to come.
    pub(super) future: bool,
    /// The words say that it was before.
    pub(super) past: bool,
}

/// The tokens of a sentence.
struct Sentence {
    from: usize,
    to: usize,
    span: Span,
}

/// All that is told, in order.
pub(super) fn find(report: &Report) -> Vec<Told> {
    let spots = spots(report);
    let mut told: Vec<Told> = Vec::new();
    for sentence in sentences(report) {
        let first = spots.partition_point(|spot| spot.from < sentence.from);
        let last = spots.partition_point(|spot| spot.from < sentence.to);
        let reader = Reader { report, sentence: &sentence, spots: &spots[first..last] };
        reader.read(&mut told);
    }
    told
}

fn spots(report: &Report) -> Vec<Spot> {
    let tokens = report.scene.tokens;
    let spot = |span: &Span, kind, number| Spot {
        from: tokens.from(span.start),
        to: tokens.from(span.end),
        kind,
        number,
    };
    let names = report.names.iter().enumerate().flat_map(|(number, name)| {
        let kind = SpotKind::Name(name.kind);
        name.mentions.iter().map(move |span| spot(span, kind, number))
    });
    let dates = report.dates.iter().enumerate().filter(|(_, date)| !date.in_teaser);
    let dates = dates.map(|(number, date)| spot(&date.span, SpotKind::Date, number));
    let mut all: Vec<Spot> = names.chain(dates).collect();
    all.sort_by_key(|spot| (spot.from, usize::MAX - spot.to));
    all
}

fn sentences(report: &Report) -> Vec<Sentence> {
    let tokens = report.scene.tokens;
    let mut all = Vec::new();
    for block in report.blocks.iter().filter(|block| !block.is_teaser() && !block.is_credit()) {
        for found in entente_text::sentences(block.body.of(tokens.text)) {
            let span =
                Span { start: block.body.start + found.start, end: block.body.start + found.end };
            let (from, to) = (tokens.from(span.start), tokens.from(span.end));
            if to - from <= LONGEST {
                all.push(Sentence { from, to, span });
            }
        }
    }
    all
}

struct Reader<'r> {
    report: &'r Report<'r>,
    sentence: &'r Sentence,
    spots: &'r [Spot],
}

impl Reader<'_> {
    fn read(&self, told: &mut Vec<Told>) {
        let scene = self.report.scene;
        let before = told.len();
        let mut i = self.sentence.from;
        while i < self.sentence.to {
            let inside = self.spots.iter().any(|spot| spot.from <= i && i < spot.to);
            if inside {
                i += 1;
            } else if let Some(hit) = scene.at(i, Sense::MeetVerb) {
                told.extend(self.verb(i, hit, told));
                i = hit.next;
            } else if let Some(hit) = scene.at(i, Sense::MeetNoun) {
                told.extend(self.noun(i, hit, told));
                i = hit.next;
            } else {
                i += 1;
            }
        }
        for &spot in self.spots {
            let named = told[before..].iter().any(|told| told.event == Some(spot.number));
            if spot.is(NameKind::Event) && !named {
                told.extend(self.event(spot));
            }
        }
    }

    fn told(&self, kind: MeetingKind, at: usize, next: usize) -> Told {
        Told {
            kind,
            sentence: self.sentence.span,
            people: Vec::new(),
            date: self.date(at),
            place: self.place(next),
            land: self.land(next),
            event: None,
            session: 0,
            outcomes: Vec::new(),
            future: self.within(at, 6, Sense::Future),
            past: self.within(at, 2, Sense::MeetBefore),
        }
    }

    /// "X held talks with Y", "X was received by Y", "X and Y co-chaired the dialogue".
    fn verb(&self, at: usize, hit: Hit, told: &[Told]) -> Option<Told> {
        if self.denied(at) {
            return None;
        }
        let mut found = self.told(MeetingKind::of(hit.value), at, hit.next);
        let before = self.subject(at, told);
        let behind = self.people_behind(hit.next);
        let event = self.event_behind(hit.next);
        found.people = union(before.clone(), &behind);
        match found.kind {
            MeetingKind::Dialogue | MeetingKind::Conference => {
                let event = event?;
                found.kind = self.kind(event).unwrap_or(found.kind);
                found.people = before;
                found = self.with_event(found, event);
            }
            MeetingKind::Visit => {
                found.people = before;
                found.place?;
            }
            MeetingKind::Signing => {
                found.people = before;
                found.outcomes = self.agreements_behind(hit.next);
                if found.outcomes.is_empty() {
                    return None;
                }
            }
            _ if behind.is_empty() && found.people.len() < 2 => return None,
            _ => {}
        }
        (!found.people.is_empty()).then_some(found)
    }

    /// "the visit of X to P", "X's visit to P", "talks between X and Y", "paid a visit to P".
    fn noun(&self, at: usize, hit: Hit, told: &[Told]) -> Option<Told> {
        let scene = self.report.scene;
        if self.denied(at) {
            return None;
        }
        let mut found = self.told(MeetingKind::of(hit.value), at, hit.next);
        let owner = self.spots.iter().rev().find(|spot| {
            spot.is(NameKind::Person)
                && spot.to <= at
                && scene.possessive(spot.to).is_some()
                && at - spot.to <= 6
        });
        let light = (self.sentence.from.max(at.saturating_sub(6))..at)
            .rev()
            .find(|&i| scene.is(i, Sense::MeetLight));
        let by = self.by(hit.next);
        let told_behind = scene.is(hit.next, Sense::Of)
            || scene.tokens.key(hit.next) == "for"
            || found.kind == MeetingKind::Visit;
        let near = hit.next..self.sentence.to.min(hit.next + 12);
        let with =
            || near.clone().find(|&i| scene.any(i, &[Sense::With, Sense::Between]).is_some());
        let behind = match by.or_else(with) {
            Some(from) => self.people_behind(from),
            None if told_behind => self.people_behind(hit.next),
            None => Vec::new(),
        };
        let mut people = match (owner, light) {
            (Some(owner), _) => vec![owner.number],
            _ if by.is_some() && !behind.is_empty() => Vec::new(),
            (None, Some(light)) => self.subject(light, told),
            _ => Vec::new(),
        };
        if found.kind != MeetingKind::Visit || people.is_empty() {
            people = union(people, &behind);
        }
        found.people = people;
        let ordinal = (self.sentence.from.max(at.saturating_sub(6))..at)
            .find_map(|i| scene.at(i, Sense::Ordinal).or_else(|| self.counted(i)));
        let took = near.clone().any(|i| scene.is(i, Sense::MeetTook));
        let in_a_row = ordinal.is_some() || self.within(at, 3, Sense::MeetBefore);
        if found.people.is_empty() && in_a_row && took && found.place.is_some() {
            found.session = ordinal.map_or(0, |hit| hit.value);
            return found.date.is_some().then_some(found);
        }
        let enough = match found.kind {
            MeetingKind::Visit => !found.people.is_empty() && found.place.is_some(),
            MeetingKind::Call => {
                if found.people.is_empty() {
                    found.people = self.people_behind(hit.next);
                }
                found.people.len() > 1
            }
            MeetingKind::Ceremony => {
                !found.people.is_empty() && (found.date.is_some() || found.place.is_some())
            }
            _ => found.people.len() > 1,
        };
        enough.then_some(found)
    }

    /// A dialogue, conference or exhibition by its name.
    fn event(&self, spot: Spot) -> Option<Told> {
        let found = self.with_event(self.told(self.kind(spot)?, spot.from, spot.to), spot);
        let dated = found.date.is_some() || self.year(spot);
        (dated || found.place.is_some()).then_some(found)
    }

    /// What a thing with a name is.
    fn kind(&self, event: Spot) -> Option<MeetingKind> {
        let words = (event.from..event.to).rev();
        let mut kinds = words.filter_map(|i| self.report.scene.at(i, Sense::MeetKind));
        kinds.next().map(|hit| MeetingKind::of(hit.value))
    }

    fn with_event(&self, mut told: Told, event: Spot) -> Told {
        let scene = self.report.scene;
        let ordinal = (event.from..event.to).find_map(|i| scene.at(i, Sense::Ordinal));
        let figures = || (event.from..event.to).find_map(|i| self.counted(i));
        told.session = ordinal.or_else(figures).map_or(0, |hit| hit.value);
        told.event = Some(event.number);
        if told.place.is_none() {
            told.place = self.place(event.to);
        }
        told
    }

    /// "15th", in figures.
    fn counted(&self, i: usize) -> Option<Hit> {
        let scene = self.report.scene;
        let value = i32::try_from(scene.tokens.number(i)?).ok()?;
        scene.is(i + 1, Sense::Suffix).then_some(Hit { value, next: i + 2 })
    }

    /// Whether the name of an event tells its year.
    fn year(&self, spot: Spot) -> bool {
        (spot.from..spot.to).any(|i| self.report.scene.tokens.figures(i) == 4)
    }

    /// Whether a form of a sense stands at most so many tokens before.
    fn within(&self, at: usize, most: usize, sense: Sense) -> bool {
        (self.sentence.from.max(at.saturating_sub(most))..at)
            .any(|i| self.report.scene.is(i, sense))
    }

    fn denied(&self, at: usize) -> bool {
        self.within(at, 4, Sense::MeetNot)
    }

    /// The people before a verb: the nearest and those named with them; for a pronoun those
    /// for whom it stands.
    fn subject(&self, at: usize, told: &[Told]) -> Vec<usize> {
        let scene = self.report.scene;
        let last = self
            .spots
            .iter()
            .rposition(|spot| spot.is(NameKind::Person) && spot.to <= at && at - spot.to <= REACH);
        let from = last.map_or(self.sentence.from, |last| self.spots[last].to);
        for i in (from..at).rev() {
            if scene.is(i, Sense::PronounMany) {
                let several = told.iter().rev().take(COMPARED).find(|told| told.people.len() > 1);
                return several.map(|told| told.people.clone()).unwrap_or_default();
            }
            if scene.is(i, Sense::Pronoun) && i + 3 >= at {
                let named =
                    self.spots.iter().find(|spot| spot.is(NameKind::Person) && spot.to <= i);
                let named = named.map(|spot| spot.number);
                let before = || told.last().and_then(|told| told.people.first().copied());
                return named.or_else(before).into_iter().collect();
            }
        }
        let Some(mut last) = last else { return Vec::new() };
        let mut people = vec![self.spots[last].number];
        while let Some(other) =
            self.spots[..last].iter().rposition(|spot| spot.is(NameKind::Person))
        {
            if !self.joined(self.spots[other].to, self.spots[last].from) {
                break;
            }
            people.insert(0, self.spots[other].number);
            last = other;
        }
        people
    }

    /// The people behind a place: the first within reach and those named with them.
    fn people_behind(&self, from: usize) -> Vec<usize> {
        let scene = self.report.scene;
        let mut people: Vec<usize> = Vec::new();
        let mut end = from;
        let persons =
            self.spots.iter().filter(|spot| spot.is(NameKind::Person) && spot.from >= from);
        for spot in persons {
            let near = if people.is_empty() {
                let breaks = [Sense::Relative, Sense::MeetVerb, Sense::PersonVerb];
                spot.from - end <= REACH
                    && (end..spot.from).all(|i| scene.any(i, &breaks).is_none() && !self.mark(i))
            } else {
                self.joined(end, spot.from)
            };
            if !near {
                break;
            }
            people.push(spot.number);
            end = spot.to;
        }
        people
    }

    /// A mark that parts clauses.
    fn mark(&self, i: usize) -> bool {
        self.report.scene.tokens.is_any(i, &[';', ':', '(', '"', '“', '”'])
    }

    /// Whether two people are named together: between them stand "and" or a comma, and titles.
    fn joined(&self, from: usize, to: usize) -> bool {
        let scene = self.report.scene;
        let breaks = [Sense::Relative, Sense::MeetVerb, Sense::PersonVerb, Sense::Future];
        let linked = (from..to).any(|i| scene.is(i, Sense::And));
        let comma = scene.tokens.is(from, ',');
        to >= from
            && to - from <= REACH
            && (linked || comma)
            && (from..to).all(|i| scene.any(i, &breaks).is_none() && !self.mark(i))
    }

    /// Past "by", where the maker of a visit is told.
    fn by(&self, from: usize) -> Option<usize> {
        let end = self.sentence.to.min(from + 12);
        (from..end).find(|&i| self.report.scene.tokens.key(i) == "by").map(|i| i + 1)
    }

    fn event_behind(&self, from: usize) -> Option<Spot> {
        let near = |spot: &&Spot| spot.from >= from && spot.from - from <= 12;
        let event = |spot: &&Spot| spot.is(NameKind::Event);
        self.spots.iter().filter(event).find(near).copied()
    }

    fn agreements_behind(&self, from: usize) -> Vec<usize> {
        let agreement = |spot: &&Spot| spot.is(NameKind::Agreement) && spot.from >= from;
        let mut all: Vec<usize> =
            self.spots.iter().filter(agreement).map(|spot| spot.number).collect();
        all.dedup();
        all
    }

    /// The date nearest to a token; those behind it are nearer by half.
    fn date(&self, at: usize) -> Option<usize> {
        let dates = self.spots.iter().filter(|spot| spot.kind == SpotKind::Date);
        let dates = dates.filter(|spot| !self.aside(at, spot.from));
        let distance = |spot: &&Spot| match spot.from >= at {
            true => (spot.from - at) / 2,
            false => at - spot.to.min(at),
        };
        dates.min_by_key(distance).map(|spot| spot.number)
    }

    /// Whether what stands behind a token belongs to a clause of its own: ", who is on a visit
    /// to China,".
    fn aside(&self, from: usize, at: usize) -> bool {
        let scene = self.report.scene;
        let clause = (from..at.max(from)).rev().find(|&i| scene.is(i, Sense::Relative));
        clause.is_some_and(|clause| {
            scene.tokens.is(clause.wrapping_sub(1), ',')
                && !(clause..at).any(|i| scene.tokens.is(i, ','))
        })
    }

    /// The first place behind a token that is in a country.
    fn land(&self, from: usize) -> Option<usize> {
        let country = |spot: &&Spot| {
            spot.from >= from
                && spot.is(NameKind::Place)
                && self.report.names.get(spot.number).is_some_and(|name| !name.country.is_empty())
        };
        let mut places = self.spots.iter().filter(country);
        places.find(|spot| !self.aside(from, spot.from)).map(|spot| spot.number)
    }

    /// The first place behind a token that a preposition of place leads to.
    fn place(&self, from: usize) -> Option<usize> {
        let scene = self.report.scene;
        let place = |spot: &&Spot| {
            let kind =
                matches!(spot.kind, SpotKind::Name(NameKind::Place | NameKind::Organisation));
            let leads = (1..=2).any(|back| {
                spot.from >= from + back
                    && (scene.is(spot.from - back, Sense::PlaceWhere)
                        || scene.is(spot.from - back, Sense::To))
            });
            kind && spot.from >= from
                && (leads || spot.from == from)
                && !self.aside(from, spot.from)
        };
        let places = || self.spots.iter().filter(place);
        let of_kind = |kind| places().find(|spot| spot.is(kind));
        of_kind(NameKind::Place).or_else(|| of_kind(NameKind::Organisation)).map(|s| s.number)
    }
}

fn union(mut first: Vec<usize>, second: &[usize]) -> Vec<usize> {
    for &number in second {
        if !first.contains(&number) {
            first.push(number);
        }
    }
    first
}
