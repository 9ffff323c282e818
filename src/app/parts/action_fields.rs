//! The plain fields of an action: what it is called, who does it, by when, and for how much.

use super::action_page::action_page;
use super::fields::{ChoiceField, DateField, TextField};
use crate::domain::action::{ActionField, HIGHEST_GAIN};
use crate::domain::edit::Edit;
use crate::domain::id::{ActionId, PhaseId};
use crate::domain::plan_edit::PlanEdit;
use crate::report::action_list::ActionEntry;
use crate::report::{plan_words, typed};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// The action in the panel; none in the moment in which it goes.
pub type Entry = Memo<Option<ActionEntry>>;

#[component]
pub fn ActionFields(id: ActionId, entry: Entry) -> impl IntoView {
    let page = action_page();
    let id = StoredValue::new(id);
    let set = move |field| page.set(&id.get_value(), field);
    let title = Callback::new(move |title: String| {
        if title.is_empty() {
            return Err("An action needs a title.".to_owned());
        }
        set(ActionField::Title { title });
        Ok(())
    });
    let owner = Callback::new(move |owner| {
        set(ActionField::Owner { owner });
        Ok(())
    });
    let owners = Memo::new(move |_| {
        let owners: BTreeSet<String> = page.now.with(|now| {
            now.actions
                .iter()
                .map(|action| action.owner.clone())
                .collect()
        });
        owners
    });
    let effort = Callback::new(move |text: String| {
        let hours = typed::effort(&text)?;
        set(ActionField::Effort { hours });
        Ok(())
    });
    let computed = value(entry, |entry| {
        if entry.estimated {
            String::new()
        } else {
            format!("{} by its steps", plan_words::days(entry.hours))
        }
    });
    let cost = Callback::new(move |text: String| {
        let cost = typed::money(&text)?;
        set(ActionField::Cost { cost });
        Ok(())
    });
    let currency = Callback::new(move |currency: String| {
        page.workspace
            .apply(Edit::Plan(PlanEdit::SetCurrency { currency }));
        Ok(())
    });
    let status = Callback::new(move |name: String| {
        if let Some(status) = plan_words::status_named(&name) {
            set(ActionField::Status { status });
        }
    });
    let statuses = plan_words::STATUSES.map(|status| {
        let word = plan_words::status(status).to_owned();
        (word.clone(), word)
    });
    let gain = Callback::new(move |text: String| {
        let gain = text.parse().ok();
        set(ActionField::Gain { gain });
    });
    let gains = Signal::derive(move || {
        let computed = entry.with(|entry| match entry {
            Some(entry) if !entry.gain_judged => format!("{} by the risk", entry.gain),
            _ => "By the risk".to_owned(),
        });
        let judged = (1..=HIGHEST_GAIN).map(|gain| (gain.to_string(), gain.to_string()));
        std::iter::once((String::new(), computed))
            .chain(judged)
            .collect::<Vec<_>>()
    });
    view! {
        <div class="panel-fields">
            <div class="whole"><TextField label="Title" value=value(entry, |entry| entry.title.clone()) commit=title /></div>
            <TextField label="Owner" list="owners" value=value(entry, |entry| entry.owner.clone()) commit=owner />
            <datalist id="owners">{move || owners.get().into_iter().map(|owner| view! { <option value=owner></option> }).collect_view()}</datalist>
            <ChoiceField label="Status" options=statuses.to_vec() value=value(entry, |entry| plan_words::status(entry.status).to_owned()) commit=status />
            <DateField label="Start" value=Signal::derive(move || entry.get()?.start) commit=Callback::new(move |date| { set(ActionField::Start { date }); }) />
            <DateField label="Due" value=Signal::derive(move || entry.get()?.due) commit=Callback::new(move |date| { set(ActionField::Due { date }); }) />
            <TextField label="Effort in days" keyboard="decimal" placeholder=computed
                value=value(entry, |entry| if entry.estimated { plan_words::days(entry.hours) } else { String::new() }) commit=effort />
            <PhaseChoice id=id.get_value() entry />
            <TextField label="Cost" keyboard="numeric" value=value(entry, |entry| entry.cost.map_or_else(String::new, |cost| cost.to_string())) commit=cost />
            <TextField label="Currency of the plan" value=page.currency commit=currency />
            <ChoiceField label="Gain, 1 to 5" options=gains
                value=value(entry, |entry| if entry.gain_judged { entry.gain.to_string() } else { String::new() }) commit=gain />
        </div>
    }
}

/// The phases of the roadmap, and the one that the model suggests.
#[component]
fn PhaseChoice(id: ActionId, entry: Entry) -> impl IntoView {
    let page = action_page();
    let chosen = Memo::new(move |_| {
        let phase = |entry: &ActionEntry| entry.phase.clone().filter(|_| entry.phase_chosen);
        entry.with(|entry| entry.as_ref().and_then(phase))
    });
    let options = Signal::derive(move || {
        let suggested = entry.with(|entry| match entry {
            Some(entry) if chosen.get().is_none() && !entry.phase_title.is_empty() => {
                format!("{}, as the model suggests", entry.phase_title)
            }
            _ => "As the model suggests".to_owned(),
        });
        let phases = page.now.with(|now| now.phases.clone());
        // A phase that is gone stays chosen until somebody chooses another.
        let gone = chosen
            .get()
            .filter(|id| !phases.iter().any(|(found, _)| found == id));
        let phases = phases
            .into_iter()
            .map(|(id, title)| (id.to_string(), title));
        let gone = gone.map(|id| (id.to_string(), format!("{id} (not in the roadmap)")));
        std::iter::once((String::new(), suggested))
            .chain(phases)
            .chain(gone)
            .collect::<Vec<_>>()
    });
    let value = Signal::derive(move || chosen.get().map_or_else(String::new, |id| id.to_string()));
    let commit = Callback::new(move |text: String| {
        let phase = (!text.is_empty()).then(|| PhaseId::new(text));
        page.set(&id, ActionField::Phase { phase });
    });
    view! { <ChoiceField label="Phase" options value commit /> }
}

#[component]
pub fn ActionNotes(id: ActionId, entry: Entry) -> impl IntoView {
    let page = action_page();
    let notes = value(entry, |entry| entry.notes.clone());
    let commit = move |event| {
        let text = event_target_value(&event).trim().to_owned();
        page.set(&id, ActionField::Notes { text });
    };
    view! {
        <label class="panel-part">
            <span class="field-name">"Notes"</span>
            <textarea rows="4" prop:value=move || notes.get() on:change=commit></textarea>
        </label>
    }
}

/// Something of the action, as it becomes; empty in the moment in which it goes.
pub fn value(entry: Entry, of: fn(&ActionEntry) -> String) -> Signal<String> {
    Signal::derive(move || entry.with(|entry| entry.as_ref().map_or_else(String::new, of)))
}
