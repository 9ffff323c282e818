//! The evidence that a rating rests on, under its row: what there is, a new piece, or one of the register.

use super::evidence_form::EvidenceForm;
use super::evidence_line::EvidenceLine;
use crate::app::browser::lower_case;
use crate::app::workspace::workspace;
use crate::domain::edit::Edit;
use crate::domain::evidence::{Evidence, EvidenceEdit};
use crate::domain::id::EvidenceId;
use crate::domain::subject::Subject;
use leptos::prelude::*;

/// More than these are found by more words.
const LISTED: usize = 8;

#[component]
pub fn EvidenceList(
    subject: Subject,
    evidence: Memo<Vec<(EvidenceId, Evidence)>>,
) -> impl IntoView {
    let workspace = workspace();
    let subject = StoredValue::new(subject);
    let cite = Callback::new(move |(evidence, cited): (EvidenceId, bool)| {
        workspace.apply(Edit::Evidence(EvidenceEdit::Cite {
            evidence,
            subject: subject.get_value(),
            cited,
        }));
    });
    let items = move || {
        let all = evidence.get().into_iter();
        all.map(|(id, piece)| {
            let label = format!("Remove evidence: {}", piece.title);
            view! {
                <li>
                    <EvidenceLine piece />" "
                    <button type="button" class="quiet" aria-label=label on:click=move |_| cite.run((id.clone(), false))>"Remove"</button>
                </li>
            }
        }).collect_view()
    };
    view! {
        <ul class="evidence">{items}</ul>
        <FromRegister evidence cite />
        <EvidenceForm subject=Some(subject.get_value()) />
    }
}

/// Finds pieces that are in the register already.
#[component]
fn FromRegister(
    evidence: Memo<Vec<(EvidenceId, Evidence)>>,
    cite: Callback<(EvidenceId, bool)>,
) -> impl IntoView {
    let workspace = workspace();
    let search = RwSignal::new(String::new());
    let others = Memo::new(move |_| {
        let here = evidence.get();
        let others = workspace.track_any(|open| {
            let all = open.assessment.evidence.all();
            let others = all.filter(|(id, _)| !here.iter().any(|(cited, _)| cited == *id));
            others
                .map(|(id, piece)| (id.clone(), piece.clone()))
                .collect::<Vec<_>>()
        });
        others.unwrap_or_default()
    });
    let found = move || {
        let wanted = lower_case(search.get().trim());
        if wanted.is_empty() {
            return Vec::new();
        }
        let mut found = others.get();
        found.retain(|(_, piece)| {
            lower_case(&format!("{} {} {}", piece.title, piece.place, piece.role)).contains(&wanted)
        });
        found
    };
    let items = move || {
        let all = found().into_iter().take(LISTED);
        all.map(|(id, piece)| {
            let label = format!("It rests on: {}", piece.title);
            view! {
                <li>
                    <button type="button" class="quiet" aria-label=label on:click=move |_| { cite.run((id.clone(), true)); search.set(String::new()); }>"Take it"</button>" "
                    <EvidenceLine piece />
                </li>
            }
        }).collect_view()
    };
    move || {
        (!others.with(Vec::is_empty)).then(|| view! {
            <label>
                <span class="field-name">"Search the register for evidence that is there already"</span>
                <input type="search" autocomplete="off" prop:value=move || search.get() on:input=move |event| search.set(event_target_value(&event)) />
            </label>
            <ul class="evidence" aria-label="Found in the register">{items}</ul>
        })
    }
}
