//! The assessment record in the manner of ISO/IEC 33002, where one is kept.

use super::{Material, Names};
use crate::domain::checklist::{ChecklistItem, checklist, missing};
use crate::domain::date::Date;
use crate::domain::input_changes::since_approval;
use crate::domain::member::Competence;
use crate::domain::record_edit::{Approved, Party, RecordField};
use crate::report::checklist_words::{asks, missing as sentence};
use crate::report::class_words;
use crate::report::input_change_words;
use crate::report::record_words as words;
use crate::report::report_block::{Block, Cell, ReportTable};
use crate::report::scope_statement::{ScopeStatement, scope_statement};

/// Empty where no record is kept.
pub fn blocks(of: &Material) -> Vec<Block> {
    if !of.assessment.record.kept {
        return Vec::new();
    }
    let (input, plan): (Vec<RecordField>, Vec<RecordField>) = RecordField::ALL
        .into_iter()
        .partition(|field| field.is_input());
    let mut blocks = vec![
        part("Class and independence", frame(of)),
        part("Assessment input", vec![scope(of), texts(of, &input)]),
        part("Assessment plan", vec![texts(of, &plan)]),
        part("Team", vec![team(of)]),
    ];
    blocks.extend(interviews(of).map(|block| part("Interviews", vec![block])));
    let mut approved = vec![approvals(of)];
    approved.extend(
        [Approved::Input, Approved::Plan]
            .map(|what| changes(of, what))
            .into_iter()
            .flatten(),
    );
    blocks.push(part("Approvals", approved));
    blocks.extend(open(of).map(|block| part("Checklist", vec![block])));
    blocks
}

/// What is missing for an assessment that can stand up to review. Not told without names, as most of the record is left out then.
pub(super) fn open_points(of: &Material) -> Vec<String> {
    if of.names == Names::LeftOut {
        return Vec::new();
    }
    let items = checklist(of.model, of.assessment);
    let told = |item: &ChecklistItem| format!("{}: {}", asks(item.check), sentence(item));
    missing(&items).map(told).collect()
}

fn open(of: &Material) -> Option<Block> {
    let items = open_points(of);
    let title = match of.assessment.seal {
        Some(_) => "Open when it was finalised",
        None => "Still open",
    };
    (!items.is_empty()).then(|| Block::List {
        title: title.to_owned(),
        items,
    })
}

fn part(title: &str, blocks: Vec<Block>) -> Block {
    Block::Part {
        title: title.to_owned(),
        level: None,
        blocks,
    }
}

fn frame(of: &Material) -> Vec<Block> {
    let record = &of.assessment.record;
    let class = match record.class {
        Some(class) => format!("{}. {}", class_words::name(class), class_words::aim(class)),
        None => "Not said.".to_owned(),
    };
    let mut facts = vec![("Class".to_owned(), class)];
    for party in Party::ALL {
        let found = record.independence.get(&party);
        let said = found.map_or_else(
            || "Not said.".to_owned(),
            |found| match found.words.trim() {
                "" => format!("{}.", words::category(found.category)),
                own => format!("{}. {own}", words::category(found.category)),
            },
        );
        facts.push((words::party(party).to_owned(), said));
    }
    let as_read = format!("{} {}", class_words::AS_READ, words::LETTERS_AS_READ);
    vec![Block::Facts(facts), Block::Text(as_read)]
}

fn scope(of: &Material) -> Block {
    if of.names == Names::LeftOut {
        return Block::Text("The scope statement is left out with the names.".to_owned());
    }
    match scope_statement(of.assessment) {
        ScopeStatement::Whole(statement) => Block::Text(statement),
        ScopeStatement::Needs(missing) => Block::Text(format!(
            "There is no scope statement yet. It needs {}.",
            missing.join(" and ")
        )),
    }
}

fn texts(of: &Material, fields: &[RecordField]) -> Block {
    let said = fields.iter().filter_map(|field| {
        let text = of.assessment.record.text(*field).trim();
        let label = words::field(*field).label.to_owned();
        (!text.is_empty()).then(|| (label, text.to_owned()))
    });
    let said: Vec<(String, String)> = said.collect();
    if !said.is_empty() {
        return Block::Facts(said);
    }
    Block::Text(match of.names {
        Names::Told => "Nothing is written down yet.".to_owned(),
        Names::LeftOut => "What is written down is left out with the names.".to_owned(),
    })
}

fn team(of: &Material) -> Block {
    let mut table = ReportTable::new("Team and competence", &["Name", "Role", "What qualifies"]);
    let members = of.assessment.record.members.values();
    table.rows = members
        .map(|member| {
            let Competence {
                education,
                training,
                experience,
                credentials,
            } = &member.competence;
            let all = [
                ("Education", education),
                ("Training", training),
                ("Experience", experience),
                ("Credentials", credentials),
            ];
            let said = all.into_iter().filter(|(_, text)| !text.trim().is_empty());
            let said = said.map(|(what, text)| Cell::text(format!("{what}: {}", text.trim())));
            vec![
                Cell::text(member.name.clone()),
                Cell::text(words::role(member.role)),
                Cell::Lines(said.collect()),
            ]
        })
        .collect();
    match table.rows.is_empty() {
        true => Block::Text("Nobody is named yet.".to_owned()),
        false => Block::Table(table),
    }
}

/// None where none were planned.
fn interviews(of: &Material) -> Option<Block> {
    let interviews = of.assessment.record.schedule();
    let mut table = ReportTable::new(
        "Interviews",
        &["When", "Roles asked", "Processes", "Assessors", "Held"],
    );
    table.rows = interviews
        .into_iter()
        .map(|(_, found)| {
            let day = found
                .day
                .map_or_else(|| "No day yet".to_owned(), |day| day.to_string());
            let ids: Vec<String> = found.processes.iter().map(ToString::to_string).collect();
            vec![
                Cell::text(format!("{day} {}", found.time).trim().to_owned()),
                Cell::text(found.roles.clone()),
                Cell::text(ids.join(", ")),
                Cell::text(found.assessors.clone()),
                Cell::text(if found.done { "yes" } else { "no" }),
            ]
        })
        .collect();
    (!table.rows.is_empty()).then_some(Block::Table(table))
}

fn approvals(of: &Material) -> Block {
    let mut table = ReportTable::new("Approvals by the sponsor", &["What", "By", "On"]);
    let approvals = of.assessment.record.approvals.values();
    table.rows = approvals
        .map(|found| {
            let on = found.on.map_or_else(String::new, |day| day.to_string());
            vec![
                Cell::text(words::approved(found.of).0),
                Cell::text(found.by.clone()),
                Cell::text(on),
            ]
        })
        .collect();
    match table.rows.is_empty() {
        true => Block::Text("Nothing is approved yet.".to_owned()),
        false => Block::Table(table),
    }
}

/// What was changed after its approval; empty where nothing was.
fn changes(of: &Material, what: Approved) -> Vec<Block> {
    let since = since_approval(of.assessment, what);
    let name = words::approved(what).0;
    let mut table = ReportTable::new(
        &format!("{name}: changed after its approval"),
        &["What", "Before", "After", "By, on"],
    );
    table.rows = since
        .changes
        .iter()
        .map(|change| {
            let day = Date::of_moment(&change.at);
            let day = day.map_or_else(String::new, |day| format!(", {day}"));
            vec![
                Cell::text(input_change_words::piece(&change.after)),
                Cell::text(input_change_words::content(of.model, &change.before)),
                Cell::text(input_change_words::content(of.model, &change.after)),
                Cell::text(format!("{}{day}", change.author)),
            ]
        })
        .collect();
    if table.rows.is_empty() {
        return Vec::new();
    }
    let again = since
        .approve_again
        .then(|| Block::Remark(format!("{name}: what stands now was not approved yet.")));
    let mut blocks = vec![Block::Table(table)];
    blocks.extend(again);
    blocks
}
