//! Draws a radar.

use super::axis_labels::{self, Arrangement};
use super::canvas::{self, Point};
use super::figure::{self, Caption};
use super::legend::{self, Alignment, Entry, Legend};
use super::marks::Marks;
use super::measures::Measures;
use super::palette::Palette;
use super::polar::{FEWEST_FOR_AREA, Polar};
use super::radar_grid::RadarGrid;
use super::room::Room;
use super::runs::{Run, runs};
use super::size::Size;
use crate::report::radar::{Axis, Radar};

/// The radar as SVG text. The ids in it start with `id_prefix`, which must be another for each picture of a page.
/// Without any axis there is nothing but the title.
pub fn radar(radar: &Radar, palette: &Palette, size: Size, id_prefix: &str) -> String {
    let size = size.drawable();
    let drawing = canvas::picture(size, |canvas| {
        if !radar.axes.is_empty() {
            let marks = Marks {
                canvas,
                palette,
                measures: Measures::of(size.width),
            };
            draw(radar, &marks, size);
        }
    });
    let caption = Caption {
        title: &radar.title,
        description: &radar.description,
        id_prefix,
    };
    figure::figure(&drawing, size, caption)
}

fn draw(radar: &Radar, marks: &Marks, size: Size) {
    let (width, height) = (f64::from(size.width), f64::from(size.height));
    let margin = marks.measures.margin;
    let entries = entries(&radar.axes);
    let legend = Legend::new(&entries, marks.measures, width - 2.0 * margin);
    let legend_top = height - margin - legend.height();
    let room = Room {
        left: margin,
        top: margin,
        right: width - margin,
        bottom: legend_top - margin,
    };
    let names: Vec<&str> = radar.axes.iter().map(|axis| axis.label.as_str()).collect();
    let highest = u8::try_from(radar.rings.len().saturating_sub(1)).unwrap_or(u8::MAX);
    let Arrangement { polar, labels } = axis_labels::arrange(&names, highest, room, marks.measures);
    let grid = RadarGrid { marks, polar };
    let plot = Plot { marks, polar };

    marks
        .canvas
        .fill((0.0, 0.0), (width, height), marks.palette.background);
    grid.lines();
    plot.values(&radar.axes);
    grid.ring_names(&radar.rings);
    grid.labels(&labels, |axis| radar.axes[axis].assessed.is_some());
    legend.draw(
        marks,
        Alignment::Centre,
        (margin, legend_top),
        width - margin,
    );
}

/// A forecast and what was carried over are explained only where there is any.
fn entries(axes: &[Axis]) -> Vec<Entry<'static>> {
    let mut entries = vec![
        Entry {
            words: "Assessed",
            sign: |marks, from, to| {
                let pen = marks.line(marks.palette.assessed);
                marks.canvas.line(&[from, to], pen);
                marks.assessed(legend::middle(from, to));
            },
        },
        Entry {
            words: "Target",
            sign: |marks, from, to| {
                let pen = marks.line(marks.palette.target);
                marks.canvas.dashes(&[from, to], pen);
                marks.target(legend::middle(from, to));
            },
        },
    ];
    if axes.iter().any(|axis| axis.carried) {
        entries.push(Entry {
            words: "Carried over",
            sign: |marks, from, to| {
                let pen = marks.line(marks.palette.assessed);
                marks.canvas.line(&[from, to], pen);
                marks.carried(legend::middle(from, to));
            },
        });
    }
    if axes.iter().any(|axis| axis.forecast.is_some()) {
        entries.push(Entry {
            words: "Forecast",
            sign: |marks, from, to| {
                let pen = marks.line(marks.palette.forecast);
                marks.canvas.dots(&[from, to], pen);
                marks.forecast(legend::middle(from, to));
            },
        });
    }
    entries.extend([legend::NOT_RATED, legend::RANGE]);
    entries
}

struct Plot<'a, 'svg> {
    marks: &'a Marks<'a, 'svg>,
    polar: Polar,
}

impl Plot<'_, '_> {
    fn values(&self, axes: &[Axis]) {
        let assessed: Vec<Option<u8>> = axes.iter().map(|axis| axis.assessed).collect();
        let target: Vec<Option<u8>> = axes.iter().map(|axis| axis.target).collect();
        let forecast: Vec<Option<u8>> = axes.iter().map(|axis| axis.forecast).collect();
        let assessed_runs = runs(&assessed);
        let joined = axes.len() >= FEWEST_FOR_AREA;
        if joined {
            self.areas(&assessed_runs);
            self.target_lines(&runs(&target));
            self.forecast_lines(&runs(&forecast));
            self.assessed_lines(&assessed_runs);
        } else {
            self.rays(&assessed);
        }
        self.markers(axes);
    }

    /// A faint fill between ring 0 and the assessed line. The hub stays free for the marks of what is not rated.
    fn areas(&self, assessed: &[Run]) {
        let colour = self.marks.palette.assessed;
        for run in assessed {
            let mut corners = self.points(run);
            corners.extend(run.steps.iter().rev().map(|step| self.polar.at(step.0, 0)));
            self.marks.canvas.area(&corners, colour, 0.12);
        }
    }

    fn target_lines(&self, target: &[Run]) {
        let pen = self.marks.line(self.marks.palette.target);
        for run in target {
            self.marks.canvas.dashes(&self.points(run), pen);
        }
    }

    fn assessed_lines(&self, assessed: &[Run]) {
        let pen = self.marks.line(self.marks.palette.assessed);
        for run in assessed {
            self.marks.canvas.line(&self.points(run), pen);
        }
    }

    /// Where the plan changes nothing, the assessed line hides them.
    fn forecast_lines(&self, forecast: &[Run]) {
        let pen = self.marks.line(self.marks.palette.forecast);
        for run in forecast {
            self.marks.canvas.dots(&self.points(run), pen);
        }
    }

    /// For one or two axes, which no line can join.
    fn rays(&self, assessed: &[Option<u8>]) {
        let pen = self.marks.line(self.marks.palette.assessed);
        for (axis, level) in assessed.iter().enumerate() {
            if let Some(level) = level {
                let ends = [self.polar.at(axis, 0), self.polar.at(axis, *level)];
                self.marks.canvas.line(&ends, pen);
            }
        }
    }

    /// Small marks come after large ones, so that each is seen where they meet.
    fn markers(&self, axes: &[Axis]) {
        let polar = self.polar;
        for (place, axis) in axes.iter().enumerate() {
            if let Some(level) = axis.target {
                self.marks.target(polar.at(place, level));
            }
            if let Some(level) = axis.forecast {
                self.marks.forecast(polar.at(place, level));
            }
            if let Some((lowest, highest)) = axis.range {
                self.marks
                    .range(polar.at(place, lowest), polar.at(place, highest));
            }
            match axis.assessed {
                Some(level) if axis.carried => self.marks.carried(polar.at(place, level)),
                Some(level) => self.marks.assessed(polar.at(place, level)),
                None => self.cross(place),
            }
        }
    }

    /// Within the hub: below any level.
    fn cross(&self, axis: usize) {
        let distance = 0.7 * self.polar.hub();
        let reach = (0.3 * self.polar.spacing(distance)).min(0.8 * self.marks.measures.marker);
        self.marks
            .not_rated(self.polar.along(axis, distance), reach);
    }

    fn points(&self, run: &Run) -> Vec<Point> {
        run.steps
            .iter()
            .map(|(axis, level)| self.polar.at(*axis, *level))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn axis(number: usize, assessed: Option<u8>) -> Axis {
        Axis {
            label: format!("SMS-{number}"),
            name: "Name".to_owned(),
            assessed,
            target: Some(3),
            forecast: Some(2),
            range: Some((1, 4)),
            carried: number.is_multiple_of(2),
        }
    }

    fn example(axes: Vec<Axis>) -> Radar {
        Radar {
            title: "Levels".to_owned(),
            description: "All".to_owned(),
            rings: (0..=5).map(|level| level.to_string()).collect(),
            axes,
        }
    }

    fn drawn(values: &Radar, size: Size) -> String {
        radar(values, &Palette::light(), size, "a")
    }

    #[test]
    fn any_number_of_axes_is_drawn() {
        for count in [0, 1, 2, 3, 9, 26, 60] {
            for assessed in [None, Some(0), Some(2), Some(255)] {
                let axes = (0..count).map(|number| axis(number, assessed)).collect();
                let values = example(axes);
                for size in [Size::COMPACT, Size::NORMAL, Size::WIDE] {
                    let svg = drawn(&values, size);
                    assert!(svg.contains(&format!("viewBox=\"0 0 {}0 ", size.width)));
                    assert!(!svg.contains("style="));
                    assert_eq!(svg, drawn(&values, size));
                }
            }
        }
    }

    #[test]
    fn strange_sizes_and_rings_are_drawn() {
        let mut values = example(vec![axis(1, Some(9)), axis(2, None), axis(3, Some(0))]);
        for rings in [0, 1, 2, 300] {
            values.rings = vec!["ring".to_owned(); rings];
            for (width, height) in [(0, 0), (1, u32::MAX), (u32::MAX, 1)] {
                assert!(drawn(&values, Size { width, height }).ends_with("</svg>\n"));
            }
        }
    }

    #[test]
    fn without_axes_there_is_the_title_only() {
        let svg = drawn(&example(Vec::new()), Size::COMPACT);
        assert!(svg.contains(">Levels</title>"));
        assert!(!svg.contains("<text") && !svg.contains("<rect"));
    }

    #[test]
    fn a_forecast_is_explained_where_there_is_one() {
        let mut values = example(vec![axis(1, Some(1)), axis(2, Some(2)), axis(3, None)]);
        assert!(drawn(&values, Size::NORMAL).contains("\nForecast\n"));
        for axis in &mut values.axes {
            axis.forecast = None;
        }
        assert!(!drawn(&values, Size::NORMAL).contains("\nForecast\n"));
    }

    #[test]
    fn what_was_carried_over_is_hollow_and_explained_where_there_is_any() {
        let mut values = example(vec![axis(1, Some(1)), axis(2, Some(2)), axis(3, None)]);
        let marked = drawn(&values, Size::NORMAL);
        assert!(marked.contains("\nCarried over\n"));
        values.axes[1].carried = false;
        let plain = drawn(&values, Size::NORMAL);
        assert!(!plain.contains("\nCarried over\n"));
        assert!(plain.matches("<circle").count() < marked.matches("<circle").count());
    }

    #[test]
    fn text_from_outside_is_escaped() {
        let mut values = example(vec![axis(1, Some(1)), axis(2, None), axis(3, Some(2))]);
        values.title = "<script>alert(1)</script>".to_owned();
        values.rings[0] = "<&\"".to_owned();
        values.axes[0].label = "<script>".to_owned();
        let svg = drawn(&values, Size::NORMAL);
        assert!(!svg.contains("<script"));
        assert!(svg.contains("&lt;script&gt;\n</text>"));
        assert!(svg.contains("&lt;&amp;&quot;\n</text>"));
    }
}
