//! Finds the largest radar around which all labels have room.

use super::canvas::Point;
use super::measures::Measures;
use super::polar::Polar;
use super::room::Room;
use super::text;

/// A radar and its labels, in the order of the axes.
pub struct Arrangement {
    pub polar: Polar,
    pub labels: Vec<Label>,
}

/// A label about its middle.
pub struct Label {
    pub text: String,
    pub middle: Point,
    half: (f64, f64),
    /// False where others are in the way: better no label than an illegible heap of them.
    pub free: bool,
}

/// Tries ever smaller radars until no label leaves the room.
pub fn arrange(names: &[&str], highest: u8, room: Room, measures: Measures) -> Arrangement {
    let longest = 0.2 * room.width();
    let names: Vec<String> = names
        .iter()
        .map(|name| text::shorten(name, measures.text, longest))
        .collect();
    let polar = |radius| Polar {
        centre: room.middle(),
        radius,
        axes: names.len(),
        highest,
    };
    let mut radius = room.width().min(room.height()) / 2.0;
    loop {
        let polar = polar(radius);
        let labels = labels(&names, polar, measures);
        let fits = labels.iter().all(|label| room.holds(label.place()));
        radius -= STEP;
        if fits || radius < SMALLEST {
            return Arrangement { polar, labels };
        }
    }
}

const STEP: f64 = 1.0;

/// A radar below this shows nothing.
const SMALLEST: f64 = 30.0;

/// How many rows outwards a label may evade its neighbours.
const ROWS: [f64; 3] = [0.0, 1.0, 2.0];

/// Labels in order, each as close to its axis as those before it allow.
fn labels(names: &[String], polar: Polar, measures: Measures) -> Vec<Label> {
    let mut labels: Vec<Label> = Vec::with_capacity(names.len());
    for (axis, name) in names.iter().enumerate() {
        let at = |row| Label::new(name, axis, row, polar, measures);
        let label = ROWS
            .into_iter()
            .map(at)
            .find(|label| !labels.iter().any(|other| other.free && label.hits(other)))
            .unwrap_or_else(|| Label {
                free: false,
                ..at(0.0)
            });
        labels.push(label);
    }
    labels
}

impl Label {
    /// The box of the label touches a circle around the radar, so that all labels lie evenly.
    fn new(name: &str, axis: usize, row: f64, polar: Polar, measures: Measures) -> Self {
        let half = (text::width(name, measures.text) / 2.0, 0.55 * measures.text);
        let (x, y) = polar.direction(axis);
        // On a slant the corner of the box would come too close to a marker.
        let slant = 0.9 * (x * y).abs();
        let distance = polar.radius + (0.85 + slant + 1.2 * row) * measures.text;
        Self {
            text: name.to_owned(),
            middle: (
                polar.centre.0 + x * (distance + half.0),
                polar.centre.1 + y * (distance + half.1),
            ),
            half,
            free: true,
        }
    }

    fn hits(&self, other: &Self) -> bool {
        self.place().hits(other.place().wider(APART))
    }

    fn place(&self) -> Room {
        Room::about(self.middle, self.half)
    }
}

/// Least space between neighbouring labels.
const APART: f64 = 2.0;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::size::Size;

    fn arranged(names: &[&str], size: Size) -> (Arrangement, Room) {
        let room = Room {
            left: 8.0,
            top: 8.0,
            right: f64::from(size.width) - 8.0,
            bottom: f64::from(size.height) - 50.0,
        };
        (arrange(names, 5, room, Measures::of(size.width)), room)
    }

    fn named(count: usize) -> Vec<String> {
        (1..=count).map(|number| format!("SMS-{number}")).collect()
    }

    #[test]
    fn labels_of_26_axes_are_whole_and_apart() {
        let names = named(26);
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        for size in [Size::COMPACT, Size::NORMAL, Size::WIDE] {
            let (found, room) = arranged(&names, size);
            assert!(found.polar.radius > 0.34 * f64::from(size.width.min(size.height)));
            for (place, label) in found.labels.iter().enumerate() {
                assert_eq!(label.text, names[place]);
                assert!(label.free && room.holds(label.place()), "{}", label.text);
                assert!(!found.labels[..place].iter().any(|other| label.hits(other)));
            }
        }
    }

    #[test]
    fn long_labels_are_shortened() {
        let (found, room) = arranged(&["A label that is far too long"; 9], Size::COMPACT);
        assert!(found.labels.iter().all(|label| label.text.ends_with('…')));
        assert!(found.labels.iter().all(|label| room.holds(label.place())));
    }

    #[test]
    fn labels_without_room_are_left_out() {
        let names = named(400);
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let (found, _) = arranged(&names, Size::COMPACT);
        assert!(found.labels.iter().any(|label| !label.free));
    }
}
