//! Findings by kind, and the notes beside ratings.

use super::{Material, Names};
use crate::domain::date::Date;
use crate::domain::finding::{Finding, FindingKind, Found};
use crate::report::finding_words;
use crate::report::report_block::{Block, Cell, ReportTable};
use crate::report::words::count;

pub fn blocks(of: &Material) -> Vec<Block> {
    let kinds = FindingKind::ALL.into_iter();
    let mut blocks: Vec<Block> = kinds.filter_map(|kind| of_kind(of, kind)).collect();
    blocks.extend(notes(of));
    match of.names {
        Names::LeftOut => {
            let words = "Notes, and what findings say, are left out with the names.";
            blocks.push(Block::Text(words.to_owned()));
        }
        Names::Told if blocks.is_empty() => {
            blocks.push(Block::Text("No finding was written down.".to_owned()));
        }
        Names::Told => {}
    }
    blocks
}

/// None where there is none of this kind.
fn of_kind(of: &Material, kind: FindingKind) -> Option<Block> {
    let all = of.assessment.findings.all();
    let found: Vec<(&Finding, &Found)> = all
        .into_iter()
        .filter(|(_, finding, _)| finding.kind == kind)
        .map(|(_, finding, found)| (finding, found))
        .collect();
    if found.is_empty() {
        return None;
    }
    let title = finding_words::kinds(kind);
    if of.names == Names::LeftOut {
        let words = format!("{} written down.", count(found.len(), "finding"));
        return Some(part(title, Block::Text(words)));
    }
    let mut table = ReportTable::new(title, &["Finding", "About", "By, on"]);
    table.rows = found
        .into_iter()
        .map(|(finding, found)| {
            let day = Date::of_moment(&found.at);
            let day = day.map_or_else(String::new, |day| day.to_string());
            let by: Vec<&str> = [found.by.as_str(), &day]
                .into_iter()
                .filter(|text| !text.is_empty())
                .collect();
            vec![
                Cell::text(finding.text.clone()),
                Cell::text(of.shorts(found.subjects.iter())),
                Cell::text(by.join(", ")),
            ]
        })
        .collect();
    Some(part(title, Block::Table(table)))
}

fn part(title: &str, block: Block) -> Block {
    Block::Part {
        title: title.to_owned(),
        level: None,
        blocks: vec![block],
    }
}

/// The notes beside ratings; none where there are none.
fn notes(of: &Material) -> Option<Block> {
    let mut table = ReportTable::new("Notes beside ratings", &["About", "Note"]);
    for (subject, remarks) in of.said() {
        let mut notes = Vec::new();
        if !remarks.note().trim().is_empty() {
            notes.push(Cell::text(remarks.note()));
        }
        let earlier = remarks.earlier_notes();
        notes.extend(earlier.map(|(author, text)| Cell::text(format!("{author}: {text}"))));
        if !notes.is_empty() {
            table
                .rows
                .push(vec![Cell::text(of.about(&subject)), Cell::Lines(notes)]);
        }
    }
    (!table.rows.is_empty()).then(|| part("Notes", Block::Table(table)))
}
