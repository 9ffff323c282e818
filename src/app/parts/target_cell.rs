//! What is wanted of one attribute of one process: as its level asks, or otherwise.

use crate::app::workspace::workspace;
use crate::domain::target::AttributeTarget;
use leptos::prelude::*;

/// What is wanted of an attribute.
#[derive(Clone, Default, PartialEq)]
pub struct Wanted {
    /// The target level of the process, as far as it is in scope.
    pub level: u8,
    /// The rating that this level asks for; none where it does not ask.
    pub by_level: Option<String>,
    /// The rating that is asked for in the end.
    pub rating: Option<String>,
    /// The adjustment, where there is one.
    pub own: Option<AttributeTarget>,
}

/// The letter of the rating that is wanted. It is a list to choose from, and says so where it was adjusted.
#[component]
pub fn TargetCell(
    label: String,
    wanted: Signal<Wanted>,
    choose: Callback<Option<AttributeTarget>>,
) -> impl IntoView {
    let choices = StoredValue::new(choices());
    let chosen = move || {
        let own = wanted.with(|wanted| wanted.own.clone());
        let place = choices.with_value(|choices| {
            let mut found = choices.iter().map(|(target, _)| Some(target));
            found.position(|target| target == own.as_ref())
        });
        // The first option stands for no adjustment.
        place.map_or(0, |place| place + 1).to_string()
    };
    let pick = move |event| {
        let place: usize = event_target_value(&event).parse().unwrap_or(0);
        let target = choices.with_value(|choices| {
            let found = place.checked_sub(1).and_then(|place| choices.get(place));
            found.map(|(target, _)| target.clone())
        });
        choose.run(target);
    };
    let by_level = move || {
        wanted.with(|wanted| {
            let asked = wanted.by_level.as_deref().unwrap_or("not asked");
            format!("As level {}: {asked}", wanted.level)
        })
    };
    let letter =
        move || wanted.with(|wanted| wanted.rating.clone().unwrap_or("\u{2013}".to_owned()));
    let adjusted = move || wanted.with(|wanted| wanted.own.is_some());
    // The list has no options yet when its value is set for the first time, so they say it themselves.
    let first = wanted.get_untracked().own;
    view! {
        <td class="target-cell" class:adjusted=adjusted class:unasked=move || wanted.with(|wanted| wanted.rating.is_none())>
            <span class="target-letter" aria-hidden="true">{letter}</span>
            <span class="target-word" aria-hidden="true">{move || adjusted().then_some("adjusted")}</span>
            <select aria-label=label prop:value=chosen on:change=pick>
                <option value="0">{by_level}</option>
                {choices.with_value(|choices| choices.iter().enumerate().map(|(place, (target, words))| view! {
                    <option value=(place + 1).to_string() selected=Some(target) == first.as_ref()>{words.clone()}</option>
                }).collect_view())}
            </select>
        </td>
    }
}

/// What can be wanted instead of what the level asks: each rating above the lowest, from the highest down, or nothing.
fn choices() -> Vec<(AttributeTarget, String)> {
    let workspace = workspace();
    let ratings = workspace.with(|open| {
        let steps = open.model.framework.scale.ratings.iter().skip(1).rev();
        let wanted = steps.map(|step| {
            let words = format!("{} {}", step.code, step.word);
            (AttributeTarget::Rating(step.code.clone()), words)
        });
        wanted.collect::<Vec<_>>()
    });
    let mut choices = ratings.unwrap_or_default();
    choices.push((AttributeTarget::NotAsked, "Not asked".to_owned()));
    choices
}
