//! Smallest path: the cheapest ratings to raise so that processes reach their target, and what more time buys.

use crate::app::browser::random_id;
use crate::app::parts::more_time::MoreTime;
use crate::app::parts::path_choice::{PathChoice, Wanted};
use crate::app::parts::path_steps::ProcessPath;
use crate::app::parts::step_efforts::StepEfforts;
use crate::app::workspace::{Action, Notice, workspace};
use crate::domain::edit::Edit;
use crate::domain::id::ActionId;
use crate::domain::path::Selection;
use crate::domain::plan_edit::PlanEdit;
use crate::report::path_list::{Aim, PathList, path_list, paths};
use crate::report::{plan_words, words};
use leptos::prelude::*;
use std::sync::Arc;

#[component]
pub fn SmallestPath() -> impl IntoView {
    let workspace = workspace();
    let wanted = RwSignal::new(Wanted::All);
    let aim = RwSignal::new(Aim::Target);
    let found = Memo::new(move |_| {
        let results = workspace.results();
        let (wanted, aim) = (wanted.get(), aim.get());
        workspace.track(|open| {
            let scope = open.scope();
            let processes: Vec<_> = scope.into_iter().filter(|id| wanted.includes(id)).collect();
            let (model, assessment) = (&open.model, &open.assessment);
            let selection = paths(model, assessment, &processes, aim);
            let list = path_list(model, assessment, &results, &selection, aim);
            (selection, list)
        })
    });
    let method = move || {
        workspace.track(|open| {
            let id = &open.assessment.method;
            let found = open.model.framework.method(id);
            let title = found.map_or("", |method| method.title.as_str());
            format!("Method {id}: {}.", title.trim_end_matches('.'))
        })
    };
    let selection =
        Signal::derive(move || found.get().map(|(selection, _): (Selection, _)| selection));
    view! {
        <h1 tabindex="-1">"Smallest path"</h1>
        <p class="lead">"The cheapest set of ratings to raise so that processes reach their target."</p>
        <PathChoice wanted aim />
        <p class="hint">{method}</p>
        <StepEfforts />
        {move || found.get().map(|(_, list)| view! { <Outcome list aim=aim.get() /> })}
        <MoreTime selection aim />
        {move || found.get().filter(|(_, list)| !list.processes.is_empty()).map(|(_, list)| view! {
            <section aria-labelledby="raises">
                <h2 id="raises">"Ratings to raise"</h2>
                <ul class="path-list">
                    {list.processes.into_iter().map(|steps| view! { <ProcessPath steps /> }).collect_view()}
                </ul>
            </section>
        })}
    }
}

/// The sums, whether nothing is cheaper, and the way into the plan.
#[component]
fn Outcome(list: PathList, aim: Aim) -> impl IntoView {
    let nobody = list.processes.is_empty() && list.there.is_empty();
    if nobody {
        return view! { <p class="empty">"No process is chosen."</p> }.into_any();
    }
    let there = (!list.there.is_empty()).then(|| {
        let aim = match list.there.len() {
            1 => aim.of_one(),
            _ => aim.of_several(),
        };
        format!("Already at {aim}: {}.", words::join(&list.there))
    });
    if list.processes.is_empty() {
        return view! { <p class="empty">{there}</p> }.into_any();
    }
    let exact = if list.exact {
        "Exact: nothing cheaper reaches it."
    } else {
        "A bound: this reaches it, and there may be something cheaper. There were too many ratings to try every set."
    };
    let caution = list.caution();
    let total = list.total(&plan_words::effort(list.hours));
    view! {
        <div class="path-outcome">
            <div role="status">
                <p class="path-total">{total}</p>
                <p class="hint">{exact}</p>
            </div>
            <AddActions list aim />
        </div>
        {caution.map(|text| view! { <p class="problem warning">{text}</p> })}
        {there.map(|text| view! { <p class="hint">{text}</p> })}
    }
    .into_any()
}

/// Makes one action a process of what no action promises yet.
#[component]
fn AddActions(list: PathList, aim: Aim) -> impl IntoView {
    let workspace = workspace();
    let actions = list.actions(aim);
    if actions.is_empty() {
        return view! { <p class="hint">"The plan holds all of these raises."</p> }.into_any();
    }
    let add = move |_| {
        let count = actions.len();
        let edits = actions.iter().flat_map(|fields| {
            let action = ActionId::new(random_id());
            let set = move |field| {
                let action = action.clone();
                Edit::Plan(PlanEdit::SetAction { action, field })
            };
            fields.iter().cloned().map(set)
        });
        if workspace.apply_all(edits.collect()) {
            let were = if count == 1 { "was" } else { "were" };
            let added = words::count(count, "action");
            workspace.notice.set(Some(Notice {
                text: format!("{added} {were} added to the plan."),
                action: Some(Action {
                    label: "Undo",
                    run: Arc::new(move || workspace.undo()),
                }),
            }));
        }
    };
    view! { <button type="button" class="primary" on:click=add>"Add these raises to the plan as actions"</button> }
        .into_any()
}
