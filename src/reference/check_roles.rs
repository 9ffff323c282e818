//! Checks the roles and consistency rules of an assessment model: told apart, in words, and over indicators that there are.

use super::check_header::{check_filled, check_unique};
use super::problem::Problems;
use crate::domain::assessment_model::AssessmentModel;
use crate::domain::framework::Framework;
use crate::domain::indicator_ref::IndicatorRef;
use crate::domain::reference_model::ReferenceModel;

/// Checks roles and rules by themselves.
pub fn check_roles(model: &AssessmentModel, problems: &mut Problems) {
    for (index, role) in model.roles.iter().enumerate() {
        let place = format!("roles[{index}]");
        check_filled(&format!("{place}.id"), role.id.as_str(), problems);
        check_filled(&format!("{place}.title"), &role.title, problems);
        check_filled(&format!("{place}.meaning"), &role.meaning, problems);
    }
    let ids = model.roles.iter().enumerate();
    check_unique(
        "role id",
        ids.map(|(index, role)| (format!("roles[{index}].id"), role.id.as_str())),
        problems,
    );
    for (index, rule) in model.rules.iter().enumerate() {
        let place = format!("rules[{index}]");
        check_filled(&format!("{place}.id"), rule.id.as_str(), problems);
        check_filled(&format!("{place}.text"), &rule.text, problems);
        if rule.when.is_empty() {
            problems.error(format!("{place}.when"), "A rule needs a condition.");
        }
        for (number, condition) in rule.when.iter().enumerate() {
            let says = condition.at_least.is_some()
                || condition.at_most.is_some()
                || condition.without_evidence;
            if !says {
                problems.error(
                    format!("{place}.when[{number}]"),
                    "A condition says at_least, at_most or without_evidence.",
                );
            }
        }
    }
    let ids = model.rules.iter().enumerate();
    check_unique(
        "rule id",
        ids.map(|(index, rule)| (format!("rules[{index}].id"), rule.id.as_str())),
        problems,
    );
}

/// Finds what roles and rules name and no file at hand has.
pub fn check_named(
    model: &AssessmentModel,
    reference: &ReferenceModel,
    frameworks: &[&Framework],
    problems: &mut Problems,
) {
    for (place, item) in all_named(model) {
        let known = match item.of_framework() {
            Some((id, name)) => frameworks
                .iter()
                .any(|framework| framework.header.id.as_str() == id && has_part(framework, name)),
            None => has_outcomes(reference, item.as_str()),
        };
        if !known {
            problems.error(place, format!("There is nothing called {}.", item.as_str()));
        }
    }
    for (index, rule) in model.rules.iter().enumerate() {
        for (number, condition) in rule.when.iter().enumerate() {
            let ratings = [
                ("at_least", &condition.at_least),
                ("at_most", &condition.at_most),
            ];
            for (field, rating) in ratings {
                let Some(rating) = rating else { continue };
                let known = |framework: &&Framework| framework.scale.rank(rating).is_some();
                if !frameworks.iter().all(known) {
                    problems.error(
                        format!("rules[{index}].when[{number}].{field}"),
                        format!("The rating {rating} is not on the scale of each framework."),
                    );
                }
            }
        }
    }
}

/// All that roles and rules name, each with its place in the file.
fn all_named(model: &AssessmentModel) -> impl Iterator<Item = (String, &IndicatorRef)> {
    let roles = model.roles.iter().enumerate().flat_map(|(index, role)| {
        let place = format!("roles[{index}]");
        let asked = placed(format!("{place}.asked"), &role.asked);
        asked.chain(placed(format!("{place}.not_asked"), &role.not_asked))
    });
    let rules = model.rules.iter().enumerate().flat_map(|(index, rule)| {
        let conditions = rule.when.iter().enumerate();
        conditions.flat_map(move |(number, condition)| {
            let place = format!("rules[{index}].when[{number}].items");
            placed(place, &condition.items)
        })
    });
    roles.chain(rules)
}

fn placed(place: String, items: &[IndicatorRef]) -> impl Iterator<Item = (String, &IndicatorRef)> {
    let items = items.iter().enumerate();
    items.map(move |(number, item)| (format!("{place}[{number}]"), item))
}

fn has_part(framework: &Framework, name: &str) -> bool {
    framework.attributes.iter().any(|attribute| {
        let achievements = &attribute.achievements;
        attribute.id.as_str() == name || achievements.iter().any(|found| found.id.as_str() == name)
    })
}

/// Whether a process or an outcome has this id.
pub(super) fn has_outcomes(reference: &ReferenceModel, name: &str) -> bool {
    reference.processes.iter().any(|process| {
        process.id.as_str() == name
            || process
                .outcomes
                .iter()
                .any(|found| found.id.as_str() == name)
    })
}
