//! Everything that a table says, with sample values for what is a function.

use crate::i18n::{Gap, Strings};
use entente_calendar::Date;
use entente_model::MeetingKind;

/// Every text of a table with the name of its entry.
#[derive(Default)]
struct Said(Vec<(String, String)>);

impl Said {
    fn add(&mut self, entry: &str, text: &str) {
        self.0.push((entry.to_owned(), text.to_owned()));
    }

    /// What a function says, which must name what it was given.
    fn add_with(&mut self, entry: &str, text: &str, given: &[&str]) {
        for given in given {
            assert!(text.contains(given), "`{entry}` does not tell {given}: {text}");
        }
        self.add(entry, text);
    }
}

/// Plain texts.
macro_rules! texts {
    ($said:ident; $($entry:ident),+) => { $($said.add(stringify!($entry), $entry);)+ };
}

/// Several texts in a row.
macro_rules! rows {
    ($said:ident; $($entry:ident),+) => {
        $(for (place, text) in $entry.iter().enumerate() {
            $said.add(&format!("{} {place}", stringify!($entry)), text);
        })+
    };
}

/// Texts with a word.
macro_rules! of_a_word {
    ($said:ident; $($entry:ident),+) => {
        $($said.add_with(stringify!($entry), &$entry.fill("Giang"), &["Giang"]);)+
    };
}

/// Texts with a number: one of each kind of plural.
macro_rules! of_a_number {
    ($said:ident; $($entry:ident),+) => {
        $(for number in [0, 1, 2, 37] {
            let (entry, text) = (stringify!($entry), $entry.fill(number));
            let given = number.to_string();
            $said.add_with(&format!("{entry} {number}"), &text, &[given.as_str()]);
        })+
    };
}

/// Texts with two numbers, and functions of two.
macro_rules! of_two_numbers {
    ($said:ident, fill; $($entry:ident $numbers:expr),+) => {
        of_two_numbers!($said; $($entry ((|one, other| $entry.fill(one, other)), $numbers)),+);
    };
    ($said:ident; $($entry:ident ($say:expr, $numbers:expr)),+) => {
        $(for (one, other) in $numbers {
            let entry = format!("{} {one} {other}", stringify!($entry));
            let (text, given) = ($say(one, other), [one.to_string(), other.to_string()]);
            // What is none or all may be said without a number.
            let given = given.iter().filter(|number| one != other && *number != "0");
            let given: Vec<&str> = given.map(String::as_str).collect();
            $said.add_with(&entry, &text, &given);
        })+
    };
}

/// Everything that a table says, entry by entry. An entry that is not here does not compile.
#[allow(clippy::too_many_lines)] // it grows with the table
pub(super) fn said_by(strings: &Strings) -> Vec<(String, String)> {
    let &Strings {
        search_label,
        search_placeholder,
        clear_query,
        skip_to_content,
        parts_of_the_page,
        reports,
        entities,
        about,
        language,
        theme,
        theme_names,
        keys,
        close,
        narrow_down,
        source,
        year,
        kinds,
        kind,
        unknown_source,
        undated,
        exclude,
        without,
        from,
        to,
        dates_legend,
        date_hint,
        not_a_date,
        clear_all,
        remove_filter,
        colon: _,
        share,
        copied,
        to_copy,
        cite,
        copy_link,
        copy_quote,
        selected,
        quoted,
        passage_changed,
        passage_gone,
        filters,
        show_in,
        found,
        hits,
        more,
        show,
        of_the_home_side,
        worked_out,
        worked_out_from,
        editorial_title,
        editorial_explained,
        worked_out_title,
        nothing_found,
        search_alone,
        leave_out,
        search_for,
        without_filters,
        names_of_corpus,
        found_alone,
        in_no_report,
        left_out,
        too_long,
        unknown_keys,
        unknown_page,
        no_such_report,
        around_the_report,
        all_reports,
        back_to,
        report_of,
        previous_report,
        next_report,
        previous_hit,
        next_hit,
        hit_of,
        source_text,
        reading_view,
        source_text_explained,
        print,
        boilerplate,
        headlines,
        headlines_explained,
        published_at,
        no_such_entity,
        named_in,
        reports_naming,
        names_seen,
        roles,
        on_record,
        on_record_explained,
        part_of,
        held,
        mentions,
        appears_with,
        together_in,
        meeting_title,
        dates,
        proves_a_meeting,
        evidence_in,
        filter_by_this,
        all_mentions,
        own_page,
        pinned,
        this_report,
        find_name,
        sorted_by,
        sort_otherwise,
        months,
        date,
        meetings,
        meeting_kinds,
        statuses,
        acts,
        kind_facet,
        status_facet,
        meeting_dates,
        no_meeting,
        meetings_found,
        meetings_told,
        meeting_columns,
        who,
        other_countries,
        sorted_rows,
        groupings,
        no_series,
        search_for_rows,
        why_this_date,
        why_this_place,
        reports_count,
        during_visit,
        host,
        host_facet,
        delegation,
        other_meetings,
        meetings_and_mentions,
        and_so_many_more,
        same_people_before,
        same_people_after,
        announced_before,
        reports_differ,
        reviewed,
        place_not_stated,
        only_the_country,
        date_provenance,
        relative_without_words,
        place_provenance,
        no_such_meeting,
        previous_meeting,
        next_meeting,
        meeting_of,
        around_the_meeting,
        other_side,
        told_otherwise,
        all_meetings,
        told_here,
        download_report,
        shortcuts,
        shortcuts_on,
        acts_to_come,
        cited,
        mechanisms,
        promises,
        open,
        period_covered,
        mechanisms_explained,
        no_mechanism,
        session,
        gap,
        outside_the_view,
        no_place,
        agreements,
        agreements_explained,
        no_agreement,
        timeline,
        timeline_help,
        no_dates,
        without_date,
        and_more,
        play,
        map,
        on_map,
        map_title,
        map_help,
        map_note,
        map_tools,
        larger_map,
        download_map,
        visits,
        countries,
        legend,
        is_host,
        only_country,
        visit_in_colour,
        filter_by,
        pace,
        on_the_map,
        placed_and_not,
        without_place,
        no_place_needed,
        somewhere_in,
        stack,
        behind_stack,
        take_apart,
        within_it,
        other_hosts,
        as_table,
        damaged,
        about_title,
        about_text,
        query_title,
        query_forms,
        folding_explained,
        version,
        thread,
        meetings_count,
        people_count,
        years_count,
        hosted_by,
        papers_signed,
        promises_kept,
        hosts_and_people,
        order,
        best_first,
        time_orders,
        group_by,
        grains,
        choose_sides,
        all_others,
        more_countries,
        duration,
        no_meeting_reported,
        open_at_last_report,
        open_since,
        kept_by,
        invited,
        short_months,
        short_day,
        in_year,
        bundle,
        no_place_told,
        evidence,
        the_meeting,
        no_pair,
        thread_help,
        thread_legend,
    } = strings;
    let mut said = Said::default();
    texts!(said;
        search_label, search_placeholder, clear_query, skip_to_content, parts_of_the_page, reports,
        entities, about, language, share, copied, to_copy, cite, copy_link, copy_quote, selected, filters, theme, keys, close, narrow_down, source, year, unknown_source,
        undated, from, to, dates_legend, date_hint, clear_all, of_the_home_side, worked_out, editorial_title,
        editorial_explained, worked_out_title, nothing_found, search_alone, leave_out, without_filters, names_of_corpus, around_the_report,
        all_reports, previous_report, next_report, previous_hit, next_hit, source_text,
        reading_view, source_text_explained, print, headlines_explained, published_at,
        reports_naming, names_seen, roles, on_record, on_record_explained, part_of, mentions,
        appears_with, dates, proves_a_meeting, own_page, pinned, this_report, find_name, sort_otherwise, meetings, kind_facet, status_facet,
        meeting_dates, no_meeting, place_not_stated, only_the_country, previous_meeting,
        next_meeting, around_the_meeting, other_side, all_meetings, told_here, download_report, who, other_countries, no_series,
        search_for_rows, why_this_date, why_this_place, host, host_facet, delegation, other_meetings,
        same_people_before, same_people_after, announced_before, reports_differ, reviewed, relative_without_words,
        shortcuts_on, cited, mechanisms, promises, open, period_covered, mechanisms_explained, no_mechanism, no_place,
        agreements, agreements_explained, no_agreement, timeline, timeline_help, no_dates, map, on_map, map_title, map_help, map_note, larger_map, download_map,
        visits, countries, legend, only_country, visit_in_colour, pace,
        no_place_needed, behind_stack, take_apart, within_it, other_hosts, as_table, damaged, about_title,
        query_title, folding_explained, version, thread, order, best_first, group_by, choose_sides, all_others, no_place_told, evidence,
        the_meeting, no_pair, thread_help
    );
    rows!(said;
        theme_names, kinds, kind, boilerplate, filter_by_this, sorted_by, months, meeting_kinds, statuses, acts,
        meeting_columns, sorted_rows, groupings, told_otherwise, acts_to_come, play, map_tools, about_text, short_months, thread_legend, time_orders, grains
    );
    for (place, (one, other)) in shortcuts.iter().enumerate() {
        said.add(&format!("shortcuts {place} as typed"), one);
        said.add(&format!("shortcuts {place}"), other);
    }
    for (place, (one, other)) in query_forms.iter().enumerate() {
        said.add(&format!("query_forms {place} as typed"), one);
        said.add(&format!("query_forms {place}"), other);
    }
    of_a_word!(said;
        exclude, without, not_a_date, remove_filter, worked_out_from, in_no_report, left_out,
        unknown_keys, unknown_page, no_such_report, no_such_entity, no_such_meeting, somewhere_in,
        open_since, kept_by, invited, during_visit, search_for, quoted, passage_changed, passage_gone, is_host, filter_by,
        no_meeting_reported
    );
    of_a_number!(said;
        hits, more, show, too_long, back_to, headlines, together_in, reports_count, and_so_many_more, session,
        outside_the_view, without_date, and_more, without_place, on_the_map, meetings_count, people_count,
        years_count, papers_signed, more_countries, evidence_in, all_mentions
    );
    of_two_numbers!(said, fill;
        report_of [(5, 37)],
        named_in [(1, 1), (37, 1), (37, 5)],
        meetings_and_mentions [(1, 1), (5, 37)],
        meeting_of [(5, 37)],
        show_in [(1, 1), (37, 5)],
        promises_kept [(1, 37), (5, 37)],
        hosts_and_people [(1, 1), (5, 37)]
    );
    of_two_numbers!(said;
        found (found, [(0, 37), (1, 37), (5, 37), (37, 37)]),
        hit_of (hit_of, [(0, 1), (0, 37), (5, 37)]),
        meetings_found (meetings_found, [(0, 37), (1, 37), (5, 37), (37, 37)]),
        gap (gap, [(1, 1), (5, 5), (5, 7)]),
        placed_and_not (placed_and_not, [(1, 0), (37, 0), (1, 5), (37, 5)]),
        duration (duration, [(1, 1), (5, 7)])
    );
    let day = || Some("37".to_owned());
    said.add_with("held since", &held(day(), None), &["37"]);
    said.add_with("held until", &held(None, day()), &["37"]);
    said.add_with("held from to", &held(day(), day()), &["37"]);
    assert_eq!(held(None, None), "");
    for &kind in MeetingKind::ALL {
        let entry = |people| format!("meeting_title {kind} {people}");
        let people = ["Chiến", "Giang", "Rufo", "Macron", "Tô Lâm", "Lecornu"];
        for number in 1..5 {
            let people = &people[..number];
            said.add_with(&entry(number), &meeting_title(kind, people, "Paris"), people);
        }
        let many = meeting_title(kind, &people, "");
        said.add_with(&entry(6), &many, &["Chiến", "Giang", "Rufo", "3"]);
        said.add_with(&entry(0), &meeting_title(kind, &[], "Paris"), &["Paris"]);
    }
    for (written, given) in
        [("2025-05-01", "1"), ("2025-05-26", "26"), ("2025-05", ""), ("2025", "")]
    {
        let text = Date::parse(written).map(|written| date(strings, written));
        let text = text.expect("these are dates");
        said.add_with(&format!("date {written}"), &text, &["2025", given]);
    }
    said.add("found_alone 0", &found_alone(0));
    for reports in [1, 37] {
        let given = reports.to_string();
        said.add_with(&format!("found_alone {reports}"), &found_alone(reports), &[&given]);
    }
    for ([held, planned, mentioned], reports, undated) in [([12, 4, 6], 5, 3), ([1, 0, 0], 1, 0)] {
        let text = meetings_told([held, planned, mentioned], reports, undated);
        let given = [held, planned, mentioned, reports, undated].map(|number| number.to_string());
        let given: Vec<&str> =
            given.iter().map(String::as_str).filter(|number| *number != "0").collect();
        said.add_with(&format!("meetings_told {held}"), &text, &given);
    }
    assert_eq!(date_provenance[..2], ["", ""]);
    assert_eq!(place_provenance[..2], ["", ""]);
    let relative = Gap(date_provenance[2]).fill("Sunday");
    said.add_with("date_provenance 2", &relative, &["Sunday"]);
    for (place, text) in date_provenance.iter().enumerate().skip(3) {
        said.add(&format!("date_provenance {place}"), text);
    }
    for (place, text) in place_provenance.iter().enumerate().skip(2) {
        said.add(&format!("place_provenance {place}"), text);
    }
    for numbers in [[1, 37, 1, 1], [12, 8, 2, 4]] {
        let [first, second, nowhere, planned] = numbers;
        let text = hosted_by(["France", "Oman"], [first, second], nowhere, planned);
        let given = numbers.map(|number| number.to_string());
        let given: Vec<&str> = given.iter().map(String::as_str).chain(["France", "Oman"]).collect();
        said.add_with(&format!("hosted_by {first}"), &text, &given);
    }
    said.add_with("open_at_last_report", &open_at_last_report(37, "Sunday"), &["37", "Sunday"]);
    said.add_with("short_day", &short_day("25–27", short_months[4]), &["25–27"]);
    said.add_with("in_year", &in_year(2024), &["2024"]);
    said.add_with("bundle", &bundle(37, ""), &["37"]);
    said.add_with("bundle there", &bundle(37, "Oman"), &["37", "Oman"]);
    for number in [1, 37] {
        let given = number.to_string();
        let text = stack("Paris", number);
        said.add_with(&format!("stack {number}"), &text, &["Paris", &given]);
    }
    said.0
}
