//! What a radar of several points shows, before anybody draws it.

use super::comparison::{ComparedRow, ComparedRows};
use super::reading::Reading;

/// Several series on the same axes around one centre.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overlay {
    pub title: String,
    pub description: String,
    /// Names of the rings from the centre outwards; the centre is the first.
    pub rings: Vec<String>,
    /// Labels of the axes.
    pub axes: Vec<String>,
    pub series: Vec<Series>,
}

/// The values of one point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    pub name: String,
    /// Which of the looks it has, so that it keeps its own where it is drawn alone.
    pub look: usize,
    /// One for each axis. None where there is nothing to show: a gap in the line, not a zero.
    pub values: Vec<Option<RingValue>>,
}

/// A place on an axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RingValue {
    /// Counts rings from the centre.
    pub ring: u8,
    /// Whether nobody has confirmed it since it was carried over.
    pub carried: bool,
}

/// The readings of all points over each other.
pub fn overlay(rows: &ComparedRows) -> Overlay {
    let series = rows.points.iter().enumerate().map(|(place, name)| Series {
        name: name.clone(),
        look: place,
        values: rows.rows.iter().map(|row| value(row, place)).collect(),
    });
    let series: Vec<Series> = series.collect();
    let mut told = match rows.points.as_slice() {
        [one, other] => {
            let (label, base, place) = match rows.base {
                0 => (other, one, 1),
                _ => (one, other, 0),
            };
            let sum = rows.sum(place).unwrap_or_default();
            format!("{label} against {base}: {sum}.")
        }
        points => format!("{} points over each other.", points.len()),
    };
    if series.iter().any(|series| series.values.contains(&None)) {
        told.push_str(" A gap in a line: not rated or not in scope.");
    }
    Overlay {
        title: rows.title.clone(),
        description: told,
        rings: rows.codes.clone(),
        axes: rows.rows.iter().map(|row| row.id.clone()).collect(),
        series,
    }
}

fn value(row: &ComparedRow, place: usize) -> Option<RingValue> {
    let found = row.cells.get(place).map(|cell| &cell.reading);
    let found = found.and_then(Reading::measured)?;
    Some(RingValue {
        ring: found.step,
        carried: found.carried,
    })
}
