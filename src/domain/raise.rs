//! The cheapest set of ratings to raise so that an attribute is rated as high as it needs to be.

use super::cell::{Cell, CellState};
use super::choice::{Choice, Options, Step, cheapest};
use super::id::AttributeId;
use super::model::Model;
use super::scale::{Rank, Rating};
use super::subject::Subject;

/// What to raise for one attribute.
#[derive(Clone, Debug, PartialEq)]
pub struct Raises {
    /// In the order of the cells, each raised no further than needed.
    pub raises: Vec<Raise>,
    /// What they cost together.
    pub cost: u32,
    /// Whether nothing is cheaper. False where there was too much to try: then this is enough, and there may be cheaper.
    pub exact: bool,
}

/// One rating to raise. `from` is none where it is not rated yet.
#[derive(Clone, Debug, PartialEq)]
pub struct Raise {
    pub attribute: AttributeId,
    pub subject: Subject,
    pub from: Option<Rating>,
    pub to: Rank,
    /// In hours, or 1, as it was asked for.
    pub cost: u32,
}

/// Every raise costs the same, so the cheapest set is the one of the fewest ratings.
pub fn fewest(_: &Cell, _: Rank) -> u32 {
    1
}

/// The cheapest set of cells to raise so that their mean rounds to `needed` or more; none where nothing applies.
///
/// `cost` is what raising a cell to a rank costs. Of equal costs, fewer ratings, then rated ones before those that are
/// not rated yet, then the first ones.
///
/// The mean reaches `needed` where the sum of `counts * (2 * value - threshold)` over the rated cells is not negative. So
/// each step of a cell has a fixed gain, and the gains chosen must make up for what is missing: see [`cheapest`].
pub fn raises(
    model: &Model,
    attribute: &AttributeId,
    cells: &[Cell],
    needed: Rank,
    cost: impl Fn(&Cell, Rank) -> u32,
) -> Option<Raises> {
    let threshold = i64::from(model.numbers.doubled_threshold(needed));
    let worth = |cell: &Cell, rank: Rank| {
        i64::from(cell.counts()) * (2 * i64::from(model.value(rank)) - threshold)
    };
    let now = |cell: &Cell| cell.state.rank().map_or(0, |rank| worth(cell, rank));
    let balance: i64 = cells.iter().map(now).sum();
    // A mean needs at least one rating. Where there is none, one is missing, and each that is high enough makes up for it.
    let first = i64::from(cells.iter().all(|cell| cell.state.rank().is_none()));
    let gain = |cell: &Cell, to: Rank| worth(cell, to) - now(cell) + first;
    let missing = (first - balance).max(0);

    let options = |cell: &Cell| Options {
        blank: cell.state == CellState::NotRated,
        steps: steps(model, cell, gain, &cost),
    };
    let options: Vec<Options> = cells.iter().map(options).collect();
    let Choice { steps, exact } = cheapest(&options, missing.unsigned_abs())?;

    let gains = cells.iter().zip(&steps);
    let gained: i64 = gains
        .filter_map(|(cell, step)| Some(gain(cell, step.as_ref()?.to)))
        .sum();
    let mut spare = gained - missing;
    let mut raises = Vec::new();
    for (cell, step) in cells.iter().zip(steps).rev() {
        let Some(step) = step else { continue };
        // Only a choice that is not exact holds a raise that could be left out.
        if gain(cell, step.to) <= spare {
            spare -= gain(cell, step.to);
            continue;
        }
        let to = above(model, cell)
            .take_while(|rank| *rank < step.to)
            .find(|rank| {
                gain(cell, step.to) - gain(cell, *rank) <= spare && cost(cell, *rank) <= step.cost
            })
            .unwrap_or(step.to);
        spare -= gain(cell, step.to) - gain(cell, to);
        raises.push(raise(attribute, cell, to, cost(cell, to)));
    }
    raises.reverse();
    let cost = raises
        .iter()
        .fold(0, |sum: u32, raise| sum.saturating_add(raise.cost));
    Some(Raises {
        raises,
        cost,
        exact,
    })
}

/// The ways to raise a cell that gain something, without those that another one beats: gains more and costs no more.
fn steps(
    model: &Model,
    cell: &Cell,
    gain: impl Fn(&Cell, Rank) -> i64,
    cost: impl Fn(&Cell, Rank) -> u32,
) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    for to in above(model, cell).rev() {
        let cost = cost(cell, to);
        let beaten = steps.last().is_some_and(|higher| higher.cost <= cost);
        let gain = gain(cell, to);
        if gain > 0 && !beaten {
            let gain = gain.unsigned_abs();
            steps.push(Step { to, gain, cost });
        }
    }
    steps
}

/// The ranks that a cell can be raised to: all where it is not rated yet, none where it does not apply.
fn above(model: &Model, cell: &Cell) -> impl DoubleEndedIterator<Item = Rank> + use<> {
    let applies = cell.state != CellState::NotApplicable;
    let now = cell.state.rank();
    model
        .numbers
        .ranks()
        .filter(move |rank| applies && now.is_none_or(|now| now < *rank))
}

fn raise(attribute: &AttributeId, cell: &Cell, to: Rank, cost: u32) -> Raise {
    let from = match &cell.state {
        CellState::Rated { rating, .. } => Some(rating.clone()),
        CellState::NotRated | CellState::NotApplicable => None,
    };
    Raise {
        attribute: attribute.clone(),
        subject: cell.subject.clone(),
        from,
        to,
        cost,
    }
}
