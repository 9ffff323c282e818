//! Process-related risk as people read it: the gaps, what they mean level by level, and what may go wrong.

use super::plan_words;
use super::table::Table;
use super::words;
use crate::domain::assessment::Assessment;
use crate::domain::gap::{AttributeGap, Gap, gaps};
use crate::domain::id::{AttributeId, ProcessId};
use crate::domain::model::Model;
use crate::domain::result::ProcessResult;
use crate::domain::risk::{LevelRisk, ProcessRisk, process_risk};
use crate::domain::risk_rules::{Extent, Risk, RiskRules};
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// The risk of all processes in scope.
#[derive(Clone, Debug, PartialEq)]
pub struct RiskTable {
    /// Ids of the attributes in scope, in the order of the framework.
    pub attributes: Vec<String>,
    /// The levels that the target asks any process for, from the lowest up.
    pub levels: Vec<u8>,
    pub rows: Vec<RiskEntry>,
}

/// The risk of one process.
#[derive(Clone, Debug, PartialEq)]
pub struct RiskEntry {
    pub process: ProcessId,
    pub name: String,
    /// One for each attribute; none where the target does not ask for it.
    pub gaps: Vec<Option<Gap>>,
    /// One for each level; none where the target does not ask for any of its attributes.
    pub levels: Vec<Option<LevelEntry>>,
    /// The highest risk of its known gaps.
    pub risk: Risk,
    /// "high", "at least medium", "not known".
    pub overall: String,
    /// Level and extent of the gaps that the risk comes from; none where no gap is known.
    pub worst: Option<(u8, Extent)>,
    /// Whether an attribute that the target asks for is not rated.
    pub unknown: bool,
    /// One sentence for each attribute with a gap, the worst first, and one for all that is not rated.
    pub warnings: Vec<String>,
}

/// One level of one process.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LevelEntry {
    pub extent: String,
    pub risk: String,
}

/// The risk of all processes in scope, by the tables of the framework.
pub fn risk_table(
    model: &Model,
    assessment: &Assessment,
    rules: &RiskRules,
    results: &[ProcessResult],
) -> RiskTable {
    let variant = assessment.improvement.risk_variant.as_ref();
    let found: Vec<(&ProcessResult, Vec<AttributeGap>, ProcessRisk)> = results
        .iter()
        .map(|result| {
            let gaps = gaps(model, assessment, result);
            let risk = process_risk(rules, variant, &gaps);
            (result, gaps, risk)
        })
        .collect();
    let asked = found.iter().flat_map(|(_, _, risk)| &risk.levels);
    let levels: BTreeSet<u8> = asked.map(|level| level.level).collect();
    let levels: Vec<u8> = levels.into_iter().collect();
    let rows = found
        .iter()
        .map(|(result, gaps, risk)| entry(model, result, gaps, risk, &levels));
    let attributes = model.attributes(assessment.highest_level);
    RiskTable {
        attributes: attributes
            .map(|attribute| attribute.id.to_string())
            .collect(),
        rows: rows.collect(),
        levels,
    }
}

fn entry(
    model: &Model,
    result: &ProcessResult,
    gaps: &[AttributeGap],
    risk: &ProcessRisk,
    levels: &[u8],
) -> RiskEntry {
    let gap_of = |id: &AttributeId| gaps.iter().find(|found| found.attribute == *id);
    let attributes = result.attributes.iter();
    let level = |level: &u8| {
        let found = risk.levels.iter().find(|found| found.level == *level)?;
        Some(LevelEntry {
            extent: plan_words::level_extent(found),
            risk: plan_words::risk_standing(found.standing()),
        })
    };
    RiskEntry {
        process: result.process.clone(),
        name: words::process(model, &result.process),
        gaps: attributes
            .map(|found| gap_of(&found.attribute).map(|found| found.gap))
            .collect(),
        levels: levels.iter().map(level).collect(),
        risk: risk.risk,
        overall: plan_words::risk_standing(risk.standing()),
        worst: risk.worst().map(|worst| (worst.level, worst.extent)),
        unknown: risk.unknown,
        warnings: warnings(model, result, gaps, risk),
    }
}

fn warnings(
    model: &Model,
    result: &ProcessResult,
    gaps: &[AttributeGap],
    risk: &ProcessRisk,
) -> Vec<String> {
    let of_level = |level: u8| risk.levels.iter().find(|found| found.level == level);
    let mut known: Vec<&AttributeGap> = gaps
        .iter()
        .filter(|found| matches!(found.gap, Gap::Major | Gap::Minor))
        .collect();
    known.sort_by_key(|found| {
        let risk = of_level(found.level).map_or(Risk::None, |found| found.risk);
        (Reverse(risk), found.gap, found.level)
    });
    let mut sentences: Vec<String> = known
        .into_iter()
        .map(|gap| warning(model, result, gap))
        .collect();
    let unknown: Vec<String> = risk
        .levels
        .iter()
        .flat_map(|level: &LevelRisk| &level.unknown)
        .map(|id| words::attribute(model, id))
        .collect();
    match unknown.len() {
        0 => {}
        1 => sentences.push(format!(
            "{} is not rated: what may go wrong there is not known.",
            unknown[0]
        )),
        _ => sentences.push(format!(
            "{} are not rated: what may go wrong there is not known.",
            words::join(&unknown)
        )),
    }
    sentences
}

/// "PA2.1 Performance management is at P and should be F: work takes more time and money than foreseen."
fn warning(model: &Model, result: &ProcessResult, gap: &AttributeGap) -> String {
    let name = words::attribute(model, &gap.attribute);
    let standing = result.attribute(&gap.attribute).map(words::cell);
    let should = words::needed(model, gap.target);
    let attribute = model.framework.attribute(&gap.attribute);
    let effect = attribute.map_or("", |attribute| attribute.effect.trim());
    let standing = standing.unwrap_or_default();
    if effect.is_empty() {
        return format!("{name} is at {standing} and should be {should}.");
    }
    format!(
        "{name} is at {standing} and should be {should}: {}",
        within_a_sentence(effect)
    )
}

/// A sentence as it goes on after a colon: with a small first letter, except where it starts with an abbreviation.
fn within_a_sentence(text: &str) -> String {
    let mut letters = text.chars();
    let Some(first) = letters.next() else {
        return String::new();
    };
    let rest = letters.as_str();
    if rest.starts_with(char::is_uppercase) {
        return text.to_owned();
    }
    first.to_lowercase().chain(rest.chars()).collect()
}

impl RiskTable {
    /// The same as a table of text, for a file.
    pub fn table(&self) -> Table {
        let mut columns = vec!["process".to_owned(), "risk".to_owned()];
        for level in &self.levels {
            columns.push(format!("level {level} extent"));
            columns.push(format!("level {level} risk"));
        }
        columns.extend(self.attributes.iter().map(|id| format!("{id} gap")));
        columns.push("what may go wrong".to_owned());
        let row = |row: &RiskEntry| {
            let mut cells = vec![row.name.clone(), row.overall.clone()];
            for level in &row.levels {
                let found = level.as_ref();
                cells.push(found.map_or_else(String::new, |found| found.extent.clone()));
                cells.push(found.map_or_else(String::new, |found| found.risk.clone()));
            }
            let gaps = row.gaps.iter();
            cells.extend(gaps.map(|gap| gap.map_or("not asked", words::gap).to_owned()));
            cells.push(row.warnings.join(" "));
            cells
        };
        Table {
            columns,
            rows: self.rows.iter().map(row).collect(),
        }
    }
}
