//! An optional passphrase for a file that is handed out, and the question for one that is opened.

use crate::app::lock;
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::Blob;

/// Where a new passphrase is chosen. Empty for none.
#[component]
pub fn NewPassphrase(passphrase: RwSignal<String>) -> impl IntoView {
    let possible = lock::is_possible();
    view! {
        <label class="passphrase">
            <span class="field-name">"Passphrase (optional)"</span>
            <input type="text" autocomplete="off" spellcheck="false" disabled=!possible
                prop:value=move || passphrase.get() on:input=move |event| passphrase.set(event_target_value(&event)) />
        </label>
        <p class="hint">{if possible {
            "With a passphrase the file can only be opened by those who know it. Nobody can open it if it is forgotten. Several words that do not belong together are a good one."
        } else {
            "This page is not opened over a secure connection, so the browser cannot lock files."
        }}</p>
    }
}

/// The file, locked where a passphrase was chosen.
///
/// # Errors
/// A sentence, where the browser cannot lock it.
pub async fn locked(file: Blob, passphrase: &str) -> Result<Blob, String> {
    match passphrase {
        "" => Ok(file),
        _ => lock::lock(&file, passphrase).await,
    }
}

/// Asks for the passphrase of a locked file until it fits.
#[component]
pub fn Unlock(
    name: String,
    file: String,
    opened: Callback<Blob>,
    close: Callback<()>,
) -> impl IntoView {
    let file = StoredValue::new(file);
    let passphrase = RwSignal::new(String::new());
    let busy = RwSignal::new(false);
    let problem: RwSignal<Option<String>> = RwSignal::new(None);
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        busy.set(true);
        spawn_local(async move {
            match lock::unlock(&file.get_value(), &passphrase.get_untracked()).await {
                Ok(blob) => opened.run(blob),
                Err(message) => problem.set(Some(message)),
            }
            busy.set(false);
        });
    };
    view! {
        <form class="settle opened-model" on:submit=submit>
            <h3>{format!("{name} is locked")}</h3>
            <label>
                <span class="field-name">"Passphrase"</span>
                <input type="password" required autocomplete="off" aria-invalid=move || problem.with(Option::is_some).to_string() prop:value=move || passphrase.get() on:input=move |event| passphrase.set(event_target_value(&event)) />
            </label>
            <div role="alert">{move || problem.get().map(|message| view! { <p class="problem error">{message}</p> })}</div>
            <div class="buttons">
                <button type="submit" class="primary" disabled=move || busy.get()>"Unlock"</button>
                <button type="button" on:click=move |_| close.run(())>"Close"</button>
            </div>
        </form>
    }
}
