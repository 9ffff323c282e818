//! A brick that was knocked down: what it was, when, and how it was dealt with.

use super::brick::found;
use super::inhibitor_wall::edit;
use crate::app::browser::focus;
use crate::app::workspace::workspace;
use crate::domain::id::InhibitorId;
use crate::domain::inhibitor::InhibitorField;
use leptos::prelude::*;

#[component]
pub fn Rubble(inhibitor: InhibitorId) -> impl IntoView {
    let workspace = workspace();
    let id = StoredValue::new(inhibitor);
    let brick = Memo::new(move |_| found(&id.get_value()));
    let set = move |field| workspace.apply(edit(&id.get_value(), field));
    // The brick leaves this list, so the focus needs another place.
    let leave = move |field| {
        set(field);
        focus("#wall");
    };
    let what = move || brick.with(|brick| brick.what.clone());
    let about = move |does: &str| format!("{does}: {}", what());
    let when = move || {
        let date = brick.with(|brick| brick.fallen);
        date.map_or_else(String::new, |date| format!("Knocked down on {date}. "))
    };
    let set_answer = move |event| {
        let text = event_target_value(&event).trim().to_owned();
        set(InhibitorField::Answer { text });
    };
    view! {
        <li>
            <p><s>{what}</s></p>
            <p class="hint">{when}</p>
            <label>
                <span class="field-name">"How it was dealt with"</span>
                <input type="text" aria-label=move || about("How it was dealt with") prop:value=move || brick.with(|brick| brick.answer.clone()) on:change=set_answer />
            </label>
            <div class="buttons">
                <button type="button" class="quiet" aria-label=move || about("Put up again") on:click=move |_| leave(InhibitorField::Fallen { date: None })>"Put up again"</button>
                <button type="button" class="quiet" aria-label=move || about("Remove") on:click=move |_| leave(InhibitorField::Removed { removed: true })>"Remove"</button>
            </div>
        </li>
    }
}
