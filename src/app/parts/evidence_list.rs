//! The evidence that a rating rests on.

use crate::app::browser::random_id;
use crate::app::workspace::workspace;
use crate::domain::edit::Edit;
use crate::domain::evidence::{Evidence, EvidenceEdit, EvidenceKind};
use crate::domain::id::EvidenceId;
use crate::domain::subject::Subject;
use leptos::ev;
use leptos::prelude::*;

const KINDS: [(EvidenceKind, &str, &str); 4] = [
    (EvidenceKind::Document, "document", "Document"),
    (EvidenceKind::Record, "record", "Record"),
    (EvidenceKind::Testimony, "testimony", "Testimony"),
    (EvidenceKind::Observation, "observation", "Observation"),
];

#[component]
pub fn EvidenceList(subject: Subject, evidence: Vec<(EvidenceId, Evidence)>) -> impl IntoView {
    let workspace = workspace();
    let kind = RwSignal::new(EvidenceKind::Document);
    let source = RwSignal::new(String::new());
    let subject = StoredValue::new(subject);
    let cite = move |evidence: EvidenceId, cited: bool| {
        let subject = subject.get_value();
        Edit::Evidence(EvidenceEdit::Cite {
            evidence,
            subject,
            cited,
        })
    };
    let add = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let text = source.get_untracked().trim().to_owned();
        if text.is_empty() {
            return;
        }
        source.set(String::new());
        let id = EvidenceId::new(random_id());
        workspace.apply_all(vec![
            Edit::Evidence(EvidenceEdit::Set {
                evidence: id.clone(),
                content: Some(Evidence {
                    kind: kind.get_untracked(),
                    title: text,
                    place: String::new(),
                    date: None,
                    role: String::new(),
                    by: workspace.author(),
                }),
            }),
            cite(id, true),
        ]);
    };
    let remove = move |id: EvidenceId| {
        workspace.apply(cite(id, false));
    };
    let items = evidence.into_iter().map(|(id, evidence)| {
        let kind = KINDS.iter().find(|(kind, ..)| *kind == evidence.kind).map_or("", |(.., word)| word);
        let label = format!("Remove evidence: {}", evidence.title);
        view! {
            <li>
                <span class="mark">{kind}</span>" "{evidence.title}" "
                {evidence.date.map(|day| view! { <span class="hint">{format!("of {day}")}</span>" " })}
                <button type="button" class="quiet" aria-label=label on:click=move |_| remove(id.clone())>"Remove"</button>
            </li>
        }
    }).collect_view();
    view! {
        <ul class="evidence">{items}</ul>
        <form class="evidence-form" on:submit=add>
            <label>
                <span class="field-name">"Kind"</span>
                <select on:change=move |event| {
                    let value = event_target_value(&event);
                    if let Some((found, ..)) = KINDS.iter().find(|(_, name, _)| *name == value) {
                        kind.set(*found);
                    }
                }>
                    {KINDS.map(|(_, name, word)| view! { <option value=name>{word}</option> })}
                </select>
            </label>
            <label class="grow">
                <span class="field-name">"What it is and where to find it"</span>
                <input type="text" prop:value=move || source.get() on:input=move |event| source.set(event_target_value(&event)) />
            </label>
            <button type="submit">"Add evidence"</button>
        </form>
    }
}
