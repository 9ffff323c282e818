//! Copies: files that others worked on, joined with this one.

use crate::app::parts::team_nav::TeamNav;
use crate::app::team_view::TeamView;
use leptos::prelude::*;

#[component]
pub fn Copies() -> impl IntoView {
    view! {
        <div class="page">
            <TeamNav current=TeamView::Copies />
            <h1 tabindex="-1">"Copies"</h1>
        </div>
    }
}
