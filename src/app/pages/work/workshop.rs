//! Workshop: one indicator at a time, large, for a room.

use crate::app::parts::work_nav::WorkNav;
use crate::app::work_view::WorkView;
use leptos::prelude::*;

#[component]
pub fn Workshop() -> impl IntoView {
    view! {
        <div class="page">
            <WorkNav current=Some(WorkView::Workshop) process=None />
            <h1 tabindex="-1">"Workshop"</h1>
        </div>
    }
}
