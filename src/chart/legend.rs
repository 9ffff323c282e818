//! Tells what the marks of a chart mean.

use super::canvas::{Lettering, Pen, Point};
use super::marks::Marks;
use super::measures::Measures;
use super::text;
use plotters::style::text_anchor::HPos;

/// Entries in as many rows as the width asks for.
pub struct Legend {
    rows: Vec<Vec<Entry>>,
    measures: Measures,
}

/// What stands for the assessed value and the target, which differs between the charts.
#[derive(Clone, Copy)]
pub enum Kind {
    Lines,
    Bars,
}

/// Where the rows stand between two edges.
#[derive(Clone, Copy)]
pub enum Alignment {
    Left,
    Centre,
}

#[derive(Clone, Copy)]
struct Entry {
    sign: Sign,
    words: &'static str,
}

#[derive(Clone, Copy)]
enum Sign {
    AssessedLine,
    AssessedBar,
    TargetLine,
    TargetTick,
    NotRated,
    Range,
}

impl Legend {
    pub fn new(kind: Kind, measures: Measures, width: f64) -> Self {
        let mut rows: Vec<Vec<Entry>> = vec![Vec::new()];
        for entry in entries(kind) {
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

impl Entry {
    fn draw(self, marks: &Marks, (x, y): Point) {
        let (from, to) = ((x, y), (x + sign_width(marks.measures), y));
        let middle = (f64::midpoint(from.0, to.0), y);
        let line = |colour| Pen {
            colour,
            width: marks.measures.line,
        };
        match self.sign {
            Sign::AssessedLine => {
                let pen = line(marks.palette.assessed);
                marks.canvas.line(&[from, to], pen);
                marks.assessed(middle);
            }
            Sign::AssessedBar => {
                let half = 0.32 * marks.measures.text;
                marks
                    .canvas
                    .fill((from.0, y - half), (to.0, y + half), marks.palette.assessed);
            }
            Sign::TargetLine => {
                let pen = line(marks.palette.target);
                marks.canvas.dashes(&[from, to], pen);
                marks.target(middle);
            }
            Sign::TargetTick => marks.target_tick(middle, 0.65 * marks.measures.text),
            Sign::NotRated => marks.not_rated(middle, 0.26 * marks.measures.text),
            Sign::Range => marks.range(from, to),
        }
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

/// The longest comes last, so that a narrow picture needs two rows and not three.
fn entries(kind: Kind) -> [Entry; 4] {
    let (assessed, target) = match kind {
        Kind::Lines => (Sign::AssessedLine, Sign::TargetLine),
        Kind::Bars => (Sign::AssessedBar, Sign::TargetTick),
    };
    [
        Entry {
            sign: assessed,
            words: "Assessed",
        },
        Entry {
            sign: target,
            words: "Target",
        },
        Entry {
            sign: Sign::NotRated,
            words: "Not rated",
        },
        Entry {
            sign: Sign::Range,
            words: "Range left open by unrated",
        },
    ]
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
