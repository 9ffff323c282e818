//! Checks the phases of an assessment model: told apart, explained, and each process in one at most.

use super::check_header::{check_filled, check_unique};
use super::problem::Problems;
use crate::domain::assessment_model::{AssessmentModel, ModelPhase};
use crate::domain::id::ProcessId;
use crate::domain::reference_model::ReferenceModel;

/// Checks phases by themselves.
pub fn check_phases(model: &AssessmentModel, problems: &mut Problems) {
    for (index, phase) in model.phases.iter().enumerate() {
        let place = format!("phases[{index}]");
        check_filled(&format!("{place}.id"), phase.id.as_str(), problems);
        check_filled(&format!("{place}.title"), &phase.title, problems);
        check_filled(&format!("{place}.aim"), &phase.aim, problems);
    }
    if !model.phases.is_empty() && model.phases_note.trim().is_empty() {
        problems.error(
            "phases",
            "A sentence in phases_note must say where the phases come from, and how sure that is.",
        );
    }
    let ids = model.phases.iter().enumerate();
    check_unique(
        "phase id",
        ids.map(|(index, phase)| (format!("phases[{index}].id"), phase.id.as_str())),
        problems,
    );
    let mut seen: Vec<(&ProcessId, &ModelPhase)> = Vec::new();
    for (place, phase, id) in processes(model) {
        match seen.iter().find(|(other, _)| *other == id) {
            Some((_, first)) => problems.error(
                place,
                format!("{id} is in the phase \"{}\" already.", first.title),
            ),
            None => seen.push((id, phase)),
        }
    }
}

/// Checks that the processes in the phases are those of the reference model.
pub fn check_phase_processes(
    model: &AssessmentModel,
    reference: &ReferenceModel,
    problems: &mut Problems,
) {
    for (place, _, id) in processes(model) {
        if reference.process(id).is_none() {
            problems.error(place, format!("There is no process {id}."));
        }
    }
}

/// All processes in phases, each with its place in the file.
fn processes(model: &AssessmentModel) -> impl Iterator<Item = (String, &ModelPhase, &ProcessId)> {
    let phases = model.phases.iter().enumerate();
    phases.flat_map(|(index, phase)| {
        let processes = phase.processes.iter().enumerate();
        processes
            .map(move |(number, id)| (format!("phases[{index}].processes[{number}]"), phase, id))
    })
}
