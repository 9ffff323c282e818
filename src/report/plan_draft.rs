//! The first draft of the plan as people read it: each gap with what closes it.

use super::plan_words;
use super::words;
use crate::domain::assessment::Assessment;
use crate::domain::gap::Gap;
use crate::domain::id::{AttributeId, PhaseId, ProcessId};
use crate::domain::model::Model;
use crate::domain::phase::suggested_phase;
use crate::domain::plan::{PlanItem, planned_by};
use crate::domain::raise::Raise;
use crate::domain::scale::Rating;
use crate::domain::subject::Subject;

/// One gap with the steps that close it.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanEntry {
    pub process: ProcessId,
    pub process_name: String,
    pub attribute: AttributeId,
    pub attribute_name: String,
    pub level: u8,
    pub gap: Gap,
    pub rating: String,
    pub target: String,
    /// The lowest rating that is enough.
    pub needs: Rating,
    pub not_rated: u32,
    /// Person-hours.
    pub hours: u32,
    /// Whether nothing is cheaper than these steps.
    pub exact: bool,
    /// Name and value of each key of the order.
    pub keys: Vec<(&'static str, String)>,
    /// Titles of the actions that work on it.
    pub planned_by: Vec<String>,
    pub phase: Option<PhaseId>,
    pub steps: Vec<PlanStep>,
}

/// One rating to raise, with the first useful step.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanStep {
    pub subject: Subject,
    /// The rating that it has, "not rated" where it has none.
    pub now: String,
    pub expected: Rating,
    pub indicator: String,
    pub instance: Option<String>,
    pub text: String,
    pub raise: String,
    pub recommendation: String,
}

/// Puts a plan into words.
pub fn plan_entries(model: &Model, assessment: &Assessment, items: &[PlanItem]) -> Vec<PlanEntry> {
    let entry = |item: &PlanItem| PlanEntry {
        process: item.process.clone(),
        process_name: words::process(model, &item.process),
        attribute: item.attribute.clone(),
        attribute_name: words::attribute(model, &item.attribute),
        level: item.level,
        gap: item.gap,
        rating: item
            .rating
            .as_ref()
            .map_or_else(|| "not rated".to_owned(), ToString::to_string),
        target: words::needed(model, item.target),
        needs: model.framework.scale.rating(item.target).clone(),
        not_rated: item.not_rated,
        hours: item.keys.hours,
        exact: item.exact,
        keys: plan_words::keys(&item.keys).to_vec(),
        planned_by: planned_by(model, assessment, item)
            .iter()
            .map(|id| plan_words::action(assessment, id))
            .collect(),
        phase: suggested_phase(model, &assessment.improvement.phases, &item.process),
        steps: item
            .raises
            .iter()
            .map(|raise| step(model, assessment, raise))
            .collect(),
    };
    items.iter().map(entry).collect()
}

fn step(model: &Model, assessment: &Assessment, raise: &Raise) -> PlanStep {
    PlanStep {
        subject: raise.subject.clone(),
        now: raise
            .from
            .as_ref()
            .map_or_else(|| "not rated".to_owned(), ToString::to_string),
        expected: model.framework.scale.rating(raise.to).clone(),
        indicator: words::subject_id(&raise.subject).to_owned(),
        instance: words::instance(assessment, &raise.subject),
        text: words::subject(model, &raise.subject),
        raise: words::raise(model, raise),
        recommendation: words::recommendation(model, &raise.subject),
    }
}
