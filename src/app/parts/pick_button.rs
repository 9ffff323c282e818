//! A button that lets people pick a file, which is read by whoever gets it.

use leptos::html;
use leptos::prelude::*;

/// Hands over the file that was picked, of any size.
#[component]
pub fn PickButton(
    label: &'static str,
    accept: &'static str,
    #[prop(optional)] class: &'static str,
    picked: Callback<web_sys::File>,
) -> impl IntoView {
    let input: NodeRef<html::Input> = NodeRef::new();
    let read = move |_| {
        let Some(input) = input.get_untracked() else {
            return;
        };
        let Some(file) = input.files().and_then(|files| files.get(0)) else {
            return;
        };
        // So that the same file can be picked again.
        input.set_value("");
        picked.run(file);
    };
    view! {
        <label class=format!("button file {class}")>
            {label}
            <input type="file" class="visually-hidden" accept=accept node_ref=input on:change=read />
        </label>
    }
}
