//! Plan: what to do next, why, by whom and by when. One view a file.

mod actions;
mod change;
mod path;
mod print;
mod quick_wins;
mod risk;
mod roadmap;
mod targets;
mod what_if;

use crate::app::parts::plan_nav::PlanNav;
use crate::app::plan_view::PlanView;
use actions::Actions;
use change::Change;
use leptos::prelude::*;
use path::SmallestPath;
use print::Print;
use quick_wins::QuickWins;
use risk::Risk;
use roadmap::Roadmap;
use targets::Targets;
use what_if::WhatIfPage;

#[component]
pub fn Plan(view: PlanView) -> impl IntoView {
    view! {
        <div class="page plan">
            <PlanNav current=view />
            {match view {
                PlanView::Actions => view! { <Actions /> }.into_any(),
                PlanView::Targets => view! { <Targets /> }.into_any(),
                PlanView::Change => view! { <Change /> }.into_any(),
                PlanView::Risk => view! { <Risk /> }.into_any(),
                PlanView::Path => view! { <SmallestPath /> }.into_any(),
                PlanView::QuickWins => view! { <QuickWins /> }.into_any(),
                PlanView::Roadmap => view! { <Roadmap /> }.into_any(),
                PlanView::WhatIf => view! { <WhatIfPage /> }.into_any(),
                PlanView::Print => view! { <Print /> }.into_any(),
            }}
        </div>
    }
}
