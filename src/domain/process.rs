//! A process: its purpose, and the outcomes that show that the purpose is reached.

use super::id::{IndicatorId, ProcessId};

/// A process of a reference model.
#[derive(Clone, Debug, PartialEq)]
pub struct Process {
    pub id: ProcessId,
    pub group: String,
    pub name: String,
    /// One sentence that starts from a verb.
    pub purpose: String,
    /// Ids of the same process in other publications, `source: id`. Empty where none is known for certain.
    pub aliases: Vec<String>,
    pub outcomes: Vec<Outcome>,
}

/// An observable result of reaching the purpose.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    pub id: IndicatorId,
    pub kind: OutcomeKind,
    pub text: String,
}

/// What an outcome may be (ISO/IEC 33004:2015 clause 5.4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OutcomeKind {
    /// Something is produced.
    Artefact,
    /// Something has changed, and stays so.
    State,
    /// A requirement or a goal is met.
    Constraint,
}
