//! The lines and points of a slope chart, and what they mean.

use super::canvas::Point;
use super::legend::{self, Entry};
use super::marks::Marks;
use crate::report::reading::Movement;
use crate::report::slope::{Slope, Stop};

/// What the signs mean; only those that there are.
pub fn entries(slope: &Slope) -> Vec<Entry<'static>> {
    let movements = || slope.lines.iter().flat_map(|line| &line.movements);
    let stops = || slope.lines.iter().flat_map(|line| &line.stops);
    let mut entries = Vec::new();
    if movements().any(|found| matches!(found, Movement::Rose(_))) {
        entries.push(Entry {
            words: "Rose",
            sign: |marks, from, to| line(marks, from, to, Movement::Rose(1)),
        });
    }
    if movements().any(|found| matches!(found, Movement::Fell(_))) {
        entries.push(Entry {
            words: "Fell",
            sign: |marks, from, to| line(marks, from, to, Movement::Fell(1)),
        });
    }
    if movements().any(|found| *found == Movement::Same) {
        entries.push(Entry {
            words: "The same",
            sign: |marks, from, to| line(marks, from, to, Movement::Same),
        });
    }
    if stops().any(|stop| matches!(stop, Stop::At { carried: true, .. })) {
        entries.push(Entry {
            words: "Carried over",
            sign: |marks, from, to| point(marks, legend::middle(from, to), true),
        });
    }
    if stops().any(|stop| *stop == Stop::NotRated) {
        entries.push(legend::NOT_RATED);
    }
    entries
}

/// Rises are full and thick, falls dashed, what stays is thin.
pub fn line(marks: &Marks, from: Point, to: Point, movement: Movement) {
    let canvas = marks.canvas;
    match movement {
        Movement::Rose(_) => canvas.line(&[from, to], marks.line(marks.palette.forecast)),
        Movement::Fell(_) => canvas.dashes(&[from, to], marks.line(marks.palette.alert)),
        Movement::Same => canvas.line(&[from, to], marks.hair(marks.palette.muted)),
        Movement::NotComparable(_) => {}
    }
}

/// Hollow where it is only carried over.
pub fn point(marks: &Marks, at: Point, hollow: bool) {
    let radius = 0.8 * marks.measures.marker;
    let palette = marks.palette;
    let rim = radius + 0.4 * marks.measures.line;
    marks.canvas.disc(at, rim, palette.background);
    if hollow {
        marks.canvas.circle(at, radius, marks.fine(palette.ink));
    } else {
        marks.canvas.disc(at, radius, palette.ink);
    }
}
