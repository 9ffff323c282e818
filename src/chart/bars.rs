//! Draws level bars.

use super::bars_legend::{entries, hollow};
use super::canvas::{self, Lettering, Pen};
use super::figure::{self, Caption};
use super::legend::{Alignment, Legend};
use super::marks::Marks;
use super::measures::Measures;
use super::palette::{Palette, Rgb};
use super::size::Size;
use super::text;
use crate::report::bars::{Bar, Bars};
use plotters::style::text_anchor::HPos;

/// The bars as SVG text, as high as their number asks for. The ids in it start with `id_prefix`, which must be another
/// for each picture of a page. Without any bar there is nothing but the title.
pub fn bars(bars: &Bars, palette: &Palette, width: u32, id_prefix: &str) -> String {
    let width = Size { width, height: 0 }.drawable().width;
    let plot = Plot::new(bars, width);
    let size = Size {
        width,
        height: plot.height(),
    };
    let drawing = canvas::picture(size, |canvas| {
        if !bars.bars.is_empty() {
            let marks = Marks {
                canvas,
                palette,
                measures: plot.measures,
            };
            plot.draw(&marks, size);
        }
    });
    let caption = Caption {
        title: &bars.title,
        description: &bars.description,
        id_prefix,
    };
    figure::figure(&drawing, size, caption)
}

/// Where the columns and rows lie.
struct Plot<'a> {
    bars: &'a Bars,
    measures: Measures,
    legend: Legend<'static>,
    /// Left edge of the names, where there is room for them.
    names: Option<f64>,
    /// Level 0.
    zero: f64,
    /// Width of one level.
    step: f64,
    /// Upper edge of the first row.
    top: f64,
    row: f64,
}

/// From this width on the names of the processes are shown.
const WIDTH_FOR_NAMES: u32 = 640;

impl<'a> Plot<'a> {
    fn new(bars: &'a Bars, width: u32) -> Self {
        let measures = Measures::of(width);
        let total = f64::from(width);
        let gap = measures.text;
        let widest = |texts: &mut dyn Iterator<Item = &'a str>, share: f64| {
            texts
                .map(|text| text::width(text, measures.text))
                .fold(0.0, f64::max)
                .min(share * total)
        };
        let mut zero =
            measures.margin + widest(&mut bars.bars.iter().map(|bar| bar.label.as_str()), 0.2);
        let mut names = None;
        if width >= WIDTH_FOR_NAMES {
            names = Some(zero + gap);
            zero += gap + widest(&mut bars.bars.iter().map(|bar| bar.name.as_str()), 0.36);
        }
        zero += gap;
        // Room for the number behind a bar that reaches the highest level.
        let end = total - measures.margin - 2.2 * measures.text;
        Self {
            bars,
            measures,
            legend: Legend::new(
                &entries(&bars.bars),
                measures,
                total - 2.0 * measures.margin,
            ),
            names,
            zero,
            step: (end - zero) / f64::from(bars.highest.max(1)),
            top: measures.margin + 1.6 * measures.small,
            row: 2.2 * measures.text,
        }
    }

    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "positive, and the cast saturates"
    )]
    fn height(&self) -> u32 {
        let height = self.legend_top() + self.legend.height() + self.measures.margin;
        height.ceil() as u32
    }

    fn legend_top(&self) -> f64 {
        self.bottom() + self.measures.margin
    }

    fn bottom(&self) -> f64 {
        let rows = u32::try_from(self.bars.bars.len()).unwrap_or(u32::MAX);
        self.top + self.row * f64::from(rows)
    }

    fn x(&self, level: u8) -> f64 {
        self.zero + self.step * f64::from(level.min(self.bars.highest))
    }
}

impl Plot<'_> {
    fn draw(&self, marks: &Marks, size: Size) {
        let (width, height) = (f64::from(size.width), f64::from(size.height));
        let margin = self.measures.margin;
        marks
            .canvas
            .fill((0.0, 0.0), (width, height), marks.palette.background);
        self.scale(marks);
        // Above the middle of the row, for below the bar lies the lane of the range.
        let mut middle = self.top + 0.4 * self.row;
        for bar in &self.bars.bars {
            self.names(marks, bar, middle);
            self.values(marks, bar, middle);
            middle += self.row;
        }
        self.legend.draw(
            marks,
            Alignment::Left,
            (margin, self.legend_top()),
            width - margin,
        );
    }

    /// Grid lines with the levels above them, as many as have room.
    fn scale(&self, marks: &Marks) {
        let widest = text::width(&self.bars.highest.to_string(), self.measures.small);
        let look = Lettering {
            size: self.measures.small,
            colour: marks.palette.muted,
            side: HPos::Center,
            bold: false,
        };
        let mut free_from = f64::MIN;
        for level in 0..=self.bars.highest {
            let x = self.x(level);
            if x < free_from {
                continue;
            }
            free_from = x + 1.5 * widest;
            let colour = if level == 0 {
                marks.palette.muted
            } else {
                marks.palette.grid
            };
            let pen = Pen {
                colour,
                width: self.measures.hair,
            };
            marks.canvas.line(&[(x, self.top), (x, self.bottom())], pen);
            let y = self.top - 0.8 * self.measures.small;
            marks.canvas.text(&level.to_string(), (x, y), look);
        }
    }

    fn names(&self, marks: &Marks, bar: &Bar, middle: f64) {
        let gap = self.measures.text;
        let left = self.measures.margin;
        let label_end = self.names.unwrap_or(self.zero) - gap;
        self.words(
            marks,
            &bar.label,
            (left, label_end),
            middle,
            marks.palette.ink,
        );
        if let Some(name) = self.names {
            let colour = marks.palette.muted;
            self.words(marks, &bar.name, (name, self.zero - gap), middle, colour);
        }
    }

    fn words(&self, marks: &Marks, words: &str, span: (f64, f64), middle: f64, colour: Rgb) {
        let size = self.measures.text;
        // A hair more than the span: the widest text must not be shortened by rounding.
        let words = text::shorten(words, size, span.1 - span.0 + 0.01);
        let look = Lettering {
            size,
            colour,
            side: HPos::Left,
            bold: false,
        };
        marks.canvas.text(&words, (span.0, middle), look);
    }

    fn values(&self, marks: &Marks, bar: &Bar, middle: f64) {
        let text = self.measures.text;
        let half = 0.38 * text;
        let end = bar.level.map_or(self.zero, |level| {
            // Level 0 is a rating as well and shows as a stub.
            self.x(level).max(self.zero + 0.25 * text)
        });
        if bar.level.is_some() {
            let (from, to) = ((self.zero, middle - half), (end, middle + half));
            marks.canvas.fill(from, to, marks.palette.assessed);
            if bar.carried {
                hollow(marks, from, to);
            }
        }
        if let Some((lowest, highest)) = bar.range {
            // Below the bar, where it hides neither bar nor number.
            let lane = middle + 0.72 * text;
            marks.range((self.x(lowest), lane), (self.x(highest), lane));
        }
        let target = self.x(bar.target);
        marks.target_tick((target, middle), 0.72 * text);
        self.result(marks, bar, end, middle);
    }

    /// The level in figures, or that there is none.
    fn result(&self, marks: &Marks, bar: &Bar, end: f64, middle: f64) {
        let size = self.measures.text;
        let (words, colour) = match bar.level {
            Some(level) => (level.to_string(), marks.palette.ink),
            None => ("not rated".to_owned(), marks.palette.muted),
        };
        let look = Lettering {
            size,
            colour,
            side: HPos::Left,
            bold: bar.level.is_some(),
        };
        let gap = 0.75 * size;
        let mut left = end + gap;
        if bar.level.is_none() {
            let reach = 0.26 * size;
            marks.not_rated((left, middle), reach);
            left += gap;
        }
        // Behind the target where the words would run into it.
        let target = self.x(bar.target);
        let right = left + text::width(&words, size);
        if target + gap > left && target - gap < right {
            left = target + gap;
        }
        marks.canvas.text(&words, (left, middle), look);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bar(number: usize, level: Option<u8>) -> Bar {
        Bar {
            label: format!("SMS-{number}"),
            name: "Name of the process".to_owned(),
            level,
            target: 3,
            range: Some((1, 4)),
            carried: number.is_multiple_of(2),
        }
    }

    fn example(bars: Vec<Bar>) -> Bars {
        Bars {
            title: "Level of each process".to_owned(),
            description: "All".to_owned(),
            highest: 5,
            bars,
        }
    }

    fn drawn(values: &Bars, width: u32) -> String {
        bars(values, &Palette::dark(), width, "b")
    }

    #[test]
    fn any_number_of_bars_is_drawn() {
        for count in [0, 1, 2, 26, 500] {
            for level in [None, Some(0), Some(3), Some(255)] {
                let values = example((0..count).map(|number| bar(number, level)).collect());
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
    fn strange_widths_and_scales_are_drawn() {
        let mut values = example(vec![bar(1, Some(9)), bar(2, None)]);
        for highest in [0, 1, 255] {
            values.highest = highest;
            for width in [0, 1, u32::MAX] {
                assert!(drawn(&values, width).ends_with("</svg>\n"));
            }
        }
    }

    #[test]
    fn the_picture_grows_with_the_bars() {
        let height = |count: usize| {
            let values = example((0..count).map(|number| bar(number, None)).collect());
            Plot::new(&values, 640).height()
        };
        assert!(height(9) > height(8));
    }

    #[test]
    fn names_need_room() {
        let values = example(vec![bar(1, Some(2))]);
        assert!(!drawn(&values, 360).contains("Name of the process"));
        assert!(drawn(&values, 640).contains("Name of the process"));
    }

    #[test]
    fn unrated_is_said_in_words() {
        assert!(drawn(&example(vec![bar(1, None)]), 360).contains("\nnot rated\n"));
        assert!(!drawn(&example(vec![bar(1, Some(0))]), 360).contains("\nnot rated\n"));
    }

    #[test]
    fn text_from_outside_is_escaped() {
        let mut values = example(vec![bar(1, Some(1))]);
        values.title = "<script>alert(1)</script>".to_owned();
        values.bars[0].label = "<b>&\"".to_owned();
        values.bars[0].name = "<script>".to_owned();
        let svg = drawn(&values, 960);
        assert!(!svg.contains("<script") && !svg.contains("<b>"));
        assert!(svg.contains("&lt;b&gt;&amp;&quot;\n</text>"));
        assert!(svg.contains("&lt;script&gt;\n</text>"));
    }

    #[test]
    fn without_bars_there_is_the_title_only() {
        let svg = drawn(&example(Vec::new()), 360);
        assert!(svg.contains(">Level of each process</title>"));
        assert!(!svg.contains("<text") && !svg.contains("<rect"));
    }
}
