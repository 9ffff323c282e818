//! Actions: the gaps to the target in a sensible order, and what to raise.

use crate::app::route::Route;
use crate::app::workspace::workspace;
use crate::domain::gap::Gap;
use crate::domain::plan::plan;
use crate::report::plan_draft::{PlanEntry, plan_entries};
use crate::report::words;
use leptos::prelude::*;

#[component]
pub fn Actions() -> impl IntoView {
    let workspace = workspace();
    let entries = Memo::new(move |_| {
        let results = workspace.results();
        workspace
            .track(|open| {
                plan_entries(
                    &open.model,
                    &open.assessment,
                    &plan(&open.model, &open.assessment, &results),
                )
            })
            .unwrap_or_default()
    });
    let known = move || {
        entries
            .get()
            .into_iter()
            .filter(|entry| entry.gap != Gap::Unknown)
            .collect::<Vec<_>>()
    };
    let unknown = move || {
        entries
            .get()
            .into_iter()
            .filter(|entry| entry.gap == Gap::Unknown)
            .collect::<Vec<_>>()
    };
    view! {
            <div class="section-head">
                <h1 tabindex="-1">"Plan"</h1>
            </div>
            <p class="lead">"The gaps to your target, and the fewest ratings to raise to close each."</p>
            <p class="hint">"Order: lower levels first, then major gaps before minor ones, then processes that many others depend on, then the fewest ratings to raise. A gap is minor where the attribute is good enough for its own level, major where it is not."</p>
            {move || {
                let known = known();
                let nothing = known.is_empty();
                let all_open = nothing && !unknown().is_empty();
                match (nothing, all_open) {
                    (true, true) => view! { <p class="empty">"Nothing is rated yet. Rate some questions, and what to improve appears here."</p> }.into_any(),
                    (true, false) => view! { <p class="empty">"Every rated attribute reaches its target. Raise the target in Set up to aim higher."</p> }.into_any(),
                    _ => view! { <ol class="plan-list">{known.into_iter().map(|entry| view! { <Entry entry /> }).collect_view()}</ol> }.into_any(),
                }
            }}
            {move || {
                let unknown = unknown();
                (!unknown.is_empty()).then(|| view! { <Unknown entries=unknown /> })
            }}
    }
}

#[component]
fn Entry(entry: PlanEntry) -> impl IntoView {
    let workspace = workspace();
    let address =
        workspace.with(|open| Route::Rate(open.id.clone(), Some(entry.process.clone())).address());
    let steps = entry.steps.into_iter().map(|step| view! {
        <li>
            <p class="step-text">
                <span class="letter">{step.raise}</span>" "{step.text}" "<span class="row-id">{step.indicator}</span>
                {step.instance.map(|name| view! { <span class="mark">{name}</span> })}
            </p>
            {(!step.recommendation.is_empty()).then(|| view! { <p class="step-first"><strong>"First step. "</strong>{step.recommendation}</p> })}
        </li>
    }).collect_view();
    view! {
        <li class="plan-entry" data-gap=words::gap(entry.gap)>
            <header>
                <h2><a href=address>{entry.process_name}</a></h2>
                <p class="plan-facts">
                    <span>{entry.attribute_name}</span>
                    <span class="gap-mark" data-gap=words::gap(entry.gap)>{format!("{} gap", words::gap(entry.gap))}</span>
                    <span>{format!("now {}, needs {}", entry.rating, entry.target)}</span>
                    {entry.keys.into_iter().map(|(name, value)| view! { <span>{format!("{name}: {value}")}</span> }).collect_view()}
                    {(entry.not_rated > 0).then(|| view! { <span>{format!("{} not rated", entry.not_rated)}</span> })}
                </p>
            </header>
            <ul class="plan-steps">{steps}</ul>
        </li>
    }
}

/// Attributes inside the target that are not rated.
#[component]
fn Unknown(entries: Vec<PlanEntry>) -> impl IntoView {
    let workspace = workspace();
    let rows = entries
        .into_iter()
        .map(|entry| {
            let address = workspace
                .with(|open| Route::Rate(open.id.clone(), Some(entry.process.clone())).address());
            view! {
                <tr>
                    <td><a href=address>{entry.process_name}</a></td>
                    <td>{entry.attribute_name}</td>
                    <td>{entry.not_rated}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <section aria-labelledby="unknown">
            <h2 id="unknown">"Not known yet"</h2>
            <p class="hint">"These belong to the target and are not rated. That is not the same as no gap."</p>
            <div class="table-scroll" tabindex="0" role="region" aria-label="Table of what is not known yet">
                <table>
                    <thead><tr><th scope="col">"Process"</th><th scope="col">"Attribute"</th><th scope="col">"Ratings open"</th></tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
}
