//! "Ready to finalise": what is there, what is missing, and the way there.

use super::record_part::{Jump, PartSection, RecordPart, text_id};
use crate::app::route::Route;
use crate::app::team_view::TeamView;
use crate::app::work_view::WorkView;
use crate::app::workspace::workspace;
use crate::domain::checklist::{CheckPlace, CheckState, ChecklistItem, checklist, missing};
use crate::domain::id::AssessmentId;
use crate::domain::record_edit::Approved;
use crate::report::checklist_words::{asks, missing as sentence, state};
use leptos::prelude::*;

#[component]
pub fn RecordChecklist(items: Memo<Vec<ChecklistItem>>) -> impl IntoView {
    let workspace = workspace();
    let id = StoredValue::new(workspace.with(|open| open.id.clone()));
    let told = move || {
        items.with(|items| match missing(items).count() {
            0 => "Nothing is missing.".to_owned(),
            1 => format!("1 of {} is missing.", items.len()),
            number => format!("{number} of {} are missing.", items.len()),
        })
    };
    let row = move |item: ChecklistItem| {
        let mark = match item.state {
            CheckState::Done => "done",
            CheckState::Missing(_) => "missing",
            CheckState::NotAsked => "not-asked",
            CheckState::CannotTell(_) => "cannot-tell",
        };
        let name = asks(item.check);
        let name = match (&item.state, id.get_value()) {
            (CheckState::Missing(_) | CheckState::CannotTell(_), Some(id)) => {
                way(&id, &item.place, name)
            }
            _ => name.into_any(),
        };
        view! {
            <li data-state=mark>
                <span class="check-state">{state(&item.state)}</span>
                <span class="check-name">{name}" "<span class="asked-by">{item.clause}</span></span>
                <span class="hint">{sentence(&item)}</span>
            </li>
        }
    };
    view! {
        <PartSection part=RecordPart::Checklist clause="4.2 to 4.6">
            <p role="status">{told}</p>
            <ul class="checklist" aria-label="Ready to finalise">
                {move || items.get().into_iter().map(row).collect_view()}
            </ul>
        </PartSection>
    }
}

/// What the checklist finds now.
pub fn found() -> Memo<Vec<ChecklistItem>> {
    let workspace = workspace();
    Memo::new(move |_| {
        let found = workspace.track_any(|open| checklist(&open.model, &open.assessment));
        found.unwrap_or_default()
    })
}

/// A link to where what is missing can be brought.
fn way(id: &AssessmentId, place: &CheckPlace, name: &'static str) -> AnyView {
    let id = id.clone();
    let here = |to: &str| view! { <Jump to=to.to_owned()>{name}</Jump> }.into_any();
    let route = match place {
        CheckPlace::Text(field) => return here(&text_id(*field)),
        CheckPlace::Purpose => return here("record-purpose"),
        CheckPlace::Class => return here("record-class"),
        CheckPlace::Independence => return here("record-independence"),
        CheckPlace::Approval(Approved::Input) => return here("approved-input"),
        CheckPlace::Approval(Approved::Plan) => return here("approved-plan"),
        CheckPlace::Team => return here(RecordPart::Team.id()),
        CheckPlace::Interviews => return here(RecordPart::Interviews.id()),
        CheckPlace::SetUp => Route::SetUp(id),
        CheckPlace::Instances => Route::Work(id, WorkView::Instances, None),
        CheckPlace::Evidence => Route::Work(id, WorkView::Evidence, None),
        CheckPlace::Findings => Route::Work(id, WorkView::Findings, None),
        CheckPlace::Agree => Route::Team(id, TeamView::Agree),
        CheckPlace::Rate(process) => Route::Rate(id, process.clone()),
    };
    view! { <a href=route.address()>{name}</a> }.into_any()
}
