//! Lets a picture that was drawn light be shown dark, for a file that is read on any screen and printed.

use super::palette::{Palette, Rgb};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Style rules that give each colour of the light palette the dark one in its place where the page is dark. On paper, and where
/// the page is light, nothing changes.
pub fn dark_style() -> String {
    let mut style = String::new();
    for (light, dark) in pairs() {
        for what in ["fill", "stroke"] {
            // Writing to a String cannot fail.
            let _ = writeln!(
                style,
                "svg [{what}=\"{light}\"] {{ {what}: light-dark({light}, {dark}); }}"
            );
        }
    }
    style
}

/// Each light colour once, with the dark one of the same use.
fn pairs() -> BTreeMap<String, String> {
    let (light, dark) = (uses(&Palette::light()), uses(&Palette::dark()));
    let pairs = light.into_iter().zip(dark);
    pairs
        .map(|(light, dark)| (code(light), code(dark)))
        .collect()
}

fn uses(palette: &Palette) -> Vec<Rgb> {
    let Palette {
        background,
        ink,
        muted,
        grid,
        assessed,
        target,
        forecast,
        range,
        alert,
        low_risk,
        medium_risk,
        high_risk,
        series,
    } = *palette;
    let mut uses = vec![
        background,
        ink,
        muted,
        grid,
        assessed,
        target,
        forecast,
        range,
        alert,
        low_risk,
        medium_risk,
        high_risk,
    ];
    uses.extend(series);
    uses
}

/// As plotters writes it.
fn code(Rgb(red, green, blue): Rgb) -> String {
    format!("#{red:02X}{green:02X}{blue:02X}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::radar::radar;
    use crate::chart::size::Size;
    use crate::report::radar::{Axis, Radar};

    /// A light colour that stands for two uses would need one dark colour for both.
    #[test]
    fn every_light_colour_has_one_dark_one() {
        let (light, dark) = (uses(&Palette::light()), uses(&Palette::dark()));
        for (colour, wanted) in light.into_iter().zip(dark) {
            assert_eq!(pairs().get(&code(colour)), Some(&code(wanted)));
        }
    }

    #[test]
    fn every_colour_of_a_picture_is_known() {
        let axis = |label: &str| Axis {
            label: label.to_owned(),
            name: label.to_owned(),
            assessed: Some(1),
            target: Some(2),
            forecast: None,
            range: Some((1, 3)),
            carried: true,
        };
        let found = Radar {
            title: "Levels".to_owned(),
            description: String::new(),
            rings: ["0", "1", "2", "3"].map(str::to_owned).to_vec(),
            axes: ["A-1", "A-2", "A-3"].map(axis).to_vec(),
        };
        let drawn = radar(&found, &Palette::light(), Size::NORMAL, "a");
        let colours = drawn.split("=\"#").skip(1).map(|rest| &rest[..6]);
        for colour in colours {
            let known = pairs().contains_key(&format!("#{colour}"));
            assert!(known, "#{colour}");
        }
    }
}
