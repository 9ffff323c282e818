//! The dates and the phase of each action, in a table that the keyboard can walk through.

use super::fields::{ChoiceField, DateField};
use crate::app::plan_actions::{action_of, set_action};
use crate::app::workspace::workspace;
use crate::domain::action::ActionField;
use crate::domain::date::Date;
use crate::domain::id::{ActionId, PhaseId};
use crate::domain::phase::{Phase, phases, suggested_phase};
use crate::report::action_list::ActionEntry;
use crate::report::plan_words;
use leptos::prelude::*;

#[component]
pub fn Dates(actions: Memo<Vec<ActionEntry>>) -> impl IntoView {
    let ids =
        move || actions.with(|all| all.iter().map(|entry| entry.id.clone()).collect::<Vec<_>>());
    view! {
        <section aria-labelledby="dates">
            <h2 id="dates">"Dates and phases"</h2>
            <div class="table-scroll" tabindex="0" role="region" aria-label="Table of dates and phases">
                <table class="edit-table">
                    <thead><tr>
                        <th scope="col">"Action"</th><th scope="col">"Start"</th><th scope="col">"Due"</th>
                        <th scope="col">"By a quarter"</th><th scope="col">"Phase"</th><th scope="col">"Work"</th>
                    </tr></thead>
                    <tbody><For each=ids key=Clone::clone let(id)><DateRow id actions /></For></tbody>
                </table>
            </div>
        </section>
    }
}

#[component]
fn DateRow(id: ActionId, actions: Memo<Vec<ActionEntry>>) -> impl IntoView {
    let workspace = workspace();
    let entry = action_of(actions, id.clone());
    let id = StoredValue::new(id);
    let of = move |look: fn(&ActionEntry) -> String| {
        entry.with(|entry| entry.as_ref().map_or_else(String::new, look))
    };
    let name = move || of(|entry| format!("{} {}", entry.order, entry.title));
    let about = move |what: &'static str| format!("{what} of {}", name());
    let set = move |fields| set_action(workspace, &id.get_value(), fields);
    let start = Signal::derive(move || entry.get()?.start);
    let due = Signal::derive(move || entry.get()?.due);
    let shift = move |quarters: i32| {
        let later = |date: Date| date.plus_quarters(quarters);
        let mut fields = Vec::new();
        if let Some(date) = start.get_untracked().and_then(later) {
            fields.push(ActionField::Start { date: Some(date) });
        }
        if let Some(date) = due.get_untracked().and_then(later) {
            fields.push(ActionField::Due { date: Some(date) });
        }
        set(fields);
    };
    let undated = move || start.get().is_none() && due.get().is_none();
    let problems = move || {
        entry.with(|entry| {
            entry
                .as_ref()
                .map_or_else(Vec::new, |entry| entry.problems.clone())
        })
    };
    view! {
        <tr id=move || of(|entry| format!("dates-{}", entry.order))>
            <th scope="row">
                <span class="row-id">{move || of(|entry| entry.order.to_string())}</span>" "{move || of(|entry| entry.title.clone())}
                <span class="hint">{move || of(|entry| {
                    let owner = if entry.owner.is_empty() { "nobody yet" } else { entry.owner.as_str() };
                    format!("{owner}, {}{}", plan_words::status(entry.status), if entry.overdue { ", overdue" } else { "" })
                })}</span>
                {move || problems().into_iter().map(|problem| view! { <p class="field-problem">{problem}</p> }).collect_view()}
            </th>
            <td><DateField label=Signal::derive(move || about("Start")) value=start commit=Callback::new(move |date| { set(vec![ActionField::Start { date }]); }) /></td>
            <td><DateField label=Signal::derive(move || about("Due date")) value=due commit=Callback::new(move |date| { set(vec![ActionField::Due { date }]); }) /></td>
            <td class="shift">
                <button type="button" class="quiet" aria-label=move || format!("One quarter earlier: {}", name()) disabled=undated on:click=move |_| shift(-1)>"\u{2190} Earlier"</button>
                <button type="button" class="quiet" aria-label=move || format!("One quarter later: {}", name()) disabled=undated on:click=move |_| shift(1)>"Later \u{2192}"</button>
            </td>
            <td><PhaseChoice id entry label=Signal::derive(move || about("Phase")) /></td>
            <td>{move || of(|entry| plan_words::effort(entry.hours))}</td>
        </tr>
    }
}

/// The phase: the one that the model suggests, or another.
#[component]
fn PhaseChoice(
    id: StoredValue<ActionId>,
    entry: Memo<Option<ActionEntry>>,
    label: Signal<String>,
) -> impl IntoView {
    let workspace = workspace();
    let choose = Callback::new(move |chosen: String| {
        let phase = (!chosen.is_empty()).then(|| PhaseId::new(chosen));
        set_action(
            workspace,
            &id.get_value(),
            vec![ActionField::Phase { phase }],
        );
    });
    let own = move || {
        let found = workspace.track(|open| {
            let action = open.assessment.improvement.action(&id.get_value())?;
            action.phase.clone()
        });
        found.flatten()
    };
    let options = move || {
        let first = entry.get()?.processes.first().cloned();
        workspace.track(|open| {
            let changed = &open.assessment.improvement.phases;
            let suggested =
                first.and_then(|(process, _)| suggested_phase(&open.model, changed, &process));
            options(
                &phases(&open.model, changed),
                own().as_ref(),
                suggested.as_ref(),
            )
        })
    };
    let options = Signal::derive(move || options().unwrap_or_default());
    let value = Signal::derive(move || own().map_or_else(String::new, |id| id.to_string()));
    view! { <ChoiceField label options value commit=choose /> }
}

/// Value and words of each.
fn options(
    known: &[Phase],
    own: Option<&PhaseId>,
    suggested: Option<&PhaseId>,
) -> Vec<(String, String)> {
    let title = |id: &PhaseId| {
        let found = known.iter().find(|phase| phase.id == *id);
        found.map(|phase| phase.title.as_str())
    };
    let by_itself = suggested.and_then(title).map_or_else(
        || "No phase".to_owned(),
        |title| format!("{title} (suggested)"),
    );
    let mut options = vec![(String::new(), by_itself)];
    let known = known.iter();
    options.extend(known.map(|phase| (phase.id.to_string(), phase.title.clone())));
    // A phase that has gone is still what was chosen.
    if let Some(gone) = own.filter(|id| title(id).is_none()) {
        options.push((gone.to_string(), "A phase that was removed".to_owned()));
    }
    options
}
