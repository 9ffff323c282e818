//! What the results do not cover: what does not apply, and what is out of scope.

use super::Material;
use crate::domain::judgement::Judgement;
use crate::report::report_block::{Block, Cell, ReportTable};
use crate::report::words;

pub fn blocks(of: &Material) -> Vec<Block> {
    vec![not_applicable(of), processes(of), levels(of)]
}

fn not_applicable(of: &Material) -> Block {
    let mut table = ReportTable::new("Rated as not applicable", &["What", "Reason"]);
    for (subject, remarks) in of.said() {
        if let Some(Judgement::NotApplicable { reason }) = remarks.judgement() {
            let reason = match reason.trim() {
                "" => "No reason was given.",
                reason => reason,
            };
            table
                .rows
                .push(vec![Cell::text(of.about(&subject)), Cell::text(reason)]);
        }
    }
    if table.rows.is_empty() {
        return Block::Text("Nothing was rated as not applicable.".to_owned());
    }
    Block::Table(table)
}

fn processes(of: &Material) -> Block {
    let all = of.model.reference.processes.iter();
    let out: Vec<String> = all
        .filter(|process| !of.assessment.scope.contains(&process.id))
        .map(|process| words::process(of.model, &process.id))
        .collect();
    if out.is_empty() {
        return Block::Text("Every process of the model is in scope.".to_owned());
    }
    Block::List {
        title: "Processes of the model that are out of scope".to_owned(),
        items: out,
    }
}

fn levels(of: &Material) -> Block {
    let (cap, highest) = (
        of.assessment.highest_level,
        of.model.framework.highest_level(),
    );
    Block::Text(match cap < highest {
        true => format!(
            "Level {cap} is the highest level in scope. Whether a process would be higher was not looked at."
        ),
        false => "All levels are in scope.".to_owned(),
    })
}
