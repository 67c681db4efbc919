//! What can be wrong with a review of a meeting, and how to mend it.

use crate::fault::short;
use crate::issue::Severity;
use entente_model::EntityKind;

/// What is wrong with a review; as in [`crate::Fault`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // what the fields hold, the sentences below say
pub enum ReviewFault {
    /// A value where a review should be.
    NoTable { key: String, found: &'static str },
    /// A review without a verdict.
    NoVerdict { id: String },
    /// A review without a reason.
    NoReason { id: String },
    /// A correction without a value.
    NothingCorrected { id: String },
    /// A value in a review that is no correction.
    OnlyCorrects { key: &'static str },
    /// A session that is no whole number.
    BadSession { value: String },
    /// A record of another kind than can be meant.
    OtherKind { id: String, is: EntityKind, wanted: &'static [EntityKind] },
    /// A former id that two meetings are said to have had.
    SameFormer { id: String, other: String },
    /// A review of a meeting that the analysis does not find.
    NotFound { id: String, near: Option<String> },
}

impl ReviewFault {
    /// Whether a corpus with it can be compiled. A review that no longer applies is only
    /// warned of: the analysis may have learnt better, and what is not found needs no review.
    pub(crate) fn severity(&self) -> Severity {
        match self {
            Self::NotFound { .. } => Severity::Warning,
            _ => Severity::Error,
        }
    }

    /// What is wrong.
    pub(crate) fn what(&self) -> String {
        match self {
            Self::NoTable { key, found } => format!("`{}` is {found}, not a review", short(key)),
            Self::NoVerdict { id } => format!("the review of `{}` has no verdict", short(id)),
            Self::NoReason { id } => format!("the review of `{}` has no reason", short(id)),
            Self::NothingCorrected { id } => {
                format!("the correction of `{}` changes nothing", short(id))
            }
            Self::OnlyCorrects { key } => {
                format!("`{key}` stands in a review that corrects nothing")
            }
            Self::BadSession { value } => format!("`{value}` is no number of a session"),
            Self::OtherKind { id, is, .. } => {
                format!("the record `{}` is {}", short(id), one(*is))
            }
            Self::SameFormer { id, other } => {
                format!("the former id `{}` is given in {other}, too", short(id))
            }
            Self::NotFound { id, .. } => {
                format!("the analysis no longer finds the meeting `{}` in this report", short(id))
            }
        }
    }

    /// How to mend it.
    pub(crate) fn mend(&self) -> String {
        match self {
            Self::NoTable { .. } => {
                "write a headline `[id of the report.id of the meeting]`, and below it lines such \
                 as: verdict = \"confirm\""
                    .into()
            }
            Self::NoVerdict { .. } => {
                "write a line: verdict = \"confirm\", \"correct\" or \"reject\"".into()
            }
            Self::NoReason { .. } => "write a line: reason = \"…\"; readers will see it".into(),
            Self::NothingCorrected { .. } => {
                "write what is right, such as: date = \"2024-05-07\"; or write verdict = \
                 \"confirm\""
                    .into()
            }
            Self::OnlyCorrects { .. } => "write verdict = \"correct\", or remove the line".into(),
            Self::BadSession { .. } => "write a whole number, or 0 for none".into(),
            Self::OtherKind { wanted, .. } => {
                let kinds: Vec<&str> = wanted.iter().map(|&kind| one(kind)).collect();
                format!("write the id of {}", kinds.join(" or "))
            }
            Self::SameFormer { .. } => "leave it with the meeting that had it".into(),
            Self::NotFound { near, .. } => near.as_ref().map_or_else(
                || "see what `entente analyse --corpus` prints, or remove the review".to_owned(),
                |near| format!("did you mean `{near}`?"),
            ),
        }
    }
}

/// A kind of record with its article.
const fn one(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "a person",
        EntityKind::Organisation => "an organisation",
        EntityKind::Place => "a place",
        EntityKind::Agreement => "an agreement",
        EntityKind::Event => "a mechanism",
        EntityKind::Date => "a date",
    }
}
