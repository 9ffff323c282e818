//! Ratings that seem not to fit together, and what people say to it.

use super::Material;
use crate::report::doubt_list::{DoubtLine, doubt_list};
use crate::report::report_block::{Block, Cell, ReportTable};

/// Empty where there are none.
pub fn blocks(of: &Material) -> Vec<Block> {
    let mut table = ReportTable::new(
        "Ratings that seem not to fit together",
        &["About", "Doubt", "Why it stands"],
    );
    let row = |doubt: DoubtLine| {
        let lines = [doubt.sentence, doubt.against];
        let lines = lines.into_iter().filter(|text| !text.is_empty());
        let stands = doubt.stands.unwrap_or_default();
        let stands = match stands.trim() {
            "" => "Nobody has said yet.",
            stands => stands,
        };
        vec![
            Cell::text(doubt.about),
            Cell::Lines(lines.map(Cell::text).collect()),
            Cell::text(stands),
        ]
    };
    let doubts = doubt_list(of.model, of.assessment).into_iter();
    table.rows = doubts.map(row).collect();
    match table.rows.is_empty() {
        true => Vec::new(),
        false => vec![Block::Table(table)],
    }
}
