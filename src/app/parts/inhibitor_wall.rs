//! The wall of inhibitors: what stands in the way of change, a brick each, and what was knocked down.

use super::brick::Brick;
use super::knock_down::KnockDown;
use super::rubble::Rubble;
use crate::app::browser::timed_id;
use crate::app::workspace::{Workspace, workspace};
use crate::domain::edit::Edit;
use crate::domain::id::InhibitorId;
use crate::domain::inhibitor::InhibitorField;
use crate::domain::plan_edit::PlanEdit;
use leptos::ev;
use leptos::prelude::*;

#[component]
pub fn InhibitorWall() -> impl IntoView {
    let workspace = workspace();
    let what = RwSignal::new(String::new());
    let knocked: RwSignal<Option<InhibitorId>> = RwSignal::new(None);
    let standing = Memo::new(move |_| ids(&workspace, true));
    let fallen = Memo::new(move |_| ids(&workspace, false));
    let add = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let text = what.get_untracked().trim().to_owned();
        if text.is_empty() {
            return;
        }
        let inhibitor = InhibitorId::new(timed_id());
        // Its first field is that it is there, so that undo takes the whole of it away.
        let fields = [
            InhibitorField::Removed { removed: false },
            InhibitorField::What { text },
        ];
        let edits = fields.map(|field| edit(&inhibitor, field));
        if workspace.apply_all(edits.into()) {
            what.set(String::new());
        }
    };
    let count = move || {
        let (standing, fallen) = (standing.with(Vec::len), fallen.with(Vec::len));
        (standing + fallen > 0).then(|| format!("{standing} in the way, {fallen} knocked down"))
    };
    view! {
        <section aria-labelledby="wall" class="panel">
            <div class="section-head">
                <h2 id="wall" tabindex="-1">"What stands in the way"</h2>
                <p class="hint" role="status">{count}</p>
            </div>
            <form class="one-field" on:submit=add>
                <label>
                    <span class="field-name">"Another brick"</span>
                    <input type="text" placeholder="For example: Nobody has time on Mondays" prop:value=move || what.get() on:input=move |event| what.set(event_target_value(&event)) />
                </label>
                <button type="submit">"Add to the wall"</button>
            </form>
            {move || standing.with(Vec::is_empty).then(|| view! {
                <p class="empty">{if fallen.with(Vec::is_empty) {
                    "Ask the team: what would stop this plan? No time, an unclear role, a tool that nobody may touch. Each answer becomes a brick, and is knocked down when it is dealt with."
                } else {
                    "Nothing stands in the way any more. Ask again before the next step."
                }}</p>
            })}
            <ul class="wall" aria-label="Bricks that stand">
                <For each=move || standing.get() key=Clone::clone let:inhibitor><Brick inhibitor knocked /></For>
            </ul>
            {move || (!fallen.with(Vec::is_empty)).then(|| view! {
                <h3>"Knocked down"</h3>
                <ul class="rubble" aria-label="Bricks that were knocked down">
                    <For each=move || fallen.get() key=Clone::clone let:inhibitor><Rubble inhibitor /></For>
                </ul>
            })}
            <KnockDown about=knocked />
        </section>
    }
}

/// The edit that sets one field of an inhibitor.
pub fn edit(inhibitor: &InhibitorId, field: InhibitorField) -> Edit {
    Edit::Plan(PlanEdit::SetInhibitor {
        inhibitor: inhibitor.clone(),
        field,
    })
}

/// Those that stand, or those that were knocked down.
fn ids(workspace: &Workspace, standing: bool) -> Vec<InhibitorId> {
    let found = workspace.track(|open| {
        let all = open.assessment.improvement.inhibitors();
        let wanted = all.filter(|(_, inhibitor)| inhibitor.stands() == standing);
        wanted.map(|(id, _)| id.clone()).collect()
    });
    found.unwrap_or_default()
}
