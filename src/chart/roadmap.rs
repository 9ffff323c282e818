//! Draws a roadmap.

use super::canvas::{self, Point};
use super::figure::{self, Caption};
use super::lanes;
use super::legend::{Alignment, Entry, Legend};
use super::marks::Marks;
use super::measures::Measures;
use super::palette::Palette;
use super::quarter_loads::{self, QuarterLoads};
use super::roadmap_bars;
use super::room::Room;
use super::size::Size;
use super::timeline::Timeline;
use crate::report::roadmap::{BarState, Roadmap};

/// The roadmap as SVG text, as high as its bars ask for. The ids in it start with `id_prefix`, which must be another
/// for each picture of a page. Without quarters there is nothing but the title.
pub fn roadmap(roadmap: &Roadmap, palette: &Palette, width: u32, id_prefix: &str) -> String {
    let width = Size { width, height: 0 }.drawable().width;
    let measures = Measures::of(width);
    let inner = f64::from(width) - 2.0 * measures.margin;
    let timeline = Timeline::new(&roadmap.quarters, measures.margin, inner);
    let loads = QuarterLoads::new(&roadmap.quarters, &timeline.columns, measures);
    let lanes_top = measures.margin + loads.height() + 0.8 * measures.text;
    let (lanes, bottom) = lanes::placed(&roadmap.lanes, &timeline, lanes_top, measures);
    let legend = Legend::new(&entries(roadmap), measures, inner);
    let size = Size {
        width,
        height: rounded_up(bottom + legend.height() + 2.0 * measures.margin),
    };
    let drawing = canvas::picture(size, |canvas| {
        if !roadmap.quarters.is_empty() {
            let marks = Marks {
                canvas,
                palette,
                measures,
            };
            let (width, height) = (f64::from(size.width), f64::from(size.height));
            canvas.fill((0.0, 0.0), (width, height), palette.background);
            quarter_lines(&marks, &timeline, bottom);
            loads.draw(&marks, measures.margin);
            lanes::draw(&marks, &lanes, &timeline);
            let legend_top = (measures.margin, bottom + measures.margin);
            legend.draw(&marks, Alignment::Left, legend_top, timeline.right());
        }
    });
    let caption = Caption {
        title: &roadmap.title,
        description: &roadmap.description,
        id_prefix,
    };
    figure::figure(&drawing, size, caption)
}

fn quarter_lines(marks: &Marks, timeline: &Timeline, bottom: f64) {
    let pen = marks.hair(marks.palette.grid);
    let top = marks.measures.margin;
    let edges = timeline.columns.iter().map(|(from, _)| *from);
    for x in edges.chain([timeline.right()]) {
        marks.canvas.line(&[(x, top), (x, bottom)], pen);
    }
}

/// Capacity and arrows are explained only where there are any.
fn entries(roadmap: &Roadmap) -> Vec<Entry<'static>> {
    let mut entries = STATES.to_vec();
    let mut bars = roadmap.lanes.iter().flat_map(|lane| &lane.bars);
    if bars.any(|bar| !bar.needs.is_empty()) {
        entries.push(Entry {
            words: "Must come before",
            sign: |marks, from, to| marks.arrow(&[from, to], marks.palette.muted),
        });
    }
    entries.push(Entry {
        words: "Load in person-days",
        sign: |marks, from, to| {
            let half = 0.5 * roadmap_bars::thickness(marks.measures);
            let colour = marks.palette.muted;
            marks
                .canvas
                .fill((from.0, from.1 - half), (to.0, to.1 + half), colour);
        },
    });
    let quarters = &roadmap.quarters;
    if quarters.iter().any(|quarter| quarter.capacity.is_some()) {
        entries.push(Entry {
            words: "Capacity",
            sign: quarter_loads::capacity_line,
        });
    }
    entries
}

const STATES: [Entry<'static>; 4] = [
    Entry {
        words: "Done",
        sign: |marks, from, to| sample(marks, from, to, BarState::Done),
    },
    Entry {
        words: "Started",
        sign: |marks, from, to| sample(marks, from, to, BarState::Started),
    },
    Entry {
        words: "Planned",
        sign: |marks, from, to| sample(marks, from, to, BarState::Planned),
    },
    Entry {
        words: "Late",
        sign: |marks, from, to| sample(marks, from, to, BarState::Late),
    },
];

/// Short enough that a triangle at its end keeps clear of the words.
fn sample(marks: &Marks, from: Point, to: Point, state: BarState) {
    let half = 0.5 * roadmap_bars::thickness(marks.measures);
    let room = Room {
        left: from.0,
        top: from.1 - half,
        right: to.0 - 0.4 * marks.measures.text,
        bottom: to.1 + half,
    };
    roadmap_bars::bar(marks, room, state);
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "positive, and the cast saturates"
)]
fn rounded_up(height: f64) -> u32 {
    height.ceil() as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::roadmap::{Lane, QuarterLoad, RoadmapBar};

    fn bar(number: u32, state: BarState) -> RoadmapBar {
        RoadmapBar {
            label: number.to_string(),
            name: "Say who decides".to_owned(),
            owner: "Change manager".to_owned(),
            from: 10 * number,
            to: 10 * number + 30,
            state,
            needs: vec![(number / 2).to_string()],
        }
    }

    fn example(bars: u32, quarters: usize) -> Roadmap {
        let quarter = QuarterLoad {
            name: "2027-Q1".to_owned(),
            days: 90,
            hours: 120,
            capacity: Some(80),
        };
        let states = [
            BarState::Planned,
            BarState::Started,
            BarState::Done,
            BarState::Late,
        ];
        let states = states.into_iter().cycle();
        let lane = Lane {
            name: "Foundations".to_owned(),
            bars: (1..=bars)
                .zip(states)
                .map(|(number, state)| bar(number, state))
                .collect(),
        };
        Roadmap {
            title: "Roadmap".to_owned(),
            description: "All".to_owned(),
            quarters: vec![quarter; quarters],
            lanes: vec![lane],
        }
    }

    fn drawn(values: &Roadmap, width: u32) -> String {
        roadmap(values, &Palette::dark(), width, "a")
    }

    fn height(values: &Roadmap) -> u32 {
        let svg = drawn(values, 640);
        let (_, rest) = svg.split_once("height=\"").expect("a picture has a height");
        let (height, _) = rest.split_once('"').expect("a value ends");
        height.parse().expect("a height is a number")
    }

    #[test]
    fn any_number_of_bars_and_quarters_is_drawn() {
        for bars in [0, 1, 2, 60] {
            for quarters in [1, 2, 5, 12] {
                let values = example(bars, quarters);
                for width in [360, 640, 960] {
                    let svg = drawn(&values, width);
                    assert!(svg.contains(&format!("viewBox=\"0 0 {width}0 ")));
                    assert!(!svg.contains("style="));
                    assert_eq!(svg, drawn(&values, width));
                }
            }
        }
    }

    #[test]
    fn strange_widths_and_values_are_drawn() {
        let mut values = example(3, 40);
        values.quarters[0].hours = u32::MAX;
        values.quarters[1].capacity = Some(0);
        values.quarters[2].days = u32::MAX;
        values.lanes[0].bars[0].to = 0;
        values.lanes[0].bars[1].from = u32::MAX;
        values.lanes[0].bars[2].to = u32::MAX;
        values.lanes[0].bars[2].label = "long ".repeat(99);
        for width in [0, 1, u32::MAX] {
            assert!(drawn(&values, width).ends_with("</svg>\n"));
        }
        for quarter in &mut values.quarters {
            (quarter.days, quarter.hours) = (0, 0);
        }
        assert!(drawn(&values, 640).ends_with("</svg>\n"));
    }

    #[test]
    fn the_picture_grows_with_the_bars() {
        assert!(height(&example(9, 4)) > height(&example(8, 4)));
    }

    #[test]
    fn an_overloaded_quarter_is_told_in_words() {
        let mut values = example(1, 2);
        assert!(drawn(&values, 640).contains("\n5 days over\n"));
        assert!(drawn(&values, 640).contains("\n15 of 10 days\n"));
        for quarter in &mut values.quarters {
            quarter.hours = 80;
        }
        assert!(!drawn(&values, 640).contains("over"));
    }

    #[test]
    fn only_what_there_is_is_explained() {
        let mut values = example(2, 2);
        let svg = drawn(&values, 640);
        assert!(svg.contains("\nMust come before\n") && svg.contains("\nCapacity\n"));
        for quarter in &mut values.quarters {
            quarter.capacity = None;
        }
        for bar in &mut values.lanes[0].bars {
            bar.needs.clear();
        }
        let svg = drawn(&values, 640);
        assert!(!svg.contains("\nMust come before\n") && !svg.contains("\nCapacity\n"));
    }

    #[test]
    fn long_names_are_shortened_and_owners_need_room() {
        let mut values = example(1, 2);
        assert!(drawn(&values, 360).contains("\nChange manager\n"));
        values.lanes[0].bars[0].name = "Name ".repeat(40);
        values.lanes[0].bars[0].owner = "Manager of all changes".to_owned();
        let svg = drawn(&values, 360);
        assert!(svg.contains("…\n</text>") && !svg.contains("Manager of all changes"));
    }

    #[test]
    fn a_lane_without_bars_says_so() {
        assert!(drawn(&example(0, 2), 640).contains("\nFoundations: no actions\n"));
    }

    #[test]
    fn text_from_outside_is_escaped() {
        let mut values = example(1, 1);
        values.title = "<script>alert(1)</script>".to_owned();
        values.quarters[0].name = "<u>".to_owned();
        values.lanes[0].name = "<i>".to_owned();
        let bar = &mut values.lanes[0].bars[0];
        bar.label = "<b>".to_owned();
        bar.name = "<script>".to_owned();
        bar.owner = "<s>&\"".to_owned();
        let svg = drawn(&values, 960);
        for tag in ["<script", "<u>", "<i>", "<b>", "<s>"] {
            assert!(!svg.contains(tag), "{tag}");
        }
        assert!(svg.contains("&lt;script&gt;\n</text>"));
        assert!(svg.contains("&lt;s&gt;&amp;&quot;\n</text>"));
    }

    #[test]
    fn without_quarters_there_is_the_title_only() {
        let svg = drawn(&example(2, 0), 360);
        assert!(svg.contains(">Roadmap</title>"));
        assert!(!svg.contains("<text") && !svg.contains("<rect"));
    }
}
