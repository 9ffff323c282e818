//! The way between the views of the plan.

use crate::app::browser::show;
use crate::app::plan_view::PlanView;
use crate::app::route::Route;
use crate::app::workspace::workspace;
use leptos::prelude::*;

#[component]
pub fn PlanNav(current: PlanView) -> impl IntoView {
    let links = PlanView::ALL.map(|view| {
        let address = workspace().with(|open| Route::Plan(open.id.clone(), view).address());
        view! { <a href=address aria-current=(view == current).then_some("page")>{view.name()}</a> }
    });
    // Where there is little room, the list scrolls sideways.
    request_animation_frame(|| show(".plan-nav [aria-current]"));
    view! { <nav aria-label="Plan" class="plan-nav">{links}</nav> }
}
