//! Charts whose text must be the same in every build, natively and in the browser.

use plumbline::chart::bars::bars;
use plumbline::chart::palette::Palette;
use plumbline::chart::radar::radar;
use plumbline::chart::size::Size;
use plumbline::reference::fingerprint::fingerprint;
use plumbline::report::bars::{Bar, Bars};
use plumbline::report::radar::{Axis, Radar};

/// Fingerprint of [`pictures`], taken natively. It changes only when the look of a chart is changed on purpose.
pub const FINGERPRINT: &str = "93adb2f218f6c165b30ab77e84fd8c4c4ec4609612ec1d9eb859fedc3b8404d4";

/// A radar of 26 axes and bars of 26 processes, light and dark, one after the other.
pub fn pictures() -> String {
    let axis = |place: u8| Axis {
        label: format!("P-{place}"),
        name: format!("Process <{place}> & more"),
        assessed: (place % 5 != 4).then_some(place % 6),
        target: Some(3),
        forecast: (place % 7 != 6).then_some((place % 6).max(2)),
        range: place.is_multiple_of(3).then_some((place % 3, 5)),
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
    ]
    .concat()
}

/// The fingerprint of the pictures as they are drawn here.
pub fn drawn() -> String {
    fingerprint(&pictures())
}
