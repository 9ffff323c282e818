//! What an experiment would change, in sentences and figures.

use crate::report::what_if::WhatIf;
use leptos::prelude::*;

#[component]
pub fn Outcome(
    found: Memo<Option<WhatIf>>,
    #[prop(into)] publication: Signal<Option<String>>,
) -> impl IntoView {
    let sentences = move || {
        let found = found.with(|found| found.as_ref().map(WhatIf::sentences));
        let lines = found.unwrap_or_default().into_iter();
        lines.map(|line| view! { <p>{line}</p> }).collect_view()
    };
    let clauses = move || {
        let rows = found.with(|found| found.as_ref().map(|found| found.clauses.clone()))?;
        let rows = rows.into_iter().map(|(kind, turn)| {
            let changes = turn.changes();
            view! { <tr class:changed=changes><th scope="row">{kind}</th><td>{turn.today}</td><td>{turn.then}</td></tr> }
        });
        Some(rows.collect_view())
    };
    view! {
        <div class="what-if-outcome">
            <div role="status" class="what-if-words">{sentences}</div>
            {move || publication.get().map(|name| view! {
                <table>
                    <caption>{format!("Clauses of {name}")}</caption>
                    <thead><tr><td></td><th scope="col">"Today"</th><th scope="col">"What if"</th></tr></thead>
                    <tbody>{clauses}</tbody>
                </table>
            })}
        </div>
    }
}
