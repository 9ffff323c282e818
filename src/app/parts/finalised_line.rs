//! Says on pages where people would make changes that the assessment is finalised.

use crate::app::route::Route;
use crate::app::team_view::TeamView;
use crate::app::workspace::workspace;
use crate::exchange::seal_hash::latest;
use leptos::prelude::*;

/// Nothing while it is not.
#[component]
pub fn FinalisedLine() -> impl IntoView {
    let workspace = workspace();
    let by = move || {
        let by = workspace.track(|open| {
            open.assessment.seal.as_ref()?;
            latest(&open.assessment).map(|sealed| sealed.change.author.clone())
        });
        by.flatten()
    };
    let record = workspace.with(|open| Route::Team(open.id.clone(), TeamView::Record).address());
    move || {
        by().map(|by| {
            let record = record.clone();
            view! { <p class="banner" role="note"><span>{format!("Finalised by {by}. Nothing can be changed until it is opened again on the ")}<a href=record>"Record page"</a>"."</span></p> }
        })
    }
}
