//! The register of stakeholders: whose support the change needs, how they stand to it, and who looks after them.

use super::stakeholder_card::StakeholderCard;
use crate::app::browser::timed_id;
use crate::app::workspace::workspace;
use crate::domain::edit::Edit;
use crate::domain::id::StakeholderId;
use crate::domain::plan_edit::PlanEdit;
use crate::domain::stakeholder::{Influence, Stakeholder, StakeholderField, Stance};
use crate::report::change_words::{INFLUENCES, STANCES};
use leptos::ev;
use leptos::prelude::*;

#[component]
pub fn StakeholderRegister() -> impl IntoView {
    let workspace = workspace();
    let name = RwSignal::new(String::new());
    let all = Memo::new(move |_| {
        let found = workspace.track(|open| {
            let all = open.assessment.improvement.stakeholders();
            all.map(|(id, found)| (id.clone(), found.clone()))
                .collect::<Vec<_>>()
        });
        found.unwrap_or_default()
    });
    let add = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let text = name.get_untracked().trim().to_owned();
        if text.is_empty() {
            return;
        }
        let stakeholder = StakeholderId::new(timed_id());
        // The first field is that there is one, so that undo takes the whole of it away.
        let fields = [
            StakeholderField::Removed { removed: false },
            StakeholderField::Name { text },
        ];
        let edits = fields.map(|field| edit(&stakeholder, field));
        if workspace.apply_all(edits.into()) {
            name.set(String::new());
        }
    };
    let ids = move || all.with(|all| all.iter().map(|(id, _)| id.clone()).collect::<Vec<_>>());
    view! {
        <section aria-labelledby="stakeholders" class="panel">
            <h2 id="stakeholders" tabindex="-1">"Whose support it needs"</h2>
            <p class="hint">"Private: stays on this machine and is left out of files and reports unless you choose otherwise."</p>
            <form class="one-field" on:submit=add>
                <label>
                    <span class="field-name">"Another stakeholder"</span>
                    <input type="text" placeholder="A role or a name, for example: Head of operations" prop:value=move || name.get() on:input=move |event| name.set(event_target_value(&event)) />
                </label>
                <button type="submit">"Add to the register"</button>
            </form>
            {move || if all.with(Vec::is_empty) {
                view! { <p class="empty">"Who can carry this change, and who can stop it? Note what is in it for each of them, and who in the team looks after them."</p> }.into_any()
            } else {
                view! { <Standing all /> }.into_any()
            }}
            <ul class="stakeholders" aria-label="Stakeholders">
                <For each=ids key=Clone::clone let:stakeholder><StakeholderCard stakeholder all /></For>
            </ul>
        </section>
    }
}

/// Stance by influence, as a small table with the names in it.
#[component]
fn Standing(all: Memo<Vec<(StakeholderId, Stakeholder)>>) -> impl IntoView {
    let names = move |stance: Stance, influence: Influence| {
        all.with(|all| {
            let here = all
                .iter()
                .filter(|(_, found)| found.stance == stance && found.influence == influence);
            here.map(|(_, found)| view! { <span class="who">{found.name.clone()}</span> })
                .collect_view()
        })
    };
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label="Stance by influence">
            <table class="stances">
                <thead>
                    <tr>
                        <th scope="col">"Influence"</th>
                        {STANCES.map(|(_, word, meaning)| view! { <th scope="col">{word}<span>{meaning}</span></th> })}
                    </tr>
                </thead>
                <tbody>
                    {INFLUENCES.map(|(influence, word)| view! {
                        <tr>
                            <th scope="row">{word}</th>
                            {STANCES.map(|(stance, ..)| view! { <td>{move || names(stance, influence)}</td> })}
                        </tr>
                    })}
                </tbody>
            </table>
        </div>
    }
}

/// The edit that sets one field of a stakeholder.
pub fn edit(stakeholder: &StakeholderId, field: StakeholderField) -> Edit {
    Edit::Plan(PlanEdit::SetStakeholder {
        stakeholder: stakeholder.clone(),
        field,
    })
}
