//! What the keys do on the page of actions.

use super::action_page::ActionPage;
use crate::app::browser::{focus, is_text_field};
use crate::app::plan_keys::{PlanKey, plan_key};
use crate::app::shell::KeyHelpShown;
use crate::domain::id::ActionId;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

/// Listens to keys for as long as the page is shown.
pub fn listen_to_keys(page: ActionPage) {
    let KeyHelpShown(help) = expect_context();
    let pressed = window_event_listener(ev::keydown, move |event| {
        let target = target(&event);
        let busy = target.as_ref().is_some_and(|target| {
            is_text_field(target) || target.closest("dialog").ok().flatten().is_some()
        });
        if busy || event.ctrl_key() || event.meta_key() {
            return;
        }
        let here = target.as_ref().and_then(place_in_list);
        let Some(key) = plan_key(&event.key(), event.alt_key(), here.is_some()) else {
            return;
        };
        let action = here.and_then(|place| {
            page.listed
                .with_untracked(|listed| listed.get(place).cloned())
        });
        match (key, action) {
            (PlanKey::Next, _) => step(true),
            (PlanKey::Previous, _) => step(false),
            (PlanKey::Select, Some(id)) => toggle(page, id),
            (PlanKey::Earlier, Some(id)) => page.move_by(&id, -1),
            (PlanKey::Later, Some(id)) => page.move_by(&id, 1),
            (PlanKey::New, _) => page.add_by_hand(),
            (PlanKey::Search, _) => focus("#search"),
            (PlanKey::Close, _) => page.close(),
            (PlanKey::Help, _) => help.set(true),
            (PlanKey::Select | PlanKey::Earlier | PlanKey::Later, None) => return,
        }
        event.prevent_default();
    });
    // A button is also pressed by letting the space bar go.
    let released = window_event_listener(ev::keyup, |event| {
        let in_list = target(&event).is_some_and(|target| place_in_list(&target).is_some());
        if event.key() == " " && in_list {
            event.prevent_default();
        }
    });
    on_cleanup(move || {
        pressed.remove();
        released.remove();
    });
}

fn target(event: &KeyboardEvent) -> Option<HtmlElement> {
    event.target()?.dyn_into().ok()
}

fn toggle(page: ActionPage, id: ActionId) {
    page.selected.update(|selected| {
        if !selected.remove(&id) {
            selected.insert(id);
        }
    });
}

/// All that the keys go through: the titles of the actions, then the marks of the proposals.
const STOPS: &str = ".action-open, #proposal-list .action-select input";

/// The place of the action whose title has the focus.
fn place_in_list(target: &HtmlElement) -> Option<usize> {
    let titles = document().query_selector_all(".action-open").ok()?;
    (0..titles.length()).position(|place| {
        titles
            .get(place)
            .is_some_and(|node| target.is_same_node(Some(&node)))
    })
}

/// Moves the focus to the next or the previous stop, seen from the one that it is at or that is edited; otherwise to the first.
fn step(forwards: bool) {
    let Ok(stops) = document().query_selector_all(STOPS) else {
        return;
    };
    let active = document().active_element();
    let in_panel = active
        .as_ref()
        .is_some_and(|active| active.closest("#action-panel").ok().flatten().is_some());
    let here = (0..stops.length()).find(|place| {
        let row = stops
            .get(*place)
            .and_then(|node| node.dyn_into::<HtmlElement>().ok());
        let row = row.and_then(|stop| stop.closest("li").ok().flatten());
        row.is_some_and(|row| {
            row.contains(active.as_deref()) || (in_panel && row.matches(".opened").unwrap_or(false))
        })
    });
    let next = match (here, forwards) {
        (None, _) => 0,
        (Some(place), true) => place + 1,
        (Some(place), false) => place.saturating_sub(1),
    };
    let next = stops
        .get(next)
        .and_then(|node| node.dyn_into::<HtmlElement>().ok());
    if let Some(next) = next {
        let _ = next.focus(); // an element that takes no focus is no loss
    }
}
