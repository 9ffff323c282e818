//! A page whose files could not be fetched.

use leptos::prelude::*;

#[component]
pub fn NotLoaded(again: impl Fn() + Send + 'static) -> impl IntoView {
    view! {
        <div class="page message">
            <h1 tabindex="-1">"This page could not be loaded"</h1>
            <p>"Your work is not touched. Check the network connection, then try again."</p>
            <button type="button" class="primary" on:click=move |_| again()>"Try again"</button>
        </div>
    }
}

/// While it is being fetched.
#[component]
pub fn Loading() -> impl IntoView {
    view! { <p class="page" role="status">"Loading this page\u{2026}"</p> }
}
