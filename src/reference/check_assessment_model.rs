//! Tests 1, 4, 5 and 6 of a data file: header, base practices, information items, generic practices.

use super::check_glossary::check_glossary;
use super::check_guidance::check_guidance;
use super::check_header::{check_filled, check_header, check_unique};
use super::check_phases::{check_phase_processes, check_phases};
use super::check_roles::check_roles;
use super::problem::Problems;
use crate::domain::assessment_model::{AchievementRef, AssessmentModel, ProcessIndicators};
use crate::domain::framework::{Attribute, Framework, RatedOn};
use crate::domain::id::IndicatorId;
use crate::domain::process::Process;
use crate::domain::reference_model::ReferenceModel;

/// Checks an assessment model by itself.
pub fn check_assessment_model(model: &AssessmentModel, problems: &mut Problems) {
    check_header(&model.header, problems);
    check_filled("purpose", &model.purpose, problems);
    if model.frameworks.is_empty() {
        problems.error(
            "frameworks",
            "An assessment model needs a measurement framework.",
        );
    }
    let expected: Vec<u8> = (1..).take(model.levels.len()).collect();
    if model.levels.is_empty() || model.levels != expected {
        problems.error(
            "levels",
            "The levels must run from 1 upwards without a gap.",
        );
    }
    let processes = model.processes.iter().enumerate();
    check_unique(
        "process",
        processes.map(|(i, p)| (format!("processes[{i}].process"), p.process.as_str())),
        problems,
    );
    let practices = model.processes.iter().enumerate().flat_map(|(i, process)| {
        process
            .practices
            .iter()
            .enumerate()
            .map(move |(n, p)| (format!("processes[{i}].practices[{n}].id"), p.id.as_str()))
    });
    let generic = model.generic_practices.iter().enumerate();
    let generic =
        generic.map(|(i, practice)| (format!("generic_practices[{i}].id"), practice.id.as_str()));
    check_unique("practice id", practices.chain(generic), problems);
    check_guidance(model, problems);
    check_glossary(model, problems);
    check_phases(model, problems);
    check_roles(model, problems);
}

/// Checks an assessment model against its reference model: tests 4 and 5.
pub fn check_against_reference(
    model: &AssessmentModel,
    reference: &ReferenceModel,
    problems: &mut Problems,
) {
    for (index, process) in model.processes.iter().enumerate() {
        let place = format!("processes[{index}]");
        match reference.process(&process.process) {
            Some(described) => check_process(process, described, &place, problems),
            None => problems.error(
                format!("{place}.process"),
                format!(
                    "The reference model {} has no process {}.",
                    reference.header.id, process.process
                ),
            ),
        }
    }
    for process in &reference.processes {
        if model.indicators(&process.id).is_none() {
            problems.error(
                "processes",
                format!(
                    "{} of the reference model has no indicators here.",
                    process.id
                ),
            );
        }
    }
    for (index, selection) in model.selections.iter().enumerate() {
        for (number, id) in selection.processes.iter().enumerate() {
            if reference.process(id).is_none() {
                problems.error(
                    format!("selections[{index}].processes[{number}]"),
                    format!("There is no process {id}."),
                );
            }
        }
    }
    check_phase_processes(model, reference, problems);
}

fn check_process(
    process: &ProcessIndicators,
    described: &Process,
    place: &str,
    problems: &mut Problems,
) {
    let known = |id: &IndicatorId| described.outcomes.iter().any(|outcome| outcome.id == *id);
    let check_mapping = |place: &str, outcomes: &[IndicatorId], problems: &mut Problems| {
        if outcomes.is_empty() {
            problems.error(place, "This is mapped to no outcome.");
        }
        for (number, id) in outcomes.iter().enumerate() {
            if !known(id) {
                problems.error(
                    format!("{place}[{number}]"),
                    format!("{} has no outcome {id}.", described.id),
                );
            }
        }
    };
    for (number, practice) in process.practices.iter().enumerate() {
        check_filled(
            &format!("{place}.practices[{number}].text"),
            &practice.text,
            problems,
        );
        check_mapping(
            &format!("{place}.practices[{number}].outcomes"),
            &practice.outcomes,
            problems,
        );
    }
    for (number, item) in process.information_items.iter().enumerate() {
        check_filled(
            &format!("{place}.information_items[{number}].name"),
            &item.name,
            problems,
        );
        check_mapping(
            &format!("{place}.information_items[{number}].outcomes"),
            &item.outcomes,
            problems,
        );
    }
    for (number, entry) in process.guidance.iter().enumerate() {
        if !known(&entry.outcome) {
            problems.error(
                format!("{place}.guidance[{number}].outcome"),
                format!("{} has no outcome {}.", described.id, entry.outcome),
            );
        }
    }
    for outcome in &described.outcomes {
        if !process
            .practices
            .iter()
            .any(|practice| practice.outcomes.contains(&outcome.id))
        {
            problems.error(
                format!("{place}.practices"),
                format!("No base practice leads to {}.", outcome.id),
            );
        }
        if !process
            .guidance
            .iter()
            .any(|entry| entry.outcome == outcome.id)
        {
            problems.warning(
                format!("{place}.guidance"),
                format!("There is no guidance for {}.", outcome.id),
            );
        }
    }
}

/// Checks an assessment model against one of its frameworks: test 6.
pub fn check_against_framework(
    model: &AssessmentModel,
    framework: &Framework,
    problems: &mut Problems,
) {
    let covered = |attribute: &&Attribute| model.levels.contains(&attribute.level);
    let mut attributes = framework.attributes.iter().filter(covered);
    if attributes.all(|attribute| attribute.rated_on == RatedOn::Outcomes) {
        return; // Base practices lead to outcomes, so nothing generic is needed.
    }
    for attribute in framework.attributes.iter().filter(covered) {
        for achievement in &attribute.achievements {
            let wanted = AchievementRef::new(&framework.header.id, &achievement.id);
            if !model
                .generic_practices
                .iter()
                .any(|practice| practice.achievements.contains(&wanted))
            {
                problems.error(
                    "generic_practices",
                    format!("No generic practice leads to {}.", wanted.as_str()),
                );
            }
            let guided = model
                .generic_guidance
                .iter()
                .any(|entry| entry.achievements.contains(&wanted));
            if attribute.rated_on == RatedOn::Achievements && !guided {
                problems.warning(
                    "generic_guidance",
                    format!("There is no guidance for {}.", wanted.as_str()),
                );
            }
        }
    }
}

/// Finds references to achievements that no framework at hand has.
pub fn check_achievements(
    model: &AssessmentModel,
    frameworks: &[&Framework],
    problems: &mut Problems,
) {
    let known: Vec<AchievementRef> = frameworks
        .iter()
        .flat_map(|framework| {
            let achievements = framework
                .attributes
                .iter()
                .flat_map(|attribute| &attribute.achievements);
            achievements
                .map(|achievement| AchievementRef::new(&framework.header.id, &achievement.id))
        })
        .collect();
    let practices = model.generic_practices.iter().enumerate();
    let practices = practices.map(|(i, entry)| {
        (
            format!("generic_practices[{i}].achievements"),
            &entry.achievements,
        )
    });
    let resources = model.generic_resources.iter().enumerate();
    let resources = resources.map(|(i, entry)| {
        (
            format!("generic_resources[{i}].achievements"),
            &entry.achievements,
        )
    });
    let guidance = model.generic_guidance.iter().enumerate();
    let guidance = guidance.map(|(i, entry)| {
        (
            format!("generic_guidance[{i}].achievements"),
            &entry.achievements,
        )
    });
    for (place, achievements) in practices.chain(resources).chain(guidance) {
        if achievements.is_empty() {
            problems.error(&place, "This is mapped to no achievement.");
        }
        for (number, achievement) in achievements.iter().enumerate() {
            if !known.contains(achievement) {
                problems.error(
                    format!("{place}[{number}]"),
                    format!("There is no achievement {}.", achievement.as_str()),
                );
            }
        }
    }
}
