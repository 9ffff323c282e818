//! Whether the browser has promised to keep the work when the disk runs full, and the question for it.

use crate::app::room::{ask_for_promise, is_promised};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Nothing is shown where the browser knows no such promise.
#[component]
pub fn Promise() -> impl IntoView {
    let promised: RwSignal<Option<bool>> = RwSignal::new(None);
    let refused = RwSignal::new(false);
    spawn_local(async move { promised.set(is_promised().await) });
    let ask = move |_| {
        spawn_local(async move {
            let given = ask_for_promise().await;
            promised.set(Some(given));
            refused.set(!given);
        });
    };
    move || {
        match (promised.get(), refused.get()) {
        (Some(false), false) => view! {
            <p class="hint">"A browser may clear what pages keep when the disk runs full. "<button type="button" class="quiet" on:click=ask>"Ask it to keep my work"</button></p>
        }.into_any(),
        (Some(false), true) => view! { <p class="hint" role="status">"The browser did not promise it this time. It does so more readily once Plumbline is installed or in your bookmarks."</p> }.into_any(),
        (Some(true), _) => view! { <p class="hint">"The browser has promised to keep your work when the disk runs full."</p> }.into_any(),
        (None, _) => ().into_any(),
    }
    }
}
