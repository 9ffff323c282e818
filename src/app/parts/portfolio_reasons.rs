//! Why a process of a unit has its level: what a cell of the grid opens.

use super::dialog::Dialog;
use super::level_badge::LevelBadge;
use crate::app::portfolio_view::PortfolioView;
use crate::app::route::Route;
use crate::domain::id::ProcessId;
use crate::report::digest::Digest;
use crate::report::reasons::{Reasons, reasons};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// What is shown of a cell.
#[derive(Clone)]
struct Answer {
    /// Unit and assessment.
    place: String,
    found: Result<Reasons, String>,
    /// Where it can be rated, if it is on this machine.
    rate: Option<String>,
}

/// More of what pulls a level down than this is read where it is rated.
const MOST_DRIVERS: usize = 8;

#[component]
pub fn ReasonsDialog(view: PortfolioView) -> impl IntoView {
    let answer: RwSignal<Option<Answer>> = RwSignal::new(None);
    Effect::new(move |_| {
        answer.set(None);
        let Some((unit, column)) = view.asked.get() else {
            return;
        };
        let shown = view.shown.get_untracked();
        let (Some(unit), Some(column)) = (shown.units.get(unit), shown.columns.get(column)) else {
            return;
        };
        let digest = unit.latest().clone();
        let process = column.process.clone();
        let place = view.names.with_untracked(|names| {
            let (unit_name, title) = (names.unit(unit), names.assessment(unit, &digest));
            if names.are_aliases() {
                title
            } else {
                format!("{unit_name}: {title}")
            }
        });
        spawn_local(async move {
            let found = find(view, &digest, &process).await;
            let rate = (!view.loaded.is_guest(&digest.id))
                .then(|| Route::Rate(digest.id.clone(), Some(process)).address());
            // Another cell may have been asked for meanwhile; its own answer comes.
            answer.set(Some(Answer { place, found, rate }));
        });
    });
    let close = Callback::new(move |()| view.asked.set(None));
    let shown = Signal::derive(move || view.asked.with(Option::is_some));
    view! {
        <Dialog title="Why this level" shown close>
            {move || match answer.get() {
                None => view! { <p class="hint" role="status">"Reading\u{2026}"</p> }.into_any(),
                Some(answer) => told(view, answer),
            }}
        </Dialog>
    }
}

async fn find(
    view: PortfolioView,
    digest: &Arc<Digest>,
    process: &ProcessId,
) -> Result<Reasons, String> {
    let (model, assessment) = view.loaded.whole(digest).await?;
    Ok(reasons(&model, &assessment, process))
}

fn told(view: PortfolioView, answer: Answer) -> AnyView {
    let reasons = match answer.found {
        Ok(reasons) => reasons,
        Err(message) => return view! { <p class="problem error">{message}</p> }.into_any(),
    };
    // What people wrote may name somebody.
    let aliases = view.aliases.get();
    let attributes = reasons.attributes.into_iter().map(|(name, letter, how)| view! {
        <tr><th scope="row">{name}</th><td><span class="letter">{letter}</span></td>{(!aliases).then(|| view! { <td class="hint">{how}</td> })}</tr>
    }).collect_view();
    let more = reasons.drivers.len().saturating_sub(MOST_DRIVERS);
    let drivers = reasons.drivers.into_iter().take(MOST_DRIVERS);
    let drivers: Vec<_> = drivers
        .map(
            |(subject, rating)| view! { <li><span class="letter">{rating}</span>" "{subject}</li> },
        )
        .collect();
    view! {
        <div class="reasons">
            <p class="hint">{answer.place}</p>
            <h3>{reasons.process}</h3>
            <div class="level-panel">
                <LevelBadge level=reasons.level lowest=reasons.lowest highest=reasons.highest rated=reasons.rated carried=reasons.carried />
                <div class="level-words">
                    <p class="level-name">{reasons.level_name}" "<span class="level-target">{format!("Target {}", reasons.target)}</span></p>
                    <p class="level-range">{reasons.range}</p>
                    <p class="level-reason">{reasons.reason}</p>
                    <p class="hint">{reasons.progress}</p>
                </div>
            </div>
            <table><tbody>{attributes}</tbody></table>
            {(!drivers.is_empty()).then(|| view! {
                <h4>"What holds the next level back"</h4>
                <ul class="drivers">{drivers.collect_view()}</ul>
                {(more > 0).then(|| view! { <p class="hint">{format!("And {more} more.")}</p> })}
            })}
            {answer.rate.map(|address| view! { <p><a class="button primary" href=address>"Open in Rate"</a></p> })}
        </div>
    }
    .into_any()
}
