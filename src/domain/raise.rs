//! The smallest set of ratings to raise so that an attribute, or a level, is reached.

use super::assessment::Assessment;
use super::cell::{Cell, CellState, process_cells, tally};
use super::id::{AttributeId, ProcessId};
use super::model::Model;
use super::result::rates;
use super::scale::{Rank, Rating};
use super::subject::Subject;
use std::cmp::Reverse;

/// One rating to raise. `from` is none where it is not rated yet.
#[derive(Clone, Debug, PartialEq)]
pub struct Raise {
    pub attribute: AttributeId,
    pub subject: Subject,
    pub from: Option<Rating>,
    pub to: Rank,
}

/// What leads to a level.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Path {
    /// As few ratings as can be; of those, each raised no further than needed.
    pub raises: Vec<Raise>,
    /// Attributes that no rating can lift, because nothing under them applies.
    pub out_of_reach: Vec<AttributeId>,
}

/// The smallest set of raised ratings that brings a process to a level.
///
/// Attributes do not share ratings, so the smallest set is the union of the smallest sets of each.
pub fn path_to_level(
    model: &Model,
    assessment: &Assessment,
    process: &ProcessId,
    level: u8,
) -> Path {
    let mut path = Path::default();
    let Some(requirement) = model.rule.requirement(level) else {
        return path;
    };
    let rates = rates(model, assessment);
    for attribute in model.attributes(level) {
        let Some(needed) = requirement.needs(attribute.level) else {
            continue;
        };
        let cells = process_cells(model, assessment, process, attribute, rates);
        match raises(model, &attribute.id, &cells, needed) {
            Some(raises) => path.raises.extend(raises),
            None => path.out_of_reach.push(attribute.id.clone()),
        }
    }
    path
}

/// The smallest set of cells to raise so that their mean rounds to `needed` or more; none where nothing applies.
///
/// The mean reaches `needed` where the sum of `weight * (2 * value - threshold)` over the rated cells is not negative.
/// So each cell has a fixed gain, and taking the greatest gains first gives the fewest cells, exactly.
pub fn raises(
    model: &Model,
    attribute: &AttributeId,
    cells: &[Cell],
    needed: Rank,
) -> Option<Vec<Raise>> {
    let threshold = i64::from(model.numbers.doubled_threshold(needed));
    let worth = |rank: Rank, weight: u32| {
        i64::from(weight) * (2 * i64::from(model.value(rank)) - threshold)
    };
    let now = |cell: &Cell| match &cell.state {
        CellState::Rated { rank, .. } => worth(*rank, cell.weight),
        CellState::NotRated | CellState::NotApplicable => 0,
    };
    let highest = model.framework.scale.highest();
    let gain = |cell: &Cell| worth(highest, cell.weight) - now(cell);

    let mut balance: i64 = cells.iter().map(now).sum();
    let mut rated = tally(model, cells).count > 0;
    let mut candidates: Vec<&Cell> = cells
        .iter()
        .filter(|cell| cell.state != CellState::NotApplicable && gain(cell) > 0)
        .collect();
    let mut taken = Vec::new();
    while !rated || balance < 0 {
        // Of equal gains, one that is rated already, and the first of those.
        let best = |(place, cell): &(usize, &&Cell)| {
            (
                gain(cell),
                cell.state != CellState::NotRated,
                Reverse(*place),
            )
        };
        let (place, _) = candidates.iter().enumerate().max_by_key(best)?;
        let cell = candidates.remove(place);
        balance += gain(cell);
        rated = true;
        taken.push((cell, highest));
    }
    for (cell, to) in taken.iter_mut().rev() {
        let above = match &cell.state {
            CellState::Rated { rank, .. } => rank.0 + 1,
            CellState::NotRated | CellState::NotApplicable => 0,
        };
        let spare =
            |rank: &Rank| balance - worth(highest, cell.weight) + worth(*rank, cell.weight) >= 0;
        if let Some(least) = (above..highest.0).map(Rank).find(spare) {
            balance += worth(least, cell.weight) - worth(highest, cell.weight);
            *to = least;
        }
    }
    Some(
        taken
            .into_iter()
            .map(|(cell, to)| raise(attribute, cell, to))
            .collect(),
    )
}

fn raise(attribute: &AttributeId, cell: &Cell, to: Rank) -> Raise {
    let from = match &cell.state {
        CellState::Rated { rating, .. } => Some(rating.clone()),
        CellState::NotRated | CellState::NotApplicable => None,
    };
    Raise {
        attribute: attribute.clone(),
        subject: cell.subject.clone(),
        from,
        to,
    }
}
