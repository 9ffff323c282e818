//! Answers that came back in a link, to be taken in.

use leptos::prelude::*;

#[component]
pub fn TakeIn(data: String) -> impl IntoView {
    view! {
        <div class="page">
            <h1 tabindex="-1">"Answers"</h1>
            <p>{data}</p>
        </div>
    }
}
