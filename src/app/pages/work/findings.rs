//! Findings: the inbox of remarks, and what they are attached to.

use crate::app::parts::work_nav::WorkNav;
use crate::app::work_view::WorkView;
use leptos::prelude::*;

#[component]
pub fn Findings() -> impl IntoView {
    view! {
        <div class="page">
            <WorkNav current=Some(WorkView::Findings) process=None />
            <h1 tabindex="-1">"Findings"</h1>
        </div>
    }
}
