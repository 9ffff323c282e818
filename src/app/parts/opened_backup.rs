//! A backup that was opened: whether it is whole, and what restoring it would do.

use crate::app::backup::{self, Look};
use crate::app::browser::{download_blob, now};
use crate::app::theme::Theme;
use crate::app::workspace::workspace;
use crate::exchange::backup_reader::State;
use leptos::prelude::*;
use leptos::task::spawn_local;

#[component]
pub fn OpenedBackup(
    blob: web_sys::Blob,
    name: String,
    look: Look,
    close: Callback<()>,
) -> impl IntoView {
    let workspace = workspace();
    let blob = StoredValue::new_local(blob);
    let theme: Theme = expect_context();
    let busy = RwSignal::new(false);
    let something = !look.added.is_empty() || !look.changed.is_empty();
    let restore = move |_| {
        busy.set(true);
        spawn_local(async move {
            // What is here now is handed out first, so that there is a way back whatever happens.
            match backup::make(workspace).await {
                Ok(present) => download_blob(
                    &format!(
                        "plumbline-before-restoring-{}.jsonl",
                        now().replace(':', "-")
                    ),
                    &present,
                ),
                Err(error) => {
                    workspace.say(format!(
                        "Nothing was restored, because no backup could be made before. {error}"
                    ));
                    return busy.set(false);
                }
            }
            match backup::restore(workspace, &blob.get_value()).await {
                Ok(look) => {
                    theme.take_up(&workspace);
                    let (added, changed) = (look.added.len(), look.changed.len());
                    workspace.say(format!("Restored: {added} added, {changed} changed. A backup of what was here before was downloaded."));
                    close.run(());
                }
                Err(message) => {
                    workspace.say(format!("Not everything was restored. {message}"));
                    busy.set(false);
                }
            }
        });
    };
    let whole = look.verdict.is_whole();
    let readable = !matches!(look.verdict.state, State::NotABackup | State::TooNew(_));
    let troubles = look
        .verdict
        .troubles
        .iter()
        .map(|trouble| view! { <li class="problem warning">{trouble.to_string()}</li> })
        .collect_view();
    view! {
        <div class="opened-model">
            <h3>{format!("Opened: {name}")}</h3>
            <p class=if whole { "problem good" } else { "problem error" } role="status">{look.verdict.to_string()}</p>
            {(readable && !look.verdict.troubles.is_empty()).then(|| view! { <ul class="problems">{troubles}</ul> })}
            {readable.then(|| view! {
                <Outcomes title="Added" none="Nothing is added." lines=look.added />
                <Outcomes title="Changed" none="Nothing is changed." lines=look.changed />
                <Outcomes title="Left alone" none="" lines=look.left_alone />
            })}
            <div class="buttons">
                {readable.then(|| view! { <button type="button" class="primary" disabled=move || busy.get() || !something on:click=restore>"Restore"</button> })}
                <button type="button" on:click=move |_| close.run(())>"Close"</button>
            </div>
            {readable.then(|| view! { <p class="hint">"Before it starts, a backup of what is here now is downloaded."</p> })}
        </div>
    }
}

#[component]
fn Outcomes(title: &'static str, none: &'static str, lines: Vec<String>) -> impl IntoView {
    let count = lines.len();
    let lines = lines
        .into_iter()
        .map(|line| view! { <li>{line}</li> })
        .collect_view();
    view! {
        {(count > 0 || !none.is_empty()).then(|| view! { <h4>{format!("{title} ({count})")}</h4> })}
        {if count > 0 {
            view! { <div class="problem-list" tabindex="0" role="region" aria-label=title><ul>{lines}</ul></div> }.into_any()
        } else {
            view! { <p class="hint">{none}</p> }.into_any()
        }}
    }
}
