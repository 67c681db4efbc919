//! Letters: how words are written, found again and counted off.
//!
//! Everything is a pure function of text, total and linear in its length. All offsets are
//! bytes of UTF-8 on character boundaries.
//!
//! - [`reading`](mod@reading): a text without invisible characters and divided words
//! - [`fold`](mod@fold): one form for all ways to write a word, with a map back to the source
//! - [`tokens`](mod@tokens): words, as ranges
//! - [`sentences`](mod@sentences): sentences of news text, as ranges
//! - [`quote`]: a passage by its words, found again where a text has changed
//! - [`spelling`]: British and American spellings of a word

pub mod fold;
pub mod quote;
pub mod reading;
pub mod sentences;
pub mod spelling;
pub mod tokens;

pub use fold::{Folded, fold, fold_reading, fold_str};
pub use quote::Quote;
pub use reading::{Reading, reading};
pub use sentences::sentences;
pub use spelling::variants;
pub use tokens::{Tokens, is_unspaced, tokens};
