//! A small dialog that takes down a finding at any moment. Closing it leads back to where one was.

use super::dialog::Dialog;
use crate::app::browser::{focus, timed_id};
use crate::app::workspace::workspace;
use crate::domain::edit::Edit;
use crate::domain::finding::{Finding, FindingEdit, FindingKind};
use crate::domain::id::FindingId;
use crate::domain::subject::Subject;
use crate::report::finding_words;
use crate::report::subject_list::entry;
use leptos::ev;
use leptos::prelude::*;

/// Whether the dialog of the page is shown.
#[derive(Clone, Copy)]
pub struct RemarkShown(pub RwSignal<bool>);

/// `at_hand` is what the finding may be about.
#[component]
pub fn RemarkDialog(
    shown: RwSignal<bool>,
    #[prop(into)] at_hand: Signal<Option<Subject>>,
) -> impl IntoView {
    // The kind of the last one: remarks of a kind often come in a row.
    let kind = RwSignal::new(FindingKind::Strength);
    // What is typed outlives the dialog until it is saved.
    let text = RwSignal::new(String::new());
    let close = Callback::new(move |()| shown.set(false));
    view! {
        <Dialog title="Remark".to_owned() shown close>
            <RemarkForm shown kind text subject=at_hand.get_untracked() />
        </Dialog>
    }
}

#[component]
fn RemarkForm(
    shown: RwSignal<bool>,
    kind: RwSignal<FindingKind>,
    text: RwSignal<String>,
    subject: Option<Subject>,
) -> impl IntoView {
    let workspace = workspace();
    let problem = RwSignal::new(false);
    let about = RwSignal::new(subject.is_some());
    let name = subject.as_ref().and_then(|subject| {
        workspace.with(|open| entry(&open.model, &open.assessment, subject.clone()).id)
    });
    let attached = name.clone();
    let subject = StoredValue::new(subject);
    let save = move || {
        let words = text.get_untracked().trim().to_owned();
        if words.is_empty() {
            problem.set(true);
            focus("#remark-text");
            return;
        }
        let id = FindingId::new(timed_id());
        let mut edits = vec![FindingEdit::Set {
            finding: id.clone(),
            content: Some(Finding {
                kind: kind.get_untracked(),
                text: words,
                parked: false,
                done: false,
            }),
        }];
        if let Some(subject) = subject.get_value().filter(|_| about.get_untracked()) {
            edits.push(FindingEdit::Attach {
                finding: id,
                subject,
                attached: true,
            });
        }
        if workspace.apply_all(edits.into_iter().map(Edit::Finding).collect()) {
            let kind = finding_words::kind(kind.get_untracked());
            let place = attached.clone().filter(|_| about.get_untracked());
            workspace.say(match place {
                Some(place) => format!("{kind} noted at {place}."),
                None => format!("{kind} noted. It waits under Findings."),
            });
            text.set(String::new());
            shown.set(false);
        }
    };
    // Told by its place on the keyboard: some systems write other signs with Alt.
    let choose = move |event: ev::KeyboardEvent| {
        let code = event.code();
        let digit = code.strip_prefix("Digit").filter(|_| event.alt_key());
        let digit = digit.and_then(|digit| digit.parse::<usize>().ok()?.checked_sub(1));
        if let Some(found) = digit.and_then(|place| FindingKind::ALL.get(place)) {
            kind.set(*found);
            event.prevent_default();
        }
    };
    let on_enter = save.clone();
    request_animation_frame(|| focus("#remark-text"));
    view! {
        <form class="settle" on:keydown=choose on:submit=move |event: ev::SubmitEvent| { event.prevent_default(); save(); }>
            <fieldset class="tabs">
                <legend class="field-name">"Kind: Alt and a digit choose it"</legend>
                {FindingKind::ALL.into_iter().enumerate().map(|(place, found)| view! {
                    <label class="tab">
                        <input type="radio" name="remark-kind" aria-label=finding_words::kind(found) prop:checked=move || kind.get() == found on:change=move |_| kind.set(found) />
                        <span aria-hidden="true"><kbd>{(place + 1).to_string()}</kbd>" "{finding_words::kind(found)}</span>
                    </label>
                }).collect_view()}
            </fieldset>
            <label>
                <span class="field-name">"What was remarked"</span>
                <textarea id="remark-text" rows="3" aria-describedby="remark-help" aria-invalid=move || problem.get().then_some("true")
                    prop:value=move || text.get() on:input=move |event| text.set(event_target_value(&event))
                    on:keydown=move |event: ev::KeyboardEvent| {
                        // Enter may also end a word that is being composed from several keys.
                        if event.key() == "Enter" && !event.shift_key() && !event.is_composing() {
                            event.prevent_default();
                            on_enter();
                        }
                    }></textarea>
                <span id="remark-help">
                    <span class="hint">"Enter saves, Shift Enter begins a new line."</span>
                    <span class="field-problem" role="alert">{move || problem.get().then_some("Write down what was remarked.")}</span>
                </span>
            </label>
            {name.map(|name| view! {
                <label class="check">
                    <input type="checkbox" prop:checked=move || about.get() on:change=move |event| about.set(event_target_checked(&event)) />
                    {format!("It is about {name}")}
                </label>
            })}
            <div class="buttons"><button type="submit" class="primary">"Save"</button></div>
        </form>
    }
}
