//! The processes in scope with level and completeness, to search and to filter.

use super::level_badge::LevelBadge;
use super::progress_bar::ProgressBar;
use crate::app::browser::{lower_case, show};
use crate::app::route::Route;
use crate::app::workspace::workspace;
use crate::domain::consistency::{doubts, resting_on};
use crate::domain::id::ProcessId;
use crate::domain::model::Model;
use crate::domain::target::target_level;
use crate::report::words::count;
use leptos::prelude::*;

/// Which processes are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filter {
    All,
    NotFullyRated,
    BelowTarget,
    /// With ratings that were carried over and not looked at since.
    CarriedOver,
}

#[component]
pub fn ProcessList(
    #[prop(into)] current: Signal<Option<ProcessId>>,
    search: RwSignal<String>,
    filter: RwSignal<Filter>,
) -> impl IntoView {
    let workspace = workspace();
    let follows_on = workspace
        .with(|open| open.assessment.previous.is_some())
        .unwrap_or(false);
    let scope = Memo::new(move |_| workspace.track(|open| open.scope()).unwrap_or_default());
    let evidence = Memo::new(move |_| {
        let counted = workspace.track_any(|open| {
            let register = &open.assessment.evidence;
            let cited = register.cited().map(|(_, ids)| ids.len());
            (register.all().count(), cited.sum::<usize>())
        });
        counted.unwrap_or_default()
    });
    let listed = Memo::new(move |_| {
        let wanted = lower_case(search.get().trim());
        let filter = filter.get();
        scope
            .get()
            .into_iter()
            .filter(|process| {
                let found = workspace
                    .with(|open| matches(&open.model, process, &wanted))
                    .unwrap_or(false);
                found && passes(process, filter)
            })
            .collect::<Vec<_>>()
    });
    Effect::new(move |_| {
        current.track();
        // Where the list scrolls, the process at hand comes into sight, and nothing else moves.
        request_animation_frame(|| show("nav[aria-label=Processes] [aria-current]"));
    });
    view! {
        <nav class="process-list" aria-label="Processes">
            <div class="list-tools">
                <label>
                    <span class="visually-hidden">"Search processes and questions"</span>
                    <input type="search" id="search" placeholder="Search (press /)" prop:value=move || search.get()
                        on:input=move |event| search.set(event_target_value(&event)) />
                </label>
                <label>
                    <span class="visually-hidden">"Show"</span>
                    <select on:change=move |event| filter.set(match event_target_value(&event).as_str() {
                        "open" => Filter::NotFullyRated,
                        "below" => Filter::BelowTarget,
                        "carried" => Filter::CarriedOver,
                        _ => Filter::All,
                    })>
                        <option value="all">"All processes"</option>
                        <option value="open">"With unrated questions"</option>
                        <option value="below">"Below target"</option>
                        {follows_on.then(|| view! { <option value="carried">"With carried over ratings"</option> })}
                    </select>
                </label>
            </div>
            <p class="list-count" role="status">
                {move || match (listed.with(Vec::len), scope.with(Vec::len)) {
                    (0, _) => "Nothing fits. Change the search or the filter.".to_owned(),
                    (listed, all) if listed == all => format!("{all} processes"),
                    (listed, all) => format!("{listed} of {all} processes"),
                }}
            </p>
            <ul>
                <For each=move || listed.get() key=|process| process.clone() let:process>
                    <Entry process current evidence />
                </For>
            </ul>
        </nav>
    }
}

#[component]
fn Entry(
    process: ProcessId,
    current: Signal<Option<ProcessId>>,
    /// Changes whenever doubts about missing evidence can change.
    evidence: Memo<(usize, usize)>,
) -> impl IntoView {
    let workspace = workspace();
    let name = workspace
        .with(|open| {
            open.model
                .process(&process)
                .map(|process| process.name.clone())
        })
        .flatten();
    let href = workspace.with(|open| Route::Rate(open.id.clone(), Some(process.clone())).address());
    let here = process.clone();
    let is_current = move || (current.get().as_ref() == Some(&here)).then_some("true");
    let others = workspace.with(|open| resting_on(&open.model, &process));
    let doubted = process.clone();
    let open_doubts = Memo::new(move |_| {
        evidence.track();
        let bearing = others.iter().flatten().chain([&doubted]);
        for process in bearing {
            let _ = workspace.result(process); // runs again when something was said of it
        }
        let found = workspace.with(|open| {
            let found = doubts(&open.model, &open.assessment, &doubted);
            found.iter().filter(|doubt| doubt.stands.is_none()).count()
        });
        found.unwrap_or(0)
    });
    let of = process.clone();
    let state = move || {
        workspace.result(&of).map(|result| view! {
        <LevelBadge level=result.level lowest=result.lowest highest=result.highest rated={result.progress.rated > 0} carried={result.progress.carried > 0} />
        <ProgressBar progress=result.progress />
    })
    };
    view! {
        <li>
            <a href=href aria-current=is_current>
                <span class="entry-id">{process.to_string()}</span>
                <span class="entry-name">{name}{move || match open_doubts.get() { 0 => None, open => Some(view! { <span class="entry-doubts">{count(open, "doubt")}</span> }) }}</span>
                <span class="entry-state">{state}</span>
            </a>
        </li>
    }
}

/// Whether a process, its purpose or one of its questions holds the words searched for.
fn matches(model: &Model, id: &ProcessId, wanted: &str) -> bool {
    if wanted.is_empty() {
        return true;
    }
    let Some(process) = model.process(id) else {
        return false;
    };
    let holds = |text: &str| lower_case(text).contains(wanted);
    let questions = model
        .assessment
        .indicators(id)
        .into_iter()
        .flat_map(|found| &found.guidance);
    holds(process.id.as_str())
        || holds(&process.name)
        || holds(&process.purpose)
        || process.outcomes.iter().any(|outcome| holds(&outcome.text))
        || questions
            .into_iter()
            .any(|entry| holds(&entry.guidance.question))
}

fn passes(process: &ProcessId, filter: Filter) -> bool {
    let workspace = workspace();
    let target = workspace
        .track(|open| target_level(&open.model, &open.assessment, process))
        .unwrap_or(0);
    match (filter, workspace.result(process)) {
        (Filter::All, _) | (_, None) => true,
        (Filter::NotFullyRated, Some(result)) => result.progress.not_rated() > 0,
        (Filter::BelowTarget, Some(result)) => result.level < target,
        (Filter::CarriedOver, Some(result)) => result.progress.carried > 0,
    }
}
