//! An assessment that cannot be opened, with the reason and what can be done.

use crate::app::route::Route;
use crate::app::shell::go;
use crate::app::workspace::{OpenError, workspace};
use crate::domain::id::AssessmentId;
use leptos::prelude::*;

#[component]
pub fn NotOpen(id: AssessmentId, error: OpenError) -> impl IntoView {
    let workspace = workspace();
    let deleted = error == OpenError::Deleted;
    let kept = matches!(error, OpenError::Model(_));
    let reason = error.to_string();
    let restored = id.clone();
    let restore = move |_| {
        workspace.set_deleted(restored.clone(), None);
        go(&Route::Home);
    };
    let download = move |_| {
        let id = id.clone();
        workspace.call_later(move |on_call| (on_call.export)(workspace, id));
    };
    view! {
        <div class="page message">
            <h1 tabindex="-1">"This assessment cannot be opened"</h1>
            <p>{reason}</p>
            <div class="buttons">
                {deleted.then(|| view! { <button type="button" class="primary" on:click=restore.clone()>"Bring it back"</button> })}
                {kept.then(|| view! { <button type="button" on:click=download.clone()>"Download it"</button> })}
                <a class="button" href="#/">"Go to your assessments"</a>
            </div>
        </div>
    }
}
