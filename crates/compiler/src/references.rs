//! What authority files and reviews say of each other and of the documents: ids that must be
//! there, ids and names that only one record may have, records that are parts of others.

use crate::authority::{Reference, Referred, Reviewed};
use crate::document::Document;
use crate::fault::Fault;
use crate::issue::Issue;
use crate::line_column::LineColumn;
use crate::nearest::Suggestions;
use crate::review_fault::ReviewFault;
use crate::reviews::Review;
use entente_analysis::Authority;
use std::collections::{BTreeMap, BTreeSet};

/// What could not be read, of which others may speak all the same. That it could not is told
/// already: that it is missing would be the same fault again.
#[derive(Debug, Default)]
pub(crate) struct Unread {
    /// Ids that documents may have which could not be read.
    pub(crate) documents: BTreeSet<String>,
    /// Ids of records that could not be read.
    pub(crate) records: BTreeSet<String>,
    /// Whether there may be further documents.
    pub(crate) more_documents: bool,
    /// Whether there may be further records.
    pub(crate) more_records: bool,
}

/// Everything that does not fit together.
pub(crate) fn check(
    reviewed: &[Reviewed],
    reviews: &[Review],
    authority: &Authority,
    documents: &[Document],
    unread: &Unread,
) -> Vec<Issue> {
    let mut issues = Vec::new();
    let mut records = BTreeMap::<&str, &Reviewed>::new();
    for one in reviewed {
        if let Some(first) = records.get(one.record.id.as_str()) {
            let fault = Fault::SameRecord { id: one.record.id.clone(), other: line_of(first) };
            issues.push(issue(one, one.place, fault));
        } else {
            records.insert(&one.record.id, one);
        }
    }
    issues.extend(circles(reviewed, &records));
    let mut ids = Ids::new(records, documents, unread);
    let of_records = reviewed.iter().map(|one| (&one.path, &one.references));
    let of_reviews = reviews.iter().map(|one| (&one.path, &one.references));
    for (path, references) in of_records.chain(of_reviews) {
        for referred in references {
            let fault = ids.fault(path, referred);
            issues.extend(fault.map(|fault| Issue {
                file: path.clone(),
                place: referred.place,
                fault,
            }));
        }
    }
    for clash in authority.clashes() {
        let (record, variant) = clash.record;
        let (one, other) = (&reviewed[record], &reviewed[clash.other]);
        // Two records with one id may well be the same one twice, with the same names.
        if one.record.id == other.record.id {
            continue;
        }
        let fault = Fault::ClaimedTwice {
            name: one.record.variants[variant].text.clone(),
            other: other.record.id.clone(),
        };
        issues.push(issue(one, one.places[variant], fault));
    }
    for &(record, variant) in authority.wordless() {
        let name = reviewed[record].record.variants[variant].text.clone();
        let place = reviewed[record].places[variant];
        issues.push(issue(&reviewed[record], place, Fault::Wordless { name }));
    }
    issues
}

fn issue(one: &Reviewed, place: LineColumn, fault: Fault) -> Issue {
    Issue { file: one.path.clone(), place, fault }
}

/// Records that are parts of themselves, alone or by way of others: one issue a circle.
fn circles(reviewed: &[Reviewed], records: &BTreeMap<&str, &Reviewed>) -> Vec<Issue> {
    /// So many of a circle are named.
    const NAMED: usize = 4;
    let mut issues = Vec::new();
    // In which walk a record was seen first.
    let mut seen = BTreeMap::<&str, usize>::new();
    for (walk, first) in reviewed.iter().enumerate() {
        let mut path = Vec::new();
        let mut next = records.get(first.record.id.as_str()).copied();
        while let Some(one) = next {
            match seen.get(one.record.id.as_str()) {
                None => {
                    seen.insert(&one.record.id, walk);
                    path.push(one);
                    next = records.get(one.part_of.as_str()).copied();
                }
                Some(&last) if last == walk => {
                    let start = path.iter().position(|other| other.record.id == one.record.id);
                    let circle = &path[start.unwrap_or(path.len())..];
                    if let [first, others @ ..] = circle {
                        let named = others.iter().take(NAMED).map(|one| one.record.id.clone());
                        let more = (others.len() > NAMED).then(|| "…".to_owned());
                        let fault = Fault::PartOfItself {
                            id: first.record.id.clone(),
                            others: named.chain(more).collect(),
                        };
                        issues.push(issue(
                            first,
                            first.part_of_place.unwrap_or(first.place),
                            fault,
                        ));
                    }
                    break;
                }
                Some(_) => break,
            }
        }
    }
    issues
}

/// What an id can refer to.
struct Ids<'a> {
    records: BTreeMap<&'a str, &'a Reviewed>,
    documents: BTreeSet<&'a str>,
    unread: &'a Unread,
    near_records: Suggestions<'a>,
    near_documents: Suggestions<'a>,
    /// Former ids of records and of meetings, and where each is given first.
    former_records: BTreeMap<&'a str, String>,
    former_meetings: BTreeMap<&'a str, String>,
}

impl<'a> Ids<'a> {
    fn new(
        records: BTreeMap<&'a str, &'a Reviewed>,
        documents: &'a [Document],
        unread: &'a Unread,
    ) -> Self {
        let documents: BTreeSet<&str> = documents.iter().map(|one| one.id.as_str()).collect();
        Self {
            near_records: Suggestions::new(records.keys().copied().collect()),
            near_documents: Suggestions::new(documents.iter().copied().collect()),
            records,
            documents,
            unread,
            former_records: BTreeMap::new(),
            former_meetings: BTreeMap::new(),
        }
    }

    /// What is wrong with a reference.
    fn fault(&mut self, path: &str, referred: &'a Reference) -> Option<Fault> {
        let Reference { id, place, what } = referred;
        let record = self.records.get(id.as_str());
        let here = || format!("{path}:{}", place.line);
        match (what, record) {
            (Referred::Record | Referred::OneOf(_), None) => {
                let unread = self.unread.more_records || self.unread.records.contains(id);
                (!unread).then(|| Fault::NoSuchRecord {
                    near: self.near_records.near(id),
                    id: id.clone(),
                })
            }
            (Referred::OneOf(kinds), Some(one)) if !kinds.contains(&one.record.kind) => {
                let id = id.clone();
                Some(Fault::Review(ReviewFault::OtherKind {
                    id,
                    is: one.record.kind,
                    wanted: kinds,
                }))
            }
            (Referred::Document, _) if !self.documents.contains(id.as_str()) => {
                let unread = self.unread.more_documents || self.unread.documents.contains(id);
                (!unread).then(|| Fault::NoSuchDocument {
                    near: self.near_documents.near(id),
                    id: id.clone(),
                })
            }
            (Referred::Former, Some(one)) => {
                Some(Fault::SameRecord { id: id.clone(), other: line_of(one) })
            }
            (Referred::Former, None) => {
                let other = self.former_records.insert(id, here())?;
                Some(Fault::SameFormer { id: id.clone(), other })
            }
            (Referred::FormerMeeting, _) => {
                let other = self.former_meetings.insert(id, here())?;
                Some(Fault::Review(ReviewFault::SameFormer { id: id.clone(), other }))
            }
            _ => None,
        }
    }
}

/// Where a record stands, for a message.
fn line_of(one: &Reviewed) -> String {
    format!("{}:{}", one.path, one.place.line)
}
