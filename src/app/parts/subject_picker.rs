//! A dialog that ticks what a finding is about, or what rests on a piece of evidence.

use super::dialog::Dialog;
use crate::app::browser::{focus, lower_case};
use crate::app::workspace::workspace;
use crate::domain::subject::Subject;
use crate::report::subject_list::{SubjectEntry, subject_list};
use leptos::prelude::*;

/// More than these are not read through, but searched.
const LISTED: usize = 60;

/// An entry with all its words in small letters, to search in.
type Searched = (SubjectEntry, String);

/// Each tick counts at once.
#[component]
pub fn SubjectPicker(
    #[prop(into)] title: Signal<String>,
    #[prop(into)] shown: Signal<bool>,
    close: Callback<()>,
    /// What is ticked.
    #[prop(into)]
    ticked: Signal<Vec<Subject>>,
    tick: Callback<(Subject, bool)>,
) -> impl IntoView {
    view! { <Dialog title shown close><Ticks ticked tick close /></Dialog> }
}

#[component]
fn Ticks(
    ticked: Signal<Vec<Subject>>,
    tick: Callback<(Subject, bool)>,
    close: Callback<()>,
) -> impl IntoView {
    let workspace = workspace();
    let search = RwSignal::new(String::new());
    let mut all: Vec<Searched> = workspace
        .with(|open| subject_list(&open.model, &open.assessment))
        .unwrap_or_default()
        .into_iter()
        .map(|entry| {
            let words = format!("{} {} {}", entry.id, entry.text, entry.process);
            (entry, lower_case(&words))
        })
        .collect();
    // Those that are ticked already come first, and stay where they are.
    let before = ticked.get_untracked();
    all.sort_by_key(|(entry, _)| !before.contains(&entry.subject));
    let all = StoredValue::new(all);
    let found = Memo::new(move |_| {
        let wanted = lower_case(search.get().trim());
        all.with_value(|all| {
            let fits = all
                .iter()
                .filter(|(_, words)| wanted.split(' ').all(|word| words.contains(word)));
            fits.map(|(entry, _)| entry.clone()).collect::<Vec<_>>()
        })
    });
    let told = move || match found.with(Vec::len) {
        0 => "Nothing in scope fits.".to_owned(),
        count if count > LISTED => {
            format!("The first {LISTED} of {count} are listed. Search for the others.")
        }
        count => format!("{count} found."),
    };
    request_animation_frame(|| focus("#subject-search"));
    view! {
        <label>
            <span class="field-name">"Search indicators and attributes in scope"</span>
            <input type="search" id="subject-search" autocomplete="off" on:input=move |event| search.set(event_target_value(&event)) />
        </label>
        <ul class="subject-ticks" tabindex="0" aria-label="Indicators and attributes">
            <For each=move || found.get().into_iter().take(LISTED) key=|entry| entry.subject.clone() let:entry>
                <Tick entry ticked tick />
            </For>
        </ul>
        <p class="hint" role="status">{told}</p>
        <div class="buttons"><button type="button" class="primary" on:click=move |_| close.run(())>"Finished"</button></div>
    }
}

#[component]
fn Tick(
    entry: SubjectEntry,
    ticked: Signal<Vec<Subject>>,
    tick: Callback<(Subject, bool)>,
) -> impl IntoView {
    let subject = StoredValue::new(entry.subject);
    let is_ticked = move || subject.with_value(|subject| ticked.with(|all| all.contains(subject)));
    view! {
        <li>
            <label class="check">
                <input type="checkbox" prop:checked=is_ticked on:change=move |event| tick.run((subject.get_value(), event_target_checked(&event))) />
                <span><strong>{entry.id}</strong>" "{entry.text}" "<span class="hint">{entry.process}</span></span>
            </label>
        </li>
    }
}
