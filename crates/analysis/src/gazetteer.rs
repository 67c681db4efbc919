//! The gazetteer, for others than the rules: which countries and cities it has, and which of
//! its places words name.
//!
//! Several cities may have one name. In a text the rules take the one that stands first in
//! the table; here all of them are told, since where on the globe a city lies is worth asking.

use crate::lexicon::world::first_of;
use crate::lexicon::{Hit, WordClass, world};
use crate::span::Span;
use crate::tokens::Tokens;

/// A country or territory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Country {
    /// ISO 3166-1 alpha-2.
    pub code: &'static str,
    /// The name in English.
    pub name: &'static str,
    /// The name of the capital, which may be that of the country; empty where there is none.
    pub capital: &'static str,
}

/// A city. No other of its country has the name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct City {
    /// The name by which it is known.
    pub name: &'static str,
    /// The country, as ISO 3166-1 alpha-2.
    pub country: &'static str,
}

/// What a place is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlaceKind {
    /// A country, by its name.
    Country,
    /// A country, by its adjective or its people.
    Demonym,
    /// A city.
    City,
    /// A sea, an island, a region, a province.
    Region,
}

/// A place that words name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Named {
    /// What it is.
    pub kind: PlaceKind,
    /// The name by which it is known.
    pub name: &'static str,
    /// The country, as ISO 3166-1 alpha-2; empty for seas and regions of several.
    pub country: &'static str,
    /// The bytes of the words that name it.
    pub span: Span,
}

/// All countries, in the order of their codes.
pub fn countries() -> impl Iterator<Item = Country> {
    world::countries().map(|line| Country {
        code: line.code,
        name: first_of(line.names),
        capital: first_of(line.capital),
    })
}

/// All cities beside capitals.
pub fn cities() -> impl Iterator<Item = City> {
    world::cities().map(|line| City { name: first_of(line.names), country: line.code })
}

/// All places that words name, by where their names begin, longer ones first. Names that are
/// mostly other words ("Nice", "Split") count only where nothing else is said.
pub fn places_in(words: &str) -> Vec<Named> {
    let tokens = Tokens::read(words);
    let whole = Span::from(0..words.len()).trimmed(words);
    let named = |(sense, hit): (WordClass, Hit), i: usize| {
        let span = tokens.cover(i, hit.next);
        let kind = match sense {
            WordClass::Country => PlaceKind::Country,
            WordClass::Demonym => PlaceKind::Demonym,
            WordClass::City => PlaceKind::City,
            WordClass::CityInDoubt if span == whole => PlaceKind::City,
            WordClass::Region => PlaceKind::Region,
            _ => return None,
        };
        let place = world().get(hit.value)?;
        Some(Named { kind, name: place.name, country: place.country, span })
    };
    let begin = |i| world().all(&tokens, i).filter_map(move |found| named(found, i));
    (0..tokens.len()).flat_map(begin).collect()
}

/// The places whose name words are, and nothing else.
pub fn places_named(words: &str) -> impl Iterator<Item = Named> {
    let whole = Span::from(0..words.len()).trimmed(words);
    places_in(words).into_iter().filter(move |named| named.span == whole)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn check(words: &str, expected: &[(PlaceKind, &str, &str)]) {
        let found: Vec<_> =
            places_in(words).iter().map(|one| (one.kind, one.name, one.span.of(words))).collect();
        assert_eq!(found, expected, "{words}");
    }

    #[test]
    fn names_places_of_every_kind_and_all_of_one_name() {
        use PlaceKind::{City, Country, Demonym, Region};
        check(
            "the Lebanese in SÀI GÒN",
            &[(Demonym, "Lebanon", "Lebanese"), (City, "Hồ Chí Minh City", "SÀI GÒN")],
        );
        check("Hyderabad", &[(City, "Hyderabad", "Hyderabad"); 2]);
        check(
            "East Sea, Laos",
            &[(Region, "South China Sea", "East Sea"), (Country, "Laos", "Laos")],
        );
        check("how Nice", &[]);
        check(" Nice ", &[(City, "Nice", "Nice")]);
        check("nothing", &[]);
    }

    #[test]
    fn words_name_a_place_only_with_nothing_beside() {
        let countries = |words| places_named(words).map(|one| one.country).collect::<Vec<_>>();
        assert_eq!(countries("Tripoli"), ["LY", "LB"]);
        assert_eq!(countries("Tripoli Street"), [""; 0]);
        assert_eq!(countries(""), [""; 0]);
    }

    #[test]
    fn no_country_has_two_cities_of_one_name_and_every_city_has_a_country() {
        let all: Vec<_> = cities().map(|city| (city.country, city.name)).collect();
        let codes: BTreeSet<_> = countries().map(|country| country.code).collect();
        assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len());
        let homeless: Vec<_> = all.iter().filter(|(code, _)| !codes.contains(code)).collect();
        assert!(homeless.is_empty(), "{homeless:?}");
    }
}
