//! What can be wrong with the files of a corpus, and how to mend it.
//!
//! Every fault is two clauses: what is wrong, and what to do about it. They are written
//! for the publisher of a corpus, who knows folders and texts and need not know Rust.

use crate::issue::Severity;
use crate::nearest::nearest;
use crate::review_fault::ReviewFault;
use crate::slug::{ID_LIMIT, slug};
use crate::source::{CORPUS_LIMIT, DOCUMENT_LIMIT};
use crate::text_fault::{TextFault, code};
use entente_analysis::country_name;
use entente_model::Coordinates;

/// What is wrong with a file or folder.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // what the fields hold, the sentences below say
pub enum Fault {
    /// The system does not let us read it.
    Unreadable {
        reason: String,
    },
    /// There is nothing to compile.
    NoDocuments {
        looked: String,
    },
    /// A folder has a name like `report.md`.
    FolderNamedAsDocument,
    /// A device, a pipe or a socket stands among the documents.
    NotAFile,
    /// Two ways through the folders lead to the same one: a link leads back or across.
    SameFolder {
        first: String,
    },
    /// A link leads to a folder in which the corpus lies.
    LinkAbove,
    /// A report in a format that is not plain text.
    OtherFormat {
        ending: &'static str,
        convert: &'static str,
    },
    /// A document above [`DOCUMENT_LIMIT`].
    DocumentTooLarge {
        bytes: u64,
    },
    /// A corpus or an archive above [`CORPUS_LIMIT`].
    CorpusTooLarge {
        bytes: u64,
    },
    /// A control character in a value.
    ControlInValue {
        key: &'static str,
        found: char,
    },
    /// Nothing but white space.
    Empty,
    /// A front matter without an end.
    Unclosed,
    /// What the TOML parser says.
    Toml {
        message: String,
    },
    /// A key that means nothing to us.
    UnknownKey {
        key: String,
        known: &'static [&'static str],
    },
    /// A value of another type than its key takes.
    WrongType {
        key: &'static str,
        wanted: &'static str,
        found: &'static str,
    },
    /// A date that is not in the calendar, or not in one of the three forms.
    NoSuchDate {
        value: String,
    },
    /// An id that cannot stand in an address.
    BadId {
        id: String,
        better: String,
    },
    /// An address that is not on the web.
    BadUrl {
        url: String,
    },
    /// A language that is not a language tag.
    BadLanguage {
        tag: String,
    },
    /// A title said to be ours, but no title.
    EditorialWithoutTitle,
    /// A file name without a letter or figure from which an id could be made.
    NoId,
    /// Two documents with the same id.
    SameId {
        id: String,
        other: String,
    },
    /// Two documents with the same text.
    SameBody {
        other: String,
    },
    /// An id that is too long for an address.
    LongId {
        letters: usize,
    },
    /// An authority file with a value where a record should be.
    NoTable {
        key: String,
        found: &'static str,
    },
    /// A record without a name.
    NoName {
        id: String,
    },
    /// An alias without a name.
    NoAlias {
        id: String,
    },
    /// A role without an office.
    NoOffice {
        id: String,
    },
    /// Two records with one id, or a former id that is a record's.
    SameRecord {
        id: String,
        other: String,
    },
    /// A former id that two records are said to have had.
    SameFormer {
        id: String,
        other: String,
    },
    /// A record that is a part of itself, by way of these others.
    PartOfItself {
        id: String,
        others: Vec<String>,
    },
    /// A name that two records claim.
    ClaimedTwice {
        name: String,
        other: String,
    },
    /// A name without letter or figure.
    Wordless {
        name: String,
    },
    /// A record or document that is referred to and not there.
    NoSuchRecord {
        id: String,
        near: Option<String>,
    },
    NoSuchDocument {
        id: String,
        near: Option<String>,
    },
    /// A country that is no code of ISO 3166-1.
    BadCountry {
        code: String,
    },
    /// An id of Wikidata that is none.
    BadWikidata {
        id: String,
    },
    /// Degrees beyond the globe.
    OffTheGlobe {
        key: &'static str,
        limit: u8,
        value: String,
    },
    /// Latitude without longitude or the other way round.
    HalfAPlace {
        missing: &'static str,
    },
    /// An office that ends before it begins.
    EndsEarly,
    /// A record that no document mentions.
    Unmentioned {
        id: String,
    },
    /// A name of several places, of which none is told apart.
    SeveralPlaces {
        name: String,
        /// For each the code of the country, and where it lies if it is no province.
        places: Vec<(&'static str, Option<Coordinates>)>,
    },
    /// A word that is none of those which a key takes.
    NotAmong {
        key: &'static str,
        value: String,
        known: Vec<&'static str>,
    },
    /// What can be wrong with a text as such.
    Text(TextFault),
    /// What can be wrong with a review of a meeting.
    Review(ReviewFault),
}

impl Fault {
    /// What is wrong with an id.
    pub(crate) fn for_id(id: &str) -> Option<Self> {
        let letters = id.chars().count();
        if letters > ID_LIMIT {
            return Some(Self::LongId { letters });
        }
        let better = slug(id);
        (id.is_empty() || better != id).then(|| Self::BadId { id: id.to_owned(), better })
    }

    /// Whether a corpus with it can be compiled.
    pub fn severity(&self) -> Severity {
        match self {
            Self::OtherFormat { .. }
            | Self::SameBody { .. }
            | Self::EditorialWithoutTitle
            | Self::Unmentioned { .. }
            | Self::SeveralPlaces { .. } => Severity::Warning,
            Self::Text(fault) => fault.severity(),
            Self::Review(fault) => fault.severity(),
            _ => Severity::Error,
        }
    }

    /// What is wrong.
    pub fn what(&self) -> String {
        match self {
            Self::Unreadable { reason } => format!("this cannot be read: {reason}"),
            Self::NoDocuments { looked } => {
                format!("the corpus has no documents: no .md or .txt file in {looked}")
            }
            Self::FolderNamedAsDocument => "this is a folder with the name of a document".into(),
            Self::NotAFile => "this is a device, a pipe or a socket, not a file".into(),
            Self::SameFolder { first } => {
                format!("this is the same folder as {first}: a link leads in a circle or twice")
            }
            Self::LinkAbove => "this link leads to a folder in which the corpus itself lies".into(),
            Self::OtherFormat { ending, .. } => {
                format!("this file is left out: .{ending} is not plain text")
            }
            Self::DocumentTooLarge { bytes } => {
                format!(
                    "the document has {bytes} bytes or more, the limit is {DOCUMENT_LIMIT} (64 MiB)"
                )
            }
            Self::CorpusTooLarge { bytes } => {
                format!("the corpus has {bytes} bytes, the limit is {CORPUS_LIMIT} (4 GiB)")
            }
            Self::ControlInValue { key, found } => {
                format!("`{key}` has the control character {}", code(*found))
            }
            Self::Empty => "the document has no text".into(),
            Self::Unclosed => "the front matter that begins here has no end".into(),
            Self::Toml { message } => format!("this is not valid TOML: {message}"),
            Self::UnknownKey { key, .. } => format!("the key `{}` is not known", short(key)),
            Self::WrongType { key, wanted, found } => {
                format!("`{key}` takes {wanted}, not {found}")
            }
            Self::NoSuchDate { value } => format!("there is no such date as `{}`", short(value)),
            Self::BadId { id, .. } => format!("the id `{}` cannot stand in an address", short(id)),
            Self::BadUrl { url } => format!("`{}` is not a web address", short(url)),
            Self::BadLanguage { tag } => format!("`{}` is not a language tag", short(tag)),
            Self::EditorialWithoutTitle => "`editorial` is about a title, and there is none".into(),
            Self::NoId => "no id can be made from the name of this file".into(),
            Self::SameId { id, other } | Self::SameRecord { id, other } => {
                format!("the id `{}` is taken by {other}", short(id))
            }
            Self::SameBody { other } => format!("the text is the same as that of {other}"),
            Self::LongId { letters } => {
                format!("the id has {letters} characters, the limit is {ID_LIMIT}")
            }
            Self::NoTable { key, found } => {
                format!("`{}` is {found}, not a record", short(key))
            }
            Self::NoName { id } => format!("the record `{}` has no name", short(id)),
            Self::NoAlias { id } => format!("the alias of `{}` has no name", short(id)),
            Self::NoOffice { id } => format!("the role of `{}` has no office", short(id)),
            Self::SameFormer { id, other } => {
                format!("the former id `{}` is given in {other}, too", short(id))
            }
            Self::PartOfItself { id, others } if others.is_empty() => {
                format!("`{}` is a part of itself", short(id))
            }
            Self::PartOfItself { id, others } => {
                let others: Vec<_> =
                    others.iter().map(|other| format!("`{}`", short(other))).collect();
                format!("`{}` is a part of itself, by way of {}", short(id), others.join(", "))
            }
            Self::ClaimedTwice { name, other } => {
                format!("the name `{}` is claimed by `{}`, too", short(name), short(other))
            }
            Self::Wordless { name } => format!("the name `{}` has no words", short(name)),
            Self::NoSuchRecord { id, .. } => {
                format!("no authority file has a record `{}`", short(id))
            }
            Self::NoSuchDocument { id, .. } => {
                format!("the corpus has no document `{}`", short(id))
            }
            Self::BadCountry { code } => format!("`{}` is no country code", short(code)),
            Self::BadWikidata { id } => format!("`{}` is no id of Wikidata", short(id)),
            Self::OffTheGlobe { key, value, limit } => {
                format!("`{key}` is {}, beyond {limit} degrees", short(value))
            }
            Self::HalfAPlace { missing } => format!("`{missing}` is missing"),
            Self::EndsEarly => "the office ends before it begins".into(),
            Self::Unmentioned { id } => format!("no document mentions `{}`", short(id)),
            Self::SeveralPlaces { name, places } => several_places(name, places),
            Self::NotAmong { key, value, .. } => format!("`{key}` cannot be `{}`", short(value)),
            Self::Text(fault) => fault.what(),
            Self::Review(fault) => fault.what(),
        }
    }

    /// How to mend it.
    pub fn mend(&self) -> String {
        match self {
            Self::Unreadable { .. } => "check that it exists and that you may read it".into(),
            Self::NoDocuments { .. } => {
                "put each report there as a plain text file of its own".into()
            }
            Self::FolderNamedAsDocument => "rename the folder, or move it away".into(),
            Self::NotAFile | Self::ControlInValue { .. } => "remove it".into(),
            Self::SameFolder { .. } | Self::LinkAbove => "remove the link".into(),
            Self::OtherFormat { convert, .. } => (*convert).into(),
            Self::DocumentTooLarge { .. } => "split it into one file a report".into(),
            Self::CorpusTooLarge { .. } => "split the corpus into several".into(),
            Self::SameBody { .. } => "remove one of the two, or correct its text".into(),
            Self::LongId { .. } => "write a shorter one".into(),
            Self::Empty => "write the report into it, or remove the file".into(),
            Self::Unclosed => "add a line `+++` behind it".into(),
            Self::Toml { message } if message.contains("date") => DATES.into(),
            Self::Toml { message } if message.contains("duplicate") => {
                "remove one of the two".into()
            }
            Self::Toml { .. } => "write lines such as: title = \"Talks in Paris\"".into(),
            Self::UnknownKey { key, known } => {
                let list = known.join(", ");
                nearest(key, known.iter().copied()).map_or_else(
                    || format!("the keys are {list}"),
                    |near| format!("did you mean `{near}`? The keys are {list}"),
                )
            }
            Self::WrongType { key, wanted, .. } => {
                let example = match *wanted {
                    BOOLEAN => "true",
                    DATE => "\"2024-05-07\"",
                    NUMBER => "21.03",
                    LIST => "[\"…\", \"…\"]",
                    TABLE => "[{ … }]",
                    _ => "\"…\"",
                };
                format!("write {key} = {example}")
            }
            Self::NoSuchDate { .. } => DATES.into(),
            Self::BadId { better, .. } if better.is_empty() => {
                "use small letters, figures and single hyphens".into()
            }
            Self::BadId { better, .. } => format!("write `{}`", short(better)),
            Self::BadUrl { .. } => "begin it with https:// or http://".into(),
            Self::BadLanguage { .. } => "write a tag such as \"en\", \"vi\" or \"fr-CA\"".into(),
            Self::EditorialWithoutTitle => "add a `title`, or remove `editorial`".into(),
            Self::NoId => "rename the file, or give it an `id` in its front matter".into(),
            Self::NoTable { key, .. } => {
                let better = slug(key);
                format!("write a headline `[{better}]`, and below it lines such as: name = \"…\"")
            }
            Self::NoName { .. } => "write a line: name = \"…\"".into(),
            Self::NoAlias { .. } => "write { name = \"…\", in = \"id of a report\" }".into(),
            Self::NoOffice { .. } => "write { office = \"…\" }".into(),
            Self::SameRecord { .. } => "rename one of the two, or make them one".into(),
            Self::SameFormer { .. } => "leave it with the record that had it".into(),
            Self::PartOfItself { .. } => "remove `part-of` from one of them".into(),
            Self::ClaimedTwice { .. } => {
                "remove it from one of the two, or say in which report it means this: \
                 { name = \"…\", in = \"id of the report\" }"
                    .into()
            }
            Self::Wordless { .. } => "write it in letters, or remove it".into(),
            Self::NoSuchRecord { near, .. } | Self::NoSuchDocument { near, .. } => {
                near.as_ref().map_or_else(
                    || "correct the id, or remove the line".to_owned(),
                    |near| format!("did you mean `{near}`?"),
                )
            }
            Self::BadCountry { .. } => {
                "write its two letters from ISO 3166-1, such as \"VN\"".into()
            }
            Self::BadWikidata { .. } => "write a Q and a number, such as \"Q1858\"".into(),
            Self::OffTheGlobe { .. } => {
                "write degrees with a point, north and east positive".into()
            }
            Self::HalfAPlace { missing } => {
                format!("write both, such as: {missing} = 21.03")
            }
            Self::EndsEarly => "exchange `from` and `to`, or correct one of them".into(),
            Self::Unmentioned { .. } => {
                "add the name by which the documents know it, or remove the record".into()
            }
            Self::SeveralPlaces { places, .. } => one_of_places(places),
            Self::NotAmong { value, known, .. } => {
                let list = known.join(", ");
                nearest(value, known.iter().copied()).map_or_else(
                    || format!("write one of {list}"),
                    |near| format!("did you mean `{near}`? Write one of {list}"),
                )
            }
            Self::Text(fault) => fault.mend(),
            Self::Review(fault) => fault.mend(),
            Self::SameId { .. } => {
                "rename one of the two, or give it an `id` of its own in its front matter".into()
            }
        }
    }
}

const DATES: &str = "write a year, a month or a day: \"2024\", \"2024-05\" or \"2024-05-07\"";

fn several_places(name: &str, places: &[(&str, Option<Coordinates>)]) -> String {
    let place = |&(code, point): &(&str, Option<Coordinates>)| {
        let country = country_name(code).unwrap_or(code);
        match point.map(degrees) {
            Some([north, east]) => format!("{north}, {east} ({country})"),
            None => format!("a part of {country}"),
        }
    };
    let places = places.iter().map(place).collect::<Vec<_>>().join(" or ");
    format!("`{}` may be {places}, and nothing tells which", short(name))
}

fn one_of_places(places: &[(&str, Option<Coordinates>)]) -> String {
    let point = places.iter().find_map(|&(_, point)| point);
    let [latitude, longitude] = point.map(degrees).unwrap_or_default();
    format!(
        "add the one that is meant to places.toml, with coordinates such as: latitude = \
         {latitude}, longitude = {longitude}"
    )
}

/// Latitude and longitude as they stand in a file.
fn degrees(point: Coordinates) -> [String; 2] {
    [point.latitude, point.longitude].map(|millionths| (f64::from(millionths) / 1e6).to_string())
}

/// A word of a file as it can stand in a sentence: on one line and not too long.
pub(crate) fn short(word: &str) -> String {
    const LONGEST: usize = 80;
    let plain = |c: char| if c.is_control() { ' ' } else { c };
    let mut short: String = word.chars().take(LONGEST).map(plain).collect();
    if word.chars().nth(LONGEST).is_some() {
        short.push('…');
    }
    short
}

/// What `WrongType::wanted` calls the types.
pub(crate) const STRING: &str = "a string";
pub(crate) const BOOLEAN: &str = "true or false";
pub(crate) const DATE: &str = "a date";
pub(crate) const NUMBER: &str = "a number";
pub(crate) const LIST: &str = "a list";
pub(crate) const TABLE: &str = "a table";
