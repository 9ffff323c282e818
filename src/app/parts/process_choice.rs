//! The process at hand in a view that shows one: a list to choose from, and the ways to the one before and after.

use crate::app::route::Route;
use crate::app::shell::{Address, go};
use crate::app::work_view::WorkView;
use crate::app::workspace::{Workspace, workspace};
use crate::domain::id::ProcessId;
use crate::report::words;
use leptos::prelude::*;

#[component]
pub fn ProcessChoice(
    view: WorkView,
    #[prop(into)] process: Signal<Option<ProcessId>>,
) -> impl IntoView {
    let workspace = workspace();
    let scope = Memo::new(move |_| workspace.track(|open| open.scope()).unwrap_or_default());
    let beside = move |forwards: bool| {
        scope.track();
        beside(workspace, view, &process.get()?, forwards)
    };
    let choose = move |event| {
        let process = ProcessId::new(event_target_value(&event));
        if let Some(id) = workspace.with(|open| open.id.clone()) {
            go(&Route::Work(id, view, Some(process)));
        }
    };
    let purpose = move || {
        let process = process.get()?;
        workspace
            .with(|open| Some(open.model.process(&process)?.purpose.clone()))
            .flatten()
    };
    let link = move |forwards: bool, words: &'static str| {
        move || {
            beside(forwards)
                .map(|route| view! { <a class="button" href=route.address()>{words}</a> })
        }
    };
    view! {
        <div class="process-choice">
            <label>
                <span class="field-name">"Process"</span>
                <select on:change=choose>
                    {move || scope.get().into_iter().map(|id| {
                        let name = workspace.with(|open| words::process(&open.model, &id));
                        let selected = process.get().as_ref() == Some(&id);
                        view! { <option value=id.to_string() selected=selected>{name}</option> }
                    }).collect_view()}
                </select>
            </label>
            {link(false, "Previous")}
            {link(true, "Next")}
        </div>
        {move || purpose().map(|text| view! { <p class="purpose"><strong>"Purpose. "</strong>{text}</p> })}
    }
}

/// The process that the address names, where it is in scope; otherwise the first that is.
pub fn process_at_hand() -> Memo<Option<ProcessId>> {
    let workspace = workspace();
    let Address(address) = expect_context();
    Memo::new(move |_| {
        let scope = workspace.track(|open| open.scope()).unwrap_or_default();
        let named = match address.get() {
            Route::Rate(_, process) | Route::Work(_, _, process) => process,
            _ => None,
        };
        let there = named.filter(|process| scope.contains(process));
        there.or_else(|| scope.first().cloned())
    })
}

/// Goes to the process after or before this one, where there is one.
pub fn step(workspace: Workspace, view: WorkView, process: ProcessId, forwards: bool) {
    if let Some(route) = beside(workspace, view, &process, forwards) {
        go(&route);
    }
}

fn beside(
    workspace: Workspace,
    view: WorkView,
    process: &ProcessId,
    forwards: bool,
) -> Option<Route> {
    let found = workspace.with(|open| {
        let scope = open.scope();
        let here = scope.iter().position(|found| found == process)?;
        let there = match forwards {
            true => here.checked_add(1),
            false => here.checked_sub(1),
        };
        let there = scope.get(there?)?.clone();
        Some(Route::Work(open.id.clone(), view, Some(there)))
    });
    found.flatten()
}
