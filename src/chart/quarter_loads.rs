//! Draws what each quarter carries, over the columns of a roadmap.

use super::canvas::{Lettering, Point};
use super::marks::Marks;
use super::measures::Measures;
use super::palette::Rgb;
use super::room::Room;
use super::text;
use crate::report::roadmap::QuarterLoad;
use plotters::style::text_anchor::HPos;

/// Names, figures and load bars of the quarters.
pub struct QuarterLoads<'a> {
    quarters: &'a [QuarterLoad],
    measures: Measures,
    /// Left and right edge of each quarter.
    columns: &'a [(f64, f64)],
    /// Each name in the same number of lines.
    names: Vec<Vec<String>>,
    /// Load, and what it is too much, in words that fit into each column.
    words: Vec<(String, Option<String>)>,
    /// The upper end of the load bars in hours.
    most: u32,
}

impl<'a> QuarterLoads<'a> {
    pub fn new(quarters: &'a [QuarterLoad], columns: &'a [(f64, f64)], measures: Measures) -> Self {
        let narrowest = columns
            .iter()
            .map(|(from, to)| to - from)
            .fold(f64::MAX, f64::min);
        let room = narrowest - 0.3 * measures.text;
        let fits = |words: &str| text::width(words, measures.small) <= room;
        let names = name_lines(quarters, |name| {
            // Bold letters are wider.
            1.1 * text::width(name, measures.text) <= room - 0.5 * measures.text
        });
        let load_form = longest(|form| quarters.iter().all(|quarter| fits(&load(quarter, form))));
        let over_form = longest(|form| {
            let mut all = quarters.iter().filter_map(|quarter| over(quarter, form));
            all.all(|words| fits(&words))
        });
        let words = quarters
            .iter()
            .map(|quarter| (load(quarter, load_form), over(quarter, over_form)))
            .collect();
        let most = quarters
            .iter()
            .map(|quarter| quarter.hours.max(quarter.capacity.unwrap_or(0)))
            .max()
            .unwrap_or(0);
        Self {
            quarters,
            measures,
            columns,
            names,
            words,
            most: most.max(1),
        }
    }

    pub fn height(&self) -> f64 {
        self.bars_top() + BAR_HEIGHT * self.measures.text
    }

    fn line_height(&self) -> f64 {
        1.4 * self.measures.text
    }

    /// The names, the load, and what is too much where anything is.
    fn bars_top(&self) -> f64 {
        let names = self.names.iter().map(Vec::len).max().unwrap_or(1);
        let mut top = 1.4 * self.line_height();
        for _ in 1..names {
            top += self.line_height();
        }
        if self.words.iter().any(|(_, over)| over.is_some()) {
            // With the triangle under the words.
            top += 1.9 * self.line_height();
        }
        top + self.line_height()
    }

    pub fn draw(&self, marks: &Marks, top: f64) {
        for (place, (from, to)) in self.columns.iter().enumerate() {
            let (Some(quarter), Some(names), Some(words)) = (
                self.quarters.get(place),
                self.names.get(place),
                self.words.get(place),
            ) else {
                continue;
            };
            let middle = f64::midpoint(*from, *to);
            let room = to - from;
            let mut y = top + 0.5 * self.line_height();
            for name in names {
                let name = text::shorten(name, self.measures.text, room);
                let look = Lettering {
                    size: self.measures.text,
                    bold: true,
                    ..self.small(marks.palette.ink)
                };
                marks.canvas.text(&name, (middle, y), look);
                y += self.line_height();
            }
            let (load, over) = words;
            let load = text::shorten(load, self.measures.small, room);
            let look = self.small(marks.palette.muted);
            marks.canvas.text(&load, (middle, y), look);
            if let Some(over) = over {
                let look = Lettering {
                    bold: true,
                    ..self.small(marks.palette.alert)
                };
                let over = text::shorten(over, self.measures.small, room);
                marks
                    .canvas
                    .text(&over, (middle, y + self.line_height()), look);
            }
            let half = (0.3 * room).min(4.0 * self.measures.text);
            let bar = Room {
                left: middle - half,
                right: middle + half,
                top: top + self.bars_top(),
                bottom: top + self.height(),
            };
            self.bar(marks, quarter, bar);
        }
    }

    fn bar(&self, marks: &Marks, quarter: &QuarterLoad, room: Room) {
        let y = |hours: u32| room.bottom - room.height() * f64::from(hours) / f64::from(self.most);
        let kept = quarter
            .capacity
            .map_or(quarter.hours, |capacity| capacity.min(quarter.hours));
        let colour = marks.palette.muted;
        marks
            .canvas
            .fill((room.left, y(kept)), (room.right, room.bottom), colour);
        if kept < quarter.hours {
            let over = Room {
                top: y(quarter.hours),
                bottom: y(kept),
                ..room
            };
            marks.hatched(over, marks.palette.alert);
            let reach = 0.5 * self.measures.text;
            let triangle = (room.middle().0, over.top - 1.3 * reach);
            marks.alert(triangle, reach);
        }
        if let Some(capacity) = quarter.capacity {
            let reach = 0.15 * room.width();
            let ends = (room.left - reach, room.right + reach);
            capacity_line(marks, (ends.0, y(capacity)), (ends.1, y(capacity)));
        }
        let base = [(room.left, room.bottom), (room.right, room.bottom)];
        marks.canvas.line(&base, marks.fine(marks.palette.muted));
    }

    fn small(&self, colour: Rgb) -> Lettering {
        Lettering {
            size: self.measures.small,
            colour,
            side: HPos::Center,
            bold: false,
        }
    }
}

/// A level line with a rim, so that it is seen on a bar.
pub fn capacity_line(marks: &Marks, from: Point, to: Point) {
    let mut pen = marks.line(marks.palette.background);
    pen.width *= 2.0;
    marks.canvas.line(&[from, to], pen);
    marks
        .canvas
        .line(&[from, to], marks.line(marks.palette.target));
}

/// Of the load bars, in lines of text.
const BAR_HEIGHT: f64 = 3.0;

/// How much is said.
#[derive(Clone, Copy)]
enum Form {
    Words,
    Unit,
    Bare,
    Least,
}

/// The form that says the most of those that fit.
fn longest(fits: impl Fn(Form) -> bool) -> Form {
    [Form::Words, Form::Unit, Form::Bare]
        .into_iter()
        .find(|form| fits(*form))
        .unwrap_or(Form::Least)
}

fn load(quarter: &QuarterLoad, form: Form) -> String {
    let load = days(quarter.hours);
    match (quarter.capacity.map(days), form) {
        (Some(capacity), Form::Words) => format!("{load} of {}", in_days(&capacity)),
        (Some(capacity), Form::Unit) => format!("{load}/{capacity} d"),
        (Some(capacity), Form::Bare) => format!("{load}/{capacity}"),
        (None, Form::Words) => in_days(&load),
        (None, Form::Unit) => format!("{load} d"),
        (None, Form::Bare) | (_, Form::Least) => load,
    }
}

fn over(quarter: &QuarterLoad, form: Form) -> Option<String> {
    let over = quarter.hours.checked_sub(quarter.capacity?)?;
    let words = match form {
        Form::Words => format!("{} over", in_days(&days(over))),
        Form::Unit => format!("{} over", days(over)),
        Form::Bare | Form::Least => "over".to_owned(),
    };
    (over > 0).then_some(words)
}

fn in_days(number: &str) -> String {
    let unit = if number == "1" { "day" } else { "days" };
    format!("{number} {unit}")
}

/// Person-days of 8 hours, to a tenth.
fn days(hours: u32) -> String {
    let tenths = (u64::from(hours) * 10 + 4) / 8;
    match tenths % 10 {
        0 => (tenths / 10).to_string(),
        tenth => format!("{}.{tenth}", tenths / 10),
    }
}

/// The names, or where one does not fit, the parts of each before and after its first hyphen or space. A part before it
/// is not said twice in a row.
fn name_lines(quarters: &[QuarterLoad], fits: impl Fn(&str) -> bool) -> Vec<Vec<String>> {
    let names = quarters.iter().map(|quarter| quarter.name.as_str());
    if names.clone().all(fits) {
        return names.map(|name| vec![name.to_owned()]).collect();
    }
    let mut before = "";
    let mut lines = Vec::with_capacity(quarters.len());
    for quarter in quarters {
        let name = quarter.name.as_str();
        let (first, second) = name.split_once(['-', ' ']).unwrap_or(("", name));
        let said = if first == before { "" } else { first };
        lines.push(vec![said.to_owned(), second.to_owned()]);
        before = first;
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quarter(hours: u32, capacity: Option<u32>) -> QuarterLoad {
        QuarterLoad {
            name: "2027-Q1".to_owned(),
            days: 90,
            hours,
            capacity,
        }
    }

    #[test]
    fn hours_are_told_in_days() {
        assert_eq!(days(0), "0");
        assert_eq!(days(12), "1.5");
        assert_eq!(days(80), "10");
        assert_eq!(days(81), "10.1");
    }

    #[test]
    fn only_more_than_the_capacity_is_too_much() {
        let over = |hours, capacity| over(&quarter(hours, capacity), Form::Words);
        assert_eq!(over(88, Some(80)).as_deref(), Some("1 day over"));
        assert_eq!(over(80, Some(80)), None);
        assert_eq!(over(80, None), None);
    }

    #[test]
    fn a_year_is_said_once() {
        let quarters = ["2027-Q3", "2027-Q4", "2028-Q1", "later"].map(|name| QuarterLoad {
            name: name.to_owned(),
            ..quarter(0, None)
        });
        let lines = [["2027", "Q3"], ["", "Q4"], ["2028", "Q1"], ["", "later"]];
        assert_eq!(name_lines(&quarters, |_| false), lines);
    }

    #[test]
    fn words_are_as_long_as_the_columns_allow() {
        let quarters = [quarter(120, Some(80))];
        let words = |width| {
            let columns = [(0.0, width)];
            let loads = QuarterLoads::new(&quarters, &columns, Measures::of(640));
            (loads.names[0].clone(), loads.words[0].clone())
        };
        let wide = (
            vec!["2027-Q1".to_owned()],
            ("15 of 10 days".to_owned(), Some("5 days over".to_owned())),
        );
        assert_eq!(words(200.0), wide);
        let narrow = (
            vec!["2027".to_owned(), "Q1".to_owned()],
            ("15/10".to_owned(), Some("over".to_owned())),
        );
        assert_eq!(words(38.0), narrow);
        assert_eq!(words(20.0).1, ("15".to_owned(), Some("over".to_owned())));
    }
}
