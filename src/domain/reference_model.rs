//! A process reference model: the processes of a domain, each with purpose and outcomes (ISO/IEC 33004:2015 clause 5).

use super::header::{Confidence, Header};
use super::id::{ModelId, ProcessId};
use super::process::Process;

/// The processes that can be assessed, and how they hang together.
#[derive(Clone, Debug, PartialEq)]
pub struct ReferenceModel {
    pub header: Header,
    pub domain: String,
    pub context_of_use: String,
    /// Who the model is for.
    pub community: String,
    /// What consensus was reached, or that none was sought.
    pub consensus: String,
    /// How sure it is that the processes cover what the standard covers.
    pub confidence: Confidence,
    /// The model that processes are taken over from, where there is one.
    pub builds_on: Option<Foundation>,
    pub groups: Vec<Group>,
    pub processes: Vec<Process>,
    pub relations: Vec<Relation>,
    /// What became of the processes of the model before.
    pub successions: Vec<Succession>,
}

/// Processes taken over as they are from another reference model.
#[derive(Clone, Debug, PartialEq)]
pub struct Foundation {
    pub model: ModelId,
    pub processes: Vec<ProcessId>,
}

/// Which process of this model follows which of the model before.
#[derive(Clone, Debug, PartialEq)]
pub struct Succession {
    pub from: ProcessId,
    pub to: ProcessId,
    pub how: SuccessionKind,
}

/// How a process follows an older one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SuccessionKind {
    /// The old process was divided.
    Split,
    /// A part of the old process, which goes on, has a process of its own.
    Part,
    /// The old process was rewritten.
    Revised,
}

/// Processes that belong together.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    pub id: String,
    pub title: String,
}

/// One process gives something to another.
#[derive(Clone, Debug, PartialEq)]
pub struct Relation {
    pub from: ProcessId,
    pub to: ProcessId,
    pub what: String,
}

impl ReferenceModel {
    pub fn process(&self, id: &ProcessId) -> Option<&Process> {
        self.processes.iter().find(|process| process.id == *id)
    }

    /// How many other processes take something from this one.
    pub fn dependants(&self, id: &ProcessId) -> usize {
        let mut takers: Vec<&ProcessId> = Vec::new();
        for relation in self
            .relations
            .iter()
            .filter(|relation| relation.from == *id)
        {
            if !takers.contains(&&relation.to) {
                takers.push(&relation.to);
            }
        }
        takers.len()
    }
}
