//! What only the browser knows of languages: the order in which a reader looks for names, and
//! capitals.
//!
//! From the browser comes the order (`Intl.Collator`): đ behind d and ô behind o in Vietnamese,
//! accents and capitals that decide last in French, "session 2" before "session 10" in all. No
//! table of the page could say that for names of every country.
//!
//! Not from the browser come plurals, dates and grouped numbers, which stand in the table of each
//! language: the browsers differ on the order of a Vietnamese date, none of them writes "1er mai",
//! and downloads are to be the same everywhere. Names of countries are in `language.rs`.

use js_sys::Intl::{Collator, CollatorOptions};
use js_sys::{Array, JsString};
use std::cmp::Ordering;
use wasm_bindgen::JsValue;

/// Brings rows into the order of their names in a language (BCP 47). Those without a name come
/// last; those of one name stay as they stood.
pub fn sort_by_name<T>(rows: &mut Vec<T>, language: &str, name: impl Fn(&T) -> String) {
    let options = CollatorOptions::new();
    options.set_numeric(true);
    let function = Collator::new(&Array::of1(&language.into()), &options).compare();
    let compare = |one: &JsString, other: &JsString| {
        let said = function.call2(&JsValue::UNDEFINED, one, other);
        ordering(said.ok().and_then(|said| said.as_f64()))
    };
    sort_named(rows, |row| named(&name(row)), compare);
}

/// A text with a capital at its beginning. (The standard library's tables of capitals are 12 kB.)
pub fn capitalised(text: &str, language: &str) -> String {
    let mut rest = text.chars();
    let first = rest.next().map(|first| JsString::from(first.to_string()));
    let capital = first.map(|first| first.to_locale_upper_case(Some(language)));
    [&capital.map_or(String::new(), String::from), rest.as_str()].concat()
}

/// A name as the browser has it, so that it is handed over once and not with each comparison.
fn named(name: &str) -> Option<JsString> {
    (!name.is_empty()).then(|| name.into())
}

/// Sorts by names that are made once a row.
fn sort_named<T, N>(
    rows: &mut Vec<T>,
    name: impl Fn(&T) -> Option<N>,
    compare: impl Fn(&N, &N) -> Ordering,
) {
    let is_behind = |other: &Option<N>, one: &Option<N>| match (other, one) {
        (Some(other), Some(one)) => compare(other, one) == Ordering::Greater,
        (other, one) => other.is_none() && one.is_some(),
    };
    // Each into its place among those before; a sorting routine for these rows would be larger.
    let mut order: Vec<(Option<N>, usize)> = Vec::new();
    for (place, row) in rows.iter().enumerate() {
        let name = name(row);
        let at = order.partition_point(|(other, _)| !is_behind(other, &name));
        order.insert(at, (name, place));
    }
    let mut unsorted: Vec<Option<T>> = rows.drain(..).map(Some).collect();
    rows.extend(order.into_iter().filter_map(|(_, place)| unsorted[place].take()));
}

/// What the number of a comparison says: below, at or above zero.
fn ordering(number: Option<f64>) -> Ordering {
    number.and_then(|number| number.partial_cmp(&0.0)).unwrap_or(Ordering::Equal)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    #[test]
    fn rows_without_a_name_come_last_and_equal_ones_stay() {
        let mut rows = vec![("", 1), ("b", 2), ("a", 3), ("", 4), ("b", 5)];
        let name = |&(name, _): &(&'static str, i32)| (!name.is_empty()).then_some(name);
        sort_named(&mut rows, name, Ord::cmp);
        assert_eq!(rows, [("a", 3), ("b", 2), ("b", 5), ("", 1), ("", 4)]);
    }

    #[test]
    fn the_sign_of_a_comparison_is_an_order() {
        use Ordering::{Equal, Greater, Less};
        let orders = [Some(-1.0), Some(0.0), Some(2.0), Some(f64::NAN), None].map(ordering);
        assert_eq!(orders, [Less, Equal, Greater, Equal, Equal]);
    }
}

#[cfg(all(test, target_arch = "wasm32"))]
mod tests {
    use super::sort_by_name;
    use wasm_bindgen_test::wasm_bindgen_test;

    #[wasm_bindgen_test]
    fn names_stand_in_the_order_of_their_language() {
        let sorted = |language, names: &str| {
            let mut names: Vec<&str> = names.split(' ').collect();
            sort_by_name(&mut names, language, |name| (*name).to_owned());
            names.join(" ")
        };
        assert_eq!(sorted("vi", "Điện Dũng Ôn Oanh Em"), "Dũng Điện Em Oanh Ôn");
        assert_eq!(sorted("fr", "Zoé Éric Emma eau"), "eau Emma Éric Zoé");
        assert_eq!(sorted("en", "s10 s2 S1"), "S1 s2 s10");
    }
}
