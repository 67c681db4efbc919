//! The tables of where cities and countries lie, by the names of the gazetteer, and well-known houses.
//!
//! It stands here and not beside the names, since only what is compiled needs it: the page
//! gets the points and not the table.

use entente_analysis::gazetteer::{Named, PlaceKind, countries, places_named};
use entente_archive::Country;
use entente_model::Coordinates;
use entente_text::fold_str;
use std::collections::BTreeMap;

const CITIES: &str = include_str!("../../gazetteer/cities.txt");
const HOUSES: &str = include_str!("../../gazetteer/houses.txt");
const MEMBERS: &str = include_str!("../../gazetteer/members.txt");
const COUNTRIES: &str = include_str!("../../gazetteer/countries.txt");

/// Where cities and countries lie.
#[derive(Debug)]
pub(crate) struct Table {
    /// By country and name; where a country has several of a name, several points.
    cities: BTreeMap<(&'static str, &'static str), Vec<Coordinates>>,
    /// Country and place by the folded name.
    houses: BTreeMap<String, (&'static str, Coordinates)>,
    /// Middle and reach by code.
    countries: BTreeMap<&'static str, (Coordinates, u32)>,
}

/// A place that the name of a city may mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Namesake {
    /// The name in the gazetteer.
    pub(crate) name: &'static str,
    /// The country, as ISO 3166-1 alpha-2.
    pub(crate) country: &'static str,
    /// Where it lies; none of a province.
    pub(crate) point: Option<Coordinates>,
}

impl Table {
    pub(crate) fn read() -> Self {
        let mut cities = BTreeMap::<_, Vec<Coordinates>>::new();
        for (code, name, point) in lines(CITIES).filter_map(city) {
            cities.entry((code, name)).or_default().push(point);
        }
        let houses = lines(HOUSES).filter_map(house).flat_map(|(code, point, names)| {
            names.map(move |name| (fold_str(name), (code, point)))
        });
        Self {
            cities,
            houses: houses.collect(),
            countries: lines(COUNTRIES).filter_map(country).collect(),
        }
    }

    /// All cities that have this name, and provinces of other countries that have it, too;
    /// nothing where no city has it.
    pub(crate) fn namesakes(&self, words: &str) -> Vec<Namesake> {
        let named: Vec<Named> = places_named(words).collect();
        let mut all = Vec::new();
        for &Named { name, country, .. } in named.iter().filter(|one| one.kind == PlaceKind::City) {
            let points = self.cities.get(&(country, name)).into_iter().flatten();
            all.extend(points.map(|&point| Namesake { name, country, point: Some(point) }));
        }
        if all.is_empty() {
            return all;
        }
        for &Named { name, country, .. } in named.iter().filter(|one| one.kind == PlaceKind::Region)
        {
            if !country.is_empty() && all.iter().all(|one| one.country != country) {
                all.push(Namesake { name, country, point: None });
            }
        }
        all
    }

    /// The country and the place of a house that is known by its name alone.
    pub(crate) fn house(&self, name: &str) -> Option<(&'static str, Coordinates)> {
        self.houses.get(&fold_str(name)).copied()
    }

    /// Where the middle of a country is; `None` of what is no country.
    pub(crate) fn middle(&self, code: &str) -> Option<Coordinates> {
        self.countries.get(code).map(|&(middle, _)| middle)
    }

    /// The countries of these codes, in the order of the codes; what is no code is left out.
    pub(crate) fn countries(&self, is_wanted: impl Fn(&str) -> bool) -> Vec<Country<'static>> {
        let wanted = countries().filter(|country| is_wanted(country.code));
        let mut rows: Vec<Country<'_>> = wanted
            .filter_map(|country| {
                let &(middle, reach) = self.countries.get(country.code)?;
                let capital = self.cities.get(&(country.code, country.capital));
                let capital = capital.and_then(|points| points.first());
                let capital = capital.copied().unwrap_or(middle);
                Some(Country { code: country.code.into(), middle, reach, capital })
            })
            .collect();
        rows.sort_by(|a, b| a.code.cmp(&b.code));
        rows
    }
}

/// Where names of countries may stand on the map, as bytes: of each member state of the United
/// Nations its code, then latitude and longitude of its middle in tenths of a degree and its reach in
/// kilometres, each of two bytes, the lower one first.
pub fn country_names() -> Vec<u8> {
    let table = Table::read();
    let members = lines(MEMBERS).flat_map(str::split_whitespace);
    let mut bytes = Vec::new();
    for (code, (middle, reach)) in
        members.filter_map(|code| Some((code, table.countries.get(code)?)))
    {
        let tenths = |millionths: i32| (millionths / 100_000) as i16;
        bytes.extend(code.as_bytes());
        bytes.extend(tenths(middle.latitude).to_le_bytes());
        bytes.extend(tenths(middle.longitude).to_le_bytes());
        bytes.extend((*reach as u16).to_le_bytes());
    }
    bytes
}

fn lines(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().filter(|line| !line.starts_with('#'))
}

/// `CODE name latitude longitude`
fn city(line: &'static str) -> Option<(&'static str, &'static str, Coordinates)> {
    let (code, rest) = line.split_once(' ')?;
    let (rest, longitude) = rest.rsplit_once(' ')?;
    let (name, latitude) = rest.rsplit_once(' ')?;
    Some((code, name, point(latitude, longitude)?))
}

/// `CODE latitude longitude name | name`
fn house(
    line: &'static str,
) -> Option<(&'static str, Coordinates, impl Iterator<Item = &'static str>)> {
    let mut fields = line.splitn(4, ' ');
    let mut field = || fields.next();
    let (code, point) = (field()?, point(field()?, field()?)?);
    Some((code, point, field()?.split('|').map(str::trim)))
}

/// `CODE latitude longitude reach`
fn country(line: &'static str) -> Option<(&'static str, (Coordinates, u32))> {
    let mut fields = line.split(' ');
    let mut field = || fields.next();
    Some((field()?, (point(field()?, field()?)?, field()?.parse().ok()?)))
}

/// Degrees as millionths of a degree.
fn point(latitude: &str, longitude: &str) -> Option<Coordinates> {
    let millionths = |degrees: &str| Some((degrees.parse::<f64>().ok()? * 1e6).round() as i32);
    Some(Coordinates { latitude: millionths(latitude)?, longitude: millionths(longitude)? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use entente_analysis::gazetteer;

    #[test]
    fn names_stand_on_member_states_alone() {
        let bytes = country_names();
        let codes: Vec<&str> =
            bytes.chunks(8).map(|row| std::str::from_utf8(&row[..2]).unwrap()).collect();
        assert_eq!(codes.len(), 193);
        assert!(codes.is_sorted());
        // Western Sahara, the Falkland Islands, Kosovo, Palestine, Taiwan, the Chagos Islands.
        for disputed in ["EH", "FK", "XK", "PS", "TW", "IO"] {
            assert!(!codes.contains(&disputed), "{disputed}");
        }
    }
    use std::collections::BTreeSet;

    fn on_the_globe(point: Coordinates) -> bool {
        point.latitude.unsigned_abs() <= 90_000_000 && point.longitude.unsigned_abs() <= 180_000_000
    }

    #[test]
    fn every_line_is_understood() {
        assert!(lines(CITIES).all(|line| city(line).is_some_and(|found| on_the_globe(found.2))));
        assert!(lines(HOUSES).all(|line| house(line).is_some_and(|found| on_the_globe(found.1))));
        let known = |line| country(line).is_some_and(|(_, (middle, _))| on_the_globe(middle));
        assert!(lines(COUNTRIES).all(known));
    }

    #[test]
    fn the_table_has_the_cities_of_the_gazetteer_and_no_others() {
        let capitals = gazetteer::countries().map(|country| (country.code, country.capital));
        let capitals = capitals.filter(|(_, name)| !name.is_empty());
        let cities = gazetteer::cities().map(|city| (city.country, city.name));
        let wanted: BTreeSet<_> = capitals.chain(cities).collect();
        let have: BTreeSet<_> = Table::read().cities.into_keys().collect();
        let but = |one: &BTreeSet<_>, other| one.difference(other).copied().collect::<Vec<_>>();
        assert_eq!(but(&wanted, &have), [("", ""); 0], "without a point");
        assert_eq!(but(&have, &wanted), [("", ""); 0], "unknown");
    }

    #[test]
    fn the_table_has_the_countries_of_the_gazetteer_and_no_others() {
        let wanted: Vec<_> = gazetteer::countries().map(|country| country.code).collect();
        let have: Vec<_> = Table::read().countries.into_keys().collect();
        assert_eq!(have, wanted);
    }

    #[test]
    fn no_two_capitals_are_in_one_place_and_each_is_near_its_country() {
        let rows = Table::read().countries(|_| true);
        let place = |point: Coordinates| (point.latitude, point.longitude);
        let places: BTreeSet<_> = rows.iter().map(|row| place(row.capital)).collect();
        assert_eq!(places.len(), rows.len());
        for row in rows {
            let degrees = |a: i32, b: i32| f64::from((a - b).abs()) / 1e6;
            let north = degrees(row.capital.latitude, row.middle.latitude);
            let east = degrees(row.capital.longitude, row.middle.longitude);
            // At most this many kilometres; no capital is farther from the middle than four
            // times the reach.
            let apart = north.max(east) * 111.0;
            assert!(apart <= 4.0 * f64::from(row.reach), "{row:?}");
        }
    }

    #[test]
    fn cities_are_found_by_any_of_their_names_and_all_of_one_name() {
        let table = Table::read();
        let lands =
            |words| table.namesakes(words).iter().map(|one| one.country).collect::<Vec<_>>();
        assert_eq!(lands("Saigon"), ["VN"]);
        assert_eq!(lands("HA NOI"), ["VN"]);
        assert_eq!(lands("San Jose"), ["CR", "US"]);
        assert_eq!(lands("Portland"), ["US", "US"]);
        assert_eq!(lands("Victoria"), ["SC", "CA", "AU"], "two cities and a state");
        assert_eq!(lands("Hiroshima"), ["JP"], "a city and its own prefecture");
        assert_eq!(lands("Vietnam"), [""; 0], "no city");
        assert_eq!(lands("Bavaria"), [""; 0], "no city");
        assert_eq!(lands("Hanoi Opera House"), [""; 0], "more than a city");
    }
}
