//! Tests 9 and 10 of a data file: an assessment record against its model, and its list of changes.
//!
//! The record holds no sponsor's approval, class, lead assessor or independence yet, so the check says that it cannot
//! show them.

use super::envelope;
use crate::domain::assessment::Assessment;
use crate::domain::change::Change;
use crate::domain::edit::Edit;
use crate::domain::id::ProcessId;
use crate::domain::model::Model;
use crate::domain::process_state::Remarks;
use crate::domain::subject::{Item, Subject};
use crate::reference::library::Library;
use crate::reference::problem::{Problem, Problems};
use crate::report::words;

/// What was found in an assessment file.
#[derive(Clone, Debug)]
pub struct Checked {
    pub counts: String,
    pub problems: Vec<Problem>,
}

/// Checks an assessment file against the models at hand.
pub fn check_record(file: &str, text: &str, library: &Library) -> Checked {
    let mut problems = Problems::of(file);
    let counts = match envelope::read(text) {
        Err(error) => {
            problems.error("", error.to_string());
            "cannot be used".to_owned()
        }
        Ok(record) => {
            check_changes(&record.changes, &mut problems);
            match Assessment::from_changes(&record.changes) {
                Err(refusal) => problems.error("changes", refusal.to_string()),
                Ok((assessment, refused)) => {
                    for refused in refused {
                        problems.warning(
                            format!("changes, clock {}", refused.id.clock),
                            refused.refusal.to_string(),
                        );
                    }
                    match library.model(&assessment.model, &assessment.framework) {
                        Err(message) => problems.error("model", message),
                        Ok(model) => check_assessment(&model, &assessment, &mut problems),
                    }
                }
            }
            format!("{} changes", record.changes.len())
        }
    };
    Checked {
        counts,
        problems: problems.into_list(),
    }
}

/// Test 10: ids of changes are unique; what is assessed does not change once rating has begun.
fn check_changes(changes: &[Change], problems: &mut Problems) {
    let mut ids: Vec<_> = changes.iter().map(|change| &change.id).collect();
    ids.sort();
    if ids.windows(2).any(|pair| pair[0] == pair[1]) {
        problems.error("changes", "Two changes have the same id.");
    }
    let mut rated = false;
    for (index, change) in changes.iter().enumerate() {
        match &change.edit {
            Edit::Judge { .. } | Edit::Settle { .. } => rated = true,
            Edit::SetScope { .. } | Edit::SetHighestLevel { .. } | Edit::SetMethod { .. }
                if rated =>
            {
                problems.warning(
                    format!("changes[{index}]"),
                    "The scope or method was changed after rating had begun.",
                );
            }
            _ => {}
        }
        if change.author.trim().is_empty() || change.at.trim().is_empty() {
            problems.error(
                format!("changes[{index}]"),
                "This change does not say who made it and when.",
            );
        }
    }
}

/// Test 9: the record fits its model, nothing above the scope is rated, every rating rests on evidence.
pub fn check_assessment(model: &Model, assessment: &Assessment, problems: &mut Problems) {
    problems.warning(
        "",
        "No sponsor's approval, class, lead assessor or independence is recorded: this can stand as a self-assessment only.",
    );
    for id in &assessment.scope {
        if model.process(id).is_none() {
            problems.error("scope", format!("The model has no process {id}."));
        }
    }
    if assessment.highest_level > model.framework.highest_level() {
        problems.error(
            "highest level",
            format!("The framework has no level {}.", assessment.highest_level),
        );
    }
    if model.framework.method(&assessment.method).is_none() {
        problems.error(
            "method",
            format!(
                "The framework has no rating method \"{}\".",
                assessment.method
            ),
        );
    }
    for (process, state) in assessment.states() {
        let mut without_evidence = 0;
        for (instance, item, remarks) in state.items() {
            check_remarks(model, assessment, process, item, remarks, problems);
            let rated = remarks
                .judgement()
                .is_some_and(|judgement| judgement.rating().is_some());
            let subject = Subject {
                process: process.clone(),
                instance: instance.cloned(),
                item: item.clone(),
            };
            if rated && assessment.evidence.of(&subject).next().is_none() {
                without_evidence += 1;
            }
        }
        if without_evidence > 0 {
            problems.warning(
                process.to_string(),
                format!(
                    "No evidence for {}.",
                    words::count(without_evidence, "rating")
                ),
            );
        }
    }
}

fn check_remarks(
    model: &Model,
    assessment: &Assessment,
    process: &ProcessId,
    item: &Item,
    remarks: &Remarks,
    problems: &mut Problems,
) {
    let (id, attribute) = match item {
        Item::Indicator(id) => (id.as_str(), model.attribute_of(process, id)),
        Item::Attribute(id) => (id.as_str(), model.framework.attribute(id)),
    };
    let place = format!("{process} {id}");
    let Some(attribute) = attribute else {
        problems.error(place, format!("The model has no {id} for {process}."));
        return;
    };
    let judged = remarks.judgement().and_then(|judgement| judgement.rating());
    let settled = remarks.settlement().map(|settlement| &settlement.rating);
    for rating in judged.into_iter().chain(settled) {
        if model.framework.scale.rank(rating).is_none() {
            problems.error(
                &place,
                format!(
                    "\"{rating}\" is not a rating of {}.",
                    model.framework.edition
                ),
            );
        }
    }
    let said = remarks.judgement().is_some() || remarks.settlement().is_some();
    if said && attribute.level > assessment.highest_level {
        problems.warning(
            place,
            format!(
                "This is rated, but level {} is above the highest level in scope.",
                attribute.level
            ),
        );
    }
}
