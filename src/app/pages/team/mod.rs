//! What the team does together: one view a file.

mod agree;
mod copies;
mod questionnaires;
mod record;

use crate::app::team_view::TeamView;
use leptos::prelude::*;

#[component]
pub fn Team(view: TeamView) -> impl IntoView {
    match view {
        TeamView::Agree => view! { <agree::Agree /> }.into_any(),
        TeamView::Copies => view! { <copies::Copies /> }.into_any(),
        TeamView::Questionnaires => view! { <questionnaires::Questionnaires /> }.into_any(),
        TeamView::Record => view! { <record::Record /> }.into_any(),
    }
}
