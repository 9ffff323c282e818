//! Ratings that do not go together by the rules of the model, and why people let some of them stand.

use super::Material;
use crate::report::doubt_list::doubt_list;
use crate::report::report_block::{Block, Cell, ReportTable};

/// Empty where there are none.
pub fn blocks(of: &Material) -> Vec<Block> {
    let mut table = ReportTable::new(
        "Ratings that do not go together",
        &["About", "What does not go together", "Why it stands"],
    );
    let all = doubt_list(of.model, of.assessment).into_iter();
    table.rows = all
        .map(|doubt| {
            let stands = doubt.stands.clone();
            vec![
                Cell::text(of.about(&doubt.subject)),
                Cell::text(doubt.words()),
                Cell::text(stands.unwrap_or_else(|| "Open".to_owned())),
            ]
        })
        .collect();
    match table.rows.is_empty() {
        true => Vec::new(),
        false => vec![Block::Table(table)],
    }
}
