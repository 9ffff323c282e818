//! The marks for assessed, target, forecast, range and not rated. Each has its own shape, in the charts and in their legends.

use super::canvas::{Canvas, Pen, Point};
use super::measures::Measures;
use super::palette::{Palette, Rgb};
use super::room::Room;

/// Draws marks in one palette and size.
#[derive(Clone, Copy)]
pub struct Marks<'a, 'svg> {
    pub canvas: &'a Canvas<'svg>,
    pub palette: &'a Palette,
    pub measures: Measures,
}

impl Marks<'_, '_> {
    /// A filled round marker, apart from its surroundings by a narrow rim.
    pub fn assessed(&self, at: Point) {
        let radius = self.measures.marker;
        self.canvas
            .disc(at, radius + self.rim(), self.palette.background);
        self.canvas.disc(at, radius, self.palette.assessed);
    }

    /// The same, hollow: nobody has looked at it since.
    pub fn carried(&self, at: Point) {
        self.assessed(at);
        let hole = self.measures.marker - self.rim();
        self.canvas.disc(at, hole, self.palette.background);
    }

    /// A hollow square, wide enough that an assessed marker in it leaves its outline free.
    pub fn target(&self, at: Point) {
        let half = 1.0 + 1.35 * self.measures.marker;
        let (x, y) = at;
        let corners = [
            (x - half, y - half),
            (x + half, y - half),
            (x + half, y + half),
            (x - half, y + half),
        ];
        self.hollow(&corners);
    }

    /// A hollow triangle. An assessed marker has room in it, and its corners look out of the square of a target.
    pub fn forecast(&self, (x, y): Point) {
        let reach = 2.0 + 2.0 * self.measures.marker;
        let half = 0.866 * reach;
        let corners = [
            (x, y - reach),
            (x + half, y + reach / 2.0),
            (x - half, y + reach / 2.0),
        ];
        self.canvas
            .outline(&corners, self.fine(self.palette.forecast));
    }

    /// A vertical line with a small hollow diamond on its middle.
    pub fn target_tick(&self, (x, y): Point, half_height: f64) {
        let (from, to) = ((x, y - half_height), (x, y + half_height));
        let width = self.measures.line;
        // On a bar the line would drown without a rim.
        self.canvas.line(
            &[from, to],
            Pen {
                colour: self.palette.background,
                width: width + 2.0 * self.rim(),
            },
        );
        self.canvas.line(
            &[from, to],
            Pen {
                colour: self.palette.target,
                width,
            },
        );
        let half = 1.2 * self.measures.marker;
        self.hollow(&[(x, y - half), (x + half, y), (x, y + half), (x - half, y)]);
    }

    /// A whisker with end caps.
    pub fn range(&self, from: Point, to: Point) {
        let (along_x, along_y) = (to.0 - from.0, to.1 - from.1);
        let length = along_x.hypot(along_y).max(f64::EPSILON);
        let reach = 1.5 + self.measures.marker;
        let (cap_x, cap_y) = (-along_y / length * reach, along_x / length * reach);
        let pen = self.fine(self.palette.range);
        self.canvas.line(&[from, to], pen);
        for (x, y) in [from, to] {
            self.canvas
                .line(&[(x - cap_x, y - cap_y), (x + cap_x, y + cap_y)], pen);
        }
    }

    /// A thin line with a head at its end. Too short a line has none of both.
    pub fn arrow(&self, points: &[Point], colour: Rgb) {
        let [rest @ .., end] = points else {
            return;
        };
        let Some(before) = rest.last() else {
            return;
        };
        let (along_x, along_y) = (end.0 - before.0, end.1 - before.1);
        let length = along_x.hypot(along_y);
        let reach = 2.0 + 1.5 * self.measures.marker;
        if length < reach {
            return;
        }
        let (x, y) = (along_x / length * reach, along_y / length * reach);
        let neck = (end.0 - x, end.1 - y);
        // The line ends where the head begins, which would have no tip otherwise.
        let shaft: Vec<Point> = rest.iter().copied().chain([neck]).collect();
        self.canvas.line(&shaft, self.fine(colour));
        let head = [
            *end,
            (neck.0 - 0.5 * y, neck.1 + 0.5 * x),
            (neck.0 + 0.5 * y, neck.1 - 0.5 * x),
        ];
        self.canvas.area(&head, colour, 1.0);
    }

    /// A filled triangle with an exclamation mark in it.
    pub fn alert(&self, (x, y): Point, reach: f64) {
        let corners = [
            (x, y - reach),
            (x + reach, y + 0.8 * reach),
            (x - reach, y + 0.8 * reach),
        ];
        self.canvas.area(&corners, self.palette.alert, 1.0);
        let pen = self.fine(self.palette.background);
        self.canvas
            .line(&[(x, y - 0.4 * reach), (x, y + 0.2 * reach)], pen);
        self.canvas
            .line(&[(x, y + 0.4 * reach), (x, y + 0.6 * reach)], pen);
    }

    /// A rectangle with an outline and slanted lines in it.
    pub fn hatched(&self, room: Room, colour: Rgb) {
        self.canvas
            .area(&room.corners(), self.palette.background, 1.0);
        let pen = self.hair(colour);
        let height = room.height();
        let mut foot = room.left - height;
        while foot < room.right {
            let from = foot.max(room.left);
            let to = (foot + height).min(room.right);
            let rise = |x: f64| (x, room.bottom - (x - foot));
            if from < to {
                self.canvas.line(&[rise(from), rise(to)], pen);
            }
            foot += 0.35 * self.measures.text;
        }
        self.canvas.outline(&room.corners(), self.fine(colour));
    }

    /// A small cross.
    pub fn not_rated(&self, (x, y): Point, reach: f64) {
        let pen = self.fine(self.palette.muted);
        self.canvas
            .line(&[(x - reach, y - reach), (x + reach, y + reach)], pen);
        self.canvas
            .line(&[(x - reach, y + reach), (x + reach, y - reach)], pen);
    }

    fn hollow(&self, corners: &[Point]) {
        self.canvas.area(corners, self.palette.background, 1.0);
        self.canvas.outline(corners, self.fine(self.palette.target));
    }

    /// For the lines of a series.
    pub fn line(&self, colour: Rgb) -> Pen {
        Pen {
            colour,
            width: self.measures.line,
        }
    }

    /// For what shall not stand out.
    pub fn hair(&self, colour: Rgb) -> Pen {
        Pen {
            colour,
            width: self.measures.hair,
        }
    }

    /// For whiskers and the outlines of marks.
    pub fn fine(&self, colour: Rgb) -> Pen {
        Pen {
            colour,
            width: self.measures.fine,
        }
    }

    fn rim(&self) -> f64 {
        0.5 * self.measures.line
    }
}
