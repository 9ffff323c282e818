//! What if: ratings changed in a scratch copy, with levels, risk and readiness beside those of today.

use crate::app::library::Rest;
use crate::app::parts::what_if_outcome::Outcome;
use crate::app::parts::what_if_questions::Questions;
use crate::app::parts::what_if_table::WhatIfTable;
use crate::app::plan_view::PlanView;
use crate::app::route::Route;
use crate::app::workspace::{Action, Notice, Workspace, workspace};
use crate::domain::crosswalk::{Crosswalk, CrosswalkKind};
use crate::domain::experiment::{Experiment, Start, last_due, without_due};
use crate::domain::id::AssessmentId;
use crate::report::what_if::{WhatIf, what_if};
use crate::report::words;
use leptos::prelude::*;
use std::cell::RefCell;
use std::sync::Arc;

thread_local! {
    /// What was tried last, so that it is still there on the way back from another page. Gone with the window.
    static LAST: RefCell<Option<(AssessmentId, Experiment)>> = const { RefCell::new(None) };
}

#[component]
pub fn WhatIfPage() -> impl IntoView {
    let workspace = workspace();
    if workspace.rest.get_untracked() == Rest::NotAsked {
        workspace.load_rest();
    }
    let experiment = RwSignal::new(last(workspace));
    Effect::new(move |_| {
        let id = workspace.with(|open| open.id.clone());
        let last = id.map(|id| (id, experiment.get()));
        LAST.with_borrow_mut(|kept| *kept = last);
    });
    let crosswalk = Memo::new(move |_| {
        (workspace.rest.get() == Rest::Here)
            .then(|| standard(workspace))
            .flatten()
    });
    let found = Memo::new(move |_| {
        let results = workspace.results();
        let crosswalk = crosswalk.get();
        let experiment = experiment.get();
        workspace.track_any(|open| {
            what_if(
                &open.model,
                &open.assessment,
                &results,
                &experiment,
                crosswalk.as_deref(),
            )
        })
    });
    let publication =
        Signal::derive(move || crosswalk.get().map(|found| found.publication.clone()));
    let nobody =
        move || found.with(|found| found.as_ref().is_none_or(|found| found.rows.is_empty()));
    view! {
        <h1 tabindex="-1">"What if"</h1>
        <p class="lead">"Change ratings in a scratch copy and see what that would do. The assessment stays as it is."</p>
        <Show when=move || !nobody() fallback=|| view! { <p class="empty">"No process is in scope. Choose some in Set up."</p> }>
            <StartChoice experiment />
            <Outcome found publication />
            <Ends experiment found />
            <WhatIfTable experiment found />
            <Questions experiment />
        </Show>
    }
}

fn last(workspace: Workspace) -> Experiment {
    let id = workspace.with(|open| open.id.clone());
    LAST.with_borrow(|kept| {
        let kept = kept.as_ref().filter(|(of, _)| Some(of) == id.as_ref());
        kept.map(|(_, experiment)| experiment.clone())
            .unwrap_or_default()
    })
}

/// The standard that is shaped for the processes of the model, or else the first one that speaks of them.
fn standard(workspace: Workspace) -> Option<Arc<Crosswalk>> {
    let set = workspace.with(|open| open.model.reference.header.id.clone())?;
    let library = workspace.library();
    let fitting: Vec<_> = library
        .crosswalks()
        .filter(|found| found.kind == CrosswalkKind::Requirements)
        .filter(|found| found.reference_models.contains(&set))
        .collect();
    let is_shaped = |found: &&&Arc<Crosswalk>| found.reference_models.first() == Some(&set);
    let shaped = fitting.iter().find(is_shaped);
    shaped.or(fitting.first()).map(|found| Arc::clone(found))
}

/// What the tried ratings stand on.
#[component]
fn StartChoice(experiment: RwSignal<Experiment>) -> impl IntoView {
    let workspace = workspace();
    let planned = Memo::new(move |_| {
        workspace.track_any(|open| (last_due(&open.assessment), without_due(&open.assessment)))
    });
    let start = move || experiment.with(|tried| tried.start);
    let choose = move |start| experiment.update(|tried| tried.start = start);
    let option = move |value: Start,
                       name: &'static str,
                       hint: Signal<String>,
                       off: Signal<bool>| {
        view! {
            <label class="option">
                <input type="radio" name="what-if-start" disabled=move || off.get() prop:checked=move || start() == value on:change=move |_| choose(value) />
                <span><strong>{name}</strong><br />{move || hint.get()}</span>
            </label>
        }
    };
    let promised = Signal::derive(move || {
        let (due, without) = planned.get().unwrap_or_default();
        let rest = match without {
            0 => String::new(),
            1 => " 1 action has no due date and is left out.".to_owned(),
            count => format!(" {count} actions have no due date and are left out."),
        };
        match due {
            Some(day) => {
                format!("As it would be on {day}, if every action delivers what it promises.{rest}")
            }
            None => format!("No action of the plan has a due date yet.{rest}"),
        }
    });
    let off = Signal::derive(move || planned.get().is_none_or(|(due, _)| due.is_none()));
    view! {
        <fieldset class="options">
            <legend class="field-name">"Start from"</legend>
            {option(Start::Today, "Today\u{2019}s ratings", Signal::stored("As people rated.".to_owned()), Signal::stored(false))}
            {option(Start::Planned, "All actions done", promised, off)}
        </fieldset>
    }
}

/// Keep as target, or throw away.
#[component]
fn Ends(experiment: RwSignal<Experiment>, found: Memo<Option<WhatIf>>) -> impl IntoView {
    let workspace = workspace();
    let targets = move || {
        found.with_untracked(|found| {
            workspace.with(|open| {
                found
                    .as_ref()
                    .map(|found| found.targets(&open.model, &open.assessment))
            })
        })
    };
    let keep = move |_| {
        let edits = targets().flatten().unwrap_or_default();
        let count = edits.len();
        if workspace.apply_all(edits) {
            experiment.set(Experiment::default());
            workspace.notice.set(Some(Notice {
                text: format!(
                    "{} kept. See Targets.",
                    words::count(count, "attribute target")
                ),
                action: Some(Action {
                    label: "Undo",
                    run: Arc::new(move || workspace.undo()),
                }),
            }));
        }
    };
    let same = move || found.with(|found| found.as_ref().is_none_or(|found| found.changed() == 0));
    let address = workspace.with(|open| Route::Plan(open.id.clone(), PlanView::Targets).address());
    view! {
        <div class="buttons what-if-ends">
            <button type="button" class="primary" disabled=same on:click=keep>"Keep as target"</button>
            <button type="button" disabled=move || experiment.with(Experiment::is_empty) on:click=move |_| experiment.set(Experiment::default())>"Throw away"</button>
            <p class="hint">"Keeping it makes "<a href=address>"targets"</a>" of what differs from today. Nothing else of it is stored: it is gone when this window is closed."</p>
        </div>
    }
}
