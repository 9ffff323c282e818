//! Knocking a brick down: the dialog that asks how it was dealt with.

use super::brick::found;
use super::dialog::Dialog;
use super::inhibitor_wall::edit;
use crate::app::browser::{focus, today};
use crate::app::workspace::workspace;
use crate::domain::id::InhibitorId;
use crate::domain::inhibitor::InhibitorField;
use leptos::ev;
use leptos::prelude::*;

/// The dialog about the brick in `about`. It closes by setting it to none.
#[component]
pub fn KnockDown(about: RwSignal<Option<InhibitorId>>) -> impl IntoView {
    let shown = Signal::derive(move || about.with(Option::is_some));
    let close = Callback::new(move |()| about.set(None));
    view! {
        <Dialog title="Knock down" shown close>
            {move || about.get().map(|inhibitor| view! { <Answer inhibitor close /> })}
        </Dialog>
    }
}

#[component]
fn Answer(inhibitor: InhibitorId, close: Callback<()>) -> impl IntoView {
    let workspace = workspace();
    let brick = found(&inhibitor);
    let answer = RwSignal::new(brick.answer);
    let knock_down = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let text = answer.get_untracked().trim().to_owned();
        let fields = [
            InhibitorField::Answer { text },
            InhibitorField::Fallen { date: today() },
        ];
        let edits = fields.map(|field| edit(&inhibitor, field));
        if workspace.apply_all(edits.into()) {
            close.run(());
            // The button went with the brick. While the dialog is still open, nothing outside takes the focus.
            request_animation_frame(|| focus("#wall"));
        }
    };
    view! {
        <form class="settle" on:submit=knock_down>
            <p><strong>{brick.what}</strong></p>
            <label>
                <span class="field-name">"How was it dealt with?"</span>
                <input type="text" autofocus placeholder="For example: The shift plan leaves Mondays free" prop:value=move || answer.get() on:input=move |event| answer.set(event_target_value(&event)) />
            </label>
            <div class="buttons"><button type="submit" class="primary">"Knock it down"</button></div>
        </form>
    }
}
