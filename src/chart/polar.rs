//! Levels around a centre.

use super::canvas::Point;
use std::f64::consts::TAU;

/// The first axis points upwards, the others follow clockwise.
#[derive(Clone, Copy, Debug)]
pub struct Polar {
    pub centre: Point,
    /// From the centre to the highest ring.
    pub radius: f64,
    pub axes: usize,
    /// The highest ring; higher levels lie on it as well.
    pub highest: u8,
}

/// Part of the radius below ring 0: on a mere point, level 0 of all axes would be one.
const HUB: f64 = 0.2;

/// With fewer axes than these a polygon has no inside.
pub const FEWEST_FOR_AREA: usize = 3;

impl Polar {
    pub fn hub(&self) -> f64 {
        HUB * self.radius
    }

    /// From the centre to the ring of a level.
    pub fn ring(&self, level: u8) -> f64 {
        let part = f64::from(level.min(self.highest)) / f64::from(self.highest.max(1));
        self.hub() + part * (self.radius - self.hub())
    }

    pub fn at(&self, axis: usize, level: u8) -> Point {
        self.along(axis, self.ring(level))
    }

    /// The place on an axis that is so far from the centre.
    pub fn along(&self, axis: usize, distance: f64) -> Point {
        let (x, y) = self.direction(axis);
        (self.centre.0 + distance * x, self.centre.1 + distance * y)
    }

    pub fn direction(&self, axis: usize) -> Point {
        let (sine, cosine) = (TAU * count(axis) / count(self.axes.max(1))).sin_cos();
        (sine, -cosine)
    }

    /// Distance between neighbouring axes, so far from the centre.
    pub fn spacing(&self, distance: f64) -> f64 {
        TAU * distance / count(self.axes.max(1))
    }
}

fn count(number: usize) -> f64 {
    u32::try_from(number).map_or(f64::MAX, f64::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    const POLAR: Polar = Polar {
        centre: (100.0, 100.0),
        radius: 50.0,
        axes: 4,
        highest: 5,
    };

    #[test]
    fn axes_run_clockwise_from_the_top() {
        let near = |(x, y): Point, (to_x, to_y): Point| (x - to_x).hypot(y - to_y) < 1e-9;
        assert!(near(POLAR.at(0, 5), (100.0, 50.0)));
        assert!(near(POLAR.at(1, 5), (150.0, 100.0)));
        assert!(near(POLAR.at(2, 0), (100.0, 110.0)));
    }

    #[test]
    fn levels_beyond_the_rings_lie_on_the_highest() {
        assert!((POLAR.ring(200) - POLAR.ring(5)).abs() < 1e-9);
    }

    #[test]
    fn a_single_ring_is_the_hub() {
        let polar = Polar {
            highest: 0,
            ..POLAR
        };
        assert!((polar.ring(3) - polar.hub()).abs() < 1e-9);
    }
}
