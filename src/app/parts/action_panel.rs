//! The panel in which one action is edited. It stands beside the list, and in place of it where there is no room.

use super::action_fields::{ActionFields, ActionNotes};
use super::action_lifts::ActionLifts;
use super::action_measure::ActionMeasure;
use super::action_page::action_page;
use super::action_relations::{ActionLinks, ActionNeeds};
use crate::domain::id::ActionId;
use leptos::prelude::*;

/// The panel of the action that is opened.
#[component]
pub fn ActionPanel() -> impl IntoView {
    let page = action_page();
    move || page.edited.get().map(|id| view! { <Panel id /> })
}

#[component]
fn Panel(id: ActionId) -> impl IntoView {
    let page = action_page();
    let entry = page.entry(id.clone());
    let title = move || {
        entry.with(|entry| {
            let found = entry.as_ref();
            found.map_or_else(String::new, |entry| {
                format!("{}. {}", entry.order, entry.title)
            })
        })
    };
    let problems = Memo::new(move |_| {
        entry.with(|entry| {
            entry
                .as_ref()
                .map_or_else(Vec::new, |entry| entry.problems.clone())
        })
    });
    let inhibitors = Memo::new(move |_| {
        entry.with(|entry| {
            entry
                .as_ref()
                .map_or_else(Vec::new, |entry| entry.inhibitors.clone())
        })
    });
    let removed = id.clone();
    let remove = move |_| {
        let id = removed.clone();
        page.close();
        page.remove(vec![id]);
    };
    view! {
        <section id="action-panel" class="action-panel" aria-labelledby="action-panel-title"
            on:keydown=move |event| if event.key() == "Escape" { page.close() }>
            <div class="dialog-head">
                <h2 id="action-panel-title" tabindex="-1">{title}</h2>
                <button type="button" class="quiet" aria-label="Close action" on:click=move |_| page.close()>"\u{d7}"</button>
            </div>
            <div role="status">
                {move || problems.get().into_iter().map(|problem| view! { <p class="problem error">{problem}</p> }).collect_view()}
            </div>
            {move || {
                let standing = inhibitors.get();
                (!standing.is_empty()).then(|| view! {
                    <div class="problem warning">
                        <p>"Still in its way:"</p>
                        <ul>{standing.into_iter().map(|what| view! { <li>{what}</li> }).collect_view()}</ul>
                    </div>
                })
            }}
            <ActionFields id=id.clone() entry />
            <ActionLifts id=id.clone() entry />
            <ActionNeeds id=id.clone() entry />
            <ActionMeasure id=id.clone() entry />
            <ActionLinks id=id.clone() entry />
            <ActionNotes id entry />
            <button type="button" class="danger" on:click=remove>"Remove this action"</button>
        </section>
    }
}
