//! One gap of the draft: its keys, and the steps that close it.

use super::proposals::{GapKey, key};
use crate::app::route::Route;
use crate::app::workspace::workspace;
use crate::report::plan_draft::{PlanEntry, PlanStep};
use crate::report::words;
use leptos::prelude::*;
use std::collections::BTreeSet;

#[component]
pub fn Proposal(
    gap: GapKey,
    gaps: Memo<Vec<PlanEntry>>,
    picked: RwSignal<BTreeSet<GapKey>>,
    add: Callback<PlanEntry>,
) -> impl IntoView {
    let id = StoredValue::new(gap);
    let entry = Memo::new(move |_| {
        gaps.with(|gaps| gaps.iter().find(|gap| key(gap) == id.get_value()).cloned())
    });
    let pick = move |event| {
        let wanted = event_target_checked(&event);
        picked.update(|picked| {
            if wanted {
                picked.insert(id.get_value());
            } else {
                picked.remove(&id.get_value());
            }
        });
    };
    let is_picked = move || picked.with(|picked| picked.contains(&id.get_value()));
    let name = move |what: &str| {
        id.with_value(|(process, attribute)| format!("{what}: {attribute} in {process}"))
    };
    let address = workspace().with(|open| {
        Route::Rate(
            open.id.clone(),
            Some(id.with_value(|(process, _)| process.clone())),
        )
        .address()
    });
    let steps_said = move || {
        let count = entry.with(|entry| entry.as_ref().map_or(0, |entry| entry.steps.len()));
        words::count(count, "step")
    };
    let unfolded = RwSignal::new(false);
    view! {
        <li class="plan-entry">
            <label class="action-select">
                <span class="visually-hidden">{name("Select")}</span>
                <input type="checkbox" prop:checked=is_picked on:change=pick />
            </label>
            <div class="action-main">
                {move || entry.get().map(|entry| view! {
                    <h3><a href=address.clone()>{entry.process_name.clone()}</a></h3>
                    <p class="plan-facts">
                        <span>{entry.attribute_name.clone()}" "</span>
                        <span class="gap-mark" data-gap=words::gap(entry.gap)>{format!("{} gap", words::gap(entry.gap))}</span>
                        <span>{format!("now {}, needs {} ", entry.rating, entry.target)}</span>
                        {(entry.not_rated > 0).then(|| view! { <span>{format!("{} not rated", entry.not_rated)}</span> })}
                    </p>
                    <ul class="keys-row" aria-label="What its place rests on">
                        {entry.keys.iter().map(|(name, value)| view! { <li>{*name}" "<strong>{value.clone()}</strong></li> }).collect_view()}
                    </ul>
                })}
                <Show when=move || unfolded.get()>{move || entry.get().map(|entry| steps(entry.steps, entry.exact))}</Show>
            </div>
            <div class="action-tools">
                <button type="button" class="quiet" aria-expanded=move || unfolded.get().to_string() aria-label=move || name(&steps_said()) on:click=move |_| unfolded.update(|unfolded| *unfolded = !*unfolded)>
                    {steps_said}
                </button>
                <button type="button" aria-label=name("Add to plan") on:click=move |_| if let Some(entry) = entry.get_untracked() { add.run(entry) }>"Add to plan"</button>
            </div>
        </li>
    }
}

fn steps(steps: Vec<PlanStep>, exact: bool) -> impl IntoView {
    let rows = steps.into_iter().map(|step| view! {
        <li>
            <p class="step-text">
                <span class="letter">{step.raise}</span>" "{step.text}" "<span class="row-id">{step.indicator}</span>" "
                {step.instance.map(|name| view! { <span class="mark">{name}</span> })}
            </p>
            {(!step.recommendation.is_empty()).then(|| view! { <p class="step-first"><strong>"First step. "</strong>{step.recommendation}</p> })}
        </li>
    });
    view! {
        <ul class="plan-steps">{rows.collect_view()}</ul>
        {(!exact).then(|| view! { <p class="hint">"There may be a cheaper way: this one was found step by step."</p> })}
    }
}
