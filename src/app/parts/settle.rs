//! Settling an attribute otherwise than computed.

use super::choices::{Choices, choices};
use super::dialog::Dialog;
use crate::app::workspace::workspace;
use crate::domain::edit::Edit;
use crate::domain::judgement::Settlement;
use crate::domain::process_state::Remarks;
use crate::domain::scale::Rating;
use crate::domain::subject::Subject;
use crate::report::words;
use leptos::ev;
use leptos::prelude::*;

/// The dialog that settles the subject in `about`, and closes by setting it to none.
#[component]
pub fn Settle(about: RwSignal<Option<Subject>>) -> impl IntoView {
    let workspace = workspace();
    let shown = Signal::derive(move || about.with(Option::is_some));
    let close = Callback::new(move |()| about.set(None));
    let title = Signal::derive(move || {
        let name = about
            .get()
            .and_then(|subject| workspace.with(|open| words::subject(&open.model, &subject)));
        name.map_or_else(String::new, |name| format!("Settle {name}"))
    });
    view! { <Dialog title shown close>{move || about.get().map(|subject| view! { <SettleForm subject about /> })}</Dialog> }
}

#[component]
fn SettleForm(subject: Subject, about: RwSignal<Option<Subject>>) -> impl IntoView {
    let workspace = workspace();
    let present = workspace
        .with(|open| {
            open.assessment
                .remarks(&subject)
                .and_then(Remarks::settlement)
                .cloned()
        })
        .flatten();
    let all = workspace
        .with(|open| choices(&open.model.framework, true))
        .unwrap_or_default();
    let all = all
        .into_iter()
        .filter(|choice| choice.rating.is_some())
        .collect::<Vec<_>>();
    let rating: RwSignal<Option<Rating>> =
        RwSignal::new(present.as_ref().map(|present| present.rating.clone()));
    let reason = RwSignal::new(
        present
            .as_ref()
            .map_or_else(String::new, |present| present.reason.clone()),
    );
    let subject = StoredValue::new(subject);
    let settle = move |settlement: Option<Settlement>| {
        if workspace.apply(Edit::Settle {
            subject: subject.get_value(),
            settlement,
        }) {
            about.set(None);
        }
    };
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        match rating.get_untracked() {
            Some(rating) => settle(Some(Settlement {
                rating,
                reason: reason.get_untracked().trim().to_owned(),
            })),
            None => workspace.say("Choose a rating first."),
        }
    };
    view! {
        <form class="settle" on:submit=submit>
            <p>"The computed rating is a proposal. Settle it otherwise where the group sees it differently, and say why."</p>
            <Choices name="settle".to_owned() legend="Settled rating".to_owned() choices=all chosen=rating
                elsewhere=Signal::derive(|| false) choose=Callback::new(move |chosen| rating.set(chosen)) />
            <label>
                <span class="field-name">"Reason"</span>
                <textarea rows="3" required prop:value=move || reason.get() on:input=move |event| reason.set(event_target_value(&event))></textarea>
            </label>
            <div class="buttons">
                <button type="submit" class="primary">"Settle"</button>
                {present.is_some().then(|| view! {
                    <button type="button" on:click=move |_| settle(None)>"Go back to the computed rating"</button>
                })}
            </div>
        </form>
    }
}
