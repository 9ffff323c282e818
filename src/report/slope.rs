//! What a slope chart of levels shows, before anybody draws it: points from left to right, a line for each process.

use super::comparison::Comparison;
use super::reading::{Movement, Reading, movement};

/// Lines between columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slope {
    pub title: String,
    pub description: String,
    /// Names of the steps, from the lowest on.
    pub steps: Vec<String>,
    /// Names of the columns, from left to right.
    pub columns: Vec<String>,
    pub lines: Vec<SlopeLine>,
}

/// One process.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SlopeLine {
    pub label: String,
    /// One for each column.
    pub stops: Vec<Stop>,
    /// What became of it from each column to the next.
    pub movements: Vec<Movement>,
}

/// Where a line stands in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    At {
        step: u8,
        carried: bool,
    },
    /// In scope, without a level.
    NotRated,
    /// Nothing to show.
    None,
}

/// The levels of a comparison in the order of time.
pub fn slope(comparison: &Comparison) -> Slope {
    let points = comparison.in_time().points;
    let lines = comparison.processes().into_iter().map(|(process, _)| {
        let readings: Vec<Reading> = points.iter().map(|point| point.level(&process)).collect();
        let pairs = readings.windows(2).zip(points.windows(2));
        SlopeLine {
            label: process.to_string(),
            stops: readings.iter().map(stop).collect(),
            movements: pairs
                .map(|(pair, points)| {
                    let ends = (points[0].highest_level, points[1].highest_level);
                    movement(&pair[0], &pair[1], ends)
                })
                .collect(),
        }
    });
    let lines: Vec<SlopeLine> = lines.collect();
    Slope {
        title: "From level to level".to_owned(),
        description: description(&lines),
        steps: comparison.levels().codes,
        columns: points.into_iter().map(|point| point.label).collect(),
        lines,
    }
}

fn stop(reading: &Reading) -> Stop {
    match reading {
        Reading::At(found) => Stop::At {
            step: found.step,
            carried: found.carried,
        },
        Reading::NotRated | Reading::NotApplicable => Stop::NotRated,
        Reading::NotInScope => Stop::None,
    }
}

fn description(lines: &[SlopeLine]) -> String {
    let count = |wanted: fn(&Movement) -> bool| {
        let movements = lines.iter().flat_map(|line| &line.movements);
        movements.filter(|found| wanted(found)).count()
    };
    let rises = count(|found| matches!(found, Movement::Rose(_)));
    let falls = count(|found| matches!(found, Movement::Fell(_)));
    let gaps = count(|found| !found.is_comparable());
    format!(
        "From column to column, in the order of time: {rises} up, {falls} down. {gaps} are not joined, because what stands \
         there cannot be compared."
    )
}
