//! Passages with the meetings that a careful reader finds in them, a line a meeting:
//! `kind status date place (country): people; outcomes`, with `-` for what is not told. The
//! passages are of many agencies and countries and were written for this.

#![allow(clippy::unwrap_used)] // the data are in the repository

mod score;

use entente_analysis::{Given, Meeting, Outcome, analyse, country_name};
use entente_calendar::Period;
use score::meetings::{Tally, Told};
use std::fmt::Write;
use std::fs;
use std::path::Path;

fn shown(text: &str, meeting: &Meeting, names: &[entente_analysis::NameEntity]) -> String {
    let or = |text: &str| if text.is_empty() { "-".to_owned() } else { text.to_owned() };
    let name = |&number: &usize| names[number].name.clone();
    let list = |numbers: &[usize]| numbers.iter().map(name).collect::<Vec<_>>().join(", ");
    for span in &meeting.evidence {
        assert!(!span.of(text).is_empty(), "{span:?}");
    }
    let session =
        if meeting.session > 0 { format!(" #{}", meeting.session) } else { String::new() };
    let outcome = |one: &Outcome| {
        let paper = one.agreement.map_or_else(|| one.span.of(text).to_owned(), |one| name(&one));
        format!("{} {paper}", one.act.as_str())
    };
    let outcomes = meeting.outcomes.iter().map(outcome).collect::<Vec<_>>().join(", ");
    let place = meeting.place.as_ref();
    let country = place.and_then(|place| country_name(&place.country));
    format!(
        "{} {}{session} {} {} ({}): {}{}",
        meeting.kind.as_str(),
        meeting.status.as_str(),
        meeting.period().map_or("-".to_owned(), |date| date.to_string()),
        or(place.map_or("", |place| &place.words)),
        or(country.unwrap_or_default()),
        or(&list(&meeting.participants)),
        if outcomes.is_empty() { String::new() } else { format!("; {outcomes}") },
    )
}

fn check(published: &str, text: &str, expected: &[&str]) {
    let given =
        Given { published: Period::parse(published), language: Some("en"), ..Given::default() };
    let analysis = analyse(text, &given);
    let found: Vec<String> =
        analysis.meetings.iter().map(|found| shown(text, found, &analysis.names)).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn verbs_have_people_before_and_behind() {
    check(
        "2023-03-08",
        "NAIROBI, March 8 — Foreign Minister Alfred Mutua held talks with Swedish Defence Minister \
         Pal Jonson in Nairobi on Wednesday.",
        &["talks held 2023-03-08 Nairobi (Kenya): Alfred Mutua, Pal Jonson"],
    );
    check(
        "2022-06-15",
        "President Gustavo Petro received Finnish Prime Minister Sanna Marin at the Presidential \
         Palace in Bogota on June 14.",
        &[
            "meeting held 2022-06-14 Presidential Palace, Bogotá (Colombia): Gustavo Petro, Sanna Marin",
        ],
    );
    check(
        "2024-02-02",
        "Defence Minister Ruben Brekelmans and his counterpart Boris Pistorius spoke by phone on \
         Thursday.",
        &["call held 2024-02-01 - (-): Ruben Brekelmans, Boris Pistorius"],
    );
}

#[test]
fn what_is_to_come_and_what_is_long_past_says_so() {
    check(
        "2024-04-10",
        "Prime Minister Petr Fiala will meet with President Sandu on April 18 in Chisinau.",
        &["meeting planned 2024-04-18 Chisinau (Moldova): Petr Fiala, Sandu"],
    );
    check(
        "2024-04-10",
        "Prime Minister Petr Fiala last met with President Maia Sandu in Prague in November 2022.",
        &["meeting mentioned 2022-11 Prague (Czech Republic): Petr Fiala, Maia Sandu"],
    );
    check(
        "2024-04-10",
        "Foreign Minister Jan Lipavsky did not meet with Minister Sergey Lavrov in Geneva on Tuesday.",
        &[],
    );
}

#[test]
fn visits_have_a_visitor_and_a_place() {
    check(
        "2021-10-05",
        "The agreement follows the visit to Peru by President Guillermo Lasso last July.",
        &["visit mentioned 2021-07 Peru (Peru): Guillermo Lasso"],
    );
    check(
        "2021-10-05",
        "Minister Retno Marsudi will pay an official visit to Mongolia on October 20.",
        &["visit planned 2021-10-20 Mongolia (Mongolia): Retno Marsudi"],
    );
}

#[test]
fn what_is_signed_at_the_end_of_talks_came_of_them() {
    check(
        "2023-05-04",
        "Prime Minister Kaja Kallas held talks with President Alar Karis in Tallinn on Wednesday. At \
         the end of the talks, Kallas and Karis signed a letter of intent on cyber defence.",
        &[
            "talks held 2023-05-03 Tallinn (Estonia): Kaja Kallas, Alar Karis; signed letter of intent on \
           cyber defence",
        ],
    );
}

#[test]
fn sessions_have_a_number() {
    check(
        "2023-09-21",
        "Deputy Minister Ana Brnabic and Secretary Jose Manuel Albares co-chaired the fourth \
         Serbia-Spain Defence Dialogue in Madrid on September 20, where \
         both sides agreed to widen what their armed forces do together at sea.",
        &["dialogue held #4 2023-09-20 Madrid (Spain): Ana Brnabic, Jose Manuel Albares"],
    );
}

#[test]
fn he_and_she_are_a_man_and_a_woman() {
    check(
        "2026-01-23",
        "Foreign Minister Ms Hélène Vasseur spoke by telephone today with the Prime Cabinet \
         Secretary of Kenya, Mr Peter Mutiso. Mr Mutiso thanked France. On Wednesday she received \
         Mr Anders Thorsager in Paris.",
        &[
            "call held 2026-01-23 - (-): Hélène Vasseur, Peter Mutiso",
            "meeting held 2026-01-21 Paris (France): Hélène Vasseur, Anders Thorsager",
        ],
    );
    check(
        "2026-01-23",
        "The Minister of Trade, Ms Ana Luz, met Mr Bo Dahl in Oslo today. The Minister and Mr Dahl \
         will sign a letter of intent on Monday.",
        &[
            "meeting held 2026-01-23 Oslo (Norway): Ana Luz, Bo Dahl",
            "signing planned 2026-01-26 - (-): Ana Luz, Bo Dahl; signed letter of intent",
        ],
    );
}

#[test]
fn the_verb_of_the_sentence_before_says_nothing_of_a_day() {
    check(
        "2026-01-23",
        "Foreign Minister Ana Luz will travel to Nairobi on 19 and 20 March. On Wednesday she \
         received Foreign Minister Bo Dahl in Lima.",
        &[
            "visit planned 2026-03-19/2026-03-20 Nairobi (Kenya): Ana Luz",
            "meeting held 2026-01-21 Lima (Peru): Ana Luz, Bo Dahl",
        ],
    );
}

#[test]
fn a_paper_that_was_signed_lends_its_day_to_nothing_else() {
    check(
        "2025-03-13",
        "Foreign Minister Rolf Egeland had talks with Prime Minister Ana Borges on the treaty, \
         signed by their ministers in Lima in April 2021.",
        &["talks held 2025-03-13 - (-): Rolf Egeland, Ana Borges"],
    );
    check(
        "2025-03-13",
        "Foreign Minister Rolf Egeland met President Bo Lund about the roadmap, adopted in May 2023.",
        &["meeting held 2025-03-13 - (-): Rolf Egeland, Bo Lund"],
    );
}

#[test]
fn who_is_invited_and_comes_has_come() {
    for text in [
        "At the invitation of President Ada Bole, Prime Minister Luis Rojas is visiting Kenya from \
         13 to 16 October.",
        "At the invitation of the President of Kenya, Smt. Ada Bole, the President of Peru, H.E. Mr. \
         Luis Rojas, is paying a State Visit to Kenya from 13-16 October 2025.",
    ] {
        check("2025-10-14", text, &["visit held 2025-10-13/2025-10-16 Kenya (Kenya): Luis Rojas"]);
    }
    check(
        "2025-10-14",
        "President Ada Bole invited Prime Minister Luis Rojas to visit Kenya.",
        &[],
    );
}

#[test]
fn what_they_talk_about_is_not_where_they_talk() {
    for about in [
        "on the war in Ukraine",
        "about developments in Syria",
        "on the African Union mission in Somalia and on trade",
        "on a ceasefire in Lebanon",
    ] {
        check(
            "2025-10-14",
            &format!("Prime Minister Peter Vella held talks with President Bo Lund {about}."),
            &["talks held 2025-10-14 - (-): Peter Vella, Bo Lund"],
        );
    }
    check(
        "2025-10-14",
        "Prime Minister Peter Vella held talks with President Bo Lund on trade in Rome on Monday.",
        &["talks held 2025-10-13 Rome (Italy): Peter Vella, Bo Lund"],
    );
}

#[test]
fn a_clause_behind_tells_who_took_part() {
    check(
        "2023-03-01",
        "This meeting comes nine months after the Summit for the Seas, in which President Ada Lund \
         took part in Paris in June 2022.",
        &["conference mentioned 2022-06 Paris (France): Ada Lund"],
    );
    check(
        "2023-02-15",
        "Minister Winsome Tulloch greets His Excellency Matthias Rehder, who paid a courtesy call on \
         her in Kingston on Wednesday.",
        &["meeting held 2023-02-15 Kingston (Jamaica): Winsome Tulloch, Matthias Rehder"],
    );
}

#[test]
fn a_present_tense_stands_behind_an_apposition() {
    check(
        "2025-10-14",
        "The President of Chile, Jorge Bravo, meets President Max Roe today in Rome.",
        &["meeting held 2025-10-14 Rome (Italy): Jorge Bravo, Max Roe"],
    );
}

#[test]
fn each_item_of_a_bulletin_has_its_own_day_and_place() {
    let text = "NEWS OF THE WEEK\n\nMinister receives guest\n\
        OSLO, 10 March 2025 - Foreign Minister Rolf Egeland received Foreign Minister Ana Luz today. \
        They discussed fish.\n\nMinister in Dili\n\
        DILI, 13 March 2025 - Foreign Minister Rolf Egeland met President Bo Lund on Thursday.";
    let analysis = analyse(text, &Given { language: Some("en"), ..Given::default() });
    let found = analysis.meetings.iter().map(|found| shown(text, found, &analysis.names));
    assert_eq!(
        found.collect::<Vec<_>>(),
        [
            "meeting held 2025-03-10 Oslo (Norway): Rolf Egeland, Ana Luz",
            "meeting held 2025-03-13 Dili (Timor-Leste): Rolf Egeland, Bo Lund",
        ]
    );
}

#[test]
fn who_will_host_somebody_meets_them() {
    check(
        "2024-05-05",
        "Prime Minister Bo Dahl will host President Ana Luz for dinner at the Royal Palace tomorrow.",
        &["meeting planned 2024-05-06 Royal Palace (-): Bo Dahl, Ana Luz"],
    );
}

#[test]
fn talks_with_a_day_that_were_cancelled_are_none() {
    for text in [
        "Talks between Foreign Ministers Bo Dahl and Ana Luz, scheduled for Friday, were cancelled.",
        "A meeting between Foreign Ministers Bo Dahl and Ana Luz, planned for Friday in Lima, has been \
         called off.",
        "The visit of Foreign Minister Bo Dahl to Lima, initially planned for June, has been postponed \
         indefinitely.",
    ] {
        check("2024-05-05", text, &[]);
    }
}

#[test]
fn those_who_are_present_stand_for_countries_that_sign() {
    check(
        "2024-05-05",
        "Norway and Chile signed an agreement on fisheries in Santiago on Friday, in the presence of \
         Prime Minister Bo Dahl and President Ana Luz.",
        &[
            "signing held 2024-05-03 Santiago (Chile): Bo Dahl, Ana Luz; signed agreement on fisheries",
        ],
    );
}

#[test]
fn who_is_named_beside_a_quotation_says_i() {
    check(
        "2024-05-05",
        "\"I had an excellent meeting with Foreign Minister Bo Dahl,\" Foreign Minister Ana Luz told \
         reporters in Lima on Friday.",
        &["meeting held 2024-05-03 - (-): Ana Luz, Bo Dahl"],
    );
    check(
        "2024-05-05",
        "“We met Foreign Minister Bo Dahl on Friday in Oslo,” said Foreign Minister Ana Luz.",
        &["meeting held 2024-05-03 Oslo (Norway): Ana Luz, Bo Dahl"],
    );
}

#[test]
fn who_is_on_a_visit_is_the_last_who_was_named() {
    check(
        "2024-05-05",
        "Foreign Minister Ana Luz and her Norwegian counterpart Bo Dahl, who is on a visit to Peru, held \
         talks on Friday.",
        &[
            "visit held 2024-05-03 Peru (Peru): Bo Dahl",
            "talks held 2024-05-03 Peru (Peru): Ana Luz, Bo Dahl",
        ],
    );
}

#[test]
fn who_leads_a_delegation_of_a_ministry_travels() {
    check(
        "2024-05-05",
        "A high-level delegation of the Ministry of National Defence led by Minister General Tran Van \
         Chau paid an official visit to Cuba from May 1 to 4.",
        &["visit held 2024-05-01/2024-05-04 Cuba (Cuba): Tran Van Chau"],
    );
    check(
        "2024-05-05",
        "A delegation led by Deputy Minister Tran Van Chau met President Luis Rojas in Havana on Friday.",
        &["meeting held 2024-05-03 Havana (Cuba): Tran Van Chau, Luis Rojas"],
    );
}

/// Counts the passages of a file. With `WRONG` set to a part of a title, what is not right is
/// printed.
fn passages(language: &str, file: &str, tally: &mut Tally) {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data");
    let all = fs::read_to_string(data.join(file)).unwrap();
    let shown = std::env::var("WRONG").ok();
    for passage in all.split("\n==").skip_while(|passage| passage.trim().is_empty()) {
        let (head, rest) = passage.trim_start_matches("==").split_once('\n').unwrap();
        let (title, day) = head.rsplit_once("| given ").unwrap();
        let (lines, text): (Vec<&str>, Vec<&str>) =
            rest.lines().partition(|line| line.starts_with('>'));
        let text = text.join("\n");
        let given = Given {
            published: Some(Period::parse(day.trim()).unwrap()),
            language: Some(language),
            ..Given::default()
        };
        let analysis = analyse(&text, &given);
        let found = |meeting| Told::found(meeting, &analysis.names, &text);
        let found: Vec<Told> = analysis.meetings.iter().map(found).collect();
        let wanted: Vec<Told> = lines.iter().map(|line| Told::marked(&line[1..])).collect();
        let wrong = tally.count(&wanted, &found);
        if shown.as_ref().is_some_and(|part| title.contains(part.as_str())) && !wrong.is_empty() {
            let names = analysis.names.iter().map(|name| format!("{}:{:?}", name.name, name.kind));
            let names = names.collect::<Vec<_>>().join(", ");
            println!("== {title}\n{text}\n   {}\n   names   {names}\n", wrong.join("\n   "));
        }
    }
}

#[test]
fn marked_passages_of_many_agencies() {
    let mut tally = Tally::default();
    passages("en", "meetings/asia-africa.txt", &mut tally);
    passages("en", "meetings/europe-americas.txt", &mut tally);
    tally.holds([73, 93, 82, 96, 90, 93, 48]);
}

/// Whole reports in the manner of Vietnamese agencies, newspapers and ministries. All people are
/// invented. The first were written before the rules, the others while they were made.
#[test]
fn vietnamese_reports() {
    let mut tally = Tally::default();
    passages("vi", "meetings-vi/reports.txt", &mut tally);
    passages("vi", "meetings-vi/more.txt", &mut tally);
    tally.holds([92, 96, 98, 100, 98, 100, 86]);
}

/// The same, written before the rules, which were not made with them.
#[test]
fn vietnamese_reports_that_the_rules_were_not_made_with() {
    let mut tally = Tally::default();
    passages("vi", "meetings-vi/unread.txt", &mut tally);
    tally.holds([83, 86, 93, 100, 100, 100, 66]);
}

/// Whole reports in the manner of French and Vietnamese agencies, papers and ministries. All people
/// and meetings are invented. The frames and the grammar were worked on with these.
#[test]
fn french_reports() {
    let mut tally = Tally::default();
    passages("fr", "meetings-fr/worked.txt", &mut tally);
    tally.holds([98, 94, 94, 98, 98, 100, 83]);
}

/// Written before the rules, and measured when these were done.
#[test]
fn french_reports_that_were_measured_and_not_read() {
    let mut tally = Tally::default();
    passages("fr", "meetings-fr/unread.txt", &mut tally);
    tally.holds([97, 100, 88, 98, 100, 94, 77]);
}

#[test]
fn the_widow_of_somebody_is_somebody_else() {
    check(
        "2024-05-07",
        "Norwegian Prime Minister Ingrid Solvang met the widow of President Kofi Asante in Accra on \
         Monday.",
        &["meeting held 2024-05-06 Accra (Ghana): Ingrid Solvang"],
    );
}

#[test]
fn a_visit_that_comes_later_lends_no_place() {
    check(
        "2025-08-06",
        "Before leaving for Vientiane on Thursday, Danish Prime Minister Ada Brandt was scheduled to \
         meet with Thai Foreign Minister Anan Rattana.",
        &[
            "visit planned 2025-08-07 Vientiane (Laos): Ada Brandt",
            "meeting planned - - (-): Ada Brandt, Anan Rattana",
        ],
    );
}

#[test]
fn what_is_planned_during_a_visit_is_with_each() {
    check(
        "2024-05-02",
        "Italian Minister Luca Ferrante will visit Norway from May 7 to 8. During his visit, Minister \
         Ferrante will meet Prime Minister Ada Brandt and Defence Minister Eva Holm.",
        &[
            "visit planned 2024-05-07/2024-05-08 Norway (Norway): Luca Ferrante",
            "meeting planned 2024-05-07/2024-05-08 Norway (Norway): Luca Ferrante, Ada Brandt",
            "meeting planned 2024-05-07/2024-05-08 Norway (Norway): Luca Ferrante, Eva Holm",
        ],
    );
}

#[test]
fn those_without_a_name_are_known_from_before() {
    check(
        "2023-09-14",
        "Defence Secretary Walter Haldane met Philippine Defence Secretary Ramon Dizon at the Pentagon \
         on Thursday. Following the meeting, Haldane and his counterpart laid a wreath at the Arlington \
         National Cemetery.",
        &[
            "meeting held 2023-09-14 Pentagon (-): Walter Haldane, Ramon Dizon",
            "ceremony held 2023-09-14 Arlington National Cemetery (-): Walter Haldane, Ramon Dizon",
        ],
    );
    check(
        "2025-09-18",
        "President Marina Vasconcelos received Vice President Otávio Bragança on Monday. The president \
         will travel to Hanoi on November 4.",
        &[
            "meeting held 2025-09-15 - (-): Marina Vasconcelos, Otávio Bragança",
            "visit planned 2025-11-04 Hanoi (Vietnam): Marina Vasconcelos",
        ],
    );
}

#[test]
fn places_are_those_of_hosts_and_of_clauses_behind() {
    check(
        "2023-08-16",
        "The committee, which last met in Warsaw in October 2022, will go on with its work. Dushanbe \
         hosted the previous meeting of experts in 2019.",
        &[
            "meeting mentioned 2022-10 Warsaw (Poland): -",
            "meeting mentioned 2019 Dushanbe (Tajikistan): -",
        ],
    );
    check(
        "2024-10-15",
        "Foreign Minister Levent Sezgin, who is due to leave for Baku, will hold talks there with his \
         counterpart Elnur Mehdiyev on Wednesday.",
        &[
            "visit planned 2024-10-16 Baku (Azerbaijan): Levent Sezgin",
            "talks planned 2024-10-16 Baku (Azerbaijan): Levent Sezgin, Elnur Mehdiyev",
        ],
    );
}

#[test]
fn what_was_not_in_one_place_has_none() {
    check(
        "2021-09-17",
        "Hanoi (VNA) – Vice Chairman Do Thanh Hai held online talks with Vice President Khamphet \
         Vongdala on September 16.",
        &["talks held 2021-09-16 - (-): Do Thanh Hai, Khamphet Vongdala"],
    );
    check(
        "2025-02-26",
        "Kenyan President David Lekishon and Tanzanian President Rehema Mshana discussed the matter by \
         telephone on Sunday.",
        &["call held 2025-02-23 - (-): David Lekishon, Rehema Mshana"],
    );
}

#[test]
fn others_take_part_too() {
    check(
        "2024-10-15",
        "President Kemal Arslan received Salem Barouni at the presidential complex in Ankara on Monday. \
         Foreign Minister Levent Sezgin was also present.",
        &[
            "meeting held 2024-10-14 presidential complex, Ankara (Türkiye): Kemal Arslan, Salem Barouni, Levent Sezgin",
        ],
    );
    check(
        "2021-11-02",
        "General Hamad Khalid today opened the trade fair at the Gulf Hotel in Manama alongside \
         Ambassador Rebecca Lindholm.",
        &["ceremony held 2021-11-02 Gulf Hotel, Manama (Bahrain): Hamad Khalid, Rebecca Lindholm"],
    );
}

#[test]
fn initials_stand_for_who_holds_the_office() {
    check(
        "2025-09-24",
        "External Affairs Minister Raghav Menon is in New York. On Tuesday, EAM met Foreign Minister \
         Pieter van Loon in New York.",
        &["meeting held 2025-09-23 New York (United States): Raghav Menon, Pieter van Loon"],
    );
}

#[test]
fn the_two_presidents_are_the_last_two_who_met() {
    check(
        "2024-10-15",
        "President Ana Brnabic and President Petr Fiala held talks in Belgrade on Monday. Fiala then \
         met Senator Jan Novak in Belgrade. The two presidents will meet in Prague on October 30.",
        &[
            "talks held 2024-10-14 Belgrade (Serbia): Ana Brnabic, Petr Fiala",
            "meeting held 2024-10-14 Belgrade (Serbia): Petr Fiala, Jan Novak",
            "meeting planned 2024-10-30 Prague (Czech Republic): Ana Brnabic, Petr Fiala",
        ],
    );
}

#[test]
fn what_was_called_off_was_no_meeting_and_what_it_took_place_beside_is_told_by_others() {
    check(
        "2024-07-27",
        "Foreign Minister Jan Lipavsky's meeting with Minister Sergey Lavrov in Geneva on Tuesday was \
         cancelled.",
        &[],
    );
    check(
        "2025-01-14",
        "Foreign Minister Jan Lipavsky and Foreign Minister Pieter van Loon agreed to meet on the \
         margins of the Manama Dialogue in November.",
        &["meeting planned 2025-11 - (-): Jan Lipavsky, Pieter van Loon"],
    );
}

#[test]
fn a_headline_tells_no_other_meeting_than_the_report() {
    check(
        "2025-01-14",
        "Minister Beaudoin speaks with Kenya's Foreign Minister\n\nOttawa, January 14, 2025 - Minister \
         Claire Beaudoin today spoke by telephone with Josphat Rono, Foreign Minister of Kenya.",
        &["call held 2025-01-14 - (-): Claire Beaudoin, Josphat Rono"],
    );
}

/// Kinds of fault that reports of many agencies brought to light, each with its neighbours.
#[test]
fn every_sentence_tells_what_stands_below_it() {
    let data = include_str!("data/meetings/exact.txt");
    let (mut complaints, mut count) = (String::new(), 0);
    for passage in data.split("\n== ").map(|passage| passage.trim_start_matches("== ")) {
        let (head, rest) = passage.split_once('\n').unwrap();
        let day = head.split_once(" | given ").map(|(_, day)| Period::parse(day).unwrap());
        let (lines, text): (Vec<&str>, Vec<&str>) =
            rest.lines().partition(|line| line.starts_with("> "));
        let text = text.join("\n");
        let given = Given { published: day, language: Some("en"), ..Given::default() };
        let analysis = analyse(text.trim(), &given);
        let told = |found| format!("> {}", shown(&text, found, &analysis.names));
        let found: Vec<String> = analysis.meetings.iter().map(told).collect();
        count += 1;
        if found != lines {
            let _ = write!(complaints, "== {head}\n{text}\n  want {lines:#?}\n  got  {found:#?}\n");
        }
    }
    assert!(complaints.is_empty(), "\n{complaints}");
    assert!(count >= 60, "only {count} passages");
}

/// What nobody sees changes nothing, wherever it stands: in a name, an office, a month, a dateline.
#[test]
fn characters_that_nobody_sees_change_nothing() {
    let plain = "VIENTIANE, May 7, 2024 (AFP) - Norwegian Prime Minister Ada Lindqvist met Foreign \
                 Minister Piet van 't Hof in Oslo on 6 May 2024.";
    let given = Given { language: Some("en"), ..Given::default() };
    let found = |text: &str| {
        let analysis = analyse(text, &given);
        let day = analysis.published.as_ref().map(|published| published.date);
        let place = analysis.dateline.as_ref().map(|dateline| dateline.place.clone());
        let met = |meeting: &Meeting| {
            let meeting = Meeting { outcomes: Vec::new(), ..meeting.clone() };
            shown(text, &meeting, &analysis.names)
        };
        (day, place, analysis.meetings.iter().map(met).collect::<Vec<_>>())
    };
    let whole = found(plain);
    assert_eq!(whole.2, ["meeting held 2024-05-06 Oslo (Norway): Ada Lindqvist, Piet van 't Hof"]);
    let unseen = [
        '\u{AD}', '\u{200B}', '\u{200E}', '\u{200F}', '\u{FEFF}', '\u{2060}', '\u{2068}',
        '\u{2069}',
    ];
    for (at, _) in plain.char_indices().step_by(3) {
        for letter in unseen {
            let text = [&plain[..at], letter.encode_utf8(&mut [0; 4]), &plain[at..]].concat();
            assert_eq!(found(&text), whole, "{text:?}");
        }
    }
}
