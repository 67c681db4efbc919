//! Values that may come in two shapes: one or several, a word or a number.
//!
//! They are read by visitors. `serde(untagged)` would keep a copy of whatever comes in and try one
//! shape after the other, which costs the page 2 kB and says less about what is wrong.

use serde::de::value::SeqAccessDeserializer;
use serde::de::{Error, IntoDeserializer, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use std::fmt;
use std::marker::PhantomData;
use tsify::Tsify;

/// One value or several.
#[derive(Clone, Debug, PartialEq, Serialize, Tsify)]
#[serde(untagged)]
pub enum OneOrMany<T> {
    /// One.
    One(T),
    /// Several, or none.
    Many(Vec<T>),
}

impl<T> OneOrMany<T> {
    /// All values.
    pub fn as_slice(&self) -> &[T] {
        match self {
            Self::One(value) => std::slice::from_ref(value),
            Self::Many(values) => values,
        }
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for OneOrMany<T> {
    fn deserialize<D: Deserializer<'de>>(given: D) -> Result<Self, D::Error> {
        given.deserialize_any(OneOrManyVisitor(PhantomData))
    }
}

struct OneOrManyVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for OneOrManyVisitor<T> {
    type Value = OneOrMany<T>;

    fn expecting(&self, message: &mut fmt::Formatter<'_>) -> fmt::Result {
        message.write_str("a word or a list of words")
    }

    fn visit_str<E: Error>(self, word: &str) -> Result<Self::Value, E> {
        T::deserialize(word.into_deserializer()).map(OneOrMany::One)
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Self::Value, E> {
        T::deserialize(number.into_deserializer()).map(OneOrMany::One)
    }

    /// What the browser gives for a whole number.
    fn visit_i64<E: Error>(self, number: i64) -> Result<Self::Value, E> {
        self.visit_f64(number as f64)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, values: A) -> Result<Self::Value, A::Error> {
        Vec::deserialize(SeqAccessDeserializer::new(values)).map(OneOrMany::Many)
    }
}

/// A word, or a number that stands for one: a year.
#[derive(Clone, Debug, PartialEq, Serialize, Tsify)]
#[serde(untagged)]
pub enum Word {
    /// As in an address.
    Text(String),
    /// A year.
    Number(f64),
}

impl Word {
    /// As in an address.
    pub fn text(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Number(number) => number.to_string(),
        }
    }
}

impl<'de> Deserialize<'de> for Word {
    fn deserialize<D: Deserializer<'de>>(given: D) -> Result<Self, D::Error> {
        given.deserialize_any(WordVisitor)
    }
}

struct WordVisitor;

impl Visitor<'_> for WordVisitor {
    type Value = Word;

    fn expecting(&self, message: &mut fmt::Formatter<'_>) -> fmt::Result {
        message.write_str("a word such as \"2024-05\", or a year")
    }

    fn visit_str<E: Error>(self, word: &str) -> Result<Self::Value, E> {
        Ok(Word::Text(word.to_owned()))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Self::Value, E> {
        Ok(Word::Number(number))
    }

    /// What the browser gives for a whole number.
    fn visit_i64<E: Error>(self, number: i64) -> Result<Self::Value, E> {
        self.visit_f64(number as f64)
    }
}

/// A filter as it comes in: the values of each key as words. What may be asked for is described by
/// the types of filters in `types.rs`; all of them are read by this one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Given(pub Vec<(String, Vec<String>)>);

impl Given {
    /// The values of a key; none where it is left out.
    pub fn values(&self, key: &str) -> &[String] {
        self.0.iter().find(|(known, _)| known == key).map_or(&[], |(_, values)| values)
    }
}

impl<'de> Deserialize<'de> for Given {
    fn deserialize<D: Deserializer<'de>>(given: D) -> Result<Self, D::Error> {
        given.deserialize_map(GivenVisitor)
    }
}

struct GivenVisitor;

impl<'de> Visitor<'de> for GivenVisitor {
    type Value = Given;

    fn expecting(&self, message: &mut fmt::Formatter<'_>) -> fmt::Result {
        message.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Given, A::Error> {
        let mut given = Given::default();
        while let Some((key, values)) = entries.next_entry::<String, Option<OneOrMany<Word>>>()? {
            let values = values.iter().flat_map(OneOrMany::as_slice).map(Word::text);
            given.0.push((key, values.collect()));
        }
        Ok(given)
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    #[test]
    fn both_shapes_are_read_and_no_other() {
        let read = |json: &str| serde_json::from_str::<OneOrMany<String>>(json).ok();
        assert_eq!(read("\"a\""), Some(OneOrMany::One("a".to_owned())));
        assert_eq!(read("[\"a\"]"), Some(OneOrMany::Many(vec!["a".to_owned()])));
        assert_eq!(read("{}"), None);
        assert_eq!(read("[1]"), None);
        let words = serde_json::from_str::<OneOrMany<Word>>("[\"2024-05\", 2024.0, -44]");
        let words =
            words.expect("they are words").as_slice().iter().map(Word::text).collect::<Vec<_>>();
        assert_eq!(words, ["2024-05", "2024", "-44"]);
    }

    #[test]
    fn a_filter_is_read_key_by_key() {
        let read = |json: &str| serde_json::from_str::<Given>(json).ok();
        let given = read(r#"{ "year": [2023, 2024], "place": "paris", "kind": null }"#);
        let given = given.expect("it is a filter");
        assert_eq!(given.values("year"), ["2023", "2024"]);
        assert_eq!(given.values("place"), ["paris"]);
        assert!(given.values("kind").is_empty() && given.values("to").is_empty());
        assert_eq!(read("[]"), None);
        assert_eq!(read(r#"{ "place": { "id": "paris" } }"#), None);
    }
}
