//! Did you mean?

use std::collections::BTreeMap;
use strsim::osa_distance;

/// Longer words are not compared: nobody mistypes one letter of a hundred.
const LONGEST: usize = 100;

/// The word of a list that is nearest to what was typed, if it is near enough: at most a
/// third of the letters wrong, dropped, added or exchanged with their neighbour. Of
/// equals the first.
pub(crate) fn nearest<'a>(
    typed: &str,
    words: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    if typed.len() > 4 * LONGEST {
        return None;
    }
    let typed = typed.to_lowercase();
    let letters = typed.chars().count();
    words
        .into_iter()
        .filter(|word| word.len() <= 4 * LONGEST)
        .filter_map(|word| {
            let length = word.chars().count();
            let most = length.div_ceil(3);
            // Each letter more or less is an edit.
            if length.abs_diff(letters) > most || length > LONGEST {
                return None;
            }
            let distance = osa_distance(&typed, word);
            (distance <= most).then_some((distance, word))
        })
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, word)| word)
}

/// Ids of which some may be meant by ids that are not there.
///
/// A search compares with all ids, so the number of searches is limited: with ten thousand
/// ids that are not there a file is not mistyped but missing. An id is searched once.
#[derive(Debug)]
pub(crate) struct Suggestions<'a> {
    ids: Vec<&'a str>,
    /// What was found for ids that were searched.
    found: BTreeMap<String, Option<&'a str>>,
    /// With how many ids others were compared.
    compared: usize,
}

impl<'a> Suggestions<'a> {
    /// The most ids that are searched.
    const SEARCHES: usize = 100;

    pub(crate) fn new(ids: Vec<&'a str>) -> Self {
        Self { ids, found: BTreeMap::new(), compared: 0 }
    }

    /// The id that is meant by this one, which is not among them.
    pub(crate) fn near(&mut self, id: &str) -> Option<String> {
        let known = self.found.get(id).copied();
        let found = known.unwrap_or_else(|| {
            if self.found.len() == Self::SEARCHES {
                return None;
            }
            self.compared += self.ids.len();
            let found = nearest(id, self.ids.iter().copied());
            self.found.insert(id.to_owned(), found);
            found
        });
        found.map(str::to_owned)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_was_meant() {
        let words = ["id", "title", "source", "published", "language"];
        for (typed, meant) in [
            ("tilte", Some("title")),
            ("Title", Some("title")),
            ("pubished", Some("published")),
            ("langauge", Some("language")),
            ("di", Some("id")),
            ("sauce", Some("source")),
            ("author", None),
            ("", None),
            ("phở", None),
        ] {
            assert_eq!(nearest(typed, words), meant, "{typed}");
        }
        let long = "a".repeat(60_000);
        assert_eq!(nearest(&long, [&long[1..]]), None, "nobody compares these");
    }

    #[test]
    fn searches_in_proportion_to_the_ids() {
        let ids: Vec<String> = (0..1_000).map(|n| format!("minister-{n}")).collect();
        let mut suggestions = Suggestions::new(ids.iter().map(String::as_str).collect());
        assert_eq!(suggestions.near("minster-7").as_deref(), Some("minister-7"));
        assert_eq!(suggestions.near("minster-7").as_deref(), Some("minister-7"));
        assert_eq!(suggestions.compared, 1_000, "once for both");
        for n in 0..10_000 {
            suggestions.near(&format!("envoy-{n}"));
        }
        assert_eq!(suggestions.compared, 100 * 1_000);
        assert_eq!(suggestions.near("minster-7").as_deref(), Some("minister-7"));
    }
}
