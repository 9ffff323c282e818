//! Draws the bars of a roadmap, each state with a pattern and a mark of its own.

use super::canvas::{Lettering, Point};
use super::marks::Marks;
use super::measures::Measures;
use super::room::Room;
use super::text;
use crate::report::roadmap::{BarState, RoadmapBar};
use plotters::style::text_anchor::HPos;

/// Hollow, hatched, or filled with a tick; what is late has a triangle at its end.
pub fn bar(marks: &Marks, room: Room, state: BarState) {
    let colour = marks.palette.assessed;
    match state {
        BarState::Planned => {
            let corners = room.corners();
            marks.canvas.area(&corners, marks.palette.background, 1.0);
            marks.canvas.outline(&corners, marks.fine(colour));
        }
        BarState::Started => marks.hatched(room, colour),
        BarState::Done => {
            marks
                .canvas
                .fill((room.left, room.top), (room.right, room.bottom), colour);
            tick(marks, room);
        }
        BarState::Late => {
            marks.hatched(room, marks.palette.alert);
            let reach = 0.55 * marks.measures.text;
            let (x, y) = (room.right, room.middle().1);
            marks.alert((x, y - 0.1 * reach), reach);
        }
    }
}

/// Within the bar; the shortest bar has room for it.
fn tick(marks: &Marks, room: Room) {
    let reach = 0.22 * marks.measures.text;
    let (x, y) = (room.left + 2.2 * reach, room.middle().1);
    let points = [
        (x - reach, y),
        (x - 0.3 * reach, y + 0.8 * reach),
        (x + 1.2 * reach, y - 0.9 * reach),
    ];
    let pen = marks.line(marks.palette.background);
    marks.canvas.line(&points, pen);
}

/// Height of a bar.
pub fn thickness(measures: Measures) -> f64 {
    0.95 * measures.text
}

/// Shortest bar, however few days it has.
pub fn shortest(measures: Measures) -> f64 {
    1.1 * measures.text
}

/// Label, name and owner on one line that begins where the bar does, or so far before it that it ends in the picture.
pub fn words(marks: &Marks, bar: &RoadmapBar, at: Point, left: f64, right: f64) {
    let size = marks.measures.text;
    let gap = 0.5 * size;
    let label = text::shorten(&bar.label, size, 6.0 * size);
    // Bold letters are wider.
    let label_width = 1.08 * text::width(&label, size);
    let most = (right - left - label_width - gap).min(LONGEST_NAME * size);
    let name = text::shorten(&bar.name, size, most);
    let name_width = text::width(&name, size);
    let owner_width = gap + text::width(&bar.owner, marks.measures.small);
    let mut width = label_width + gap + name_width;
    let has_owner = !bar.owner.is_empty() && width + gap + owner_width <= right - left;
    if has_owner {
        width += gap + owner_width;
    }
    let (x, y) = (at.0.min(right - width).max(left), at.1);
    let plate = Room {
        left: x - 1.0,
        top: y - 0.6 * size,
        right: x + width + 1.0,
        bottom: y + 0.65 * size,
    };
    marks
        .canvas
        .area(&plate.corners(), marks.palette.background, 0.85);
    let look = Lettering {
        size,
        colour: marks.palette.ink,
        side: HPos::Left,
        bold: false,
    };
    let bold = Lettering { bold: true, ..look };
    marks.canvas.text(&label, (x, y), bold);
    let name_x = x + label_width + gap;
    marks.canvas.text(&name, (name_x, y), look);
    if has_owner {
        let look = Lettering {
            size: marks.measures.small,
            colour: marks.palette.muted,
            side: HPos::Right,
            ..look
        };
        // Set from its end, which may be the end of the picture: the width is an estimate.
        marks.canvas.text(&bar.owner, (x + width, y), look);
    }
}

/// In letter heights: more is read in the list of actions.
const LONGEST_NAME: f64 = 24.0;
