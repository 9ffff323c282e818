//! Draws how many processes were in each state over time, as bands on each other.

use super::canvas::Lettering;
use super::marks::Marks;
use super::room::Room;
use super::text;
use super::trend::{Days, label};
use crate::report::trend::{BandDay, Bands};
use plotters::style::text_anchor::HPos;

pub fn draw(marks: &Marks, bands: &Bands, days: Days, room: Room) {
    let total = total(bands);
    label(marks, &total.to_string(), (room.left, room.top));
    label(marks, "0", (room.left, room.bottom));
    let next = bands.days.iter().skip(1).map(|day| Some(day.day));
    for (day, next) in bands.days.iter().zip(next.chain([None])) {
        let (left, right) = (days.x(day.day), days.end(day.day, next));
        for (place, band) in stacked(day, total, room).into_iter().enumerate() {
            let band = Room {
                left,
                right,
                ..band
            };
            if band.height() <= 0.0 {
                continue;
            }
            paint(marks, bands, place, band);
            count(marks, day.counts[place], band);
        }
    }
    if let Some(last) = bands.days.last() {
        let right = days.end(last.day, None);
        let bands_now = stacked(last, total, room);
        names(marks, bands, &bands_now, right, room);
    }
}

/// How many processes there are.
pub fn total(bands: &Bands) -> u32 {
    let last = bands.days.last();
    last.map_or(0, |day| day.counts.iter().sum())
}

/// What stands on the right: each state with its number at last.
pub fn labels(bands: &Bands) -> Vec<String> {
    let counts = bands.days.last().map_or(&[][..], |day| &day.counts);
    let named = bands.names.iter().zip(counts);
    named
        .map(|(name, count)| format!("{name}: {count}"))
        .collect()
}

/// The height of each state, the first on top.
fn stacked(day: &BandDay, total: u32, room: Room) -> Vec<Room> {
    let unit = room.height() / f64::from(total.max(1));
    let mut top = room.top;
    let band = |count: &u32| {
        let from = top;
        top += unit * f64::from(*count);
        Room {
            top: from,
            bottom: top,
            ..room
        }
    };
    day.counts.iter().map(band).collect()
}

/// What is not rated is hatched; the higher a level, the stronger its colour.
fn paint(marks: &Marks, bands: &Bands, place: usize, room: Room) {
    let Some(level) = place.checked_sub(1) else {
        return marks.hatched(room, marks.palette.muted);
    };
    let number = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    let levels = number(bands.names.len().saturating_sub(2).max(1));
    let strength = 0.1 + 0.8 * number(level) / levels;
    let corners = room.corners();
    // The grid does not shine through.
    marks.canvas.area(&corners, marks.palette.background, 1.0);
    marks
        .canvas
        .area(&corners, marks.palette.assessed, strength);
    let pen = marks.hair(marks.palette.background);
    marks.canvas.outline(&corners, pen);
}

/// The number of a band on a plate, where the band has room for it.
fn count(marks: &Marks, count: u32, room: Room) {
    let size = marks.measures.small;
    let words = count.to_string();
    let half = (0.5 * text::width(&words, size) + 0.25 * size, 0.62 * size);
    let plate = Room::about(room.middle(), half);
    if plate.width() + size > room.width() || plate.height() > room.height() {
        return;
    }
    let corners = plate.corners();
    marks.canvas.area(&corners, marks.palette.background, 1.0);
    let look = Lettering {
        size,
        colour: marks.palette.ink,
        side: HPos::Center,
        bold: false,
    };
    marks.canvas.text(&words, plate.middle(), look);
}

/// The name of each state beside its band, moved where the bands are too thin to have their names one under the other.
fn names(marks: &Marks, bands: &Bands, now: &[Room], right: f64, room: Room) {
    let size = marks.measures.small;
    let look = Lettering {
        size,
        colour: marks.palette.ink,
        side: HPos::Left,
        bold: false,
    };
    let line = 1.25 * size;
    let shown: Vec<(String, f64)> = labels(bands)
        .into_iter()
        .zip(now)
        .filter(|(_, band)| band.height() > 0.0)
        .map(|(name, band)| (name, band.middle().1))
        .collect();
    // Each under the one before, then all as far up as the last has left the panel.
    let mut places: Vec<f64> = Vec::with_capacity(shown.len());
    for (_, wanted) in &shown {
        let free = places.last().map_or(room.top, |above| above + line);
        places.push(wanted.max(free));
    }
    let mut lowest = room.bottom;
    for place in places.iter_mut().rev() {
        *place = place.min(lowest);
        lowest = *place - line;
    }
    for ((name, _), y) in shown.iter().zip(places) {
        let beside = (right + 0.5 * size, y);
        marks.canvas.text(name, beside, look);
    }
}
