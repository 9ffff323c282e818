//! Whether the last change is saved, always in sight.

use crate::app::browser::local_time;
use crate::app::keeper::SaveState;
use crate::app::workspace::workspace;
use leptos::prelude::*;

#[component]
pub fn SaveMark() -> impl IntoView {
    let workspace = workspace();
    let state = workspace.keeper().state;
    let download = move |_| {
        if let Some(id) = workspace.with(|open| open.id.clone()) {
            workspace.call_later(move |on_call| (on_call.rescue)(workspace, id));
        }
    };
    view! {
        <span class="save" role="status" aria-label="Save state">
            {move || match state.get() {
                SaveState::Nothing => view! { <span class="save-quiet">"Saved on this machine"</span> }.into_any(),
                SaveState::Saving => view! { <span class="save-quiet">"Saving\u{2026}"</span> }.into_any(),
                SaveState::Saved { at } => view! { <span class="save-good">{format!("Saved {}", local_time(&at))}</span> }.into_any(),
                SaveState::Failed(error) => view! {
                    <span class="save-bad">
                        <strong>"Not saved. "</strong>{error.to_string()}" "
                        {workspace.track_any(|_| ()).map(|()| view! {
                            <button type="button" on:click=download>"Download your work"</button>
                        })}
                    </span>
                }.into_any(),
            }}
        </span>
    }
}
