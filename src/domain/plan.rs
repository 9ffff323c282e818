//! What to improve: the gaps to the target in an order that makes sense, with the ratings to raise.

use super::assessment::Assessment;
use super::cell::process_cells;
use super::gap::{AttributeGap, Gap, gaps};
use super::id::{AttributeId, ProcessId};
use super::model::Model;
use super::raise::{Raise, fewest, raises};
use super::result::{ProcessResult, rates};
use super::scale::{Rank, Rating};

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
    /// The smallest set of ratings to raise that closes the gap. Empty where nothing applies.
    pub raises: Vec<Raise>,
    pub not_rated: u32,
    /// How many other processes take something from this one.
    pub dependants: usize,
}

/// The gaps of all processes in scope. Known gaps come first: lower levels before higher ones, major before minor,
/// processes that many others depend on before others, fewer ratings to raise before more. Unknown gaps come last.
pub fn plan(model: &Model, assessment: &Assessment, results: &[ProcessResult]) -> Vec<PlanItem> {
    let mut items: Vec<PlanItem> = results
        .iter()
        .flat_map(|result| items(model, assessment, result))
        .collect();
    items.sort_by_key(|item| {
        let unknown = item.gap == Gap::Unknown;
        (
            unknown,
            item.level,
            item.gap,
            std::cmp::Reverse(item.dependants),
            item.raises.len(),
        )
    });
    items
}

fn items(model: &Model, assessment: &Assessment, result: &ProcessResult) -> Vec<PlanItem> {
    let process = &result.process;
    let item = |found: AttributeGap| {
        let attribute = model.framework.attribute(&found.attribute)?;
        let standing = result.attribute(&found.attribute)?;
        if found.gap == Gap::None {
            return None;
        }
        let cells = process_cells(
            model,
            assessment,
            process,
            attribute,
            rates(model, assessment),
        );
        Some(PlanItem {
            process: process.clone(),
            attribute: attribute.id.clone(),
            level: attribute.level,
            gap: found.gap,
            rating: standing.standing.rating().cloned(),
            target: found.target,
            raises: raises(model, &attribute.id, &cells, found.target, fewest)
                .map_or_else(Vec::new, |found| found.raises),
            not_rated: standing.progress.not_rated(),
            dependants: model.reference.dependants(process),
        })
    };
    gaps(model, assessment, result)
        .into_iter()
        .filter_map(item)
        .collect()
}
