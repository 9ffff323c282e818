//! Writes names beside the points that they belong to.

use super::canvas::{Lettering, Point};
use super::effort_by_gain::Scale;
use super::marks::Marks;
use super::room::Room;
use super::text;
use crate::report::quick_wins::Win;
use plotters::style::text_anchor::HPos;

/// The points and where they are drawn, in the order of the actions.
pub struct PointNames<'a, 'svg> {
    pub marks: &'a Marks<'a, 'svg>,
    pub scale: &'a Scale,
    pub discs: &'a [Point],
}

/// A place for a name.
struct Place {
    room: Room,
    /// Another point in it would make the name that of both.
    near: Room,
}

impl PointNames<'_, '_> {
    /// Only where nothing is in the way; a name left out stands in the list of actions.
    pub fn draw(&self, wins: &[Win]) {
        let size = self.scale.measures.small;
        let look = Lettering {
            size,
            colour: self.marks.palette.ink,
            side: HPos::Center,
            bold: false,
        };
        let mut taken: Vec<Room> = self.discs.iter().map(|disc| self.disc(*disc)).collect();
        for (place, (win, own)) in wins.iter().zip(self.discs).enumerate() {
            let name = text::shorten(&win.name, size, LONGEST * size);
            let found = self.places(&name, *own).into_iter().find(|found| {
                self.scale.name_room().holds(found.room)
                    && !taken.iter().any(|other| found.room.hits(*other))
                    && !self.is_near_another(found, place)
            });
            if let Some(found) = found {
                let canvas = self.marks.canvas;
                canvas.text(&name, found.room.middle(), look);
                taken.push(found.room);
            }
        }
    }

    /// Right, left, above and below.
    fn places(&self, name: &str, (x, y): Point) -> [Place; 4] {
        let size = self.scale.measures.small;
        let half = (text::width(name, size) / 2.0, 0.6 * size);
        let aside = self.scale.radius + 0.2 * size + half.0;
        let along = self.scale.radius + 0.2 * size + half.1;
        [
            ((x + aside, y), (half.0 + size, half.1)),
            ((x - aside, y), (half.0 + size, half.1)),
            ((x, y - along), (half.0, half.1 + size)),
            ((x, y + along), (half.0, half.1 + size)),
        ]
        .map(|(middle, near)| Place {
            room: Room::about(middle, half),
            near: Room::about(middle, near),
        })
    }

    fn is_near_another(&self, found: &Place, own: usize) -> bool {
        self.discs
            .iter()
            .enumerate()
            .any(|(place, disc)| place != own && found.near.hits(self.disc(*disc)))
    }

    fn disc(&self, middle: Point) -> Room {
        Room::about(middle, (self.scale.radius, self.scale.radius))
    }
}

/// In letter heights.
const LONGEST: f64 = 15.0;
