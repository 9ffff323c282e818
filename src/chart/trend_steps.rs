//! Draws a level or a rating over time as steps, with the range that blanks leave open.

use super::canvas::Point;
use super::legend::{Entry, middle};
use super::marks::Marks;
use super::room::Room;
use super::trend::{Days, label};
use crate::report::trend::{Step, Steps};

pub const STEP: Entry<'static> = Entry {
    words: "Level or rating",
    sign: |marks, from, to| {
        marks
            .canvas
            .line(&[from, to], marks.line(marks.palette.assessed));
        marks.assessed(from);
    },
};

pub const CARRIED: Entry<'static> = Entry {
    words: "Carried over",
    sign: |marks, from, to| {
        marks
            .canvas
            .dashes(&[from, to], marks.line(marks.palette.assessed));
    },
};

pub const TARGET: Entry<'static> = Entry {
    words: "Target",
    sign: |marks, from, to| target(marks, from, to),
};

pub const RANGE: Entry<'static> = Entry {
    words: "Range left open by unrated",
    sign: |marks, from, to| {
        let half = 0.5 * marks.measures.text;
        range(
            marks,
            Room::about(middle(from, to), ((to.0 - from.0) / 2.0, half)),
        );
    },
};

pub fn draw(marks: &Marks, steps: &Steps, days: Days, room: Room) {
    let y = |place: u8| height(steps, room, place);
    let has_room = y(0) - y(1) > 1.1 * marks.measures.small;
    for (place, name) in (0..).zip(&steps.rows) {
        let at = y(place);
        let pen = marks.hair(marks.palette.grid);
        marks.canvas.line(&[(room.left, at), (room.right, at)], pen);
        let is_edge = place == 0 || usize::from(place) + 1 == steps.rows.len();
        if has_room || is_edge {
            label(marks, name, (room.left, at));
        }
    }
    let spans = || {
        let next = steps.steps.iter().skip(1).map(|step| Some(step.day));
        steps
            .steps
            .iter()
            .zip(next.chain([None]))
            .map(|(step, next)| {
                let ends = (days.x(step.day), days.end(step.day, next));
                (step, ends)
            })
    };
    for (step, (from, to)) in spans() {
        if let Some((lowest, highest)) = step.range {
            range(
                marks,
                Room {
                    left: from,
                    right: to,
                    top: y(highest),
                    bottom: y(lowest),
                },
            );
        }
    }
    if let Some(wanted) = steps.target {
        target(marks, (room.left, y(wanted)), (room.right, y(wanted)));
    }
    let mut before: Option<Point> = None;
    for (step, (from, to)) in spans() {
        before = draw_step(marks, step, (from, to), before, y);
    }
    for (step, (from, to)) in spans() {
        match (step.value, step.range) {
            (Some(value), _) => marks.assessed((from, y(value))),
            (None, range) => {
                let (lowest, highest) = range.unwrap_or((0, 0));
                let height = f64::midpoint(y(lowest), y(highest));
                let place = (f64::midpoint(from, to), height);
                marks.not_rated(place, 0.26 * marks.measures.text);
            }
        }
    }
}

/// Gives the end of the line, from which the next step goes up or down. None where nothing is rated.
fn draw_step(
    marks: &Marks,
    step: &Step,
    (from, to): (f64, f64),
    before: Option<Point>,
    y: impl Fn(u8) -> f64,
) -> Option<Point> {
    let height = y(step.value?);
    let pen = marks.line(marks.palette.assessed);
    if let Some(before) = before {
        marks.canvas.line(&[before, (from, height)], pen);
    }
    let line = [(from, height), (to, height)];
    if step.carried {
        marks.canvas.dashes(&line, pen);
    } else {
        marks.canvas.line(&line, pen);
    }
    Some((to, height))
}

fn height(steps: &Steps, room: Room, place: u8) -> f64 {
    let top = u32::try_from(steps.rows.len().saturating_sub(1)).unwrap_or(1);
    let top = f64::from(top.max(1));
    room.bottom - room.height() * (f64::from(place) / top).min(1.0)
}

/// A pale area between two dotted lines.
fn range(marks: &Marks, room: Room) {
    let colour = marks.palette.range;
    marks.canvas.area(&room.corners(), colour, 0.14);
    for y in [room.top, room.bottom] {
        let ends = [(room.left, y), (room.right, y)];
        marks.canvas.dots(&ends, marks.fine(colour));
    }
}

/// A dashed line with a hollow square at its end.
pub fn target(marks: &Marks, from: Point, to: Point) {
    let pen = marks.fine(marks.palette.target);
    marks.canvas.dashes(&[from, to], pen);
    marks.target(to);
}
