//! Models of your own: open a file, see its problems by place, mend and open it again, keep it, try it.

use super::file_button::FileButton;
use crate::app::files::export_table;
use crate::app::model_shelf::{Draft, OPENED, draft, keep, try_out};
use crate::app::workspace::workspace;
use crate::exchange::model_csv;
use crate::reference::problem::Severity;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What people may pick as a model.
const MODEL_FILES: &str = ".json,.csv,application/json,text/csv";

#[component]
pub fn OwnModels() -> impl IntoView {
    let workspace = workspace();
    let shown: RwSignal<Option<Draft>> = RwSignal::new(None);
    let picked = Callback::new(move |(name, text): (String, String)| {
        shown.set(Some(draft(workspace, &name, &text)));
    });
    let template = move |_| export_table("model-template", ".csv", &model_csv::template());
    view! {
        <section class="own-models" aria-labelledby="own">
            <h2 id="own">"Models of your own"</h2>
            <p>"Open a model file, or a spreadsheet saved as CSV. Its problems are shown with their places. Mend them in your file and open it again. Nothing is kept before you say so."</p>
            <div class="buttons">
                <FileButton label="Open a model" accept=MODEL_FILES picked />
                <button type="button" on:click=template>"Template for spreadsheets (CSV)"</button>
            </div>
            {move || shown.get().map(|found| view! { <Opened found shown /> })}
        </section>
    }
}

#[component]
fn Opened(found: Draft, shown: RwSignal<Option<Draft>>) -> impl IntoView {
    let workspace = workspace();
    let usable = found.usable();
    let can_try = usable && found.assessment_model().is_some();
    let kept = StoredValue::new(found.clone());
    let keep_it = move |_| {
        spawn_local(async move {
            if keep(workspace, &kept.get_value()).await {
                workspace.say("Kept in this browser. It can be chosen under New assessment.");
                shown.set(None);
            }
        })
    };
    let try_it = move |_| {
        spawn_local(async move {
            let found = kept.get_value();
            if keep(workspace, &found).await && try_out(workspace, &found) {
                workspace.say("Kept in this browser, and a trial assessment was started. Delete both when you are done.");
            }
        })
    };
    let files = found.files.iter().map(|file| view! {
        <li><strong>{file.name.trim_start_matches(OPENED).to_owned()}</strong>" "{file.counts.clone()}</li>
    }).collect_view();
    let problems = found
        .problems
        .iter()
        .map(|problem| {
            let class = if problem.severity == Severity::Error {
                "problem error"
            } else {
                "problem warning"
            };
            view! { <li class=class>{problem.text.clone()}</li> }
        })
        .collect_view();
    let verdict = match (usable, found.problems.is_empty()) {
        (true, true) => "No problems. It can be used.",
        (true, false) => "It can be used. What is said here is advice.",
        (false, _) => "It cannot be used yet. Mend what is marked as an error, then open it again.",
    };
    view! {
        <div class="opened-model" role="status">
            <h3>{format!("Opened: {}", found.name)}</h3>
            <ul>{files}</ul>
            <p>{verdict}</p>
            {(!found.problems.is_empty()).then(|| view! {
                <div class="problem-list" tabindex="0" role="region" aria-label="Problems of the opened model"><ul class="problems">{problems}</ul></div>
            })}
            {found.more.map(|more| view! { <p class="hint">{more}</p> })}
            <div class="buttons">
                <button type="button" class="primary" disabled=!usable on:click=keep_it>"Keep in this browser"</button>
                <button type="button" disabled=!can_try on:click=try_it>"Try it in an assessment"</button>
                <button type="button" on:click=move |_| shown.set(None)>"Close"</button>
            </div>
        </div>
    }
}
