//! Targets: the level that each process aims at, and what that asks of each attribute, adjusted where people want it
//! otherwise.

use crate::app::parts::target_profiles::TargetProfiles;
use crate::app::parts::target_row::TargetRow;
use crate::app::route::Route;
use crate::app::workspace::workspace;
use crate::domain::edit::Edit;
use crate::domain::framework::Attribute;
use crate::domain::id::ProcessId;
use crate::domain::target::Target;
use crate::domain::target_profile::edits_between;
use leptos::prelude::*;

#[component]
pub fn Targets() -> impl IntoView {
    let workspace = workspace();
    let nothing = Memo::new(move |_| {
        workspace
            .track(|open| open.scope().is_empty())
            .unwrap_or(true)
    });
    view! {
        <h1 tabindex="-1">"Targets"</h1>
        <p class="lead">"The level that each process aims at, and the rating that each attribute needs for it."</p>
        {move || if nothing.get() {
            let address = workspace.with(|open| Route::SetUp(open.id.clone()).address());
            view! { <p class="empty">"No process is in scope yet. "<a href=address>"Choose them in Set up."</a></p> }.into_any()
        } else {
            view! { <LevelOfAll /><Differences /><TargetTable /> }.into_any()
        }}
        <TargetProfiles />
    }
}

/// One click sets the level of all processes that have none of their own.
#[component]
fn LevelOfAll() -> impl IntoView {
    let workspace = workspace();
    let levels = workspace
        .with(|open| open.model.framework.levels.clone())
        .unwrap_or_default();
    let target = Memo::new(move |_| workspace.track(|open| open.assessment.target.default));
    let scope = move || workspace.track(|open| open.assessment.highest_level);
    let choices = levels.into_iter().map(|found| {
        let level = found.level;
        let choose = move |_| { workspace.apply(Edit::SetTarget { level }); };
        view! {
            <label class="choice" title=found.meaning>
                <input type="radio" name="target-level" aria-label=format!("{level} {}", found.name) prop:checked=move || target.get() == Some(level) on:change=choose />
                <span class="choice-letter" aria-hidden="true">{level}</span>
                <span class="choice-word" aria-hidden="true">{found.name}</span>
            </label>
        }
    }).collect_view();
    view! {
        <fieldset class="choices level-choices">
            <legend class="field-name">"Target level of all processes"</legend>
            {choices}
        </fieldset>
        {move || (target.get() > scope()).then(|| view! {
            <p class="problem warning">{format!("Level {} is the highest level to assess, so no more than that is asked for.", scope().unwrap_or(0))}</p>
        })}
    }
}

/// How many processes differ, and the way back.
#[component]
fn Differences() -> impl IntoView {
    let workspace = workspace();
    let counts = Memo::new(move |_| {
        workspace
            .track(|open| {
                let target = &open.assessment.target;
                let scope = open.scope();
                let differing = scope.iter().filter(|process| differs(target, process));
                let silent = |process: &&_| target.reason(process).trim().is_empty();
                (
                    differing.clone().count(),
                    differing.filter(silent).count(),
                    target.processes.is_empty(),
                )
            })
            .unwrap_or((0, 0, true))
    });
    let words = move || {
        match counts.get() {
        (0, ..) => "All processes follow this level. Choose another level or rating in the table where one should differ.".to_owned(),
        (1, 0, _) => "1 process differs.".to_owned(),
        (count, 0, _) => format!("{count} processes differ."),
        (1, ..) => "1 process differs, and does not say why.".to_owned(),
        (count, silent, _) => format!("{count} processes differ, {silent} of them without a reason."),
    }
    };
    let take_away = move |_| {
        let edits = workspace.with(|open| {
            let present = &open.assessment.target;
            let plain = Target {
                default: present.default,
                ..Target::default()
            };
            edits_between(present, &plain)
        });
        workspace.apply_all(edits.unwrap_or_default());
    };
    view! {
        <div class="section-head differences">
            <p class="hint" role="status">{words}</p>
            <button type="button" disabled=move || counts.get().2 on:click=take_away>"Take away all adjustments"</button>
        </div>
    }
}

/// Whether a process aims at something else than all.
fn differs(target: &Target, process: &ProcessId) -> bool {
    let own = target.process(process);
    own.is_some_and(|own| own.level.is_some() || !own.attributes.is_empty())
}

#[component]
fn TargetTable() -> impl IntoView {
    let workspace = workspace();
    // Both are set in Set up: while this page is shown they stay, unless another window or an undo changes them.
    let scope = Memo::new(move |_| workspace.track(|open| open.scope()).unwrap_or_default());
    let attributes = Memo::new(move |_| {
        workspace
            .track(|open| {
                let inside = open.model.attributes(open.assessment.highest_level);
                inside.cloned().collect::<Vec<Attribute>>()
            })
            .unwrap_or_default()
    });
    let heads = move || {
        attributes
            .get()
            .into_iter()
            .map(|attribute| {
                view! {
                    <th scope="col" class="target-head">{attribute.id.to_string()}<span>{attribute.title}</span></th>
                }
            })
            .collect_view()
    };
    view! {
        <div class="table-scroll targets" tabindex="0" role="region" aria-label="Targets by process and attribute">
            <table>
                <thead>
                    <tr>
                        <th scope="col">"Process"</th>
                        <th scope="col">"Level"</th>
                        {heads}
                        <th scope="col">"Business weight"</th>
                        <th scope="col">"Reason for the difference"</th>
                    </tr>
                </thead>
                <tbody>
                    {move || scope.get().into_iter().map(|process| view! { <TargetRow process attributes=attributes.get() /> }).collect_view()}
                </tbody>
            </table>
        </div>
        <p class="hint">"The business weight of a process moves what improves it up or down in the plan."</p>
    }
}
