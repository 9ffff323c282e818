//! The level of a process, how far it could still move, why it is not higher, and what would lift it.

use super::level_badge::LevelBadge;
use super::progress_bar::ProgressBar;
use crate::app::workspace::workspace;
use crate::domain::explanation::{Explanation, explain};
use crate::domain::id::ProcessId;
use crate::domain::model::Model;
use crate::domain::raise::Raise;
use crate::report::words;
use leptos::prelude::*;

#[component]
pub fn LevelPanel(process: ProcessId) -> impl IntoView {
    let workspace = workspace();
    let shown = move || {
        let result = workspace.result(&process)?;
        workspace.with(|open| {
            let explanation = explain(&open.model, &open.assessment, &result);
            let rated = result.progress.rated > 0;
            let reason = if rated {
                words::reason(&open.model, &explanation)
            } else {
                "Once its questions are rated, the level stands here, with its reason.".to_owned()
            };
            let target = open.assessment.target.level(&result.process);
            view! {
                <div class="level-panel">
                    <LevelBadge level=result.level lowest=result.lowest highest=result.highest rated />
                    <div class="level-words">
                        <p class="level-name">
                            {if rated { words::level_name(&open.model, result.level) } else { "Not rated yet".to_owned() }}
                            " "<span class="level-target">{format!("Target {target}")}</span>
                        </p>
                        <p class="level-range">{words::range(&result).filter(|_| rated)}</p>
                        <p class="level-reason">{reason}</p>
                    </div>
                    <div class="level-progress">
                        <ProgressBar progress=result.progress />
                        <span>{words::progress(result.progress)}</span>
                    </div>
                </div>
                {rated.then(|| ways_up(&open.model, &explanation))}
            }
        })
    };
    view! { <section class="level" aria-label="Capability level" aria-live="polite">{shown}</section> }
}

/// What blocks, what drives it, and the smallest set of raised ratings.
fn ways_up(model: &Model, explanation: &Explanation) -> Option<AnyView> {
    if explanation.blockers.is_empty() {
        return None;
    }
    let next = explanation.level + 1;
    let raises = explanation
        .path
        .raises
        .iter()
        .map(|raise| raise_line(model, raise))
        .collect_view();
    let count = explanation.path.raises.len();
    let drivers = explanation.blockers.iter().map(|blocker| {
        let lowest = blocker.drivers.iter().filter_map(|driver| {
            let rating = driver.rating.as_ref()?;
            Some(view! { <li><span class="letter">{rating.to_string()}</span>" "{words::subject(model, &driver.subject)}</li> })
        }).collect_view();
        let open = blocker.drivers.iter().filter(|driver| driver.rating.is_none()).count();
        view! {
            <p class="small-head">{words::attribute(model, &blocker.attribute)}</p>
            <ul class="drivers">{lowest}{(open > 0).then(|| view! { <li>{format!("{open} not rated yet")}</li> })}</ul>
        }
    }).collect_view();
    let out_of_reach = (!explanation.path.out_of_reach.is_empty()).then(|| view! {
        <p>"Nothing applies under "{explanation.path.out_of_reach.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")}
            ", so this level cannot be reached."</p>
    });
    Some(view! {
        <details class="ways-up">
            <summary>{format!("What would reach level {next}")}</summary>
            <div class="ways-columns">
                <div>
                    <p class="small-head">{match count { 1 => "One rating to raise".to_owned(), count => format!("The fewest ratings to raise: {count}") }}</p>
                    <ul class="raises">{raises}</ul>
                    {out_of_reach}
                </div>
                <div><p class="small-head">"What holds it back"</p>{drivers}</div>
            </div>
        </details>
    }.into_any())
}

fn raise_line(model: &Model, raise: &Raise) -> impl IntoView + use<> {
    view! {
        <li>
            <span class="letter">{words::raise(model, raise)}</span>" "
            {words::subject(model, &raise.subject)}" "
            <span class="row-id">{words::subject_id(&raise.subject).to_owned()}</span>
        </li>
    }
}
