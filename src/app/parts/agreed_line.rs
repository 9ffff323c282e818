//! Under a question: what was agreed on, what others rated otherwise, and what they noted.

use crate::app::route::Route;
use crate::app::team_view::TeamView;
use crate::app::workspace::workspace;
use crate::domain::process_state::Remarks;
use crate::report::spread_words;
use leptos::prelude::*;

/// Tells what counts beside the choices, where something was agreed on or people differ.
#[component]
pub fn AgreedLine(remarks: Memo<Option<Remarks>>) -> impl IntoView {
    let workspace = workspace();
    let agreed = move || {
        let agreed = remarks.with(|found| {
            let found = found.as_ref()?;
            let dissent: Vec<String> = found.dissent().map(ToOwned::to_owned).collect();
            let agreed = spread_words::agreement(found.agreement()?);
            Some((agreed, spread_words::dissent(&dissent)))
        });
        let blind = workspace.with(|open| open.assessment.blind) == Some(true);
        agreed.filter(|_| !blind)
    };
    let differ = move || {
        let blind = workspace.with(|open| open.assessment.blind) == Some(true);
        let differ = remarks.with(|found| {
            let found = found.as_ref().filter(|found| found.agreement().is_none())?;
            spread_words::differ(found.judgements())
        });
        differ.filter(|_| !blind)
    };
    let agree = workspace.with(|open| Route::Team(open.id.clone(), TeamView::Agree).address());
    move || {
        match agreed() {
        Some((agreed, dissent)) => Some(view! {
            <p class="row-carried">
                <strong>{agreed}</strong>" This counts. The choices show your own rating, which stays beside it. "{dissent}
            </p>
        }.into_any()),
        None => differ().map(|differ| view! { <p class="row-carried">{differ}" "<a href=agree.clone()>"Agree"</a></p> }.into_any()),
    }
    }
}

/// What others noted before the note that stands, which replaced theirs and lost nothing of it.
#[component]
pub fn EarlierNotes(remarks: Memo<Option<Remarks>>) -> impl IntoView {
    move || {
        remarks.with(|found| {
            let notes = found.iter().flat_map(Remarks::earlier_notes);
            let notes = notes.map(|(author, text)| {
                let (author, text) = (author.to_owned(), text.to_owned());
                view! { <p class="agree-note"><strong>{author}</strong>" noted before: "{text}</p> }
            });
            notes.collect_view()
        })
    }
}
