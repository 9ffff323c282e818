//! Charts whose text must be the same in every build, natively and in the browser.

use plumbline::chart::bars::bars;
use plumbline::chart::multiples::multiples;
use plumbline::chart::overlay::overlay;
use plumbline::chart::palette::Palette;
use plumbline::chart::quick_wins::quick_wins;
use plumbline::chart::radar::radar;
use plumbline::chart::risk_map::risk_map;
use plumbline::chart::roadmap::roadmap;
use plumbline::chart::size::Size;
use plumbline::chart::slope::slope;
use plumbline::reference::fingerprint::fingerprint;
use plumbline::report::bars::{Bar, Bars};
use plumbline::report::overlay::{Overlay, RingValue, Series};
use plumbline::report::quick_wins::{QuickWins, Win};
use plumbline::report::radar::{Axis, Radar};
use plumbline::report::reading::{Hindrance, Movement};
use plumbline::report::risk_map::{RiskCell, RiskMap, RiskRow, RiskShade};
use plumbline::report::roadmap::{BarState, Lane, QuarterLoad, Roadmap, RoadmapBar};
use plumbline::report::slope::{Slope, SlopeLine, Stop};

/// Fingerprint of [`pictures`], taken natively. It changes only when the look of a chart is changed on purpose.
pub const FINGERPRINT: &str = "9bab934886ef3495581b7519e35ecf6a284d8532dac50a61b12bb5410fd68f8f";

/// A radar of 26 axes, bars of 26 processes, the charts of a plan and those of a comparison, light and dark, one after the other.
pub fn pictures() -> String {
    let axis = |place: u8| Axis {
        label: format!("P-{place}"),
        name: format!("Process <{place}> & more"),
        assessed: (place % 5 != 4).then_some(place % 6),
        target: Some(3),
        forecast: (place % 7 != 6).then_some((place % 6).max(2)),
        range: place.is_multiple_of(3).then_some((place % 3, 5)),
        carried: place.is_multiple_of(8),
    };
    let levels = Radar {
        title: "Levels".to_owned(),
        description: "For this test.".to_owned(),
        rings: (0..6).map(|level| level.to_string()).collect(),
        axes: (0..26).map(axis).collect(),
    };
    let bar = |axis: &Axis| Bar {
        label: axis.label.clone(),
        name: axis.name.clone(),
        level: axis.assessed,
        target: 3,
        range: axis.range,
        carried: axis.carried,
    };
    let rows = Bars {
        title: "Levels".to_owned(),
        description: "For this test.".to_owned(),
        highest: 5,
        bars: levels.axes.iter().map(bar).collect(),
    };
    [
        radar(&levels, &Palette::light(), Size::COMPACT, "one"),
        radar(&levels, &Palette::dark(), Size::NORMAL, "two"),
        bars(&rows, &Palette::light(), Size::WIDE.width, "three"),
        risk_map(&risks(), &Palette::light(), Size::NORMAL.width, "four"),
        risk_map(&risks(), &Palette::dark(), Size::COMPACT.width, "five"),
        quick_wins(&wins(), &Palette::light(), Size::NORMAL, "six"),
        quick_wins(&wins(), &Palette::dark(), Size::COMPACT, "seven"),
        roadmap(&plan(), &Palette::light(), Size::WIDE.width, "eight"),
        roadmap(&plan(), &Palette::dark(), Size::COMPACT.width, "nine"),
        overlay(&teams(26), &Palette::light(), Size::NORMAL, "ten"),
        overlay(&teams(9), &Palette::dark(), Size::COMPACT, "eleven"),
        multiples(&teams(9), &Palette::dark(), Size::WIDE.width, "twelve"),
        slope(&seasons(3), &Palette::light(), Size::WIDE.width, "thirteen"),
        slope(
            &seasons(6),
            &Palette::dark(),
            Size::COMPACT.width,
            "fourteen",
        ),
    ]
    .concat()
}

/// Three levels by three extents; one cell holds more processes than it has room for.
fn risks() -> RiskMap {
    let shades = [
        (RiskShade::None, "none"),
        (RiskShade::Low, "low"),
        (RiskShade::Medium, "medium"),
        (RiskShade::High, "high"),
    ];
    let labels =
        |count: usize| -> Vec<String> { (0..count).map(|place| format!("P-{place}")).collect() };
    let row = |level: usize| {
        let cell = |extent: usize| {
            let (risk, word) = shades[3 - level + extent.min(level)];
            RiskCell {
                risk,
                word: word.to_owned(),
                processes: labels((extent * 17) / level % 40),
            }
        };
        RiskRow {
            name: format!("Level {level}"),
            cells: (0..3).map(cell).collect(),
        }
    };
    RiskMap {
        title: "Risk".to_owned(),
        description: "For this test.".to_owned(),
        columns: ["Slight", "Significant", "Substantial"]
            .map(str::to_owned)
            .to_vec(),
        rows: (1..4).map(row).collect(),
        unknown: labels(2),
        clear: labels(3),
    }
}

/// Actions here and there, and several on the same place.
fn wins() -> QuickWins {
    let win = |number: u32| Win {
        label: number.to_string(),
        name: format!("Action <{number}> & more"),
        hours: if number.is_multiple_of(3) {
            80
        } else {
            number * 37 % 240
        },
        gain: if number.is_multiple_of(3) {
            4
        } else {
            u8::try_from(number * 7 % 10).unwrap_or(0)
        },
    };
    QuickWins {
        title: "Effort by gain".to_owned(),
        description: "For this test.".to_owned(),
        most_hours: 240,
        most_gain: 9,
        wins: (1..24).map(win).collect(),
    }
}

/// Five quarters, one of them with too much, and three lanes, the last without actions.
fn plan() -> Roadmap {
    let quarter = |place: u32| QuarterLoad {
        name: format!("{}-Q{}", 2027 + place / 4, place % 4 + 1),
        days: 90 + place % 3,
        hours: 60 + place * 97 % 200,
        capacity: (place != 4).then_some(160),
    };
    let states = [
        BarState::Done,
        BarState::Late,
        BarState::Started,
        BarState::Planned,
    ];
    let bar = |number: u32| RoadmapBar {
        label: number.to_string(),
        name: format!("Action <{number}> & more"),
        owner: "Service owner".to_owned(),
        from: number * 34,
        to: number * 34 + number * 53 % 90,
        state: states[number as usize % states.len()],
        needs: vec![(number / 2).to_string()],
    };
    let lane = |name: &str, numbers: std::ops::Range<u32>| Lane {
        name: name.to_owned(),
        bars: numbers.map(bar).collect(),
    };
    Roadmap {
        title: "Roadmap".to_owned(),
        description: "For this test.".to_owned(),
        quarters: (0..5).map(quarter).collect(),
        lanes: vec![
            lane("Foundations", 1..6),
            lane("Control", 6..12),
            lane("Foresight", 12..12),
        ],
    }
}

/// Six points over so many axes, with gaps and values carried over.
fn teams(axes: usize) -> Overlay {
    let value = |look: usize, axis: usize| RingValue {
        ring: u8::try_from((axis * 7 / 3 + look * (axis % 3)) % 6).unwrap_or(0),
        carried: (axis + look).is_multiple_of(8),
    };
    let series = |look: usize| Series {
        name: format!("Team <{look}> & more, 2027-0{}-31", look + 1),
        look,
        values: (0..axes)
            .map(|axis| (axis % 11 != 4 + look).then(|| value(look, axis)))
            .collect(),
    };
    Overlay {
        title: "Levels".to_owned(),
        description: "For this test.".to_owned(),
        rings: (0..6).map(|level| level.to_string()).collect(),
        axes: (0..axes).map(|axis| format!("P-{axis}")).collect(),
        series: (0..6).map(series).collect(),
    }
}

/// 26 processes through some points in time; some are not rated or not in scope at first.
fn seasons(columns: usize) -> Slope {
    let step = |line: usize, column: usize| (line * 5 / 4 + column * (line % 3)) % 4;
    let stop = |line: usize, column: usize| match (line + column) % 13 {
        11 => Stop::NotRated,
        12 if column == 0 => Stop::None,
        place => Stop::At {
            step: u8::try_from(step(line, column)).unwrap_or(0),
            carried: place == 3,
        },
    };
    let movement = |line: usize, column: usize| {
        let rated = |column| matches!(stop(line, column), Stop::At { .. });
        let (from, to) = (step(line, column - 1), step(line, column));
        match from.abs_diff(to) {
            _ if !rated(column - 1) || !rated(column) => {
                Movement::NotComparable(Hindrance::NotRatedBefore)
            }
            0 => Movement::Same,
            _ if from < to => Movement::Rose(1),
            _ => Movement::Fell(1),
        }
    };
    let line = |line: usize| SlopeLine {
        label: format!("P-{line}"),
        stops: (0..columns).map(|column| stop(line, column)).collect(),
        words: Vec::new(),
        movements: (1..columns).map(|column| movement(line, column)).collect(),
    };
    Slope {
        title: "From level to level".to_owned(),
        description: "For this test.".to_owned(),
        steps: (0..6).map(|level| level.to_string()).collect(),
        columns: (1..=columns)
            .map(|column| format!("Team & more, 2027-0{column}-31"))
            .collect(),
        lines: (0..26).map(line).collect(),
    }
}

/// The fingerprint of the pictures as they are drawn here.
pub fn drawn() -> String {
    fingerprint(&pictures())
}
