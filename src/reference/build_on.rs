//! Joins a model file with the one that it builds on, so that all else sees one whole model.
//!
//! What the file itself holds comes first, so that the places of problems are those of the file.

use super::check_roles::has_outcomes;
use super::problem::{Problem, Problems};
use crate::domain::assessment_model::{
    AchievementRef, AssessmentModel, GenericGuidance, GenericPractice, GenericResource, ModelPhase,
};
use crate::domain::id::{ModelId, ProcessId};
use crate::domain::indicator_ref::IndicatorRef;
use crate::domain::reference_model::ReferenceModel;
use crate::domain::role::Role;
use crate::domain::rule::{Condition, Rule};

/// How much of each list the file holds itself; what follows was taken over. Empty for a file that builds on none.
#[derive(Clone, Debug, Default)]
pub struct Own(Vec<(&'static str, usize)>);

impl Own {
    pub fn of_reference_model(model: &ReferenceModel) -> Self {
        Self(vec![
            ("processes", model.processes.len()),
            ("relations", model.relations.len()),
        ])
    }

    pub fn of_assessment_model(model: &AssessmentModel) -> Self {
        Self(vec![
            ("processes", model.processes.len()),
            ("generic_practices", model.generic_practices.len()),
            ("generic_resources", model.generic_resources.len()),
            ("generic_guidance", model.generic_guidance.len()),
            ("glossary", model.glossary.len()),
            ("phases", model.phases.len()),
            ("roles", model.roles.len()),
            ("rules", model.rules.len()),
        ])
    }

    /// Problems of the joined model, each with a place that is in the file.
    pub fn placed(&self, problems: Problems) -> Vec<Problem> {
        let mut problems = problems.into_list();
        for problem in &mut problems {
            if self.is_taken_over(&problem.place) {
                "builds_on".clone_into(&mut problem.place);
                problem.text = format!("In what is taken over: {}", problem.text);
            }
        }
        problems
    }

    fn is_taken_over(&self, place: &str) -> bool {
        let Some((list, rest)) = place.split_once('[') else {
            return false;
        };
        let index = rest.split(']').next().and_then(|index| index.parse().ok());
        let own = self.0.iter().find(|(name, _)| *name == list);
        own.zip(index)
            .is_some_and(|((_, count), index): (_, usize)| index >= *count)
    }
}

/// Takes over the processes that a reference model names, with their groups and the relations among them.
pub fn reference_model(
    model: &ReferenceModel,
    base: &ReferenceModel,
    problems: &mut Problems,
) -> ReferenceModel {
    let mut model = model.clone();
    let taken = model
        .builds_on
        .take()
        .map_or_else(Vec::new, |foundation| foundation.processes);
    for (number, id) in taken.iter().enumerate() {
        match base.process(id) {
            Some(process) => model.processes.push(process.clone()),
            None => problems.error(
                format!("builds_on.processes[{number}]"),
                format!("{} has no process {id}.", base.header.id),
            ),
        }
    }
    for (number, succession) in model.successions.iter().enumerate() {
        let ends = [
            ("from", &succession.from, base),
            ("to", &succession.to, &model),
        ];
        for (end, id, set) in ends {
            if set.process(id).is_none() {
                problems.error(
                    format!("successions[{number}].{end}"),
                    format!("There is no process {id}."),
                );
            }
        }
    }
    let groups = base.groups.iter().filter(|group| {
        model
            .processes
            .iter()
            .any(|process| process.group == group.id)
            && !model.groups.iter().any(|own| own.id == group.id)
    });
    let groups: Vec<_> = groups.cloned().collect();
    model.groups.extend(groups);
    let both_taken = base
        .relations
        .iter()
        .filter(|relation| taken.contains(&relation.from) && taken.contains(&relation.to));
    let relations: Vec<_> = both_taken.cloned().collect();
    model.relations.extend(relations);
    model
}

/// Puts the processes in the order of their groups, once the places of problems are told.
pub fn order_by_groups(model: &mut ReferenceModel) {
    let mut unordered = std::mem::take(&mut model.processes);
    for group in &model.groups {
        let (of_group, others) = unordered
            .into_iter()
            .partition(|process| process.group == group.id);
        model.processes.extend::<Vec<_>>(of_group);
        unordered = others;
    }
}

/// Takes over the indicators and phases of the processes that the reference model has, and what is generic for its frameworks.
pub fn assessment_model(
    model: &AssessmentModel,
    base: &AssessmentModel,
    reference: Option<&ReferenceModel>,
) -> AssessmentModel {
    let mut model = AssessmentModel {
        builds_on: None,
        ..model.clone()
    };
    let in_set =
        |id: &ProcessId| reference.is_some_and(|reference| reference.process(id).is_some());
    let taken = base
        .processes
        .iter()
        .filter(|process| in_set(&process.process) && model.indicators(&process.process).is_none());
    let taken: Vec<_> = taken.cloned().collect();
    model.processes.extend(taken);
    // What serves other frameworks only would lead nowhere here.
    let frameworks = model.frameworks.clone();
    let serving = |achievements: &[AchievementRef]| -> Option<Vec<AchievementRef>> {
        let covered =
            |found: &&AchievementRef| frameworks.iter().any(|id| id.as_str() == found.parts().0);
        let found: Vec<_> = achievements.iter().filter(covered).cloned().collect();
        (!found.is_empty()).then_some(found)
    };
    let practices = base.generic_practices.iter().filter_map(|entry| {
        Some(GenericPractice {
            achievements: serving(&entry.achievements)?,
            ..entry.clone()
        })
    });
    model.generic_practices.extend(practices);
    let resources = base.generic_resources.iter().filter_map(|entry| {
        Some(GenericResource {
            achievements: serving(&entry.achievements)?,
            ..entry.clone()
        })
    });
    model.generic_resources.extend(resources);
    let guidance = base.generic_guidance.iter().filter_map(|entry| {
        Some(GenericGuidance {
            achievements: serving(&entry.achievements)?,
            ..entry.clone()
        })
    });
    model.generic_guidance.extend(guidance);
    let terms: Vec<_> = base
        .glossary
        .iter()
        .filter(|term| !model.glossary.iter().any(|own| own.term == term.term))
        .cloned()
        .collect();
    model.glossary.extend(terms);
    if model.phases.is_empty() {
        take_phases(&mut model, base, in_set);
    }
    take_roles(&mut model, base, reference);
    take_rules(&mut model, base, reference);
    model
}

/// Takes over roles. Of one that the file has too, what is asked comes along; title and meaning are those of the file.
fn take_roles(
    model: &mut AssessmentModel,
    base: &AssessmentModel,
    reference: Option<&ReferenceModel>,
) {
    for role in &base.roles {
        let taken = Role {
            asked: kept(&role.asked, &model.frameworks, reference),
            not_asked: kept(&role.not_asked, &model.frameworks, reference),
            ..role.clone()
        };
        match model.roles.iter_mut().find(|own| own.id == role.id) {
            Some(own) => {
                own.asked.extend(taken.asked);
                own.not_asked.extend(taken.not_asked);
            }
            // Asked nothing is not the same as asked everything.
            None if taken.asked.is_empty() && !role.asked.is_empty() => {}
            None => model.roles.push(taken),
        }
    }
}

/// Takes over the rules that still speak of something in each condition.
fn take_rules(
    model: &mut AssessmentModel,
    base: &AssessmentModel,
    reference: Option<&ReferenceModel>,
) {
    for rule in &base.rules {
        let conditions = rule.when.iter().map(|condition| {
            let items = kept(&condition.items, &model.frameworks, reference);
            (items.is_empty() == condition.items.is_empty()).then(|| Condition {
                items,
                ..condition.clone()
            })
        });
        let when: Option<Vec<Condition>> = conditions.collect();
        let is_new = !model.rules.iter().any(|own| own.id == rule.id);
        if let Some(when) = when.filter(|_| is_new) {
            model.rules.push(Rule {
                when,
                ..rule.clone()
            });
        }
    }
}

/// What is named and is in the frameworks and the set of processes.
fn kept(
    items: &[IndicatorRef],
    frameworks: &[ModelId],
    reference: Option<&ReferenceModel>,
) -> Vec<IndicatorRef> {
    let is_here = |item: &&IndicatorRef| match item.of_framework() {
        Some((framework, _)) => frameworks.iter().any(|id| id.as_str() == framework),
        None => reference.is_some_and(|reference| has_outcomes(reference, item.as_str())),
    };
    items.iter().filter(is_here).cloned().collect()
}

/// Takes over the phases that have processes of the set. Phases are one whole, so a model with its own takes over none.
fn take_phases(
    model: &mut AssessmentModel,
    base: &AssessmentModel,
    in_set: impl Fn(&ProcessId) -> bool,
) {
    let phases = base.phases.iter().map(|phase| {
        let processes = phase.processes.iter().filter(|id| in_set(id));
        ModelPhase {
            processes: processes.cloned().collect(),
            ..phase.clone()
        }
    });
    model.phases = phases.filter(|phase| !phase.processes.is_empty()).collect();
    if !model.phases.is_empty() {
        model.phases_note.clone_from(&base.phases_note);
    }
}
