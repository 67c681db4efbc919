//! Where meetings are shown, from texts and authority files.

use crate::{Compiled, Source, SourceFile, compile};
use entente_archive::Meeting;
use entente_calendar::Period;
use proptest::prelude::*;

/// A corpus of reports, `a`, `b` and so on, with these files beside them.
fn corpus(reports: &[&str], files: &[(&str, &str)]) -> Compiled {
    let file = |path: &str, text: &str| SourceFile {
        path: path.to_owned(),
        bytes: text.as_bytes().to_vec(),
    };
    let report = |(name, text): (char, &&str)| file(&format!("{name}.md"), text);
    let (reviews, authorities) =
        files.iter().partition::<Vec<_>, _>(|one| one.0 == "meetings.toml");
    compile(Source {
        authorities: authorities.into_iter().map(|(name, text)| file(name, text)).collect(),
        reviews: reviews.into_iter().map(|(name, text)| file(name, text)).next(),
        documents: ('a'..='z').zip(reports).map(report).collect(),
        ..Source::default()
    })
    .unwrap()
}

/// Talks of two ministers somewhere.
fn talks(one: &str, other: &str, place: &str) -> String {
    format!(
        "{one} Foreign Minister Ali Haddad held talks with {other} Foreign Minister Can Demir \
         {place} on May 5, 2024."
    )
}

/// "provenance country latitude, longitude" of where a meeting is shown.
fn shown(meeting: &Meeting) -> String {
    let point = meeting.position.point.map_or_else(String::new, |point| {
        format!(" {}, {}", f64::from(point.latitude) / 1e6, f64::from(point.longitude) / 1e6)
    });
    [meeting.position.provenance.as_str(), " ", &meeting.place.country, &point].concat()
}

/// Where the only meeting of a corpus is shown.
#[track_caller]
fn check(reports: &[&str], files: &[(&str, &str)], expected: &str) {
    let compiled = corpus(reports, files);
    let [meeting] = &compiled.corpus.meetings[..] else { panic!("{:?}", compiled.corpus.meetings) };
    assert_eq!(shown(meeting), expected, "{reports:?}\n{}", compiled.warnings);
    let told = compiled.warnings.to_string();
    assert_eq!(expected == "open LY", told.contains("nothing tells which"), "{told}");
}

const HANOI: &str = "[ha-noi]\nname = \"Hà Nội\"\nen = \"Hanoi\"\ncountry = \"VN\"\npart-of = \"viet-nam\"\n\
    latitude = 21.0285\nlongitude = 105.8542\n[viet-nam]\nname = \"Vietnam\"\nen = \"Viet Nam\"\n\
    country = \"VN\"\nlatitude = 16.5\nlongitude = 106.9\n";

#[test]
fn a_place_has_the_point_of_its_record() {
    let report = talks("Dutch", "Turkish", "in Hanoi");
    check(&[&report], &[("places.toml", HANOI)], "record VN 21.0285, 105.8542");
}

#[test]
fn a_venue_is_where_its_city_is() {
    let report = talks("Dutch", "Turkish", "at the presidential palace in Hanoi");
    check(&[&report], &[("places.toml", HANOI)], "venue VN 21.0285, 105.8542");
    check(&[&report], &[], "venue VN 21.03, 105.85");
}

#[test]
fn a_place_without_a_point_is_shown_at_what_it_is_a_part_of() {
    let hall = "[hall]\nname = \"Lotus Hall\"\npart-of = \"old-town\"\n[old-town]\nname = \"Old \
        Town\"\npart-of = \"ha-noi\"\n";
    let report = talks("Dutch", "Turkish", "in Lotus Hall");
    let places = [hall, HANOI].concat();
    check(&[&report], &[("places.toml", &places)], "venue  21.0285, 105.8542");
    // What is a part of a country and of nothing nearer is somewhere in it.
    let places = places.replace("\"ha-noi\"\n", "\"viet-nam\"\n");
    check(&[&report], &[("places.toml", &places)], "country VN 16, 107.9");
}

#[test]
fn a_city_has_the_point_of_the_table_by_any_of_its_names() {
    check(&[&talks("Dutch", "Turkish", "in Saigon")], &[], "gazetteer VN 10.78, 106.7");
    let report = talks("Dutch", "Turkish", "in Steeltown");
    let places = "[steeltown]\nname = \"Steeltown\"\nfr = \"Ostrava\"\n";
    check(&[&report], &[("places.toml", places)], "gazetteer CZ 49.84, 18.29");
}

#[test]
fn of_a_country_only_the_middle_is_shown_whatever_its_record_says() {
    let report = "Dutch Foreign Minister Jan Smit visited Vietnam on May 5, 2024.";
    check(&[report], &[], "country VN 16, 107.9");
    check(&[report], &[("places.toml", HANOI)], "country VN 16, 107.9");
}

#[test]
fn a_name_within_the_words_of_a_house_tells_nothing() {
    let report = "India's Foreign Minister Ali Haddad held talks with Turkish Foreign Minister \
        Can Demir at Hyderabad House on May 5, 2024.";
    let compiled = corpus(&[report], &[]);
    let points: Vec<_> = compiled.corpus.meetings.iter().map(shown).collect();
    assert!(points.iter().all(|point| !point.contains("17.39")), "{points:?}");
}

#[test]
fn a_call_is_nowhere() {
    let report = "Dutch Foreign Minister Jan Smit spoke by phone with Turkish Foreign Minister \
        Can Demir on May 5, 2024.";
    let review = "[a.call-jan-smit-can-demir]\nverdict = \"correct\"\nreason = \"r\"\nplace = \
        \"Ankara\"\n";
    let compiled = corpus(&[report], &[("meetings.toml", review)]);
    let [call] = &compiled.corpus.meetings[..] else { panic!("one call") };
    assert_eq!((call.place.words.as_ref(), shown(call).as_str()), ("Ankara", "open "));
}

#[test]
fn namesakes_are_told_apart_by_who_took_part() {
    for (one, expected) in
        [("Libyan", "gazetteer LY 32.89, 13.19"), ("Lebanese", "gazetteer LB 34.44, 35.85")]
    {
        check(&[&talks(one, "Turkish", "in Tripoli")], &[], expected);
    }
    check(&[&talks("Spanish", "Dutch", "in Córdoba")], &[], "gazetteer ES 37.88, -4.78");
    check(&[&talks("Pakistani", "Dutch", "in Hyderabad")], &[], "gazetteer PK 25.39, 68.37");
    check(&[&talks("Australian", "Dutch", "in Victoria")], &[], "country AU -25.6, 134.4");
}

#[test]
fn namesakes_are_told_apart_by_what_stands_beside_the_name() {
    let report = talks("Libyan", "Turkish", "in Tripoli, in northern Lebanon,");
    check(&[&report], &[], "gazetteer LB 34.44, 35.85");
    let report = talks("Dutch", "Turkish", "in Birmingham, Alabama,");
    check(&[&report], &[], "gazetteer US 33.52, -86.8");
    // A country that does something is not where the city is.
    for place in ["in Tripoli, Lebanon's minister said,", "in Tripoli, Lebanon and others said,"] {
        check(&[&talks("Libyan", "Turkish", place)], &[], "gazetteer LY 32.89, 13.19");
    }
}

#[test]
fn namesakes_are_told_apart_by_headlines_then_by_the_report() {
    let report = talks("Lebanese", "Libyan", "in Tripoli");
    let titled = |title: &str| format!("+++\ntitle = \"{title}\"\n+++\n{report}");
    check(&[&titled("A day in Libya")], &[], "gazetteer LY 32.89, 13.19");
    check(&[&titled("Talks in Beirut and Tripoli")], &[], "gazetteer LB 34.44, 35.85");
    let report = talks("Dutch", "Turkish", "in Valencia");
    let report = [&report, "\n\nTrade between Venezuela and others has grown."].concat();
    check(&[&report], &[], "gazetteer VE 10.16, -68");
}

#[test]
fn namesakes_are_told_apart_by_the_publisher() {
    let report = talks("Libyan", "Turkish", "in Tripoli");
    let places = "[tripoli]\nname = \"Tripoli\"\ncountry = \"LB\"\n";
    check(&[&report], &[("places.toml", places)], "gazetteer LB 34.44, 35.85");
    let review = "[a.talks-ali-haddad-can-demir]\nverdict = \"correct\"\nreason = \"r\"\nplace = \
        \"Tripoli\"\ncountry = \"LB\"\n";
    check(&[&report], &[("meetings.toml", review)], "gazetteer LB 34.44, 35.85");
}

#[test]
fn what_may_be_in_two_countries_stays_open() {
    for place in ["in Tripoli", "at the defence ministry in Tripoli"] {
        check(&[&talks("Dutch", "Turkish", place)], &[], "open LY");
        check(&[&talks("Lebanese", "Libyan", place)], &[], "open LY");
    }
}

#[test]
fn what_may_be_in_two_places_of_a_country_is_shown_as_the_country() {
    let compiled = corpus(&[&talks("Dutch", "Turkish", "in Portland")], &[]);
    assert_eq!(shown(&compiled.corpus.meetings[0]), "country US 39.5, -98.5");
    assert_eq!(compiled.warnings.warnings(), 1, "{}", compiled.warnings);
}

#[test]
fn the_countries_are_those_of_meetings_and_of_those_who_took_part() {
    let compiled = corpus(&[&talks("Dutch", "Turkish", "in Hanoi")], &[]);
    let codes: Vec<_> = compiled.corpus.countries.iter().map(|row| row.code.as_ref()).collect();
    assert_eq!(codes, ["NL", "TR", "VN"]);
    assert_eq!(compiled.corpus.countries[2].capital.latitude, 21_030_000);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn the_same_corpus_gives_the_same_bytes_and_a_point_wherever_one_is_named(
        places in prop::collection::vec(
            prop::sample::select(vec!["Tripoli", "Hanoi", "Santiago", "Victoria", "Lyon", "Portland"]),
            1..6,
        ),
        sides in prop::collection::vec(
            prop::sample::select(vec!["Libyan", "Chilean", "French", "American", "Dutch"]),
            6,
        ),
    ) {
        let report = |(place, side): (&&str, &&str)| talks(side, "Turkish", &format!("in {place}"));
        let reports: Vec<String> = places.iter().zip(&sides).map(report).collect();
        let reports: Vec<&str> = reports.iter().map(String::as_str).collect();
        let compiled = corpus(&reports, &[]);
        prop_assert_eq!(&compiled.bytes, &corpus(&reports, &[]).bytes);
        for meeting in &compiled.corpus.meetings {
            let sure = ["Hanoi", "Lyon"].contains(&meeting.place.words.as_ref());
            prop_assert!(!sure || shown(meeting).starts_with("gazetteer"), "{}", shown(meeting));
        }
    }
}

#[test]
fn a_house_that_needs_no_town_is_in_its_country() {
    for (place, expected) in [
        ("at the White House", "venue US 38.9, -77.04"),
        ("at the Kremlin", "venue RU 55.75, 37.62"),
        ("at the Élysée Palace", "venue FR 48.87, 2.32"),
        ("at Hyderabad House", "venue IN 28.62, 77.23"),
    ] {
        check(&[&talks("Dutch", "Turkish", place)], &[], expected);
    }
}

/// The names of the places in which meetings were, the nearest first, meeting by meeting.
fn within(reports: &[&str], files: &[(&str, &str)]) -> Vec<Vec<String>> {
    let corpus = corpus(reports, files).corpus;
    let name = |&number: &u32| corpus.entities[number as usize].name.to_string();
    let mut meetings: Vec<&Meeting> = corpus.meetings.iter().collect();
    meetings.sort_by_key(|meeting| meeting.date.map(Period::first_day));
    let places =
        |meeting: &&Meeting| meeting.place.entity.iter().chain(&meeting.within).map(name).collect();
    meetings.iter().map(places).collect()
}

#[test]
fn a_meeting_was_in_the_town_of_its_house_and_in_the_country_of_its_town() {
    // The reports name the country, so that there is an entity of it.
    let also = "\n\nVietnam welcomed both of them.";
    let palace = talks("Dutch", "Turkish", "at the presidential palace in Hanoi") + also;
    assert_eq!(within(&[&palace], &[("places.toml", HANOI)]), [["Hà Nội", "Vietnam"]]);
    // Without records as well, where another meeting was in the town itself.
    let town = talks("Dutch", "Turkish", "in Hanoi").replace("May 5", "June 6") + also;
    assert_eq!(within(&[&palace, &town], &[])[0], ["Hanoi", "Vietnam"]);
    assert_eq!(within(&[&palace, &town], &[])[1], ["Hanoi", "Vietnam"]);
}
