//! A rectangle of a picture.

use super::canvas::Point;

/// A part of the picture by its edges, in pixels.
#[derive(Clone, Copy, Debug)]
pub struct Room {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

impl Room {
    /// The rectangle that reaches so far from its middle, across and upright.
    pub fn about((x, y): Point, half: (f64, f64)) -> Self {
        Self {
            left: x - half.0,
            top: y - half.1,
            right: x + half.0,
            bottom: y + half.1,
        }
    }

    pub fn width(self) -> f64 {
        self.right - self.left
    }

    pub fn height(self) -> f64 {
        self.bottom - self.top
    }

    pub fn middle(self) -> Point {
        (
            f64::midpoint(self.left, self.right),
            f64::midpoint(self.top, self.bottom),
        )
    }

    /// The corners in their order around.
    pub fn corners(self) -> [Point; 4] {
        [
            (self.left, self.top),
            (self.right, self.top),
            (self.right, self.bottom),
            (self.left, self.bottom),
        ]
    }

    /// With so much more on the left and on the right.
    pub fn wider(self, more: f64) -> Self {
        Self {
            left: self.left - more,
            right: self.right + more,
            ..self
        }
    }

    pub fn holds(self, other: Self) -> bool {
        other.left >= self.left
            && other.right <= self.right
            && other.top >= self.top
            && other.bottom <= self.bottom
    }

    pub fn hits(self, other: Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }
}
