//! Questionnaires for participants, and what came back.

use crate::app::parts::answers_in::AnswersIn;
use crate::app::parts::questionnaire_card::QuestionnaireCard;
use crate::app::parts::questionnaire_form::QuestionnaireForm;
use crate::app::parts::survey_results::SurveyResults;
use crate::app::parts::team_nav::TeamNav;
use crate::app::team_view::TeamView;
use crate::app::workspace::workspace;
use leptos::prelude::*;

#[component]
pub fn Questionnaires() -> impl IntoView {
    let workspace = workspace();
    let all = Memo::new(move |_| {
        let all = workspace.track_any(|open| {
            let ids = open.assessment.survey.questionnaires.keys();
            ids.cloned().collect::<Vec<_>>()
        });
        all.unwrap_or_default()
    });
    let answered = Memo::new(move |_| {
        workspace
            .track_any(|open| !open.assessment.survey.responses.is_empty())
            .unwrap_or_default()
    });
    view! {
        <div class="page questionnaires">
            <TeamNav current=TeamView::Questionnaires />
            <h1 tabindex="-1">"Questionnaires"</h1>
            <p class="lead">"Ask many people a few plain questions. The questions travel in a link, the answers come back the same way or as a small file."</p>
            <section aria-labelledby="asked">
                <h2 id="asked">"What is asked"</h2>
                <ul class="questionnaire-list">
                    <For each=move || all.get() key=|id| id.clone() let:id><QuestionnaireCard id /></For>
                </ul>
                <QuestionnaireForm />
            </section>
            <Show when=move || all.with(|all| !all.is_empty()) || answered.get()>
                <section aria-labelledby="came-back">
                    <h2 id="came-back">"Take answers in"</h2>
                    <AnswersIn />
                </section>
            </Show>
            <Show when=move || answered.get()>
                <section aria-labelledby="results">
                    <h2 id="results">"What people said"</h2>
                    <SurveyResults />
                </section>
            </Show>
        </div>
    }
}
