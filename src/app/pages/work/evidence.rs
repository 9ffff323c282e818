//! Evidence: the register, and how far it covers what the class demands.

use crate::app::parts::work_nav::WorkNav;
use crate::app::work_view::WorkView;
use leptos::prelude::*;

#[component]
pub fn Evidence() -> impl IntoView {
    view! {
        <div class="page">
            <WorkNav current=Some(WorkView::Evidence) process=None />
            <h1 tabindex="-1">"Evidence"</h1>
        </div>
    }
}
