//! For which processes a path is looked for, and where it leads.

use crate::app::workspace::workspace;
use crate::domain::id::ProcessId;
use crate::report::path_list::Aim;
use crate::report::words;
use leptos::prelude::*;
use std::collections::BTreeSet;

/// The processes that count.
#[derive(Clone, Debug, PartialEq)]
pub enum Wanted {
    All,
    One(ProcessId),
    Several(BTreeSet<ProcessId>),
}

/// Values of the choice that are no process: the ids of a model hold no space.
const ALL: &str = "all of them";
const SEVERAL: &str = "several of them";

impl Wanted {
    pub fn includes(&self, process: &ProcessId) -> bool {
        match self {
            Self::All => true,
            Self::One(one) => one == process,
            Self::Several(some) => some.contains(process),
        }
    }

    fn value(&self) -> String {
        match self {
            Self::All => ALL.to_owned(),
            Self::One(process) => process.to_string(),
            Self::Several(_) => SEVERAL.to_owned(),
        }
    }
}

#[component]
pub fn PathChoice(wanted: RwSignal<Wanted>, aim: RwSignal<Aim>) -> impl IntoView {
    let workspace = workspace();
    let processes = Memo::new(move |_| {
        let named = workspace.track(|open| {
            let scope = open.scope().into_iter();
            scope
                .map(|id| (id.clone(), words::process(&open.model, &id)))
                .collect::<Vec<_>>()
        });
        named.unwrap_or_default()
    });
    let levels = Memo::new(move |_| {
        workspace
            .track(|open| {
                let levels = 1..=open.assessment.highest_level;
                levels
                    .map(|level| (level, words::level_name(&open.model, level)))
                    .collect::<Vec<_>>()
            })
            .unwrap_or_default()
    });
    let choose = move |event| {
        let value = event_target_value(&event);
        wanted.set(match value.as_str() {
            ALL => Wanted::All,
            SEVERAL => Wanted::Several(
                processes
                    .get_untracked()
                    .into_iter()
                    .map(|(id, _)| id)
                    .collect(),
            ),
            process => Wanted::One(process.into()),
        });
    };
    let options = move || {
        let now = wanted.with_untracked(Wanted::value);
        let fixed = [
            (ALL.to_owned(), "All in scope".to_owned()),
            (SEVERAL.to_owned(), "Several, to be ticked".to_owned()),
        ];
        let single = processes
            .get()
            .into_iter()
            .map(|(id, name)| (id.to_string(), name));
        fixed
            .into_iter()
            .chain(single)
            .map(|(value, name)| {
                let selected = value == now;
                view! { <option value=value selected=selected>{name}</option> }
            })
            .collect_view()
    };
    let choose_aim = move |event| {
        aim.set(
            event_target_value(&event)
                .parse()
                .map_or(Aim::Target, Aim::Level),
        );
    };
    view! {
        <div class="fields path-choice">
            <label>
                <span class="field-name">"Processes"</span>
                <select on:change=choose>{options}</select>
            </label>
            <label>
                <span class="field-name">"To reach"</span>
                <select on:change=choose_aim>
                    <option value="">"Their targets"</option>
                    {move || levels.get().into_iter().map(|(level, name)| view! { <option value=level.to_string() selected=aim.get_untracked() == Aim::Level(level)>{name}</option> }).collect_view()}
                </select>
            </label>
        </div>
        {move || wanted.with(|wanted| matches!(wanted, Wanted::Several(_))).then(|| view! { <Ticks wanted processes /> })}
    }
}

#[component]
fn Ticks(wanted: RwSignal<Wanted>, processes: Memo<Vec<(ProcessId, String)>>) -> impl IntoView {
    let tick = move |(id, name): (ProcessId, String)| {
        let is_in = {
            let id = id.clone();
            move || wanted.with(|wanted| wanted.includes(&id))
        };
        let change = move |event| {
            let ticked = event_target_checked(&event);
            wanted.update(|wanted| {
                if let Wanted::Several(some) = wanted {
                    if ticked {
                        some.insert(id.clone());
                    } else {
                        some.remove(&id);
                    }
                }
            });
        };
        view! { <label class="check"><input type="checkbox" prop:checked=is_in on:change=change />{name}</label> }
    };
    let none = move |_| wanted.set(Wanted::Several(BTreeSet::new()));
    view! {
        <fieldset class="ticks">
            <legend class="field-name">"Processes that count"</legend>
            <div>{move || processes.get().into_iter().map(tick).collect_view()}</div>
            <button type="button" class="quiet" on:click=none>"Untick all"</button>
        </fieldset>
    }
}
