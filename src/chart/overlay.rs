//! Draws the radars of several points over each other.

use super::axis_labels::{self, Arrangement};
use super::canvas::{self, Point};
use super::figure::{self, Caption};
use super::legend::{Alignment, Entry, Legend};
use super::marks::Marks;
use super::measures::Measures;
use super::palette::Palette;
use super::polar::{FEWEST_FOR_AREA, Polar};
use super::radar_grid::RadarGrid;
use super::room::Room;
use super::runs::runs;
use super::series::SIGNS;
use super::size::Size;
use super::text;
use crate::report::overlay::{Overlay, RingValue, Series};

/// The overlay as SVG text. The ids in it start with `id_prefix`, which must be another for each picture of a page.
/// Without any axis there is nothing but the title.
pub fn overlay(overlay: &Overlay, palette: &Palette, size: Size, id_prefix: &str) -> String {
    let size = size.drawable();
    let drawing = canvas::picture(size, |canvas| {
        if !overlay.axes.is_empty() {
            let marks = Marks {
                canvas,
                palette,
                measures: Measures::of(size.width),
            };
            draw(overlay, &marks, size);
        }
    });
    let caption = Caption {
        title: &overlay.title,
        description: &overlay.description,
        id_prefix,
    };
    figure::figure(&drawing, size, caption)
}

fn draw(overlay: &Overlay, marks: &Marks, size: Size) {
    let (width, height) = (f64::from(size.width), f64::from(size.height));
    let margin = marks.measures.margin;
    let inner = width - 2.0 * margin;
    let names = names(&overlay.series, marks.measures, inner);
    let legend = Legend::new(&entries(&overlay.series, &names), marks.measures, inner);
    let legend_top = height - margin - legend.height();
    let room = Room {
        left: margin,
        top: margin,
        right: width - margin,
        bottom: legend_top - margin,
    };
    marks
        .canvas
        .fill((0.0, 0.0), (width, height), marks.palette.background);
    plot(overlay, &overlay.series, marks, room);
    legend.draw(
        marks,
        Alignment::Centre,
        (margin, legend_top),
        width - margin,
    );
}

/// Short enough that each fits into a row of the legend.
fn names(series: &[Series], measures: Measures, width: f64) -> Vec<String> {
    let room = width - 4.0 * measures.text;
    let series = series.iter();
    series
        .map(|series| text::shorten(&series.name, measures.text, room))
        .collect()
}

/// Hollow points are explained only where there are any.
fn entries<'a>(series: &[Series], names: &'a [String]) -> Vec<Entry<'a>> {
    let mut entries: Vec<Entry> = series
        .iter()
        .zip(names)
        .map(|(series, name)| Entry {
            words: name,
            sign: SIGNS[series.look % SIGNS.len()],
        })
        .collect();
    let mut values = series.iter().flat_map(|series| &series.values).flatten();
    if values.any(|value| value.carried) {
        entries.push(CARRIED);
    }
    entries
}

const CARRIED: Entry<'static> = Entry {
    words: "Carried over",
    sign: |marks, from, to| {
        let third = (to.0 - from.0) / 3.0;
        marks.series_point(0, (from.0 + third, from.1), true);
        marks.series_point(1, (to.0 - third, to.1), true);
    },
};

/// Some series of an overlay on its axes, as large as the room allows.
pub(super) fn plot(overlay: &Overlay, series: &[Series], marks: &Marks, room: Room) {
    let axes: Vec<&str> = overlay.axes.iter().map(String::as_str).collect();
    let highest = u8::try_from(overlay.rings.len().saturating_sub(1)).unwrap_or(u8::MAX);
    let Arrangement { mut polar, labels } =
        axis_labels::arrange(&axes, highest, room, marks.measures);
    let lanes = Lanes {
        polar,
        series: series.len(),
        measures: marks.measures,
    };
    // Otherwise the outer lanes would run into the labels.
    polar.radius -= lanes.reach();
    let lanes = Lanes { polar, ..lanes };
    let grid = RadarGrid { marks, polar };
    grid.lines();
    for (lane, series) in series.iter().enumerate() {
        lanes.line(marks, lane, series);
    }
    grid.ring_names(&overlay.rings);
    for (lane, series) in series.iter().enumerate() {
        lanes.points(marks, lane, series);
    }
    grid.labels(&labels, |axis| {
        let mut values = series.iter().map(|series| series.values.get(axis));
        values.any(|value| matches!(value, Some(Some(_))))
    });
}

/// Places for the series side by side: levels are few, so without lanes most lines would hide each other.
struct Lanes {
    polar: Polar,
    series: usize,
    measures: Measures,
}

/// How much of the space between two rings, and between two axes, all lanes together may take.
const SHARE: f64 = 0.6;

impl Lanes {
    fn line(&self, marks: &Marks, lane: usize, series: &Series) {
        if self.polar.axes < FEWEST_FOR_AREA {
            return; // No line can join them.
        }
        let rings: Vec<Option<u8>> = series.values.iter().map(ring).collect();
        for run in runs(&rings) {
            let steps = run.steps.iter();
            let points: Vec<Point> = steps
                .map(|(axis, ring)| self.at(lane, *axis, *ring))
                .collect();
            marks.series_line(series.look, &points);
        }
    }

    fn points(&self, marks: &Marks, lane: usize, series: &Series) {
        for (axis, value) in series.values.iter().enumerate() {
            if let Some(value) = value {
                let at = self.at(lane, axis, value.ring);
                marks.series_point(series.look, at, value.carried);
            }
        }
    }

    /// Beside the place of the value, by as much as the lane is away from the middle one.
    fn at(&self, lane: usize, axis: usize, ring: u8) -> Point {
        let aside = count(lane) - self.middle();
        let distance = self.polar.ring(ring) + aside * self.outwards();
        let between_axes = self.polar.spacing(distance) / count(self.series.max(1));
        let across = aside * (SHARE * between_axes).min(2.6 * self.measures.marker);
        let (x, y) = self.polar.along(axis, distance);
        let (right, down) = self.polar.direction(axis);
        (x - across * down, y + across * right)
    }

    fn middle(&self) -> f64 {
        (count(self.series.max(1)) - 1.0) / 2.0
    }

    /// From lane to lane.
    fn outwards(&self) -> f64 {
        let between_rings = self.polar.ring(1) - self.polar.ring(0);
        (SHARE * between_rings / count(self.series.max(1))).min(1.6 * self.measures.line)
    }

    /// From the ring of a value to the outermost lane.
    fn reach(&self) -> f64 {
        self.middle() * self.outwards()
    }
}

fn count(number: usize) -> f64 {
    u32::try_from(number).map_or(f64::MAX, f64::from)
}

fn ring(value: &Option<RingValue>) -> Option<u8> {
    value.map(|value| value.ring)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::comparison::MOST_POINTS;

    fn series(look: usize, values: Vec<Option<u8>>) -> Series {
        let value = |ring: Option<u8>| {
            ring.map(|ring| RingValue {
                ring,
                carried: ring == 2,
            })
        };
        Series {
            name: format!("Team {look}"),
            look,
            values: values.into_iter().map(value).collect(),
        }
    }

    fn example(axes: usize, series: Vec<Series>) -> Overlay {
        Overlay {
            title: "Levels".to_owned(),
            description: "All".to_owned(),
            rings: (0..=5).map(|level| level.to_string()).collect(),
            axes: (0..axes).map(|axis| format!("P-{axis}")).collect(),
            series,
        }
    }

    fn drawn(values: &Overlay, size: Size) -> String {
        overlay(values, &Palette::light(), size, "a")
    }

    #[test]
    fn any_number_of_axes_and_series_is_drawn() {
        for axes in [0, 1, 2, 3, 9, 32, 60] {
            for count in [0, 1, 2, MOST_POINTS, 9] {
                for level in [None, Some(0), Some(2), Some(255)] {
                    let series = (0..count).map(|look| series(look, vec![level; axes]));
                    let values = example(axes, series.collect());
                    for size in [Size::COMPACT, Size::WIDE] {
                        let svg = drawn(&values, size);
                        assert!(svg.ends_with("</svg>\n") && !svg.contains("style="));
                        assert_eq!(svg, drawn(&values, size));
                    }
                }
            }
        }
    }

    /// A line of an axis with a blank on both sides is none, so there is one polyline less for each gap.
    #[test]
    fn a_blank_is_a_gap_and_never_the_centre() {
        let lines = |values: Vec<Option<u8>>| {
            let values = example(6, vec![series(0, values)]);
            let colour = "stroke=\"#1D5FA6\"";
            drawn(&values, Size::NORMAL)
                .lines()
                .filter(|line| line.starts_with("<polyline") && line.contains(colour))
                .map(|line| line.matches(',').count())
                .collect::<Vec<usize>>()
        };
        // The last one is the sign in the legend.
        assert_eq!(lines(vec![Some(1); 6]), [7, 2]);
        assert_eq!(
            lines(vec![Some(1), Some(1), None, Some(1), Some(1), Some(1)]),
            [5, 2]
        );
        assert_eq!(lines(vec![Some(1), None, Some(1), None, None, None]), [2]);
    }

    #[test]
    fn equal_values_lie_side_by_side() {
        let lanes = Lanes {
            polar: Polar {
                centre: (200.0, 200.0),
                radius: 150.0,
                axes: 26,
                highest: 5,
            },
            series: 6,
            measures: Measures::of(640),
        };
        for ring in 0..=5 {
            for lane in 1..6 {
                let (one, other) = (lanes.at(lane - 1, 3, ring), lanes.at(lane, 3, ring));
                let apart = (one.0 - other.0).hypot(one.1 - other.1);
                assert!(apart > 1.0, "{ring} {lane}: {apart}");
            }
        }
    }

    #[test]
    fn hollow_points_are_explained_where_there_are_any() {
        let with = example(3, vec![series(0, vec![Some(2), Some(1), None])]);
        let without = example(3, vec![series(0, vec![Some(3), Some(1), None])]);
        assert!(drawn(&with, Size::NORMAL).contains("Carried over"));
        assert!(!drawn(&without, Size::NORMAL).contains("Carried over"));
    }

    #[test]
    fn names_from_outside_are_escaped_and_shortened() {
        let mut values = example(3, vec![series(0, vec![Some(1); 3])]);
        values.series[0].name = format!("<script>{}", "long ".repeat(50));
        let svg = drawn(&values, Size::COMPACT);
        assert!(!svg.contains("<script") && svg.contains("&lt;script&gt;long"));
        assert!(svg.contains('…'));
    }
}
