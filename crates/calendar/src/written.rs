//! Dates and periods in serde: as their written form, in every format.

use crate::{Date, Period};
use serde::de::{Error, Unexpected, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

macro_rules! written {
    ($type:ident, $visitor:ident, $expected:literal) => {
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        struct $visitor;

        impl Visitor<'_> for $visitor {
            type Value = $type;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str($expected)
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<$type, E> {
                let bad = || E::invalid_value(Unexpected::Str(text), &self);
                $type::parse(text).ok_or_else(bad)
            }
        }

        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str($visitor)
            }
        }
    };
}

written!(Date, DateVisitor, "a date such as 2024, 2024-05 or 2024-05-07");
written!(Period, PeriodVisitor, "a date, or two with a slash between them");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stand_in_json_as_they_are_written() {
        let period = Period::parse("2016-11-07/2016-11").unwrap();
        let json = serde_json::to_string(&(period.start(), period)).unwrap();
        assert_eq!(json, r#"["2016-11-07","2016-11-07/2016-11"]"#);
        assert_eq!(serde_json::from_str::<(Date, Period)>(&json).unwrap().1, period);
        assert!(serde_json::from_str::<Date>("\"2024-02-30\"").is_err());
    }
}
