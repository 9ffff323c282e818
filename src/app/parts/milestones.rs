//! Milestones: names on days, each with whether what it covers is still what it was.

use crate::app::browser::random_id;
use crate::app::workspace::workspace;
use crate::domain::date::Date;
use crate::domain::edit::Edit;
use crate::domain::id::MilestoneId;
use crate::domain::milestone::Milestone;
use crate::domain::moment::Moment;
use crate::exchange::milestone_hash::{MilestoneStanding, fix, standing};
use crate::report::plan_words;
use crate::report::words;
use leptos::ev;
use leptos::prelude::*;

#[component]
pub fn Milestones(shown: RwSignal<Option<Date>>) -> impl IntoView {
    let workspace = workspace();
    let name = RwSignal::new(String::new());
    let kept = Memo::new(move |_| {
        let kept = workspace.track_any(|open| {
            let kept = open.assessment.milestones.iter();
            let mut kept: Vec<_> = kept
                .map(|(id, found)| (id.clone(), found.clone(), standing(&open.assessment, found)))
                .collect();
            kept.sort_by(|(_, one, _), (_, other, _)| one.at.cmp(&other.at));
            kept
        });
        kept.unwrap_or_default()
    });
    let day = move || shown.get().map_or_else(String::new, plan_words::day);
    let set = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let Some(day) = shown.get_untracked() else {
            return;
        };
        let edit = workspace.with(|open| Edit::SetMilestone {
            milestone: MilestoneId::new(random_id()),
            content: Some(fix(
                &open.assessment,
                &name.get_untracked(),
                Moment::end_of(day),
            )),
        });
        if edit.is_some_and(|edit| workspace.apply(edit)) {
            name.set(String::new());
        }
    };
    view! {
        <section class="panel" aria-labelledby="milestones">
            <h2 id="milestones">"Milestones"</h2>
            <p class="hint">"A name on a day, to come back to. It is fixed with a hash of the changes up to then, so you see when somebody's work from before arrives later."</p>
            <Show when=move || kept.with(|kept| !kept.is_empty())>
                <ul class="milestones" aria-label="Milestones of this assessment">
                    {move || kept.get().into_iter().map(|(id, milestone, standing)| view! { <Kept id milestone standing shown /> }).collect_view()}
                </ul>
            </Show>
            <form class="one-field" on:submit=set>
                <label>
                    <span class="field-name">"Name of the milestone"</span>
                    <input type="text" placeholder="For example: After the first audit" autocomplete="off" prop:value=move || name.get() on:input=move |event| name.set(event_target_value(&event)) />
                </label>
                <button type="submit">{move || format!("Set a milestone on {}", day())}</button>
            </form>
        </section>
    }
}

#[component]
fn Kept(
    id: MilestoneId,
    milestone: Milestone,
    standing: MilestoneStanding,
    shown: RwSignal<Option<Date>>,
) -> impl IntoView {
    let workspace = workspace();
    let day = milestone.at.day();
    let name = milestone.name.clone();
    let covers = words::count(
        usize::try_from(milestone.changes).unwrap_or(usize::MAX),
        "change",
    );
    let told = match standing {
        MilestoneStanding::Whole => format!("whole, {covers}"),
        MilestoneStanding::Changed { now } => {
            format!("changed since: {covers} then, {now} now")
        }
    };
    let whole = standing == MilestoneStanding::Whole;
    let show_label = format!("Show {name}");
    let remove_label = format!("Remove {name}");
    let remove = move |_| {
        workspace.apply(Edit::SetMilestone {
            milestone: id.clone(),
            content: None,
        });
    };
    let hash = format!("SHA-256 {}", milestone.hash);
    view! {
        <li>
            <span class="milestone-name">{name}</span>
            <span>{day.map_or_else(|| milestone.at.as_str().to_owned(), plan_words::day)}</span>
            <span class:mark=!whole class:hint=whole title=hash>{told}</span>
            <span class="buttons">
                <button type="button" class="quiet" aria-label=show_label disabled=day.is_none() on:click=move |_| shown.set(day)>"Show"</button>
                <button type="button" class="quiet" aria-label=remove_label on:click=remove>"Remove"</button>
            </span>
        </li>
    }
}
