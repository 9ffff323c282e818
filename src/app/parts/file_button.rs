//! A button that lets people pick a text file.

use super::pick_button::PickButton;
use crate::app::browser::file_text;
use crate::app::workspace::workspace;
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
    let read = Callback::new(move |file: web_sys::File| {
        spawn_local(async move {
            match file_text(&file).await {
                Ok(text) => picked.run((file.name(), text)),
                Err(message) => workspace.say(message),
            }
        });
    });
    view! { <PickButton label accept class picked=read /> }
}
