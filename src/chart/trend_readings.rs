//! Draws the readings of a success measure over time, between its baseline and its target.

use super::canvas::{Lettering, Point};
use super::legend::Entry;
use super::marks::Marks;
use super::room::Room;
use super::trend::{Days, label};
use super::trend_steps;
use crate::report::trend::{Readings, Value};
use plotters::style::text_anchor::HPos;

pub const READING: Entry<'static> = Entry {
    words: "Reading of a measure",
    sign: |marks, from, to| {
        let pen = marks.fine(marks.palette.forecast);
        marks.canvas.line(&[from, to], pen);
        point(marks, from);
    },
};

pub const BASELINE: Entry<'static> = Entry {
    words: "Baseline",
    sign: |marks, from, to| {
        let pen = marks.fine(marks.palette.muted);
        marks.canvas.dots(&[from, to], pen);
    },
};

pub fn draw(marks: &Marks, readings: &Readings, days: Days, room: Room) {
    let Some((lowest, highest)) = extent(readings) else {
        return;
    };
    let y = |value: &Value| {
        let share = share(value.thousandths, (lowest.thousandths, highest.thousandths));
        room.bottom - room.height() * share
    };
    label(marks, &lowest.words, (room.left, y(lowest)));
    if lowest.thousandths < highest.thousandths {
        label(marks, &highest.words, (room.left, y(highest)));
    }
    let across = |value: &Value| [(room.left, y(value)), (room.right, y(value))];
    if let Some(baseline) = &readings.baseline {
        let pen = marks.fine(marks.palette.muted);
        marks.canvas.dots(&across(baseline), pen);
    }
    if let Some(target) = &readings.target {
        let [from, to] = across(target);
        trend_steps::target(marks, from, to);
    }
    let points = readings.readings.iter();
    let points: Vec<Point> = points
        .map(|reading| (days.x(reading.day), y(&reading.value)))
        .collect();
    marks
        .canvas
        .line(&points, marks.fine(marks.palette.forecast));
    for at in &points {
        point(marks, *at);
    }
    if let Some((last, at)) = readings.readings.last().zip(points.last()) {
        name(marks, &last.value.words, *at, room);
    }
}

/// The lowest and the highest number, in words.
pub fn edges(readings: &Readings) -> Vec<String> {
    extent(readings).map_or_else(Vec::new, |(lowest, highest)| {
        vec![lowest.words.clone(), highest.words.clone()]
    })
}

fn extent(readings: &Readings) -> Option<(&Value, &Value)> {
    let read = readings.readings.iter().map(|reading| &reading.value);
    let all = || {
        let given = readings.baseline.iter().chain(&readings.target);
        read.clone().chain(given)
    };
    let by = |value: &&Value| value.thousandths;
    all().min_by_key(by).zip(all().max_by_key(by))
}

/// How far up, from 0 to 1. In the middle where all numbers are the same.
#[expect(
    clippy::cast_precision_loss,
    reason = "a picture has a few hundred steps"
)]
fn share(value: i64, (lowest, highest): (i64, i64)) -> f64 {
    if lowest == highest {
        return 0.5;
    }
    (value - lowest) as f64 / (highest - lowest) as f64
}

/// A hollow round marker, unlike the filled one of a level.
fn point(marks: &Marks, at: Point) {
    let radius = marks.measures.marker;
    marks.canvas.disc(at, radius, marks.palette.background);
    marks
        .canvas
        .circle(at, radius, marks.fine(marks.palette.forecast));
}

/// The latest reading, above its point or under it, where there is room.
fn name(marks: &Marks, words: &str, (x, y): Point, room: Room) {
    let size = marks.measures.small;
    let above = y - 1.1 * size;
    let y = if above < room.top {
        y + 1.1 * size
    } else {
        above
    };
    let look = Lettering {
        size,
        colour: marks.palette.ink,
        side: HPos::Right,
        bold: false,
    };
    marks.canvas.text(words, (x, y), look);
}
