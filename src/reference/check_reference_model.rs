//! Tests 1, 2, 3 and 8 of a data file: header, processes, outcomes and relations.

use super::check_header::{check_filled, check_header, check_unique};
use super::problem::Problems;
use super::wording::{higher_level_word, joins_two_results};
use crate::domain::process::Process;
use crate::domain::reference_model::ReferenceModel;

/// Checks a process reference model.
pub fn check_reference_model(model: &ReferenceModel, problems: &mut Problems) {
    check_header(&model.header, problems);
    for (place, text) in [
        ("domain", &model.domain),
        ("context_of_use", &model.context_of_use),
        ("community", &model.community),
        ("consensus", &model.consensus),
    ] {
        check_filled(place, text, problems);
    }
    if model.processes.is_empty() {
        problems.error("processes", "A reference model needs processes.");
    }
    for (index, process) in model.processes.iter().enumerate() {
        check_process(model, process, &format!("processes[{index}]"), problems);
    }
    let processes = || model.processes.iter().enumerate();
    check_unique(
        "process id",
        processes().map(|(i, p)| (format!("processes[{i}].id"), p.id.as_str())),
        problems,
    );
    check_unique(
        "process name",
        processes().map(|(i, p)| (format!("processes[{i}].name"), p.name.as_str())),
        problems,
    );
    let outcomes = processes().flat_map(|(index, process)| {
        process
            .outcomes
            .iter()
            .enumerate()
            .map(move |(number, outcome)| {
                (
                    format!("processes[{index}].outcomes[{number}].id"),
                    outcome.id.as_str(),
                )
            })
    });
    check_unique("outcome id", outcomes, problems);
    check_relations(model, problems);
}

fn check_process(model: &ReferenceModel, process: &Process, place: &str, problems: &mut Problems) {
    check_filled(&format!("{place}.name"), &process.name, problems);
    check_filled(&format!("{place}.purpose"), &process.purpose, problems);
    let sentences = process.purpose.matches(['.', '!', '?']).count();
    if sentences != 1 || !process.purpose.trim_end().ends_with('.') {
        problems.warning(
            format!("{place}.purpose"),
            format!("The purpose of {} should be one sentence.", process.id),
        );
    }
    if !model.groups.iter().any(|group| group.id == process.group) {
        problems.error(
            format!("{place}.group"),
            format!("There is no group {}.", process.group),
        );
    }
    if process.outcomes.len() < 2 {
        problems.error(
            format!("{place}.outcomes"),
            format!("{} needs at least two outcomes.", process.id),
        );
    }
    for (number, outcome) in process.outcomes.iter().enumerate() {
        let place = format!("{place}.outcomes[{number}].text");
        check_filled(&place, &outcome.text, problems);
        if let Some(word) = higher_level_word(&outcome.text) {
            problems.warning(
                &place,
                format!("\"{word}\" sounds like level 2 or above, but an outcome is level 1."),
            );
        }
        if joins_two_results(&outcome.text) {
            problems.warning(
                &place,
                "This seems to hold two results. An outcome should be one.",
            );
        }
    }
}

/// Test 8: relations name existing processes, and each process has one.
fn check_relations(model: &ReferenceModel, problems: &mut Problems) {
    for (index, relation) in model.relations.iter().enumerate() {
        for (end, id) in [("from", &relation.from), ("to", &relation.to)] {
            if model.process(id).is_none() {
                problems.error(
                    format!("relations[{index}].{end}"),
                    format!("There is no process {id}."),
                );
            }
        }
    }
    for (index, process) in model.processes.iter().enumerate() {
        let related = model
            .relations
            .iter()
            .any(|relation| relation.from == process.id || relation.to == process.id);
        if !related {
            problems.warning(
                format!("processes[{index}]"),
                format!("{} has no relation to another process.", process.id),
            );
        }
    }
}
