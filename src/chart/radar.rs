//! Draws a radar.

use super::axis_labels::{self, Arrangement, Label, Room};
use super::canvas::{self, Lettering, Pen, Point};
use super::figure::{self, Caption};
use super::legend::{Alignment, Kind, Legend};
use super::marks::Marks;
use super::measures::Measures;
use super::palette::{Palette, Rgb};
use super::polar::Polar;
use super::size::Size;
use super::text;
use crate::report::radar::{Axis, Radar};
use plotters::style::text_anchor::HPos;

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
    let legend = Legend::new(Kind::Lines, marks.measures, width - 2.0 * margin);
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
    let plot = Plot { marks, polar };

    marks
        .canvas
        .fill((0.0, 0.0), (width, height), marks.palette.background);
    plot.grid();
    plot.values(&radar.axes);
    plot.ring_names(&radar.rings);
    plot.labels(&radar.axes, &labels);
    legend.draw(
        marks,
        Alignment::Centre,
        (margin, legend_top),
        width - margin,
    );
}

struct Plot<'a, 'svg> {
    marks: &'a Marks<'a, 'svg>,
    polar: Polar,
}

impl Plot<'_, '_> {
    fn grid(&self) {
        for axis in 0..self.polar.axes {
            let ends = [self.polar.at(axis, 0), self.polar.at(axis, u8::MAX)];
            self.marks.canvas.line(&ends, self.hair());
        }
        for level in 0..=self.polar.highest {
            self.ring(level);
        }
    }

    /// Straight between the axes, so that equal values lie on their ring; round where two axes span no area.
    fn ring(&self, level: u8) {
        if self.polar.axes < FEWEST_FOR_AREA {
            let radius = self.polar.ring(level);
            self.marks
                .canvas
                .circle(self.polar.centre, radius, self.hair());
        } else {
            let corners: Vec<Point> = (0..self.polar.axes)
                .map(|axis| self.polar.at(axis, level))
                .collect();
            self.marks.canvas.outline(&corners, self.hair());
        }
    }

    fn values(&self, axes: &[Axis]) {
        let assessed: Vec<Option<u8>> = axes.iter().map(|axis| axis.assessed).collect();
        let target: Vec<Option<u8>> = axes.iter().map(|axis| axis.target).collect();
        let (assessed_runs, target_runs) = (runs(&assessed), runs(&target));
        let joined = axes.len() >= FEWEST_FOR_AREA;
        if joined {
            self.areas(&assessed_runs);
            self.target_lines(&target_runs);
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
        let pen = self.line(self.marks.palette.target);
        for run in target {
            self.marks.canvas.dashes(&self.points(run), pen);
        }
    }

    fn assessed_lines(&self, assessed: &[Run]) {
        let pen = self.line(self.marks.palette.assessed);
        for run in assessed {
            self.marks.canvas.line(&self.points(run), pen);
        }
    }

    /// For one or two axes, which no line can join.
    fn rays(&self, assessed: &[Option<u8>]) {
        let pen = self.line(self.marks.palette.assessed);
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
            if let Some((lowest, highest)) = axis.range {
                self.marks
                    .range(polar.at(place, lowest), polar.at(place, highest));
            }
            match axis.assessed {
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

    /// Beside the first axis, on small plates through which lines only shimmer.
    fn ring_names(&self, rings: &[String]) {
        let size = self.marks.measures.small;
        let look = Lettering {
            size,
            colour: self.marks.palette.muted,
            side: HPos::Right,
            bold: false,
        };
        for (level, name) in (0..=self.polar.highest).zip(rings) {
            let name = text::shorten(name, size, 3.0 * size);
            let (x, y) = self.polar.at(0, level);
            let x = x - 0.9 * size;
            let half = 0.5 * size;
            let left = x - text::width(&name, size);
            let plate = [
                (left - 1.0, y - half),
                (x + 1.0, y - half),
                (x + 1.0, y + half),
                (left - 1.0, y + half),
            ];
            self.marks
                .canvas
                .area(&plate, self.marks.palette.background, 0.8);
            self.marks.canvas.text(&name, (x, y), look);
        }
    }

    fn labels(&self, axes: &[Axis], labels: &[Label]) {
        for (axis, label) in axes.iter().zip(labels).filter(|(_, label)| label.free) {
            let look = Lettering {
                size: self.marks.measures.text,
                colour: if axis.assessed.is_some() {
                    self.marks.palette.ink
                } else {
                    self.marks.palette.muted
                },
                side: HPos::Center,
                bold: false,
            };
            self.marks.canvas.text(&label.text, label.middle, look);
        }
    }

    fn points(&self, run: &Run) -> Vec<Point> {
        run.steps
            .iter()
            .map(|(axis, level)| self.polar.at(*axis, *level))
            .collect()
    }

    fn hair(&self) -> Pen {
        Pen {
            colour: self.marks.palette.grid,
            width: self.marks.measures.hair,
        }
    }

    fn line(&self, colour: Rgb) -> Pen {
        Pen {
            colour,
            width: self.marks.measures.line,
        }
    }
}

/// With fewer axes than these a polygon has no inside.
const FEWEST_FOR_AREA: usize = 3;

/// Neighbouring axes that have a value each, so that a line may join them.
#[derive(Debug, PartialEq)]
struct Run {
    /// Axis and level. A run all around ends where it began.
    steps: Vec<(usize, u8)>,
}

/// The runs between the gaps.
fn runs(levels: &[Option<u8>]) -> Vec<Run> {
    let Some(gap) = levels.iter().position(Option::is_none) else {
        let around = levels
            .iter()
            .enumerate()
            .chain(levels.iter().enumerate().take(1));
        let steps = around.filter_map(|(axis, level)| Some((axis, (*level)?)));
        return vec![Run {
            steps: steps.collect(),
        }];
    };
    let from_gap: Vec<(usize, Option<u8>)> = (0..levels.len())
        .map(|place| (gap + place) % levels.len())
        .map(|axis| (axis, levels[axis]))
        .collect();
    from_gap
        .split(|(_, level)| level.is_none())
        .map(|run| Run {
            steps: run
                .iter()
                .filter_map(|(axis, level)| Some((*axis, (*level)?)))
                .collect(),
        })
        .filter(|run| run.steps.len() > 1)
        .collect()
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
            range: Some((1, 4)),
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

    #[test]
    fn a_gap_parts_the_line() {
        let found = runs(&[Some(1), Some(2), None, Some(3), Some(4)]);
        let steps = vec![(3, 3), (4, 4), (0, 1), (1, 2)];
        assert_eq!(found, [Run { steps }]);
        assert_eq!(runs(&[Some(1), None, Some(2), None]), []);
    }

    #[test]
    fn without_gaps_the_line_closes() {
        let steps = vec![(0, 1), (1, 2), (2, 3), (0, 1)];
        assert_eq!(runs(&[Some(1), Some(2), Some(3)]), [Run { steps }]);
    }
}
