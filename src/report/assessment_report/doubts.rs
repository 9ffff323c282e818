//! Ratings that seem not to fit together, and what people say to it.

use super::Material;
use crate::report::doubt_list::{DoubtLine, doubt_list};
use crate::report::report_block::{Block, Cell, ReportTable};

/// Empty where there are none.
pub fn blocks(of: &Material) -> Vec<Block> {
    let doubts = doubt_list(of.model, of.assessment).into_iter();
    let (stand, open): (Vec<DoubtLine>, Vec<DoubtLine>) =
        doubts.partition(|doubt| doubt.stands.is_some());
    [standing(of, stand), unanswered(of, &open)]
        .into_iter()
        .flatten()
        .collect()
}

/// Those that people let stand, each with the reason; none where there are none.
fn standing(of: &Material, doubts: Vec<DoubtLine>) -> Option<Block> {
    let mut table = ReportTable::new(
        "Let stand, with the reason",
        &["About", "Doubt", "Why it stands"],
    );
    let row = |doubt: DoubtLine| {
        let lines = [doubt.sentence, doubt.against];
        let lines = lines.into_iter().filter(|text| !text.is_empty());
        vec![
            Cell::text(of.about(&doubt.subject)),
            Cell::Lines(lines.map(Cell::text).collect()),
            Cell::text(doubt.stands.unwrap_or_default()),
        ]
    };
    table.rows = doubts.into_iter().map(row).collect();
    (!table.rows.is_empty()).then_some(Block::Table(table))
}

/// Those that nobody has spoken to, by rule: there may be many of one kind. None where there are none.
fn unanswered(of: &Material, doubts: &[DoubtLine]) -> Option<Block> {
    let mut table = ReportTable::new("Not spoken to yet", &["Doubt", "Number", "About"]);
    let mut sentences: Vec<&str> = Vec::new();
    for doubt in doubts {
        if !sentences.contains(&doubt.sentence.as_str()) {
            sentences.push(&doubt.sentence);
        }
    }
    let row = |sentence: &str| {
        let of_rule = || doubts.iter().filter(|doubt| doubt.sentence == sentence);
        vec![
            Cell::text(sentence),
            Cell::text(of_rule().count().to_string()),
            Cell::text(of.shorts(of_rule().map(|doubt| &doubt.subject))),
        ]
    };
    table.rows = sentences.into_iter().map(row).collect();
    (!table.rows.is_empty()).then_some(Block::Table(table))
}
