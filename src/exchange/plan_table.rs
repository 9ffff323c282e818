//! The plan as a table: one row an action. README.md tells each column, and `plan_import` reads it back.

use super::plan_cells;
use crate::domain::action::ActionStatus;
use crate::domain::gap::Gap;
use crate::domain::id::ActionId;
use crate::report::action_list::{ActionEntry, LiftEntry, MeasureEntry};
use crate::report::plan_draft::{PlanEntry, PlanStep};
use crate::report::plan_report::PlanReport;
use crate::report::plan_words;
use crate::report::table::Table;

/// A column of the table. Its name never changes: people's import settings in other programs rest on it.
pub struct PlanColumn {
    pub name: &'static str,
    /// What it is called in sentences; none where it is computed, and so never read back.
    pub field: Option<&'static str>,
    cell: fn(&PlanReport, &ActionEntry) -> String,
}

/// The column by which a row is known.
pub const ID: &str = "id";

/// All columns in their order.
pub const PLAN_COLUMNS: [PlanColumn; 32] = [
    computed(ID, |_, entry| entry.id.to_string()),
    computed("order", |_, entry| entry.order.to_string()),
    read("title", "title", |_, entry| entry.title.clone()),
    computed("description", |_, entry| description(entry)),
    read("status", "status", |_, entry| {
        plan_words::status(entry.status).to_owned()
    }),
    read("owner", "owner", |_, entry| entry.owner.clone()),
    read("start", "start", |_, entry| text(entry.start)),
    read("due", "due date", |_, entry| text(entry.due)),
    computed("overdue", |_, entry| yes(entry.overdue)),
    read("effort_hours", "estimated hours", |_, entry| {
        text(entry.estimated.then_some(entry.hours))
    }),
    computed("hours", |_, entry| entry.hours.to_string()),
    read("cost", "cost", |_, entry| text(entry.cost)),
    computed("currency", |report, _| report.currency.clone()),
    read("phase", "phase", |_, entry| {
        let chosen = entry.phase.as_ref().filter(|_| entry.phase_chosen);
        text(chosen)
    }),
    computed("phase_title", |_, entry| entry.phase_title.clone()),
    computed("processes", |_, entry| {
        let ids = entry.processes.iter().map(|(id, _)| id.to_string());
        plan_cells::joined(ids)
    }),
    read("lifts", "what it lifts", |_, entry| {
        plan_cells::joined(entry.lifts.iter().map(plan_cells::lift))
    }),
    read("needs", "what must come before", |_, entry| {
        plan_cells::joined(entry.needs.iter().map(|(id, _)| id.to_string()))
    }),
    read("measure", "measure", |_, entry| {
        of_measure(entry, |found| &found.what)
    }),
    read("measure_unit", "unit of the measure", |_, entry| {
        of_measure(entry, |found| &found.unit)
    }),
    read("baseline", "baseline", |_, entry| {
        of_measure(entry, |found| &found.baseline)
    }),
    read("target", "target value", |_, entry| {
        of_measure(entry, |found| &found.target)
    }),
    read("readings", "readings", |_, entry| {
        let readings = entry.measure.iter().flat_map(|found| &found.readings);
        plan_cells::joined(readings.map(plan_cells::reading))
    }),
    read("gain", "judged gain", |_, entry| {
        text(entry.gain_judged.then_some(entry.gain))
    }),
    computed("gain_counts", |_, entry| {
        let is_action = !entry.id.as_str().is_empty();
        text(is_action.then_some(entry.gain))
    }),
    read("place", "place in the order", |_, entry| {
        text(entry.place.as_ref().map(|(place, _)| place))
    }),
    read("place_reason", "reason for the place", |_, entry| {
        text(entry.place.as_ref().map(|(_, reason)| reason))
    }),
    computed("risk", |_, entry| {
        let risk = entry.keys.iter().find(|(name, _)| *name == "Risk");
        text(risk.map(|(_, value)| value))
    }),
    read("links", "linked findings", |_, entry| {
        plan_cells::joined(entry.links.iter().map(plan_cells::link))
    }),
    read("notes", "notes", |_, entry| entry.notes.clone()),
    computed("inhibitors", |_, entry| entry.inhibitors.join("\n")),
    computed("problems", |_, entry| entry.problems.join("\n")),
];

/// The actions of a plan. Where it has none yet, the known gaps as rows without an id: these become actions when the table is
/// brought back.
pub fn plan_table(report: &PlanReport) -> Table {
    let names = PLAN_COLUMNS.each_ref().map(|column| column.name);
    let mut table = Table::new(&names);
    let row = |entry: &ActionEntry| {
        let cells = PLAN_COLUMNS.iter().map(|column| column.cell(report, entry));
        cells.collect()
    };
    if report.actions.is_empty() {
        let known = report.gaps.iter().filter(|gap| gap.gap != Gap::Unknown);
        let proposals = known.enumerate().map(|(index, gap)| proposal(index, gap));
        table.rows = proposals.map(|entry| row(&entry)).collect();
    } else {
        table.rows = report.actions.iter().map(row).collect();
    }
    table
}

impl PlanColumn {
    /// What stands in this column for an action.
    pub fn cell(&self, report: &PlanReport, entry: &ActionEntry) -> String {
        (self.cell)(report, entry)
    }
}

const fn read(
    name: &'static str,
    field: &'static str,
    cell: fn(&PlanReport, &ActionEntry) -> String,
) -> PlanColumn {
    PlanColumn {
        name,
        field: Some(field),
        cell,
    }
}

const fn computed(name: &'static str, cell: fn(&PlanReport, &ActionEntry) -> String) -> PlanColumn {
    PlanColumn {
        name,
        field: None,
        cell,
    }
}

fn text(value: Option<impl ToString>) -> String {
    value.map_or_else(String::new, |value| value.to_string())
}

fn yes(value: bool) -> String {
    if value { "yes" } else { "no" }.to_owned()
}

fn of_measure(entry: &ActionEntry, part: fn(&MeasureEntry) -> &String) -> String {
    entry
        .measure
        .as_ref()
        .map_or_else(String::new, |found| part(found).clone())
}

/// What it lifts and how to begin, a line each.
fn description(entry: &ActionEntry) -> String {
    let line = |lift: &LiftEntry| {
        let first = match lift.recommendation.as_str() {
            "" => String::new(),
            recommendation => format!(" First step: {recommendation}"),
        };
        format!(
            "{} {}: {} to {}. {}{first}",
            lift.process, lift.item, lift.now, lift.expected, lift.text
        )
    };
    entry.lifts.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// A gap as the action that would close it.
fn proposal(index: usize, gap: &PlanEntry) -> ActionEntry {
    let lift = |step: &PlanStep| LiftEntry {
        subject: step.subject.clone(),
        item: step.indicator.clone(),
        process: gap.process_name.clone(),
        attribute: gap.attribute_name.clone(),
        text: step.text.clone(),
        instance: step.instance.clone(),
        now: step.now.clone(),
        expected: step.expected.to_string(),
        recommendation: step.recommendation.clone(),
        promise: "",
    };
    ActionEntry {
        id: ActionId::new(""),
        order: index + 1,
        title: format!(
            "{}: {} to {}",
            gap.process_name, gap.attribute_name, gap.target
        ),
        processes: vec![(gap.process.clone(), gap.process_name.clone())],
        lifts: gap.steps.iter().map(lift).collect(),
        owner: String::new(),
        start: None,
        due: None,
        overdue: false,
        hours: gap.hours,
        estimated: false,
        cost: None,
        status: ActionStatus::Planned,
        measure: None,
        needs: Vec::new(),
        links: Vec::new(),
        notes: String::new(),
        phase: gap.phase.clone(),
        phase_chosen: false,
        phase_title: String::new(),
        // Told of actions only.
        gain: 0,
        gain_judged: false,
        keys: gap.keys.clone(),
        place: None,
        inhibitors: Vec::new(),
        problems: Vec::new(),
    }
}
