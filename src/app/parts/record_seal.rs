//! Finalising: what freezes an assessment, whether it is still what it was, and opening it again.

use super::dialog::Dialog;
use super::record_part::{PartSection, RecordPart};
use crate::app::browser::focus;
use crate::app::workspace::workspace;
use crate::domain::checklist::{ChecklistItem, missing};
use crate::domain::edit::Edit;
use crate::exchange::seal_hash::{latest, standing};
use crate::report::checklist_words::{asks, missing as sentence};
use crate::report::record_words::moment;
use leptos::ev;
use leptos::prelude::*;

#[component]
pub fn RecordSeal(items: Memo<Vec<ChecklistItem>>) -> impl IntoView {
    let workspace = workspace();
    let sealed = Memo::new(move |_| {
        let sealed = workspace.track(|open| open.assessment.seal.is_some());
        sealed.unwrap_or(false)
    });
    view! {
        <PartSection part=RecordPart::Finalise clause="4.2.5, 4.5">
            {move || if sealed.get() { view! { <Sealed /> }.into_any() } else { view! { <Open items /> }.into_any() }}
            <Story />
        </PartSection>
    }
}

/// The way to finalise. What is missing has to be seen first, and does not forbid it: a quick look may be finalised too.
#[component]
fn Open(items: Memo<Vec<ChecklistItem>>) -> impl IntoView {
    let workspace = workspace();
    let asked = RwSignal::new(false);
    let finalise = move || {
        asked.set(false);
        if workspace.finalise() {
            request_animation_frame(|| focus(&format!("#{}", RecordPart::Finalise.id())));
        }
    };
    let start = move |_| match items.with(|items| missing(items).next().is_none()) {
        true => finalise(),
        false => asked.set(true),
    };
    let lacks = move || {
        items.with(|items| {
            let all = missing(items);
            all.map(|item| view! { <li>{asks(item.check)}<span class="hint">{sentence(item)}</span></li> })
                .collect_view()
        })
    };
    view! {
        <p>"Finalising freezes the assessment: nobody can change it until it is opened again. A hash over models, engine, all changes, and who finalised when is kept with it, so that anyone can tell later whether it is what it was, here or on the command line with "<code>"plumbline verify"</code>"."</p>
        <button type="button" class="primary" on:click=start>"Finalise"</button>
        <Dialog title="Finalise with things missing?" shown=asked close=Callback::new(move |()| asked.set(false))>
            <p>"This is missing, and will be missing in what is finalised:"</p>
            <ul class="missing-list">{lacks}</ul>
            <div class="buttons">
                <button type="button" class="primary" on:click=move |_| finalise()>"Finalise all the same"</button>
                <button type="button" on:click=move |_| asked.set(false)>"Not yet"</button>
            </div>
        </Dialog>
    }
}

/// A finalised assessment: who, when, the hash, whether it is whole.
#[component]
fn Sealed() -> impl IntoView {
    let workspace = workspace();
    let verdict = RwSignal::new(None::<(bool, String)>);
    let reason = RwSignal::new(String::new());
    let shown = workspace.with(|open| {
        let sealed = latest(&open.assessment)?;
        let (seal, change) = (sealed.seal, sealed.change);
        Some([
            ("By", change.author.clone()),
            ("At", moment(&change.at)),
            ("Changes", seal.changes.to_string()),
            ("Engine", format!("version {}", seal.engine)),
            ("Hash", seal.hash.clone()),
            ("Results", seal.results.clone()),
            ("Models", seal.models.clone()),
        ])
    });
    let pairs = shown
        .flatten()
        .map(|pairs| pairs.map(|(name, words)| view! { <dt>{name}</dt><dd>{words}</dd> }));
    let verify = move |_| {
        let library = workspace.library();
        let found = workspace.with(|open| {
            let sealed = latest(&open.assessment)?;
            Some(standing(&open.assessment, &sealed, &library))
        });
        verdict.set(
            found
                .flatten()
                .map(|found| (found.is_whole(), found.to_string())),
        );
    };
    let reopen = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let reason = reason.get_untracked().trim().to_owned();
        if workspace.apply(Edit::Reopen { reason }) {
            request_animation_frame(|| focus(&format!("#{}", RecordPart::Finalise.id())));
        }
    };
    view! {
        <p><strong>"Finalised."</strong>" Nothing can be changed until it is opened again. Duplicate, export and assess again work as ever."</p>
        <dl class="pairs seal">{pairs}</dl>
        <p class="hint">"Write the hash down elsewhere, for example in the minutes: whoever alters a file on purpose can put a new hash in."</p>
        <button type="button" on:click=verify>"Verify now"</button>
        <div role="status">
            {move || verdict.get().map(|(whole, text)| view! { <p class="problem" class:good=whole class:warning=!whole>{text}</p> })}
        </div>
        <form class="one-field" on:submit=reopen>
            <label>
                <span class="field-name">"Why is it opened again?"</span>
                <input type="text" autocomplete="off" required prop:value=move || reason.get() on:input=move |event| reason.set(event_target_value(&event)) />
            </label>
            <button type="submit">"Open again"</button>
        </form>
    }
}

/// Each finalising and opening, the latest first.
#[component]
fn Story() -> impl IntoView {
    let workspace = workspace();
    let story = Memo::new(move |_| {
        let told = workspace.track(|open| {
            let told = open.assessment.changes().iter().rev().filter_map(|change| {
                let what = match &change.edit {
                    Edit::Finalise { .. } => format!("Finalised by {}", change.author),
                    Edit::Reopen { reason } => {
                        format!("Opened again by {}: {reason}", change.author)
                    }
                    _ => return None,
                };
                Some((what, moment(&change.at)))
            });
            told.collect::<Vec<_>>()
        });
        told.unwrap_or_default()
    });
    move || {
        let told = story.get();
        (!told.is_empty()).then(|| view! {
            <h3>"What happened"</h3>
            <ol class="story" aria-label="Finalised and opened again">
                {told.into_iter().map(|(what, at)| view! { <li>{what}<span class="hint">{format!(" {at}")}</span></li> }).collect_view()}
            </ol>
        })
    }
}
