//! How meetings that were found are counted against careful annotations.
//!
//! The definitions: pairs are matched one to one, the likest first. A pair may match if
//! somebody takes part in both or, where nobody is annotated, if date and place agree.
//! Optional annotations count neither way. Of the matched: the *date* is right if it is as
//! exact as the annotation or more, or overlaps where one is a range; the *place* if it names
//! the annotated place, or the country where no place is annotated or none was found; *people*
//! is the F1 of those who took part, but for others who may be named; *full* is found with date, place and people all right.

use super::{contains, folded};
use entente_analysis::{Meeting, NameEntity, country_name, is_country};
use entente_calendar::Period;
use serde_json::Value;
use std::collections::BTreeMap;

/// All names of somebody, folded.
type Names = Vec<String>;

/// A meeting as annotated, or as found.
#[derive(Clone, Debug, Default)]
pub(crate) struct Told {
    /// One of these.
    pub(crate) kinds: Vec<String>,
    pub(crate) status: String,
    pub(crate) date: Option<Period>,
    /// The place as the text names it and what a reader would add.
    pub(crate) places: Vec<String>,
    /// In English.
    pub(crate) country: String,
    pub(crate) people: Vec<Names>,
    /// Others who may be named; they count neither way.
    pub(crate) others: Names,
    /// Counts neither way.
    pub(crate) optional: bool,
    /// The date cannot be known from the text alone.
    pub(crate) undatable: bool,
    /// May rightly be given as several meetings.
    pub(crate) divisible: bool,
}

/// Counts of meetings: right, of so many.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Tally {
    given: usize,
    wanted: usize,
    matched: usize,
    dates: [usize; 2],
    places: usize,
    people: [usize; 3],
    kinds: usize,
    statuses: usize,
    full: usize,
}

impl Tally {
    /// In percent: F1 of the meetings; of the matched date, place, people, kind and status;
    /// full of all wanted.
    pub(crate) fn figures(&self) -> [usize; 7] {
        let share = |right: usize, of: usize| 100 * right / of.max(1);
        let [right, given, wanted] = self.people;
        [
            share(2 * self.matched, self.given + self.wanted),
            share(self.dates[0], self.dates[1]),
            share(self.places, self.matched),
            share(2 * right, given + wanted),
            share(self.kinds, self.matched),
            share(self.statuses, self.matched),
            share(self.full, self.wanted),
        ]
    }

    /// The figures are no lower than these.
    #[track_caller]
    pub(crate) fn holds(&self, floors: [usize; 7]) {
        let figures = self.figures();
        println!("meetings, date, place, people, kind, status, full: {figures:?}");
        assert!(figures.iter().zip(floors).all(|(figure, floor)| *figure >= floor), "{figures:?}");
    }

    /// Counts what was found in one text, and tells what is not right.
    pub(crate) fn count(&mut self, wanted: &[Told], given: &[Told]) -> Vec<String> {
        let given = &undivided(wanted, given)[..];
        let mut pairs: Vec<(usize, usize, usize)> = Vec::new();
        for (w, want) in wanted.iter().enumerate() {
            for (g, give) in given.iter().enumerate() {
                pairs.extend(likeness(want, give).map(|like| (like, w, g)));
            }
        }
        pairs.sort_by_key(|&(like, w, g)| (std::cmp::Reverse(like), w, g));
        let (mut of_wanted, mut of_given) = (BTreeMap::new(), BTreeMap::new());
        for (_, w, g) in pairs {
            if !of_wanted.contains_key(&w) && !of_given.contains_key(&g) {
                of_wanted.insert(w, g);
                of_given.insert(g, w);
            }
        }
        let mut wrong = Vec::new();
        for (w, want) in wanted.iter().enumerate().filter(|(_, want)| !want.optional) {
            self.wanted += 1;
            match of_wanted.get(&w) {
                Some(&g) => wrong.extend(self.matched(want, &given[g])),
                None => wrong.push(format!("missing {}", want.line())),
            }
        }
        for (g, give) in given.iter().enumerate() {
            let spare = of_given.get(&g).is_some_and(|&w| wanted[w].optional);
            self.given += usize::from(!spare);
            if !of_given.contains_key(&g) {
                wrong.push(format!("extra   {}", give.line()));
            }
        }
        wrong
    }

    fn matched(&mut self, want: &Told, give: &Told) -> Option<String> {
        let (date, place) = (same_date(want.date, give.date), same_place(want, give));
        let (right, all) = (shared(want, give), want.people.len());
        let given = give.people.len() - spared(want, give);
        let crowd = all == 0 || right == all && right == given;
        self.matched += 1;
        if !want.undatable {
            self.dates[0] += usize::from(date);
            self.dates[1] += 1;
        }
        self.places += usize::from(place);
        if all > 0 {
            self.people[0] += right;
            self.people[1] += given;
            self.people[2] += all;
        }
        let kind = want.kinds.contains(&give.kinds[0]);
        self.kinds += usize::from(kind);
        self.statuses += usize::from(want.status == give.status);
        let full = (date || want.undatable) && place && crowd;
        self.full += usize::from(full);
        let right = full && want.status == give.status;
        (!right).then(|| format!("want    {}\n   give {}", want.line(), give.line()))
    }
}

/// What was found, with parts of what may be given as several meetings put together.
fn undivided(wanted: &[Told], given: &[Told]) -> Vec<Told> {
    let mut all = given.to_vec();
    for want in wanted.iter().filter(|want| want.divisible) {
        let part = |give: &Told| {
            give.status == want.status
                && give.people.len() > 1
                && want.kinds.contains(&give.kinds[0])
                && shared(want, give) == give.people.len()
        };
        let mut parts: Vec<Told> = all.iter().filter(|give| part(give)).cloned().collect();
        if let Some(mut whole) = parts.pop().filter(|_| !parts.is_empty()) {
            for person in parts.into_iter().flat_map(|part| part.people) {
                if !whole.people.contains(&person) {
                    whole.people.push(person);
                }
            }
            all.retain(|give| !part(give));
            all.push(whole);
        }
    }
    all
}

impl Told {
    /// For people.
    fn line(&self) -> String {
        let people: Vec<&str> = self.people.iter().map(|names| names[0].as_str()).collect();
        let date = self.date.map_or("-".to_owned(), |date| date.to_string());
        let (kinds, places) = (self.kinds.join("/"), self.places.join("|"));
        format!("{kinds} {} {date}; {places}, {}; {}", self.status, self.country, people.join(", "))
    }

    /// One that was found.
    pub(crate) fn found(meeting: &Meeting, names: &[NameEntity], text: &str) -> Self {
        let place = meeting.place.as_ref();
        let person = |&number: &usize| {
            let name = &names[number];
            let mentions = name.mentions.iter().map(|span| folded(span.of(text)));
            std::iter::once(folded(&name.name)).chain(mentions).collect()
        };
        Self {
            kinds: vec![meeting.kind.as_str().to_owned()],
            status: meeting.status.as_str().to_owned(),
            date: meeting.period(),
            places: place
                .map(|place| place.words.clone())
                .into_iter()
                .filter(|w| !w.is_empty())
                .collect(),
            country: country_name(meeting.country()).unwrap_or_default().to_owned(),
            people: meeting.participants.iter().map(person).collect(),
            ..Self::default()
        }
    }

    /// One of a careful annotation as JSON.
    pub(crate) fn annotated(meeting: &Value, entities: &Value) -> Self {
        let text = |key: &str| meeting[key].as_str().unwrap_or_default().to_owned();
        let list = |value: &Value| {
            let all = value.as_array().into_iter().flatten();
            all.filter_map(Value::as_str).map(str::to_owned).collect::<Vec<_>>()
        };
        let person = |name: &String| {
            let known = entities.as_array().into_iter().flatten();
            let entity = known.into_iter().find(|entity| entity["canonical"] == name.as_str());
            let mentions = entity.map(|entity| list(&entity["mentions"])).unwrap_or_default();
            std::iter::once(name).chain(&mentions).map(|name| folded(name)).collect()
        };
        let places = [text("place"), text("place_inferred")];
        Self {
            kinds: vec![text("kind")],
            status: text("status").replace("past-reference", "mentioned"),
            date: meeting["date"].as_str().and_then(Period::parse),
            places: places.into_iter().filter(|place| !place.is_empty()).collect(),
            country: text("country"),
            people: list(&meeting["participants"]).iter().map(person).collect(),
            others: list(&meeting["participants_other"]).iter().map(|name| folded(name)).collect(),
            optional: meeting["optional"] == true,
            undatable: meeting["needs_outside_knowledge"] == true,
            divisible: meeting["split_ok"] == true,
        }
    }

    /// One of a marked passage: `kind/kind status date; place, COUNTRY; people …`.
    pub(crate) fn marked(line: &str) -> Self {
        let (optional, line) = match line.strip_prefix('?') {
            Some(line) => (true, line),
            None => (false, line),
        };
        let mut fields = line.split(';').map(str::trim);
        let mut head = fields.next().unwrap_or_default().split_whitespace();
        let place = fields.next().unwrap_or_default();
        let (place, code) = place.rsplit_once(',').unwrap_or((place, "-"));
        let people = fields.next().unwrap_or_default();
        let people = people.split(" #").next().unwrap_or_default();
        let told = |text: &str| {
            Some(text.trim().to_owned()).filter(|text| text != "-" && !text.is_empty())
        };
        let kinds: Vec<String> =
            head.next().unwrap_or_default().split('/').map(str::to_owned).collect();
        let status = head.next().unwrap_or_default().to_owned();
        let date = head.next().unwrap_or_default();
        let (code, known) = (code.trim(), ["held", "planned", "mentioned"]);
        assert!(known.contains(&status.as_str()), "{line}");
        assert!(date == "-" || Period::parse(date).is_some(), "{line}");
        assert!(code == "-" || is_country(code), "{line}");
        Self {
            kinds,
            status,
            date: Period::parse(date),
            places: told(place).into_iter().collect(),
            country: country_name(code).unwrap_or_default().to_owned(),
            people: people.split(',').filter_map(told).map(|name| vec![folded(&name)]).collect(),
            others: Vec::new(),
            optional,
            undatable: false,
            divisible: false,
        }
    }
}

/// How like two are; `None` where they cannot be one.
fn likeness(want: &Told, give: &Told) -> Option<usize> {
    let people = shared(want, give);
    let (date, place) = (same_date(want.date, give.date), same_place(want, give));
    let nobody = want.people.is_empty() && place && (date || want.undatable);
    let kind = want.kinds.contains(&give.kinds[0]);
    let score = 4 * people + 3 * usize::from(date) + usize::from(place) + usize::from(kind);
    (people > 0 || nobody).then_some(2 * score + usize::from(!want.optional))
}

fn shared(want: &Told, give: &Told) -> usize {
    let mut left: Vec<&Names> = give.people.iter().collect();
    let mut found = 0;
    for names in &want.people {
        let same = |other: &&Names| names.iter().any(|a| other.iter().any(|b| contains(a, b)));
        if let Some(at) = left.iter().position(same) {
            left.remove(at);
            found += 1;
        }
    }
    found
}

/// How many of those given are among the others.
fn spared(want: &Told, give: &Told) -> usize {
    let same =
        |names: &Names, other: &Names| names.iter().any(|a| other.iter().any(|b| contains(a, b)));
    let wanted = |names: &Names| want.people.iter().any(|other| same(names, other));
    let spare = |names: &&Names| !wanted(names) && same(names, &want.others);
    give.people.iter().filter(spare).count()
}

fn same_date(want: Option<Period>, give: Option<Period>) -> bool {
    match (want, give) {
        (Some(want), Some(give)) => match (want.single(), give.single()) {
            (Some(want), Some(give)) => give.to_string().starts_with(&want.to_string()),
            _ => want.overlaps(give),
        },
        (want, give) => want.is_none() && give.is_none(),
    }
}

fn same_place(want: &Told, give: &Told) -> bool {
    let parts = |places: &[String]| -> Names {
        let whole = places.iter().map(|place| folded(place));
        let parts = places.iter().flat_map(|place| place.split([',', '(', ')'])).map(folded);
        whole.chain(parts).filter(|part| !part.is_empty()).collect()
    };
    let land = |country: &str| Some(folded(country)).filter(|land| !land.is_empty());
    let mut wanted = parts(&want.places);
    let told = !wanted.is_empty();
    wanted.extend(land(&want.country));
    let mut given = parts(&give.places);
    if wanted.is_empty() {
        return given.is_empty();
    }
    if !told || given.is_empty() {
        given.extend(land(&give.country));
    }
    given.iter().any(|a| wanted.iter().any(|b| contains(a, b)))
}
