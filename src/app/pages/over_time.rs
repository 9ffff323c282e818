//! The same assessment on other days.

use leptos::prelude::*;

#[component]
pub fn OverTime() -> impl IntoView {
    view! {
        <div class="page">
            <h1 tabindex="-1">"Over time"</h1>
        </div>
    }
}
