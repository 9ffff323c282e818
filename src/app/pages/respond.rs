//! A questionnaire that came in a link, for a participant.

use leptos::prelude::*;

#[component]
pub fn Respond(data: String) -> impl IntoView {
    view! {
        <div class="page">
            <h1 tabindex="-1">"Questionnaire"</h1>
            <p>{data}</p>
        </div>
    }
}
