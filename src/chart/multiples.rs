//! Draws the radars of several points beside each other, all on the same scale.

use super::canvas;
use super::canvas::Lettering;
use super::figure::{self, Caption};
use super::marks::Marks;
use super::measures::Measures;
use super::overlay::plot;
use super::palette::Palette;
use super::room::Room;
use super::series::SIGNS;
use super::size::Size;
use super::text;
use crate::report::overlay::{Overlay, Series};
use plotters::style::text_anchor::HPos;

/// The small radars as SVG text, as many in a row as the width allows. The ids in it start with `id_prefix`, which must be
/// another for each picture of a page.
pub fn multiples(overlay: &Overlay, palette: &Palette, width: u32, id_prefix: &str) -> String {
    let width = Size { width, height: 0 }.drawable().width;
    let cells = Cells::new(overlay.series.len(), width);
    let size = Size {
        width,
        height: cells.height(),
    };
    let drawing = canvas::picture(size, |canvas| {
        let marks = Marks {
            canvas,
            palette,
            measures: Measures::of(cells.side),
        };
        let end = (f64::from(size.width), f64::from(size.height));
        canvas.fill((0.0, 0.0), end, palette.background);
        for (place, series) in overlay.series.iter().enumerate() {
            draw(overlay, series, &marks, cells.room(place));
        }
    });
    let title = format!("{}, one by one", overlay.title);
    let caption = Caption {
        title: &title,
        description: &overlay.description,
        id_prefix,
    };
    figure::figure(&drawing, size, caption)
}

/// Where the small radars lie.
struct Cells {
    columns: u32,
    rows: u32,
    /// Width of each, in pixels.
    side: u32,
}

/// A narrower radar has no room for the names of its axes.
const LEAST_WIDTH: u32 = 300;

impl Cells {
    fn new(count: usize, width: u32) -> Self {
        let count = u32::try_from(count).unwrap_or(u32::MAX);
        let columns = (width / LEAST_WIDTH).clamp(1, count.max(1));
        Self {
            columns,
            rows: count.div_ceil(columns),
            side: width / columns,
        }
    }

    fn height(&self) -> u32 {
        (self.rows * self.side).max(1)
    }

    fn room(&self, place: usize) -> Room {
        let place = u32::try_from(place).unwrap_or(u32::MAX);
        let (column, row) = (place % self.columns, place / self.columns);
        let (left, top) = (column * self.side, row * self.side);
        Room {
            left: f64::from(left),
            top: f64::from(top),
            right: f64::from(left + self.side),
            bottom: f64::from(top + self.side),
        }
    }
}

fn draw(overlay: &Overlay, series: &Series, marks: &Marks, room: Room) {
    let Measures { text, margin, .. } = marks.measures;
    let middle = room.top + margin + 0.85 * text;
    let (from, to) = (room.left + margin, room.left + margin + 2.4 * text);
    SIGNS[series.look % SIGNS.len()](marks, (from, middle), (to, middle));
    let start = to + 0.6 * text;
    let look = Lettering {
        size: text,
        colour: marks.palette.ink,
        side: HPos::Left,
        bold: true,
    };
    // Bold letters are wider.
    let name = text::shorten(&series.name, 1.1 * text, room.right - margin - start);
    marks.canvas.text(&name, (start, middle), look);
    let below = Room {
        left: room.left + margin,
        top: middle + 0.85 * text + margin,
        right: room.right - margin,
        bottom: room.bottom - margin,
    };
    plot(overlay, std::slice::from_ref(series), marks, below);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::overlay::RingValue;

    fn example(count: usize) -> Overlay {
        let value = RingValue {
            ring: 3,
            carried: false,
        };
        let series = |look: usize| Series {
            name: format!("Team {look} with a name that is far too long for a small picture"),
            look,
            values: vec![Some(value); 26],
        };
        Overlay {
            title: "Levels".to_owned(),
            description: "All".to_owned(),
            rings: (0..=5).map(|level| level.to_string()).collect(),
            axes: (0..26).map(|axis| format!("P-{axis}")).collect(),
            series: (0..count).map(series).collect(),
        }
    }

    #[test]
    fn there_are_as_many_in_a_row_as_the_width_allows() {
        for (count, width, columns, rows) in [(6, 360, 1, 6), (6, 640, 2, 3), (5, 960, 3, 2)] {
            let cells = Cells::new(count, width);
            assert_eq!((cells.columns, cells.rows), (columns, rows));
            assert!(cells.room(count - 1).bottom <= f64::from(cells.height()));
        }
    }

    #[test]
    fn every_series_has_its_name_and_its_look() {
        let svg = multiples(&example(6), &Palette::light(), 960, "m");
        for look in 0..6 {
            assert_eq!(svg.matches(&format!("Team {look} ")).count(), 1);
        }
        assert!(!svg.contains("style="));
    }

    #[test]
    fn without_points_there_is_the_title() {
        let svg = multiples(&example(0), &Palette::dark(), 360, "m");
        assert!(svg.contains(">Levels, one by one</title>") && !svg.contains("<text"));
    }
}
