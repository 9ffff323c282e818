//! Draws effort by gain.

use super::canvas::{self, Lettering, Point};
use super::effort_by_gain::Scale;
use super::figure::{self, Caption};
use super::legend::{self, Alignment, Entry, Legend};
use super::marks::Marks;
use super::measures::Measures;
use super::palette::{Palette, Rgb};
use super::point_names::PointNames;
use super::room::Room;
use super::size::Size;
use super::text;
use super::ticks::ticks;
use crate::report::quick_wins::{QUADRANTS, QuickWins};
use plotters::style::text_anchor::HPos;

/// The chart as SVG text. The ids in it start with `id_prefix`, which must be another for each picture of a page.
/// Without any action there is nothing but the title.
pub fn quick_wins(wins: &QuickWins, palette: &Palette, size: Size, id_prefix: &str) -> String {
    let size = size.drawable();
    let drawing = canvas::picture(size, |canvas| {
        if !wins.wins.is_empty() {
            let scale = scale(wins, size);
            let marks = Marks {
                canvas,
                palette,
                measures: scale.measures,
            };
            let discs = scale.discs(wins);
            Plot {
                marks: &marks,
                scale,
                discs,
            }
            .draw(wins, size);
        }
    });
    let caption = Caption {
        title: &wins.title,
        description: &wins.description,
        id_prefix,
    };
    figure::figure(&drawing, size, caption)
}

/// Keeps room for the whole legend, so that no place changes when a point is moved aside.
pub(super) fn scale(wins: &QuickWins, size: Size) -> Scale {
    let measures = Measures::of(size.width);
    let legend = Legend::new(
        &LEGEND,
        measures,
        f64::from(size.width) - 2.0 * measures.margin,
    );
    Scale::new(wins, size, legend.height())
}

struct Plot<'a, 'svg> {
    marks: &'a Marks<'a, 'svg>,
    scale: Scale,
    /// In the order of the actions.
    discs: Vec<Point>,
}

impl Plot<'_, '_> {
    fn draw(&self, wins: &QuickWins, size: Size) {
        let (width, height) = (f64::from(size.width), f64::from(size.height));
        let margin = self.scale.measures.margin;
        self.marks
            .canvas
            .fill((0.0, 0.0), (width, height), self.marks.palette.background);
        self.quadrants();
        self.effort_axis();
        self.gain_axis();
        let moved = self.leaders(wins);
        self.points(wins);
        if size.width >= WIDTH_FOR_NAMES {
            let names = PointNames {
                marks: self.marks,
                scale: &self.scale,
                discs: &self.discs,
            };
            names.draw(&wins.wins);
        }
        let legend = Legend::new(entries(moved), self.scale.measures, width - 2.0 * margin);
        let top = height - margin - legend.height();
        legend.draw(self.marks, Alignment::Left, (margin, top), width - margin);
    }

    /// Soft grounds, the strongest where much is gained with little effort.
    fn quadrants(&self) {
        let Room {
            left,
            top,
            right,
            bottom,
        } = self.scale.frame;
        let (x, y) = self.scale.data.middle();
        let [quick, larger, fill_in, later] = QUADRANTS;
        let quadrants = [
            (quick, 0.14, (left, x), (top, y), HPos::Left),
            (larger, 0.06, (x, right), (top, y), HPos::Right),
            (fill_in, 0.06, (left, x), (y, bottom), HPos::Left),
            (later, 0.0, (x, right), (y, bottom), HPos::Right),
        ];
        let strip = self.scale.strip / 2.0;
        for (name, opacity, (from, to), (upper, lower), side) in quadrants {
            let room = Room {
                left: from,
                top: upper,
                right: to,
                bottom: lower,
            };
            let canvas = self.marks.canvas;
            if opacity > 0.0 {
                canvas.area(&room.corners(), self.marks.palette.assessed, opacity);
            }
            let inset = 0.7 * self.scale.measures.text;
            let at = (
                if left < from {
                    to - inset
                } else {
                    from + inset
                },
                if top < upper {
                    lower - strip
                } else {
                    upper + strip
                },
            );
            let look = Lettering {
                bold: true,
                ..self.small(self.marks.palette.ink, side)
            };
            canvas.text(name, at, look);
        }
        let pen = self.marks.hair(self.marks.palette.grid);
        self.marks.canvas.outline(&self.scale.frame.corners(), pen);
        self.marks.canvas.line(&[(x, top), (x, bottom)], pen);
        self.marks.canvas.line(&[(left, y), (right, y)], pen);
    }

    fn effort_axis(&self) {
        let frame = self.scale.frame;
        let size = self.scale.measures.small;
        let days = self.scale.most_hours / 8;
        let widest = 2.0 * size + text::width(&days.to_string(), size);
        let middle = frame.bottom + 0.3 * size + 0.7 * size;
        for day in ticks(days, whole(self.scale.data.width() / widest)) {
            let x = self.scale.point(day.saturating_mul(8), 0).0;
            self.notch((x, frame.bottom), (x, frame.bottom + 0.3 * size));
            let look = self.small(self.marks.palette.muted, HPos::Center);
            self.marks.canvas.text(&day.to_string(), (x, middle), look);
        }
        let look = self.small(self.marks.palette.ink, HPos::Center);
        let at = (frame.middle().0, middle + 1.5 * size);
        self.marks.canvas.text("Effort in person-days", at, look);
    }

    fn gain_axis(&self) {
        let frame = self.scale.frame;
        let size = self.scale.measures.small;
        let most = whole(self.scale.data.height() / (2.0 * size));
        for gain in ticks(u32::from(self.scale.most_gain), most) {
            let gain = u8::try_from(gain).unwrap_or(u8::MAX);
            let y = self.scale.point(0, gain).1;
            self.notch((frame.left - 0.3 * size, y), (frame.left, y));
            let look = self.small(self.marks.palette.muted, HPos::Right);
            let at = (frame.left - 0.6 * size, y);
            self.marks.canvas.text(&gain.to_string(), at, look);
        }
        let look = self.small(self.marks.palette.ink, HPos::Center);
        let at = (self.scale.measures.margin + 0.5 * size, frame.middle().1);
        self.marks.canvas.text_upwards("Gain", at, look);
    }

    /// From the true place of each point that was moved aside. Tells whether there is any.
    fn leaders(&self, wins: &QuickWins) -> bool {
        let mut moved = false;
        for (win, disc) in wins.wins.iter().zip(&self.discs) {
            let own = self.scale.point(win.hours, win.gain);
            if own != *disc {
                moved = true;
                leader(self.marks, own, *disc);
            }
        }
        moved
    }

    fn points(&self, wins: &QuickWins) {
        let radius = self.scale.radius;
        for (win, disc) in wins.wins.iter().zip(&self.discs) {
            point(self.marks, *disc, radius, &win.label);
        }
    }

    fn notch(&self, from: Point, to: Point) {
        let pen = self.marks.hair(self.marks.palette.muted);
        self.marks.canvas.line(&[from, to], pen);
    }

    fn small(&self, colour: Rgb, side: HPos) -> Lettering {
        Lettering {
            size: self.scale.measures.small,
            colour,
            side,
            bold: false,
        }
    }
}

/// From this width on the names of the actions are shown.
const WIDTH_FOR_NAMES: u32 = 640;

/// That points were moved is explained only where it happened.
fn entries(moved: bool) -> &'static [Entry<'static>] {
    if moved { &LEGEND } else { &LEGEND[..1] }
}

const LEGEND: [Entry<'static>; 2] = [
    Entry {
        words: "Action with its number",
        sign: |marks, from, to| {
            point(
                marks,
                legend::middle(from, to),
                0.75 * marks.measures.text,
                "1",
            );
        },
    },
    Entry {
        words: "Moved aside from its place",
        sign: |marks, from, to| {
            leader(marks, from, to);
            point(marks, to, 0.3 * marks.measures.text, "");
        },
    },
];

/// A disc with a label in it.
fn point(marks: &Marks, at: Point, radius: f64, label: &str) {
    let rim = 0.5 * marks.measures.line;
    marks
        .canvas
        .disc(at, radius + rim, marks.palette.background);
    marks.canvas.disc(at, radius, marks.palette.assessed);
    let size = marks.measures.small;
    let look = Lettering {
        size,
        colour: marks.palette.background,
        side: HPos::Center,
        bold: true,
    };
    let label = text::shorten(label, size, 2.0 * radius);
    marks.canvas.text(&label, at, look);
}

/// A small ring on the true place, and a line to where the point is drawn.
fn leader(marks: &Marks, own: Point, disc: Point) {
    let pen = marks.fine(marks.palette.muted);
    marks.canvas.line(&[own, disc], pen);
    marks
        .canvas
        .disc(own, marks.measures.marker * 0.6, marks.palette.muted);
}

/// How many whole times.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the cast saturates"
)]
fn whole(times: f64) -> u32 {
    times as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::quick_wins::Win;

    fn win(label: &str, hours: u32, gain: u8) -> Win {
        Win {
            label: label.to_owned(),
            name: "Say who decides".to_owned(),
            hours,
            gain,
        }
    }

    fn example(wins: Vec<Win>) -> QuickWins {
        QuickWins {
            title: "Effort by gain".to_owned(),
            description: "All".to_owned(),
            most_hours: 80,
            most_gain: 9,
            wins,
        }
    }

    fn drawn(values: &QuickWins, size: Size) -> String {
        quick_wins(values, &Palette::light(), size, "a")
    }

    #[test]
    fn any_number_of_actions_is_drawn() {
        for count in [0, 1, 2, 26, 200] {
            let wins = (0..count).map(|number| win(&number.to_string(), 40, 4));
            let values = example(wins.collect());
            for size in [Size::COMPACT, Size::NORMAL, Size::WIDE] {
                let svg = drawn(&values, size);
                assert!(svg.contains(&format!("viewBox=\"0 0 {}0 ", size.width)));
                assert!(!svg.contains("style="));
                assert_eq!(svg, drawn(&values, size));
            }
        }
    }

    #[test]
    fn strange_sizes_and_values_are_drawn() {
        let mut values = example(vec![win("", u32::MAX, u8::MAX), win(&"9".repeat(99), 0, 0)]);
        for (most_hours, most_gain) in [(0, 0), (8, 1), (u32::MAX, u8::MAX)] {
            (values.most_hours, values.most_gain) = (most_hours, most_gain);
            for (width, height) in [(0, 0), (1, u32::MAX), (u32::MAX, 1)] {
                let size = Size { width, height };
                assert!(drawn(&values, size).ends_with("</svg>\n"));
            }
        }
    }

    #[test]
    fn moving_aside_is_explained_where_it_happens() {
        let one = example(vec![win("1", 8, 1), win("2", 80, 9)]);
        let two = example(vec![win("1", 8, 1), win("2", 8, 1)]);
        assert!(!drawn(&one, Size::NORMAL).contains("Moved aside"));
        assert!(drawn(&two, Size::NORMAL).contains("Moved aside"));
    }

    #[test]
    fn names_need_room() {
        let alone = example(vec![win("1", 8, 1)]);
        assert!(drawn(&alone, Size::NORMAL).contains("\nSay who decides\n"));
        assert!(!drawn(&alone, Size::COMPACT).contains("\nSay who decides\n"));
        let crowd = example((0..9).map(|_| win("1", 40, 4)).collect());
        let named = drawn(&crowd, Size::NORMAL);
        assert!(named.matches("\nSay who decides\n").count() < 9);
    }

    #[test]
    fn text_from_outside_is_escaped() {
        let mut values = example(vec![win("<b>", 8, 1)]);
        values.title = "<script>alert(1)</script>".to_owned();
        values.wins[0].name = "<script>".to_owned();
        let svg = drawn(&values, Size::WIDE);
        assert!(!svg.contains("<script") && !svg.contains("<b>"));
        assert!(svg.contains("&lt;script&gt;\n</text>"));
        assert!(svg.contains("&lt;b&gt;\n</text>"));
    }

    #[test]
    fn without_actions_there_is_the_title_only() {
        let svg = drawn(&example(Vec::new()), Size::COMPACT);
        assert!(svg.contains(">Effort by gain</title>"));
        assert!(!svg.contains("<text") && !svg.contains("<rect"));
    }
}
