//! Long lists that stay in their bytes.
//!
//! A report of 4 kB has some forty sentences and a hundred mentions. Decoded into vectors
//! they would take half as much memory as the text; so they are kept as their postcard
//! encoding, borrowed from the archive, and each item is decoded when the list is walked.

use crate::format::append;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

/// A list of items as their encoding, one behind the other.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound = "")]
pub struct Packed<'a, T> {
    #[serde(borrow, with = "serde_bytes")]
    bytes: Cow<'a, [u8]>,
    #[serde(skip)]
    items: PhantomData<T>,
}

impl<T: DeserializeOwned> Packed<'_, T> {
    /// The items in order.
    pub fn iter(&self) -> impl Iterator<Item = T> {
        let mut rest = &*self.bytes;
        std::iter::from_fn(move || {
            let (item, behind) = postcard::take_from_bytes(rest).ok()?;
            rest = behind;
            Some(item)
        })
    }

    /// Whether all bytes can be decoded, and this holds of every item.
    pub(crate) fn all(&self, holds: impl Fn(T) -> bool) -> bool {
        let mut rest = &*self.bytes;
        while !rest.is_empty() {
            let Ok((item, behind)) = postcard::take_from_bytes(rest) else { return false };
            if !holds(item) {
                return false;
            }
            rest = behind;
        }
        true
    }
}

impl<T> Packed<'_, T> {
    /// Whether there are no items.
    pub fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }
}

impl<T> Default for Packed<'_, T> {
    fn default() -> Self {
        Self { bytes: Cow::default(), items: PhantomData }
    }
}

impl<T: Serialize> FromIterator<T> for Packed<'_, T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        let encoded = items.into_iter().fold(Vec::new(), |bytes, item| append(bytes, &item));
        Self { bytes: encoded.into(), items: PhantomData }
    }
}

impl<T: Serialize> From<Vec<T>> for Packed<'_, T> {
    fn from(items: Vec<T>) -> Self {
        items.into_iter().collect()
    }
}

impl<T: DeserializeOwned + fmt::Debug> fmt::Debug for Packed<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}
