//! Process-related risk: what the gaps to the target may lead to.

use super::Material;
use crate::report::report_block::{Block, Cell, Picture, ReportTable};
use crate::report::risk_map::risk_map;

pub fn blocks(of: &Material) -> Vec<Block> {
    let (Some(rules), Some(risks)) = (&of.model.framework.risk, &of.risks) else {
        return Vec::new();
    };
    let mut table = ReportTable::new(
        "Risk of each process",
        &[
            "Process",
            "Risk",
            "Where it comes from, and what may go wrong",
        ],
    );
    let rows = risks.rows.iter().filter(|row| !row.warnings.is_empty());
    table.rows = rows
        .map(|row| {
            let warnings = row.warnings.iter().map(Cell::text);
            vec![
                Cell::text(row.name.clone()),
                Cell::text(row.overall.clone()),
                Cell::Lines(warnings.collect()),
            ]
        })
        .collect();
    if table.rows.is_empty() {
        return vec![Block::Text(
            "Every attribute that the target asks for is where it should be.".to_owned(),
        )];
    }
    let map = risk_map(&of.assessment.title, of.model, rules, risks);
    let basis = "Risk comes from the gap between target and rating and the level where it lies, by the tables of ISO/IEC \
         15504-4, as commonly read.";
    vec![
        Block::Text(basis.to_owned()),
        Block::Picture(Picture::RiskMap(map)),
        Block::Table(table),
    ]
}
