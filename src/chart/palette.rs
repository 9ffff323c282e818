//! Colours of the charts.

use crate::report::comparison::MOST_POINTS;

/// A colour in sRGB.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rgb(pub u8, pub u8, pub u8);

/// The colours of one theme. Shape tells the marks apart as well, so no meaning rests on a colour alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Palette {
    pub background: Rgb,
    /// Labels and numbers.
    pub ink: Rgb,
    /// Names of rings, and whatever is not rated.
    pub muted: Rgb,
    pub grid: Rgb,
    pub assessed: Rgb,
    pub target: Rgb,
    /// What the plan will bring.
    pub forecast: Rgb,
    /// What blanks leave open.
    pub range: Rgb,
    /// What is late or too much.
    pub alert: Rgb,
    /// Grounds for ink, the weaker the nearer to the background.
    pub low_risk: Rgb,
    pub medium_risk: Rgb,
    pub high_risk: Rgb,
    /// Points of a comparison, in their order.
    pub series: [Rgb; MOST_POINTS],
}

impl Palette {
    pub const fn light() -> Self {
        Self {
            background: Rgb(0xff, 0xff, 0xff),
            ink: Rgb(0x1b, 0x22, 0x2c),
            muted: Rgb(0x5a, 0x65, 0x73),
            grid: Rgb(0xc9, 0xd0, 0xd9),
            assessed: Rgb(0x1d, 0x5f, 0xa6),
            target: Rgb(0xb4, 0x52, 0x09),
            forecast: Rgb(0x0b, 0x75, 0x5f),
            range: Rgb(0x7b, 0x4f, 0x9e),
            alert: Rgb(0xb3, 0x1d, 0x2a),
            low_risk: Rgb(0xfb, 0xed, 0xc4),
            medium_risk: Rgb(0xf7, 0xc4, 0x83),
            high_risk: Rgb(0xee, 0x90, 0x78),
            series: [
                Rgb(0x1d, 0x5f, 0xa6),
                Rgb(0xb4, 0x52, 0x09),
                Rgb(0x0b, 0x75, 0x5f),
                Rgb(0x7b, 0x4f, 0x9e),
                Rgb(0xb0, 0x1f, 0x5f),
                Rgb(0x66, 0x62, 0x00),
            ],
        }
    }

    pub const fn dark() -> Self {
        Self {
            background: Rgb(0x14, 0x19, 0x20),
            ink: Rgb(0xe8, 0xec, 0xf1),
            muted: Rgb(0xa3, 0xae, 0xbb),
            grid: Rgb(0x41, 0x4c, 0x59),
            assessed: Rgb(0x7c, 0xb8, 0xf4),
            target: Rgb(0xf3, 0xa5, 0x54),
            forecast: Rgb(0x5f, 0xd3, 0xb3),
            range: Rgb(0xcb, 0xa6, 0xee),
            alert: Rgb(0xff, 0x8f, 0x8a),
            low_risk: Rgb(0x35, 0x30, 0x20),
            medium_risk: Rgb(0x5c, 0x40, 0x18),
            high_risk: Rgb(0x8c, 0x31, 0x29),
            series: [
                Rgb(0x7c, 0xb8, 0xf4),
                Rgb(0xf3, 0xa5, 0x54),
                Rgb(0x5f, 0xd3, 0xb3),
                Rgb(0xcb, 0xa6, 0xee),
                Rgb(0xff, 0x93, 0xb8),
                Rgb(0xd8, 0xd3, 0x66),
            ],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance (WCAG 2.2).
    fn luminance(colour: Rgb) -> f64 {
        let linear = |channel: u8| {
            let part = f64::from(channel) / 255.0;
            if part <= 0.04045 {
                part / 12.92
            } else {
                ((part + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * linear(colour.0) + 0.7152 * linear(colour.1) + 0.0722 * linear(colour.2)
    }

    fn contrast(one: Rgb, other: Rgb) -> f64 {
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    #[test]
    fn the_formula_gives_the_known_extremes() {
        let (black, white) = (Rgb(0, 0, 0), Rgb(255, 255, 255));
        assert!((contrast(black, white) - 21.0).abs() < 1e-9);
        assert!((contrast(white, white) - 1.0).abs() < 1e-9);
    }

    #[test]
    fn text_stands_out() {
        for palette in [Palette::light(), Palette::dark()] {
            for text in [palette.ink, palette.muted] {
                assert!(contrast(text, palette.background) >= 4.5, "{text:?}");
            }
        }
    }

    #[test]
    fn marks_stand_out() {
        for palette in [Palette::light(), Palette::dark()] {
            let Palette {
                assessed,
                target,
                forecast,
                range,
                alert,
                series,
                ..
            } = palette;
            let others = [assessed, target, forecast, range, alert];
            for mark in others.into_iter().chain(series) {
                assert!(contrast(mark, palette.background) >= 3.0, "{mark:?}");
            }
        }
    }

    #[test]
    fn words_of_alert_and_words_on_points_stand_out() {
        for palette in [Palette::light(), Palette::dark()] {
            for colour in [palette.alert, palette.assessed] {
                assert!(contrast(colour, palette.background) >= 4.5, "{colour:?}");
            }
        }
    }

    #[test]
    fn text_stands_out_from_every_shade_of_risk() {
        for palette in [Palette::light(), Palette::dark()] {
            for shade in shades(palette) {
                assert!(contrast(palette.ink, shade) >= 4.5, "{shade:?}");
            }
        }
    }

    /// Also on paper without colour.
    #[test]
    fn a_higher_risk_is_further_from_the_background() {
        for palette in [Palette::light(), Palette::dark()] {
            let mut weaker = 1.0;
            for shade in shades(palette) {
                let strength = contrast(shade, palette.background);
                assert!(strength > 1.15 * weaker, "{shade:?}");
                weaker = strength;
            }
        }
    }

    fn shades(palette: Palette) -> [Rgb; 3] {
        [palette.low_risk, palette.medium_risk, palette.high_risk]
    }
}
