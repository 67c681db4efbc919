//! English.

use super::Strings;
use super::numbers::{grouped, some_of};
use super::texts::{Counted, Gap, Pair, Rule};
use entente_model::MeetingKind;

/// How one counts.
const RULE: Rule = Rule { separator: ",", many_from: 2, none_is_one: false };

/// A text for one and another for several.
const fn counted(one: &'static str, many: &'static str) -> Counted {
    Counted { one, many, rule: &RULE }
}

/// A text with two numbers, each told with its own word.
const fn pair(text: &'static str, first: Counted, second: Counted) -> Pair {
    Pair { text, first, second }
}

/// A text that is the same for every number.
const fn always(text: &'static str) -> Counted {
    Counted { one: text, many: text, rule: &RULE }
}

/// The English interface.
pub const EN: Strings = Strings {
    search_label: "Search the reports",
    search_placeholder: "Search: names, places, “exact words”, begin*, -without",
    clear_query: "Clear the search",
    skip_to_content: "Skip to the content",
    parts_of_the_page: "Parts of the page",
    reports: "Reports",
    entities: "Names",
    about: "About",
    language: "Language",
    theme: "Theme",
    theme_names: ["auto", "light", "dark"],
    keys: "Keys",
    close: "Close",
    narrow_down: "Narrow down",
    source: "Source",
    year: "Year",
    kinds: ["People", "Organisations", "Places", "Agreements", "Events"],
    kind: ["person", "organisation", "place", "agreement", "event", "date"],
    unknown_source: "Unknown",
    undated: "Undated",
    exclude: Gap("Exclude {}"),
    without: Gap("not {}"),
    from: "from",
    to: "to",
    dates_legend: "Published",
    date_hint: "A year, a month or a day: 2024, May 2024 or 2024-05-07",
    not_a_date: Gap("“{}” is no date; write 2024, May 2024 or 2024-05-07."),
    clear_all: "clear all",
    remove_filter: Gap("Remove {}"),
    colon: ": ",
    share: "Share",
    copied: "Copied",
    to_copy: "To copy",
    cite: "Cite",
    copy_link: "Copy link",
    copy_quote: "Copy quote",
    selected: "Selected passage",
    quoted: Gap("“{}”"),
    passage_changed: Gap("Quoted as “{}”; this report now says it in other words, marked below."),
    passage_gone: Gap("Quoted as “{}”; this report says nothing like it, or no longer."),
    filters: "Filters",
    show_in: pair(
        "Show {} in {}",
        counted("{} meeting", "{} meetings"),
        counted("{} report", "{} reports"),
    ),
    found: |found, all| match found == all {
        true => plural(all, "report", "reports"),
        false => format!("{} of {}", number(found), plural(all, "report", "reports")),
    },
    hits: counted("{} hit", "{} hits"),
    more: always("Show {} more"),
    show: always("Show {}"),
    of_the_home_side: "Worked out, as no report says it: in these reports, only people of this country \
                       meet those of so many others.",
    worked_out: "worked out",
    worked_out_from: Gap("Not stated; worked out: {}"),
    editorial_title: "editorial title",
    editorial_explained: "The report came without a title; this one is ours.",
    worked_out_title: "title from the first words",
    nothing_found: "No report has all of this",
    search_alone: "Search alone",
    leave_out: "Leave out",
    search_for: Gap("Search “{}”"),
    without_filters: "Without the filters",
    names_of_corpus: "Names in this corpus",
    found_alone: |reports| match reports {
        0 => "in no report".into(),
        _ => format!("in {}", plural(reports, "report", "reports")),
    },
    in_no_report: Gap("“{}” stands in no report."),
    left_out: Gap("“{}” was left out of the search: it has no letter or digit."),
    too_long: always("Only the first {} words and phrases are searched for."),
    unknown_keys: Gap(
        "This copy does not know these parts of the address and does not filter by them: {}",
    ),
    unknown_page: Gap("There is no part “{}” in this copy; here are the reports."),
    no_such_report: Gap("There is no report “{}” in this corpus."),
    around_the_report: "Around this report",
    all_reports: "All reports",
    back_to: counted("Back to {} report", "Back to {} reports"),
    report_of: pair("report {} of {}", always("{}"), always("{}")),
    previous_report: "Previous report",
    next_report: "Next report",
    previous_hit: "Previous hit",
    next_hit: "Next hit",
    hit_of: |place, all| match place {
        0 => plural(all, "hit", "hits"),
        _ => format!("hit {} of {}", number(place), number(all)),
    },
    source_text: "Source text",
    reading_view: "Reading view",
    source_text_explained: "The text as received, with everything that the reading view folds away.",
    print: "Print",
    boilerplate: [
        "headline of another story",
        "agency line",
        "stamp of the publishing system",
        "bullet",
    ],
    headlines: always("Other headlines on the page ({})"),
    headlines_explained: "These lines belong to other stories and are kept out of the search.",
    published_at: "published at",
    no_such_entity: Gap("No report of this corpus names “{}”."),
    named_in: pair(
        "named {} in {}",
        counted("{} time", "{} times"),
        counted("{} report", "{} reports"),
    ),
    reports_naming: "Reports that name it",
    names_seen: "Names seen",
    roles: "Titles in reports",
    on_record: "On record",
    on_record_explained: "From the publisher of this corpus, not from the reports.",
    part_of: "part of",
    held: |from, to| match (from, to) {
        (Some(from), Some(to)) => [from, to].join(" – "),
        (Some(from), None) => ["since ", &from].concat(),
        (None, Some(to)) => ["until ", &to].concat(),
        (None, None) => String::new(),
    },
    mentions: "In the reports",
    appears_with: "Appears with",
    together_in: counted("together in {} report", "together in {} reports"),
    meeting_title: |kind, people, place| {
        let [of, to] = if kind == MeetingKind::Visit { [" of ", " to "] } else { [": ", " in "] };
        let mut title = KINDS[kind as usize].to_owned();
        if !people.is_empty() {
            title += of;
            title += &list(people);
        }
        if !place.is_empty() && (people.is_empty() || kind == MeetingKind::Visit) {
            title += to;
            title += place;
        }
        title
    },
    dates: "Dates",
    proves_a_meeting: "proves a meeting",
    evidence_in: counted("Evidence ({} report)", "Evidence ({} reports)"),
    filter_by_this: [
        "Filter by this person",
        "Filter by this organisation",
        "Filter by this place",
        "Filter by this agreement",
        "Filter by this event",
    ],
    all_mentions: always("All mentions ({})"),
    own_page: "Page",
    pinned: "pinned",
    this_report: "this report",
    find_name: "Find a name",
    sorted_by: ["most named first", "by name"],
    sort_otherwise: "Sort otherwise",
    months: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    date: |strings, date| {
        let month = date.month().map(|month| strings.months[usize::from(month) - 1]);
        match (date.day(), month) {
            (Some(day), Some(month)) => format!("{day} {month} {}", date.year()),
            (_, Some(month)) => format!("{month} {}", date.year()),
            _ => date.year().to_string(),
        }
    },
    meetings: "Meetings",
    meeting_kinds: KINDS,
    statuses: ["held", "planned", "mentioned"],
    acts: ["signed", "agreed", "announced"],
    kind_facet: "Kind",
    status_facet: "Status",
    meeting_dates: "Date of the meeting",
    meetings_found: |found, all| match found == all {
        true => plural(all, "meeting", "meetings"),
        false => format!("{} of {}", number(found), plural(all, "meeting", "meetings")),
    },
    meetings_told: |[held, planned, mentioned], reports, undated| {
        let told =
            [(held, "held"), (mentioned, "mentioned"), (planned, "planned"), (undated, "undated")];
        format!("{}; in {}", some_of(&told, ","), plural(reports, "report", "reports"))
    },
    no_meeting: "No meeting fits this view.",
    meeting_columns: ["Date", "Meeting", "Place", "Outcomes", "Evidence"],
    who: "Who",
    other_countries: "Others",
    sorted_rows: ["By title", "By place", "By outcomes", "By number of reports"],
    groupings: ["year", "series", "host", "nothing"],
    no_series: "Not of a series",
    search_for_rows: "The search of your browser finds only rows that have come into sight; the search \
                      box above finds all.",
    why_this_date: "Why this date?",
    why_this_place: "Why this place?",
    reports_count: counted("{} report", "{} reports"),
    during_visit: Gap("During the visit of {}"),
    host: "host",
    host_facet: "Host",
    delegation: "delegation",
    other_meetings: "Other meetings",
    meetings_and_mentions: pair(
        "{}, {}",
        counted("{} meeting", "{} meetings"),
        counted("{} mention", "{} mentions"),
    ),
    and_so_many_more: always("and {} more"),
    same_people_before: "The same sides had met:",
    same_people_after: "They met again:",
    announced_before: "Announced before",
    reports_differ: "The reports differ:",
    reviewed: "Reviewed",
    place_not_stated: "not stated",
    only_the_country: "no more than the country is told",
    date_provenance: [
        "",
        "",
        "worked out from “{}” and the date of the report",
        "that of another meeting told with it",
        "the day of the report, as no other is told",
        "set by the publisher of this corpus",
    ],
    relative_without_words: "worked out with the date of the report",
    place_provenance: [
        "",
        "",
        "where the report was filed, as no other place is told",
        "that of a meeting or visit told with it",
        "the country of the host",
        "set by the publisher of this corpus",
    ],
    no_such_meeting: Gap("No report of this corpus tells of a meeting “{}”."),
    previous_meeting: "Previous meeting",
    next_meeting: "Next meeting",
    meeting_of: pair("meeting {} of {}", always("{}"), always("{}")),
    around_the_meeting: "Around this meeting",
    other_side: "Side not stated",
    told_otherwise: ["date here:", "place here:", "called here:", "named here:"],
    all_meetings: "All meetings of this view",
    told_here: "Meetings told here",
    download_report: "Download",
    shortcuts: [
        ("/", "go to the search box"),
        ("j", "next report or meeting"),
        ("k", "previous report or meeting"),
        ("n", "next hit in a report"),
        ("p", "previous hit in a report"),
        ("?", "show these keys"),
        ("Esc", "close, clear the search, or go back to the list"),
    ],
    shortcuts_on: "Single letters are shortcuts",
    acts_to_come: ["to be signed", "to be agreed", "to be announced"],
    cited: "cited",
    mechanisms: "Series",
    promises: "Promises",
    open: "open",
    period_covered: "period covered",
    mechanisms_explained: "Dialogues, conferences and exhibitions, session by session. Where the \
                           records of this corpus say so, sessions of other names are one mechanism.",
    no_mechanism: "No report of this view tells of one.",
    session: always("Session {}"),
    gap: |first, last| match last - first {
        0 => format!("Session {first}: no report tells of it."),
        _ => format!("Sessions {first}–{last}: no report tells of them."),
    },
    outside_the_view: always("{} more outside this view"),
    no_place: "place not stated",
    agreements: "Agreements",
    agreements_explained: "What each report tells, in the order of publication: signed, agreed or \
                           announced at a meeting; else it is cited.",
    no_agreement: "No report of this view names one.",
    timeline: "When",
    timeline_help: "Drag to choose dates, or move the two handles: arrow keys go by months, Escape gives all dates up.",
    no_dates: "Nothing in this corpus has a date.",
    without_date: counted("{} meeting without a date", "{} meetings without a date"),
    and_more: always("and {} more: narrow the view down to see them"),
    play: ["Play", "Stop"],
    map: "Map",
    on_map: "on the map",
    map_title: "Where they met",
    map_help: "Map. Arrow keys move it, plus and minus zoom, Home shows all places, 0 the world; the \
               next stop are the places.",
    map_note: "Land and land borders after Natural Earth 4.1 (public domain), simplified, with few \
               exceptions. No position on any claim. Where visits begin is inferred: the traveller’s capital.",
    map_tools: ["Zoom in", "Zoom out", "Show all places"],
    larger_map: "larger map",
    download_map: "Download the map as",
    visits: "Visits",
    countries: "Countries",
    legend: "Legend, note and files",
    is_host: Gap("{} hosts"),
    only_country: "only the country is named",
    visit_in_colour: "a visit, in the traveller’s colour",
    filter_by: Gap("Filter by {}"),
    pace: "1 year = 2 s",
    on_the_map: counted("{} meeting on the map", "{} meetings on the map"),
    placed_and_not: |placed, unplaced| match unplaced {
        0 => format!("{} placed, none without a place", number(placed)),
        _ => format!("{} placed, {} without a place", number(placed), number(unplaced)),
    },
    without_place: always("{} without a place"),
    no_place_needed: "by telephone or online",
    somewhere_in: Gap("{}, place not stated"),
    stack: |name, meetings| {
        format!("{name}: {}, show as a list", plural(meetings, "meeting", "meetings"))
    },
    behind_stack: "Meetings at this place",
    take_apart: "zoom in here",
    within_it: "Within it, named in reports:",
    other_hosts: "other or several",
    as_table: "as a table",
    damaged: "The corpus of this page cannot be read",
    about_title: "About this page",
    about_text: &[
        "Entente is an explorer of news reports on diplomacy. The whole of it, reports, index and \
         interface, is in this one page: nothing you type or read leaves your device, and it works \
         without a network.",
        "Reports are shown as received. What belongs to the page they were taken from (agency lines, \
         stamps, bullets, headlines of other stories) is folded away in the reading view and shown \
         in full in the source text. What was not stated and had to be worked out says so, and from \
         which words.",
        "The reports remain the property of their publishers.",
    ],
    query_title: "What you can search for",
    query_forms: [
        ("paris dialogue", "reports with both words"),
        ("\"letter of intent\"", "these words in this order"),
        ("peacekeep*", "words that begin so"),
        ("defence -airbus", "reports with the first and without the second"),
        (
            "person:giang",
            "reports that name somebody so; the other fields are org:, place:, agreement: and \
             event:",
        ),
        ("dien bien phu", "Điện Biên Phủ: marks on letters need not be typed"),
        ("hanoi", "Hà Nội and Hanoi; a name may be written solid or apart"),
    ],
    folding_explained: "Capitals, accents, typographic quotation marks and British or American \
                        spelling make no difference.",
    version: "Version",
    // The Thread.
    thread: "Thread",
    meetings_count: counted("{} meeting", "{} meetings"),
    people_count: counted("{} person", "{} people"),
    years_count: counted("{} year", "{} years"),
    hosted_by: |[first, second], [at_first, at_second], nowhere, planned| {
        let mut said = format!("{at_first} hosted by {first}, {at_second} by {second}");
        if nowhere > 0 {
            said += &[", ", &nowhere.to_string(), " without a place"].concat();
        }
        if planned > 0 {
            said += &["; ", &planned.to_string(), " only planned"].concat();
        }
        said + "."
    },
    papers_signed: counted("{} paper signed", "{} papers signed"),
    promises_kept: pair("{} of {} kept", always("{}"), counted("{} promise", "{} promises")),
    hosts_and_people: pair("hosts {} · {}", always("{}"), counted("{} person", "{} people")),
    order: "Order",
    best_first: "Most relevant first",
    time_orders: ["Oldest first", "Newest first"],
    group_by: "Group by",
    grains: ["meeting", "month", "quarter", "year"],
    choose_sides: "Choose sides",
    all_others: "all others",
    more_countries: counted("{} other country", "{} other countries"),
    duration: |years, months| {
        let years = plural(years as usize, "year", "years");
        let months = match months {
            0 => String::new(),
            months => [" ", &plural(months as usize, "month", "months")].concat(),
        };
        [years, months].concat()
    },
    no_meeting_reported: Gap("{}: no meeting reported"),
    open_at_last_report: |count, date| format!("{count} open at the last report, {date}"),
    open_since: Gap("open since {}"),
    kept_by: Gap("kept by {}"),
    invited: Gap("{} invited"),
    short_months: [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ],
    short_day: |days, month| format!("{days} {month}"),
    in_year: |year| format!("in {year}"),
    bundle: |count, place| match place {
        "" => plural(count, "meeting", "meetings"),
        place => format!("{} in {place}", plural(count, "meeting", "meetings")),
    },
    no_place_told: "place not stated",
    evidence: "Evidence",
    the_meeting: "Meeting",
    no_pair: "No two countries met in this view.",
    thread_help: "Up and down arrows go from meeting to meeting, Enter opens the evidence.",
    thread_legend: [
        "Meeting, falls to its host",
        "Visit",
        "Stay",
        "Mentioned",
        "Planned",
        "Signed",
        "Agreed",
        "Announced",
        "Promise, open",
        "kept",
        "Invitation, kept",
    ],
};

const KINDS: [&str; 9] = [
    "Talks",
    "Dialogue",
    "Visit",
    "Ceremony",
    "Call",
    "Conference",
    "Exhibition",
    "Signing",
    "Meeting",
];

/// Names in a row; of many the first three.
fn list(names: &[&str]) -> String {
    match names {
        [names @ .., last] if (1..4).contains(&names.len()) => {
            [&names.join(", "), " and ", last].concat()
        }
        [one, two, three, rest @ ..] => {
            let others = rest.len().to_string();
            [one, ", ", two, ", ", three, " and ", &others, " others"].concat()
        }
        _ => names.concat(),
    }
}

fn plural(count: usize, one: &str, many: &str) -> String {
    match count {
        1 => format!("1 {one}"),
        _ => format!("{} {many}", number(count)),
    }
}

fn number(number: usize) -> String {
    grouped(number, ",")
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    #[test]
    fn a_meeting_without_a_name_is_called_by_its_kind_and_people() {
        use MeetingKind::{Ceremony, Talks, Visit};
        let cases: [(_, &[&str], _, _); 6] = [
            (Talks, &["Giang", "Lecornu"], "Paris", "Talks: Giang and Lecornu"),
            (Talks, &["A", "B", "C", "D", "E"], "", "Talks: A, B, C and 2 others"),
            (Talks, &["A", "B", "C"], "", "Talks: A, B and C"),
            (Visit, &["Macron"], "Việt Nam", "Visit of Macron to Việt Nam"),
            (Visit, &["Macron"], "", "Visit of Macron"),
            (Ceremony, &[], "Paris", "Ceremony in Paris"),
        ];
        for (kind, people, place, title) in cases {
            assert_eq!((EN.meeting_title)(kind, people, place), title);
        }
    }

    #[test]
    fn the_numbers_of_meetings_add_up() {
        assert_eq!((EN.meetings_found)(18, 19), "18 of 19 meetings");
        assert_eq!((EN.meetings_found)(0, 19), "0 of 19 meetings");
        let said = (EN.meetings_told)([12, 4, 0], 1, 3);
        assert_eq!(said, "12 held, 4 planned, 3 undated; in 1 report");
    }
}
