//! What holds of every drawing, over generated meetings, and the drawing of the default corpus.

use entente_archive::Archive;
use entente_calendar::{Date, Day, Period};
use entente_compiler::{compile, folder};
use entente_model::{Act, Grain, MeetingKind, PromiseKind, Status, TimeOrder};
use entente_thread::drawing::HALF_LABEL;
use entente_thread::select::{Countries, Words, pledges};
use entente_thread::{
    Arrangement, Drawing, Encounter, Form, LabelKind, Layout, MOST_RUNGS, Outcome, Pledge, Side,
    draw, input::Kept,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use std::path::Path;

fn any_period() -> impl Strategy<Value = Period> {
    let day = (15_000..20_000_i32, 0..5_i32).prop_filter_map("days", |(day, length)| {
        Period::new(Date::of_day(Day(day))?, Date::of_day(Day(day + length))?)
    });
    let month = (2011..2025_i32, 1..=12_u8)
        .prop_filter_map("a month", |(year, month)| Date::month_of(year, month).map(Period::from));
    let year =
        (2011..2025_i32).prop_filter_map("a year", |year| Date::year_only(year).map(Period::from));
    prop_oneof![6 => day, 2 => month, 1 => year]
}

fn any_encounters(most: usize) -> impl Strategy<Value = Vec<Encounter>> {
    let kind = proptest::sample::select(MeetingKind::ALL);
    let status = proptest::sample::select(Status::ALL);
    let host = proptest::sample::select(&[None, Some(Side::First), Some(Side::Second)][..]);
    let outcome = (proptest::sample::select(Act::ALL), "[A-Za-zệủ ]{1,40}")
        .prop_map(|(act, label)| Outcome { act, label });
    let people = vec(0..4_u32, 0..3);
    let one = (kind, status, option::weighted(0.9, any_period()), host, (people.clone(), people));
    let one = (one, "[A-Za-z ]{1,60}", vec(outcome, 0..6));
    let visits = vec(any::<proptest::sample::Index>(), most);
    (vec(one, 0..most), visits).prop_map(|(all, visits)| {
        let encounter = |(meeting, ((kind, status, date, host, people), title, outcomes))| {
            let people: (Vec<u32>, Vec<u32>) = people;
            Encounter {
                meeting,
                kind,
                status,
                date,
                host,
                visit: None,
                people: [people.0, people.1],
                others: Vec::new(),
                title,
                outcomes,
            }
        };
        let mut all: Vec<Encounter> = all.into_iter().enumerate().map(encounter).collect();
        // Some are part of a visit to the same side.
        for (number, visit) in visits.iter().enumerate().take(all.len()) {
            let visit = &all[visit.index(all.len())];
            let is_stay = visit.kind == MeetingKind::Visit && visit.host.is_some();
            let outer = is_stay && visit.visit.is_none() && visit.meeting != number;
            let (meeting, host, date) = (visit.meeting, visit.host, visit.date);
            if outer && all[number].kind != MeetingKind::Visit && all[number].host == host {
                (all[number].visit, all[number].date) = (Some(meeting), date);
            }
        }
        all
    })
}

fn any_pledges() -> impl Strategy<Value = Vec<Pledge>> {
    let kept = (option::of(0..40_usize), option::of(any_period()))
        .prop_map(|(meeting, date)| Kept { meeting, date });
    let kind = proptest::sample::select(PromiseKind::ALL);
    let one = (kind, "[A-Za-z ]{1,40}", option::of(0..40_usize), option::of(any_period()));
    vec((one, option::of(kept)), 0..10).prop_map(|all| {
        let pledge = |(promise, ((kind, label, meeting, date), kept))| Pledge {
            promise,
            kind,
            label,
            meeting,
            date,
            kept,
        };
        all.into_iter().enumerate().map(pledge).collect()
    })
}

const USUAL: Arrangement = Arrangement { order: TimeOrder::OldestFirst, grain: None };
const NEWEST: Arrangement = Arrangement { order: TimeOrder::NewestFirst, grain: None };

fn any_arrangement() -> impl Strategy<Value = Arrangement> {
    let order = proptest::sample::select(TimeOrder::ALL);
    let grain = option::of(proptest::sample::select(Grain::ALL));
    (order, grain).prop_map(|(order, grain)| Arrangement { order, grain })
}

fn any_layout() -> impl Strategy<Value = Layout> {
    prop_oneof![Just(Layout::WIDE), Just(Layout::narrow(358.0))]
}

/// Whether all ends on a rail are a row apart, from top to bottom.
fn ends_are_apart(drawing: &Drawing, layout: &Layout) -> bool {
    [0, 1].into_iter().all(|rail| {
        let ends: Vec<f64> = drawing.rungs.iter().map(|rung| rung.curve.y[rail]).collect();
        ends.windows(2).all(|pair| pair[1] - pair[0] >= layout.row - 1e-6)
    })
}

/// What goes through words, said in words.
fn crossings(drawing: &Drawing) -> Vec<String> {
    let mut found = Vec::new();
    for (place, label) in drawing.labels.iter().enumerate() {
        let (left, right) = (label.x, label.x + label.width);
        let (top, bottom) = (label.y - HALF_LABEL, label.y + HALF_LABEL);
        let own_rung = match label.kind {
            LabelKind::Seal(seal) => Some(drawing.seals[seal].rung),
            LabelKind::Title(rung) => Some(rung),
            LabelKind::Promise(_) => None,
        };
        for (number, rung) in drawing.rungs.iter().enumerate() {
            let through = |step: i32| {
                let y = rung.curve.at(left + (right - left) * f64::from(step) / 8.0);
                (top..bottom).contains(&y)
            };
            if own_rung != Some(number) && (0..=8).any(through) {
                found.push(format!("rung {number} through {:?}", label.text));
            }
        }
        for promise in &drawing.promises {
            let (from, to) = (promise.y[0].min(promise.y[1]), promise.y[0].max(promise.y[1]));
            if (left..right).contains(&promise.x) && from < bottom && top < to {
                found.push(format!("promise {:?} through {:?}", promise.name, label.text));
            }
        }
        for other in &drawing.labels[place + 1..] {
            let beside = other.x >= right || other.x + other.width <= left;
            if !beside && (label.y - other.y).abs() < 2.0 * HALF_LABEL {
                found.push(format!("{:?} over {:?}", other.text, label.text));
            }
        }
    }
    found
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

    #[test]
    fn no_two_ends_on_one_rail_are_nearer_than_a_row(
        encounters in any_encounters(200), arrangement in any_arrangement(), layout in any_layout(),
    ) {
        let drawing = draw(&encounters, &[], arrangement, &layout);
        prop_assert!(ends_are_apart(&drawing, &layout));
        let drawn: usize = drawing.rungs.iter().map(|rung| rung.encounters.len()).sum();
        prop_assert_eq!(drawn, encounters.len());
    }

    #[test]
    fn nothing_crosses_words(
        encounters in any_encounters(40), pledges in any_pledges(), arrangement in any_arrangement(),
    ) {
        let drawing = draw(&encounters, &pledges, arrangement, &Layout::WIDE);
        prop_assert!(ends_are_apart(&drawing, &Layout::WIDE));
        prop_assert_eq!(crossings(&drawing), Vec::<String>::new());
    }

    #[test]
    fn the_same_input_gives_the_same_drawing(
        encounters in any_encounters(90), pledges in any_pledges(), layout in any_layout(),
        arrangement in any_arrangement(),
    ) {
        let drawn = |encounters: &[Encounter]| draw(encounters, &pledges, arrangement, &layout);
        prop_assert_eq!(drawn(&encounters), drawn(&encounters));
        let mut turned = encounters.clone();
        turned.reverse();
        let heights = [&encounters, &turned].map(|all| draw(all, &[], arrangement, &layout).height);
        prop_assert!((heights[0] - heights[1]).abs() < 1e-9);
    }

    #[test]
    fn rails_are_torn_where_nothing_is_reported(
        encounters in any_encounters(60), arrangement in any_arrangement(),
    ) {
        let drawing = draw(&encounters, &[], arrangement, &Layout::WIDE);
        for silence in &drawing.silences {
            prop_assert!(silence.years > 0);
            let inside = |y: &f64| silence.y[0] < *y && *y < silence.y[1];
            prop_assert!(!drawing.rungs.iter().any(|rung| rung.curve.y.iter().any(inside)));
        }
        prop_assert_eq!(drawing.rails[0].pieces.len(), drawing.silences.len() + 1);
    }
}

/// Invented: a talk each third day, in Việt Nam and in France by turns.
fn many(count: i32) -> Vec<Encounter> {
    let encounter = |number: i32| Encounter {
        meeting: number as usize,
        kind: MeetingKind::Talks,
        status: Status::Held,
        date: Date::of_day(Day(15_000 + number * 3)).map(Period::from),
        host: Some(Side::BOTH[(number % 2) as usize]),
        visit: None,
        people: [vec![1], vec![2]],
        others: Vec::new(),
        title: "Talks".into(),
        outcomes: Vec::new(),
    };
    (0..count).map(encounter).collect()
}

#[test]
fn many_meetings_are_bundled() {
    let grains = [60, 61, 400, 1000].map(|count| {
        let drawing = draw(&many(count), &[], USUAL, &Layout::WIDE);
        assert!(drawing.rungs.len() <= MOST_RUNGS, "{count}");
        assert!(drawing.rungs.iter().all(|rung| rung.width <= 14.0));
        drawing.grain
    });
    assert_eq!(grains, [Grain::Meeting, Grain::Month, Grain::Quarter, Grain::Year]);
}

fn default_corpus() -> Vec<u8> {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corpus");
    compile(folder::read(&corpus)).expect("the default corpus").bytes
}

fn plain_words<'w, 'a: 'w>() -> Words<'w, 'a> {
    Words {
        name: &|entity| entity.name().to_owned(),
        title: &|meeting| meeting.kind.to_string(),
        promise: &|promise| promise.words().to_owned(),
    }
}

#[test]
fn a_grain_is_drawn_as_asked_unless_it_has_too_many_rungs() {
    let grains = |count: i32| {
        Grain::ALL
            .iter()
            .map(|&asked| {
                let arrangement = Arrangement { grain: Some(asked), ..USUAL };
                draw(&many(count), &[], arrangement, &Layout::WIDE).grain
            })
            .collect::<Vec<_>>()
    };
    assert_eq!(grains(100), Grain::ALL);
    assert_eq!(grains(601), [Grain::Month, Grain::Month, Grain::Quarter, Grain::Year]);
}

#[test]
fn newest_first_a_visit_still_stands_before_the_meetings_within_it() {
    let bytes = default_corpus();
    let archive = Archive::open(&bytes).unwrap();
    let all: Vec<usize> = (0..archive.meetings().count()).collect();
    let (sides, words) = (["VN", "FR"], plain_words());
    let encounters = Countries::new(&archive).encounters(&archive, &all, sides, &words);
    let pledges = pledges(&archive, &encounters, sides, &words);
    let [oldest, newest] =
        [USUAL, NEWEST].map(|arrangement| draw(&encounters, &pledges, arrangement, &Layout::WIDE));
    assert_eq!(crossings(&newest), [""; 0]);
    let years = |drawing: &Drawing| drawing.years.iter().map(|year| year.year).collect::<Vec<_>>();
    let mut backwards = years(&newest);
    backwards.reverse();
    assert_eq!(backwards, years(&oldest));
    let silences = |drawing: &Drawing| {
        drawing.silences.iter().map(|one| (one.years, one.months)).collect::<Vec<_>>()
    };
    assert_eq!(silences(&newest), [(1, 6), (5, 5)]);
    // Guests arrive before they meet anybody, whichever way one reads.
    let stays = |drawing: &Drawing| drawing.stays.len();
    assert_eq!(stays(&newest), stays(&oldest));
    assert!(newest.stays.iter().all(|stay| stay.y[0] < stay.y[1]));
    let ways = |drawing: &Drawing| {
        drawing
            .promises
            .iter()
            .filter(|promise| !promise.cut)
            .map(|promise| promise.y[0] < promise.y[1])
            .collect::<Vec<_>>()
    };
    assert!(ways(&oldest).iter().all(|&down| down));
    assert!(!ways(&newest).is_empty() && !ways(&newest).iter().any(|&down| down));
}

#[test]
fn the_five_reports_are_drawn() {
    let bytes = default_corpus();
    let archive = Archive::open(&bytes).unwrap();
    let countries = Countries::new(&archive);
    let all: Vec<usize> = (0..archive.meetings().count()).collect();
    let (sides, between) = countries.pairs(&archive, &all).swap_remove(0);
    assert_eq!(sides, ["VN", "FR"]);
    let sides = sides.each_ref().map(String::as_str);
    let words = plain_words();
    let encounters = countries.encounters(&archive, &all, sides, &words);
    assert_eq!(encounters.len(), between);
    let pledges = pledges(&archive, &encounters, sides, &words);
    let drawing = draw(&encounters, &pledges, USUAL, &Layout::WIDE);
    assert!(ends_are_apart(&drawing, &Layout::WIDE));
    assert_eq!(crossings(&drawing), [""; 0]);
    assert_eq!(drawing.grain, Grain::Meeting);
    let years: Vec<i32> = drawing.years.iter().map(|year| year.year).collect();
    assert_eq!(years, [2016, 2022, 2023, 2024, 2025]);
    let silences: Vec<_> = drawing.silences.iter().map(|one| (one.years, one.months)).collect();
    assert_eq!(silences, [(5, 5), (1, 6)]);
    assert!(drawing.rungs.iter().any(|rung| rung.form == Form::Visit));
    assert!(!drawing.stays.is_empty());
    assert!(drawing.seals.iter().any(|seal| seal.act == Act::Signed));
    assert!(drawing.promises.iter().any(|promise| promise.kept));
}

#[test]
fn one_country_meets_all_others() {
    let bytes = default_corpus();
    let archive = Archive::open(&bytes).unwrap();
    let countries = Countries::new(&archive);
    let all: Vec<usize> = (0..archive.meetings().count()).collect();
    let words = plain_words();
    let met = countries.met(&archive, &all, "VN");
    assert!(met.is_sorted_by(|(_, more), (_, fewer)| more >= fewer));
    assert_eq!(met[0].0, "FR");
    let codes: Vec<&str> = met.iter().map(|&(code, _)| code).collect();
    let with_all = countries.with_all(&archive, &all, "VN", &codes, &words);
    let of = |place: usize| with_all.iter().filter(|one| one.others.contains(&place)).count();
    for (place, (code, count)) in met.iter().enumerate() {
        assert_eq!(of(place), *count, "{code}");
        let two = countries.encounters(&archive, &all, ["VN", code], &words);
        assert_eq!(two.len(), *count, "{code}");
    }
    // The second side is whoever is not the first, as host and as guest.
    let two = countries.encounters(&archive, &all, ["VN", "FR"], &words);
    for one in &two {
        let same = with_all.iter().find(|other| other.meeting == one.meeting).unwrap();
        assert_eq!(same.people[0], one.people[0]);
        assert!(one.people[1].iter().all(|person| same.people[1].contains(person)));
        assert!(one.host.is_none() || same.host == one.host);
    }
    let promised =
        |encounters: &[Encounter], sides| pledges(&archive, encounters, sides, &words).len();
    assert!(promised(&with_all, ["VN", ""]) >= promised(&two, ["VN", "FR"]));
    assert_eq!(countries.met(&archive, &all, "PE"), []);
}
