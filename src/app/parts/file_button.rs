//! A button that lets people pick a file.

use crate::app::browser::file_text;
use crate::app::workspace::workspace;
use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Hands over the name and text of the file that was picked.
#[component]
pub fn FileButton(
    label: &'static str,
    accept: &'static str,
    #[prop(optional)] class: &'static str,
    picked: Callback<(String, String)>,
) -> impl IntoView {
    let workspace = workspace();
    let input: NodeRef<html::Input> = NodeRef::new();
    let read = move |_: ev::Event| {
        let Some(input) = input.get_untracked() else {
            return;
        };
        let Some(file) = input.files().and_then(|files| files.get(0)) else {
            return;
        };
        // So that the same file can be picked again.
        input.set_value("");
        spawn_local(async move {
            match file_text(&file).await {
                Ok(text) => picked.run((file.name(), text)),
                Err(message) => workspace.say(message),
            }
        });
    };
    view! {
        <label class=format!("button file {class}")>
            {label}
            <input type="file" class="visually-hidden" accept=accept node_ref=input on:change=read />
        </label>
    }
}
