//! One stakeholder: how they stand to the change, how much they move, what is in it for them, and who looks after them.

use super::stakeholder_register::edit;
use crate::app::browser::{focus, put_back};
use crate::app::workspace::workspace;
use crate::domain::id::StakeholderId;
use crate::domain::stakeholder::{Stakeholder, StakeholderField};
use crate::report::change_words::{INFLUENCES, STANCES};
use leptos::ev;
use leptos::prelude::*;

#[component]
pub fn StakeholderCard(
    stakeholder: StakeholderId,
    all: Memo<Vec<(StakeholderId, Stakeholder)>>,
) -> impl IntoView {
    let workspace = workspace();
    let id = StoredValue::new(stakeholder);
    // An empty one for the moment in which it goes.
    let card = Memo::new(move |_| {
        all.with(|all| {
            let found = all.iter().find(|(other, _)| *other == id.get_value());
            found.map_or_else(Stakeholder::default, |(_, found)| found.clone())
        })
    });
    let set = move |field| workspace.apply(edit(&id.get_value(), field));
    let text = |event: &ev::Event| event_target_value(event).trim().to_owned();
    let name = move || card.with(|card| card.name.clone());
    let about = move |what: &str| format!("{what}: {}", name());
    let set_name = move |event| {
        if !set(StakeholderField::Name { text: text(&event) }) {
            put_back(&event, &card.with_untracked(|card| card.name.clone()));
        }
    };
    let remove = move |_| {
        set(StakeholderField::Removed { removed: true });
        focus("#stakeholders");
    };
    let stance = move || {
        let stance = card.with(|card| card.stance);
        STANCES
            .iter()
            .position(|(found, ..)| *found == stance)
            .map(|place| place.to_string())
    };
    let influence = move || {
        let influence = card.with(|card| card.influence);
        INFLUENCES
            .iter()
            .position(|(found, _)| *found == influence)
            .map(|place| place.to_string())
    };
    let set_stance = move |event| {
        if let Some((stance, ..)) = chosen(&event, &STANCES) {
            set(StakeholderField::Stance { stance: *stance });
        }
    };
    let set_influence = move |event| {
        if let Some((influence, _)) = chosen(&event, &INFLUENCES) {
            set(StakeholderField::Influence {
                influence: *influence,
            });
        }
    };
    // A list has no options yet when its value is set for the first time, so the options say it themselves.
    let first = card.get_untracked();
    let stances = STANCES
        .iter()
        .enumerate()
        .map(|(place, (stance, word, _))| {
            view! {
                <option value=place.to_string() selected=*stance == first.stance>{*word}</option>
            }
        })
        .collect_view();
    let influences = INFLUENCES.iter().enumerate().map(|(place, (influence, word))| view! {
        <option value=place.to_string() selected=*influence == first.influence>{*word}</option>
    }).collect_view();
    view! {
        <li class="stakeholder">
            <label class="who-name">
                <span class="field-name">"Name or role"</span>
                <input type="text" aria-label=move || about("Name or role") prop:value=name on:change=set_name />
            </label>
            <label>
                <span class="field-name">"Stance"</span>
                <select aria-label=move || about("Stance") prop:value=stance on:change=set_stance>{stances}</select>
            </label>
            <label>
                <span class="field-name">"Influence"</span>
                <select aria-label=move || about("Influence") prop:value=influence on:change=set_influence>{influences}</select>
            </label>
            <label class="interest">
                <span class="field-name">"What is in it for them"</span>
                <input type="text" aria-label=move || about("What is in it for them") prop:value=move || card.with(|card| card.interest.clone()) on:change=move |event| { set(StakeholderField::Interest { text: text(&event) }); } />
            </label>
            <label class="carer">
                <span class="field-name">"Who looks after them"</span>
                <input type="text" aria-label=move || about("Who looks after them") prop:value=move || card.with(|card| card.carer.clone()) on:change=move |event| { set(StakeholderField::Carer { text: text(&event) }); } />
            </label>
            <button type="button" class="quiet" aria-label=move || about("Remove") on:click=remove>"Remove"</button>
        </li>
    }
}

/// The entry whose place in the list was chosen.
fn chosen<'a, T>(event: &ev::Event, entries: &'a [T]) -> Option<&'a T> {
    let place: usize = event_target_value(event).parse().ok()?;
    entries.get(place)
}
