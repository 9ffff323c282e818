//! What is wrong with an action as it stands. It is said and nothing is dropped: people decide.

use super::action::Action;
use super::assessment::Assessment;
use super::id::{ActionId, PhaseId, ProcessId};
use super::model::Model;
use super::phase::phases;
use super::scale::Rating;
use super::subject::{Item, Subject};

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq)]
pub enum ActionProblem {
    DueBeforeStart,
    /// It needs itself in the end: the way around, from the first action that it needs back to itself.
    Cycle(Vec<ActionId>),
    /// It needs an action that was removed, or that is not here.
    NeedsGone(ActionId),
    /// It starts before an action that it needs is due.
    StartsTooSoon(ActionId),
    /// The model has no such process.
    NoProcess(ProcessId),
    OutOfScope(ProcessId),
    /// The model has no such indicator or attribute.
    NoItem(Subject),
    /// The scale has no such rating.
    NoRating(Rating),
    /// The plan has no such phase.
    NoPhase(PhaseId),
}

/// All that is wrong with one action.
pub fn action_problems(
    model: &Model,
    assessment: &Assessment,
    id: &ActionId,
) -> Vec<ActionProblem> {
    let Some(action) = assessment.improvement.action(id) else {
        return Vec::new();
    };
    let mut problems = Vec::new();
    if action
        .start
        .zip(action.due)
        .is_some_and(|(start, due)| due < start)
    {
        problems.push(ActionProblem::DueBeforeStart);
    }
    problems.extend(cycle(assessment, id).map(ActionProblem::Cycle));
    for needed in &action.needs {
        match assessment
            .improvement
            .action(needed)
            .filter(|found| !found.removed)
        {
            None => problems.push(ActionProblem::NeedsGone(needed.clone())),
            Some(found) if too_soon(action, found) => {
                problems.push(ActionProblem::StartsTooSoon(needed.clone()));
            }
            Some(_) => {}
        }
    }
    let mut processes: Vec<&ProcessId> = action
        .lifts
        .keys()
        .map(|subject| &subject.process)
        .collect();
    processes.dedup();
    for process in processes {
        if model.process(process).is_none() {
            problems.push(ActionProblem::NoProcess(process.clone()));
        } else if !assessment.scope.contains(process) {
            problems.push(ActionProblem::OutOfScope(process.clone()));
        }
    }
    for (subject, expected) in &action.lifts {
        if model.process(&subject.process).is_some() && !has_item(model, subject) {
            problems.push(ActionProblem::NoItem(subject.clone()));
        }
        if model.framework.scale.rank(expected).is_none() {
            problems.push(ActionProblem::NoRating(expected.clone()));
        }
    }
    if let Some(phase) = &action.phase
        && !phases(model, &assessment.improvement.phases)
            .iter()
            .any(|found| found.id == *phase)
    {
        problems.push(ActionProblem::NoPhase(phase.clone()));
    }
    problems
}

fn too_soon(action: &Action, needed: &Action) -> bool {
    action
        .start
        .zip(needed.due)
        .is_some_and(|(start, due)| start < due)
}

fn has_item(model: &Model, subject: &Subject) -> bool {
    match &subject.item {
        Item::Indicator(id) => model.indicator(&subject.process, id).is_some(),
        Item::Attribute(id) => model.framework.attribute(id).is_some(),
    }
}

/// The shortest way along what actions need that leads from one back to itself.
fn cycle(assessment: &Assessment, id: &ActionId) -> Option<Vec<ActionId>> {
    let needs = |id: &ActionId| {
        let action = assessment
            .improvement
            .action(id)
            .filter(|found| !found.removed);
        action
            .map(|action| action.needs.iter().cloned().collect::<Vec<_>>())
            .unwrap_or_default()
    };
    let mut ways: Vec<Vec<ActionId>> = needs(id).into_iter().map(|first| vec![first]).collect();
    let mut seen: Vec<ActionId> = Vec::new();
    let mut next = 0;
    while let Some(way) = ways.get(next).cloned() {
        next += 1;
        let Some(last) = way.last().cloned() else {
            continue;
        };
        if last == *id {
            return Some(way);
        }
        if seen.contains(&last) {
            continue;
        }
        for needed in needs(&last) {
            let mut longer = way.clone();
            longer.push(needed);
            ways.push(longer);
        }
        seen.push(last);
    }
    None
}
