//! Arguments of functions as they come in: objects with words, lists of words, numbers. Their keys are
//! described by the types of `types.rs`; what is wrong is told with the key and the function.
//!
//! They are read by hand. Serde's readers, with all that they can say of any type that they do not
//! expect, cost the page 6 kB at Brotli, and say less.

use super::wrong;
use js_sys::{Array, Number, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// An object that was given, or left out.
#[derive(Clone, Debug)]
pub struct Given {
    object: JsValue,
    /// How the function is described, such as `entente.meetings(filter)`.
    call: &'static str,
}

/// What was read, or what is thrown.
type Read<T> = Result<T, JsValue>;

impl Given {
    /// An argument that is an object and may be left out.
    ///
    /// # Errors
    /// A `TypeError` where it is anything else.
    pub fn new(object: &JsValue, call: &'static str) -> Read<Self> {
        // Not `instanceof`: objects of other frames are welcome.
        let nothing = object.is_undefined() || object.is_null();
        match nothing || object.is_object() {
            true => Ok(Self { object: object.clone(), call }),
            false => Err(wrong(&[call, ": the last argument must be an object"].concat())),
        }
    }

    /// The function that it was given to.
    pub fn call(&self) -> &'static str {
        self.call
    }

    /// The same, where every key is known: a filter that is not understood would let through what it
    /// should not.
    ///
    /// # Errors
    /// A `TypeError` with the key that is not known.
    pub fn with_keys(self, known: &[&str]) -> Read<Self> {
        let unknown = |key: &String| !known.contains(&key.as_str());
        match self.keys().into_iter().find(unknown) {
            Some(key) => Err(wrong(&format!("{}: there is no filter `{key}`", self.call))),
            None => Ok(self),
        }
    }

    /// Its keys.
    fn keys(&self) -> Vec<String> {
        if !self.object.is_object() {
            return Vec::new();
        }
        let keys = Object::keys(self.object.unchecked_ref::<Object>());
        keys.iter().filter_map(|key| key.as_string()).collect()
    }

    /// The value of a key; `None` where it is left out.
    fn value(&self, key: &str) -> Option<JsValue> {
        // To ask what is no object would throw, and what is thrown is kept by the engine.
        let object = Some(&self.object).filter(|object| object.is_object())?;
        let value = Reflect::get(object, &key.into()).ok()?;
        (!value.is_undefined() && !value.is_null()).then_some(value)
    }

    fn must_be<T>(&self, key: &str, what: &str) -> Read<T> {
        Err(wrong(&format!("{}: {key} must be {what}", self.call)))
    }

    /// A word.
    ///
    /// # Errors
    /// A `TypeError` where it is anything else.
    pub fn word(&self, key: &str) -> Read<Option<String>> {
        match self.value(key).map(|value| value.as_string()) {
            None => Ok(None),
            Some(Some(word)) => Ok(Some(word)),
            Some(None) => self.must_be(key, "a word"),
        }
    }

    /// A number from 0 up.
    ///
    /// # Errors
    /// A `TypeError` where it is anything else.
    pub fn number(&self, key: &str) -> Read<Option<usize>> {
        match self.value(key).map(|value| value.as_f64()) {
            None => Ok(None),
            Some(Some(number)) if number >= 0.0 => Ok(Some(number as usize)),
            Some(_) => self.must_be(key, "a number from 0 up"),
        }
    }

    /// Yes or no.
    ///
    /// # Errors
    /// A `TypeError` where it is anything else.
    pub fn flag(&self, key: &str) -> Read<bool> {
        match self.value(key).map(|value| value.as_bool()) {
            None => Ok(false),
            Some(Some(flag)) => Ok(flag),
            Some(None) => self.must_be(key, "true or false"),
        }
    }

    /// One word or several.
    ///
    /// # Errors
    /// A `TypeError` where it is anything else.
    pub fn words(&self, key: &str) -> Read<Vec<String>> {
        self.several(key, "a word or a list of words", &|value| value.as_string())
    }

    /// One year or several, as words or numbers; or a date.
    ///
    /// # Errors
    /// A `TypeError` where it is anything else.
    pub fn years(&self, key: &str) -> Read<Vec<String>> {
        // What formats floating numbers in Rust is large.
        let written =
            |number: f64| Number::from(number).to_string_with_radix(10).ok().map(String::from);
        let year = |value: &JsValue| value.as_string().or_else(|| value.as_f64().and_then(written));
        self.several(key, "a word such as \"2024-05\", or a year", &year)
    }

    fn several(
        &self,
        key: &str,
        what: &str,
        read: &dyn Fn(&JsValue) -> Option<String>,
    ) -> Read<Vec<String>> {
        let Some(value) = self.value(key) else { return Ok(Vec::new()) };
        let all: Vec<JsValue> = match Array::is_array(&value) {
            true => value.unchecked_into::<Array>().iter().collect(),
            false => vec![value],
        };
        let read: Option<Vec<String>> = all.iter().map(read).collect();
        read.map_or_else(|| self.must_be(key, what), Ok)
    }

    /// An object within it.
    ///
    /// # Errors
    /// A `TypeError` where it is anything else.
    pub fn object(&self, key: &str) -> Read<Self> {
        let object = self.value(key).unwrap_or_default();
        if object.is_undefined() || object.is_object() {
            return Ok(Self { object, call: self.call });
        }
        self.must_be(key, "an object")
    }
}
