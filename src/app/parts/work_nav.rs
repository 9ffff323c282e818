//! The way between the questions and the other views of what is rated.

use super::finalised_line::FinalisedLine;
use crate::app::browser::show;
use crate::app::route::Route;
use crate::app::work_view::WorkView;
use crate::app::workspace::workspace;
use crate::domain::id::ProcessId;
use leptos::prelude::*;

/// `current` is none on the page of questions. The links keep to the process at hand.
#[component]
pub fn WorkNav(
    current: Option<WorkView>,
    #[prop(into)] process: Signal<Option<ProcessId>>,
) -> impl IntoView {
    let workspace = workspace();
    let address = move |view: Option<WorkView>| {
        workspace.with(|open| {
            let (id, process) = (open.id.clone(), process.get());
            let route = match view {
                None => Route::Rate(id, process),
                // Not about one process.
                Some(view @ (WorkView::Findings | WorkView::Evidence)) => {
                    Route::Work(id, view, None)
                }
                Some(view) => Route::Work(id, view, process),
            };
            route.address()
        })
    };
    let views = std::iter::once(None).chain(WorkView::ALL.map(Some));
    let links = views.map(|view| {
        let name = view.map_or("Questions", WorkView::name);
        view! { <a href=move || address(view) aria-current=(view == current).then_some("page")>{name}</a> }
    });
    // Where there is little room, the list scrolls sideways.
    request_animation_frame(|| show(".plan-nav [aria-current]"));
    view! {
        <nav aria-label="Rate" class="plan-nav">{links.collect_view()}</nav>
        <FinalisedLine />
    }
}
