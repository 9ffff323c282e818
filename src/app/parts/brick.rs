//! One brick of the wall: what stands in the way, where it comes from, and which actions it holds up.

use super::inhibitor_wall::edit;
use crate::app::browser::{focus, put_back};
use crate::app::workspace::workspace;
use crate::domain::id::{ActionId, InhibitorId};
use crate::domain::inhibitor::{Inhibitor, InhibitorField};
use leptos::prelude::*;

/// A brick. Knocking it down is left to the dialog over `knocked`.
#[component]
pub fn Brick(inhibitor: InhibitorId, knocked: RwSignal<Option<InhibitorId>>) -> impl IntoView {
    let workspace = workspace();
    let id = StoredValue::new(inhibitor);
    let brick = Memo::new(move |_| found(&id.get_value()));
    let what = Memo::new(move |_| brick.with(|brick| brick.what.clone()));
    let set = move |field| workspace.apply(edit(&id.get_value(), field));
    let set_what = move |event| {
        let text = event_target_value(&event).trim().to_owned();
        if !set(InhibitorField::What { text }) {
            put_back(&event, &what.get_untracked());
        }
    };
    let remove = move |_| {
        set(InhibitorField::Removed { removed: true });
        focus("#wall");
    };
    let set_origin = move |event| {
        let text = event_target_value(&event).trim().to_owned();
        set(InhibitorField::Origin { text });
    };
    let about = move |does: &str| format!("{does}: {}", what.get());
    view! {
        <li class="brick">
            <textarea rows="2" class="brick-what" aria-label=move || about("What stands in the way") prop:value=move || what.get() on:change=set_what></textarea>
            <input type="text" class="brick-origin" placeholder="Where does it come from?" aria-label=move || about("Where it comes from")
                prop:value=move || brick.with(|brick| brick.origin.clone()) on:change=set_origin />
            <Blocks id brick />
            <div class="buttons">
                <button type="button" class="quiet" aria-label=move || about("Knock down") on:click=move |_| knocked.set(Some(id.get_value()))>"Knock down"</button>
                <button type="button" class="quiet" aria-label=move || about("Remove") on:click=remove>"Remove"</button>
            </div>
        </li>
    }
}

/// The actions of the plan, with those ticked that it holds up.
#[component]
fn Blocks(id: StoredValue<InhibitorId>, brick: Memo<Inhibitor>) -> impl IntoView {
    let workspace = workspace();
    let actions = Memo::new(move |_| {
        let titles = workspace.track(|open| {
            let actions = open.assessment.improvement.actions();
            actions
                .map(|(id, action)| (id.clone(), action.title.clone()))
                .collect::<Vec<_>>()
        });
        titles.unwrap_or_default()
    });
    let count = move || {
        let blocked = brick.with(|brick| brick.blocks.clone());
        let count = actions.with(|actions| {
            actions
                .iter()
                .filter(|(id, _)| blocked.contains(id))
                .count()
        });
        match count {
            0 => "Holds up no action".to_owned(),
            1 => "Holds up 1 action".to_owned(),
            count => format!("Holds up {count} actions"),
        }
    };
    let choice = move |(action, title): (ActionId, String)| {
        let blocked = {
            let action = action.clone();
            move || brick.with(|brick| brick.blocks.contains(&action))
        };
        let tick = move |event| {
            let (action, blocked) = (action.clone(), event_target_checked(&event));
            workspace.apply(edit(
                &id.get_value(),
                InhibitorField::Blocks { action, blocked },
            ));
        };
        view! {
            <li><label class="check"><input type="checkbox" prop:checked=blocked on:change=tick /><span>{title}</span></label></li>
        }
    };
    view! {
        <details class="brick-blocks">
            <summary>{count}</summary>
            {move || {
                let actions = actions.get();
                if actions.is_empty() {
                    view! { <p>"The plan has no actions yet."</p> }.into_any()
                } else {
                    view! { <ul>{actions.into_iter().map(choice).collect_view()}</ul> }.into_any()
                }
            }}
        </details>
    }
}

/// An inhibitor as it is now; an empty one for the moment in which it goes.
pub fn found(id: &InhibitorId) -> Inhibitor {
    let found = workspace().track(|open| {
        let mut all = open.assessment.improvement.inhibitors();
        all.find(|(other, _)| *other == id)
            .map(|(_, inhibitor)| inhibitor.clone())
    });
    found.flatten().unwrap_or_default()
}
