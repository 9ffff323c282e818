//! Every ink of the stylesheet stands out from every ground that it is used on (WCAG 2.2, 1.4.3 and 1.4.11).

use std::collections::BTreeMap;

/// Text and the grounds it stands on: 4.5 to 1.
const TEXT: [(&str, &[&str]); 11] = [
    ("ink", &["ground", "surface", "raised", "accent-soft"]),
    ("ink-muted", &["ground", "surface", "raised", "accent-soft"]),
    ("accent", &["ground", "surface", "raised", "accent-soft"]),
    ("accent-ink", &["accent"]),
    ("good", &["surface"]),
    ("warn-ink", &["warn-soft"]),
    ("bad-ink", &["bad-soft", "surface"]),
    ("rank-ink", &["rank-0", "rank-1", "rank-2", "rank-3"]),
    ("level-low-ink", &["level-0", "level-1", "level-2"]),
    ("level-high-ink", &["level-3", "level-4", "level-5"]),
    ("ink", &["bad-soft", "warn-soft"]),
];

/// Lines that people need to see, such as the edges of fields: 3 to 1.
const LINES: [(&str, &[&str]); 2] = [
    ("line-strong", &["ground", "surface", "raised"]),
    ("accent", &["ground", "surface", "line"]),
];

#[test]
fn text_stands_out_in_light_and_dark() {
    check(&TEXT, 4.5);
}

#[test]
fn lines_stand_out_in_light_and_dark() {
    check(&LINES, 3.0);
}

#[test]
fn the_formula_gives_the_known_extremes() {
    assert!((contrast([0, 0, 0], [255, 255, 255]) - 21.0).abs() < 1e-9);
    assert!((contrast([9, 9, 9], [9, 9, 9]) - 1.0).abs() < 1e-9);
}

fn check(pairs: &[(&str, &[&str])], least: f64) {
    let css = include_str!("../../public/style.css");
    let light = colours(section(css, ":root {"));
    let mut dark = light.clone();
    dark.extend(colours(section(css, ":root[data-theme=\"dark\"] {")));
    let mut poor = Vec::new();
    for (theme, colours) in [("light", &light), ("dark", &dark)] {
        for (ink, grounds) in pairs {
            for ground in *grounds {
                let found = contrast(colours[*ink], colours[*ground]);
                if found < least {
                    poor.push(format!(
                        "{theme}: {ink} on {ground} is {found:.2}, needs {least}"
                    ));
                }
            }
        }
    }
    assert_eq!(poor, [""; 0]);
}

/// The declarations of one rule.
fn section<'a>(css: &'a str, start: &str) -> &'a str {
    let (_, rest) = css.split_once(start).expect("the stylesheet has this rule");
    rest.split_once("\n}").expect("the rule ends").0
}

fn colours(declarations: &str) -> BTreeMap<&str, [u8; 3]> {
    declarations
        .lines()
        .filter_map(|line| {
            let (name, value) = line.trim().strip_prefix("--")?.split_once(": #")?;
            let digits = value.trim_end_matches(';');
            let channel = |place: usize| u8::from_str_radix(digits.get(place..place + 2)?, 16).ok();
            Some((name, [channel(0)?, channel(2)?, channel(4)?]))
        })
        .collect()
}

fn contrast(one: [u8; 3], other: [u8; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// Relative luminance (WCAG 2.2).
fn luminance(channels: [u8; 3]) -> f64 {
    let [red, green, blue] = channels.map(|channel| {
        let part = f64::from(channel) / 255.0;
        if part <= 0.04045 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}
