//! The legend of level bars.

use super::canvas::Point;
use super::legend::{self, Entry};
use super::marks::Marks;
use crate::report::bars::Bar;

/// What was carried over is explained only where there is any.
pub fn entries(bars: &[Bar]) -> Vec<Entry<'static>> {
    let mut entries = LEGEND.to_vec();
    if bars.iter().any(|bar| bar.carried) {
        entries.insert(1, CARRIED);
    }
    entries
}

const CARRIED: Entry<'static> = Entry {
    words: "Carried over",
    sign: |marks, from, to| {
        let half = 0.32 * marks.measures.text;
        let (from, to) = ((from.0, from.1 - half), (to.0, to.1 + half));
        marks.canvas.fill(from, to, marks.palette.assessed);
        hollow(marks, from, to);
    },
};

/// Leaves only the frame of a bar.
pub fn hollow(marks: &Marks, from: Point, to: Point) {
    let frame = marks.measures.line;
    let inner = (
        (from.0 + frame, from.1 + frame),
        (to.0 - frame, to.1 - frame),
    );
    if inner.0.0 < inner.1.0 && inner.0.1 < inner.1.1 {
        marks
            .canvas
            .fill(inner.0, inner.1, marks.palette.background);
    }
}

const LEGEND: [Entry<'static>; 4] = [
    Entry {
        words: "Assessed",
        sign: |marks, from, to| {
            let half = 0.32 * marks.measures.text;
            let colour = marks.palette.assessed;
            marks
                .canvas
                .fill((from.0, from.1 - half), (to.0, to.1 + half), colour);
        },
    },
    Entry {
        words: "Target",
        sign: |marks, from, to| {
            marks.target_tick(legend::middle(from, to), 0.65 * marks.measures.text);
        },
    },
    legend::NOT_RATED,
    legend::RANGE,
];
