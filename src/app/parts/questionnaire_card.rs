//! One questionnaire: what it asks, how many answered, and how to hand it on.

use super::link_to_copy::LinkToCopy;
use crate::app::browser::page_address;
use crate::app::route::Route;
use crate::app::workspace::workspace;
use crate::chart::qr_code::qr_code;
use crate::domain::edit::Edit;
use crate::domain::id::QuestionnaireId;
use crate::domain::questionnaire::questions;
use crate::domain::survey::{Questionnaire, SurveyEdit};
use crate::exchange::questionnaire_link::SentQuestionnaire;
use crate::report::words::count;
use leptos::prelude::*;

#[component]
pub fn QuestionnaireCard(id: QuestionnaireId) -> impl IntoView {
    let workspace = workspace();
    let id = StoredValue::new(id);
    let content = Memo::new(move |_| {
        let found = workspace.track_any(|open| {
            let all = &open.assessment.survey.questionnaires;
            id.with_value(|id| all.get(id).cloned())
        });
        found.flatten()
    });
    let came_back = Memo::new(move |_| {
        let count = workspace.track_any(|open| {
            let all = open.assessment.survey.responses.values();
            id.with_value(|id| all.filter(|found| found.questionnaire == *id).count())
        });
        count.unwrap_or(0)
    });
    let shown = RwSignal::new(false);
    let remove = move |_| {
        workspace.apply(Edit::Survey(SurveyEdit::SetQuestionnaire {
            questionnaire: id.get_value(),
            content: None,
        }));
    };
    view! {
        {move || content.get().map(|content| view! {
            <li class="questionnaire">
                <h3>{content.title.clone()}</h3>
                <p>{about(&content)}</p>
                <p><strong>{move || match came_back.get() { 0 => "Nobody has answered yet.".to_owned(), 1 => "1 answer came back.".to_owned(), many => format!("{many} answers came back.") }}</strong></p>
                <div class="buttons">
                    <button type="button" aria-expanded=move || shown.get().to_string() on:click=move |_| shown.update(|shown| *shown = !*shown)>"Link and QR code"</button>
                    <button type="button" class="quiet danger" on:click=remove>"Remove"</button>
                </div>
                {move || shown.get().then(|| content_link(&id.get_value()).map(|link| view! { <HandOn link /> }))}
            </li>
        })}
    }
}

#[component]
fn HandOn(link: String) -> impl IntoView {
    let code = qr_code(&link);
    let from_disk = link.starts_with("file:");
    let shown = link.clone();
    view! {
        <div class="hand-on">
            {match code {
                Some(svg) => view! { <div class="qr" inner_html=svg></div> }.into_any(),
                None => view! { <p class="problem warning">"The link is too long for a QR code. Ask about fewer processes, or hand on the link."</p> }.into_any(),
            }}
            <div class="grow">
                <LinkToCopy label="Link for participants" link=Signal::derive(move || shown.clone()) />
                {from_disk.then(|| view! { <p class="hint">"Plumbline was opened from a disk here, so the link works only where others have it in the same place. It works everywhere from a web server."</p> })}
                <p class="hint">"Nothing is sent anywhere by itself: the link holds the questionnaire, and each participant hands the answers back to you."</p>
            </div>
        </div>
    }
}

/// "Performer, 3 processes, levels 1 to 2, 34 questions, without names."
fn about(content: &Questionnaire) -> String {
    let workspace = workspace();
    let found = workspace.with(|open| {
        let role = content.role.as_ref();
        let role = role.and_then(|role| open.model.assessment.role(role));
        let role = role.map_or_else(|| "Everybody".to_owned(), |role| role.title.clone());
        (role, questions(&open.model, content).len())
    });
    let (role, asked) = found.unwrap_or_default();
    let levels = match content.level {
        1 => "level 1".to_owned(),
        level => format!("levels 1 to {level}"),
    };
    let names = if content.named {
        "with names"
    } else {
        "without names"
    };
    let processes = match content.processes.len() {
        1 => "1 process".to_owned(),
        many => format!("{many} processes"),
    };
    let asked = count(asked, "question");
    format!("{role}, {processes}, {levels}, {asked}, {names}.")
}

fn content_link(id: &QuestionnaireId) -> Option<String> {
    let workspace = workspace();
    workspace
        .with(|open| {
            let content = open.assessment.survey.questionnaires.get(id)?.clone();
            let sent = SentQuestionnaire::new(open.id.clone(), id.clone(), content, &open.model);
            let address = Route::Respond(sent.link()).address();
            Some(format!("{}{address}", page_address()))
        })
        .flatten()
}
