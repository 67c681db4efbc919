//! Dates as reports give them: a day, or only a month or a year, or a stretch of time.
//!
//! A general date library models instants and full days; reports say "April 2022" and
//! "2018–2028". So a [`Date`] carries its precision, a [`Period`] has two such ends, and
//! a [`Day`] is the plain count of days that comparisons and weekdays need. Everything
//! is proleptic Gregorian, years 1 to 9999, without clock or time zone.
//!
//! - [`date`]: partial dates, their order and their one written form (ISO 8601)
//! - [`day`]: days since 1970-01-01 and weekdays
//! - [`period`]: stretches of time with partial ends
//! - [`silence()`]: stretches of which nothing is told
//! - `written`: both in serde

pub mod date;
pub mod day;
pub mod period;
mod silence;
mod written;

pub use date::{Date, Precision};
pub use day::{Day, Weekday};
pub use period::Period;
pub use silence::silence;
