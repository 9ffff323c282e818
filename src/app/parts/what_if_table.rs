//! The ratings of an experiment, to be changed: processes by attributes, with level and risk beside.

use super::rank_choice::RankChoice;
use crate::app::workspace::workspace;
use crate::domain::experiment::Experiment;
use crate::domain::id::{AttributeId, ProcessId};
use crate::domain::subject::Subject;
use crate::report::what_if::{Turn, WhatIf, WhatIfCell};
use crate::report::words;
use leptos::prelude::*;

#[component]
pub fn WhatIfTable(experiment: RwSignal<Experiment>, found: Memo<Option<WhatIf>>) -> impl IntoView {
    let workspace = workspace();
    // Rows are made once; only what a choice changes is drawn anew.
    let attributes = Memo::new(move |_| {
        found
            .with(|found| found.as_ref().map(|found| found.attributes.clone()))
            .unwrap_or_default()
    });
    let processes = Memo::new(move |_| {
        found.with(|found| {
            let rows = found.iter().flat_map(|found| &found.rows);
            rows.map(|row| (row.process.clone(), row.name.clone()))
                .collect::<Vec<_>>()
        })
    });
    let has_risk = Memo::new(move |_| {
        found.with(|found| {
            found
                .iter()
                .flat_map(|found| &found.rows)
                .any(|row| row.risk.is_some())
        })
    });
    let heads = move || {
        let titled = attributes.get().into_iter().map(|id| {
            let title = workspace.with(|open| words::attribute(&open.model, &id));
            view! { <th scope="col" title=title>{id.to_string()}</th> }
        });
        titled.collect_view()
    };
    let rows = move || {
        let attributes = attributes.get();
        let row = |(place, (process, name)): (usize, (ProcessId, String))| {
            let cells = attributes
                .iter()
                .enumerate()
                .map(|(column, attribute)| {
                    let cell = Memo::new(move |_| {
                        let found = found.get()?;
                        found.rows.get(place)?.cells.get(column).copied()
                    });
                    cell_view(experiment, cell, &process, attribute)
                })
                .collect_view();
            let turn = move |look: fn(&WhatIf, usize) -> Option<Turn>| {
                Memo::new(move |_| {
                    found.with(|found| found.as_ref().and_then(|found| look(found, place)))
                })
            };
            let level = turn(|found, place| Some(found.rows.get(place)?.level.clone()));
            let risk = turn(|found, place| found.rows.get(place)?.risk.clone());
            view! {
                <tr>
                    <th scope="row">{name}</th>
                    {cells}
                    <td class="turn">{move || level.get().map(turn_view)}</td>
                    {move || has_risk.get().then(|| view! { <td class="turn">{move || risk.get().map(turn_view)}</td> })}
                </tr>
            }
        };
        processes
            .get()
            .into_iter()
            .enumerate()
            .map(row)
            .collect_view()
    };
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label="Ratings to try out">
            <table class="heat what-if">
                <thead><tr><th scope="col">"Process"</th>{heads}<th scope="col">"Level"</th>{move || has_risk.get().then(|| view! { <th scope="col">"Risk"</th> })}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

fn cell_view(
    experiment: RwSignal<Experiment>,
    cell: Memo<Option<WhatIfCell>>,
    process: &ProcessId,
    attribute: &AttributeId,
) -> impl IntoView + use<> {
    let subject = Subject::attribute(process.clone(), None, attribute.clone());
    view! { <td><RankChoice experiment cell subject label=format!("{attribute} of {process}") /></td> }
}

fn turn_view(turn: Turn) -> AnyView {
    if turn.changes() {
        view! { {turn.today}" to "<strong>{turn.then}</strong> }.into_any()
    } else {
        view! { {turn.today} }.into_any()
    }
}
