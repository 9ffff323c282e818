//! Assessing a unit again, from what was found the last time.

use leptos::prelude::*;

#[component]
pub fn Again() -> impl IntoView {
    view! {
        <div class="page">
            <h1 tabindex="-1">"Re-assess"</h1>
        </div>
    }
}
