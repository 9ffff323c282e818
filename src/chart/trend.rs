//! Draws trends.

use super::canvas::{self, Lettering, Point};
use super::figure::{self, Caption};
use super::legend::{self, Alignment, Entry, Legend};
use super::marks::Marks;
use super::measures::Measures;
use super::palette::Palette;
use super::room::Room;
use super::size::Size;
use super::text;
use super::time_marks::{self, TimeMarks};
use super::trend_bands;
use super::trend_readings;
use super::trend_steps;
use crate::report::trend::{Body, MarkKind, Panel, Trend};
use plotters::style::text_anchor::HPos;

/// The panels of a trend one under the other as SVG text, as high as they ask for. The ids in it start with `id_prefix`, which
/// must be another for each picture of a page. Without panels there is nothing but the title.
pub fn trend(trend: &Trend, palette: &Palette, width: u32, id_prefix: &str) -> String {
    drawn(trend, palette, width, id_prefix, false)
}

/// The panels side by side, as many as the width has room for.
pub fn small_multiples(trend: &Trend, palette: &Palette, width: u32, id_prefix: &str) -> String {
    drawn(trend, palette, width, id_prefix, true)
}

fn drawn(trend: &Trend, palette: &Palette, width: u32, id_prefix: &str, small: bool) -> String {
    let width = Size { width, height: 0 }.drawable().width;
    let plot = Plot::new(trend, width, small);
    let size = Size {
        width,
        height: rounded_up(plot.legend_top() + plot.legend.height() + plot.measures.margin),
    };
    let drawing = canvas::picture(size, |canvas| {
        if !trend.panels.is_empty() {
            let marks = Marks {
                canvas,
                palette,
                measures: plot.measures,
            };
            let corner = (f64::from(size.width), f64::from(size.height));
            canvas.fill((0.0, 0.0), corner, palette.background);
            plot.draw(&marks);
        }
    });
    let caption = Caption {
        title: &trend.title,
        description: &trend.description,
        id_prefix,
    };
    figure::figure(&drawing, size, caption)
}

/// Where the days of a panel lie.
#[derive(Clone, Copy)]
pub(super) struct Days {
    left: f64,
    width: f64,
    days: f64,
    /// What is known ends here.
    pub today: u32,
}

impl Days {
    pub fn x(self, day: u32) -> f64 {
        self.left + self.width * (f64::from(day) / self.days).min(1.0)
    }

    /// Where something ends that stands from a day on: where the next one begins, or today.
    pub fn end(self, from: u32, next: Option<u32>) -> f64 {
        self.x(next.unwrap_or_else(|| self.today.max(from)))
    }
}

struct Plot<'a> {
    trend: &'a Trend,
    measures: Measures,
    legend: Legend<'static>,
    time_marks: TimeMarks<'a>,
    /// For each panel, the room of its lines; its name stands above.
    rooms: Vec<Room>,
    /// How many panels stand side by side.
    columns: usize,
}

impl<'a> Plot<'a> {
    fn new(trend: &'a Trend, width: u32, small: bool) -> Self {
        let measures = Measures::of(width);
        let inner = f64::from(width) - 2.0 * measures.margin;
        let columns = if small {
            columns(inner, measures).min(trend.panels.len().max(1))
        } else {
            1
        };
        let rooms = rooms(trend, inner, columns, measures);
        let days = rooms.first().map(|room| days(trend, *room));
        Self {
            trend,
            measures,
            legend: Legend::new(&entries(trend), measures, inner),
            time_marks: TimeMarks::new(&trend.marks, days, measures),
            rooms,
            columns,
        }
    }

    fn legend_top(&self) -> f64 {
        self.bottom() + self.time_marks.height() + 2.2 * self.measures.small
    }

    fn bottom(&self) -> f64 {
        self.rooms
            .iter()
            .map(|room| room.bottom)
            .fold(0.0, f64::max)
    }

    fn draw(&self, marks: &Marks) {
        for (panel, room) in self.trend.panels.iter().zip(&self.rooms) {
            let days = days(self.trend, *room);
            self.draw_name(marks, panel, *room);
            self.draw_grid(marks, days, *room);
            match &panel.body {
                Body::Steps(found) => trend_steps::draw(marks, found, days, *room),
                Body::Bands(found) => trend_bands::draw(marks, found, days, *room),
                Body::Readings(found) => trend_readings::draw(marks, found, days, *room),
            }
        }
        let foot = self.bottom();
        // The axis of each column stands under its last panel, which may be a row higher in the last columns.
        for (place, room) in self.rooms.iter().enumerate() {
            if place + self.columns >= self.rooms.len() {
                let below = if self.columns == 1 {
                    foot + self.time_marks.height()
                } else {
                    room.bottom
                };
                self.draw_ticks(marks, days(self.trend, *room), below);
            }
        }
        if let Some(room) = self.rooms.first() {
            let top = room.top;
            self.time_marks
                .draw(marks, days(self.trend, *room), (top, foot));
        }
        let left = self.measures.margin;
        let right = self
            .rooms
            .iter()
            .map(|room| room.right)
            .fold(left, f64::max);
        self.legend
            .draw(marks, Alignment::Left, (left, self.legend_top()), right);
    }

    fn draw_name(&self, marks: &Marks, panel: &Panel, room: Room) {
        let size = self.measures.text;
        let left = room.left - self.labels();
        let look = Lettering {
            size,
            colour: marks.palette.ink,
            side: HPos::Left,
            bold: true,
        };
        let name = text::shorten(&panel.name, 1.08 * size, room.right - left);
        marks
            .canvas
            .text(&name, (left, room.top - 1.25 * size), look);
    }

    /// Left edge of the panel to left edge of its lines.
    fn labels(&self) -> f64 {
        label_room(self.trend, self.measures)
    }

    fn draw_grid(&self, marks: &Marks, days: Days, room: Room) {
        let pen = marks.hair(marks.palette.grid);
        for tick in &self.trend.ticks {
            let x = days.x(tick.day);
            marks.canvas.line(&[(x, room.top), (x, room.bottom)], pen);
        }
        if self.trend.today < self.trend.days {
            let x = days.x(self.trend.today);
            let pen = marks.fine(marks.palette.muted);
            marks.canvas.line(&[(x, room.top), (x, room.bottom)], pen);
        }
    }

    /// As many names as have room beside each other.
    fn draw_ticks(&self, marks: &Marks, days: Days, top: f64) {
        let look = Lettering {
            size: self.measures.small,
            colour: marks.palette.muted,
            side: HPos::Left,
            bold: false,
        };
        let mut free = f64::MIN;
        let end = days.x(u32::MAX) + 1.2 * self.measures.text;
        for tick in &self.trend.ticks {
            let x = days.x(tick.day);
            let width = text::width(&tick.name, look.size);
            if x < free || x + width > end {
                continue;
            }
            marks
                .canvas
                .text(&tick.name, (x, top + 0.9 * look.size), look);
            free = x + width + 0.6 * look.size;
        }
    }
}

fn days(trend: &Trend, room: Room) -> Days {
    Days {
        left: room.left,
        width: room.width(),
        days: f64::from(trend.days.max(1)),
        today: trend.today,
    }
}

/// How many panels stand side by side: each wants room for some two dozen letters.
fn columns(inner: f64, measures: Measures) -> usize {
    let mut columns = 1;
    let mut taken = 2.0 * SMALL_WIDTH * measures.text;
    while taken <= inner && columns < MOST_COLUMNS {
        columns += 1;
        taken += SMALL_WIDTH * measures.text;
    }
    columns
}

/// Of a small multiple, as so many heights of text.
const SMALL_WIDTH: f64 = 16.0;

const MOST_COLUMNS: usize = 6;

fn rooms(trend: &Trend, inner: f64, columns: usize, measures: Measures) -> Vec<Room> {
    let text = measures.text;
    let share = inner / f64::from(u32::try_from(columns).unwrap_or(1));
    let left = label_room(trend, measures);
    let right = right_room(trend, measures);
    let mut rooms = Vec::with_capacity(trend.panels.len());
    let mut top = measures.margin;
    for row in trend.panels.chunks(columns) {
        let height = row
            .iter()
            .map(|panel| height(panel, columns > 1, measures))
            .fold(0.0, f64::max);
        let head = top + 2.0 * text;
        let mut from = measures.margin;
        for _ in row {
            rooms.push(Room {
                left: from + left,
                top: head,
                right: from + share - right,
                bottom: head + height,
            });
            from += share;
        }
        // Small multiples of the last columns have their axis under them.
        let between = if columns > 1 { 1.4 * text } else { 0.6 * text };
        top = head + height + between;
    }
    rooms
}

fn height(panel: &Panel, small: bool, measures: Measures) -> f64 {
    let lines = match &panel.body {
        Body::Steps(steps) => {
            let gaps = u32::try_from(steps.rows.len().saturating_sub(1)).unwrap_or(0);
            f64::from(gaps) * if small { 0.9 } else { 1.2 }
        }
        Body::Bands(_) => 13.0,
        Body::Readings(_) => 4.5,
    };
    lines * measures.text
}

/// What stands on the left of the lines: the names of the rows, and the numbers of measures.
fn label_room(trend: &Trend, measures: Measures) -> f64 {
    let widest = trend.panels.iter().flat_map(|panel| match &panel.body {
        Body::Steps(steps) => steps.rows.clone(),
        Body::Bands(bands) => vec![trend_bands::total(bands).to_string()],
        Body::Readings(readings) => trend_readings::edges(readings),
    });
    let widest = widest
        .map(|name| text::width(&name, measures.small))
        .fold(0.0, f64::max);
    widest.min(9.0 * measures.small) + 0.7 * measures.small
}

/// What stands on the right of the lines: the names of the bands, or half a mark.
fn right_room(trend: &Trend, measures: Measures) -> f64 {
    let names = trend.panels.iter().flat_map(|panel| match &panel.body {
        Body::Bands(bands) => trend_bands::labels(bands),
        Body::Steps(_) | Body::Readings(_) => Vec::new(),
    });
    let widest = names
        .map(|name| text::width(&name, measures.small) + 0.7 * measures.small)
        .fold(0.0, f64::max);
    widest.max(1.2 * measures.text)
}

/// Only what occurs is explained.
fn entries(trend: &Trend) -> Vec<Entry<'static>> {
    let bodies = || trend.panels.iter().map(|panel| &panel.body);
    let steps = || {
        bodies().filter_map(|body| match body {
            Body::Steps(steps) => Some(steps),
            Body::Bands(_) | Body::Readings(_) => None,
        })
    };
    let readings = || {
        bodies().filter_map(|body| match body {
            Body::Readings(readings) => Some(readings),
            Body::Steps(_) | Body::Bands(_) => None,
        })
    };
    let each_step = || steps().flat_map(|found| &found.steps);
    let has_target = steps().any(|found| found.target.is_some())
        || readings().any(|found| found.target.is_some());
    let marked = |kind| trend.marks.iter().any(|mark| mark.kind == kind);
    [
        (steps().next().is_some(), trend_steps::STEP),
        (each_step().any(|step| step.carried), trend_steps::CARRIED),
        (readings().next().is_some(), trend_readings::READING),
        (
            readings().any(|found| found.baseline.is_some()),
            trend_readings::BASELINE,
        ),
        (has_target, trend_steps::TARGET),
        (marked(MarkKind::Milestone), time_marks::MILESTONE),
        (marked(MarkKind::ActionDone), time_marks::DONE),
        (marked(MarkKind::ActionDue), time_marks::DUE),
        (trend.today < trend.days, TODAY),
        (
            each_step().any(|step| step.value.is_none()),
            legend::NOT_RATED,
        ),
        (
            each_step().any(|step| step.range.is_some()),
            trend_steps::RANGE,
        ),
    ]
    .into_iter()
    .filter_map(|(occurs, entry)| occurs.then_some(entry))
    .collect()
}

const TODAY: Entry<'static> = Entry {
    words: "Today",
    sign: |marks, from, to| {
        let (x, y) = legend::middle(from, to);
        let half = 0.7 * marks.measures.text;
        let pen = marks.fine(marks.palette.muted);
        marks.canvas.line(&[(x, y - half), (x, y + half)], pen);
    },
};

/// A row name or a number beside a point on the left edge.
pub(super) fn label(marks: &Marks, words: &str, (x, y): Point) {
    let look = Lettering {
        size: marks.measures.small,
        colour: marks.palette.muted,
        side: HPos::Right,
        bold: false,
    };
    let words = text::shorten(words, look.size, 9.0 * look.size);
    marks.canvas.text(&words, (x - 0.5 * look.size, y), look);
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "positive, and the cast saturates"
)]
fn rounded_up(length: f64) -> u32 {
    length.ceil() as u32
}
