//! Draws a slope chart: levels of many processes from point to point.

use super::canvas::{self, Lettering, Point};
use super::figure::{self, Caption};
use super::legend::{Alignment, Legend};
use super::marks::Marks;
use super::measures::Measures;
use super::palette::Palette;
use super::room::Room;
use super::size::Size;
use super::slope_marks::{entries, line, point};
use super::slope_slots::{Band, Slots};
use super::text;
use crate::report::slope::{Slope, SlopeLine, Stop};
use plotters::style::text_anchor::HPos;

/// The slope chart as SVG text, as high as its lines ask for. The ids in it start with `id_prefix`, which must be another for
/// each picture of a page. Without any line there is nothing but the title.
pub fn slope(slope: &Slope, palette: &Palette, width: u32, id_prefix: &str) -> String {
    let width = Size { width, height: 0 }.drawable().width;
    let plot = Plot::new(slope, width);
    let size = Size {
        width,
        height: plot.height(),
    };
    let drawing = canvas::picture(size, |canvas| {
        if !slope.lines.is_empty() {
            let marks = Marks {
                canvas,
                palette,
                measures: plot.measures,
            };
            plot.draw(&marks, size);
        }
    });
    let caption = Caption {
        title: &slope.title,
        description: &slope.description,
        id_prefix,
    };
    figure::figure(&drawing, size, caption)
}

/// Where columns and bands lie.
struct Plot<'a> {
    slope: &'a Slope,
    slots: Slots,
    measures: Measures,
    legend: Legend<'static>,
    /// Whether the columns have numbers, which a list explains, as there is no room for their names.
    numbered: bool,
    /// The first and the last column.
    left: f64,
    right: f64,
    /// Where the picture ends, but for its margin.
    end: f64,
    /// Upper edge of the highest band.
    top: f64,
}

impl<'a> Plot<'a> {
    fn new(slope: &'a Slope, width: u32) -> Self {
        let measures = Measures::of(width);
        let Measures { text, margin, .. } = measures;
        let total = f64::from(width);
        let labels = slope.lines.iter();
        let label = labels
            .map(|line| text::width(&line.label, measures.small))
            .fold(0.0, f64::max)
            .min(0.2 * total);
        let steps = slope.steps.iter();
        let step = steps
            .map(|step| text::width(step, text))
            .fold(text, f64::max);
        let aside = measures.marker + 0.6 * text + label;
        let left = margin + step + 0.8 * text + aside;
        let right = total - margin - aside;
        let gaps = count(slope.columns.len().saturating_sub(1).max(1));
        let mut names = slope.columns.iter();
        let fits = |name: &String| 1.1 * text::width(name, text) < (right - left) / gaps;
        Self {
            slope,
            slots: Slots::new(slope),
            measures,
            legend: Legend::new(&entries(slope), measures, total - 2.0 * margin),
            numbered: !names.all(fits),
            left,
            right,
            end: total - margin,
            top: margin + 2.0 * text,
        }
    }

    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "positive, and the cast saturates"
    )]
    fn height(&self) -> u32 {
        let end = self.legend_top() + self.legend.height() + self.measures.margin;
        end.ceil() as u32
    }

    fn bottom(&self) -> f64 {
        self.top + count(self.slots.rows) * self.row() + count(self.bands()) * self.gap()
    }

    fn bands(&self) -> usize {
        self.slots.steps.len() + usize::from(self.slots.not_rated.is_some())
    }

    fn legend_top(&self) -> f64 {
        let names = if self.numbered {
            self.slope.columns.len()
        } else {
            0
        };
        self.bottom() + self.measures.margin + count(names) * 1.7 * self.measures.text
    }

    fn row(&self) -> f64 {
        1.3 * self.measures.small
    }

    /// Space of each band beside its rows.
    fn gap(&self) -> f64 {
        0.8 * self.measures.text
    }

    fn x(&self, column: usize) -> f64 {
        let gaps = count(self.slope.columns.len().saturating_sub(1).max(1));
        self.left + (self.right - self.left) * count(column) / gaps
    }

    /// How far down so many rows are, with the gaps of the bands above.
    fn y(&self, rows: f64) -> f64 {
        let bands = self.slots.steps.iter().chain(&self.slots.not_rated);
        let above = bands.filter(|band| count(band.first) <= rows).count();
        self.top + rows * self.row() + (count(above) - 0.5) * self.gap()
    }

    fn at(&self, line: usize, column: usize) -> Option<Point> {
        Some((self.x(column), self.y(self.slots.at(line, column)?)))
    }
}

impl Plot<'_> {
    fn draw(&self, marks: &Marks, size: Size) {
        let (width, height) = (f64::from(size.width), f64::from(size.height));
        let margin = self.measures.margin;
        marks
            .canvas
            .fill((0.0, 0.0), (width, height), marks.palette.background);
        self.bands_with_names(marks);
        self.columns(marks);
        for (place, found) in self.slope.lines.iter().enumerate() {
            self.parts(marks, place, found);
        }
        for (place, found) in self.slope.lines.iter().enumerate() {
            self.stops(marks, place, found);
            self.labels(marks, place, found);
        }
        self.legend.draw(
            marks,
            Alignment::Left,
            (margin, self.legend_top()),
            width - margin,
        );
    }

    /// A hair above and below each band, and its step before it.
    fn bands_with_names(&self, marks: &Marks) {
        let margin = self.measures.margin;
        let hair = marks.hair(marks.palette.grid);
        let look = self.lettering(marks, self.measures.text, HPos::Left, false);
        let edge = |y: f64| marks.canvas.line(&[(margin, y), (self.end, y)], hair);
        let span = |band: &Band| {
            let top = self.y(count(band.first)) - 0.5 * self.gap();
            (top, top + count(band.rows) * self.row() + self.gap())
        };
        edge(self.top);
        for (band, name) in self.slots.steps.iter().zip(&self.slope.steps) {
            let (top, bottom) = span(band);
            edge(bottom);
            let middle = (margin, f64::midpoint(top, bottom));
            marks.canvas.text(name, middle, look);
        }
        if let Some(band) = &self.slots.not_rated {
            let (top, bottom) = span(band);
            edge(bottom);
            let reach = 0.26 * self.measures.text;
            marks.not_rated((margin + reach, f64::midpoint(top, bottom)), reach);
        }
    }

    /// Their names above them, or numbers that a list below explains.
    fn columns(&self, marks: &Marks) {
        let Measures { text, margin, .. } = self.measures;
        let last = self.slope.columns.len().saturating_sub(1);
        for (column, name) in self.slope.columns.iter().enumerate() {
            let x = self.x(column);
            let hair = marks.hair(marks.palette.grid);
            marks
                .canvas
                .line(&[(x, self.top), (x, self.bottom())], hair);
            let number = (column + 1).to_string();
            // The outer names end with the picture.
            let (start, side) = match column {
                _ if self.numbered => (x, HPos::Center),
                0 => (margin, HPos::Left),
                _ if column == last => (self.end, HPos::Right),
                _ => (x, HPos::Center),
            };
            let words = if self.numbered { &number } else { name };
            let look = self.lettering(marks, text, side, true);
            marks
                .canvas
                .text(words, (start, margin + 0.85 * text), look);
            if self.numbered {
                let y = self.bottom() + margin + (count(column) + 0.5) * 1.7 * text;
                let look = self.lettering(marks, text, HPos::Left, false);
                let words = format!("{number}  {name}");
                let room = self.end - margin;
                let words = text::shorten(&words, text, room);
                marks.canvas.text(&words, (margin, y), look);
            }
        }
    }

    /// The line from column to column; open where two columns cannot be compared.
    fn parts(&self, marks: &Marks, place: usize, found: &SlopeLine) {
        for (column, movement) in found.movements.iter().enumerate() {
            if let (Some(from), Some(to)) = (self.at(place, column), self.at(place, column + 1)) {
                line(marks, from, to, *movement);
            }
        }
    }

    fn stops(&self, marks: &Marks, place: usize, found: &SlopeLine) {
        for (column, stop) in found.stops.iter().enumerate() {
            let Some(at) = self.at(place, column) else {
                continue;
            };
            match stop {
                Stop::At { carried, .. } => point(marks, at, *carried),
                Stop::NotRated => marks.not_rated(at, 0.22 * self.measures.text),
                Stop::None => {}
            }
        }
    }

    /// Before each stop that no line leads to, and behind the last one, on plates where other lines run.
    fn labels(&self, marks: &Marks, place: usize, found: &SlopeLine) {
        let last = found.stops.iter().rposition(|stop| *stop != Stop::None);
        for column in 0..found.stops.len() {
            let part = column.checked_sub(1);
            let before = part.and_then(|part| found.movements.get(part));
            let was = part.and_then(|part| found.stops.get(part));
            // What stays without a rating keeps its place among the others.
            let is_joined = before.is_some_and(|before| before.is_comparable())
                || (found.stops[column] == Stop::NotRated && was == Some(&Stop::NotRated));
            let at = self.at(place, column);
            if column > 0 && last == Some(column) {
                self.label(marks, found, at, HPos::Left);
            } else if !is_joined {
                self.label(marks, found, at, HPos::Right);
            }
        }
    }

    fn label(&self, marks: &Marks, found: &SlopeLine, at: Option<Point>, side: HPos) {
        let Some((x, y)) = at else { return };
        let size = self.measures.small;
        let aside = self.measures.marker + 0.5 * size;
        let label = text::shorten(&found.label, size, self.left - aside - self.measures.margin);
        let half = text::width(&label, size) / 2.0;
        let (start, middle) = match side {
            HPos::Right => (x - aside, x - aside - half),
            _ => (x + aside, x + aside + half),
        };
        let plate = Room::about((middle, y), (half + 1.0, 0.5 * size));
        marks
            .canvas
            .area(&plate.corners(), marks.palette.background, 0.8);
        let look = self.lettering(marks, size, side, false);
        marks.canvas.text(&label, (start, y), look);
    }

    fn lettering(&self, marks: &Marks, size: f64, side: HPos, bold: bool) -> Lettering {
        Lettering {
            size,
            colour: marks.palette.ink,
            side,
            bold,
        }
    }
}

fn count(number: usize) -> f64 {
    u32::try_from(number).map_or(f64::MAX, f64::from)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::reading::{Hindrance, Movement};

    fn example(lines: usize, columns: usize) -> Slope {
        let line = |place: usize| SlopeLine {
            label: format!("P-{place}"),
            stops: (0..columns)
                .map(|column| match (place + column) % 7 {
                    5 => Stop::NotRated,
                    6 => Stop::None,
                    step => Stop::At {
                        step: u8::try_from(step).expect("small"),
                        carried: step == 3,
                    },
                })
                .collect(),
            words: Vec::new(),
            movements: (1..columns)
                .map(|column| match (place + column) % 4 {
                    0 => Movement::Rose(1),
                    1 => Movement::Fell(1),
                    2 => Movement::Same,
                    _ => Movement::NotComparable(Hindrance::Blanks),
                })
                .collect(),
        };
        Slope {
            title: "Levels".to_owned(),
            description: "All".to_owned(),
            steps: (0..=5).map(|step| step.to_string()).collect(),
            columns: (0..columns).map(|place| format!("Team {place}")).collect(),
            lines: (0..lines).map(line).collect(),
        }
    }

    fn drawn(values: &Slope, width: u32) -> String {
        slope(values, &Palette::light(), width, "s")
    }

    #[test]
    fn any_number_of_lines_and_columns_is_drawn() {
        for lines in [0, 1, 3, 26, 60] {
            for columns in [0, 1, 2, 6, 9] {
                for width in [0, 360, 960] {
                    let svg = drawn(&example(lines, columns), width);
                    assert!(svg.ends_with("</svg>\n") && !svg.contains("style="));
                }
            }
        }
    }

    #[test]
    fn every_line_is_named_at_both_ends_and_behind_gaps() {
        let names = |gap: bool| {
            let mut values = example(1, 3);
            let hindrance = Movement::NotComparable(Hindrance::Blanks);
            values.lines[0].movements = vec![Movement::Same, Movement::Same];
            if gap {
                values.lines[0].movements[0] = hindrance;
            }
            drawn(&values, 960).matches("\nP-0\n").count()
        };
        assert_eq!((names(false), names(true)), (2, 3));
    }

    #[test]
    fn what_cannot_be_compared_is_not_joined() {
        let rises = |movement: Movement| {
            let mut values = example(1, 2);
            values.lines[0].movements = vec![movement];
            drawn(&values, 640).matches("#0B755F").count()
        };
        assert!(rises(Movement::Rose(1)) > 0);
        assert_eq!(rises(Movement::NotComparable(Hindrance::Blanks)), 0);
    }

    #[test]
    fn columns_without_room_for_their_names_have_numbers() {
        let mut values = example(3, 6);
        assert!(!drawn(&values, 960).contains("\n1  Team 0\n"));
        values.columns[0] = "The team with a name that takes more room than there is".to_owned();
        assert!(drawn(&values, 960).contains("\n1  The team"));
    }
}
