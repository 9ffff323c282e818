//! Places and draws the lanes of a roadmap.

use super::canvas::Lettering;
use super::marks::Marks;
use super::measures::Measures;
use super::needs;
use super::roadmap_bars;
use super::room::Room;
use super::text;
use super::timeline::Timeline;
use crate::report::roadmap::{Lane, RoadmapBar};
use plotters::style::text_anchor::HPos;

/// A lane and where its bars lie.
pub struct PlacedLane<'a> {
    name: &'a str,
    top: f64,
    bars: Vec<(&'a RoadmapBar, Room)>,
}

/// The lanes one below the other, and where the last ends.
pub fn placed<'a>(
    lanes: &'a [Lane],
    timeline: &Timeline,
    top: f64,
    measures: Measures,
) -> (Vec<PlacedLane<'a>>, f64) {
    let mut y = top;
    let mut placed = Vec::with_capacity(lanes.len());
    for lane in lanes {
        let lane_top = y;
        y += heading_height(measures);
        let mut bars = Vec::with_capacity(lane.bars.len());
        for bar in &lane.bars {
            bars.push((bar, bar_room(bar, timeline, y, measures)));
            y += row_height(measures);
        }
        placed.push(PlacedLane {
            name: &lane.name,
            top: lane_top,
            bars,
        });
        y += 0.4 * measures.text;
    }
    (placed, y)
}

/// The bar within its row, below its words. Whatever its days are, it can be seen.
fn bar_room(bar: &RoadmapBar, timeline: &Timeline, row_top: f64, measures: Measures) -> Room {
    let shortest = roadmap_bars::shortest(measures);
    let left = timeline.day(bar.from).min(timeline.right() - shortest);
    let right = timeline.day(bar.to.saturating_add(1));
    let top = row_top + 1.45 * measures.text;
    Room {
        left,
        top,
        right: right.max(left + shortest),
        bottom: top + roadmap_bars::thickness(measures),
    }
}

/// Bars lie on arrows, and words on both.
pub fn draw(marks: &Marks, lanes: &[PlacedLane], timeline: &Timeline) {
    let left = marks.measures.margin;
    let right = timeline.right();
    let bars: Vec<(&RoadmapBar, Room)> = lanes
        .iter()
        .flat_map(|lane| lane.bars.iter().copied())
        .collect();
    for lane in lanes {
        let ends = [(left, lane.top), (right, lane.top)];
        marks.canvas.line(&ends, marks.fine(marks.palette.grid));
    }
    for way in needs::ways(&bars, 0.75 * marks.measures.text) {
        marks.arrow(&way, marks.palette.muted);
    }
    for (bar, room) in &bars {
        roadmap_bars::bar(marks, *room, bar.state);
        let at = (room.left, room.top - 0.75 * marks.measures.text);
        roadmap_bars::words(marks, bar, at, left + 2.0, right);
    }
    for lane in lanes {
        heading(marks, lane, (left, right));
    }
}

fn heading(marks: &Marks, lane: &PlacedLane, (left, right): (f64, f64)) {
    let size = marks.measures.text;
    let name = if lane.bars.is_empty() {
        format!("{}: no actions", lane.name)
    } else {
        lane.name.to_owned()
    };
    let name = text::shorten(&name, size, right - left - size);
    let middle = lane.top + 0.5 * heading_height(marks.measures);
    let plate = Room {
        left,
        top: lane.top + 1.0,
        right: left + 1.1 * text::width(&name, size) + size,
        bottom: lane.top + heading_height(marks.measures) - 1.0,
    };
    marks
        .canvas
        .area(&plate.corners(), marks.palette.background, 1.0);
    let look = Lettering {
        size,
        colour: marks.palette.muted,
        side: HPos::Left,
        bold: true,
    };
    marks.canvas.text(&name, (left, middle), look);
}

fn heading_height(measures: Measures) -> f64 {
    1.9 * measures.text
}

/// Words, bar, and space below.
fn row_height(measures: Measures) -> f64 {
    2.75 * measures.text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::roadmap::{BarState, QuarterLoad};

    #[test]
    fn bars_stay_in_the_picture() {
        let measures = Measures::of(360);
        let quarter = QuarterLoad {
            name: "2027-Q1".to_owned(),
            days: 90,
            hours: 0,
            capacity: None,
        };
        let timeline = Timeline::new(&[quarter.clone(), quarter], 8.0, 344.0);
        for (from, to) in [(0, 0), (179, 179), (500, 900), (90, 3), (0, u32::MAX)] {
            let bar = RoadmapBar {
                label: "1".to_owned(),
                name: String::new(),
                owner: String::new(),
                from,
                to,
                state: BarState::Planned,
                needs: Vec::new(),
            };
            let room = bar_room(&bar, &timeline, 0.0, measures);
            assert!(room.left >= 8.0 && room.right <= 352.01, "{from} to {to}");
            assert!(room.width() > 10.0);
        }
    }
}
