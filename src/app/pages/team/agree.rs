//! Agree: where people rated differently, and what they settle on.

use crate::app::parts::agree_list::AgreeList;
use crate::app::parts::blind_mode::{BlindMode, Shares};
use crate::app::parts::rater_name::RaterName;
use crate::app::parts::team_nav::TeamNav;
use crate::app::route::Route;
use crate::app::team_view::TeamView;
use crate::app::workspace::workspace;
use crate::domain::spread::{Spreads, spreads};
use crate::report::words::count;
use leptos::prelude::*;

#[component]
pub fn Agree() -> impl IntoView {
    let workspace = workspace();
    let found = Memo::new(move |_| {
        let found = workspace.track_any(|open| spreads(&open.model, &open.assessment));
        found.unwrap_or_default()
    });
    let blind = Memo::new(move |_| workspace.track_any(|open| open.assessment.blind) == Some(true));
    view! {
        <div class="page agree">
            <TeamNav current=TeamView::Agree />
            <h1 tabindex="-1">"Agree"</h1>
            <p class="lead" role="status">{move || if blind.get() { BLIND.to_owned() } else { found.with(standing) }}</p>
            <div class="agree-top">
                <RaterName />
                <BlindMode blind />
            </div>
            <Shares found />
            {move || {
                let alone = found.with(|found| found.authors.len() < 2);
                match (blind.get(), alone) {
                    (true, _) => ().into_any(),
                    (false, true) => view! { <Alone /> }.into_any(),
                    (false, false) => view! { <AgreeList found /> }.into_any(),
                }
            }}
        </div>
    }
}

const BLIND: &str = "Ratings are blind. What people differ on is shown here once they are opened.";

fn standing(found: &Spreads) -> String {
    let people = found.authors.len();
    let differ = found.to_settle().count();
    match (people, differ) {
        (0, _) => "Nobody has rated anything yet.".to_owned(),
        (1, _) => format!("Only {} has rated so far.", found.authors[0].author),
        (_, 0) => format!("{people} people rated. Nothing is left to settle."),
        (_, _) => format!(
            "{people} people rated. {} to settle, the greatest disagreement first.",
            count(differ, "disagreement")
        ),
    }
}

#[component]
fn Alone() -> impl IntoView {
    let copies = workspace()
        .with(|open| Route::Team(open.id.clone(), TeamView::Copies).address())
        .unwrap_or_default();
    view! {
        <div class="empty">
            <p>"What people rate under names of their own is put side by side here."</p>
            <p>"Hand out a copy and join what comes back, or change the name above and rate on this machine in turn."</p>
            <p><a href=copies>"Hand out a copy"</a></p>
        </div>
    }
}
