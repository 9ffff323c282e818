//! Blind rating: each sees their own ratings only, until they are opened. And how much each has rated, which is never hidden.

use crate::app::workspace::workspace;
use crate::domain::edit::Edit;
use crate::domain::spread::Spreads;
use crate::report::words::count;
use leptos::prelude::*;

/// Begins blind rating, or opens the ratings once that was confirmed.
#[component]
pub fn BlindMode(blind: Memo<bool>) -> impl IntoView {
    let workspace = workspace();
    let asked = RwSignal::new(false);
    let set = move |blind: bool| {
        asked.set(false);
        workspace.apply(Edit::SetBlind { blind });
    };
    view! {
        <section class="agree-card" aria-labelledby="blind">
            <h2 id="blind">"Blind rating"</h2>
            {move || match (blind.get(), asked.get()) {
                (false, _) => view! {
                    <p>"Each person sees only their own ratings and notes, until they are opened here. So nobody is led by who spoke first."</p>
                    <div class="buttons"><button type="button" on:click=move |_| set(true)>"Rate blind"</button></div>
                }.into_any(),
                (true, false) => view! {
                    <p><span class="mark">"Blind"</span>" Levels, charts and tables show your own ratings only. The list of assessments, Compare and Portfolio show none."</p>
                    <p class="hint">"Not hidden: settled attributes, evidence, findings and the plan. A file of the assessment holds everything."</p>
                    <div class="buttons"><button type="button" on:click=move |_| asked.set(true)>"Open the ratings\u{2026}"</button></div>
                }.into_any(),
                (true, true) => view! {
                    <p class="problem warning" role="alert">"Everybody who has this assessment will see who rated what. What was seen cannot be hidden again."</p>
                    <div class="buttons">
                        <button type="button" class="primary" on:click=move |_| set(false)>"Open them"</button>
                        <button type="button" on:click=move |_| asked.set(false)>"Stay blind"</button>
                    </div>
                }.into_any(),
            }}
        </section>
    }
}

/// Who has rated how much, but not what.
#[component]
pub fn Shares(found: Memo<Spreads>) -> impl IntoView {
    move || {
        found.with(|found| {
            let all = found.subjects;
            let several = found.authors.len() > 1;
            let rows = found.authors.iter().map(|share| {
                let (name, rated) = (share.author.clone(), share.rated);
                let percent = (100 * rated).checked_div(all).unwrap_or(0);
                view! {
                    <tr>
                        <th scope="row">{name}</th>
                        <td>{format!("{rated} of {all}")}</td>
                        <td>{format!("{percent} %")}</td>
                    </tr>
                }
            }).collect_view();
            (!found.authors.is_empty()).then(|| view! {
                <details class="shares" open=several>
                    <summary>{format!("Who has rated how much: {}", count(found.authors.len(), "name"))}</summary>
                    <div class="table-scroll" tabindex="0" role="region" aria-label="Table: Who has rated how much">
                        <table>
                            <thead><tr><th scope="col">"Name"</th><th scope="col">"Rated"</th><th scope="col">"Share"</th></tr></thead>
                            <tbody>{rows}</tbody>
                        </table>
                    </div>
                </details>
            })
        })
    }
}
