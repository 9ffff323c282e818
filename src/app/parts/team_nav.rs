//! The way between the views of the team.

use crate::app::browser::show;
use crate::app::route::Route;
use crate::app::team_view::TeamView;
use crate::app::workspace::workspace;
use leptos::prelude::*;

#[component]
pub fn TeamNav(current: TeamView) -> impl IntoView {
    let links = TeamView::ALL.map(|view| {
        let address = workspace().with(|open| Route::Team(open.id.clone(), view).address());
        view! { <a href=address aria-current=(view == current).then_some("page")>{view.name()}</a> }
    });
    // Where there is little room, the list scrolls sideways.
    request_animation_frame(|| show(".plan-nav [aria-current]"));
    view! { <nav aria-label="Team" class="plan-nav">{links}</nav> }
}
