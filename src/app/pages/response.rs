//! Answers that came back in a link, to be taken in.

use crate::app::pages::not_loaded::Loading;
use crate::app::parts::answers_in::ArrivalsPreview;
use crate::app::route::Route;
use crate::app::team_view::TeamView;
use crate::app::workspace::workspace;
use crate::exchange::response_file::SentResponse;
use leptos::prelude::*;

#[component]
pub fn TakeIn(data: String) -> impl IntoView {
    let shown = match SentResponse::read_link(&data) {
        Ok(sent) => view! { <Preview sent /> }.into_any(),
        Err(error) => {
            view! { <p class="problem error" role="alert">{error.to_string()}</p> }.into_any()
        }
    };
    view! {
        <div class="page">
            <h1 tabindex="-1">"Answers to a questionnaire"</h1>
            {shown}
        </div>
    }
}

/// The assessment on this machine that they belong to, and what taking them in would do.
#[component]
fn Preview(sent: SentResponse) -> impl IntoView {
    let workspace = workspace();
    let assessment = sent.assessment.clone();
    let brought = RwSignal::new(vec![("Link".to_owned(), Ok(sent))]);
    let there = Route::Team(assessment.clone(), TeamView::Questionnaires).address();
    move || {
        match workspace.open(&assessment) {
        Ok(false) => view! { <Loading /> }.into_any(),
        Err(error) => view! {
            <p class="problem error" role="alert">"The assessment that these answers belong to cannot be opened. "{error.to_string()}</p>
        }
        .into_any(),
        Ok(true) => {
            let title = workspace.with(|open| open.assessment.title.clone());
            view! {
                <p>"They belong to "<strong>{title}</strong>"."</p>
                <ArrivalsPreview brought />
                {move || brought.with(Vec::is_empty).then(|| view! { <p role="status">"Done. Nothing is left to take in."</p> })}
                <p class="buttons"><a class="button" href=there.clone()>"Go to the questionnaires of this assessment"</a></p>
            }
            .into_any()
        }
    }
    }
}
