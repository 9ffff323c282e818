//! What a risk map shows, before anybody draws it.

use super::plan_words;
use super::risk_table::{RiskEntry, RiskTable};
use super::words;
use crate::domain::model::Model;
use crate::domain::risk_rules::{Extent, Risk, RiskRules};

/// Processes placed by probability and consequence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RiskMap {
    pub title: String,
    pub description: String,
    /// Extents of a gap, from small to large: the larger, the more probable is a problem.
    pub columns: Vec<String>,
    /// Levels, the lowest first: its gaps weigh most.
    pub rows: Vec<RiskRow>,
    /// Labels of the processes whose risk is not known.
    pub unknown: Vec<String>,
    /// Labels of the processes without gap.
    pub clear: Vec<String>,
}

/// One level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RiskRow {
    pub name: String,
    /// One for each column.
    pub cells: Vec<RiskCell>,
}

/// What a gap of that extent at that level means, and which processes have one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RiskCell {
    pub risk: RiskShade,
    /// The risk as shown.
    pub word: String,
    /// Labels of the processes.
    pub processes: Vec<String>,
}

/// How much a risk stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RiskShade {
    None,
    Low,
    Medium,
    High,
}

/// The extents that stand as columns: a process without any gap has no place on the map.
const EXTENTS: [Extent; 3] = [Extent::Slight, Extent::Significant, Extent::Substantial];

/// Each process of a table where its risk comes from.
pub fn risk_map(title: &str, model: &Model, rules: &RiskRules, table: &RiskTable) -> RiskMap {
    let labels = |wanted: &dyn Fn(&RiskEntry) -> bool| {
        let rows = table.rows.iter().filter(|row| wanted(row));
        rows.map(|row| row.process.to_string()).collect::<Vec<_>>()
    };
    let cell = |level: u8, extent: Extent| {
        let risk = rules.risk(level, extent);
        RiskCell {
            risk: shade(risk),
            word: plan_words::risk(risk).to_owned(),
            processes: labels(&|row| row.worst == Some((level, extent))),
        }
    };
    let row = |level: &u8| RiskRow {
        name: words::level_name(model, *level),
        cells: EXTENTS.map(|extent| cell(*level, extent)).to_vec(),
    };
    RiskMap {
        title: format!("Process-related risk: {title}"),
        description: description(table),
        columns: EXTENTS.map(plan_words::extent).map(capital).to_vec(),
        rows: table.levels.iter().map(row).collect(),
        unknown: labels(&|row| row.worst.is_none() && row.unknown),
        clear: labels(&|row| row.worst.is_none() && !row.unknown),
    }
}

/// "5 processes: 1 high, 2 medium, 1 not known, 1 without gap."
fn description(table: &RiskTable) -> String {
    let of = |risk: Risk| {
        let placed = table.rows.iter().filter(|row| row.worst.is_some());
        placed.filter(|row| row.risk == risk).count()
    };
    let without = |unknown: bool| {
        let rows = table.rows.iter().filter(|row| row.worst.is_none());
        rows.filter(|row| row.unknown == unknown).count()
    };
    let counts = [
        (of(Risk::High), "high"),
        (of(Risk::Medium), "medium"),
        (of(Risk::Low), "low"),
        (without(true), "not known"),
        (without(false), "without gap"),
    ];
    let told = counts.iter().filter(|(count, _)| *count > 0);
    let told: Vec<String> = told
        .map(|(count, what)| format!("{count} {what}"))
        .collect();
    let open = table
        .rows
        .iter()
        .filter(|row| row.worst.is_some() && row.unknown);
    let open: Vec<String> = open.map(|row| row.process.to_string()).collect();
    let at_least = match open.len() {
        0 => String::new(),
        1 => format!(" Ratings of {} are open, so it may move up.", open[0]),
        _ => format!(
            " Ratings of {} are open, so they may move up.",
            words::join(&open)
        ),
    };
    let processes = match table.rows.len() {
        1 => "1 process".to_owned(),
        count => format!("{count} processes"),
    };
    format!("{processes}: {}.{at_least}", words::join(&told))
}

fn shade(risk: Risk) -> RiskShade {
    match risk {
        Risk::None => RiskShade::None,
        Risk::Low => RiskShade::Low,
        Risk::Medium => RiskShade::Medium,
        Risk::High => RiskShade::High,
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}
