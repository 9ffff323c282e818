//! Questionnaires for participants, and what came back.

use crate::app::parts::team_nav::TeamNav;
use crate::app::team_view::TeamView;
use leptos::prelude::*;

#[component]
pub fn Questionnaires() -> impl IntoView {
    view! {
        <div class="page">
            <TeamNav current=TeamView::Questionnaires />
            <h1 tabindex="-1">"Questionnaires"</h1>
        </div>
    }
}
