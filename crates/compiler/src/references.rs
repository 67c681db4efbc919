//! What authority files say of each other and of the documents: ids that must be there,
//! ids and names that only one record may have.

use crate::authority::{Reference, Referred, Reviewed};
use crate::document::Document;
use crate::fault::Fault;
use crate::issue::Issue;
use crate::nearest::nearest;
use crate::place::Place;
use entente_analysis::Authority;
use std::collections::BTreeMap;

/// Everything that does not fit together.
pub(crate) fn check(
    reviewed: &[Reviewed],
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
    let record_ids: Vec<&str> = records.keys().copied().collect();
    let document_ids: Vec<&str> = documents.iter().map(|document| document.id.as_str()).collect();
    for one in reviewed {
        for Reference { id, place, what } in &one.references {
            let near = |ids: &[&str]| nearest(id, ids).map(str::to_owned);
            let known = |ids: &[&str]| ids.contains(&id.as_str());
            let fault = match what {
                Referred::Record if !known(&record_ids) => {
                    Fault::NoSuchRecord { id: id.clone(), near: near(&record_ids) }
                }
                Referred::Document if !known(&document_ids) => {
                    Fault::NoSuchDocument { id: id.clone(), near: near(&document_ids) }
                }
                Referred::Former if known(&record_ids) => {
                    Fault::SameRecord { id: id.clone(), other: of(records[id.as_str()]) }
                }
                _ => continue,
            };
            issues.push(issue(one, *place, fault));
        }
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

/// Where a record stands, for a message.
fn of(one: &Reviewed) -> String {
    format!("{}:{}", one.path, one.place.line)
}
