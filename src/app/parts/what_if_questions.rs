//! The ratings under the attributes of one process, to be tried out one by one.

use super::rank_choice::RankChoice;
use crate::app::workspace::workspace;
use crate::domain::experiment::Experiment;
use crate::domain::framework::Rates;
use crate::domain::id::ProcessId;
use crate::domain::result::rates;
use crate::report::what_if::{Tried, WhatIfCell, tried};
use crate::report::words;
use leptos::prelude::*;

/// Only where indicators are rated; made for the process that is chosen.
#[component]
pub fn Questions(experiment: RwSignal<Experiment>) -> impl IntoView {
    let workspace = workspace();
    let has_indicators = Memo::new(move |_| {
        let rated = workspace.track(|open| rates(&open.model, &open.assessment));
        rated == Some(Rates::Indicators)
    });
    let chosen = RwSignal::new(None::<ProcessId>);
    let options = move || {
        let named = workspace.track(|open| {
            let scope = open.scope().into_iter();
            scope
                .map(|id| (id.to_string(), words::process(&open.model, &id)))
                .collect::<Vec<_>>()
        });
        named
            .unwrap_or_default()
            .into_iter()
            .map(|(id, name)| view! { <option value=id>{name}</option> })
            .collect_view()
    };
    let choose = move |event| {
        let value = event_target_value(&event);
        chosen.set((!value.is_empty()).then(|| value.as_str().into()));
    };
    move || {
        has_indicators.get().then(|| view! {
            <section aria-labelledby="questions">
                <h2 id="questions">"Question by question"</h2>
                <p class="hint">"A choice counts for all instances of the process. It takes the place of what was tried for its attribute as a whole, and the other way round."</p>
                <label class="what-if-process">
                    <span class="field-name">"Process"</span>
                    <select on:change=choose><option value="">"None"</option>{options}</select>
                </label>
                {move || chosen.get().map(|process| view! { <OfProcess experiment process /> })}
            </section>
        })
    }
}

#[component]
fn OfProcess(experiment: RwSignal<Experiment>, process: ProcessId) -> impl IntoView {
    let workspace = workspace();
    let rows = Memo::new(move |_| {
        let experiment = experiment.get();
        workspace
            .track_any(|open| tried(&open.model, &open.assessment, &experiment, &process))
            .unwrap_or_default()
    });
    // Which questions there are, and which of them move anything. Their ratings change within.
    let shown = Memo::new(move |_| {
        rows.with(|rows| {
            let still = rows.iter().map(|row| Tried {
                cell: WhatIfCell::default(),
                ..row.clone()
            });
            still.collect::<Vec<_>>()
        })
    });
    let row = move |(place, row): (usize, Tried)| {
        let cell = Memo::new(move |_| rows.with(|rows| rows.get(place).map(|row| row.cell)));
        view! {
            <tr>
                <td><span class="row-id">{row.item.clone()}</span>" "{row.text}</td>
                <td>{row.attribute}</td>
                <td>
                    <RankChoice experiment cell subject=row.subject label=format!("Rating of {}", row.item) fixed=row.settled />
                    {row.settled.then(|| view! { <span class="hint">"set as a whole"</span> })}
                </td>
            </tr>
        }
    };
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label="Questions to try out">
            <table class="heat">
                <thead><tr><th scope="col">"Question"</th><th scope="col">"Attribute"</th><th scope="col">"Rating"</th></tr></thead>
                <tbody>{move || shown.get().into_iter().enumerate().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
}
