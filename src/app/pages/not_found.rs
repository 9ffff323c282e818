//! An address that leads nowhere.

use leptos::prelude::*;

#[component]
pub fn NotFound(path: String) -> impl IntoView {
    view! {
        <div class="page message">
            <h1 tabindex="-1">"There is no such page"</h1>
            <p>"The address \u{201c}"{path}"\u{201d} leads nowhere. Perhaps the link was cut off."</p>
            <a class="button primary" href="#/">"Go to your assessments"</a>
        </div>
    }
}
