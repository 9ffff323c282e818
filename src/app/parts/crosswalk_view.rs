//! A crosswalk from both ends, with search.

use crate::app::workspace::workspace;
use crate::domain::crosswalk::Crosswalk;
use crate::domain::id::ModelId;
use crate::report::crosswalk_list::{Entry, by_clause, by_process};
use leptos::prelude::*;
use std::sync::Arc;

#[component]
pub fn CrosswalkView(crosswalk: Arc<Crosswalk>) -> impl IntoView {
    let library = workspace().library();
    // The set that the crosswalk is shaped for comes first.
    let sets = crosswalk
        .reference_models
        .iter()
        .filter_map(|id| library.reference_models().find(|set| set.header.id == *id));
    let sets: Vec<_> = sets.cloned().collect();
    let titles: Vec<(ModelId, String)> = sets
        .iter()
        .map(|set| (set.header.id.clone(), set.header.title.clone()))
        .collect();
    let search = RwSignal::new(String::new());
    let from_process = RwSignal::new(false);
    let chosen = RwSignal::new(titles.first().map(|(id, _)| id.clone()));
    let coverage = format!(
        "{} of {} clauses lead to a process. What is ours is a proposal, not a statement of the publication.",
        crosswalk.mapped(),
        crosswalk.clauses.len()
    );
    let entries = Memo::new(move |_| {
        let wanted = chosen.get();
        let set = sets
            .iter()
            .find(|set| Some(&set.header.id) == wanted.as_ref());
        set.map_or_else(Vec::new, |set| {
            let search = search.get();
            if from_process.get() {
                by_process(&crosswalk, set, &search)
            } else {
                by_clause(&crosswalk, set, &search)
            }
        })
    });
    view! {
        <p>{coverage}</p>
        <div class="fields">
            <label>
                <span class="field-name">"Search"</span>
                <input type="search" placeholder="Number, title or process" prop:value=move || search.get() on:input=move |event| search.set(event_target_value(&event)) />
            </label>
            <label>
                <span class="field-name">"Read from"</span>
                <select on:change=move |event| from_process.set(event_target_value(&event) == "process")>
                    <option value="clause">"Clause to processes"</option>
                    <option value="process">"Process to clauses"</option>
                </select>
            </label>
            <label>
                <span class="field-name">"Set of processes"</span>
                <select on:change=move |event| chosen.set(Some(ModelId::new(event_target_value(&event))))>
                    {titles.into_iter().map(|(id, title)| view! { <option value=id.to_string()>{title}</option> }).collect_view()}
                </select>
            </label>
        </div>
        <p class="hint" role="status">{move || format!("{} shown", entries.with(Vec::len))}</p>
        <div class="table-scroll" tabindex="0" role="region" aria-label="Table of the crosswalk">
            <table class="crosswalk">
                <thead><tr>
                    <th scope="col">{move || if from_process.get() { "Process" } else { "Clause" }}</th>
                    <th scope="col">{move || if from_process.get() { "Clauses" } else { "Processes" }}</th>
                    <th scope="col">"Role"</th>
                    <th scope="col">"Attributes and achievements"</th>
                    <th scope="col">"How sure"</th>
                </tr></thead>
                {move || entries.get().into_iter().map(rows).collect_view()}
            </table>
        </div>
    }
}

fn rows(entry: Entry) -> impl IntoView {
    let span = entry.links.len().max(1).to_string();
    let mut head = Some(
        view! { <th scope="rowgroup" rowspan=span>{format!("{} {}", entry.id, entry.title)}</th> },
    );
    if entry.links.is_empty() {
        return view! { <tbody><tr>{head}<td colspan="4" class="hint">"Nothing is mapped here."</td></tr></tbody> }.into_any();
    }
    let links = entry.links.into_iter().map(|link| view! {
        <tr>
            {head.take()}
            <td>{link.to}{(!link.note.is_empty()).then(|| view! { <br/><span class="hint">{link.note}</span> })}</td>
            <td>{link.role}</td>
            <td>{link.touches}</td>
            <td>{link.origin}</td>
        </tr>
    }).collect_view();
    view! { <tbody>{links}</tbody> }.into_any()
}
