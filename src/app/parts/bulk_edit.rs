//! One change to all selected actions, in one step that can be taken back.

use super::action_page::{ActionPage, action_page, edit};
use crate::domain::action::ActionField;
use crate::domain::date::Date;
use crate::domain::edit::Edit;
use crate::domain::id::{ActionId, PhaseId};
use crate::report::{plan_words, typed, words};
use leptos::ev;
use leptos::prelude::*;

/// What is changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum What {
    Owner,
    Due,
    Status,
    Phase,
    Shift,
}

const WHATS: [(What, &str); 5] = [
    (What::Owner, "Owner"),
    (What::Due, "Due date"),
    (What::Status, "Status"),
    (What::Phase, "Phase"),
    (What::Shift, "Shift dates by weeks"),
];

/// The selected actions that are listed, in their order. What the filters hide is not changed unseen.
fn selected(page: ActionPage) -> Vec<ActionId> {
    page.selected.with(|selected| {
        let listed = page.listed.get().into_iter();
        listed.filter(|id| selected.contains(id)).collect()
    })
}

#[component]
pub fn BulkEdit() -> impl IntoView {
    let page = action_page();
    let count = Memo::new(move |_| selected(page).len());
    let any = move || count.get() > 0;
    let all_listed = move |event| {
        let listed = page.listed.get_untracked();
        page.selected.update(|selected| {
            selected.clear();
            if event_target_checked(&event) {
                selected.extend(listed);
            }
        });
    };
    let all = move || {
        let listed = page.listed.get();
        !listed.is_empty()
            && page
                .selected
                .with(|selected| listed.iter().all(|id| selected.contains(id)))
    };
    view! {
        <div class="bulk" role="group" aria-label="Selected actions">
            <label class="check">
                <input type="checkbox" prop:checked=all on:change=all_listed />
                <span>"Select all listed"</span>
            </label>
            <span role="status">{move || any().then(|| format!("{} selected", count.get()))}</span>
            <Show when=any><BulkForm /></Show>
        </div>
    }
}

#[component]
fn BulkForm() -> impl IntoView {
    let page = action_page();
    let what = RwSignal::new(What::Owner);
    let text = RwSignal::new(String::new());
    let problem = RwSignal::new(None::<String>);
    let choose = move |event| {
        let chosen = event_target_value(&event);
        if let Some((found, _)) = WHATS.iter().find(|(_, name)| *name == chosen) {
            what.set(*found);
            text.set(first(*found));
            problem.set(None);
        }
    };
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let ids = selected(page);
        match edits(
            page,
            &ids,
            what.get_untracked(),
            text.get_untracked().trim(),
        ) {
            Err(sentence) => problem.set(Some(sentence)),
            Ok(edits) => {
                problem.set(None);
                if page.workspace.apply_all(edits) {
                    let changed = words::count(ids.len(), "action");
                    page.workspace
                        .say(format!("{changed} changed. Undo takes it back."));
                }
            }
        }
    };
    let value = move || {
        match what.get() {
        What::Status => view! {
            <select aria-label="New value" on:change=move |event| text.set(event_target_value(&event))>
                {plan_words::STATUSES.map(|status| view! { <option value=plan_words::status(status)>{plan_words::status(status)}</option> })}
            </select>
        }.into_any(),
        What::Phase => view! {
            <select aria-label="New value" on:change=move |event| text.set(event_target_value(&event))>
                <option value="">"As the model suggests"</option>
                {page.now.with(|now| now.phases.iter().map(|(id, title)| view! { <option value=id.to_string()>{title.clone()}</option> }).collect_view())}
            </select>
        }.into_any(),
        found => {
            let kind = if found == What::Due { "date" } else { "text" };
            let example = match found {
                What::Shift => "2, or -2 for earlier",
                _ => "",
            };
            view! {
                <input type=kind aria-label="New value" placeholder=example list=(found == What::Owner).then_some("bulk-owners") aria-describedby="bulk-problem"
                    prop:value=move || text.get() on:input=move |event| text.set(event_target_value(&event)) />
            }.into_any()
        }
    }
    };
    let owners = move || {
        page.now.with(|now| {
            let mut owners: Vec<String> = now
                .actions
                .iter()
                .map(|action| action.owner.clone())
                .collect();
            owners.sort();
            owners.dedup();
            owners
                .into_iter()
                .map(|owner| view! { <option value=owner></option> })
                .collect_view()
        })
    };
    view! {
        <form class="bulk-form" on:submit=submit>
            <select aria-label="What to change" on:change=choose>
                {WHATS.map(|(_, name)| view! { <option value=name>{name}</option> })}
            </select>
            {value}
            <datalist id="bulk-owners">{owners}</datalist>
            <button type="submit">"Set for all selected"</button>
            <button type="button" class="danger" on:click=move |_| page.remove(selected(page))>"Remove selected"</button>
            <p class="field-problem" id="bulk-problem" role="alert">{move || problem.get()}</p>
        </form>
    }
}

/// What stands in the field at first.
fn first(what: What) -> String {
    match what {
        What::Status => plan_words::status(plan_words::STATUSES[0]).to_owned(),
        _ => String::new(),
    }
}

/// # Errors
/// A sentence, where the text cannot be read or a date would leave the calendar.
fn edits(page: ActionPage, ids: &[ActionId], what: What, text: &str) -> Result<Vec<Edit>, String> {
    let same = |field: ActionField| Ok(ids.iter().map(|id| edit(id, field.clone())).collect());
    match what {
        What::Owner => same(ActionField::Owner {
            owner: text.to_owned(),
        }),
        What::Due if text.is_empty() => same(ActionField::Due { date: None }),
        What::Due => match text.parse() {
            Ok(date) => same(ActionField::Due { date: Some(date) }),
            Err(error) => Err(format!("This is no day that can be kept: {error}.")),
        },
        What::Status => match plan_words::status_named(text) {
            Some(status) => same(ActionField::Status { status }),
            None => Err("Choose a status.".to_owned()),
        },
        What::Phase => same(ActionField::Phase {
            phase: (!text.is_empty()).then(|| PhaseId::new(text)),
        }),
        What::Shift => {
            let days = typed::weeks(text)?;
            let shifted = |date: Date| {
                date.shifted(days)
                    .ok_or("A date would leave the years 1900 to 2199.")
            };
            let mut edits = Vec::new();
            for id in ids {
                let Some(entry) = page.find(id) else {
                    continue;
                };
                if let Some(date) = entry.start {
                    edits.push(edit(
                        id,
                        ActionField::Start {
                            date: Some(shifted(date)?),
                        },
                    ));
                }
                if let Some(date) = entry.due {
                    edits.push(edit(
                        id,
                        ActionField::Due {
                            date: Some(shifted(date)?),
                        },
                    ));
                }
            }
            if edits.is_empty() {
                return Err("None of the selected actions has a date.".to_owned());
            }
            Ok(edits)
        }
    }
}
