//! Reviews: what somebody who has read a report says of the meetings found in it.
//!
//! A file `meetings.toml` may lie beside `documents`. It supplies what no rule can know, and
//! takes away what a rule got wrong; it does not replace the analysis. A review is a table
//! under the id of a report and that of a meeting in it, which `entente analyse` prints:
//!
//! ```toml
//! [2025-05-report.talks-ann-lee-bob-roy]
//! verdict = "correct"                # or "confirm", or "reject"
//! reason = "The embassy's own account gives the day."
//! date = "2025-05-26"
//! ```
//!
//! What is reviewed is what one report tells, before the reports are put together: so a
//! corrected date also joins the right meetings.

use crate::authority::{Reference, Referred, Reviewed, former_ids, reference};
use crate::fault::Fault;
use crate::issue::Issue;
use crate::line_column::LineColumn;
use crate::meetings::Told;
use crate::nearest::Suggestions;
use crate::review_fault::ReviewFault;
use crate::slug::is_slug;
use crate::table::Table;
use entente_analysis::{Authority, AuthorityRecord, NameEntity, country_name, is_country};
use entente_archive as archive;
use entente_calendar::Period;
use entente_model::{
    DateProvenance, EntityKind, MeetingKind, PlacePrecision, PlaceProvenance, Span, Status,
    UnknownWord,
};
use std::collections::{BTreeMap, BTreeSet};
use std::str::FromStr;

/// The name of the file.
pub const FILE: &str = "meetings.toml";

/// The keys of a review; all but the first three are for corrections alone.
const KEYS: &[&str] = &[
    "verdict",
    "reason",
    "former",
    "date",
    "status",
    "place",
    "country",
    "participants",
    "mechanism",
    "session",
    "title",
    "kind",
];
/// How many of them any review may have.
const FOR_ALL: usize = 3;

/// What may take part, be a place, be a mechanism.
const SIDES: &[EntityKind] = &[EntityKind::Person, EntityKind::Organisation, EntityKind::Place];
const PLACES: &[EntityKind] = &[EntityKind::Place, EntityKind::Organisation];
const EVENTS: &[EntityKind] = &[EntityKind::Event];

/// What a review says of a meeting as the analysis finds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verdict {
    /// It is right.
    Confirm,
    /// It is right but for some values.
    Correct,
    /// It is no meeting.
    Reject,
}

impl Verdict {
    const ALL: &[Self] = &[Self::Confirm, Self::Correct, Self::Reject];

    fn name(self) -> &'static str {
        match self {
            Self::Confirm => "confirm",
            Self::Correct => "correct",
            Self::Reject => "reject",
        }
    }
}

impl FromStr for Verdict {
    type Err = UnknownWord;

    fn from_str(word: &str) -> Result<Self, UnknownWord> {
        let mut all = Self::ALL.iter().copied();
        all.find(|verdict| verdict.name() == word).ok_or(UnknownWord)
    }
}

/// A review of a meeting, and where it stands.
#[derive(Clone, Debug)]
pub(crate) struct Review {
    report: String,
    /// The id of the meeting in the report.
    meeting: String,
    verdict: Verdict,
    reason: String,
    values: Values,
    /// Ids under which the world knew the meeting.
    former: Vec<String>,
    /// The file and the place of the meeting's id.
    pub(crate) path: String,
    place: LineColumn,
    /// Ids that must be there, or that only one review may have.
    pub(crate) references: Vec<Reference>,
}

/// What a correction says is right.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Values {
    date: Option<Period>,
    status: Option<Status>,
    /// The id of a record, or plain words.
    place: Option<String>,
    country: Option<String>,
    /// Ids of records.
    participants: Option<Vec<String>>,
    /// The id of a record.
    mechanism: Option<String>,
    /// 0 for none.
    session: Option<u32>,
    title: Option<String>,
    kind: Option<MeetingKind>,
}

/// The reviews of a text, and what is wrong with them. `path` is for messages.
pub(crate) fn read(path: &str, text: &str) -> (Vec<Review>, Vec<Issue>) {
    let start = text.len() - text.trim_start_matches('\u{feff}').len();
    let mut file = Table::open(path, text, start..text.len());
    let no_table = |key, found| fault(ReviewFault::NoTable { key, found });
    let reviews = file.records(None, no_table, |table, report, at| {
        let report = reference(table, &report, at, Referred::Document);
        let read = |table: &mut Table, id, at| review(table, path, &report, id, at);
        table.records(Some(KEYS), no_table, read)
    });
    (reviews.into_iter().flatten().collect(), file.into_issues())
}

fn review(table: &mut Table, path: &str, report: &Reference, id: String, at: usize) -> Review {
    if !table.has("verdict") {
        table.miss(at, fault(ReviewFault::NoVerdict { id: id.clone() }));
    }
    let verdict = table.one_of("verdict", Verdict::ALL, Verdict::name);
    let reason = table.needed("reason", at, || fault(ReviewFault::NoReason { id: id.clone() }));
    let reason = reason.map(|(reason, _)| reason);
    let mut references = vec![report.clone()];
    let former = former_ids(table, &mut references, Referred::FormerMeeting);
    let given: Vec<&str> = KEYS[FOR_ALL..].iter().copied().filter(|key| table.has(key)).collect();
    match verdict {
        Some(Verdict::Correct) if given.is_empty() => {
            table.miss(at, fault(ReviewFault::NothingCorrected { id: id.clone() }));
        }
        Some(Verdict::Confirm | Verdict::Reject) => {
            for key in given {
                table.push(table.at(key).unwrap_or(at), fault(ReviewFault::OnlyCorrects { key }));
            }
        }
        _ => {}
    }
    Review {
        report: report.id.clone(),
        meeting: id,
        verdict: verdict.unwrap_or(Verdict::Confirm),
        reason: reason.unwrap_or_default(),
        values: values(table, &mut references),
        former,
        path: path.to_owned(),
        place: table.place(at),
        references,
    }
}

fn values(table: &mut Table, references: &mut Vec<Reference>) -> Values {
    let mut refer = |table: &Table, (id, at): (String, usize), kinds| {
        references.push(reference(table, &id, at, Referred::OneOf(kinds)));
        id
    };
    let mut values = Values {
        date: table.period("date"),
        status: table.one_of("status", Status::ALL, Status::as_str),
        country: table.string_that("country", is_country, |code| Fault::BadCountry { code }),
        session: table.whole("session", |value| fault(ReviewFault::BadSession { value })),
        title: table.string("title").map(|(title, _)| title),
        kind: table.one_of("kind", MeetingKind::ALL, MeetingKind::as_str),
        ..Values::default()
    };
    values.place = table.string("place").map(|(place, at)| match is_id(&place) {
        true => refer(table, (place, at), PLACES),
        false => place,
    });
    values.mechanism = table.string("mechanism").map(|event| refer(table, event, EVENTS));
    values.participants = table.has("participants").then(|| {
        let ids = table.strings("participants");
        ids.into_iter().map(|side| refer(table, side, SIDES)).collect()
    });
    values
}

const fn fault(fault: ReviewFault) -> Fault {
    Fault::Review(fault)
}

/// Whether a place looks like the id of a record: words have capitals or spaces.
fn is_id(place: &str) -> bool {
    place.is_ascii() && is_slug(place)
}

/// The reviews of a corpus, and the records that they may name.
#[derive(Clone, Debug, Default)]
pub(crate) struct Reviews {
    by_report: BTreeMap<String, Vec<Review>>,
    /// The number of each record by its id; of several with one id the first.
    records: BTreeMap<String, usize>,
}

impl Reviews {
    pub(crate) fn new(reviews: Vec<Review>, reviewed: &[Reviewed]) -> Self {
        let mut by_report = BTreeMap::<String, Vec<Review>>::new();
        for review in reviews {
            by_report.entry(review.report.clone()).or_default().push(review);
        }
        let ids = reviewed.iter().enumerate().rev();
        let records = ids.map(|(number, one)| (one.record.id.clone(), number)).collect();
        Self { by_report, records }
    }

    /// Reviews the meetings of a report. Records that a review names and the report does not
    /// are added to its names. A review of a meeting that is not found is an issue.
    pub(crate) fn apply(
        &self,
        report: &str,
        meetings: &mut Vec<Told>,
        names: &mut Vec<NameEntity>,
        authority: &Authority,
    ) -> Vec<Issue> {
        let Some(reviews) = self.by_report.get(report) else { return Vec::new() };
        let ids: Vec<String> = meetings.iter().map(|told| told.id.clone()).collect();
        let mut suggestions = Suggestions::new(ids.iter().map(String::as_str).collect());
        let first: BTreeMap<&str, usize> =
            ids.iter().enumerate().rev().map(|(number, id)| (id.as_str(), number)).collect();
        let mut records = Records::new(names, authority, &self.records);
        let mut rejected = BTreeSet::new();
        let mut issues = Vec::new();
        for review in reviews {
            let Some(&number) = first.get(review.meeting.as_str()) else {
                issues.push(review.no_longer(suggestions.near(&review.meeting)));
                continue;
            };
            match review.verdict {
                Verdict::Reject => _ = rejected.insert(review.meeting.as_str()),
                _ => review.apply(&mut meetings[number], &mut records),
            }
        }
        meetings.retain(|told| !rejected.contains(told.id.as_str()));
        issues
    }
}

impl Review {
    fn no_longer(&self, near: Option<String>) -> Issue {
        let fault = fault(ReviewFault::NotFound { id: self.meeting.clone(), near });
        Issue { file: self.path.clone(), place: self.place, fault }
    }

    fn apply(&self, told: &mut Told, records: &mut Records) {
        let Self { values, .. } = self;
        told.former.clone_from(&self.former);
        told.attestation.reason = self.reason.clone().into();
        let place = values.place.as_deref().map(|place| records.place(place));
        let attestation = &mut told.attestation;
        if let Some(date) = values.date {
            attestation.date = Some(date);
            (attestation.date_provenance, attestation.date_span) =
                (DateProvenance::Reviewed, Span::default());
        }
        if place.is_some() || values.country.is_some() {
            let country = values.country.as_deref();
            attestation.place =
                reviewed_place(std::mem::take(&mut attestation.place), place, country);
            attestation.place_span = Span::default();
        }
        if let Some(sides) = &values.participants {
            attestation.participants = sides.iter().filter_map(|id| records.name(id)).collect();
        }
        attestation.kind = values.kind.unwrap_or(attestation.kind);
        attestation.status = values.status.unwrap_or(attestation.status);
        if let Some(id) = &values.mechanism {
            told.mechanism = records.name(id);
        }
        told.session = values.session.unwrap_or(told.session);
        told.title = values.title.clone().unwrap_or_default();
    }
}

/// A place as a review has it. Where only the country is given, the place that was found
/// stays if it lies there.
fn reviewed_place(
    found: archive::Place<'static>,
    given: Option<archive::Place<'static>>,
    country: Option<&str>,
) -> archive::Place<'static> {
    let stays = |found: &archive::Place<'_>| {
        country.is_none_or(|code| ["", code].contains(&&*found.country))
    };
    let kept = given.or_else(|| Some(found).filter(stays)).unwrap_or_default();
    let country = country.map_or(kept.country, |code| code.to_owned().into());
    let whole = kept.words.is_empty() || country_name(&country) == Some(&*kept.words);
    let precision = if whole { PlacePrecision::Country } else { kept.precision };
    archive::Place { country, precision, provenance: PlaceProvenance::Reviewed, ..kept }
}

/// The records of a corpus among the names of a report.
struct Records<'r> {
    names: &'r mut Vec<NameEntity>,
    authority: &'r Authority,
    /// The number of each record by its id.
    by_id: &'r BTreeMap<String, usize>,
    /// The number among the names of each record that has one.
    by_record: BTreeMap<usize, usize>,
}

impl<'r> Records<'r> {
    fn new(
        names: &'r mut Vec<NameEntity>,
        authority: &'r Authority,
        by_id: &'r BTreeMap<String, usize>,
    ) -> Self {
        let numbered = names.iter().enumerate().rev();
        let by_record = numbered.filter_map(|(number, one)| Some((one.record?, number))).collect();
        Self { names, authority, by_id, by_record }
    }

    /// The number of a record among the names, to which it is added where it is missing.
    fn name(&mut self, id: &str) -> Option<u32> {
        let record = *self.by_id.get(id)?;
        if let Some(&number) = self.by_record.get(&record) {
            return Some(number as u32);
        }
        let found = self.authority.records().get(record)?.clone();
        let AuthorityRecord { kind, name, country, .. } = found;
        let number = self.names.len();
        self.by_record.insert(record, number);
        let record = Some(record);
        let (key, mentions, roles) = (None, Vec::new(), Vec::new());
        self.names.push(NameEntity {
            kind,
            name,
            country,
            record,
            key,
            mentions,
            roles,
            sex: None,
        });
        Some(number as u32)
    }

    /// A place by the id of its record, or as its words say.
    fn place(&mut self, given: &str) -> archive::Place<'static> {
        let number = if is_id(given) { self.name(given) } else { None };
        let name = number.and_then(|number| self.names.get(number as usize));
        let venue = name.is_some_and(|name| name.kind == EntityKind::Organisation);
        archive::Place {
            words: name.map_or(given, |name| &name.name).to_owned().into(),
            entity: number,
            precision: if venue { PlacePrecision::Venue } else { PlacePrecision::Locality },
            country: name.map(|name| name.country.clone()).unwrap_or_default().into(),
            provenance: PlaceProvenance::Reviewed,
        }
    }
}
