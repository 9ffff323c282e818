//! How the series of a comparison are told apart: each has its colour, its dash pattern and its shape of points.

use super::canvas::Point;
use super::legend;
use super::marks::Marks;
use super::palette::Rgb;
use crate::report::comparison::MOST_POINTS;
use std::f64::consts::TAU;

/// Lengths drawn and left out in turn, in line widths.
const PATTERNS: [&[f64]; MOST_POINTS] = [
    &[],
    &[2.8, 1.9],
    &[1.0, 1.3],
    &[6.0, 1.6],
    &[4.0, 1.4, 1.0, 1.4],
    &[3.0, 1.2, 1.0, 1.2, 1.0, 1.2],
];

/// What draws the line and point of each series in a legend.
pub const SIGNS: [fn(&Marks, Point, Point); MOST_POINTS] = [
    sign::<0>, sign::<1>, sign::<2>, sign::<3>, sign::<4>, sign::<5>,
];

fn sign<const LOOK: usize>(marks: &Marks, from: Point, to: Point) {
    marks.series_line(LOOK, &[from, to]);
    marks.series_point(LOOK, legend::middle(from, to), false);
}

/// Looks beyond the last one begin again.
fn place(look: usize) -> usize {
    look % MOST_POINTS
}

/// Corners around the middle, with a reach of about 1, so that all shapes seem equally large.
fn shape(look: usize) -> Vec<Point> {
    match place(look) {
        0 => regular(20, 0.0, 1.0),
        1 => regular(4, 0.125, 1.25),
        2 => regular(3, 0.0, 1.4),
        3 => regular(4, 0.0, 1.35),
        4 => regular(3, 0.5, 1.4),
        _ => cross(),
    }
}

/// A polygon whose first corner points upwards, turned by a part of a whole turn.
fn regular(corners: u32, turn: f64, reach: f64) -> Vec<Point> {
    let corner = |place: u32| {
        let (sine, cosine) = (TAU * (turn + f64::from(place) / f64::from(corners))).sin_cos();
        (reach * sine, -reach * cosine)
    };
    (0..corners).map(corner).collect()
}

/// A thick upright cross.
fn cross() -> Vec<Point> {
    const REACH: f64 = 1.3;
    const HALF: f64 = 0.45;
    let arm = [(-HALF, -REACH), (HALF, -REACH), (HALF, -HALF)];
    let turn = |quarter: u32, (x, y): Point| match quarter {
        0 => (x, y),
        1 => (-y, x),
        2 => (-x, -y),
        _ => (y, -x),
    };
    (0..4)
        .flat_map(|quarter| arm.map(|corner| turn(quarter, corner)))
        .collect()
}

impl Marks<'_, '_> {
    pub fn series_line(&self, look: usize, points: &[Point]) {
        let pen = self.line(self.series_colour(look));
        self.canvas.broken(points, pen, PATTERNS[place(look)]);
    }

    /// Hollow where it is only carried over.
    pub fn series_point(&self, look: usize, (x, y): Point, hollow: bool) {
        let corners = |reach: f64| -> Vec<Point> {
            let shape = shape(look).into_iter();
            shape
                .map(|(right, down)| (x + reach * right, y + reach * down))
                .collect()
        };
        let (radius, colour) = (self.measures.marker, self.series_colour(look));
        let background = self.palette.background;
        self.canvas
            .area(&corners(radius + 0.5 * self.measures.line), background, 1.0);
        if hollow {
            self.canvas.outline(&corners(radius), self.fine(colour));
        } else {
            self.canvas.area(&corners(radius), colour, 1.0);
        }
    }

    fn series_colour(&self, look: usize) -> Rgb {
        self.palette.series[place(look)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_series_share_pattern_or_shape() {
        let looks: Vec<_> = PATTERNS.into_iter().zip((0..).map(shape)).collect();
        for (place, (pattern, shape)) in looks.iter().enumerate() {
            for (other_pattern, other_shape) in &looks[..place] {
                assert_ne!(pattern, other_pattern);
                assert_ne!(shape, other_shape);
            }
        }
    }

    /// Otherwise a series would seem to matter more than another.
    #[test]
    fn all_shapes_are_about_as_large() {
        for look in 0..MOST_POINTS {
            let corners = shape(look);
            let next = corners.iter().cycle().skip(1);
            let doubled: f64 = corners
                .iter()
                .zip(next)
                .map(|(one, next)| one.0 * next.1 - next.0 * one.1)
                .sum();
            let area = doubled.abs() / 2.0;
            assert!((2.2..4.2).contains(&area), "{look}: {area}");
        }
    }
}
