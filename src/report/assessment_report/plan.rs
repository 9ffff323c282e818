//! The improvement plan: actions, roadmap, gaps that nothing is planned for.

use super::Material;
use crate::report::action_list::ActionEntry;
use crate::report::plan_words;
use crate::report::report_block::{Block, Cell, Picture, ReportTable};
use crate::report::roadmap_view::roadmap_view;
use crate::report::words;

pub fn blocks(of: &Material) -> Vec<Block> {
    let mut blocks = Vec::new();
    if of.plan.actions.is_empty() {
        blocks.push(Block::Text("No action is planned yet.".to_owned()));
    } else {
        blocks.push(actions(of));
        blocks.extend(roadmap(of));
        blocks.extend(quarters(of));
    }
    blocks.extend(inhibitors(of));
    blocks.push(gaps(of));
    blocks
}

fn actions(of: &Material) -> Block {
    let mut table = ReportTable::new(
        "Actions in their order",
        &["Action", "Owner", "From, to", "Effort", "Cost", "Status"],
    );
    let days = |entry: &ActionEntry| {
        let days = [entry.start, entry.due].into_iter().flatten();
        Cell::Lines(days.map(|day| Cell::text(plan_words::day(day))).collect())
    };
    let row = |entry: &ActionEntry| {
        let lifts = entry.lifts.iter();
        let lifts: Vec<String> = lifts
            .map(|lift| {
                let instance = lift.instance.as_ref();
                let instance = instance.map_or_else(String::new, |name| format!(" ({name})"));
                format!("{}{instance} to {}", lift.item, lift.expected)
            })
            .collect();
        let mut what = vec![Cell::text(format!("{}. {}", entry.order, entry.title))];
        if !lifts.is_empty() {
            what.push(Cell::text(format!("Lifts {}", lifts.join(", "))));
        }
        let late = if entry.overdue { ", overdue" } else { "" };
        vec![
            Cell::Lines(what),
            Cell::text(entry.owner.clone()),
            days(entry),
            Cell::text(plan_words::effort(entry.hours)),
            Cell::text(entry.cost.map_or_else(String::new, |cost| {
                plan_words::money(cost, &of.plan.currency)
            })),
            Cell::text(format!("{}{late}", plan_words::status(entry.status))),
        ]
    };
    table.rows = of.plan.actions.iter().map(row).collect();
    Block::Table(table)
}

/// None where no action has dates.
fn roadmap(of: &Material) -> Option<Block> {
    let view = roadmap_view(of.model, of.assessment, &of.plan.actions, of.today);
    (!view.picture.quarters.is_empty()).then_some(Block::Picture(Picture::Roadmap(view.picture)))
}

/// None where no action has dates.
fn quarters(of: &Material) -> Option<Block> {
    let mut table = ReportTable::new(
        "Work by quarter",
        &["Quarter", "Planned", "Capacity", "Too much"],
    );
    let loads = of.plan.quarters.iter();
    table.rows = loads
        .map(|load| {
            let capacity = load.capacity;
            vec![
                Cell::text(load.quarter.to_string()),
                Cell::text(plan_words::effort(load.hours)),
                Cell::text(capacity.map_or_else(|| "not said".to_owned(), plan_words::effort)),
                Cell::text(load.overload().map_or_else(String::new, plan_words::effort)),
            ]
        })
        .collect();
    (!table.rows.is_empty()).then_some(Block::Table(table))
}

/// None where nothing stands in the way.
fn inhibitors(of: &Material) -> Option<Block> {
    let standing = of.plan.inhibitors.iter();
    let standing = standing.filter(|found| found.fallen.is_none());
    let items: Vec<String> = standing
        .map(|found| match found.blocks.is_empty() {
            true => found.what.clone(),
            false => format!("{} (holds up: {})", found.what, found.blocks.join(", ")),
        })
        .collect();
    (!items.is_empty()).then(|| Block::List {
        title: "What stands in the way".to_owned(),
        items,
    })
}

fn gaps(of: &Material) -> Block {
    let mut table = ReportTable::new(
        "Gaps that no action works on",
        &["Process", "Attribute", "Gap", "Now", "Needs", "Effort"],
    );
    let gaps = of.plan.gaps.iter();
    table.rows = gaps
        .map(|gap| {
            vec![
                Cell::text(gap.process_name.clone()),
                Cell::text(gap.attribute_name.clone()),
                Cell::text(words::gap(gap.gap)),
                Cell::text(gap.rating.clone()),
                Cell::text(gap.target.clone()),
                Cell::text(plan_words::effort(gap.hours)),
            ]
        })
        .collect();
    if table.rows.is_empty() {
        return Block::Text("There is no gap to the target that no action works on.".to_owned());
    }
    Block::Table(table)
}
