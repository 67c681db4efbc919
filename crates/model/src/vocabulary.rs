//! The closed lists of words: kinds, statuses and provenances.
//!
//! The order of the values is the order in which they are stored, listed and compared; where
//! a provenance is compared, the better one comes first.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A word that is none of a closed list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownWord;

impl fmt::Display for UnknownWord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the word is not in the list of values")
    }
}

impl std::error::Error for UnknownWord {}

/// Defines an enum each value of which has one word, and old words that are still read.
macro_rules! vocabulary {
    (
        $(#[$meta:meta])*
        $name:ident {
            $($(#[$value_meta:meta])* $value:ident = $word:literal $(| $old:literal)*,)+
        }
    ) => {
        $(#[$meta])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
        )]
        pub enum $name {
            $($(#[$value_meta])* #[serde(rename = $word $(, alias = $old)*)] $value,)+
        }

        impl $name {
            /// All values in their order.
            pub const ALL: &[Self] = &[$(Self::$value),+];

            /// The word in JSON and in addresses.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$value => $word,)+
                }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl FromStr for $name {
            type Err = UnknownWord;

            fn from_str(word: &str) -> Result<Self, UnknownWord> {
                match word {
                    $($word $(| $old)* => Ok(Self::$value),)+
                    _ => Err(UnknownWord),
                }
            }
        }
    };
}

vocabulary! {
    /// Kinds of entity.
    EntityKind {
        /// A human being.
        Person = "person",
        /// A state body, party, company, alliance, agency.
        Organisation = "organisation",
        /// A country, region, city, sea, building.
        Place = "place",
        /// A treaty, statement, letter of intent, partnership, convention.
        Agreement = "agreement",
        /// A dialogue, exhibition, conference, commemoration.
        Event = "event",
        /// A day, month, year or stretch of time.
        Date = "date",
    }
}

vocabulary! {
    /// Kinds of meeting. The word lists of the analysis number them in this order.
    #[allow(missing_docs)]
    MeetingKind {
        Talks = "talks",
        Dialogue = "dialogue",
        Visit = "visit",
        Ceremony = "ceremony",
        Call = "call",
        Conference = "conference",
        Exhibition = "expo",
        Signing = "signing",
        Meeting = "meeting",
    }
}

vocabulary! {
    /// Whether a meeting took place.
    Status {
        /// It took place, or is under way.
        Held = "held",
        /// It is to come.
        Planned = "planned",
        /// An earlier one that a report mentions.
        Mentioned = "mentioned" | "reference",
    }
}

vocabulary! {
    /// What was done with an outcome of a meeting.
    Act {
        /// Signed, or witnessed being signed.
        Signed = "signed",
        /// Agreed.
        Agreed = "agreed",
        /// Announced.
        Announced = "announced",
    }
}

vocabulary! {
    /// Kinds of promise.
    PromiseKind {
        /// Somebody is asked to come.
        Invitation = "invitation",
        /// A paper is to be signed.
        Agreement = "agreement",
        /// A meeting, visit or dialogue is to be held.
        Meeting = "meeting",
    }
}

vocabulary! {
    /// Whether what was promised has come about, as far as the reports tell.
    PromiseState {
        /// No report tells that it has.
        Open = "open",
        /// A report tells of the meeting or the paper.
        Kept = "kept",
    }
}

vocabulary! {
    /// What a stretch of text is that belongs to the page and not to the report.
    BoilerplateKind {
        /// A headline or first sentence of another story, or a service of the page.
        Teaser = "teaser",
        /// Who reports: dateline with agency, sign-off, byline, credit, rights.
        Agency = "agency",
        /// A date line of the publishing system, or a field of a record.
        Stamp = "stamp",
        /// A mark in front of a paragraph.
        Bullet = "bullet",
    }
}

vocabulary! {
    /// Where the title of a report comes from.
    TitleProvenance {
        /// The publisher's own.
        Given = "given",
        /// Given by the editor of the corpus.
        Editorial = "editorial",
        /// Worked out from the text.
        WorkedOut = "worked-out",
    }
}

vocabulary! {
    /// Where the date of publication comes from.
    PublicationProvenance {
        /// There is none.
        Unknown = "unknown",
        /// Given with the document.
        Given = "given",
        /// Stated in full in the text.
        Stated = "stated",
        /// Worked out from the text.
        WorkedOut = "worked-out",
    }
}

vocabulary! {
    /// Where the date of a meeting comes from.
    DateProvenance {
        /// There is none.
        Unknown = "none",
        /// The words state it in full.
        Stated = "stated",
        /// Counted from the day of the report: "Sunday", "last September".
        Relative = "relative",
        /// That of another meeting which the report tells with it.
        SameEvent = "same-event",
        /// The day of publication.
        Publication = "publication",
        /// The publisher of the corpus says so.
        Reviewed = "reviewed",
    }
}

vocabulary! {
    /// Where the place of a meeting comes from.
    PlaceProvenance {
        /// There is none.
        Unknown = "none",
        /// The sentence states it.
        Stated = "stated",
        /// Where the report was filed.
        Dateline = "dateline",
        /// That of another meeting or visit which the report tells with it.
        SameEvent = "same-event",
        /// The country of the host.
        Host = "host",
        /// The publisher of the corpus says so.
        Reviewed = "reviewed",
    }
}

vocabulary! {
    /// How exact the place of a meeting is.
    PlacePrecision {
        /// There is none.
        Unknown = "none",
        /// A house, a ministry, a base.
        Venue = "venue",
        /// A city or region.
        Locality = "locality",
        /// Only the country.
        Country = "country",
    }
}

vocabulary! {
    /// Where the point of a meeting on the map comes from.
    PointProvenance {
        /// There is none.
        Unknown = "open",
        /// The authority file gives it for the place.
        Record = "record",
        /// A venue without a point of its own, shown at what it is part of or in its city.
        Venue = "venue",
        /// The table of cities.
        Gazetteer = "gazetteer",
        /// Only the country is known: the point is its middle, for a ring and not for a mark.
        Country = "country",
    }
}

vocabulary! {
    /// Which way time runs down a list or a drawing.
    TimeOrder {
        /// What happened first is above.
        OldestFirst = "oldest",
        /// What happened last is above.
        NewestFirst = "newest",
    }
}

vocabulary! {
    /// What is told together, from the finest to the coarsest.
    Grain {
        /// Each meeting by itself.
        Meeting = "meeting",
        /// The meetings of a month.
        Month = "month",
        /// Those of a quarter.
        Quarter = "quarter",
        /// Those of a year.
        Year = "year",
    }
}

vocabulary! {
    /// By what a table of meetings can be sorted beside their dates.
    MeetingColumn {
        /// What they are called.
        Title = "title",
        /// Where they were.
        Place = "place",
        /// What came of them.
        Outcomes = "outcomes",
        /// How many reports tell of them.
        Reports = "reports",
    }
}

vocabulary! {
    /// Under which headings the meetings of a table stand.
    Grouping {
        /// Their years.
        Year = "year",
        /// The series of which they are sessions.
        Series = "series",
        /// The countries in which they were.
        Host = "host",
        /// None.
        Nothing = "nothing",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn serde_and_parsing_agree_on_the_words() {
        for kind in MeetingKind::ALL {
            let json = serde_json::to_string(kind).unwrap();
            assert_eq!(json, format!("\"{kind}\""));
            assert_eq!(serde_json::from_str::<MeetingKind>(&json).unwrap(), *kind);
            assert_eq!(kind.as_str().parse(), Ok(*kind));
        }
        assert_eq!("feast".parse::<MeetingKind>(), Err(UnknownWord));
    }

    #[test]
    fn old_words_are_read_and_not_written() {
        assert_eq!("reference".parse(), Ok(Status::Mentioned));
        assert_eq!(serde_json::from_str::<Status>("\"reference\"").unwrap(), Status::Mentioned);
        assert_eq!(Status::Mentioned.as_str(), "mentioned");
    }
}
