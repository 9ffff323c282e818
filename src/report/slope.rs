//! What a slope chart of levels shows, before anybody draws it: points from left to right, a line for each process.

use super::comparison::Comparison;
use super::reading::{Movement, Reading, movement};
use super::table::Table;

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
    /// The stops in words.
    pub words: Vec<String>,
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
    let in_time = comparison.in_time();
    let points = in_time.points;
    let steps = comparison.levels().codes;
    let lines = comparison.processes().into_iter().map(|(process, _)| {
        let readings: Vec<Reading> = points.iter().map(|point| point.level(&process)).collect();
        let pairs = readings.windows(2).zip(points.windows(2));
        SlopeLine {
            label: process.to_string(),
            stops: readings.iter().map(stop).collect(),
            words: readings.iter().map(|found| found.words(&steps)).collect(),
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
        steps,
        columns: in_time.labels,
        lines,
    }
}

impl Slope {
    /// The same as text: a column for each point, and what became of it between one and the next.
    pub fn table(&self) -> Table {
        let mut columns = vec!["Process".to_owned()];
        for (place, name) in self.columns.iter().enumerate() {
            if place > 0 {
                columns.push("Change".to_owned());
            }
            columns.push(name.clone());
        }
        let row = |line: &SlopeLine| {
            let mut cells = vec![line.label.clone()];
            for (place, words) in line.words.iter().enumerate() {
                let before = place.checked_sub(1);
                let movement = before.and_then(|part| line.movements.get(part));
                cells.extend(movement.map(|movement| movement.words()));
                cells.push(words.clone());
            }
            cells
        };
        Table {
            columns,
            rows: self.lines.iter().map(row).collect(),
        }
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
