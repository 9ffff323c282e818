//! Instances: a matrix of indicators by instances, rated in one pass.

use crate::app::parts::work_nav::WorkNav;
use crate::app::work_view::WorkView;
use leptos::prelude::*;

#[component]
pub fn Instances() -> impl IntoView {
    view! {
        <div class="page">
            <WorkNav current=Some(WorkView::Instances) process=None />
            <h1 tabindex="-1">"Instances"</h1>
        </div>
    }
}
