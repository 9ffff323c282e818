//! Effort and gain of each action in a table: typed, told whether a person said so, and given back to the computation.

use super::fields::TextField;
use crate::app::plan_actions::{action_of, set_action};
use crate::app::workspace::workspace;
use crate::domain::action::{ActionField, HIGHEST_GAIN};
use crate::domain::id::ActionId;
use crate::report::action_list::ActionEntry;
use crate::report::quick_wins::{QuickWins, is_open};
use crate::report::{plan_words, typed};
use leptos::prelude::*;

#[component]
pub fn WinTable(actions: Memo<Vec<ActionEntry>>) -> impl IntoView {
    let ids = move || {
        actions.with(|all| {
            let open = all.iter().filter(|entry| is_open(entry));
            open.map(|entry| entry.id.clone()).collect::<Vec<_>>()
        })
    };
    view! {
        <section aria-labelledby="effort-and-gain">
            <h2 id="effort-and-gain">"Effort and gain"</h2>
            <p class="hint">"Computed effort is what the ratings to raise cost; computed gain follows the risk that they take away. What you type or drag counts instead. An empty field goes back to what is computed."</p>
            <div class="table-scroll" tabindex="0" role="region" aria-label="Table of effort and gain">
                <table class="edit-table">
                    <thead><tr><th scope="col">"Action"</th><th scope="col">"Days of effort"</th><th scope="col">{format!("Gain, 1 to {HIGHEST_GAIN}")}</th></tr></thead>
                    <tbody><For each=ids key=Clone::clone let(id)><WinRow id actions /></For></tbody>
                </table>
            </div>
        </section>
    }
}

#[component]
fn WinRow(id: ActionId, actions: Memo<Vec<ActionEntry>>) -> impl IntoView {
    let workspace = workspace();
    let entry = action_of(actions, id.clone());
    let id = StoredValue::new(id);
    let of = move |look: fn(&ActionEntry) -> String| {
        entry.with(|entry| entry.as_ref().map_or_else(String::new, look))
    };
    let is =
        move |look: fn(&ActionEntry) -> bool| entry.with(|entry| entry.as_ref().is_some_and(look));
    let name = move || of(|entry| format!("{} {}", entry.order, entry.title));
    let set = move |field| {
        set_action(workspace, &id.get_value(), vec![field]);
    };
    let effort = Callback::new(move |text: String| {
        let hours = typed::effort(&text)?;
        if hours != entry.with_untracked(|entry| entry.as_ref().map(|entry| entry.hours)) {
            set(ActionField::Effort { hours });
        }
        Ok(())
    });
    let gain = Callback::new(move |text: String| {
        let gain = match text.as_str() {
            "" => None,
            text => match text.parse() {
                Ok(gain) if (1..=HIGHEST_GAIN).contains(&gain) => Some(gain),
                _ => return Err(format!("Gain is a whole number from 1 to {HIGHEST_GAIN}.")),
            },
        };
        if gain != entry.with_untracked(|entry| entry.as_ref().map(|entry| entry.gain)) {
            set(ActionField::Gain { gain });
        }
        Ok(())
    });
    let source = move |judged: bool, words: &'static str, what: &'static str, back: ActionField| {
        if judged {
            let label = format!("Back to computed: {what} of {}", name());
            view! {
                <span class="mark">{words}</span>
                <button type="button" class="quiet" aria-label=label on:click=move |_| set(back.clone())>"Back to computed"</button>
            }.into_any()
        } else {
            view! { <span class="hint">"computed"</span> }.into_any()
        }
    };
    view! {
        <tr>
            <th scope="row"><span class="row-id">{move || of(|entry| entry.order.to_string())}</span>" "{move || of(|entry| entry.title.clone())}</th>
            <td><div class="with-source">
                <TextField label=Signal::derive(move || format!("Days of effort of {}", name())) keyboard="decimal"
                    value=Signal::derive(move || of(|entry| plan_words::days(entry.hours))) commit=effort />
                <span>{move || source(is(|entry| entry.estimated), "estimated", "effort", ActionField::Effort { hours: None })}</span>
            </div></td>
            <td><div class="with-source">
                <TextField label=Signal::derive(move || format!("Gain of {}", name())) keyboard="numeric"
                    value=Signal::derive(move || of(|entry| entry.gain.to_string())) commit=gain />
                <span>{move || source(is(|entry| entry.gain_judged), "judged", "gain", ActionField::Gain { gain: None })}</span>
            </div></td>
        </tr>
    }
}

/// The points of the picture.
pub fn picture_table(wins: &QuickWins) -> impl IntoView + use<> {
    let rows = wins.wins.iter().map(|win| {
        view! {
            <tr>
                <th scope="row">{win.label.clone()}" "{win.name.clone()}</th>
                <td>{plan_words::effort(win.hours)}</td>
                <td>{win.gain}</td>
                <td>{wins.quadrant(win)}</td>
            </tr>
        }
    });
    view! {
        <table>
            <thead><tr><th scope="col">"Action"</th><th scope="col">"Effort"</th><th scope="col">"Gain"</th><th scope="col">"Lies in"</th></tr></thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
}
