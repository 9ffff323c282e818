//! The parking lot of a workshop: questions that were put aside, with the way back to each.

use super::fields::TextField;
use crate::app::browser::timed_id;
use crate::app::workspace::{Workspace, workspace};
use crate::domain::edit::Edit;
use crate::domain::finding::{Finding, FindingEdit, FindingKind, Found};
use crate::domain::id::FindingId;
use crate::domain::subject::Subject;
use crate::report::subject_list::{SubjectEntry, entry};
use leptos::prelude::*;

/// Puts a subject aside.
pub fn park(workspace: Workspace, subject: &Subject) {
    let parked = workspace.with(|open| {
        let findings = open.assessment.findings.of(subject);
        findings.iter().any(|(_, finding, _)| waits(finding))
    });
    let Some((false, entry)) = parked.zip(in_words(workspace, subject)) else {
        workspace.say("It is parked already.");
        return;
    };
    let finding = FindingId::new(timed_id());
    let content = Finding {
        kind: FindingKind::Question,
        text: format!("Come back to {}: {}", entry.id, entry.text),
        parked: true,
        done: false,
    };
    workspace.apply_all(vec![
        Edit::Finding(FindingEdit::Set {
            finding: finding.clone(),
            content: Some(content),
        }),
        Edit::Finding(FindingEdit::Attach {
            finding,
            subject: subject.clone(),
            attached: true,
        }),
    ]);
}

/// `back` leads to a subject.
#[component]
pub fn ParkingLot(back: Callback<Subject>) -> impl IntoView {
    let workspace = workspace();
    let parked = Memo::new(move |_| {
        let ids = workspace.track_any(|open| {
            let all = open.assessment.findings.all().into_iter();
            let waiting = all.filter(|(_, finding, _)| waits(finding));
            waiting.map(|(id, ..)| id.clone()).collect::<Vec<_>>()
        });
        ids.unwrap_or_default()
    });
    view! {
        <section class="parking" aria-labelledby="parking">
            <h2 id="parking">"Parking lot"</h2>
            <p class="hint">{move || parked.with(Vec::is_empty).then_some("Nothing is parked. K puts the question at hand aside.")}</p>
            <ul class="parked">
                <For each=move || parked.get() key=Clone::clone let:id><Parked id back /></For>
            </ul>
        </section>
    }
}

#[component]
fn Parked(id: FindingId, back: Callback<Subject>) -> impl IntoView {
    let workspace = workspace();
    let id = StoredValue::new(id);
    let found = Memo::new(move |_| {
        let found = workspace.track_any(|open| {
            let all = open.assessment.findings.all().into_iter();
            let mut all = all.filter(|(found, ..)| id.with_value(|id| *found == id));
            all.next()
                .map(|(_, finding, found): (_, &Finding, &Found)| {
                    (finding.clone(), found.subjects.iter().next().cloned())
                })
        });
        found.flatten()
    });
    let set = move |change: &dyn Fn(&mut Finding)| {
        let Some((mut content, _)) = found.get_untracked() else {
            return false;
        };
        change(&mut content);
        workspace.apply(Edit::Finding(FindingEdit::Set {
            finding: id.get_value(),
            content: Some(content),
        }))
    };
    let subject = move || found.get()?.1;
    let place = move || Some(in_words(workspace, &subject()?)?.id);
    let about = move || place().map_or_else(|| "Parked".to_owned(), |id| format!("Parked at {id}"));
    let text = Signal::derive(move || found.get().map_or_else(String::new, |found| found.0.text));
    let commit = Callback::new(move |text: String| {
        if text.is_empty() {
            return Err("Write what to come back to.".to_owned());
        }
        set(&|content| text.clone_into(&mut content.text));
        Ok(())
    });
    view! {
        <li>
            <TextField label=Signal::derive(about) value=text commit />
            <div class="buttons">
                {move || subject().map(|subject| view! {
                    <button type="button" class="quiet" aria-label=move || format!("Back to it: {}", place().unwrap_or_default()) on:click=move |_| back.run(subject.clone())>"Back to it"</button>
                })}
                <button type="button" class="quiet" aria-label=move || format!("Done: {}", text.get()) on:click=move |_| { set(&|content| content.done = true); }>"Done"</button>
            </div>
        </li>
    }
}

fn waits(finding: &Finding) -> bool {
    finding.parked && !finding.done
}

fn in_words(workspace: Workspace, subject: &Subject) -> Option<SubjectEntry> {
    workspace.with(|open| entry(&open.model, &open.assessment, subject.clone()))
}
