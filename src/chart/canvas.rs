//! The one place that speaks to plotters.
//!
//! Only elements are drawn, never plotters' charts with their meshes, captions and legends. These measure text, which
//! in a browser inserts a styled element into the live page: a strict CSP forbids that, and the same chart would differ
//! between native and browser. A [`Text`] element is handed to the SVG as it is; where a width is needed,
//! [`super::text`] answers.

use super::palette::Rgb;
use super::pieces::pieces;
use super::size::Size;
use super::text;
use plotters::backend::SVGBackend;
use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use plotters::element::{Circle, Drawable, PathElement, PointCollection, Polygon, Rectangle, Text};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{
    Color, FontDesc, FontFamily, FontStyle, FontTransform, RGBColor, ShapeStyle, TextStyle,
};

/// A place in pixels from the upper left corner.
pub type Point = (f64, f64);

/// What can be drawn upon, in pixels.
pub struct Canvas<'svg>(DrawingArea<SVGBackend<'svg>, Shift>);

/// A line's colour and width.
#[derive(Clone, Copy)]
pub struct Pen {
    pub colour: Rgb,
    pub width: f64,
}

/// How a text looks and on which side of its point it stands.
#[derive(Clone, Copy)]
pub struct Lettering {
    pub size: f64,
    pub colour: Rgb,
    pub side: HPos,
    pub bold: bool,
}

/// SVG text of a picture, as plotters writes it.
pub fn picture(size: Size, draw: impl FnOnce(&Canvas<'_>)) -> String {
    let mut svg = String::new();
    let canvas = Canvas(
        SVGBackend::with_string(&mut svg, (size.width * UNITS, size.height * UNITS))
            .into_drawing_area(),
    );
    draw(&canvas);
    drop(canvas);
    svg
}

/// Units of the picture in one pixel: plotters has whole coordinates only, too coarse for slanted lines.
pub const UNITS: u32 = 10;

/// plotters writes a font size divided by this.
const FONT_FACTOR: f64 = 1.24;

impl<'svg> Canvas<'svg> {
    pub fn fill(&self, from: Point, to: Point, colour: Rgb) {
        self.put(&Rectangle::new(
            [place(from), place(to)],
            shade(colour).filled(),
        ));
    }

    pub fn line(&self, points: &[Point], pen: Pen) {
        self.put(&PathElement::new(places(points), stroke(pen)));
    }

    /// A line back to its beginning.
    pub fn outline(&self, points: &[Point], pen: Pen) {
        // The first edge is drawn twice: otherwise the first corner would lack its joint.
        let round: Vec<Point> = points
            .iter()
            .chain(points.iter().take(2))
            .copied()
            .collect();
        self.line(&round, pen);
    }

    pub fn dashes(&self, points: &[Point], pen: Pen) {
        self.broken(points, pen, &[2.8, 1.9]);
    }

    pub fn dots(&self, points: &[Point], pen: Pen) {
        self.broken(points, pen, &[1.0, 1.3]);
    }

    /// A line in pieces; they and the spaces between them are in turn so many times as long as the line is wide.
    pub fn broken(&self, points: &[Point], pen: Pen, pattern: &[f64]) {
        let lengths: Vec<f64> = pattern.iter().map(|length| length * pen.width).collect();
        for piece in pieces(points, &lengths) {
            self.line(&piece, pen);
        }
    }

    pub fn area(&self, points: &[Point], colour: Rgb, opacity: f64) {
        self.put(&Polygon::new(places(points), shade(colour).mix(opacity)));
    }

    pub fn disc(&self, centre: Point, radius: f64, colour: Rgb) {
        self.put(&Circle::new(
            place(centre),
            units(radius),
            shade(colour).filled(),
        ));
    }

    pub fn circle(&self, centre: Point, radius: f64, pen: Pen) {
        self.put(&Circle::new(place(centre), units(radius), stroke(pen)));
    }

    /// One line of text, centred in height on its point.
    pub fn text(&self, text: &str, (x, y): Point, look: Lettering) {
        // The SVG centres small letters; capitals and figures, the most here, reach higher.
        let lowered = (x, y + 0.1 * look.size);
        self.letters(text, lowered, look, FontTransform::None);
    }

    /// One line of text that runs upwards, centred across on its point.
    pub fn text_upwards(&self, text: &str, (x, y): Point, look: Lettering) {
        let lowered = (x + 0.1 * look.size, y);
        self.letters(text, lowered, look, FontTransform::Rotate270);
    }

    fn letters(&self, text: &str, at: Point, look: Lettering, turn: FontTransform) {
        let style = if look.bold {
            FontStyle::Bold
        } else {
            FontStyle::Normal
        };
        let size = look.size * f64::from(UNITS) * FONT_FACTOR;
        let font = FontDesc::new(FontFamily::Name("system-ui, sans-serif"), size, style);
        let colour = shade(look.colour);
        let style = TextStyle::from(font)
            .color(&colour)
            .transform(turn)
            .pos(Pos::new(look.side, VPos::Center));
        self.put(&Text::new(text::printable(text), place(at), style));
    }

    fn put<E>(&self, element: &E)
    where
        for<'b> &'b E: PointCollection<'b, (i32, i32)>,
        E: Drawable<SVGBackend<'svg>>,
    {
        // Cannot fail: the backend appends to a string, and only writing to a file has errors.
        let _ = self.0.draw(element);
    }
}

/// Nearest unit. The small addition settles ties, where sine and cosine of native and browser may differ in the last bit.
#[expect(
    clippy::cast_possible_truncation,
    reason = "the cast saturates, and sizes are limited"
)]
fn units(pixels: f64) -> i32 {
    (pixels * f64::from(UNITS) + 1e-6).round() as i32
}

fn place((x, y): Point) -> (i32, i32) {
    (units(x), units(y))
}

fn places(points: &[Point]) -> Vec<(i32, i32)> {
    points.iter().copied().map(place).collect()
}

fn shade(colour: Rgb) -> RGBColor {
    RGBColor(colour.0, colour.1, colour.2)
}

fn stroke(pen: Pen) -> ShapeStyle {
    shade(pen.colour).stroke_width(units(pen.width).unsigned_abs())
}
