//! Failures as sentences: what went wrong, why, and how to mend it.
//!
//! Nothing here is caught and examined; it is read by a person at a terminal. So there is
//! one type, and the work is in the wording at the place where the failure is understood.

use std::fmt;

/// A sentence for the person at the terminal.
#[derive(Debug)]
pub struct Trouble(String);

/// A value, or a sentence that says why there is none.
pub type Result<T, E = Trouble> = std::result::Result<T, E>;

impl Trouble {
    /// The sentence itself; without a final newline.
    pub fn new(sentence: impl Into<String>) -> Self {
        Self(sentence.into())
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Trouble {}

/// Puts a sentence in front of an error that does not know what it was part of.
pub trait Saying<T> {
    /// `sentence: error`
    ///
    /// # Errors
    /// The same error with the sentence before it.
    fn saying(self, sentence: impl FnOnce() -> String) -> Result<T>;
}

impl<T, E: fmt::Display> Saying<T> for Result<T, E> {
    fn saying(self, sentence: impl FnOnce() -> String) -> Result<T> {
        self.map_err(|error| Trouble(format!("{}: {error}", sentence())))
    }
}
