//! Several profiles side by side.

use leptos::prelude::*;

#[component]
pub fn Compare() -> impl IntoView {
    view! {
        <div class="page">
            <h1 tabindex="-1">"Compare"</h1>
        </div>
    }
}
