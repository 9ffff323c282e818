//! What importing ratings would do, before it is done.

use super::dialog::Dialog;
use crate::app::workspace::workspace;
use crate::exchange::ratings_import::{Preview, describe};
use leptos::prelude::*;

/// Shows the preview while there is one. Closing takes it away and does nothing.
#[component]
pub fn ImportPreview(preview: RwSignal<Option<Preview>>) -> impl IntoView {
    let shown = Signal::derive(move || preview.with(Option::is_some));
    let close = Callback::new(move |()| preview.set(None));
    view! { <Dialog title="Import ratings" shown close>{move || preview.get().map(|made| view! { <Content made preview /> })}</Dialog> }
}

#[component]
fn Content(made: Preview, preview: RwSignal<Option<Preview>>) -> impl IntoView {
    let workspace = workspace();
    let count = made.edits.len();
    let edits = StoredValue::new(made.edits.clone());
    let import = move |_| {
        if workspace.apply_all(edits.get_value()) {
            workspace.say(format!(
                "{count} changes were imported. Undo takes them all back."
            ));
        }
        preview.set(None);
    };
    let changes = made
        .edits
        .iter()
        .filter_map(describe)
        .map(|text| view! { <li>{text}</li> })
        .collect_view();
    let unusable = made.unusable.iter().map(|row| view! { <li><strong>{format!("Line {}. ", row.line)}</strong>{row.text.clone()}</li> }).collect_view();
    view! {
        <p>{format!("{} are new, {} replace what is there, {} are there already, {} rows or cells cannot be used.", made.added, made.replaced, made.unchanged, made.unusable.len())}</p>
        {made.remarks.iter().map(|remark| view! { <p class="problem warning">{remark.clone()}</p> }).collect_view()}
        {(!made.unusable.is_empty()).then(|| view! {
            <h3>"Cannot be used"</h3>
            <ul class="import-list">{unusable}</ul>
        })}
        {(count > 0).then(|| view! {
            <details><summary>{format!("The {count} changes")}</summary><ul class="import-list">{changes}</ul></details>
        })}
        <div class="buttons">
            <button type="button" class="primary" disabled={count == 0} on:click=import>{format!("Import {count} changes")}</button>
            <button type="button" on:click=move |_| preview.set(None)>"Leave all as it is"</button>
        </div>
    }
}
