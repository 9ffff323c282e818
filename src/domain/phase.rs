//! The phases of the roadmap: those that the model suggests, as people have changed them.

use super::id::{PhaseId, ProcessId};
use super::model::Model;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A phase as people see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phase {
    pub id: PhaseId,
    pub title: String,
    pub aim: String,
}

/// What people say of a phase in place of the model.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PhaseText {
    pub title: String,
    pub aim: String,
    pub removed: bool,
}

/// The phases in their order: the model's first, then those that people added, by id.
pub fn phases(model: &Model, changed: &BTreeMap<PhaseId, PhaseText>) -> Vec<Phase> {
    let of_model = model
        .assessment
        .phases
        .iter()
        .map(|phase| (&phase.id, &phase.title, &phase.aim));
    let known: Vec<&PhaseId> = of_model.clone().map(|(id, ..)| id).collect();
    let added = changed.iter().filter(|(id, _)| !known.contains(id));
    let added = added.map(|(id, text)| (id, &text.title, &text.aim));
    let phase = |(id, title, aim): (&PhaseId, &String, &String)| {
        let text = changed.get(id);
        if text.is_some_and(|text| text.removed) {
            return None;
        }
        let (title, aim) = text.map_or((title, aim), |text| (&text.title, &text.aim));
        Some(Phase {
            id: id.clone(),
            title: title.clone(),
            aim: aim.clone(),
        })
    };
    of_model.chain(added).filter_map(phase).collect()
}

/// The phase that the model suggests for a process; none where it suggests none, or where people removed it.
pub fn suggested_phase(
    model: &Model,
    changed: &BTreeMap<PhaseId, PhaseText>,
    process: &ProcessId,
) -> Option<PhaseId> {
    let mut phases = model.assessment.phases.iter();
    let found = phases.find(|phase| phase.processes.contains(process))?;
    let removed = changed.get(&found.id).is_some_and(|text| text.removed);
    (!removed).then(|| found.id.clone())
}
