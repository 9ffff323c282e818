//! What became of each process in a newer model.

use crate::domain::model::Model;
use crate::domain::model_move::{Fate, ProcessMove, model_move};
use crate::report::{carried_words, words};
use leptos::prelude::*;

/// Counts first, then a row for each process that is not as it was.
pub fn model_moves(old: &Model, new: &Model) -> impl IntoView + use<> {
    let moves = model_move(old, new);
    let counts = Fate::ALL.iter().filter_map(|fate| {
        let count = moves.iter().filter(|found| found.fate == *fate).count();
        (count > 0).then(|| format!("{count} {}", carried_words::fate(*fate)))
    });
    let counts: Vec<String> = counts.collect();
    let row = |found: &ProcessMove| {
        let to = found
            .to
            .as_ref()
            .map_or_else(|| "none".to_owned(), |id| words::process(new, id));
        let from: Vec<String> = found
            .from
            .iter()
            .map(|id| words::process(old, id))
            .collect();
        let reworded: Vec<String> = found.reworded.iter().map(ToString::to_string).collect();
        view! {
            <tr>
                <th scope="row">{to}</th>
                <td>{if from.is_empty() { "none".to_owned() } else { words::join(&from) }}</td>
                <td>{carried_words::fate(found.fate)}</td>
                <td>{reworded.join(", ")}</td>
                <td>{found.new.len()}</td>
                <td>{found.gone.len()}</td>
            </tr>
        }
    };
    let changed = moves.iter().filter(|found| found.fate != Fate::Unchanged);
    let rows = changed.map(row).collect_view();
    view! {
        <section aria-labelledby="moves">
            <h2 id="moves">"What the newer model changes"</h2>
            <p>{format!("Processes: {}.", counts.join(", "))}</p>
            <div class="table-scroll" tabindex="0" role="region" aria-label="Processes that are not as they were">
                <table>
                    <thead><tr><th scope="col">"Process"</th><th scope="col">"From"</th><th scope="col">"What became of it"</th><th scope="col">"Reworded"</th><th scope="col">"New outcomes"</th><th scope="col">"Gone"</th></tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
}
