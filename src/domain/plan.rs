//! What to improve: the gaps to the target in the order of their keys, with the cheapest ratings to raise. The first draft of
//! the plan.

use super::action::Action;
use super::assessment::Assessment;
use super::cell::process_cells;
use super::effort::{Efforts, efforts};
use super::forecast::is_settled;
use super::gap::{AttributeGap, Gap, gaps};
use super::id::{ActionId, AttributeId, ProcessId};
use super::model::Model;
use super::priority::Keys;
use super::raise::{Raise, raises};
use super::result::{ProcessResult, rates};
use super::risk::process_risk;
use super::risk_rules::Risk;
use super::scale::{Rank, Rating};
use super::subject::{Item, Subject};

/// One gap: an attribute of a process that is below its target, or not known.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanItem {
    pub process: ProcessId,
    pub attribute: AttributeId,
    /// The level that the attribute belongs to.
    pub level: u8,
    pub gap: Gap,
    pub rating: Option<Rating>,
    pub target: Rank,
    /// The cheapest ratings to raise that close the gap. Empty where nothing applies.
    pub raises: Vec<Raise>,
    /// Whether nothing is cheaper than these.
    pub exact: bool,
    pub not_rated: u32,
    pub keys: Keys,
}

/// The gaps of all processes in scope. Known gaps come first, by their keys. Unknown gaps come last.
pub fn plan(model: &Model, assessment: &Assessment, results: &[ProcessResult]) -> Vec<PlanItem> {
    let efforts = efforts(model, assessment);
    let mut items: Vec<PlanItem> = results
        .iter()
        .flat_map(|result| items(model, assessment, &efforts, result))
        .collect();
    items.sort_by_key(|item| (item.gap == Gap::Unknown, item.keys));
    items
}

/// The actions that work on this gap: they are not dropped, and lift something of it that nobody has rated since they were
/// done. What a done action has left open is not planned any more.
pub fn planned_by(model: &Model, assessment: &Assessment, item: &PlanItem) -> Vec<ActionId> {
    let lifts = |action: &Action| {
        let mut subjects = action.lifts.keys();
        subjects.any(|subject| {
            is_about(model, subject, item) && !is_settled(model, assessment, action, subject)
        })
    };
    let actions = assessment.improvement.actions();
    let lifting = actions.filter(|(_, action)| action.counts() && lifts(action));
    lifting.map(|(id, _)| id.clone()).collect()
}

/// Whether raising a subject works on a gap.
pub fn is_about(model: &Model, subject: &Subject, item: &PlanItem) -> bool {
    subject.process == item.process
        && match &subject.item {
            Item::Attribute(attribute) => *attribute == item.attribute,
            Item::Indicator(id) => model
                .attribute_of(&subject.process, id)
                .is_some_and(|found| found.id == item.attribute),
        }
}

fn items(
    model: &Model,
    assessment: &Assessment,
    efforts: &Efforts,
    result: &ProcessResult,
) -> Vec<PlanItem> {
    let process = &result.process;
    let gaps = gaps(model, assessment, result);
    let variant = assessment.improvement.risk_variant.as_ref();
    let rules = model.framework.risk.as_ref();
    let risk = rules.map(|rules| process_risk(rules, variant, &gaps));
    let risk_at = |level: u8| {
        let mut levels = risk.iter().flat_map(|risk| &risk.levels);
        let found = levels.find(|found| found.level == level);
        found.map_or(Risk::None, |found| found.risk)
    };
    let item = |found: &AttributeGap| {
        let attribute = model.framework.attribute(&found.attribute)?;
        let standing = result.attribute(&found.attribute)?;
        if found.gap == Gap::None {
            return None;
        }
        let rates = rates(model, assessment);
        let cells = process_cells(model, assessment, process, attribute, rates);
        let cost = |cell: &_, to| efforts.raise_cell(cell, to);
        let cheapest = raises(model, &attribute.id, &cells, found.target, cost);
        let (raises, hours, exact) = cheapest.map_or_else(
            || (Vec::new(), 0, true),
            |found| (found.raises, found.cost, found.exact),
        );
        Some(PlanItem {
            process: process.clone(),
            attribute: attribute.id.clone(),
            level: attribute.level,
            gap: found.gap,
            rating: standing.standing.rating().cloned(),
            target: found.target,
            raises,
            exact,
            not_rated: standing.progress.not_rated(),
            keys: Keys {
                risk: risk_at(attribute.level),
                level: attribute.level,
                weight: assessment.improvement.weight(process),
                dependants: model.reference.dependants(process),
                hours,
            },
        })
    };
    gaps.iter().filter_map(item).collect()
}
