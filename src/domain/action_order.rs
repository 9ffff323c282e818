//! The actions in the order in which to do them, with what the order rests on.

use super::action::{Action, ActionStatus, HIGHEST_GAIN};
use super::assessment::Assessment;
use super::cell::process_cells;
use super::effort::{Efforts, efforts};
use super::id::ActionId;
use super::lift::{instances_of, rank_now};
use super::model::Model;
use super::plan::{PlanItem, is_about};
use super::priority::Keys;
use super::raise::raises;
use super::result::{ProcessResult, rates};
use super::risk_rules::Risk;
use super::scale::Rating;
use super::subject::{Item, Subject};
use std::collections::BTreeSet;

/// One action with its place among the others.
#[derive(Clone, Debug, PartialEq)]
pub struct OrderedAction {
    pub action: ActionId,
    /// The keys of the most pressing gap that it works on, with the hours of the action. None where it closes no gap.
    pub keys: Option<Keys>,
    /// Person-hours: what people estimate, or else what its lifts cost by the effort of each step.
    pub hours: u32,
    /// 1 to 5: what people judge, or else by the risk that it takes away.
    pub gain: u8,
}

/// The actions: those that are still to do by their keys, then the done, then the dropped. Where a person has put one at a
/// place, it stands there among those that are still to do. `items` are the gaps of today.
pub fn ordered_actions(
    model: &Model,
    assessment: &Assessment,
    results: &[ProcessResult],
    items: &[PlanItem],
) -> Vec<OrderedAction> {
    let efforts = efforts(model, assessment);
    let mut all: Vec<(OrderedAction, &Action)> = Vec::new();
    for (id, action) in assessment.improvement.actions() {
        let gaps: Vec<&PlanItem> = items
            .iter()
            .filter(|item| action.lifts.keys().any(|lift| is_about(model, lift, item)))
            .collect();
        let hours = action
            .effort
            .unwrap_or_else(|| lift_hours(model, assessment, results, &efforts, action));
        let keys = gaps.iter().map(|item| Keys { hours, ..item.keys }).min();
        let found = OrderedAction {
            action: id.clone(),
            keys,
            hours,
            gain: action.gain.unwrap_or_else(|| gain(action, &gaps)),
        };
        all.push((found, action));
    }
    let rest = |action: &Action| match action.status {
        ActionStatus::Planned | ActionStatus::Started => 0,
        ActionStatus::Done => 1,
        ActionStatus::Dropped => 2,
    };
    all.sort_by(|(one, a), (other, b)| {
        let key = |found: &OrderedAction, action: &Action| {
            (rest(action), found.keys.is_none(), found.keys)
        };
        let by_keys = key(one, a).cmp(&key(other, b));
        by_keys
            .then_with(|| a.title.cmp(&b.title))
            .then_with(|| one.action.cmp(&other.action))
    });
    let open = all.iter().filter(|(_, action)| rest(action) == 0).count();
    let closed = all.split_off(open);
    let (mut placed, mut free): (Vec<_>, Vec<_>) = all
        .into_iter()
        .partition(|(_, action)| action.place.is_some());
    placed.sort_by_key(|(_, action)| action.place.as_ref().map(|place| place.place));
    for found in placed {
        let wanted = found.1.place.as_ref().map_or(0, |place| place.place);
        let index = usize::try_from(wanted.saturating_sub(1)).unwrap_or(usize::MAX);
        free.insert(index.min(free.len()), found);
    }
    free.into_iter()
        .chain(closed)
        .map(|(found, _)| found)
        .collect()
}

/// By the worst risk among the gaps that it works on, and one more where it serves several processes.
fn gain(action: &Action, gaps: &[&PlanItem]) -> u8 {
    let worst = gaps.iter().map(|item| item.keys.risk).max();
    let by_risk = match worst {
        None | Some(Risk::None) => 1,
        Some(Risk::Low) => 2,
        Some(Risk::Medium) => 3,
        Some(Risk::High) => 4,
    };
    let processes: BTreeSet<_> = action.lifts.keys().map(|lift| &lift.process).collect();
    let several = u8::from(processes.len() > 1 && worst.is_some());
    (by_risk + several).min(HIGHEST_GAIN)
}

/// What the lifts of an action cost from how things stand today.
fn lift_hours(
    model: &Model,
    assessment: &Assessment,
    results: &[ProcessResult],
    efforts: &Efforts,
    action: &Action,
) -> u32 {
    let lifts = action.lifts.iter();
    let costs = lifts.map(|(subject, expected)| {
        lift_cost(model, assessment, results, efforts, subject, expected).unwrap_or(0)
    });
    costs.fold(0, u32::saturating_add)
}

fn lift_cost(
    model: &Model,
    assessment: &Assessment,
    results: &[ProcessResult],
    efforts: &Efforts,
    subject: &Subject,
    expected: &Rating,
) -> Option<u32> {
    let result = results
        .iter()
        .find(|found| found.process == subject.process)?;
    let to = model.framework.scale.rank(expected)?;
    match &subject.item {
        Item::Indicator(_) => {
            let costs = instances_of(assessment, subject)
                .into_iter()
                .map(|instance| {
                    let subject = Subject {
                        instance: Some(instance),
                        ..subject.clone()
                    };
                    let from = rank_now(model, assessment, result, &subject);
                    efforts.raise(&subject, from, to)
                });
            Some(costs.fold(0, u32::saturating_add))
        }
        Item::Attribute(id) => {
            let attribute = model.framework.attribute(id)?;
            let rates = rates(model, assessment);
            let mut cells = process_cells(model, assessment, &subject.process, attribute, rates);
            if subject.instance.is_some() {
                cells.retain(|cell| cell.subject.instance == subject.instance);
            }
            let cost = |cell: &_, to| efforts.raise_cell(cell, to);
            Some(raises(model, id, &cells, to, cost)?.cost)
        }
    }
}
