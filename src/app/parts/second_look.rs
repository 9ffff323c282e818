//! On the sheet of a re-assessment: how much is to be looked at again, and the button that confirms the rest.

use super::carried_line::confirm;
use crate::app::workspace::workspace;
use crate::domain::look_again::Open;
use leptos::prelude::*;

#[component]
pub fn SecondLook(looks: Memo<Vec<Open>>, only: RwSignal<bool>) -> impl IntoView {
    let workspace = workspace();
    let safe = move || -> Vec<Option<Open>> {
        let is_safe = |open: &&Open| open.carried.is_some() && open.reasons.is_empty();
        looks.with(|looks| looks.iter().filter(is_safe).cloned().map(Some).collect())
    };
    let again =
        move || looks.with(|looks| looks.iter().filter(|open| !open.reasons.is_empty()).count());
    view! {
        <div class="second-look">
            <label class="check">
                <input type="checkbox" prop:checked=move || only.get() on:change=move |event| only.set(event_target_checked(&event)) />
                "Only what is to be looked at again"
            </label>
            <p role="status">
                {move || match (again(), safe().len()) {
                    (0, 0) => "Everything here has been looked at.".to_owned(),
                    (0, safe) => format!("Nothing here needs a second look. {safe} carried over as they were."),
                    (again, 0) => format!("{again} to look at."),
                    (again, safe) => format!("{again} to look at. {safe} others carried over as they were."),
                }}
            </p>
            {move || (!safe().is_empty()).then(|| view! {
                <button type="button" on:click=move |_| { confirm(workspace, &safe()); }>
                    {move || match safe().len() { 1 => "Confirm the other one".to_owned(), count => format!("Confirm the {count} others") }}
                </button>
            })}
        </div>
    }
}
