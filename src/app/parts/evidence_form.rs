//! A new piece of evidence.

use super::fields::{ChoiceField, DateField};
use crate::app::browser::timed_id;
use crate::app::workspace::workspace;
use crate::domain::date::Date;
use crate::domain::edit::Edit;
use crate::domain::evidence::{Evidence, EvidenceEdit, EvidenceKind};
use crate::domain::id::EvidenceId;
use crate::domain::subject::Subject;
use crate::report::evidence_words;
use leptos::ev;
use leptos::prelude::*;

/// `subject` rests on the new piece, where it is given.
#[component]
pub fn EvidenceForm(subject: Option<Subject>) -> impl IntoView {
    let workspace = workspace();
    let kind = RwSignal::new(EvidenceKind::Document);
    let title = RwSignal::new(String::new());
    let place = RwSignal::new(String::new());
    let date = RwSignal::new(None::<Date>);
    let role = RwSignal::new(String::new());
    let subject = StoredValue::new(subject);
    let add = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let text = |signal: RwSignal<String>| signal.get_untracked().trim().to_owned();
        let id = EvidenceId::new(timed_id());
        let content = Evidence {
            kind: kind.get_untracked(),
            title: text(title),
            place: text(place),
            date: date.get_untracked(),
            role: text(role),
            by: workspace.author(),
        };
        let mut edits = vec![EvidenceEdit::Set {
            evidence: id.clone(),
            content: Some(content),
        }];
        edits.extend(subject.get_value().map(|subject| EvidenceEdit::Cite {
            evidence: id,
            subject,
            cited: true,
        }));
        if workspace.apply_all(edits.into_iter().map(Edit::Evidence).collect()) {
            for field in [title, place, role] {
                field.set(String::new());
            }
            date.set(None);
        }
    };
    let value = Signal::derive(move || evidence_words::kind(kind.get()).to_owned());
    let choose = Callback::new(move |word: String| {
        if let Some(found) = evidence_words::kind_of(&word) {
            kind.set(found);
        }
    });
    view! {
        <form class="evidence-form" on:submit=add>
            <ChoiceField label="Kind".to_owned() options=kind_options() value commit=choose />
            <Line label="What it is" text=title />
            <Line label="Where it is" text=place />
            <Line label="From which role" text=role />
            <DateField label="Date".to_owned() value=date commit=Callback::new(move |day| date.set(day)) />
            <button type="submit">"Add evidence"</button>
        </form>
    }
}

/// The kinds to choose from, each under its word.
pub fn kind_options() -> Vec<(String, String)> {
    let words = EvidenceKind::ALL.map(|kind| evidence_words::kind(kind).to_owned());
    words.map(|word| (word.clone(), word)).to_vec()
}

/// A line of text that counts when the whole form is sent.
#[component]
fn Line(label: &'static str, text: RwSignal<String>) -> impl IntoView {
    view! {
        <label class="grow">
            <span class="field-name">{label}</span>
            <input type="text" autocomplete="off" prop:value=move || text.get() on:input=move |event| text.set(event_target_value(&event)) />
        </label>
    }
}
