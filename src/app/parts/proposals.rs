//! The draft of the plan: gaps that no action works on yet, with what closes them.

use super::action_page::{ActionPage, action_page};
use super::proposal::Proposal;
use crate::app::browser::focus;
use crate::domain::id::{ActionId, AttributeId, ProcessId};
use crate::report::new_action::fields_of_new;
use crate::report::plan_draft::PlanEntry;
use leptos::prelude::*;
use std::collections::BTreeSet;

/// Which gap.
pub type GapKey = (ProcessId, AttributeId);

/// How many are shown at first, and how many more at a time.
const STEP: usize = 20;

#[component]
pub fn Proposals() -> impl IntoView {
    let page = action_page();
    let gaps = Memo::new(move |_| page.now.with(|now| now.proposals.clone()));
    let picked = RwSignal::new(BTreeSet::<GapKey>::new());
    let most = RwSignal::new(STEP);
    let shown = Memo::new(move |_| {
        gaps.with(|gaps| gaps.iter().take(most.get()).map(key).collect::<Vec<_>>())
    });
    let is_picked = move |gap: &PlanEntry| picked.with(|picked| picked.contains(&key(gap)));
    let count = move || gaps.with(|gaps| gaps.iter().filter(|gap| is_picked(gap)).count());
    let all_picked = move || count() == gaps.with(Vec::len);
    let some_picked = move || count() > 0;
    let chosen = move || {
        gaps.with_untracked(|gaps| {
            gaps.iter()
                .filter(|gap| is_picked(gap))
                .cloned()
                .collect::<Vec<_>>()
        })
    };
    let add = move |gaps: Vec<PlanEntry>, as_one: bool| {
        let ids = add_actions(page, &gaps, as_one);
        picked.set(BTreeSet::new());
        let said = match ids.len() {
            1 => "1 action was added to the plan.".to_owned(),
            count => format!("{count} actions were added to the plan."),
        };
        page.say_with_undo(said, move || page.set_removed(&ids, true));
        focus("#proposals");
    };
    let pick_all = move |event| {
        let wanted = event_target_checked(&event);
        picked.set(if wanted {
            gaps.with_untracked(|gaps| gaps.iter().map(key).collect())
        } else {
            BTreeSet::new()
        });
    };
    let more = move |_| {
        let first_new = most.get_untracked();
        most.update(|most| *most += STEP);
        request_animation_frame(move || {
            focus(&format!(
                "#proposal-list > li:nth-child({}) input",
                first_new + 1
            ))
        });
    };
    view! {
        <section aria-labelledby="proposals" class="proposals">
            <div class="section-head">
                <h2 id="proposals" tabindex="-1">"Not planned yet "<span class="mark">{move || gaps.with(Vec::len)}</span></h2>
                <button type="button" class="primary" on:click=move |_| add(gaps.get_untracked(), false)>{move || match gaps.with(Vec::len) {
                    1 => "Add it as an action".to_owned(),
                    all => format!("Add all {all}"),
                }}</button>
            </div>
            <p class="hint">"Gaps to your target, each with the cheapest ratings to raise. Order: high risk first, then the lower level, the business weight, the processes that depend on it, and the effort."</p>
            <div class="bulk">
                <label class="check">
                    <input type="checkbox" prop:checked=all_picked on:change=pick_all />
                    <span>"Select all proposals"</span>
                </label>
                <Show when=some_picked>
                    <button type="button" on:click=move |_| add(chosen(), false)>{move || format!("Add {} as one action each", count())}</button>
                    <button type="button" disabled=move || count() == 1 on:click=move |_| add(chosen(), true)>{move || format!("Add {} as one action", count())}</button>
                </Show>
            </div>
            <ol class="plan-list" id="proposal-list">
                <For each=move || shown.get() key=Clone::clone let:gap>
                    <Proposal gap gaps picked add=Callback::new(move |gap| add(vec![gap], false)) />
                </For>
            </ol>
            {move || {
                let left = gaps.with(Vec::len).saturating_sub(most.get());
                (left > 0).then(|| view! { <button type="button" on:click=more>{format!("Show {} more of {left}", left.min(STEP))}</button> })
            }}
        </section>
    }
}

pub fn key(gap: &PlanEntry) -> GapKey {
    (gap.process.clone(), gap.attribute.clone())
}

/// One action for each gap, or one for all.
fn add_actions(page: ActionPage, gaps: &[PlanEntry], as_one: bool) -> Vec<ActionId> {
    let fields = page.workspace.with(|open| {
        let of = |gaps: &[&PlanEntry]| fields_of_new(&open.assessment, gaps);
        let all: Vec<&PlanEntry> = gaps.iter().collect();
        if as_one {
            vec![of(&all)]
        } else {
            all.chunks(1).map(of).collect()
        }
    });
    page.add(fields.unwrap_or_default())
}
