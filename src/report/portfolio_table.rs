//! The grid of a portfolio as a table of text, for a file.

use super::level_set::{LevelSet, Rule};
use super::portfolio::{Portfolio, Unit};
use super::table::Table;
use super::unit_names::UnitNames;
use crate::domain::profile::LevelRange;

/// Units by processes, with all of a unit and all of a process by a rule. An empty cell is not in scope.
pub fn portfolio_table(portfolio: &Portfolio, names: &UnitNames, rule: Rule) -> Table {
    let mut table = Table::new(&["unit", "assessment", "last change"]);
    let columns = portfolio.columns.iter();
    table
        .columns
        .extend(columns.map(|column| column.process.to_string()));
    table.columns.push(rule_name(rule));
    table.rows = portfolio
        .units
        .iter()
        .map(|unit| row(unit, names, rule))
        .collect();
    let mut all = vec!["all units".to_owned(), String::new(), String::new()];
    all.extend(
        portfolio
            .columns
            .iter()
            .map(|column| column.levels.short(rule)),
    );
    all.push(String::new());
    table.rows.push(all);
    table
}

/// Levels by processes or by units: how many are at each level.
pub fn distribution_table<'a>(
    what: &str,
    highest: u8,
    rows: impl Iterator<Item = (String, &'a LevelSet)>,
) -> Table {
    let mut table = Table::new(&[what]);
    let levels = (0..=highest).map(|level| format!("Level {level}"));
    table.columns.extend(levels);
    table
        .columns
        .extend(["Open", "Not rated"].map(str::to_owned));
    table.rows = rows
        .map(|(name, levels)| {
            let counts = levels.counts(highest).into_iter();
            let counts = counts.chain([levels.open(), levels.not_rated()]);
            let counts = counts.map(|count| count.to_string());
            [name].into_iter().chain(counts).collect()
        })
        .collect();
    table
}

/// What stands in a cell: "2", "1 to 3" where blanks leave it open, "not rated".
pub fn level_text(range: Option<LevelRange>) -> String {
    match range {
        None => "not rated".to_owned(),
        Some(range) if range.lowest == range.highest => range.level.to_string(),
        Some(range) => format!("{} to {}", range.lowest, range.highest),
    }
}

fn row(unit: &Unit, names: &UnitNames, rule: Rule) -> Vec<String> {
    let latest = unit.latest();
    let last = latest
        .last_day
        .map_or_else(String::new, |day| day.to_string());
    let mut row = vec![names.unit(unit), names.assessment(unit, latest), last];
    row.extend(unit.cells.iter().map(|cell| {
        cell.as_ref()
            .map_or_else(String::new, |cell| level_text(cell.range))
    }));
    row.push(unit.levels.short(rule));
    row
}

fn rule_name(rule: Rule) -> String {
    format!("all processes: {}", rule.name().to_lowercase())
}
