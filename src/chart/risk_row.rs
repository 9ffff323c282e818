//! Draws a row of a risk map: the cells of one level.

use super::canvas::{Lettering, Point};
use super::chips::{self, Chips, Edge};
use super::marks::Marks;
use super::measures::Measures;
use super::palette::{Palette, Rgb};
use super::room::Room;
use super::text;
use crate::report::risk_map::{RiskCell, RiskRow, RiskShade};
use plotters::style::text_anchor::HPos;

/// A row as high as its fullest cell.
pub struct Row<'a> {
    name: &'a str,
    cells: Vec<(&'a RiskCell, Chips)>,
    pub height: f64,
}

/// More would make one full cell as high as all the others together.
pub const MOST_LINES: usize = 6;

impl<'a> Row<'a> {
    /// At least one line high, so that an empty row is a row.
    pub fn new(row: &'a RiskRow, columns: usize, column: f64, measures: Measures) -> Self {
        let room = column - 2.0 * inset(measures);
        let cells: Vec<(&RiskCell, Chips)> = row
            .cells
            .iter()
            .take(columns)
            .map(|cell| {
                let chips = Chips::new(&cell.processes, measures, room, MOST_LINES);
                (cell, chips)
            })
            .collect();
        let one_line = chips::height(1, measures);
        let chips = cells
            .iter()
            .map(|(_, chips)| chips.height())
            .fold(one_line, f64::max);
        Self {
            name: &row.name,
            cells,
            height: chips + word_height(measures) + 1.5 * inset(measures),
        }
    }

    /// Whether there are processes without room.
    pub fn is_cut(&self) -> bool {
        self.cells.iter().any(|(_, chips)| chips.is_cut())
    }

    pub fn draw_name(&self, marks: &Marks, room: Room) {
        let look = Lettering {
            size: marks.measures.text,
            colour: marks.palette.ink,
            side: HPos::Right,
            bold: false,
        };
        // A hair more than the room: the widest name must not be shortened by rounding.
        let name = text::shorten(self.name, look.size, room.width() + 0.01);
        marks
            .canvas
            .text(&name, (room.right, room.middle().1), look);
    }

    pub fn draw_cells(&self, marks: &Marks, (left, top): Point, column: f64) {
        let mut left = left;
        for (cell, chips) in &self.cells {
            let room = Room {
                left: left + SEAM,
                top: top + SEAM,
                right: left + column - SEAM,
                bottom: top + self.height - SEAM,
            };
            draw_cell(marks, cell, chips, room);
            left += column;
        }
    }
}

/// Its shade, the word for it, and the processes. The word is bold where there are any.
fn draw_cell(marks: &Marks, cell: &RiskCell, chips: &Chips, room: Room) {
    match shade(cell.risk, marks.palette) {
        Some(shade) => {
            let (from, to) = ((room.left, room.top), (room.right, room.bottom));
            marks.canvas.fill(from, to, shade);
        }
        None => {
            let pen = marks.hair(marks.palette.grid);
            marks.canvas.outline(&room.corners(), pen);
        }
    }
    let look = Lettering {
        size: marks.measures.small,
        colour: marks.palette.ink,
        side: HPos::Left,
        bold: !cell.processes.is_empty(),
    };
    let inset = inset(marks.measures);
    let left = room.left + inset - SEAM;
    let word = text::shorten(&cell.word, look.size, room.right - left);
    let word_height = word_height(marks.measures);
    let middle = room.top + 0.5 * inset + word_height / 2.0;
    marks.canvas.text(&word, (left, middle), look);
    chips.draw(marks, (left, middle + word_height / 2.0), Edge::Line);
}

fn shade(risk: RiskShade, palette: &Palette) -> Option<Rgb> {
    match risk {
        RiskShade::None => None,
        RiskShade::Low => Some(palette.low_risk),
        RiskShade::Medium => Some(palette.medium_risk),
        RiskShade::High => Some(palette.high_risk),
    }
}

/// Half the space between cells.
const SEAM: f64 = 1.5;

fn word_height(measures: Measures) -> f64 {
    1.5 * measures.text
}

fn inset(measures: Measures) -> f64 {
    0.6 * measures.text
}
