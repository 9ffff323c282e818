//! What came of the plan: promised against achieved, and success measures.

use crate::app::workspace::workspace;
use crate::domain::promise::PromiseState;
use crate::report::action_list::ActionEntry;
use crate::report::measures::{MeasureRow, measure_rows};
use crate::report::plan_words;
use crate::report::promises::{PromiseRow, promise_counts, promise_rows};
use leptos::prelude::*;

#[component]
pub fn Outcomes(actions: Memo<Vec<ActionEntry>>) -> impl IntoView {
    view! {
        <Promises actions />
        <Measures actions />
    }
}

/// Nothing is shown where no action lifts anything.
#[component]
fn Promises(actions: Memo<Vec<ActionEntry>>) -> impl IntoView {
    let workspace = workspace();
    let rows = Memo::new(move |_| {
        let results = workspace.results();
        let entries = actions.get();
        let rows =
            workspace.track(|open| promise_rows(&open.model, &open.assessment, &results, &entries));
        rows.unwrap_or_default()
    });
    view! {
        {move || rows.with(|rows| (!rows.is_empty()).then(|| {
            let (open, seen): (Vec<&PromiseRow>, Vec<&PromiseRow>) = rows.iter().partition(|row| row.state == PromiseState::Open);
            view! {
                <section aria-labelledby="promises">
                    <h2 id="promises">"Promised against achieved"</h2>
                    <p>{promise_counts(rows)}</p>
                    {(!seen.is_empty()).then(|| promise_table("Promises of done actions", &seen))}
                    {(!open.is_empty()).then(|| view! {
                        <details>
                            <summary>"Still to do"</summary>
                            {promise_table("Promises still to do", &open)}
                        </details>
                    })}
                </section>
            }
        }))}
    }
}

fn promise_table(label: &'static str, rows: &[&PromiseRow]) -> impl IntoView + use<> {
    let row = |row: &&PromiseRow| {
        view! {
            <tr>
                <th scope="row"><span class="row-id">{row.order}</span>" "{row.action.clone()}</th>
                <td>{row.what.clone()}</td>
                <td><span class="letter">{row.promised.clone()}</span></td>
                <td><span class="letter">{row.now.clone()}</span></td>
                <td><span class="promise-mark" data-promise=plan_words::promise(row.state)>{plan_words::promise(row.state)}</span></td>
            </tr>
        }
    };
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=label>
            <table>
                <thead><tr><th scope="col">"Action"</th><th scope="col">"What it lifts"</th><th scope="col">"Promised"</th><th scope="col">"Now"</th><th scope="col">"So far"</th></tr></thead>
                <tbody>{rows.iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
}

#[component]
fn Measures(actions: Memo<Vec<ActionEntry>>) -> impl IntoView {
    let workspace = workspace();
    let rows = move || {
        let entries = actions.get();
        workspace
            .track(|open| measure_rows(&open.assessment, &entries))
            .unwrap_or_default()
    };
    let row = |row: MeasureRow| {
        let way = row.on_the_way.map(|good| if good { "yes" } else { "no" });
        view! {
            <tr>
                <th scope="row">{row.what}</th>
                <td><span class="row-id">{row.order}</span>" "{row.action}</td>
                <td>{row.baseline}</td>
                <td>{row.target}</td>
                <td>{row.latest}</td>
                <td><span class="way" data-way=way>{row.standing}</span></td>
            </tr>
        }
    };
    view! {
        {move || Some(rows()).filter(|rows| !rows.is_empty()).map(|rows| view! {
            <section aria-labelledby="measures">
                <h2 id="measures">"Success measures"</h2>
                <div class="table-scroll" tabindex="0" role="region" aria-label="Table of success measures">
                    <table>
                        <thead><tr><th scope="col">"What is measured"</th><th scope="col">"Action"</th><th scope="col">"Baseline"</th><th scope="col">"Target"</th><th scope="col">"Latest"</th><th scope="col">"So far"</th></tr></thead>
                        <tbody>{rows.into_iter().map(row).collect_view()}</tbody>
                    </table>
                </div>
            </section>
        })}
    }
}
