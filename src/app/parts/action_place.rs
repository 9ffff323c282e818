//! Putting an action elsewhere in the order, with a reason.

use super::action_page::{ActionPage, action_page};
use crate::app::browser::focus;
use crate::domain::action::{ActionField, Place};
use crate::domain::id::ActionId;
use crate::report::plan_words;
use leptos::ev;
use leptos::prelude::*;

impl ActionPage {
    /// Starts to put an action so many places later, or earlier where it is negative, or goes on with it. The reason is asked
    /// for before anything changes.
    pub fn move_by(self, id: &ActionId, step: i32) {
        let count = u32::try_from(self.to_do.get_untracked()).unwrap_or(u32::MAX);
        let order = self
            .find(id)
            .and_then(|entry| u32::try_from(entry.order).ok());
        let Some(order) = order.filter(|order| *order <= count) else {
            return;
        };
        let moving = self.moving.get_untracked();
        let from = moving.filter(|(moved, _)| moved == id);
        let from = from.map_or(order, |(_, place)| place);
        let to = from.saturating_add_signed(step).clamp(1, count);
        if to != from {
            self.moving.set(Some((id.clone(), to)));
            request_animation_frame(|| focus(".place-form input"));
        }
    }
}

#[component]
pub fn PlaceForm(id: ActionId) -> impl IntoView {
    let page = action_page();
    let entry = page.find(&id);
    let reason = RwSignal::new(
        entry
            .and_then(|entry| entry.place)
            .map_or_else(String::new, |(_, reason)| reason),
    );
    let missing = RwSignal::new(false);
    let id = StoredValue::new(id);
    let place = move || {
        page.moving
            .with(|moving| moving.as_ref().map_or(1, |(_, place)| *place))
    };
    let close = move || {
        page.moving.set(None);
        page.focus_row(&id.get_value());
    };
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let reason = reason.get_untracked().trim().to_owned();
        if reason.is_empty() {
            missing.set(true);
            focus(".place-form input");
            return;
        }
        let place = Place {
            place: place(),
            reason,
        };
        page.set(&id.get_value(), ActionField::Place { place: Some(place) });
        close();
    };
    view! {
        <form class="place-form" on:submit=submit>
            <label class="grow">
                <span class="field-name">{move || format!("Why does it come {}?", plan_words::ordinal(place()))}</span>
                <input type="text" aria-invalid=move || missing.get().then_some("true") aria-describedby="place-problem"
                    prop:value=move || reason.get() on:input=move |event| { reason.set(event_target_value(&event)); missing.set(false); }
                    on:keydown=move |event| if event.key() == "Escape" { event.stop_propagation(); close() } />
            </label>
            <button type="submit" class="primary">"Place it"</button>
            <button type="button" on:click=move |_| close()>"Cancel"</button>
            <p class="field-problem" id="place-problem" role="alert">{move || missing.get().then_some("Please give a reason. It is shown beside the action.")}</p>
        </form>
    }
}
