//! The whole plan as one value: what the table, the calendar and the printed page show.

use super::action_list::{ActionEntry, action_entries};
use super::plan_draft::{PlanEntry, plan_entries};
use super::plan_words;
use crate::domain::action::{Action, ActionStatus};
use crate::domain::action_order::ordered_actions;
use crate::domain::assessment::Assessment;
use crate::domain::date::Date;
use crate::domain::id::ActionId;
use crate::domain::inhibitor::Inhibitor;
use crate::domain::model::Model;
use crate::domain::plan::{plan, planned_by};
use crate::domain::result::ProcessResult;
use crate::domain::roadmap::{QuarterLoad, quarter_loads};
use crate::domain::stakeholder::Stakeholder;

/// A plan on one day.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanReport {
    /// Of the assessment.
    pub title: String,
    /// What was assessed.
    pub unit: String,
    /// What costs are in; empty where nobody said.
    pub currency: String,
    pub today: Date,
    /// In their order.
    pub actions: Vec<ActionEntry>,
    /// The gaps that no action works on, in their order.
    pub gaps: Vec<PlanEntry>,
    /// Those that stand come first.
    pub inhibitors: Vec<InhibitorEntry>,
    pub quarters: Vec<QuarterLoad>,
    /// Private: empty unless they were asked for.
    pub stakeholders: Vec<StakeholderEntry>,
}

/// Something that stands in the way, or stood there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InhibitorEntry {
    pub what: String,
    pub origin: String,
    /// Titles of the actions that it holds up.
    pub blocks: Vec<String>,
    /// When it was knocked down; none: it still stands.
    pub fallen: Option<Date>,
    pub answer: String,
}

/// Somebody whose support the change needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StakeholderEntry {
    pub name: String,
    pub stance: &'static str,
    pub interest: String,
    pub influence: &'static str,
    pub carer: String,
}

/// How much there is to do, of all actions or of one owner.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sum {
    /// Actions that are not dropped.
    pub actions: usize,
    pub done: usize,
    pub overdue: usize,
    /// Person-hours of the actions that are not done.
    pub hours: u64,
    /// Of the actions that are not done.
    pub cost: u64,
}

/// The plan of an assessment. The stakeholder register is private and stays out of it unless it is asked for.
pub fn plan_report(
    model: &Model,
    assessment: &Assessment,
    results: &[ProcessResult],
    today: Date,
    with_stakeholders: bool,
) -> PlanReport {
    let improvement = &assessment.improvement;
    let mut items = plan(model, assessment, results);
    let ordered = ordered_actions(model, assessment, results, &items);
    items.retain(|item| planned_by(model, assessment, item).is_empty());
    let loads = ordered.iter().filter_map(|found| {
        let action = improvement.action(&found.action)?;
        action.counts().then_some((action, found.hours))
    });
    let loads: Vec<(&Action, u32)> = loads.collect();
    let inhibitors = improvement.inhibitors();
    let mut inhibitors: Vec<InhibitorEntry> = inhibitors
        .map(|(_, found)| inhibitor(assessment, found))
        .collect();
    inhibitors.sort_by_key(|found| found.fallen);
    let register = improvement.stakeholders().map(|(_, found)| found);
    PlanReport {
        title: assessment.title.clone(),
        unit: assessment.unit.clone(),
        currency: improvement.currency.clone(),
        today,
        actions: action_entries(model, assessment, results, &ordered, today),
        gaps: plan_entries(model, assessment, &items),
        inhibitors,
        quarters: quarter_loads(improvement, loads),
        stakeholders: register
            .filter(|_| with_stakeholders)
            .map(stakeholder)
            .collect(),
    }
}

impl PlanReport {
    /// What all actions come to.
    pub fn sum(&self) -> Sum {
        sum(&self.actions, |_| true)
    }

    /// What the actions of each owner come to, by name; those of nobody under an empty name, last.
    pub fn by_owner(&self) -> Vec<(String, Sum)> {
        let counting = self.actions.iter().filter(|entry| counts(entry));
        let mut owners: Vec<&str> = counting.map(|entry| entry.owner.trim()).collect();
        owners.sort_by_key(|owner| (owner.is_empty(), *owner));
        owners.dedup();
        let of = |owner: &str| sum(&self.actions, |entry| entry.owner.trim() == owner);
        owners
            .iter()
            .map(|owner| ((*owner).to_owned(), of(owner)))
            .collect()
    }
}

fn counts(entry: &ActionEntry) -> bool {
    entry.status != ActionStatus::Dropped
}

fn sum(entries: &[ActionEntry], counted: impl Fn(&ActionEntry) -> bool) -> Sum {
    let mut sum = Sum::default();
    for entry in entries
        .iter()
        .filter(|entry| counts(entry) && counted(entry))
    {
        sum.actions += 1;
        sum.overdue += usize::from(entry.overdue);
        if entry.status == ActionStatus::Done {
            sum.done += 1;
        } else {
            sum.hours += u64::from(entry.hours);
            sum.cost += u64::from(entry.cost.unwrap_or(0));
        }
    }
    sum
}

fn inhibitor(assessment: &Assessment, found: &Inhibitor) -> InhibitorEntry {
    let here = |id: &&ActionId| {
        let action = assessment.improvement.action(id);
        action.is_some_and(|action| !action.removed)
    };
    let blocks = found.blocks.iter().filter(here);
    InhibitorEntry {
        what: found.what.clone(),
        origin: found.origin.clone(),
        blocks: blocks
            .map(|id| plan_words::action(assessment, id))
            .collect(),
        fallen: found.fallen,
        answer: found.answer.clone(),
    }
}

fn stakeholder(found: &Stakeholder) -> StakeholderEntry {
    StakeholderEntry {
        name: found.name.clone(),
        stance: plan_words::stance(found.stance),
        interest: found.interest.clone(),
        influence: plan_words::influence(found.influence),
        carer: found.carer.clone(),
    }
}
