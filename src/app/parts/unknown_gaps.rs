//! Attributes inside the target that are not rated: whether there is a gap is not known.

use crate::app::route::Route;
use crate::app::workspace::workspace;
use crate::report::plan_draft::PlanEntry;
use leptos::prelude::*;

#[component]
pub fn UnknownGaps(entries: Vec<PlanEntry>) -> impl IntoView {
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
