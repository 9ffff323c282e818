//! The small pictures of a portfolio are the same text in every build, and hold what they say.

use plumbline::chart::palette::Palette;
use plumbline::chart::size::Size;
use plumbline::chart::trend_panels::trend_panels;
use plumbline::reference::fingerprint::fingerprint;
use plumbline::report::trend_panels::{PanelPoint, TrendPanel, TrendPanels};

/// It changes only when the look is changed on purpose.
const FINGERPRINT: &str = "3ee468295ea73ea0c10091485618adf397dc0c8d9ec113c064dd8f71482333e1";

fn panels(count: u32) -> TrendPanels {
    let point = |unit: u32, number: u32| PanelPoint {
        date: format!("2026-0{}-01", 1 + number),
        day: number * 30,
        spread: (100 * (unit % 2), 100 * (2 + number)),
        median: (100 + 50 * number, 100 + 50 * number + 100 * (unit % 3 / 2)),
        not_rated: 1,
    };
    TrendPanels {
        title: "Levels of each unit over time".to_owned(),
        description: "For this test.".to_owned(),
        highest: 5,
        from: "2026-01-01".to_owned(),
        to: "2026-05-31".to_owned(),
        days: 150,
        panels: (0..count)
            .map(|unit| TrendPanel {
                name: format!("Unit <{unit}> & more"),
                points: (0..4).map(|number| point(unit, number)).collect(),
            })
            .collect(),
    }
}

/// Written to the target folder, to look at after a change of the look.
#[test]
fn the_panels_are_as_they_were() {
    let pictures = [
        trend_panels(&panels(7), &Palette::light(), Size::WIDE.width, "one"),
        trend_panels(&panels(3), &Palette::dark(), Size::COMPACT.width, "two"),
        trend_panels(&panels(0), &Palette::light(), Size::NORMAL.width, "three"),
    ]
    .concat();
    let file = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("trend_pictures.html");
    std::fs::write(&file, &pictures).expect("the target folder can be written");
    assert_eq!(
        fingerprint(&pictures),
        FINGERPRINT,
        "see {}",
        file.display()
    );
}

#[test]
fn every_unit_has_its_panel_with_its_name() {
    let svg = trend_panels(&panels(7), &Palette::light(), Size::NORMAL.width, "one");
    for unit in 0..7 {
        assert_eq!(svg.matches(&format!("Unit &lt;{unit}&gt;")).count(), 1);
    }
    assert_eq!(svg.matches("2026-01-01").count(), 7);
    assert!(
        !svg.contains("style="),
        "the content policy allows no style attribute"
    );
}
