//! One action in the list: what it is, who does it by when, and what is wrong with it.

use super::action_page::action_page;
use super::action_place::PlaceForm;
use crate::domain::action::ActionField;
use crate::domain::id::ActionId;
use crate::report::action_list::{ActionEntry, LiftEntry};
use crate::report::plan_words;
use crate::report::words;
use leptos::prelude::*;

#[component]
pub fn ActionRow(id: ActionId) -> impl IntoView {
    let page = action_page();
    let entry = page.entry(id.clone());
    let id = StoredValue::new(id);
    let unfolded = RwSignal::new(false);
    let title = move || entry.with(|entry| entry.as_ref().map(|entry| entry.title.clone()));
    let selected = move || page.selected.with(|all| all.contains(&id.get_value()));
    let select = move |event| {
        let wanted = event_target_checked(&event);
        page.selected.update(|all| {
            if wanted {
                all.insert(id.get_value());
            } else {
                all.remove(&id.get_value());
            }
        });
    };
    let opened = move || page.edited.with(|edited| *edited == Some(id.get_value()));
    let order =
        Memo::new(move |_| entry.with(|entry| entry.as_ref().map_or(0, |entry| entry.order)));
    let is_open = move || order.get() <= page.to_do.get();
    let lifts_said = move || {
        let count = entry.with(|entry| entry.as_ref().map_or(0, |entry| entry.lifts.len()));
        words::count(count, "lift")
    };
    let about = move |what: &str| format!("{what}: {}", title().unwrap_or_default());
    view! {
        <li class="action" class:opened=opened class:closed=move || !is_open()>
            <label class="action-select">
                <span class="visually-hidden">{move || about("Select")}</span>
                <input type="checkbox" prop:checked=selected on:change=select />
            </label>
            <span class="action-order" aria-hidden="true">{order}</span>
            <div class="action-main">
                <h2>
                    <button type="button" class="action-open" aria-current=move || opened().then_some("true") on:click=move |_| page.open(id.get_value())>{title}</button>
                </h2>
                {move || entry.get().map(|entry| facts(&entry, &page.currency.get()))}
                {move || entry.get().map(|entry| view! { <Said entry /> })}
                <Show when=move || page.moving.with(|moving| moving.as_ref().is_some_and(|(moved, _)| *moved == id.get_value()))>
                    <PlaceForm id=id.get_value() />
                </Show>
                <Show when=move || unfolded.get()>{move || entry.get().map(|entry| lifts(entry.lifts))}</Show>
            </div>
            <div class="action-tools">
                <button type="button" class="quiet" aria-expanded=move || unfolded.get().to_string() aria-label=move || about(&lifts_said()) on:click=move |_| unfolded.update(|unfolded| *unfolded = !*unfolded)>
                    {lifts_said}
                </button>
                <Show when=is_open>
                    <button type="button" class="quiet" disabled=move || order.get() == 1 aria-label=move || about("Move up") on:click=move |_| page.move_by(&id.get_value(), -1)>"\u{2191}"</button>
                    <button type="button" class="quiet" disabled=move || order.get() == page.to_do.get() aria-label=move || about("Move down") on:click=move |_| page.move_by(&id.get_value(), 1)>"\u{2193}"</button>
                </Show>
            </div>
        </li>
    }
}

/// A line of facts, each with its name for those who do not see where it stands. What is not known leaves its place empty.
fn facts(entry: &ActionEntry, currency: &str) -> impl IntoView + use<> {
    let fact = |name: &str, value: String| {
        let none = value.is_empty();
        let name = (!none).then(|| format!("{name}: "));
        view! { <span class:none=none><span class="visually-hidden">{name}</span>{value}" "</span> }
    };
    let processes: Vec<String> = entry
        .processes
        .iter()
        .map(|(id, _)| id.to_string())
        .collect();
    let risk = entry
        .keys
        .first()
        .map_or_else(String::new, |(name, value)| format!("{name} {value}"));
    let due = entry.due.map(plan_words::day);
    let due = match due {
        Some(day) if entry.overdue => {
            view! { <strong class="overdue">{format!("! Overdue {day}")}</strong> }.into_any()
        }
        Some(day) => view! { {format!("Due {day}")} }.into_any(),
        None => view! { "No due date" }.into_any(),
    };
    let owner = Some(entry.owner.trim()).filter(|owner| !owner.is_empty());
    let cost = entry
        .cost
        .map_or_else(String::new, |cost| plan_words::money(cost, currency));
    view! {
        <p class="action-facts">
            {fact("Status", plan_words::status(entry.status).to_owned())}
            {fact("Owner", owner.unwrap_or("No owner").to_owned())}
            <span>{due}" "</span>
            {fact("Effort", plan_words::effort(entry.hours))}
            {fact("Cost", cost)}
            <span class:none=risk.is_empty()>{risk.clone()}" "</span>
            {fact("Phase", entry.phase_title.clone())}
            {fact("Processes", processes.join(", "))}
        </p>
    }
}

/// What was said or found of an action beyond its facts: its place, what stands in its way, what is wrong with it.
#[component]
fn Said(entry: ActionEntry) -> impl IntoView {
    let page = action_page();
    let id = entry.id.clone();
    let back = move |_| {
        page.set(&id, ActionField::Place { place: None });
        page.focus_row(&id);
    };
    let label = format!("Back to its own place: {}", entry.title);
    view! {
        {entry.place.map(|(place, reason)| view! {
            <p class="action-place">
                {format!("Placed {}: {reason} ", plan_words::ordinal(place))}
                <button type="button" class="quiet" aria-label=label on:click=back>"Back to its own place"</button>
            </p>
        })}
        {(!entry.inhibitors.is_empty()).then(|| view! { <p class="problem warning">{format!("In its way: {}.", words::join(&entry.inhibitors))}</p> })}
        {entry.problems.into_iter().map(|problem| view! { <p class="problem error">{problem}</p> }).collect_view()}
    }
}

fn lifts(lifts: Vec<LiftEntry>) -> impl IntoView {
    if lifts.is_empty() {
        return view! { <p class="hint">"It lifts nothing yet. Open it and say what it lifts."</p> }.into_any();
    }
    let rows = lifts.into_iter().map(|lift| view! {
        <li>
            <p class="step-text">
                <span class="letter">{format!("{} to {}", lift.now, lift.expected)}</span>" "{lift.text}" "<span class="row-id">{lift.item}</span>" "
                {lift.instance.map(|name| view! { <span class="mark">{name}</span>" " })}
                <span class="mark">{lift.promise}</span>
            </p>
            {(!lift.recommendation.is_empty()).then(|| view! { <p class="step-first"><strong>"First step. "</strong>{lift.recommendation}</p> })}
        </li>
    });
    view! { <ul class="plan-steps">{rows.collect_view()}</ul> }.into_any()
}
