//! The address is the state: a view of the page as the fragment of its address.
//!
//! `#/reports?q=peace&source=VNA&source=-Other&year=2023&from=2023&to=2024-06`,
//! `#/report/ID?q=…&text=source&name=ENTITY&meeting=ID&lang=vi`,
//! `#/report/ID?quote=…&before=…&after=…&position=1200`, `#/entities`, `#/entity/ID`,
//! `#/meetings?kind=talks&status=held&sort=-reports&by=series`, `#/meeting/ID`, `#/map?at=LONGITUDE,LATITUDE,ZOOM`,
//! `#/mechanisms`, `#/agreements`, `#/about`, `#/thread?sides=VN,FR&meeting=ID`,
//! `#/thread?sides=FR,*&order=newest&group=year`. One total parse, one
//! print: any text is some view, equal views print equal addresses, and what is printed parses to the
//! same view. Published addresses stand in `tests/addresses.txt`.
//! Keys that this release does not know are kept, shown to the reader and never taken
//! for something else, so that addresses of later releases lose nothing here.

mod map_frame;
mod mended;
mod rows;
mod sides;

pub use map_frame::MapFrame;
pub use rows::{Rows, Sort};
pub use sides::{ALL, Sides};

use crate::language::Language;
use entente_calendar::Date;
use entente_model::{Grain, Grouping, Status, TimeOrder};
use entente_search::facet::Choice;
use entente_search::{FacetKind, Filter};
use entente_text::Quote;
use form_urlencoded::{Serializer, byte_serialize, parse as parse_pairs};
use mended::{is_tracking, mended};

/// So many choices of facets are understood: each has a chip and an address of its own, so that
/// thousands would take seconds.
const MOST_CHOICES: usize = 100;

/// So many characters of a query are understood; browsers take seconds to show a field of much more.
pub const LONGEST_QUERY: usize = 1000;

/// What the page shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct View {
    /// Which part of the page.
    pub page: Page,
    /// The query as typed.
    pub query: String,
    /// Chosen facets and dates.
    pub filter: Filter,
    /// A report is shown as received, nothing cleaned.
    pub source_text: bool,
    /// The entity, by its id, whose mentions stand out in a report; behind a full stop the number
    /// of the mention that the report opens at, counted from 1.
    pub name: String,
    /// The meeting, by its id, whose sentences stand out in a report, which opens at the first; in
    /// the Thread the one whose evidence is open.
    pub meeting: String,
    /// The passage of a report that stands out in it and that it opens at; without words none.
    pub quote: Quote,
    /// The two countries of the Thread, as ISO 3166-1 alpha-2, left and right; `None` for those
    /// that met most.
    pub sides: Option<Sides>,
    /// Which way time runs: in the Thread, where `None` has the oldest first, in the table of
    /// meetings, where it has the newest first, and in the list of reports, where it has the best
    /// first.
    pub order: Option<TimeOrder>,
    /// What a rung of the Thread stands for; `None` for what has room.
    pub grain: Option<Grain>,
    /// How the table of meetings is laid out.
    pub rows: Rows,
    /// What the map shows; `None` for all that the view has.
    pub frame: Option<MapFrame>,
    /// The language of names; `None` for the reader's usual one.
    pub language: Option<Language>,
    /// Keys and values that this release does not know, in the order met.
    pub unknown: Vec<(String, String)>,
}

/// A part of the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Page {
    /// The meetings of two sides as a drawing; what opens without an address.
    #[default]
    Thread,
    /// The list of reports.
    Reports,
    /// A report by its id.
    Report(String),
    /// The list of all that the reports name.
    Entities,
    /// One of them, by its id.
    Entity(String),
    /// The table of meetings.
    Meetings,
    /// One of them, by its id.
    Meeting(String),
    /// The map of where they met.
    Map,
    /// The dialogues and their sessions.
    Mechanisms,
    /// The agreements and what became of them.
    Agreements,
    /// What this page is.
    About,
    /// A path that this release does not know, without the slash in front.
    Unknown(String),
}

impl View {
    /// The view that a fragment names, with or without `#`.
    pub fn parse(fragment: &str) -> Self {
        let fragment = mended(fragment.strip_prefix('#').unwrap_or(fragment));
        let (path, pairs) = fragment.split_once('?').unwrap_or((&fragment, ""));
        let page = match Page::parse(path) {
            // A search without a page is one for reports.
            Page::Thread if path.trim_matches('/').is_empty() && !pairs.is_empty() => Page::Reports,
            page => page,
        };
        let mut view = Self { page, ..Self::default() };
        for (key, value) in parse_pairs(pairs.as_bytes()) {
            let fits = if key == "q" && view.query.is_empty() { clipped(&value) } else { &value };
            let rest = &value[fits.len()..];
            let known = is_tracking(&key) || view.take(&key, fits);
            for part in [(!known).then_some(fits), Some(rest).filter(|rest| !rest.is_empty())] {
                let part = part.map(|part| (key.clone().into_owned(), part.to_owned()));
                view.unknown.extend(part);
            }
        }
        view
    }

    /// The fragment of the view, with `#`.
    pub fn print(&self) -> String {
        let mut pairs = Serializer::new(String::new());
        if !self.query.is_empty() {
            pairs.append_pair("q", &self.query);
        }
        for (key, value) in self.filter_pairs() {
            pairs.append_pair(key, &value);
        }
        if self.source_text {
            pairs.append_pair("text", "source");
        }
        if !self.name.is_empty() {
            pairs.append_pair("name", &self.name);
        }
        if !self.meeting.is_empty() {
            pairs.append_pair("meeting", &self.meeting);
        }
        let around = [&self.quote.words, &self.quote.before, &self.quote.after];
        for (key, words) in ["quote", "before", "after"].iter().zip(around) {
            if !words.is_empty() {
                pairs.append_pair(key, words);
            }
        }
        if self.quote.position > 0 {
            pairs.append_pair("position", &self.quote.position.to_string());
        }
        if let Some(sides) = &self.sides {
            pairs.append_pair("sides", &sides.print());
        }
        let [order, grain] = [self.order.map(TimeOrder::as_str), self.grain.map(Grain::as_str)];
        for (key, value) in [("order", order), ("group", grain)] {
            if let Some(value) = value {
                pairs.append_pair(key, value);
            }
        }
        let sort = self.rows.sort.map(Sort::print);
        let by = self.rows.by.map(Grouping::as_str);
        for (key, value) in [("sort", sort.as_deref()), ("by", by)] {
            if let Some(value) = value {
                pairs.append_pair(key, value);
            }
        }
        if let Some(frame) = self.frame {
            pairs.append_pair("at", &frame.print());
        }
        if let Some(language) = self.language {
            pairs.append_pair("lang", language.code());
        }
        for (key, value) in &self.unknown {
            pairs.append_pair(key, value);
        }
        // Programs that find addresses in texts end them at a plus more often than at an escape.
        let (path, mut pairs) = (self.page.print(), pairs.finish().replace('+', "%20"));
        // Commas may stand in a fragment, and so one can read it.
        let listed = [self.frame.map(|frame| frame.print()), self.sides.as_ref().map(Sides::print)];
        for (key, value) in ["at=", "sides="].iter().zip(listed) {
            let Some(value) = value else { continue };
            let [written, readable] =
                [value.replace(',', "%2C"), value].map(|value| [*key, value.as_str()].concat());
            pairs = pairs.replace(&written, &readable);
        }
        let mark = if pairs.is_empty() { "" } else { "?" };
        mended::kept(["#/", &path, mark, &pairs].concat())
    }

    /// The filters as keys and values of an address.
    pub fn filter_pairs(&self) -> Vec<(&'static str, String)> {
        let choices = self.filter.choices.iter();
        let mut pairs: Vec<_> =
            choices.map(|choice| (choice.kind.name(), print_choice(choice))).collect();
        let dates = [("from", self.filter.from), ("to", self.filter.to)];
        pairs.extend(dates.into_iter().filter_map(|(key, date)| Some((key, date?.to_string()))));
        pairs
    }

    /// Filters by a key and value of an address; `false` where they are no filter.
    pub fn filter_by(&mut self, key: &str, value: &str) -> bool {
        let is_filter =
            matches!(key, "from" | "to") || FacetKind::ALL.iter().any(|kind| kind.name() == key);
        is_filter && self.take(key, value)
    }

    /// Adds a choice in its place: choices are in order, so that equal views print alike.
    fn choose(&mut self, choice: Choice) {
        if let Err(place) = self.filter.choices.binary_search(&choice) {
            self.filter.choices.insert(place, choice);
        }
    }

    /// The same view on another page.
    #[must_use]
    pub fn at(&self, page: Page) -> Self {
        let (name, meeting, quote) = <_>::default();
        let keeps_grain = page == Page::Thread;
        let keeps_rows = matches!(page, Page::Meetings | Page::Meeting(_));
        let keeps_order =
            keeps_grain || keeps_rows || matches!(page, Page::Reports | Page::Report(_));
        let rows = if keeps_rows { self.rows } else { Rows::default() };
        let order = self.order.filter(|_| keeps_order);
        let grain = self.grain.filter(|_| keeps_grain);
        Self {
            page,
            source_text: false,
            name,
            meeting,
            quote,
            order,
            grain,
            rows,
            frame: None,
            ..self.clone()
        }
    }

    /// The same view with a value of a facet chosen or, if it was, no longer.
    #[must_use]
    pub fn toggled(&self, kind: FacetKind, value: &str, excluded: bool) -> Self {
        let mut view = self.clone();
        let was = view.choice(kind, value);
        view.filter.choices.retain(|choice| choice.kind != kind || choice.value != value);
        if was != Some(excluded) {
            view.choose(Choice { kind, value: value.to_owned(), excluded });
        }
        view
    }

    /// Whether a value is chosen (`Some(false)`), excluded (`Some(true)`) or neither.
    pub fn choice(&self, kind: FacetKind, value: &str) -> Option<bool> {
        let choices = &self.filter.choices;
        choices.iter().find(|c| c.kind == kind && c.value == value).map(|choice| choice.excluded)
    }

    /// Takes a key that this release knows; `false` where it does not know the key or
    /// the value means nothing or the key was there before.
    fn take(&mut self, key: &str, value: &str) -> bool {
        let date = |slot: &mut Option<Date>| {
            let parsed = Date::parse(value).filter(|_| slot.is_none());
            *slot = slot.or(parsed);
            parsed.is_some()
        };
        let text = |slot: &mut String| {
            let free = slot.is_empty() && !value.is_empty();
            if free {
                value.clone_into(slot);
            }
            free
        };
        match key {
            "q" => return text(&mut self.query),
            "from" => return date(&mut self.filter.from),
            "to" => return date(&mut self.filter.to),
            "name" => return text(&mut self.name),
            "meeting" => return text(&mut self.meeting),
            "quote" => return text(&mut self.quote.words),
            "before" => return text(&mut self.quote.before),
            "after" => return text(&mut self.quote.after),
            "position" if self.quote.position == 0 => {
                self.quote.position = value.parse().unwrap_or(0);
                return self.quote.position > 0;
            }
            "sides" if self.sides.is_none() => {
                self.sides = Sides::parse(value);
                return self.sides.is_some();
            }
            "order" if self.order.is_none() => {
                self.order = value.parse().ok();
                return self.order.is_some();
            }
            "group" if self.grain.is_none() => {
                self.grain = value.parse().ok();
                return self.grain.is_some();
            }
            "sort" if self.rows.sort.is_none() => {
                self.rows.sort = Sort::parse(value);
                return self.rows.sort.is_some();
            }
            "by" if self.rows.by.is_none() => {
                self.rows.by = value.parse().ok();
                return self.rows.by.is_some();
            }
            "at" if self.frame.is_none() => {
                self.frame = MapFrame::parse(value);
                return self.frame.is_some();
            }
            "lang" if self.language.is_none() && value.len() == 2 => {
                self.language = Language::from_tag(value);
                return self.language.is_some();
            }
            "text" if value == "source" && !self.source_text => self.source_text = true,
            _ => match FacetKind::ALL.iter().find(|kind| kind.name() == key) {
                Some(&kind) if self.filter.choices.len() < MOST_CHOICES => {
                    self.choose(parse_choice(kind, value));
                }
                _ => return false,
            },
        }
        true
    }
}

/// As much of a query as is understood.
fn clipped(query: &str) -> &str {
    query.char_indices().nth(LONGEST_QUERY).map_or(query, |(end, _)| &query[..end])
}

/// A value; with `-` in front an excluded one; a value that itself begins with `-` or
/// `\` has a `\` in front.
fn print_choice(choice: &Choice) -> String {
    let sign = if choice.excluded { "-" } else { "" };
    let shield = if choice.value.starts_with(['-', '\\']) { "\\" } else { "" };
    [sign, shield, &choice.value].concat()
}

fn parse_choice(kind: FacetKind, value: &str) -> Choice {
    let (excluded, value) = match value.strip_prefix('-') {
        Some(value) => (true, value),
        None => (false, value),
    };
    let value = value.strip_prefix('\\').unwrap_or(value);
    // Words that were used before are read and no longer written.
    let value = match value.parse::<Status>() {
        Ok(status) if kind == FacetKind::Status => status.as_str(),
        _ => value,
    };
    Choice { kind, value: value.to_owned(), excluded }
}

impl Page {
    fn parse(path: &str) -> Self {
        let path = path.strip_prefix('/').unwrap_or(path);
        match path.split_once('/') {
            None if path.is_empty() => Self::Thread,
            None if path == "reports" => Self::Reports,
            None if path == "entities" => Self::Entities,
            Some(("entity", id)) if !id.is_empty() => Self::Entity(decoded(id)),
            None if path == "meetings" => Self::Meetings,
            Some(("meeting", id)) if !id.is_empty() => Self::Meeting(decoded(id)),
            None if path == "map" => Self::Map,
            None if path == "mechanisms" => Self::Mechanisms,
            None if path == "agreements" => Self::Agreements,
            None if path == "about" => Self::About,
            None if path == "thread" => Self::Thread,
            Some(("report", id)) if !id.is_empty() => Self::Report(decoded(id)),
            _ => Self::Unknown(decoded(path)),
        }
    }

    fn print(&self) -> String {
        match self {
            Self::Reports => "reports".into(),
            Self::Report(id) => ["report/", &encoded(id)].concat(),
            Self::Entities => "entities".into(),
            Self::Entity(id) => ["entity/", &encoded(id)].concat(),
            Self::Meetings => "meetings".into(),
            Self::Meeting(id) => ["meeting/", &encoded(id)].concat(),
            Self::Map => "map".into(),
            Self::Mechanisms => "mechanisms".into(),
            Self::Agreements => "agreements".into(),
            Self::About => "about".into(),
            Self::Thread => "thread".into(),
            Self::Unknown(path) => encoded(path),
        }
    }
}

/// Percent-encoded but for slashes, so that paths stay readable.
fn encoded(path: &str) -> String {
    let parts = path.split('/').map(|part| byte_serialize(part.as_bytes()).collect::<String>());
    parts.collect::<Vec<_>>().join("/")
}

fn decoded(path: &str) -> String {
    // A path has neither `=` nor `&` once encoded; here they are ordinary characters.
    let shielded = path.replace('&', "%26").replace('=', "%3D");
    parse_pairs(shielded.as_bytes()).next().map_or(String::new(), |(key, _)| key.into_owned())
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use entente_model::MeetingColumn;
    use proptest::prelude::*;

    #[test]
    fn addresses_print_as_they_were_published() {
        // Addresses that were given out must keep working: add lines, change none.
        let lines = include_str!("../tests/addresses.txt").lines();
        let pairs = lines.filter(|line| !line.starts_with("# ")).map(|line| line.split_once('\t'));
        let mut count = 0;
        for (address, printed) in pairs.map(|pair| pair.expect("a tab stands between the two")) {
            assert_eq!(View::parse(address).print(), printed, "{address}");
            assert_eq!(View::parse(printed), View::parse(address), "{address}");
            count += 1;
        }
        assert!(count >= 60);
    }

    #[test]
    fn what_is_not_understood_is_kept_and_named() {
        let view = View::parse("#/reports?bearing=X&from=soon&from=2023&from=2024&q=a&q=b");
        let unknown: Vec<_> =
            view.unknown.iter().map(|(key, value)| format!("{key}={value}")).collect();
        assert_eq!(unknown, ["bearing=X", "from=soon", "from=2024", "q=b"]);
        assert_eq!(view.filter.from, Date::parse("2023"));
        assert_eq!(View::parse("#/ledgers").page, Page::Unknown("ledgers".into()));
    }

    #[test]
    fn what_is_too_much_is_kept_and_named() {
        let many: Vec<String> = (0..4000).map(|number| format!("person=x{number}")).collect();
        let address = format!("#/reports?{}", many.join("&"));
        let view = View::parse(&address);
        assert_eq!(view.filter.choices.len(), MOST_CHOICES);
        assert_eq!(view.unknown.len(), 4000 - MOST_CHOICES);
        assert_eq!(View::parse(&view.print()), view);
        let long = format!("#/reports?q=a{}", "%CC%81".repeat(LONGEST_QUERY));
        let view = View::parse(&long);
        assert_eq!(view.query.chars().count(), LONGEST_QUERY);
        assert_eq!(view.unknown, [("q".to_owned(), "\u{301}".to_owned())]);
        assert_eq!(View::parse(&view.print()), view);
        let fits = format!("#/reports?q={}", "ế".repeat(LONGEST_QUERY));
        assert_eq!(View::parse(&fits).unknown, []);
    }

    fn any_view() -> impl Strategy<Value = View> {
        let kind = proptest::sample::select(&FacetKind::ALL[..]);
        let choice = (kind, ".{0,6}|-.{0,3}|\\\\.{0,3}", any::<bool>())
            .prop_map(|(kind, value, excluded)| Choice { kind, value, excluded });
        let page = prop_oneof![
            Just(Page::Reports),
            ".{1,9}".prop_map(Page::Report),
            Just(Page::About),
            Just(Page::Entities),
            ".{1,9}".prop_map(Page::Entity),
            Just(Page::Meetings),
            ".{1,9}".prop_map(Page::Meeting),
            Just(Page::Map),
            Just(Page::Thread),
            "x.{0,9}".prop_map(Page::Unknown),
        ];
        let date = proptest::option::of(
            (1..9999_i32, 1..=12_u8).prop_filter_map("a month", |(y, m)| Date::month_of(y, m)),
        );
        let unknown = proptest::collection::vec(("x.{0,5}", ".{0,5}"), 0..3);
        let choices = proptest::collection::vec(choice, 0..4);
        let language = proptest::option::of(proptest::sample::select(&Language::ALL[..]));
        let texts = (".{0,12}", ".{0,6}", ".{0,6}", language);
        let frame = (-1_800_000..=1_800_000_i32, -900_000..=900_000_i32, 0..=1000_i32)
            .prop_map(|(longitude, latitude, zoom)| MapFrame { longitude, latitude, zoom });
        let frame = proptest::option::of(frame);
        let sides = proptest::option::of("[A-Z]{2},[A-Z]{2}".prop_map(|text| Sides::parse(&text)));
        let sides = sides.prop_map(Option::flatten);
        let quote = (".{0,6}", ".{0,4}", ".{0,4}", 0..9999_usize)
            .prop_map(|(words, before, after, position)| Quote { words, before, after, position });
        let order = proptest::option::of(proptest::sample::select(TimeOrder::ALL));
        let grain = proptest::option::of(proptest::sample::select(Grain::ALL));
        let sort = (proptest::sample::select(MeetingColumn::ALL), any::<bool>())
            .prop_map(|(column, descending)| Sort { column, descending });
        let by = proptest::option::of(proptest::sample::select(Grouping::ALL));
        let rows = (proptest::option::of(sort), by).prop_map(|(sort, by)| Rows { sort, by });
        let shown = (any::<bool>(), frame, sides, quote, (order, grain, rows));
        (page, texts, choices, date.clone(), date, shown, unknown).prop_map(
            |(
                page,
                (query, name, meeting, language),
                mut choices,
                from,
                to,
                (source_text, frame, sides, quote, (order, grain, rows)),
                unknown,
            )| {
                choices.sort();
                choices.dedup();
                let filter = Filter { choices, from, to };
                View {
                    page,
                    query,
                    filter,
                    source_text,
                    name,
                    meeting,
                    quote,
                    sides,
                    order,
                    grain,
                    rows,
                    frame,
                    language,
                    unknown,
                }
            },
        )
    }

    proptest! {
        #[test]
        fn what_is_printed_parses_to_the_same_view(view in any_view()) {
            prop_assert_eq!(View::parse(&view.print()), view);
        }

        #[test]
        fn any_text_is_a_view_whose_address_is_stable(text: String) {
            let printed = View::parse(&text).print();
            prop_assert_eq!(View::parse(&printed).print(), printed);
        }
    }
}
