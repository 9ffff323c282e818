//! What joining files would bring and change, before it is done.

use crate::app::workspace::workspace;
use crate::domain::subject::Subject;
use crate::exchange::joining::{Incoming, Joining, Outcome};
use crate::exchange::joining_words::level_move;
use crate::report::spread_words;
use crate::report::words::{self, count};
use leptos::prelude::*;

#[component]
pub fn JoinPreview(found: Joining) -> impl IntoView {
    let files = found.files.into_iter().map(incoming).collect_view();
    view! {
        <h3>"What each file brings"</h3>
        <ul class="join-list">{files}</ul>
        {match found.outcome {
            Some(outcome) => after(outcome).into_any(),
            None => view! { <p class="problem good">"Nothing is missing here, so there is nothing to join."</p> }.into_any(),
        }}
    }
}

fn incoming(file: Incoming) -> impl IntoView {
    let (said, refused) = match &file.found {
        Ok(found) => (found.to_string(), false),
        Err(unfit) => (unfit.to_string(), true),
    };
    let (authors, doubts) = match file.found {
        Ok(found) => (found.authors, found.doubts),
        Err(_) => Default::default(),
    };
    let authors = authors
        .into_iter()
        .map(|found| view! { <li>{found.to_string()}</li> });
    let doubts = doubts.into_iter();
    let doubts = doubts.map(|doubt| view! { <p class="problem warning">{doubt.to_string()}</p> });
    view! {
        <li>
            <p>
                <strong>{file.name}</strong>" "
                {refused.then(|| view! { <span class="mark">"Not joined"</span>" " })}
                {(!refused).then(|| said.clone())}
            </p>
            {refused.then(|| view! { <p class="problem error">{said.clone()}</p> })}
            <ul>{authors.collect_view()}</ul>
            {doubts.collect_view()}
        </li>
    }
}

fn after(outcome: Outcome) -> impl IntoView {
    let said = outcome.to_string();
    let told = workspace().with(|open| {
        let levels = outcome.levels.iter();
        let levels: Vec<_> = levels.map(|found| level_move(&open.model, found)).collect();
        let disagreements = outcome.disagreements.iter().map(|found| {
            let spread = spread_words::spread(&open.model, found);
            format!("{}: {spread}", named(&found.subject))
        });
        let notes = outcome.notes.iter().map(|found| {
            let id = named(&found.subject);
            (id, found.before.clone(), found.after.clone())
        });
        (
            levels,
            disagreements.collect::<Vec<_>>(),
            notes.collect::<Vec<_>>(),
        )
    });
    let (levels, disagreements, notes) = told.unwrap_or_default();
    let many = notes.len();
    let notes = notes.into_iter().map(|(id, before, now)| {
        let now = match now.trim() {
            "" => "nothing; it was emptied".to_owned(),
            now => format!("\u{201c}{now}\u{201d}"),
        };
        view! { <li><span class="row-id">{id}</span>" \u{201c}"{before}"\u{201d} gives way to "{now}"."</li> }
    });
    view! {
        <h3>"What is different afterwards"</h3>
        <p>{said}</p>
        <Lines title="Levels that change" lines=levels />
        <Lines title="Disagreements that appear" lines=disagreements />
        {(many > 0).then(|| view! {
            <details>
                <summary>{format!("Notes that others take the place of: {}", count(many, "note"))}</summary>
                <p class="hint">"Both are kept. The earlier one stands under the note on Rate."</p>
                <ul>{notes.collect_view()}</ul>
            </details>
        })}
    }
}

/// Its id; with the process, where attributes are rated, as all processes have the same ones.
fn named(subject: &Subject) -> String {
    let id = words::subject_id(subject);
    match subject.is_attribute() {
        true => format!("{} {id}", subject.process),
        false => id.to_owned(),
    }
}

#[component]
fn Lines(title: &'static str, lines: Vec<String>) -> impl IntoView {
    let many = lines.len();
    let unfolded = many <= MOST_UNFOLDED;
    let lines = lines
        .into_iter()
        .map(|line| view! { <li>{line}</li> })
        .collect_view();
    (many > 0).then(|| {
        view! {
            <details open=unfolded>
                <summary>{format!("{title}: {many}")}</summary>
                <ul>{lines}</ul>
            </details>
        }
    })
}

/// Longer lists are folded.
const MOST_UNFOLDED: usize = 8;
