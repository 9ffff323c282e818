//! The risk of each process: what may go wrong in sentences, and its gaps and levels in a table.

use crate::app::route::Route;
use crate::app::workspace::workspace;
use crate::domain::id::ProcessId;
use crate::report::plan_words;
use crate::report::risk_table::{LevelEntry, RiskEntry, RiskTable};
use crate::report::words;
use leptos::prelude::*;
use std::cmp::Reverse;

/// A risk in a word, with a ground that follows it.
pub fn risk_mark(row: &RiskEntry) -> impl IntoView + use<> {
    let shade = row.worst.map(|_| plan_words::risk(row.risk));
    view! { <span class="risk-mark" data-risk=shade>{row.overall.clone()}</span> }
}

fn rate_address(process: &ProcessId) -> Option<String> {
    workspace().with(|open| Route::Rate(open.id.clone(), Some(process.clone())).address())
}

/// What may go wrong, the process with the highest risk first. What is not known comes last but one, what has no gap last.
#[component]
pub fn Warnings(table: RiskTable) -> impl IntoView {
    let (clear, mut rows): (Vec<_>, Vec<_>) = table
        .rows
        .into_iter()
        .partition(|row| row.warnings.is_empty());
    rows.sort_by_key(|row| Reverse((row.risk, row.worst.map(|(_, extent)| extent))));
    let entries = rows
        .iter()
        .map(|row| {
            let sentences = row
                .warnings
                .iter()
                .map(|sentence| view! { <li>{sentence.clone()}</li> })
                .collect_view();
            view! {
                <li class="risk-entry">
                    <h3><a href=rate_address(&row.process)>{row.name.clone()}</a></h3>
                    {risk_mark(row)}
                    <ul>{sentences}</ul>
                </li>
            }
        })
        .collect_view();
    let clear: Vec<String> = clear.into_iter().map(|row| row.name).collect();
    view! {
        <ul class="risk-entries">{entries}</ul>
        {(!clear.is_empty()).then(|| view! { <p class="hint">{format!("No gap: {}.", words::join(&clear))}</p> })}
    }
}

/// Gaps, extents and risks, one row a process.
#[component]
pub fn RiskRows(table: RiskTable) -> impl IntoView {
    let attributes = table
        .attributes
        .iter()
        .map(|id| view! { <th scope="col">{id.clone()}</th> })
        .collect_view();
    let levels = table
        .levels
        .iter()
        .map(|level| view! { <th scope="col">{format!("Level {level}")}</th> })
        .collect_view();
    let rows = table.rows.iter().map(|row| {
        let gaps = row.gaps.iter().map(|gap| match gap {
            Some(gap) => view! { <td><span class="gap-mark" data-gap=words::gap(*gap)>{words::gap(*gap)}</span></td> }.into_any(),
            None => not_asked(),
        }).collect_view();
        let levels = row.levels.iter().map(|level| match level {
            Some(level) => level_cell(level),
            None => not_asked(),
        }).collect_view();
        view! {
            <tr>
                <th scope="row"><a href=rate_address(&row.process)>{row.name.clone()}</a></th>
                {gaps}
                {levels}
                <td>{risk_mark(row)}</td>
            </tr>
        }
    }).collect_view();
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label="Table of gaps and risk">
            <table class="heat risk-rows">
                <thead><tr><th scope="col">"Process"</th>{attributes}{levels}<th scope="col">"Risk"</th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        <p class="hint">"Under each attribute stands its gap to the target, under each level the risk and below it the extent of its gaps; \u{2013} is not asked for. A gap is minor where the attribute is good enough for its own level, major where it is not."</p>
    }
}

/// The extent is told where it says more than the risk does.
fn level_cell(level: &LevelEntry) -> AnyView {
    let extent = (level.extent != level.risk)
        .then(|| view! { <span class="hint">{format!("{} extent", level.extent)}</span> });
    view! { <td>{level.risk.clone()}{extent}</td> }.into_any()
}

fn not_asked() -> AnyView {
    view! { <td class="hint"><span aria-hidden="true">"\u{2013}"</span><span class="visually-hidden">"not asked"</span></td> }.into_any()
}
