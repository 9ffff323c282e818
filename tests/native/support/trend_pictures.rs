//! Trends whose text must be the same in every build, natively and in the browser.

use plumbline::chart::palette::Palette;
use plumbline::chart::size::Size;
use plumbline::chart::trend::{small_multiples, trend};
use plumbline::reference::fingerprint::fingerprint;
use plumbline::report::trend::{
    BandDay, Bands, Body, MarkKind, Panel, Reading, Readings, Step, Steps, Tick, TimeMark, Trend,
    Value,
};

/// Fingerprint of [`pictures`], taken natively. It changes only when the look of a chart is changed on purpose.
pub const FINGERPRINT: &str = "2b1ab14cc017d3f3fd5cf399d707b96d4c0d8e77a77de66d23f33ad4ff3ae13e";

pub fn drawn() -> String {
    fingerprint(&pictures())
}

/// One process, all together and each for itself, light and dark, one after the other.
pub fn pictures() -> String {
    let one = one();
    let all = Trend {
        panels: vec![bands()],
        ..one.clone()
    };
    let each = Trend {
        panels: (0..14).map(|place| level(place * 7)).collect(),
        marks: Vec::new(),
        ..one.clone()
    };
    let (light, dark) = (Palette::light(), Palette::dark());
    [
        trend(&one, &light, Size::WIDE.width, "one"),
        trend(&one, &dark, Size::COMPACT.width, "two"),
        trend(&all, &light, Size::NORMAL.width, "three"),
        trend(&all, &dark, Size::COMPACT.width, "four"),
        small_multiples(&each, &light, Size::WIDE.width, "five"),
        small_multiples(&each, &dark, Size::COMPACT.width, "six"),
    ]
    .concat()
}

fn one() -> Trend {
    let mark = |(day, kind, name): (u32, MarkKind, &str)| TimeMark {
        day,
        date: format!("day {day}"),
        kind,
        name: name.to_owned(),
    };
    Trend {
        title: "Over time <this>".to_owned(),
        description: "For this test.".to_owned(),
        days: 400,
        today: 320,
        ticks: (0..14)
            .map(|month| Tick {
                day: month * 30,
                name: format!("M {month}"),
            })
            .collect(),
        panels: vec![level(0), ranks(), measure()],
        marks: [
            (40, MarkKind::Milestone, "Start & more"),
            (150, MarkKind::ActionDone, "Tool"),
            (153, MarkKind::Milestone, "Quarter"),
            (156, MarkKind::ActionDue, "Training"),
            (390, MarkKind::ActionDue, "Audit"),
        ]
        .map(mark)
        .to_vec(),
    }
}

fn step(day: u32, value: Option<u8>, range: Option<(u8, u8)>, carried: bool) -> Step {
    Step {
        day,
        date: format!("day {day}"),
        value,
        range,
        carried,
    }
}

fn level(later: u32) -> Panel {
    Panel {
        name: format!("P-{later} A process with a name that is longer than its panel"),
        body: Body::Steps(Steps {
            rows: (0..6).map(|level| level.to_string()).collect(),
            target: Some(3),
            steps: vec![
                step(later, None, Some((0, 5)), false),
                step(40 + later, Some(0), Some((0, 2)), false),
                step(120 + later, Some(1), None, false),
                step(200 + later, Some(2), Some((2, 3)), true),
                step(220 + later, None, None, false),
                step(320, Some(3), None, false),
            ],
        }),
    }
}

fn ranks() -> Panel {
    Panel {
        name: "An attribute".to_owned(),
        body: Body::Steps(Steps {
            rows: ["N", "P", "L", "F"].map(str::to_owned).to_vec(),
            target: None,
            steps: vec![
                step(0, Some(1), None, false),
                step(130, Some(3), None, false),
            ],
        }),
    }
}

fn measure() -> Panel {
    let value = |thousandths: i64| Value {
        thousandths,
        words: format!("{} days", thousandths / 1000),
    };
    let reading = |(day, thousandths)| Reading {
        day,
        date: format!("day {day}"),
        value: value(thousandths),
    };
    Panel {
        name: "Lead time (days)".to_owned(),
        body: Body::Readings(Readings {
            readings: [(10, 12_000), (100, 9_000), (200, 9_500), (310, 6_000)]
                .map(reading)
                .to_vec(),
            baseline: Some(value(12_000)),
            target: Some(value(5_000)),
        }),
    }
}

fn bands() -> Panel {
    let day = |day: u32, counts: [u32; 5]| BandDay {
        day,
        date: format!("day {day}"),
        counts: counts.to_vec(),
        open: 2,
        on_target: 1,
    };
    Panel {
        name: "Number of processes, of 26".to_owned(),
        body: Body::Bands(Bands {
            names: ["Not rated", "Level 0", "Level 1", "Level 2", "Level 3"]
                .map(str::to_owned)
                .to_vec(),
            days: vec![
                day(0, [26, 0, 0, 0, 0]),
                day(40, [6, 15, 4, 1, 0]),
                day(150, [6, 4, 10, 5, 1]),
                day(230, [1, 1, 1, 15, 8]),
            ],
        }),
    }
}
