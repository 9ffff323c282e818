//! What lies under the values of a radar and around them: axes, rings and their names.

use super::axis_labels::Label;
use super::canvas::{Lettering, Point};
use super::marks::Marks;
use super::polar::{FEWEST_FOR_AREA, Polar};
use super::text;
use plotters::style::text_anchor::HPos;

/// Draws the empty radar.
pub struct RadarGrid<'a, 'svg> {
    pub marks: &'a Marks<'a, 'svg>,
    pub polar: Polar,
}

impl RadarGrid<'_, '_> {
    pub fn lines(&self) {
        for axis in 0..self.polar.axes {
            let ends = [self.polar.at(axis, 0), self.polar.at(axis, u8::MAX)];
            self.marks
                .canvas
                .line(&ends, self.marks.hair(self.marks.palette.grid));
        }
        for level in 0..=self.polar.highest {
            self.ring(level);
        }
    }

    /// Straight between the axes, so that equal values lie on their ring; round where two axes span no area.
    fn ring(&self, level: u8) {
        if self.polar.axes < FEWEST_FOR_AREA {
            let radius = self.polar.ring(level);
            self.marks.canvas.circle(
                self.polar.centre,
                radius,
                self.marks.hair(self.marks.palette.grid),
            );
        } else {
            let corners: Vec<Point> = (0..self.polar.axes)
                .map(|axis| self.polar.at(axis, level))
                .collect();
            self.marks
                .canvas
                .outline(&corners, self.marks.hair(self.marks.palette.grid));
        }
    }

    /// Beside the first axis, on small plates through which lines only shimmer.
    pub fn ring_names(&self, rings: &[String]) {
        let size = self.marks.measures.small;
        let look = Lettering {
            size,
            colour: self.marks.palette.muted,
            side: HPos::Right,
            bold: false,
        };
        for (level, name) in (0..=self.polar.highest).zip(rings) {
            let name = text::shorten(name, size, 3.0 * size);
            let (x, y) = self.polar.at(0, level);
            let x = x - 0.9 * size;
            let half = 0.5 * size;
            let left = x - text::width(&name, size);
            let plate = [
                (left - 1.0, y - half),
                (x + 1.0, y - half),
                (x + 1.0, y + half),
                (left - 1.0, y + half),
            ];
            self.marks
                .canvas
                .area(&plate, self.marks.palette.background, 0.8);
            self.marks.canvas.text(&name, (x, y), look);
        }
    }

    /// The names of the axes, those where nothing is rated fainter.
    pub fn labels(&self, labels: &[Label], is_rated: impl Fn(usize) -> bool) {
        for (axis, label) in labels.iter().enumerate().filter(|(_, label)| label.free) {
            let look = Lettering {
                size: self.marks.measures.text,
                colour: if is_rated(axis) {
                    self.marks.palette.ink
                } else {
                    self.marks.palette.muted
                },
                side: HPos::Center,
                bold: false,
            };
            self.marks.canvas.text(&label.text, label.middle, look);
        }
    }
}
