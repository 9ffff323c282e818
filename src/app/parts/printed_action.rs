//! One action of the printed plan.

use crate::report::action_list::{ActionEntry, LiftEntry, MeasureEntry};
use crate::report::plan_words;
use leptos::prelude::*;

#[component]
pub fn PrintedAction(entry: ActionEntry, currency: String) -> impl IntoView {
    let facts = facts(&entry, &currency).join(" \u{b7} ");
    let needs = entry.needs.iter().map(|(_, title)| title.clone());
    let lines = [
        ("Comes after", needs.collect::<Vec<_>>().join("; ")),
        (
            "Measure",
            entry.measure.as_ref().map_or_else(String::new, measure),
        ),
        ("Still in the way", entry.inhibitors.join("; ")),
        ("Notes", entry.notes),
    ];
    let lines = lines.into_iter().filter(|(_, text)| !text.is_empty());
    let lines = lines
        .map(|(name, text)| view! { <p class="printed-line"><strong>{name}". "</strong>{text}</p> })
        .collect_view();
    view! {
        <section class="printed-action">
            <h3>{format!("{}. {}", entry.order, entry.title)}</h3>
            <p class="printed-facts">{facts}</p>
            {(!entry.lifts.is_empty()).then(|| view! { <ul>{entry.lifts.into_iter().map(lift).collect_view()}</ul> })}
            {lines}
            {entry.problems.into_iter().map(|problem| view! { <p class="problem warning">{problem}</p> }).collect_view()}
        </section>
    }
}

fn facts(entry: &ActionEntry, currency: &str) -> Vec<String> {
    let owner = if entry.owner.trim().is_empty() {
        "no owner"
    } else {
        entry.owner.trim()
    };
    let dates = match (entry.start, entry.due) {
        (Some(start), Some(due)) => Some(format!("{start} to {due}")),
        (None, Some(due)) => Some(format!("due {due}")),
        (Some(start), None) => Some(format!("from {start}, no due date")),
        (None, None) => Some("no dates".to_owned()),
    };
    let by = if entry.estimated { "" } else { " by the steps" };
    let effort = format!("{}{by}", plan_words::effort(entry.hours));
    let cost = entry
        .cost
        .map(|cost| format!("cost {cost} {currency}").trim_end().to_owned());
    let phase = Some(entry.phase_title.clone()).filter(|title| !title.is_empty());
    let first = [
        Some(plan_words::status(entry.status).to_owned()),
        entry.overdue.then(|| "overdue".to_owned()),
        Some(owner.to_owned()),
        dates,
        Some(effort),
        cost,
        phase,
    ];
    first.into_iter().flatten().collect()
}

fn lift(lift: LiftEntry) -> impl IntoView {
    let instance = lift.instance.map(|name| format!(" ({name})"));
    view! {
        <li>
            {lift.process}{instance}": "{lift.text}" "
            <span class="row-id">{lift.item}</span>
            {format!(", {} to {} ({})", lift.now, lift.expected, lift.promise)}
        </li>
    }
}

/// "Requests answered in time (%): from 62.5 to 90; 2026-12-31 71".
fn measure(measure: &MeasureEntry) -> String {
    let side = |text: &str| match text {
        "" => "?".to_owned(),
        text => text.to_owned(),
    };
    let unit = match measure.unit.as_str() {
        "" => String::new(),
        unit => format!(" ({unit})"),
    };
    let readings = measure.readings.iter();
    let readings: String = readings
        .map(|(day, value)| format!("; {day} {value}"))
        .collect();
    format!(
        "{}{unit}: from {} to {}{readings}",
        measure.what,
        side(&measure.baseline),
        side(&measure.target)
    )
}
