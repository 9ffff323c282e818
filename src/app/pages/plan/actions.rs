//! Actions: what to do, why, by whom and by when, and the gaps that nobody works on yet.

use crate::app::browser::focus;
use crate::app::parts::action_filters::ActionFilters;
use crate::app::parts::action_keys::listen_to_keys;
use crate::app::parts::action_page::{ActionPage, PlanNow};
use crate::app::parts::action_panel::ActionPanel;
use crate::app::parts::action_row::ActionRow;
use crate::app::parts::bulk_edit::BulkEdit;
use crate::app::parts::plan_files::PlanFiles;
use crate::app::parts::proposals::Proposals;
use crate::app::parts::unknown_gaps::UnknownGaps;
use crate::app::route::Route;
use crate::report::words;
use leptos::prelude::*;

#[component]
pub fn Actions() -> impl IntoView {
    let page = ActionPage::new();
    provide_context(page);
    listen_to_keys(page);
    let has_actions = Memo::new(move |_| page.now.with(|now| !now.actions.is_empty()));
    let has_proposals = Memo::new(move |_| page.now.with(|now| !now.proposals.is_empty()));
    let unknown = Memo::new(move |_| page.now.with(|now| now.unknown.clone()));
    let editing = move || page.edited.with(Option::is_some);
    view! {
        // Above both: where the action stands in place of the list, the page still says what it is.
        <div class="section-head">
            <h1 tabindex="-1">"Actions"</h1>
            <button type="button" on:click=move |_| page.add_by_hand()>"New action"</button>
            <PlanFiles />
        </div>
        <div class="actions-page" class:editing=editing>
            <div class="actions-main">
                {move || page.now.with(introduction)}
                <Show when=move || has_actions.get()>
                    <ActionFilters />
                    <BulkEdit />
                    <ol class="actions" id="actions" aria-label="Actions">
                        <For each=move || page.listed.get() key=Clone::clone let:id><ActionRow id /></For>
                    </ol>
                </Show>
                <Show when=move || has_proposals.get()><Proposals /></Show>
                {move || {
                    let unknown = unknown.get();
                    (!unknown.is_empty()).then(|| view! { <UnknownGaps entries=unknown /> })
                }}
            </div>
            <ActionPanel />
        </div>
    }
}

/// What the page is for, by how far the plan is.
fn introduction(now: &PlanNow) -> AnyView {
    let drafted = words::count(now.proposals.len(), "action");
    match (now.actions.is_empty(), now.proposals.is_empty()) {
        (true, false) => view! {
            <p class="lead">{format!("Plumbline has drafted {drafted} from your ratings, in the order in which to do them. Take over what you want to do, then say who does it by when.")}</p>
        }
        .into_any(),
        (true, true) if now.rated => view! {
            <p class="empty">"Every rated attribute reaches its target. Raise the target under Targets or in Set up to aim higher, or add an action by hand."</p>
        }
        .into_any(),
        (true, true) => {
            let page: ActionPage = expect_context();
            let rate = page.workspace.with(|open| Route::Rate(open.id.clone(), None).address());
            view! {
                <p class="empty">"Nothing is rated yet. " <a href=rate>"Rate some questions"</a>", and Plumbline drafts the actions that close the gaps to your target."</p>
            }
            .into_any()
        }
        (false, false) => {
            let gaps = words::count(now.proposals.len(), "gap");
            view! {
                <button type="button" class="quiet" on:click=move |_| focus("#proposals")>{format!("{gaps} not planned yet \u{2193}")}</button>
            }
            .into_any()
        }
        (false, true) => ().into_any(),
    }
}
