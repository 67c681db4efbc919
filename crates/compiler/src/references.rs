//! What authority files and reviews say of each other and of the documents: ids that must be there,
//! ids and names that only one record may have.

use crate::authority::{Reference, Referred, Reviewed};
use crate::document::Document;
use crate::fault::Fault;
use crate::issue::Issue;
use crate::nearest::nearest;
use crate::place::Place;
use crate::review_fault::ReviewFault;
use crate::reviews::Review;
use entente_analysis::Authority;
use std::collections::BTreeMap;

/// Everything that does not fit together.
pub(crate) fn check(
    reviewed: &[Reviewed],
    reviews: &[Review],
    authority: &Authority,
    documents: &[Document],
) -> Vec<Issue> {
    let mut issues = Vec::new();
    let mut records = BTreeMap::<&str, &Reviewed>::new();
    for one in reviewed {
        if let Some(first) = records.get(one.record.id.as_str()) {
            let fault = Fault::SameRecord { id: one.record.id.clone(), other: of(first) };
            issues.push(issue(one, one.place, fault));
        } else {
            records.insert(&one.record.id, one);
        }
    }
    let document_ids: Vec<&str> = documents.iter().map(|document| document.id.as_str()).collect();
    let mut ids = Ids { records, documents: document_ids, former: BTreeMap::new() };
    let of_records = reviewed.iter().map(|one| (&one.path, &one.references));
    let of_reviews = reviews.iter().map(|one| (&one.path, &one.references));
    for (path, references) in of_records.chain(of_reviews) {
        let told =
            references.iter().filter_map(|referred| Some((referred, ids.fault(path, referred)?)));
        let told = told.map(|(referred, fault)| Issue {
            file: path.clone(),
            place: referred.place,
            fault,
        });
        issues.extend(told);
    }
    for clash in authority.clashes() {
        let (record, variant) = clash.record;
        let fault = Fault::ClaimedTwice {
            name: reviewed[record].record.variants[variant].text.clone(),
            other: reviewed[clash.other].record.id.clone(),
        };
        issues.push(issue(&reviewed[record], reviewed[record].places[variant], fault));
    }
    for &(record, variant) in authority.wordless() {
        let name = reviewed[record].record.variants[variant].text.clone();
        let place = reviewed[record].places[variant];
        issues.push(issue(&reviewed[record], place, Fault::Wordless { name }));
    }
    issues
}

fn issue(one: &Reviewed, place: Place, fault: Fault) -> Issue {
    Issue { file: one.path.clone(), place, fault }
}

/// What an id can refer to.
struct Ids<'a> {
    records: BTreeMap<&'a str, &'a Reviewed>,
    documents: Vec<&'a str>,
    /// Former ids of meetings, and where each is given first.
    former: BTreeMap<&'a str, String>,
}

impl<'a> Ids<'a> {
    /// What is wrong with a reference.
    fn fault(&mut self, path: &str, referred: &'a Reference) -> Option<Fault> {
        let Reference { id, place, what } = referred;
        let record = self.records.get(id.as_str());
        let near = |ids: &[&str]| nearest(id, ids).map(str::to_owned);
        match (what, record) {
            (Referred::Record | Referred::OneOf(_), None) => {
                let ids: Vec<&str> = self.records.keys().copied().collect();
                Some(Fault::NoSuchRecord { id: id.clone(), near: near(&ids) })
            }
            (Referred::OneOf(kinds), Some(one)) if !kinds.contains(&one.record.kind) => {
                let id = id.clone();
                Some(Fault::Review(ReviewFault::OtherKind {
                    id,
                    is: one.record.kind,
                    wanted: kinds,
                }))
            }
            (Referred::Document, _) if !self.documents.contains(&id.as_str()) => {
                Some(Fault::NoSuchDocument { id: id.clone(), near: near(&self.documents) })
            }
            (Referred::Former, Some(one)) => {
                Some(Fault::SameRecord { id: id.clone(), other: of(one) })
            }
            (Referred::FormerMeeting, _) => {
                let here = format!("{path}:{}", place.line);
                let other = self.former.insert(id, here)?;
                Some(Fault::Review(ReviewFault::SameFormer { id: id.clone(), other }))
            }
            _ => None,
        }
    }
}

/// Where a record stands, for a message.
fn of(one: &Reviewed) -> String {
    format!("{}:{}", one.path, one.place.line)
}
