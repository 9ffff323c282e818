//! A link to hand on, with a button that copies it.

use crate::app::browser::copy_text;
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::HtmlInputElement;

#[component]
pub fn LinkToCopy(label: &'static str, #[prop(into)] link: Signal<String>) -> impl IntoView {
    let told = RwSignal::new("");
    let copy = move |_| {
        spawn_local(async move {
            told.set(match copy_text(&link.get_untracked()).await {
                true => "Copied.",
                false => {
                    "This browser lets no page copy. Click into the field and copy with Ctrl-C."
                }
            });
        });
    };
    let select = move |event: ev::FocusEvent| {
        let field: HtmlInputElement = event_target(&event);
        field.select();
    };
    view! {
        <div class="link-to-copy">
            <label class="grow">
                <span class="field-name">{label}</span>
                <input type="text" readonly prop:value=move || link.get() on:focus=select />
            </label>
            <button type="button" on:click=copy>"Copy"</button>
            <span class="hint" role="status">{move || told.get()}</span>
        </div>
    }
}
