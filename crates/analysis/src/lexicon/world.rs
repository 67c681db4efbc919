//! The gazetteer: countries with their adjectives and capitals, larger cities, seas,
//! regions and provinces. The tables say at their head where they come from.

use super::WordClass;
use super::forms::{Comparison, Forms, Hit};
use super::words::Words;
use super::written::WrittenWords;
use crate::tokens::Tokens;

const COUNTRIES: &str = include_str!(concat!(env!("OUT_DIR"), "/world-countries.txt"));
const CITIES: &str = include_str!(concat!(env!("OUT_DIR"), "/world-cities.txt"));
const REGIONS: &str = include_str!(concat!(env!("OUT_DIR"), "/world-regions.txt"));

/// A place of the gazetteer.
#[derive(Clone, Copy, Debug)]
pub(crate) struct WorldPlace {
    /// The name in English.
    pub(crate) name: &'static str,
    /// The country, as ISO 3166-1 alpha-2; empty for seas and regions of several.
    pub(crate) country: &'static str,
}

/// All places, and the forms that name them.
#[derive(Debug, Default)]
pub(crate) struct World {
    forms: Forms,
    places: Vec<WorldPlace>,
    /// Of each place what it is.
    senses: Vec<WordClass>,
}

impl World {
    pub(super) fn read(words: &mut Words) -> Self {
        let mut world = Self::default();
        countries().for_each(|line| world.add_country(&line, words));
        cities().for_each(|line| world.city(&line, words));
        for line in entries(REGIONS) {
            let (names, rest) = line.split_once(';').unwrap_or((line, ""));
            let country = Some(rest.trim()).filter(|code| code.len() == 2).unwrap_or_default();
            world.place(WordClass::Region, names, country, words);
        }
        world.forms = world.forms.sorted();
        world
    }

    fn add_country(&mut self, line: &CountryLine, words: &mut Words) {
        let &CountryLine { code, names, adjectives, capital } = line;
        let number = self.place(WordClass::Country, names, code, words);
        for adjective in names_of(adjectives) {
            self.forms.insert(adjective, WordClass::Demonym, number, Comparison::Folded, words);
        }
        // A city that is its own country is found as the country.
        if first_of(names) != first_of(capital) {
            self.place(WordClass::City, capital, code, words);
        }
    }

    fn city(&mut self, line: &CityLine, words: &mut Words) {
        let sense = if line.in_doubt { WordClass::CityInDoubt } else { WordClass::City };
        self.place(sense, line.names, line.code, words);
    }

    fn place(
        &mut self,
        sense: WordClass,
        names: &'static str,
        country: &'static str,
        words: &mut Words,
    ) -> i32 {
        let number = self.places.len() as i32;
        self.places.push(WorldPlace { name: first_of(names), country });
        self.senses.push(sense);
        for form in names_of(names) {
            self.forms.insert(form, sense, number, Comparison::Folded, words);
        }
        number
    }

    /// All forms that begin at a token, longer ones first.
    pub(crate) fn all<'a>(
        &'a self,
        tokens: &'a Tokens,
        i: usize,
    ) -> impl Iterator<Item = (WordClass, Hit)> + 'a {
        self.forms.all(tokens, i, false)
    }

    /// The same, but for words with other diacritics.
    pub(crate) fn all_strict<'a>(
        &'a self,
        tokens: &'a Tokens,
        i: usize,
    ) -> impl Iterator<Item = (WordClass, Hit)> + 'a {
        self.forms.all(tokens, i, true)
    }

    /// What places are called in another language, by a table of lines like those of the table
    /// of countries, or `English name = names` for all other places. A form in the table that
    /// names no known place is left out.
    pub(super) fn names_in(
        &self,
        table: &'static str,
    ) -> impl Iterator<Item = (WordClass, i32, &'static str)> + '_ {
        entries(table).flat_map(|line| {
            let found = |sense, number, names| {
                names_of(names).map(move |name| (sense, number as i32, name))
            };
            let mut named = Vec::new();
            if let Some((english, names)) = line.split_once('=') {
                let place = self.named(english.trim());
                named.extend(place.into_iter().flat_map(|n| found(self.senses[n], n, names)));
            } else if let Some(line) = country_line(line)
                && let Some(n) = self.places.iter().position(|place| place.country == line.code)
            {
                named.extend(found(WordClass::Country, n, line.names));
                named.extend(found(WordClass::Demonym, n, line.adjectives));
                let capital = self.senses.get(n + 1) == Some(&WordClass::City);
                named.extend(found(WordClass::City, n + 1, line.capital).filter(|_| capital));
            }
            named
        })
    }

    /// The first place of an English name.
    fn named(&self, english: &str) -> Option<usize> {
        self.places.iter().position(|place| place.name == english)
    }

    /// The number of a country, by its code.
    pub(super) fn country(&self, code: &str) -> Option<i32> {
        let number = self.places.iter().position(|place| place.country == code)?;
        i32::try_from(number).ok()
    }

    /// The English name of a country, by its code.
    pub(crate) fn country_name(&self, code: &str) -> Option<&'static str> {
        // Countries come first, each before its capital.
        let named = self.places.iter().find(|place| place.country == code);
        named.map(|place| place.name).filter(|_| !code.is_empty())
    }

    /// The English name of the capital of a country, by its code.
    pub(crate) fn capital_name(&self, code: &str) -> Option<&'static str> {
        let mut named = self.places.iter().skip_while(|place| place.country != code);
        let (_, capital) = (named.next()?, named.next()?);
        (capital.country == code).then_some(capital.name)
    }

    /// Notes how the names of places write their words.
    pub(super) fn note(&self, written: &mut WrittenWords) {
        self.forms.note(written);
    }

    /// The token after a name of several words that begins at a token.
    pub(super) fn name_at(&self, tokens: &Tokens, i: usize) -> Option<usize> {
        self.forms.name_at(tokens, i)
    }

    /// The place of a value.
    pub(crate) fn get(&self, value: i32) -> Option<WorldPlace> {
        self.places.get(usize::try_from(value).ok()?).copied()
    }
}

/// Whether this is the code of a country or territory, as ISO 3166-1 alpha-2.
pub fn is_country(code: &str) -> bool {
    countries().any(|line| line.code == code)
}

/// The English name of a country, by its code; `None` where it is no code.
pub fn country_name(code: &str) -> Option<&'static str> {
    super::world().country_name(code)
}

/// A line of the table of countries: `CODE: names ; adjectives ; capital`.
pub(crate) struct CountryLine {
    pub(crate) code: &'static str,
    pub(crate) names: &'static str,
    adjectives: &'static str,
    /// Its names; empty where there is none.
    pub(crate) capital: &'static str,
}

/// A line of the table of cities: `CODE names`, with `!` where the name is mostly another word.
pub(crate) struct CityLine {
    pub(crate) code: &'static str,
    pub(crate) names: &'static str,
    in_doubt: bool,
}

/// The table of countries.
pub(crate) fn countries() -> impl Iterator<Item = CountryLine> {
    entries(COUNTRIES).filter_map(country_line)
}

fn country_line(line: &'static str) -> Option<CountryLine> {
    let (code, rest) = line.split_once(':')?;
    let mut fields = rest.split(';');
    let mut field = || fields.next().unwrap_or_default();
    let (names, adjectives, capital) = (field(), field(), field());
    Some(CountryLine { code, names, adjectives, capital })
}

/// The table of cities beside capitals.
pub(crate) fn cities() -> impl Iterator<Item = CityLine> {
    entries(CITIES).filter_map(|line| {
        let (code, names) = line.split_once(' ')?;
        let sure = names.trim().strip_suffix('!');
        Some(CityLine { code, names: sure.unwrap_or(names), in_doubt: sure.is_some() })
    })
}

fn entries(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

fn names_of(field: &'static str) -> impl Iterator<Item = &'static str> {
    field.split('|').map(str::trim).filter(|name| !name.is_empty())
}

/// What is wrong with a line that names a place in another language.
#[cfg(test)]
pub(crate) fn fault(line: &str) -> Option<super::Fault> {
    let name = line.split(['=', ':']).next().unwrap_or_default().trim();
    let known = match line.contains('=') {
        true => super::world().named(name).is_some(),
        false => is_country(name),
    };
    (!known).then(|| super::Fault::Place(name.to_owned()))
}

/// The first of several names, by which a place is known; empty where there is none.
pub(crate) fn first_of(field: &'static str) -> &'static str {
    names_of(field).next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::world;
    use super::*;

    #[test]
    fn knows_countries_cities_and_seas() {
        let find = |text: &str, sense| {
            let tokens = Tokens::read(text);
            let hit = world().all(&tokens, 0).find(|found| found.0 == sense);
            hit.and_then(|found| world().get(found.1.value)).map(|place| place.name)
        };
        assert_eq!(find("Việt Nam", WordClass::Country), find("Vietnam", WordClass::Country));
        assert_eq!(find("Vietnamese", WordClass::Demonym), find("Vietnam", WordClass::Country));
        assert_eq!(find("the U.S.", WordClass::Country), None);
        assert!(find("U.S. forces", WordClass::Country).is_some());
        assert_eq!(find("HA NOI", WordClass::City), find("Hanoi", WordClass::City));
        assert_eq!(find("East Sea", WordClass::Region), find("South China Sea", WordClass::Region));
    }
}
