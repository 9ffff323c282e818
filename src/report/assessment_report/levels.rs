//! Each process with its level, the reason for it, its attribute ratings and its instances.

use super::Material;
use super::verdict::{Verdict, level_mark, verdict};
use crate::domain::result::{AttributeResult, ProcessResult};
use crate::report::profile_table::ProfileRow;
use crate::report::reasons::{Reasons, reasons};
use crate::report::report_block::{Block, Cell, LevelMark, ReportTable};
use crate::report::words;

pub fn blocks(of: &Material) -> Vec<Block> {
    let rows = of.profile.rows.iter().zip(of.results);
    rows.map(|(row, result)| part(of, row, result)).collect()
}

/// More than these are not named: the plan has them all.
const MOST_DRIVERS: usize = 6;

fn part(of: &Material, row: &ProfileRow, result: &ProcessResult) -> Block {
    let found = reasons(of.model, of.assessment, &row.process);
    let mut blocks = vec![Block::Text(standing(row, &found))];
    if found.rated {
        blocks.push(Block::Text(found.reason.clone()));
        blocks.push(attributes(&found, result));
        blocks.extend(instances(result));
        blocks.extend(drivers(&found));
    }
    Block::Part {
        title: found.process,
        level: Some(level_mark(row)),
        blocks,
    }
}

/// "Level 1 Performed at least. Between 1 and 2 in the end: 3 ratings are open. The target, level 2, is open. 12 of 15 rated."
fn standing(row: &ProfileRow, found: &Reasons) -> String {
    if !found.rated {
        return format!("Nothing is rated yet. The target is level {}.", row.target);
    }
    let level = match &found.range {
        Some(range) if row.lowest == row.level && row.level > 0 => {
            format!("At least {}. {range}", found.level_name)
        }
        Some(range) => format!("{} as rated so far. {range}", found.level_name),
        None => format!("{}.", found.level_name),
    };
    let target = match verdict(row) {
        Verdict::Reached => "is reached",
        Verdict::Missed => "is not reached",
        Verdict::Open => "cannot be told yet",
    };
    format!(
        "{level} The target, level {}, {target}. {}.",
        row.target, found.progress
    )
}

fn attributes(found: &Reasons, result: &ProcessResult) -> Block {
    let mut table = ReportTable::new(
        &format!("Attribute ratings of {}", result.process),
        &["Attribute", "Rating", "How it came about"],
    );
    let rows = found.attributes.iter().zip(&result.attributes);
    table.rows = rows
        .map(|((name, _, how), result)| {
            vec![
                Cell::text(name.clone()),
                rating(result),
                Cell::text(how.clone()),
            ]
        })
        .collect();
    Block::Table(table)
}

fn rating(found: &AttributeResult) -> Cell {
    Cell::Rating {
        letter: words::cell(found),
        rank: found.standing.rank().map(|rank| rank.0),
    }
}

/// None where there is one instance only.
fn instances(result: &ProcessResult) -> Option<Block> {
    if result.instances.len() < 2 {
        return None;
    }
    let mut table = ReportTable::new(
        &format!("Instances of {}", result.process),
        &["Instance", "Level"],
    );
    let attributes = result.attributes.iter();
    table
        .columns
        .extend(attributes.map(|found| found.attribute.to_string()));
    let row = |found: &crate::domain::result::InstanceResult| {
        let weight = found.instance.weight.as_ref();
        let weight = weight.map(|weight| {
            let reason = match weight.reason.trim() {
                "" => String::new(),
                reason => format!(": {reason}"),
            };
            Cell::text(format!("Counts {} times{reason}", weight.weight))
        });
        let mut name = vec![Cell::text(found.instance.name.clone())];
        name.extend(weight);
        let rated = found
            .attributes
            .iter()
            .any(|found| found.progress.rated > 0);
        let level = LevelMark {
            level: rated.then_some(found.level),
            words: match rated {
                true => found.level.to_string(),
                false => "not rated".to_owned(),
            },
        };
        let mut cells = vec![Cell::Lines(name), Cell::Level(level)];
        cells.extend(found.attributes.iter().map(rating));
        cells
    };
    table.rows = result.instances.iter().map(row).collect();
    Some(Block::Table(table))
}

/// What holds the next level back, lowest first; none where nothing does.
fn drivers(found: &Reasons) -> Option<Block> {
    let more = found.drivers.len().saturating_sub(MOST_DRIVERS);
    let drivers = found.drivers.iter().take(MOST_DRIVERS);
    let mut items: Vec<String> = drivers
        .map(|(what, rating)| format!("{}: {rating}", what.trim_end_matches('.')))
        .collect();
    if more > 0 {
        items.push(format!("and {more} more"));
    }
    (!items.is_empty()).then(|| Block::List {
        title: "What holds the next level back".to_owned(),
        items,
    })
}
