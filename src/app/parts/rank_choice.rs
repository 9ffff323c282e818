//! A rating to try out, with the one of today beside where it differs.

use crate::app::workspace::workspace;
use crate::domain::experiment::Experiment;
use crate::domain::subject::Subject;
use crate::report::what_if::{WhatIfCell, letter};
use leptos::prelude::*;

#[component]
pub fn RankChoice(
    experiment: RwSignal<Experiment>,
    cell: Memo<Option<WhatIfCell>>,
    subject: Subject,
    #[prop(into)] label: String,
    /// Whether trying another rating would move nothing.
    #[prop(optional)]
    fixed: bool,
) -> impl IntoView {
    let workspace = workspace();
    let letter = move |rank| {
        let found = workspace.with(|open| letter(&open.model, rank));
        found.unwrap_or_default()
    };
    let then = move || cell.get().and_then(|cell| cell.then);
    // What is rated cannot be tried as not rated.
    let options = move || {
        let base = cell.get().and_then(|cell| cell.base);
        let ranks = workspace.with(|open| open.model.numbers.ranks().collect::<Vec<_>>());
        let ranks = ranks.unwrap_or_default().into_iter().map(Some);
        let blank = base.is_none().then_some(None);
        blank
            .into_iter()
            .chain(ranks)
            .map(|rank| {
                let value = rank.map_or_else(String::new, |rank| rank.0.to_string());
                let selected = then() == rank;
                view! { <option value=value selected=selected>{letter(rank)}</option> }
            })
            .collect_view()
    };
    let choose = move |event| {
        let value = event_target_value(&event);
        let base = cell.get_untracked().and_then(|cell| cell.base);
        workspace.with(|open| {
            let mut ranks = open.model.numbers.ranks();
            let rank = ranks.find(|rank| rank.0.to_string() == value);
            let other = rank.filter(|_| rank != base);
            let rating = other.map(|rank| open.model.framework.scale.rating(rank).clone());
            experiment.update(|tried| tried.set(&open.model, subject.clone(), rating));
        });
    };
    let rank = move || then().map(|rank| rank.0.to_string());
    let before = move || {
        let cell = cell.get().filter(|cell| cell.changes())?;
        Some(format!("today {}", letter(cell.today)))
    };
    view! {
        <span class="rank-choice">
            <select class="cell" aria-label=label data-rank=rank disabled=fixed on:change=choose>{options}</select>
            <span class="hint">{before}</span>
        </span>
    }
}
