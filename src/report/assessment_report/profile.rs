//! Profiles: the level and the attribute ratings of each process.

use super::Material;
use super::verdict::{level_mark, verdict, words as verdict_words};
use crate::report::bars::level_bars;
use crate::report::report_block::{Block, Cell, Picture, ReportTable};
use crate::report::words;

pub fn blocks(of: &Material) -> Vec<Block> {
    if of.profile.rows.is_empty() {
        return vec![Block::Text("No process is in scope.".to_owned())];
    }
    let highest = of.model.framework.highest_level();
    let bars = level_bars(&of.assessment.title, highest, &of.profile);
    let carried = of.profile.rows.iter().any(|row| row.carried);
    let carried = carried.then(|| {
        let words = "A rating with an asterisk rests on ratings that were carried over from an earlier assessment and \
             were not looked at since.";
        Block::Text(words.to_owned())
    });
    let mut blocks = vec![Block::Picture(Picture::Bars(bars)), profiles(of)];
    blocks.extend(carried);
    blocks.push(scale(of));
    blocks
}

fn profiles(of: &Material) -> Block {
    let mut table = ReportTable::new(
        "Processes by attributes",
        &["Process", "Level", "Target", "Target is"],
    );
    table.columns.extend(of.profile.attributes.iter().cloned());
    table.rows = of
        .profile
        .rows
        .iter()
        .zip(of.results)
        .map(|(row, result)| {
            let mut cells = vec![
                Cell::text(format!("{} {}", row.process, row.name)),
                Cell::Level(level_mark(row)),
                Cell::text(row.target.to_string()),
                Cell::text(verdict_words(verdict(row))),
            ];
            cells.extend(result.attributes.iter().map(|found| Cell::Rating {
                letter: match found.progress.carried {
                    0 => words::cell(found),
                    _ => format!("{}*", words::cell(found)),
                },
                rank: found.standing.rank().map(|rank| rank.0),
            }));
            cells
        })
        .collect();
    Block::Table(table)
}

/// What the letters mean.
fn scale(of: &Material) -> Block {
    let mut table = ReportTable::new("What the ratings mean", &["Rating", "Name", "Achieved"]);
    let steps = of.model.framework.scale.ratings.iter();
    table.rows = steps
        .map(|step| {
            vec![
                Cell::text(step.code.to_string()),
                Cell::text(step.name.clone()),
                Cell::text(words::limits(step.above, step.up_to)),
            ]
        })
        .collect();
    let blank = "A dot stands for what is not rated. It is not the lowest rating: the level is told with the range that \
         it leaves open.";
    Block::Part {
        title: "How to read the ratings".to_owned(),
        level: None,
        blocks: vec![Block::Table(table), Block::Text(blank.to_owned())],
    }
}
