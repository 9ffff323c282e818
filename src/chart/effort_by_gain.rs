//! The axes of effort and gain.

use super::canvas::Point;
use super::measures::Measures;
use super::room::Room;
use super::size::Size;
use super::spread::spread;
use super::text;
use crate::report::quick_wins::QuickWins;

/// Where effort and gain lie in a picture.
pub struct Scale {
    pub measures: Measures,
    /// The axes and what lies between them.
    pub frame: Room,
    /// From the first to the last value of each axis: free of the names of the quadrants.
    pub data: Room,
    /// Height of the names of the quadrants, above and below the data.
    pub strip: f64,
    /// Of a point.
    pub radius: f64,
    pub most_hours: u32,
    pub most_gain: u8,
}

impl Scale {
    /// With so much room for the legend below the axes.
    pub fn new(wins: &QuickWins, size: Size, legend: f64) -> Self {
        let measures = Measures::of(size.width);
        let (width, height) = (f64::from(size.width), f64::from(size.height));
        let most_gain = wins.most_gain.max(1);
        let label = wins
            .wins
            .iter()
            .map(|win| text::width(&win.label, measures.small))
            .fold(0.0, f64::max);
        let radius = (0.5 * label + 2.0).clamp(0.85 * measures.text, 1.8 * measures.text);
        let strip = 1.8 * measures.text;
        let gains = text::width(&most_gain.to_string(), measures.small);
        let frame = Room {
            left: measures.margin + 2.2 * measures.small + gains,
            top: measures.margin,
            right: width - measures.margin,
            bottom: height - 2.0 * measures.margin - legend - 3.2 * measures.small,
        };
        let inset = radius + 0.4 * measures.text;
        let data = Room {
            left: frame.left + inset,
            top: frame.top + strip + radius,
            right: frame.right - inset,
            bottom: frame.bottom - strip - radius,
        };
        Self {
            measures,
            frame,
            data,
            strip,
            radius,
            most_hours: wins.most_hours.max(8),
            most_gain,
        }
    }

    /// The true place of an action; beyond an axis, its end.
    pub fn point(&self, hours: u32, gain: u8) -> Point {
        let right = f64::from(hours.min(self.most_hours)) / f64::from(self.most_hours);
        let up = f64::from(gain.min(self.most_gain)) / f64::from(self.most_gain);
        (
            self.data.left + right * self.data.width(),
            self.data.bottom - up * self.data.height(),
        )
    }

    /// The nearest hours and gain to a place.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "between 0 and the end of the axis, and the cast saturates"
    )]
    pub fn value(&self, (x, y): Point) -> (u32, u8) {
        let right = ((x - self.data.left) / self.data.width()).clamp(0.0, 1.0);
        let up = ((self.data.bottom - y) / self.data.height()).clamp(0.0, 1.0);
        (
            (right * f64::from(self.most_hours)).round() as u32,
            (up * f64::from(self.most_gain)).round() as u8,
        )
    }

    /// Where the points are drawn: on their places, or beside them where these are taken.
    pub fn discs(&self, wins: &QuickWins) -> Vec<Point> {
        let own: Vec<Point> = wins
            .wins
            .iter()
            .map(|win| self.point(win.hours, win.gain))
            .collect();
        spread(&own, self.radius, self.data)
    }

    /// Names of actions keep clear of the names of the quadrants.
    pub fn name_room(&self) -> Room {
        Room {
            left: self.frame.left + 2.0,
            right: self.frame.right - 2.0,
            top: self.frame.top + self.strip,
            bottom: self.frame.bottom - self.strip,
        }
    }
}
