//! Ratings that seem not to fit together, where people let them stand, with what they say to it.

use super::Material;
use crate::report::report_block::{Block, Cell, ReportTable};

/// Empty where there are none.
pub fn blocks(of: &Material) -> Vec<Block> {
    let overrides = of.assessment.overrides.iter();
    let mut table = ReportTable::new(
        "Doubts that were let stand",
        &["About", "Rule", "Why it stands"],
    );
    table.rows = overrides
        .map(|((rule, subject), note)| {
            vec![
                Cell::text(of.about(subject)),
                Cell::text(rule.to_string()),
                Cell::text(note.clone()),
            ]
        })
        .collect();
    match table.rows.is_empty() {
        true => Vec::new(),
        false => vec![Block::Table(table)],
    }
}
