//! Report: one file for those who were not there.

use leptos::prelude::*;

#[component]
pub fn Report() -> impl IntoView {
    view! {
        <div class="page">
            <h1 tabindex="-1">"Report"</h1>
        </div>
    }
}
