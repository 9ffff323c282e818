//! Levels that were gained or lost between two days. What was not rated then or is not now has not moved: nobody knows.

use super::digest::Digest;
use super::portfolio::{Column, Portfolio};
use crate::domain::date::Date;
use crate::domain::profile::LevelRange;
use std::sync::Arc;

/// What has moved, and what cannot be told.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Movers {
    /// The greatest moves first, gains before losses.
    pub moves: Vec<Move>,
    /// How many levels are certainly the same.
    pub same: usize,
    /// How many cannot be compared: not rated on one of the days, or so open that both could be the same.
    pub not_comparable: usize,
}

/// A level that has certainly changed.
#[derive(Clone, Debug, PartialEq)]
pub struct Move {
    /// By their places in the portfolio.
    pub unit: usize,
    pub column: usize,
    pub from: LevelRange,
    pub to: LevelRange,
    /// How many levels it has gained at least; negative where it lost them.
    pub gain: i16,
}

/// Compares two days.
pub fn movers(portfolio: &Portfolio, from: Date, to: Date) -> Movers {
    let mut movers = Movers::default();
    for (place, unit) in portfolio.units.iter().enumerate() {
        let [counted_before, counted_after] = [from, to].map(|day| (unit.latest_on(day), day));
        for (number, column) in portfolio.columns.iter().enumerate() {
            let (before, after) = (on(counted_before, column), on(counted_after, column));
            let (Some((before, open_before)), Some((after, open_after))) = (before, after) else {
                if before.is_some() != after.is_some() {
                    movers.not_comparable += 1;
                }
                continue;
            };
            match gain(open_before, open_after) {
                Some(gain) => movers.moves.push(Move {
                    unit: place,
                    column: number,
                    from: before,
                    to: after,
                    gain,
                }),
                None if before == after => movers.same += 1,
                None => movers.not_comparable += 1,
            }
        }
    }
    movers.moves.sort_by_key(|found| {
        (
            std::cmp::Reverse(found.gain.abs()),
            std::cmp::Reverse(found.gain),
        )
    });
    movers
}

/// The level of the assessment that counted on a day, as it was shown and with what the end of the scope leaves open.
fn on(
    (counted, day): (Option<&Arc<Digest>>, Date),
    column: &Column,
) -> Option<(LevelRange, LevelRange)> {
    let digest = counted?;
    if digest.model.id != column.model {
        return None;
    }
    let found = digest.process(&column.process)?.on(Some(day))?;
    let shown = found.range()?;
    Some((shown, digest.open_range(found)?))
}

/// None where the two could be the same.
fn gain(before: LevelRange, after: LevelRange) -> Option<i16> {
    if after.lowest > before.highest {
        Some(i16::from(after.lowest) - i16::from(before.highest))
    } else if after.highest < before.lowest {
        Some(i16::from(after.highest) - i16::from(before.lowest))
    } else {
        None
    }
}
