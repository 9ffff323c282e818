//! Places on a slope chart: each line has a slot of its own in every column, so that none hides another.

use crate::report::slope::{Slope, Stop};

/// Bands from the highest step down, and last the one of what is not rated. All counted in rows from the top.
#[derive(Debug, PartialEq)]
pub struct Slots {
    /// First row and number of rows of each step, from the lowest step on.
    pub steps: Vec<Band>,
    /// None where nothing is without a rating.
    pub not_rated: Option<Band>,
    pub rows: usize,
    /// For each line the middle of its slot in each column; none where it has no stop.
    places: Vec<Vec<Option<f64>>>,
}

/// Rows of one step.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Band {
    pub first: usize,
    pub rows: usize,
}

impl Slots {
    pub fn new(slope: &Slope) -> Self {
        let columns = slope.columns.len();
        // A stop in the picture: a step, or none for not rated.
        let stops: Vec<Vec<Option<Option<usize>>>> = slope
            .lines
            .iter()
            .map(|line| {
                let stops = line.stops.iter();
                stops.map(|stop| place(stop, slope.steps.len())).collect()
            })
            .collect();
        let crowd = |wanted: Option<usize>| {
            let in_column = |column: usize| {
                let lines = stops.iter();
                lines
                    .filter(|stops| stops.get(column) == Some(&Some(wanted)))
                    .count()
            };
            (0..columns).map(in_column).max().unwrap_or(0)
        };
        let mut rows = 0;
        let mut band = |crowd: usize| {
            let first = rows;
            rows += crowd.max(1);
            Band {
                first,
                rows: crowd.max(1),
            }
        };
        let mut steps: Vec<Band> = (0..slope.steps.len())
            .rev()
            .map(|step| band(crowd(Some(step))))
            .collect();
        steps.reverse();
        let unrated = crowd(None);
        let not_rated = (unrated > 0).then(|| band(unrated));
        let mut slots = Self {
            steps,
            not_rated,
            rows,
            places: vec![vec![None; columns]; slope.lines.len()],
        };
        for column in 0..columns {
            slots.settle(column, &stops);
        }
        slots
    }

    pub fn at(&self, line: usize, column: usize) -> Option<f64> {
        *self.places.get(line)?.get(column)?
    }

    /// Within a band the lines keep the order in which they come from the column before; in the first one those that go up
    /// stand above the others.
    fn settle(&mut self, column: usize, stops: &[Vec<Option<Option<usize>>>]) {
        let order = |line: usize| match column.checked_sub(1) {
            Some(before) => self.places[line][before].unwrap_or(f64::MAX),
            None => match stops[line].get(1) {
                Some(Some(Some(step))) => -f64::from(u32::try_from(*step).unwrap_or(u32::MAX)),
                _ => 1.0,
            },
        };
        let mut lines: Vec<(f64, usize)> =
            (0..stops.len()).map(|line| (order(line), line)).collect();
        lines.sort_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)));
        let bands = self.steps.iter().copied().map(Some).enumerate();
        let bands: Vec<(Option<usize>, Option<Band>)> = bands
            .map(|(step, band)| (Some(step), band))
            .chain([(None, self.not_rated)])
            .collect();
        for (wanted, band) in bands {
            let Some(band) = band else { continue };
            let members: Vec<usize> = lines
                .iter()
                .map(|(_, line)| *line)
                .filter(|line| stops[*line].get(column) == Some(&Some(wanted)))
                .collect();
            let spare = count(band.rows) - count(members.len());
            for (slot, line) in members.into_iter().enumerate() {
                let middle = count(band.first) + spare / 2.0 + count(slot) + 0.5;
                self.places[line][column] = Some(middle);
            }
        }
    }
}

/// Steps beyond the last one stand on it.
fn place(stop: &Stop, steps: usize) -> Option<Option<usize>> {
    match stop {
        Stop::At { step, .. } => Some(Some(usize::from(*step).min(steps.saturating_sub(1)))),
        Stop::NotRated => Some(None),
        Stop::None => None,
    }
}

fn count(number: usize) -> f64 {
    u32::try_from(number).map_or(f64::MAX, f64::from)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::slope::SlopeLine;

    fn slope(lines: &[[Stop; 2]]) -> Slope {
        let line = |(place, stops): (usize, &[Stop; 2])| SlopeLine {
            label: format!("P-{place}"),
            stops: stops.to_vec(),
            words: Vec::new(),
            movements: Vec::new(),
        };
        Slope {
            title: "Levels".to_owned(),
            description: String::new(),
            steps: (0..3).map(|step| step.to_string()).collect(),
            columns: vec!["Spring".to_owned(), "Autumn".to_owned()],
            lines: lines.iter().enumerate().map(line).collect(),
        }
    }

    fn at(step: u8) -> Stop {
        Stop::At {
            step,
            carried: false,
        }
    }

    /// Level 2 has two rows, level 1 three, level 0 one.
    #[test]
    fn every_line_has_a_row_of_its_own() {
        let slots = Slots::new(&slope(&[
            [at(1), at(1)],
            [at(1), at(2)],
            [at(1), at(2)],
            [at(0), at(1)],
        ]));
        assert_eq!(slots.rows, 6);
        let places: Vec<(Option<f64>, Option<f64>)> = (0..4)
            .map(|line| (slots.at(line, 0), slots.at(line, 1)))
            .collect();
        let expected = [(4.5, 3.0), (2.5, 0.5), (3.5, 1.5), (5.5, 4.0)];
        assert_eq!(places, expected.map(|(from, to)| (Some(from), Some(to))));
    }

    #[test]
    fn what_is_not_rated_stands_below_all_levels() {
        let slots = Slots::new(&slope(&[[Stop::NotRated, at(0)], [Stop::None, at(0)]]));
        let band = slots.not_rated.expect("a band");
        assert_eq!((band.first, slots.rows), (4, 5));
        assert_eq!((slots.at(0, 0), slots.at(1, 0)), (Some(4.5), None));
        assert_eq!((slots.at(0, 1), slots.at(1, 1)), (Some(2.5), Some(3.5)));
    }
}
