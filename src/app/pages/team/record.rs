//! Record: what a formal assessment has to document, and whether it is ready to finalise.

use crate::app::parts::team_nav::TeamNav;
use crate::app::team_view::TeamView;
use leptos::prelude::*;

#[component]
pub fn Record() -> impl IntoView {
    view! {
        <div class="page">
            <TeamNav current=TeamView::Record />
            <h1 tabindex="-1">"Assessment record"</h1>
        </div>
    }
}
