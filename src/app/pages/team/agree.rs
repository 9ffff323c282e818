//! Agree: where people rated differently, and what they settle on.

use crate::app::parts::team_nav::TeamNav;
use crate::app::team_view::TeamView;
use leptos::prelude::*;

#[component]
pub fn Agree() -> impl IntoView {
    view! {
        <div class="page">
            <TeamNav current=TeamView::Agree />
            <h1 tabindex="-1">"Agree"</h1>
        </div>
    }
}
