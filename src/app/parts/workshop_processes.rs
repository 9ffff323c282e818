//! The processes of a workshop: how far each is, and the way to it.

use super::level_badge::LevelBadge;
use crate::app::open::Open;
use crate::app::route::Route;
use crate::app::work_view::WorkView;
use crate::app::workspace::workspace;
use crate::domain::id::ProcessId;
use crate::domain::result::Progress;
use crate::report::words;
use leptos::prelude::*;

#[component]
pub fn WorkshopProcesses(process: ProcessId) -> impl IntoView {
    let workspace = workspace();
    let scope = workspace.with(Open::scope).unwrap_or_default();
    let place = scope.iter().position(|found| *found == process);
    let count = scope.len();
    let whole = move || {
        let mut whole = Progress::default();
        for result in workspace.results() {
            whole.add(result.progress);
        }
        words::progress(whole)
    };
    let entries = scope.into_iter().map(|id| {
        let href = workspace.with(|open| Route::Work(open.id.clone(), WorkView::Workshop, Some(id.clone())).address());
        let name = workspace.with(|open| words::process(&open.model, &id));
        let current = (id == process).then_some("true");
        let state = move || workspace.result(&id).map(|result| view! {
            <span class="hint">{words::progress(result.progress)}</span>
            <LevelBadge level=result.level lowest=result.lowest highest=result.highest rated={result.progress.rated > 0} carried={result.progress.carried > 0} />
        });
        view! { <li><a href=href aria-current=current><span>{name}</span>" "{state}</a></li> }
    }).collect_view();
    view! {
        <nav class="workshop-processes" aria-label="Processes">
            <details>
                <summary>{place.map(|place| format!("Process {} of {count}", place + 1))}<span class="hint">" \u{b7} "{whole}</span></summary>
                <ul>{entries}</ul>
            </details>
        </nav>
    }
}
