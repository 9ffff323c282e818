//! Many assessments at once: units by processes.

use leptos::prelude::*;

#[component]
pub fn Portfolio() -> impl IntoView {
    view! {
        <div class="page">
            <h1 tabindex="-1">"Portfolio"</h1>
        </div>
    }
}
