//! Where people agreed on a rating, with what each of them had said.

use super::Material;
use crate::report::report_block::{Block, Cell, ReportTable};
use crate::report::spread_words;

/// Empty where nothing was agreed on.
pub fn blocks(of: &Material) -> Vec<Block> {
    let mut table = ReportTable::new(
        "Agreed ratings",
        &["About", "Agreed, how and why", "What each had said"],
    );
    for (subject, remarks) in of.said() {
        let Some(agreement) = remarks.agreement() else {
            continue;
        };
        let dissent: Vec<String> = remarks.dissent().map(ToOwned::to_owned).collect();
        let mut agreed = vec![spread_words::agreement(agreement)];
        agreed.extend(spread_words::dissent(&dissent));
        let said = agreement.over.iter().map(|heard| {
            let said = spread_words::said(&heard.judgement);
            Cell::text(format!("{}: {said}", heard.author))
        });
        table.rows.push(vec![
            Cell::text(of.about(&subject)),
            Cell::Lines(agreed.into_iter().map(Cell::text).collect()),
            Cell::Lines(said.collect()),
        ]);
    }
    match table.rows.is_empty() {
        true => Vec::new(),
        false => vec![Block::Table(table)],
    }
}
