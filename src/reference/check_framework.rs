//! Tests 6 and 7 of a data file, as far as the framework alone can show them: levels, attributes, achievements, scale, rule.
//! Then what plans need: efforts here, risk in `check_risk.rs`.

use super::check_header::{check_filled, check_header, check_unique};
use super::check_risk::check_risk;
use super::problem::Problems;
use crate::domain::framework::Framework;
use crate::domain::model::rule_of;
use crate::domain::scale::{Rating, Scale};
use std::ops::RangeInclusive;

/// How many hours one step up the scale can take.
const HOURS: RangeInclusive<u32> = 1..=1000;

/// Checks a measurement framework.
pub fn check_framework(framework: &Framework, problems: &mut Problems) {
    check_header(&framework.header, problems);
    check_filled("edition", &framework.edition, problems);
    check_filled("characteristic", &framework.characteristic, problems);
    check_scale(&framework.scale, problems);
    check_levels(framework, problems);
    check_attributes(framework, problems);
    check_rule(framework, problems);
    check_methods(framework, problems);
    if let Some(rules) = &framework.risk {
        check_risk(rules, framework, problems);
    }
    check_efforts(framework, problems);
}

/// Test 7: limits of the scale do not overlap and leave no gap; refined ratings fill the step that they refine.
fn check_scale(scale: &Scale, problems: &mut Problems) {
    if scale.ratings.len() < 2 {
        problems.error("scale.ratings", "A scale needs at least two ratings.");
        return;
    }
    let limits = scale
        .ratings
        .iter()
        .enumerate()
        .map(|(index, step)| (index, step.above, step.up_to));
    check_limits(
        "scale.ratings",
        &limits.collect::<Vec<_>>(),
        0.0,
        100.0,
        problems,
    );
    for step in &scale.ratings {
        let parts = scale
            .refined
            .iter()
            .enumerate()
            .filter(|(_, part)| part.of == step.code);
        let parts: Vec<_> = parts
            .map(|(index, part)| (index, part.above, part.up_to))
            .collect();
        if !parts.is_empty() {
            check_limits("scale.refined", &parts, step.above, step.up_to, problems);
        }
    }
    for (index, part) in scale.refined.iter().enumerate() {
        if !scale.ratings.iter().any(|step| step.code == part.of) {
            problems.error(
                format!("scale.refined[{index}].of"),
                format!("The scale has no rating {}.", part.of),
            );
        }
    }
    let plain = scale
        .ratings
        .iter()
        .enumerate()
        .map(|(index, step)| (format!("scale.ratings[{index}].code"), &step.code));
    let refined = scale
        .refined
        .iter()
        .enumerate()
        .map(|(index, part)| (format!("scale.refined[{index}].code"), &part.code));
    check_unique(
        "rating",
        plain
            .chain(refined)
            .map(|(place, code)| (place, Rating::as_str(code))),
        problems,
    );
}

/// Steps, each with its place in the file, that must run from one limit to another.
fn check_limits(
    place: &str,
    limits: &[(usize, f64, f64)],
    from: f64,
    to: f64,
    problems: &mut Problems,
) {
    let mut expected = from;
    for (index, above, up_to) in limits {
        #[expect(
            clippy::float_cmp,
            reason = "limits are written down, not computed: they must be the same number"
        )]
        if *above != expected {
            problems.error(
                format!("{place}[{index}].above"),
                format!("This is {above}, but the step before it ends at {expected}."),
            );
        }
        if up_to <= above {
            problems.error(
                format!("{place}[{index}].up_to"),
                format!("This must be more than {above}."),
            );
        }
        expected = *up_to;
    }
    #[expect(
        clippy::float_cmp,
        reason = "limits are written down, not computed: they must be the same number"
    )]
    if expected != to {
        problems.error(
            place,
            format!("The steps end at {expected} percent instead of {to}."),
        );
    }
}

/// Test 6: levels run from 0 without a gap, and each level above 0 has an attribute.
fn check_levels(framework: &Framework, problems: &mut Problems) {
    for (index, level) in framework.levels.iter().enumerate() {
        if usize::from(level.level) != index {
            problems.error(
                format!("levels[{index}].level"),
                format!("This is {}, but it should be {index}.", level.level),
            );
        }
        check_filled(&format!("levels[{index}].name"), &level.name, problems);
        let empty = !framework
            .attributes
            .iter()
            .any(|attribute| attribute.level == level.level);
        if level.level > 0 && empty {
            problems.error(
                format!("levels[{index}]"),
                format!("Level {} has no attribute.", level.level),
            );
        }
    }
    if framework.levels.len() < 2 {
        problems.error("levels", "A framework needs at least the levels 0 and 1.");
    }
}

/// Test 6: each attribute has achievements, with letters from a without a gap.
fn check_attributes(framework: &Framework, problems: &mut Problems) {
    for (index, attribute) in framework.attributes.iter().enumerate() {
        let place = format!("attributes[{index}]");
        check_filled(&format!("{place}.title"), &attribute.title, problems);
        if attribute.level == 0 || framework.level(attribute.level).is_none() {
            problems.error(
                format!("{place}.level"),
                format!("There is no level {} to reach.", attribute.level),
            );
        }
        if attribute.achievements.is_empty() {
            problems.error(
                format!("{place}.achievements"),
                format!("{} has no achievements.", attribute.id),
            );
        }
        for (number, (achievement, letter)) in
            attribute.achievements.iter().zip('a'..='z').enumerate()
        {
            let place = format!("{place}.achievements[{number}]");
            check_filled(&format!("{place}.text"), &achievement.text, problems);
            if achievement.letter != letter {
                problems.error(
                    format!("{place}.letter"),
                    format!("This is {}, but {letter} is next.", achievement.letter),
                );
            }
        }
    }
    let ids = framework.attributes.iter().enumerate();
    check_unique(
        "attribute id",
        ids.map(|(index, found)| (format!("attributes[{index}].id"), found.id.as_str())),
        problems,
    );
    let achievements = framework
        .attributes
        .iter()
        .enumerate()
        .flat_map(|(index, attribute)| {
            attribute
                .achievements
                .iter()
                .enumerate()
                .map(move |(number, achievement)| {
                    (
                        format!("attributes[{index}].achievements[{number}].id"),
                        achievement.id.as_str(),
                    )
                })
        });
    check_unique("achievement id", achievements, problems);
}

/// Test 7: the level rule has one row for each level, asks for ratings of the scale, and never for less below than at a level.
fn check_rule(framework: &Framework, problems: &mut Problems) {
    let levels = framework.level_rule.iter().map(|row| row.level);
    check_rows(
        "level_rule",
        &levels.collect::<Vec<_>>(),
        framework,
        problems,
    );
    match rule_of(framework) {
        Err(misfit) => problems.error("level_rule", misfit.to_string()),
        Ok(rule) => {
            for (index, row) in framework.level_rule.iter().enumerate() {
                if rule
                    .requirement(row.level)
                    .is_some_and(|requirement| requirement.below < requirement.own)
                {
                    problems.error(
                        format!("level_rule[{index}].below"),
                        format!(
                            "Lower levels need at least {}, as the level itself does.",
                            row.own
                        ),
                    );
                }
            }
        }
    }
}

/// A table with one row for each level above 0, given by the levels of its rows.
pub(super) fn check_rows(place: &str, rows: &[u8], framework: &Framework, problems: &mut Problems) {
    for level in framework.levels.iter().filter(|level| level.level > 0) {
        let count = rows.iter().filter(|row| **row == level.level).count();
        if count != 1 {
            problems.error(
                place,
                format!("Level {} needs one row here and has {count}.", level.level),
            );
        }
    }
    for (index, level) in rows.iter().enumerate() {
        if framework.level(*level).is_none() {
            problems.error(
                format!("{place}[{index}].level"),
                format!("There is no level {level}."),
            );
        }
    }
}

/// Rating methods and aggregations can be computed with.
fn check_methods(framework: &Framework, problems: &mut Problems) {
    if framework.methods.is_empty() {
        problems.error("methods", "A framework needs at least one rating method.");
    }
    let ids = framework.methods.iter().enumerate();
    check_unique(
        "method id",
        ids.map(|(index, method)| (format!("methods[{index}].id"), method.id.as_str())),
        problems,
    );
    if framework.aggregations.is_empty() {
        problems.error("aggregations", "A framework needs an aggregation.");
    }
    for (index, aggregation) in framework.aggregations.iter().enumerate() {
        let values = framework.scale.ratings.iter().map(|step| {
            aggregation
                .values
                .iter()
                .find(|value| value.code == step.code)
                .map(|value| value.value)
        });
        let values: Option<Vec<_>> = values.collect();
        if !values.is_some_and(|values| values.windows(2).all(|pair| pair[0] < pair[1])) {
            problems.error(
                format!("aggregations[{index}].values"),
                "Each rating of the scale needs a number, rising from low to high.",
            );
        }
    }
}

/// Where efforts are told, each step up the scale has one, in hours that a person can plan with.
fn check_efforts(framework: &Framework, problems: &mut Problems) {
    let steps = framework.scale.ratings.iter().skip(1);
    let steps: Vec<&Rating> = steps.map(|step| &step.code).collect();
    for (index, effort) in framework.efforts.iter().enumerate() {
        if !steps.contains(&&effort.to) {
            problems.error(
                format!("efforts[{index}].to"),
                format!("The scale has no step up to {}.", effort.to),
            );
        }
        if !HOURS.contains(&effort.hours) {
            problems.error(
                format!("efforts[{index}].hours"),
                format!(
                    "This should be a whole number from {} to {}, not {}.",
                    HOURS.start(),
                    HOURS.end(),
                    effort.hours
                ),
            );
        }
    }
    let told = framework.efforts.iter().enumerate();
    check_unique(
        "step",
        told.map(|(index, effort)| (format!("efforts[{index}].to"), effort.to.as_str())),
        problems,
    );
    let is_told = |step: &&Rating| framework.efforts.iter().any(|effort| effort.to == **step);
    let untold = steps.into_iter().filter(|step| !is_told(step));
    for step in untold.filter(|_| !framework.efforts.is_empty()) {
        problems.error("efforts", format!("The step up to {step} has no effort."));
    }
}
