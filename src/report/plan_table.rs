//! The improvement plan as people read it.

use super::table::Table;
use super::words;
use crate::domain::assessment::Assessment;
use crate::domain::gap::Gap;
use crate::domain::id::ProcessId;
use crate::domain::model::Model;
use crate::domain::plan::PlanItem;
use crate::domain::raise::Raise;
use crate::domain::subject::{Item, Subject};

/// One gap with the steps that close it.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanEntry {
    pub process: ProcessId,
    pub process_name: String,
    pub attribute: String,
    pub level: u8,
    pub gap: Gap,
    pub rating: String,
    pub target: String,
    pub not_rated: u32,
    pub dependants: usize,
    pub steps: Vec<PlanStep>,
}

/// One rating to raise, with the first useful step.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanStep {
    pub subject: Subject,
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
        attribute: words::attribute(model, &item.attribute),
        level: item.level,
        gap: item.gap,
        rating: item
            .rating
            .as_ref()
            .map_or_else(|| "not rated".to_owned(), ToString::to_string),
        target: words::needed(model, item.target),
        not_rated: item.not_rated,
        dependants: item.dependants,
        steps: item
            .raises
            .iter()
            .map(|raise| step(model, assessment, raise))
            .collect(),
    };
    items.iter().map(entry).collect()
}

fn step(model: &Model, assessment: &Assessment, raise: &Raise) -> PlanStep {
    let guidance = match &raise.subject.item {
        Item::Indicator(id) => model
            .indicator(&raise.subject.process, id)
            .and_then(|found| found.guidance.as_ref()),
        Item::Attribute(_) => None,
    };
    PlanStep {
        subject: raise.subject.clone(),
        indicator: words::subject_id(&raise.subject).to_owned(),
        instance: words::instance(assessment, &raise.subject),
        text: words::subject(model, &raise.subject),
        raise: words::raise(model, raise),
        recommendation: guidance
            .map_or_else(String::new, |guidance| guidance.recommendation.clone()),
    }
}

/// The plan as a table of text, one row a step.
pub fn plan_table(entries: &[PlanEntry]) -> Table {
    let mut table = Table::new(&[
        "order",
        "process",
        "attribute",
        "level",
        "gap",
        "now",
        "target",
        "indicator",
        "instance",
        "what to raise",
        "change",
        "first step",
    ]);
    for (order, entry) in entries.iter().enumerate() {
        let head = [
            (order + 1).to_string(),
            entry.process_name.clone(),
            entry.attribute.clone(),
            entry.level.to_string(),
            words::gap(entry.gap).to_owned(),
            entry.rating.clone(),
            entry.target.clone(),
        ];
        let steps = entry.steps.iter().map(|step| {
            [
                step.indicator.clone(),
                step.instance.clone().unwrap_or_default(),
                step.text.clone(),
                step.raise.clone(),
                step.recommendation.clone(),
            ]
        });
        let mut steps: Vec<_> = steps.collect();
        if steps.is_empty() {
            steps.push(Default::default());
        }
        table.rows.extend(
            steps
                .into_iter()
                .map(|step| head.iter().cloned().chain(step).collect()),
        );
    }
    table
}
