//! Milestones and actions under the panels of a trend, each with its number and a line up through the panels.

use super::canvas::{Lettering, Point};
use super::legend::{Entry, middle};
use super::marks::Marks;
use super::measures::Measures;
use super::text;
use super::trend::Days;
use crate::report::trend::{MarkKind, TimeMark};
use plotters::style::text_anchor::HPos;

pub const MILESTONE: Entry<'static> = Entry {
    words: "Milestone",
    sign: |marks, from, to| sign(marks, MarkKind::Milestone, middle(from, to)),
};

pub const DONE: Entry<'static> = Entry {
    words: "Action done",
    sign: |marks, from, to| sign(marks, MarkKind::ActionDone, middle(from, to)),
};

pub const DUE: Entry<'static> = Entry {
    words: "Action due",
    sign: |marks, from, to| sign(marks, MarkKind::ActionDue, middle(from, to)),
};

/// In rows, so that no number lies on another.
pub struct TimeMarks<'a> {
    /// Each with its number and its row.
    placed: Vec<(&'a TimeMark, String, u32)>,
    rows: u32,
    measures: Measures,
}

impl<'a> TimeMarks<'a> {
    pub fn new(marks: &'a [TimeMark], days: Option<Days>, measures: Measures) -> Self {
        let mut ends: Vec<f64> = Vec::new();
        let mut placed = Vec::with_capacity(marks.len());
        let numbered = (1..).zip(marks).zip(days.into_iter().cycle());
        for ((number, mark), days) in numbered {
            let number: u32 = number;
            let words = number.to_string();
            let half = 0.5 * SIGN * measures.text;
            let x = days.x(mark.day);
            let end = x + half + text::width(&words, measures.small) + 0.5 * measures.text;
            let free = ends.iter().position(|taken| *taken <= x - half);
            let row = free.unwrap_or(ends.len());
            match ends.get_mut(row) {
                Some(taken) => *taken = end,
                None => ends.push(end),
            }
            placed.push((mark, words, u32::try_from(row).unwrap_or(u32::MAX)));
        }
        Self {
            placed,
            rows: u32::try_from(ends.len()).unwrap_or(u32::MAX),
            measures,
        }
    }

    pub fn height(&self) -> f64 {
        f64::from(self.rows) * ROW * self.measures.text
    }

    /// Lines from the top of the panels, signs under their foot.
    pub fn draw(&self, marks: &Marks, days: Days, (top, foot): (f64, f64)) {
        let size = self.measures.small;
        let look = Lettering {
            size,
            colour: marks.palette.ink,
            side: HPos::Left,
            bold: false,
        };
        let y = |row: u32| foot + (f64::from(row) + 0.6) * ROW * self.measures.text;
        for (mark, _, row) in &self.placed {
            let x = days.x(mark.day);
            let line = [(x, top), (x, y(*row))];
            match mark.kind {
                MarkKind::Milestone => {
                    marks.canvas.dashes(&line, marks.hair(marks.palette.ink));
                }
                MarkKind::ActionDone | MarkKind::ActionDue => {
                    marks.canvas.dots(&line, marks.hair(marks.palette.forecast));
                }
            }
        }
        for (mark, number, row) in &self.placed {
            let at = (days.x(mark.day), y(*row));
            sign(marks, mark.kind, at);
            let beside = (at.0 + 0.6 * SIGN * self.measures.text, at.1);
            marks.canvas.text(number, beside, look);
        }
    }
}

/// Height of a row, and width of a sign, as so many heights of text.
const ROW: f64 = 1.5;
const SIGN: f64 = 0.9;

/// A diamond, a filled triangle, a hollow triangle.
fn sign(marks: &Marks, kind: MarkKind, (x, y): Point) {
    let reach = 0.5 * SIGN * marks.measures.text;
    let triangle = [
        (x, y - reach),
        (x + reach, y + 0.8 * reach),
        (x - reach, y + 0.8 * reach),
    ];
    let colour = marks.palette.forecast;
    match kind {
        MarkKind::Milestone => {
            let diamond = [
                (x, y - reach),
                (x + reach, y),
                (x, y + reach),
                (x - reach, y),
            ];
            marks.canvas.area(&diamond, marks.palette.ink, 1.0);
        }
        MarkKind::ActionDone => marks.canvas.area(&triangle, colour, 1.0),
        MarkKind::ActionDue => {
            marks.canvas.area(&triangle, marks.palette.background, 1.0);
            marks.canvas.outline(&triangle, marks.fine(colour));
        }
    }
}
