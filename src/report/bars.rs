//! What a chart of level bars shows, before anybody draws it.

use super::profile_table::ProfileTable;

/// One bar for each process.
#[derive(Clone, Debug, PartialEq)]
pub struct Bars {
    pub title: String,
    pub description: String,
    pub highest: u8,
    pub bars: Vec<Bar>,
}

/// The level of one process.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    pub label: String,
    pub name: String,
    /// None where nothing is rated.
    pub level: Option<u8>,
    pub target: u8,
    pub range: Option<(u8, u8)>,
    /// Whether it rests on ratings that were carried over and not looked at since.
    pub carried: bool,
}

/// The capability levels of a profile as bars.
pub fn level_bars(title: &str, highest: u8, profile: &ProfileTable) -> Bars {
    let bars: Vec<Bar> = profile
        .rows
        .iter()
        .map(|row| Bar {
            label: row.process.to_string(),
            name: row.name.clone(),
            level: row.rated.then_some(row.level),
            target: row.target,
            range: (row.lowest != row.highest).then_some((row.lowest, row.highest)),
            carried: row.carried,
        })
        .collect();
    let below = bars
        .iter()
        .filter(|bar| bar.level.is_some_and(|level| level < bar.target))
        .count();
    let unrated = bars.iter().filter(|bar| bar.level.is_none()).count();
    Bars {
        title: format!("Level of each process: {title}"),
        description: format!(
            "{} processes: {below} below target, {unrated} not rated.",
            bars.len()
        ),
        highest,
        bars,
    }
}
