//! Tells what the marks of a chart mean.

use super::canvas::{Lettering, Point};
use super::marks::Marks;
use super::measures::Measures;
use super::text;
use plotters::style::text_anchor::HPos;

/// Entries in as many rows as the width asks for.
pub struct Legend<'a> {
    rows: Vec<Vec<Entry<'a>>>,
    measures: Measures,
}

/// A mark and its meaning.
#[derive(Clone, Copy)]
pub struct Entry<'a> {
    pub words: &'a str,
    /// Draws the mark between two points of the same height.
    pub sign: fn(&Marks, Point, Point),
}

pub const NOT_RATED: Entry<'static> = Entry {
    words: "Not rated",
    sign: |marks, from, to| marks.not_rated(middle(from, to), 0.26 * marks.measures.text),
};

/// The longest: last in a legend, so that a narrow picture needs two rows and not three.
pub const RANGE: Entry<'static> = Entry {
    words: "Range left open by unrated",
    sign: |marks, from, to| marks.range(from, to),
};

/// Where the rows stand between two edges.
#[derive(Clone, Copy)]
pub enum Alignment {
    Left,
    Centre,
}

/// The point between two.
pub fn middle(from: Point, to: Point) -> Point {
    (f64::midpoint(from.0, to.0), f64::midpoint(from.1, to.1))
}

impl<'a> Legend<'a> {
    pub fn new(entries: &[Entry<'a>], measures: Measures, width: f64) -> Self {
        let mut rows: Vec<Vec<Entry<'a>>> = vec![Vec::new()];
        for entry in entries.iter().copied() {
            let added =
                row_width(&rows[rows.len() - 1], measures) + gap(measures) + entry.width(measures);
            let fits = added <= width;
            match rows.last_mut() {
                Some(row) if fits || row.is_empty() => row.push(entry),
                _ => rows.push(vec![entry]),
            }
        }
        Self { rows, measures }
    }

    pub fn height(&self) -> f64 {
        self.rows
            .iter()
            .map(|_| row_height(self.measures))
            .sum::<f64>()
    }

    pub fn draw(&self, marks: &Marks, alignment: Alignment, (left, top): Point, right: f64) {
        let mut y = top + row_height(self.measures) / 2.0;
        for row in &self.rows {
            let spare = right - left - row_width(row, self.measures);
            let mut x = match alignment {
                Alignment::Left => left,
                Alignment::Centre => left + spare / 2.0,
            };
            for entry in row {
                entry.draw(marks, (x, y));
                x += entry.width(self.measures) + gap(self.measures);
            }
            y += row_height(self.measures);
        }
    }
}

impl Entry<'_> {
    fn draw(self, marks: &Marks, (x, y): Point) {
        let (from, to) = ((x, y), (x + sign_width(marks.measures), y));
        (self.sign)(marks, from, to);
        let look = Lettering {
            size: marks.measures.text,
            colour: marks.palette.ink,
            side: HPos::Left,
            bold: false,
        };
        let words = (to.0 + 0.6 * marks.measures.text, y);
        marks.canvas.text(self.words, words, look);
    }

    fn width(self, measures: Measures) -> f64 {
        sign_width(measures) + 0.6 * measures.text + text::width(self.words, measures.text)
    }
}

fn row_width(row: &[Entry], measures: Measures) -> f64 {
    row.iter()
        .map(|entry| entry.width(measures))
        .reduce(|sum, width| sum + gap(measures) + width)
        .unwrap_or(0.0)
}

fn row_height(measures: Measures) -> f64 {
    1.7 * measures.text
}

fn sign_width(measures: Measures) -> f64 {
    2.4 * measures.text
}

fn gap(measures: Measures) -> f64 {
    1.4 * measures.text
}
