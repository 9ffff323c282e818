//! The hours that each step up the scale takes, to be set for this assessment.

use super::hours_field::HoursField;
use crate::app::workspace::workspace;
use crate::domain::edit::Edit;
use crate::domain::effort::suggested;
use crate::domain::plan_edit::PlanEdit;
use crate::domain::scale::{Rank, Rating};
use leptos::prelude::*;

/// One step up the scale.
#[derive(Clone)]
struct ScaleStep {
    from: Rating,
    to: Rating,
    usual: u32,
}

#[component]
pub fn StepEfforts() -> impl IntoView {
    let workspace = workspace();
    let steps = workspace.with(|open| {
        let scale = &open.model.framework.scale;
        let above = open.model.numbers.ranks().filter(|rank| rank.0 > 0);
        let step = |to: Rank| ScaleStep {
            from: scale.rating(Rank(to.0 - 1)).clone(),
            to: scale.rating(to).clone(),
            usual: suggested(&open.model, to),
        };
        above.map(step).collect::<Vec<_>>()
    });
    let fields = steps
        .unwrap_or_default()
        .into_iter()
        .map(|step| {
            let (of, to) = (step.to.clone(), step.to.clone());
            let hours = Memo::new(move |_| {
                let set = workspace
                    .track(|open| open.assessment.improvement.step_efforts.get(&of).copied());
                set.flatten()
            });
            let save = Callback::new(move |hours| {
                let to = to.clone();
                workspace.apply(Edit::Plan(PlanEdit::SetStepEffort { to, hours }));
            });
            let label = format!("From {} to {}", step.from, step.to);
            let back = format!("Back to {}", step.usual);
            view! { <HoursField label hours usual=Some(step.usual) back save /> }
        })
        .collect_view();
    view! {
        <details class="step-efforts">
            <summary>"Work that a step takes"</summary>
            <p class="hint">"Hours of work to raise one rating by one step. They are the framework's guess until you set your own. What is not rated counts as rated lowest, so that nothing is taken for granted."</p>
            <div class="hours-fields">{fields}</div>
        </details>
    }
}
