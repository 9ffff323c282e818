//! Draws small pictures of levels over time side by side, all on the same axes.

use super::canvas::{self, Lettering, Pen, Point};
use super::figure::{self, Caption};
use super::legend::{self, Alignment, Entry, Legend};
use super::marks::Marks;
use super::measures::Measures;
use super::palette::{Palette, Rgb};
use super::size::Size;
use super::text;
use crate::report::trend_panels::{PanelPoint, TrendPanel, TrendPanels};
use plotters::style::text_anchor::HPos;

/// The panels as SVG text, as high as their number asks for. The ids in it start with `id_prefix`, which must be another for each
/// picture of a page.
pub fn trend_panels(
    panels: &TrendPanels,
    palette: &Palette,
    width: u32,
    id_prefix: &str,
) -> String {
    let width = Size { width, height: 0 }.drawable().width;
    let plot = Plot::new(panels, width);
    let size = Size {
        width,
        height: plot.height(),
    };
    let drawing = canvas::picture(size, |canvas| {
        let marks = Marks {
            canvas,
            palette,
            measures: plot.measures,
        };
        plot.draw(&marks);
    });
    let caption = Caption {
        title: &panels.title,
        description: &panels.description,
        id_prefix,
    };
    figure::figure(&drawing, size, caption)
}

/// How the panels lie.
struct Plot<'a> {
    panels: &'a TrendPanels,
    measures: Measures,
    legend: Legend<'static>,
    width: f64,
    columns: usize,
    /// Width of one panel with the space beside it.
    column: f64,
}

const LEGEND: [Entry<'static>; 3] = [
    Entry {
        words: "Median of the processes",
        sign: |marks, from, to| {
            marks.canvas.line(&[from, to], line(marks));
            marks.assessed(legend::middle(from, to));
        },
    },
    Entry {
        words: "Lowest to highest",
        sign: |marks, from, to| {
            let half = 0.4 * marks.measures.text;
            band(
                marks,
                &[(from.0, from.1 - half), (to.0, to.1 - half)],
                &[(from.0, from.1 + half), (to.0, to.1 + half)],
            );
        },
    },
    legend::RANGE,
];

/// A panel is so many letters wide at least.
const LETTERS: f64 = 15.0;

/// Height of the plot of a panel in letters.
const PLOT_HEIGHT: f64 = 6.5;

impl<'a> Plot<'a> {
    fn new(panels: &'a TrendPanels, width: u32) -> Self {
        let measures = Measures::of(width);
        let width = f64::from(width);
        let room = width - 2.0 * measures.margin;
        let mut columns = 1;
        while columns < panels.panels.len()
            && room / f64::from(columns as u32 + 1) >= LETTERS * measures.text
        {
            columns += 1;
        }
        Self {
            panels,
            measures,
            legend: Legend::new(&LEGEND, measures, room),
            width,
            columns,
            column: room / f64::from(columns as u32),
        }
    }

    fn top(&self) -> f64 {
        self.measures.margin + self.legend.height()
    }

    /// Of one row: name, plot, days.
    fn row(&self) -> f64 {
        (1.8 + PLOT_HEIGHT + 2.4) * self.measures.text
    }

    fn height(&self) -> u32 {
        let rows = self.panels.panels.len().div_ceil(self.columns);
        let height = self.top() + rows as f64 * self.row() + self.measures.margin;
        height as u32
    }

    fn draw(&self, marks: &Marks) {
        let left = self.measures.margin;
        let right = self.width - left;
        self.legend
            .draw(marks, Alignment::Left, (left, left), right);
        for (place, panel) in self.panels.panels.iter().enumerate() {
            let (row, column) = (place / self.columns, place % self.columns);
            let corner = (
                left + column as f64 * self.column,
                self.top() + row as f64 * self.row(),
            );
            self.panel(marks, panel, corner);
        }
    }

    fn panel(&self, marks: &Marks, panel: &TrendPanel, (left, top): Point) {
        let text = self.measures.text;
        let room = self.column - 1.5 * text;
        let name = text::shorten(&panel.name, 1.1 * text, room);
        let bold = Lettering {
            bold: true,
            ..self.look(marks.palette.ink, HPos::Left, text)
        };
        marks.canvas.text(&name, (left, top + 0.9 * text), bold);
        let frame = Frame {
            left: left + 1.2 * text,
            right: left + self.column - 1.5 * text,
            top: top + 2.0 * text,
            bottom: top + (2.0 + PLOT_HEIGHT) * text,
            days: f64::from(self.panels.days.max(1)),
            highest: f64::from(self.panels.highest.max(1)),
        };
        for level in 0..=self.panels.highest {
            let y = frame.y(100 * u32::from(level));
            let pen = Pen {
                colour: marks.palette.grid,
                width: self.measures.hair,
            };
            marks.canvas.line(&[(frame.left, y), (frame.right, y)], pen);
            let look = self.look(marks.palette.muted, HPos::Right, self.measures.small);
            marks
                .canvas
                .text(&level.to_string(), (frame.left - 0.4 * text, y), look);
        }
        let days = frame.bottom + 1.1 * text;
        let look = |side| self.look(marks.palette.muted, side, self.measures.small);
        marks
            .canvas
            .text(&self.panels.from, (frame.left, days), look(HPos::Left));
        let both = 2.2 * text::width(&self.panels.to, self.measures.small);
        if self.panels.days > 0 && both < frame.right - frame.left {
            marks
                .canvas
                .text(&self.panels.to, (frame.right, days), look(HPos::Right));
        }
        curves(marks, &frame, &panel.points);
    }

    fn look(&self, colour: Rgb, side: HPos, size: f64) -> Lettering {
        Lettering {
            size,
            colour,
            side,
            bold: false,
        }
    }
}

/// The plot of one panel.
struct Frame {
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
    days: f64,
    highest: f64,
}

impl Frame {
    fn x(&self, day: u32) -> f64 {
        self.left + (self.right - self.left) * f64::from(day) / self.days
    }

    /// Of a level in hundredths.
    fn y(&self, level: u32) -> f64 {
        self.bottom - (self.bottom - self.top) * f64::from(level) / (100.0 * self.highest)
    }
}

/// A level stands until the next one, so lines go in steps.
fn curves(marks: &Marks, frame: &Frame, points: &[PanelPoint]) {
    let steps = |of: fn(&PanelPoint) -> u32| {
        let mut line: Vec<Point> = Vec::new();
        for point in points {
            let (x, y) = (frame.x(point.day), frame.y(of(point)));
            if let Some((_, before)) = line.last().copied() {
                line.push((x, before));
            }
            line.push((x, y));
        }
        if let Some((_, last)) = line.last().copied() {
            line.push((frame.right, last));
        }
        line
    };
    let middle = |point: &PanelPoint| u32::midpoint(point.median.0, point.median.1);
    band(
        marks,
        &steps(|point| point.spread.1),
        &steps(|point| point.spread.0),
    );
    marks.canvas.line(&steps(middle), line(marks));
    for point in points {
        let x = frame.x(point.day);
        if point.median.0 != point.median.1 {
            marks.range((x, frame.y(point.median.0)), (x, frame.y(point.median.1)));
        }
        marks.assessed((x, frame.y(middle(point))));
    }
}

/// A shade between two thin lines, which are seen without colour. They are whole: each piece of a broken line is an element, and
/// there may be hundreds of panels.
fn band(marks: &Marks, upper: &[Point], lower: &[Point]) {
    let round: Vec<Point> = upper.iter().chain(lower.iter().rev()).copied().collect();
    marks.canvas.area(&round, marks.palette.assessed, 0.16);
    let pen = Pen {
        colour: marks.palette.assessed,
        width: marks.measures.hair,
    };
    marks.canvas.line(upper, pen);
    marks.canvas.line(lower, pen);
}

fn line(marks: &Marks) -> Pen {
    Pen {
        colour: marks.palette.assessed,
        width: marks.measures.line,
    }
}
