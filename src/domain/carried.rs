//! A rating that came along from an earlier assessment and was not looked at since.

use super::date::Date;
use super::edit::{Edit, ModelRef};
use super::id::{AssessmentId, ProcessId};
use super::judgement::{Judgement, Settlement};
use super::subject::Subject;
use serde::{Deserialize, Serialize};

/// What is carried over for one subject. It counts until somebody rates the subject anew, and is shown as carried over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Carried {
    pub judgement: Option<Judgement>,
    pub settlement: Option<Settlement>,
    /// Who said so.
    pub by: String,
    /// When it was said. None where that assessment does not tell.
    pub on: Option<Date>,
    pub origin: Origin,
    /// Whether an action that lifts it was done since it was said.
    pub lifted: bool,
}

/// How what is rated has changed since.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// It reads as it did.
    Same,
    /// The model words it otherwise.
    Reworded,
    /// The process was divided; this is one of its parts.
    Split { from: ProcessId },
    /// A part of the process has become a process of its own.
    Part { from: ProcessId },
    /// Several processes became one. The rating is of the first that had one.
    Merged { from: Vec<ProcessId> },
    /// The process was rewritten.
    Revised { from: ProcessId },
}

/// The assessment that this one goes on from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Previous {
    pub assessment: AssessmentId,
    pub title: String,
    /// The model that it was made over.
    pub model: ModelRef,
    /// The day of its last change.
    pub day: Option<Date>,
}

impl Carried {
    /// The edits that say it again in this assessment, so that it is carried over no more.
    pub fn confirming(&self, subject: &Subject) -> Vec<Edit> {
        let judge = self.judgement.clone().map(|judgement| Edit::Judge {
            subject: subject.clone(),
            judgement: Some(judgement),
        });
        let settle = self.settlement.clone().map(|settlement| Edit::Settle {
            subject: subject.clone(),
            settlement: Some(settlement),
        });
        judge.into_iter().chain(settle).collect()
    }
}
