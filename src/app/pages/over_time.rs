//! The same assessment on other days: what was known then, milestones, what differs, and how it came to be.

use crate::app::parts::day_choice::DayChoice;
use crate::app::parts::difference_view::DifferenceView;
use crate::app::parts::milestones::Milestones;
use crate::app::parts::then_and_now::ThenAndNow;
use crate::app::parts::trends::Trends;
use crate::app::workspace::workspace;
use crate::domain::date::Date;
use leptos::prelude::*;

#[component]
pub fn OverTime() -> impl IntoView {
    let workspace = workspace();
    let shown = RwSignal::new(first_shown());
    let nothing = move || {
        workspace
            .track(|open| open.scope().is_empty())
            .unwrap_or(true)
    };
    view! {
        <div class="page over-time">
            <h1 tabindex="-1">"Over time"</h1>
            <Show when=move || !nothing() fallback=|| view! { <p class="empty">"No process is in scope. Choose some in Set up."</p> }>
                <DayChoice shown />
                <ThenAndNow shown />
                <Milestones shown />
                <DifferenceView shown />
                <Trends />
            </Show>
        </div>
    }
}

/// The latest milestone that something was changed after, or else the first day: there is something to see then.
fn first_shown() -> Option<Date> {
    let found = workspace().with(|open| {
        let milestones = open.assessment.milestones.values();
        let days = open.assessment.days();
        let before = milestones.filter_map(|milestone| milestone.at.day());
        let before = before.filter(|day| Some(day) < days.last());
        before.max().or_else(|| days.first().copied())
    });
    found.flatten()
}
