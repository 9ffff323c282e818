//! What an action hangs together with: the actions that must come before, and the notes and evidence that it answers.

use super::action_fields::Entry;
use super::action_page::{ActionPage, action_page};
use super::fields::ChoiceField;
use crate::app::route::Route;
use crate::domain::action::ActionField;
use crate::domain::id::ActionId;
use crate::domain::subject::Subject;
use crate::report::new_action::is_remarked;
use crate::report::plan_words;
use crate::report::words;
use leptos::prelude::*;

#[component]
pub fn ActionNeeds(id: ActionId, entry: Entry) -> impl IntoView {
    let page = action_page();
    let id = StoredValue::new(id);
    let needs = Memo::new(move |_| {
        entry.with(|entry| {
            entry
                .as_ref()
                .map_or_else(Vec::new, |entry| entry.needs.clone())
        })
    });
    let set = move |action, needed| {
        page.set(&id.get_value(), ActionField::Needs { action, needed });
    };
    let rows = move || {
        needs.get().into_iter().map(|(needed, title)| {
            let label = format!("Take away: {title}");
            view! {
                <li><span>{title}</span>" "<button type="button" class="quiet" aria-label=label on:click=move |_| set(needed.clone(), false)>"Take away"</button></li>
            }
        }).collect_view()
    };
    let others = Signal::derive(move || {
        let needs = needs.get();
        let other = |found: &ActionId| {
            *found != id.get_value() && !needs.iter().any(|(needed, _)| needed == found)
        };
        let mut options = vec![(String::new(), "Choose an action".to_owned())];
        page.now.with(|now| {
            let found = now.actions.iter().filter(|action| other(&action.id));
            options.extend(found.map(|action| {
                (
                    action.id.to_string(),
                    format!("{}. {}", action.order, action.title),
                )
            }));
        });
        options
    });
    let add = Callback::new(move |text: String| {
        if !text.is_empty() {
            set(ActionId::new(text), true);
        }
    });
    view! {
        <section class="panel-part" aria-labelledby="needs">
            <h3 id="needs">"What must come before"</h3>
            <ul class="relations">{rows}</ul>
            <ChoiceField label="Add an action that must come before" options=others value=String::new() commit=add />
        </section>
    }
}

#[component]
pub fn ActionLinks(id: ActionId, entry: Entry) -> impl IntoView {
    let page = action_page();
    let id = StoredValue::new(id);
    let set = move |subject, linked| {
        page.set(&id.get_value(), ActionField::Link { subject, linked });
    };
    let links = Memo::new(move |_| {
        entry.with(|entry| {
            entry
                .as_ref()
                .map_or_else(Vec::new, |entry| entry.links.clone())
        })
    });
    let rows = move || {
        links.get().into_iter().map(|link| {
            let label = format!("Take away: {}", link.what);
            let process = link.subject.process.clone();
            let address = page.workspace.with(|open| Route::Rate(open.id.clone(), Some(process)).address());
            let subject = link.subject.clone();
            view! {
                <li>
                    <a href=address>{link.what}</a>" "<button type="button" class="quiet" aria-label=label on:click=move |_| set(subject.clone(), false)>"Take away"</button>
                    {(!link.note.is_empty()).then(|| view! { <p class="hint">{link.note}</p> })}
                    {(!link.evidence.is_empty()).then(|| view! { <p class="hint">{format!("Evidence: {}", words::join(&link.evidence))}</p> })}
                </li>
            }
        }).collect_view()
    };
    let remarked = Memo::new(move |_| {
        let links = links.get();
        let mut all = remarked_subjects(page);
        all.retain(|(subject, _)| !links.iter().any(|link| link.subject == *subject));
        all
    });
    let options = Signal::derive(move || {
        let places = remarked.get().into_iter().enumerate();
        let found = places.map(|(place, (_, words))| (place.to_string(), words));
        std::iter::once((String::new(), "Choose a note or evidence".to_owned()))
            .chain(found)
            .collect::<Vec<_>>()
    });
    let add = Callback::new(move |text: String| {
        let found = text.parse::<usize>().ok();
        let subject = found.and_then(|place| {
            remarked.with_untracked(|all| all.get(place).map(|(subject, _)| subject.clone()))
        });
        if let Some(subject) = subject {
            set(subject, true);
        }
    });
    view! {
        <section class="panel-part" aria-labelledby="links">
            <h3 id="links">"Findings and evidence"</h3>
            <ul class="relations">{rows}</ul>
            {move || if remarked.with(Vec::is_empty) && links.with(Vec::is_empty) {
                view! { <p class="hint">"Notes and evidence that you write while rating can be linked here."</p> }.into_any()
            } else {
                view! { <ChoiceField label="Add a note or evidence" options value=String::new() commit=add /> }.into_any()
            }}
        </section>
    }
}

/// Everything in scope at which a note or evidence stands.
fn remarked_subjects(page: ActionPage) -> Vec<(Subject, String)> {
    let found = page.workspace.with(|open| {
        let mut all = Vec::new();
        for process in open.scope() {
            for (instance, item, _) in open.assessment.state(&process).items() {
                let subject = Subject {
                    process: process.clone(),
                    instance: instance.cloned(),
                    item: item.clone(),
                };
                if is_remarked(&open.assessment, &subject) {
                    let words = plan_words::lift(&open.model, &open.assessment, &subject);
                    all.push((subject, words));
                }
            }
        }
        all
    });
    found.unwrap_or_default()
}
