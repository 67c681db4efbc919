//! The words of the interface: one table a language, checked by the compiler.
//!
//! A language is a constant of [`Strings`]; a missing entry does not compile. What
//! depends on a number has a form for one and another for several; what needs more is a function,
//! since languages differ in more than an "s".
//!
//! - `en`, `vi`, `fr`: the tables, each with the plurals and dates of its language
//! - `texts`: texts with a gap for a word or a number, and their plurals
//! - `numbers`: digits in groups
//! - [`intl`]: what only the browser knows of languages
//! - `typed_date`: dates as people type them
//! - `tests`: what holds for every table

mod en;
mod fr;
pub mod intl;
mod numbers;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
mod texts;
mod typed_date;
mod vi;

pub use en::EN;
pub use texts::{Counted, Gap, Pair};
pub use typed_date::typed_date;

use crate::language::Language;
use entente_calendar::{Date, Period};
use entente_model::MeetingKind;

/// Everything that the interface says, in one language.
#[allow(missing_docs)] // the English table says what each entry is
pub struct Strings {
    pub search_label: &'static str,
    pub search_placeholder: &'static str,
    pub clear_query: &'static str,
    pub skip_to_content: &'static str,
    pub parts_of_the_page: &'static str,
    pub reports: &'static str,
    pub entities: &'static str,
    pub about: &'static str,
    pub language: &'static str,
    pub theme: &'static str,
    pub theme_names: [&'static str; 3],
    pub keys: &'static str,
    pub close: &'static str,
    pub narrow_down: &'static str,
    pub source: &'static str,
    pub year: &'static str,
    /// In the order of the facets: people, organisations, places, agreements, events.
    pub kinds: [&'static str; 5],
    /// One of them, and a date.
    pub kind: [&'static str; 6],
    pub unknown_source: &'static str,
    pub undated: &'static str,
    pub exclude: Gap,
    pub without: Gap,
    pub from: &'static str,
    pub to: &'static str,
    pub dates_legend: &'static str,
    pub date_hint: &'static str,
    pub not_a_date: Gap,
    pub clear_all: &'static str,
    pub remove_filter: Gap,
    /// Between a name and its value.
    pub colon: &'static str,
    pub share: &'static str,
    pub copied: &'static str,
    pub to_copy: &'static str,
    pub cite: &'static str,
    pub copy_link: &'static str,
    pub copy_quote: &'static str,
    pub selected: &'static str,
    /// In quotation marks.
    pub quoted: Gap,
    pub passage_changed: Gap,
    pub passage_gone: Gap,
    pub filters: &'static str,
    /// Meetings and reports of a view.
    pub show_in: Pair,
    pub found: fn(usize, usize) -> String,
    pub hits: Counted,
    pub more: Counted,
    pub show: Counted,
    /// Why a country is believed that no report tells.
    pub of_the_home_side: &'static str,
    pub worked_out: &'static str,
    pub worked_out_from: Gap,
    pub editorial_title: &'static str,
    pub editorial_explained: &'static str,
    pub worked_out_title: &'static str,
    pub nothing_found: &'static str,
    pub search_alone: &'static str,
    pub leave_out: &'static str,
    pub search_for: Gap,
    pub without_filters: &'static str,
    pub names_of_corpus: &'static str,
    pub found_alone: fn(usize) -> String,
    pub in_no_report: Gap,
    pub left_out: Gap,
    pub too_long: Counted,
    pub unknown_keys: Gap,
    pub unknown_page: Gap,
    pub no_such_report: Gap,
    pub around_the_report: &'static str,
    pub all_reports: &'static str,
    pub back_to: Counted,
    pub report_of: Pair,
    pub previous_report: &'static str,
    pub next_report: &'static str,
    pub previous_hit: &'static str,
    pub next_hit: &'static str,
    pub hit_of: fn(usize, usize) -> String,
    pub source_text: &'static str,
    pub reading_view: &'static str,
    pub source_text_explained: &'static str,
    pub print: &'static str,
    /// In the order of [`BoilerplateKind`](entente_model::BoilerplateKind).
    pub boilerplate: [&'static str; 4],
    pub headlines: Counted,
    pub headlines_explained: &'static str,
    pub published_at: &'static str,
    pub no_such_entity: Gap,
    pub named_in: Pair,
    pub reports_naming: &'static str,
    pub names_seen: &'static str,
    pub roles: &'static str,
    pub on_record: &'static str,
    pub on_record_explained: &'static str,
    pub part_of: &'static str,
    /// Since when and until when an office was held.
    pub held: fn(Option<String>, Option<String>) -> String,
    pub mentions: &'static str,
    pub appears_with: &'static str,
    pub together_in: Counted,
    /// Of a kind, with whom, and where where that is known.
    pub meeting_title: fn(MeetingKind, &[&str], &str) -> String,
    pub dates: &'static str,
    pub proves_a_meeting: &'static str,
    /// In how many reports.
    pub evidence_in: Counted,
    /// Person, organisation, place, agreement, event.
    pub filter_by_this: [&'static str; 5],
    pub all_mentions: Counted,
    pub own_page: &'static str,
    pub pinned: &'static str,
    pub this_report: &'static str,
    pub find_name: &'static str,
    /// By number of mentions, by name.
    pub sorted_by: [&'static str; 2],
    pub sort_otherwise: &'static str,
    pub months: [&'static str; 12],
    pub date: fn(&Self, Date) -> String,
    pub meetings: &'static str,
    /// In the order of [`MeetingKind`].
    pub meeting_kinds: [&'static str; 9],
    /// Held, planned, mentioned.
    pub statuses: [&'static str; 3],
    /// Signed, agreed, announced.
    pub acts: [&'static str; 3],
    pub kind_facet: &'static str,
    pub status_facet: &'static str,
    pub meeting_dates: &'static str,
    /// Meetings found, and all there are.
    pub meetings_found: fn(usize, usize) -> String,
    /// How many are held, planned, mentioned; in how many reports; how many of them have no date.
    pub meetings_told: fn([usize; 3], usize, usize) -> String,
    pub no_meeting: &'static str,
    /// Date, meeting, place, outcomes, evidence.
    pub meeting_columns: [&'static str; 5],
    pub who: &'static str,
    pub other_countries: &'static str,
    /// By title, place, outcomes, number of reports.
    pub sorted_rows: [&'static str; 4],
    /// Year, series, host, nothing.
    pub groupings: [&'static str; 4],
    pub no_series: &'static str,
    /// Not all rows are on the page yet.
    pub search_for_rows: &'static str,
    pub why_this_date: &'static str,
    pub why_this_place: &'static str,
    pub reports_count: Counted,
    /// Of whom.
    pub during_visit: Gap,
    pub host: &'static str,
    pub host_facet: &'static str,
    pub delegation: &'static str,
    pub other_meetings: &'static str,
    pub meetings_and_mentions: Pair,
    pub and_so_many_more: Counted,
    pub same_people_before: &'static str,
    pub same_people_after: &'static str,
    pub announced_before: &'static str,
    pub reports_differ: &'static str,
    pub reviewed: &'static str,
    pub place_not_stated: &'static str,
    pub only_the_country: &'static str,
    /// Why a date is believed that no report tells whole, and from which words it follows.
    /// In the order of [`DateProvenance`](entente_model::DateProvenance).
    pub date_provenance: [&'static str; 6],
    pub relative_without_words: &'static str,
    /// In the order of [`PlaceProvenance`](entente_model::PlaceProvenance).
    pub place_provenance: [&'static str; 6],
    pub no_such_meeting: Gap,
    pub previous_meeting: &'static str,
    pub next_meeting: &'static str,
    pub meeting_of: Pair,
    pub around_the_meeting: &'static str,
    pub other_side: &'static str,
    /// When, where, what, who: what one report tells otherwise than the rest.
    pub told_otherwise: [&'static str; 4],
    pub all_meetings: &'static str,
    pub told_here: &'static str,
    pub download_report: &'static str,
    pub shortcuts: [(&'static str, &'static str); 7],
    pub shortcuts_on: &'static str,
    /// What came of a meeting that is to come: to be signed, agreed, announced.
    pub acts_to_come: [&'static str; 3],
    pub cited: &'static str,
    pub mechanisms: &'static str,
    pub promises: &'static str,
    pub open: &'static str,
    pub period_covered: &'static str,
    pub mechanisms_explained: &'static str,
    pub no_mechanism: &'static str,
    pub session: Counted,
    /// From the first to the last session of which nothing is told.
    pub gap: fn(usize, usize) -> String,
    pub outside_the_view: Counted,
    pub no_place: &'static str,
    pub agreements: &'static str,
    pub agreements_explained: &'static str,
    pub no_agreement: &'static str,
    pub timeline: &'static str,
    pub timeline_help: &'static str,
    pub no_dates: &'static str,
    pub without_date: Counted,
    pub and_more: Counted,
    /// Play the years, stop.
    pub play: [&'static str; 2],
    pub map: &'static str,
    pub on_map: &'static str,
    pub map_title: &'static str,
    pub map_help: &'static str,
    pub map_note: &'static str,
    /// Zoom in, zoom out, show all places of the view, show the whole world.
    pub map_tools: [&'static str; 3],
    pub larger_map: &'static str,
    pub download_map: &'static str,
    pub visits: &'static str,
    pub countries: &'static str,
    pub legend: &'static str,
    pub is_host: Gap,
    pub only_country: &'static str,
    pub visit_in_colour: &'static str,
    pub filter_by: Gap,
    pub pace: &'static str,
    pub on_the_map: Counted,
    /// How many meetings have a place, and how many have none.
    pub placed_and_not: fn(usize, usize) -> String,
    pub without_place: Counted,
    pub no_place_needed: &'static str,
    pub somewhere_in: Gap,
    pub stack: fn(&str, usize) -> String,
    pub behind_stack: &'static str,
    pub take_apart: &'static str,
    pub within_it: &'static str,
    pub other_hosts: &'static str,
    pub as_table: &'static str,
    pub damaged: &'static str,
    pub about_title: &'static str,
    pub about_text: &'static [&'static str],
    pub query_title: &'static str,
    pub query_forms: [(&'static str, &'static str); 7],
    pub folding_explained: &'static str,
    pub version: &'static str,
    // The Thread.
    pub thread: &'static str,
    pub meetings_count: Counted,
    pub people_count: Counted,
    pub years_count: Counted,
    /// By the first side, by the second, without a place, only planned.
    pub hosted_by: fn([&str; 2], [usize; 2], usize, usize) -> String,
    pub papers_signed: Counted,
    /// Kept, of how many.
    pub promises_kept: Pair,
    pub hosts_and_people: Pair,
    pub order: &'static str,
    pub best_first: &'static str,
    /// Oldest first, newest first.
    pub time_orders: [&'static str; 2],
    pub group_by: &'static str,
    /// Meeting, month, quarter, year.
    pub grains: [&'static str; 4],
    pub choose_sides: &'static str,
    pub all_others: &'static str,
    pub more_countries: Counted,
    /// Years and months.
    pub duration: fn(u32, u32) -> String,
    pub no_meeting_reported: Gap,
    /// How many promises, and the date of the last report.
    pub open_at_last_report: fn(usize, &str) -> String,
    pub open_since: Gap,
    pub kept_by: Gap,
    pub invited: Gap,
    pub short_months: [&'static str; 12],
    /// A day, or days from one to another (`25–27`), of a month of [`Self::short_months`].
    pub short_day: fn(&str, &str) -> String,
    pub in_year: fn(i32) -> String,
    /// Several meetings of a period; where.
    pub bundle: fn(usize, &str) -> String,
    pub no_place_told: &'static str,
    pub evidence: &'static str,
    pub the_meeting: &'static str,
    pub no_pair: &'static str,
    pub thread_help: &'static str,
    /// Meeting, visit, stay, mentioned, planned, signed, agreed, announced, promise open, kept,
    /// invitation.
    pub thread_legend: [&'static str; 11],
}

impl Strings {
    /// The table of a language.
    pub fn for_language(language: Language) -> &'static Self {
        match language {
            Language::English => &EN,
            Language::Vietnamese => &vi::VI,
            Language::French => &fr::FR,
        }
    }

    /// A name with its value: `Theme: dark`.
    pub fn labelled(&self, name: &str, value: &str) -> String {
        [name, self.colon, value].concat()
    }

    /// A period in a few characters, to stand beside its year.
    pub fn short_period(&self, period: Period) -> String {
        let month = |date: Date| Some(self.short_months[usize::from(date.month()?) - 1]);
        let short = |date: Date| match (date.day(), month(date)) {
            (Some(day), Some(month)) => (self.short_day)(&day.to_string(), month),
            (None, Some(month)) => month.to_owned(),
            _ => (self.in_year)(date.year()),
        };
        let (start, end) = (period.start(), period.end());
        if let Some(date) = period.single() {
            return short(date);
        }
        match (start.day(), end.day(), month(end)) {
            (Some(day), Some(last), Some(same)) if month(start) == Some(same) => {
                (self.short_day)(&format!("{day}–{last}"), same)
            }
            _ => [short(start), short(end)].join("–"),
        }
    }

    /// A period in words, or that there is no date.
    pub fn undated_or(&self, period: Option<Period>) -> String {
        period.map_or(self.undated.to_owned(), |period| self.period(period))
    }

    /// A period in words: `5–7 May 2024` where it is within a month.
    pub fn period(&self, period: Period) -> String {
        let (start, end) = (period.start(), period.end());
        let last = (self.date)(self, end);
        if period.single().is_some() {
            return last;
        }
        let one_month = start.year() == end.year() && start.month() == end.month();
        match (start.day(), end.day()) {
            (Some(day), Some(_)) if one_month => [&day.to_string(), "–", &last].concat(),
            _ => [(self.date)(self, start), last].join(" – "),
        }
    }
}
