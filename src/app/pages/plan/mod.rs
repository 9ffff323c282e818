//! Plan: what to do next, why, by whom and by when. One view a file.

mod actions;

use crate::app::parts::plan_nav::PlanNav;
use crate::app::plan_view::PlanView;
use actions::Actions;
use leptos::prelude::*;

#[component]
pub fn Plan(view: PlanView) -> impl IntoView {
    view! {
        <div class="page plan">
            <PlanNav current=view />
            {match view {
                PlanView::Actions => view! { <Actions /> }.into_any(),
            }}
        </div>
    }
}
