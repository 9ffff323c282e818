//! What became of each process in a newer model.

use crate::domain::id::IndicatorId;
use crate::domain::model_move::{Fate, ProcessMove};
use crate::report::carried_words;
use leptos::prelude::*;

/// Counts first, then a row for each process that is not as it was.
#[component]
pub fn ModelMoves(moves: Vec<ProcessMove>) -> impl IntoView {
    let counts: Vec<String> = Fate::ALL
        .iter()
        .filter_map(|fate| {
            let count = moves.iter().filter(|found| found.fate == *fate).count();
            (count > 0).then(|| format!("{count} {}", carried_words::fate(*fate)))
        })
        .collect();
    let names = |ids: &[IndicatorId]| -> String {
        let names: Vec<String> = ids.iter().map(ToString::to_string).collect();
        names.join(", ")
    };
    let rows = moves
        .iter()
        .filter(|found| found.fate != Fate::Unchanged)
        .map(|found| {
            let to = found
                .to
                .as_ref()
                .map_or_else(|| "none".to_owned(), ToString::to_string);
            let from = if found.from.is_empty() {
                "none".to_owned()
            } else {
                found
                    .from
                    .iter()
                    .map(ToString::to_string)
                    .collect::<Vec<_>>()
                    .join(", ")
            };
            view! {
                <tr>
                    <th scope="row">{to}</th>
                    <td>{from}</td>
                    <td>{carried_words::fate(found.fate)}</td>
                    <td>{names(&found.reworded)}</td>
                    <td>{names(&found.new)}</td>
                    <td>{names(&found.gone)}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <section aria-labelledby="moves">
            <h2 id="moves">"What the newer model changes"</h2>
            <p>{format!("Processes: {}.", counts.join(", "))}</p>
            <div class="table-scroll" tabindex="0" role="region" aria-label="Processes that are not as they were">
                <table>
                    <thead><tr><th scope="col">"Process"</th><th scope="col">"From"</th><th scope="col">"What became of it"</th><th scope="col">"Reworded"</th><th scope="col">"New"</th><th scope="col">"Gone"</th></tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
}
