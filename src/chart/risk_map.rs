//! Draws a risk map.

use super::canvas::{self, Lettering, Point};
use super::chips::{self, Chips, Edge};
use super::figure::{self, Caption};
use super::legend::{self, Alignment, Entry, Legend};
use super::marks::Marks;
use super::measures::Measures;
use super::palette::{Palette, Rgb};
use super::risk_row::{MOST_LINES, Row};
use super::room::Room;
use super::size::Size;
use super::text;
use crate::report::risk_map::RiskMap;
use plotters::style::text_anchor::HPos;

/// The map as SVG text, as high as its processes ask for. The ids in it start with `id_prefix`, which must be another
/// for each picture of a page. Without rows or columns there is nothing but the title.
pub fn risk_map(map: &RiskMap, palette: &Palette, width: u32, id_prefix: &str) -> String {
    let width = Size { width, height: 0 }.drawable().width;
    let plot = Plot::new(map, width);
    let size = Size {
        width,
        height: plot.height(),
    };
    let drawing = canvas::picture(size, |canvas| {
        if !map.rows.is_empty() && !map.columns.is_empty() {
            let marks = Marks {
                canvas,
                palette,
                measures: plot.measures,
            };
            plot.draw(&marks, size);
        }
    });
    let caption = Caption {
        title: &map.title,
        description: &map.description,
        id_prefix,
    };
    figure::figure(&drawing, size, caption)
}

/// Where the rows, columns and lists lie.
struct Plot<'a> {
    measures: Measures,
    columns: &'a [String],
    rows: Vec<Row<'a>>,
    /// Below the grid: a heading and the processes.
    lists: Vec<(String, Chips, Edge)>,
    legend: Legend<'static>,
    /// Left edge of the first column.
    left: f64,
    column: f64,
}

impl<'a> Plot<'a> {
    fn new(map: &'a RiskMap, width: u32) -> Self {
        let measures = Measures::of(width);
        let inner = f64::from(width) - 2.0 * measures.margin;
        let names = map
            .rows
            .iter()
            .map(|row| text::width(&row.name, measures.text))
            .fold(0.0, f64::max)
            .min(0.2 * inner);
        let left = measures.margin + axis_title(measures) + names + 0.6 * measures.text;
        let column = (measures.margin + inner - left) / columns(&map.columns).max(1.0);
        let rows: Vec<Row> = map
            .rows
            .iter()
            .map(|row| Row::new(row, map.columns.len(), column, measures))
            .collect();
        let list = |name: &str, labels: &[String], edge| {
            let heading = format!("{name}: {}", labels.len());
            let chips = Chips::new(labels, measures, inner, MOST_LINES);
            (!labels.is_empty()).then_some((heading, chips, edge))
        };
        let lists: Vec<(String, Chips, Edge)> = [
            list("Risk not known", &map.unknown, Edge::Dashes),
            list("No gap", &map.clear, Edge::Line),
        ]
        .into_iter()
        .flatten()
        .collect();
        let is_cut = rows.iter().any(Row::is_cut) || lists.iter().any(|list| list.1.is_cut());
        let entries = entries(!map.unknown.is_empty(), is_cut);
        Self {
            measures,
            columns: &map.columns,
            rows,
            lists,
            legend: Legend::new(&entries, measures, inner),
            left,
            column,
        }
    }

    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "positive, and the cast saturates"
    )]
    fn height(&self) -> u32 {
        (self.legend_top() + self.legend.height() + self.measures.margin).ceil() as u32
    }

    fn grid_bottom(&self) -> f64 {
        self.measures.margin + self.rows.iter().map(|row| row.height).sum::<f64>()
    }

    /// Below the names of the columns and what they are.
    fn lists_top(&self) -> f64 {
        self.grid_bottom() + 1.6 * self.measures.text + axis_title(self.measures)
    }

    fn legend_top(&self) -> f64 {
        let lists = self.lists.iter().map(|list| self.list_height(&list.1));
        self.lists_top() + lists.sum::<f64>() + self.measures.margin
    }

    fn list_height(&self, chips: &Chips) -> f64 {
        2.2 * self.measures.text + chips.height()
    }
}

/// What the words in the picture do not say themselves.
fn entries(unknown: bool, is_cut: bool) -> Vec<Entry<'static>> {
    let mut entries = vec![Entry {
        words: "Process",
        sign: |marks, from, to| sample(marks, from, to, Edge::Line),
    }];
    if unknown {
        entries.push(Entry {
            words: "Process with ratings missing",
            sign: |marks, from, to| sample(marks, from, to, Edge::Dashes),
        });
    }
    if is_cut {
        entries.push(Entry {
            words: "So many more",
            sign: |marks, from, to| {
                let look = Lettering {
                    size: marks.measures.text,
                    colour: marks.palette.ink,
                    side: HPos::Center,
                    bold: true,
                };
                marks.canvas.text("+3", legend::middle(from, to), look);
            },
        });
    }
    entries
}

fn sample(marks: &Marks, from: Point, to: Point, edge: Edge) {
    chips::plate(marks, legend::middle(from, to), to.0 - from.0, edge);
}

impl Plot<'_> {
    fn draw(&self, marks: &Marks, size: Size) {
        let (width, height) = (f64::from(size.width), f64::from(size.height));
        let margin = self.measures.margin;
        marks
            .canvas
            .fill((0.0, 0.0), (width, height), marks.palette.background);
        self.grid(marks);
        self.axes(marks);
        self.lists(marks);
        self.legend.draw(
            marks,
            Alignment::Left,
            (margin, self.legend_top()),
            width - margin,
        );
    }

    fn grid(&self, marks: &Marks) {
        let names_left = self.measures.margin + axis_title(self.measures);
        let mut top = self.measures.margin;
        for row in &self.rows {
            let names = Room {
                left: names_left,
                top,
                right: self.left - 0.6 * self.measures.text,
                bottom: top + row.height,
            };
            row.draw_name(marks, names);
            row.draw_cells(marks, (self.left, top), self.column);
            top = names.bottom;
        }
    }

    /// Names of the columns, and what grows to the right and upwards.
    fn axes(&self, marks: &Marks) {
        let margin = self.measures.margin;
        let bottom = self.grid_bottom();
        let middle = bottom + 0.9 * self.measures.text;
        let mut left = self.left;
        for name in self.columns {
            let look = self.look(marks.palette.ink, HPos::Center);
            let name = text::shorten(name, self.measures.text, self.column);
            marks
                .canvas
                .text(&name, (left + self.column / 2.0, middle), look);
            left += self.column;
        }
        let look = Lettering {
            size: self.measures.small,
            ..self.look(marks.palette.muted, HPos::Left)
        };
        let right = self.left + self.column * columns(self.columns);
        let across = bottom + 1.6 * self.measures.text + 0.5 * axis_title(self.measures);
        let words = "Probability, by the extent of the gap";
        marks.canvas.text(words, (self.left, across), look);
        let end = self.left + text::width(words, look.size) + look.size;
        marks.arrow(&[(end, across), (right, across)], marks.palette.muted);

        let upright = margin + 0.35 * axis_title(self.measures);
        let words = "Consequence";
        marks.canvas.text_upwards(words, (upright, bottom), look);
        let end = bottom - text::width(words, look.size) - look.size;
        marks.arrow(&[(upright, end), (upright, margin)], marks.palette.muted);
    }

    fn lists(&self, marks: &Marks) {
        let left = self.measures.margin;
        let mut top = self.lists_top();
        for (heading, chips, edge) in &self.lists {
            let look = Lettering {
                bold: true,
                ..self.look(marks.palette.ink, HPos::Left)
            };
            let heading_top = top + 1.3 * self.measures.text;
            marks.canvas.text(heading, (left, heading_top), look);
            chips.draw(marks, (left, top + 2.2 * self.measures.text), *edge);
            top += self.list_height(chips);
        }
    }

    fn look(&self, colour: Rgb, side: HPos) -> Lettering {
        Lettering {
            size: self.measures.text,
            colour,
            side,
            bold: false,
        }
    }
}

fn columns(names: &[String]) -> f64 {
    f64::from(u32::try_from(names.len()).unwrap_or(u32::MAX))
}

/// Room for the name of an axis.
fn axis_title(measures: Measures) -> f64 {
    1.6 * measures.text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::risk_map::{RiskCell, RiskRow, RiskShade};

    fn labels(count: usize) -> Vec<String> {
        (1..=count).map(|number| format!("SMS-{number}")).collect()
    }

    fn row(risk: RiskShade, word: &str, processes: usize) -> RiskRow {
        let cell = RiskCell {
            risk,
            word: word.to_owned(),
            processes: labels(processes),
        };
        RiskRow {
            name: "Level 1".to_owned(),
            cells: vec![cell; 3],
        }
    }

    fn example(rows: Vec<RiskRow>) -> RiskMap {
        RiskMap {
            title: "Risk".to_owned(),
            description: "All".to_owned(),
            columns: vec!["slight".to_owned(); 3],
            rows,
            unknown: Vec::new(),
            clear: Vec::new(),
        }
    }

    fn drawn(values: &RiskMap, width: u32) -> String {
        risk_map(values, &Palette::light(), width, "a")
    }

    fn height(values: &RiskMap) -> u32 {
        Plot::new(values, 640).height()
    }

    #[test]
    fn any_number_of_processes_is_drawn() {
        for count in [0, 1, 26, 300] {
            let mut values = example(vec![row(RiskShade::High, "high", count); 5]);
            values.unknown = labels(count);
            values.clear = labels(count);
            for width in [360, 640, 960] {
                let svg = drawn(&values, width);
                assert!(svg.contains(&format!("viewBox=\"0 0 {width}0 ")));
                assert!(!svg.contains("style="));
                assert_eq!(svg, drawn(&values, width));
            }
        }
    }

    #[test]
    fn strange_widths_and_grids_are_drawn() {
        for (columns, rows) in [(1, 1), (2, 9), (9, 1), (200, 3)] {
            let mut values = example(vec![row(RiskShade::Low, &"word ".repeat(50), 2); rows]);
            values.columns = vec!["A name that is far too long for any column".to_owned(); columns];
            values.rows[0].cells.clear();
            for width in [0, 1, u32::MAX] {
                assert!(drawn(&values, width).ends_with("</svg>\n"));
            }
        }
    }

    #[test]
    fn every_cell_says_its_risk_in_a_word() {
        let values = example(vec![
            row(RiskShade::None, "none", 0),
            row(RiskShade::Medium, "medium", 2),
        ]);
        let svg = drawn(&values, 360);
        assert_eq!(svg.matches("\nnone\n").count(), 3);
        assert_eq!(svg.matches("\nmedium\n").count(), 3);
    }

    #[test]
    fn processes_without_room_are_counted() {
        let few = drawn(&example(vec![row(RiskShade::High, "high", 3)]), 360);
        assert!(few.contains("\nSMS-3\n") && !few.contains("So many more"));
        let many = drawn(&example(vec![row(RiskShade::High, "high", 40)]), 360);
        assert!(!many.contains("\nSMS-40\n") && many.contains("So many more"));
    }

    #[test]
    fn processes_outside_the_grid_are_listed_below() {
        let mut values = example(vec![row(RiskShade::Low, "low", 1)]);
        let before = height(&values);
        assert!(!drawn(&values, 640).contains("Risk not known"));
        values.unknown = vec!["SMS-8".to_owned()];
        values.clear = vec!["SMS-9".to_owned()];
        let svg = drawn(&values, 640);
        for words in ["Risk not known: 1", "SMS-8", "No gap: 1", "SMS-9"] {
            assert!(svg.contains(&format!("\n{words}\n")), "{words}");
        }
        assert!(height(&values) > before);
    }

    #[test]
    fn text_from_outside_is_escaped() {
        let mut values = example(vec![row(RiskShade::Low, "<i>", 1)]);
        values.title = "<script>alert(1)</script>".to_owned();
        values.columns[0] = "<b>&\"".to_owned();
        values.unknown = vec!["<script>".to_owned()];
        let svg = drawn(&values, 960);
        assert!(!svg.contains("<script") && !svg.contains("<b>") && !svg.contains("<i>"));
        assert!(svg.contains("&lt;b&gt;&amp;&quot;\n</text>"));
        assert!(svg.contains("&lt;script&gt;\n</text>"));
    }

    #[test]
    fn without_rows_or_columns_there_is_the_title_only() {
        let mut values = example(vec![row(RiskShade::Low, "low", 1)]);
        values.columns.clear();
        for values in [values, example(Vec::new())] {
            let svg = drawn(&values, 360);
            assert!(svg.contains(">Risk</title>"));
            assert!(!svg.contains("<text") && !svg.contains("<rect"));
        }
    }
}
