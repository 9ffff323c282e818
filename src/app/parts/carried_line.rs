//! Under a question: what came along from the last assessment, why to look at it again, and the button that confirms it.

use crate::app::workspace::{Workspace, workspace};
use crate::domain::look_again::Open;
use crate::domain::subject::Subject;
use crate::report::carried_words;
use leptos::prelude::*;

/// Shown until somebody rates the subject.
#[component]
pub fn CarriedLine(subject: Subject, looks: Memo<Vec<Open>>) -> impl IntoView {
    let workspace = workspace();
    let subject = StoredValue::new(subject);
    let found = Memo::new(move |_| looks.with(|looks| of(looks, &subject.get_value())));
    move || {
        let open = found.get()?;
        let carried = open.carried.as_ref()?;
        let reasons = carried_words::reasons(&open.reasons);
        let words = carried_words::carried(carried);
        Some(view! {
            <p class="row-carried">
                <span class="mark carried">"Carried over"</span>" "{words}". "
                {(!reasons.is_empty()).then(|| view! { <strong>{reasons}</strong>" " })}
                <button type="button" class="quiet" on:click=move |_| { confirm(workspace, &[found.get_untracked()]); }>"Confirm"</button>
            </p>
        })
    }
}

/// What is open of a subject.
pub fn of(looks: &[Open], subject: &Subject) -> Option<Open> {
    looks.iter().find(|open| open.subject == *subject).cloned()
}

/// Says again what was carried over, in one step. Gives whether there was anything to say.
pub fn confirm(workspace: Workspace, open: &[Option<Open>]) -> bool {
    let edits = open.iter().flatten().filter_map(|open| {
        let carried = open.carried.as_ref()?;
        Some(carried.confirming(&open.subject))
    });
    let edits: Vec<_> = edits.flatten().collect();
    !edits.is_empty() && workspace.apply_all(edits)
}
