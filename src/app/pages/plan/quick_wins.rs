//! Quick wins: what each action takes against what it brings, moved by pointer or keys.

use crate::app::parts::chart_size::full_width;
use crate::app::parts::figure::Figure;
use crate::app::parts::win_spots::WinSpots;
use crate::app::parts::win_table::{WinTable, picture_table};
use crate::app::plan_actions::plan_actions;
use crate::app::plan_view::PlanView;
use crate::app::route::Route;
use crate::app::theme::Theme;
use crate::app::workspace::workspace;
use crate::chart::quick_wins::quick_wins as drawn;
use crate::chart::size::Size;
use crate::report::quick_wins::quick_wins;
use leptos::prelude::*;

#[component]
pub fn QuickWins() -> impl IntoView {
    let workspace = workspace();
    let theme: Theme = expect_context();
    let width = full_width();
    // No higher than a screen, so that a point can be dragged anywhere.
    let size = Memo::new(move |_| {
        let width = width.get();
        Size {
            width,
            height: Size::COMPACT.height.max(width * 3 / 5),
        }
    });
    let actions = plan_actions();
    let wins = Memo::new(move |_| {
        let title = workspace.track(|open| open.assessment.title.clone());
        actions.with(|actions| quick_wins(&title.unwrap_or_default(), actions))
    });
    let nothing = move || wins.with(|wins| wins.wins.is_empty());
    let address = workspace.with(|open| Route::Plan(open.id.clone(), PlanView::Actions).address());
    view! {
        <div class="section-head"><h1 tabindex="-1">"Quick wins"</h1></div>
        <p class="lead">"What brings much and takes little comes first."</p>
        <Show when=move || !nothing() fallback=move || view! {
            <p class="empty">"Nothing in the plan is still to do. Take actions over in "<a href=address.clone()>"Actions"</a>", and they appear here."</p>
        }>
            <p class="hint" id="how-to-move">"Drag a number to where you judge it to lie, or move it with the arrow keys: left and right by a day of effort, up and down by one step of gain."</p>
            <Figure
                class="wins"
                title=Signal::derive(move || wins.with(|wins| wins.title.clone()))
                description=Signal::derive(move || wins.with(|wins| wins.description.clone()))
                svg=Signal::derive(move || wins.with(|wins| drawn(wins, &theme.palette(), size.get(), "quick-wins")))
                over=ViewFn::from(move || view! { <WinSpots actions wins size /> })
            >{move || wins.with(picture_table)}</Figure>
            <WinTable actions />
        </Show>
    }
}
