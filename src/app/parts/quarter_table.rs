//! The roadmap in tables: by quarter, and what the picture shows.

use crate::report::plan_words;
use crate::report::roadmap::{BarState, Roadmap};
use crate::report::roadmap_view::{QuarterWork, RoadmapView};
use leptos::prelude::*;

/// A row for each quarter, with what is done in it.
#[component]
pub fn QuarterTable(view: Memo<Option<RoadmapView>>) -> impl IntoView {
    let rows = move || {
        view.with(|view| {
            let rows = view.iter().flat_map(|view| &view.by_quarter);
            rows.map(quarter_row).collect_view()
        })
    };
    let none =
        move || view.with(|view| view.as_ref().is_none_or(|view| view.by_quarter.is_empty()));
    view! {
        <Show when=move || !none() fallback=|| view! { <p class="empty">"No action has a date yet."</p> }>
            <div class="table-scroll" tabindex="0" role="region" aria-label="Roadmap by quarter">
                <table class="by-quarter">
                    <thead><tr><th scope="col">"Quarter"</th><th scope="col">"What is done"</th><th scope="col">"Work"</th><th scope="col">"There is"</th></tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </Show>
    }
}

fn quarter_row(work: &QuarterWork) -> impl IntoView + use<> {
    let actions = work.actions.iter().map(|(order, title, what)| view! {
        <li><span class="row-id">{*order}</span>" "{title.clone()}" "<span class="mark">{*what}</span></li>
    });
    let actions = match work.actions.is_empty() {
        true => view! { <span class="hint">"nothing"</span> }.into_any(),
        false => view! { <ul class="bare">{actions.collect_view()}</ul> }.into_any(),
    };
    let over = work.over.map(|over| {
        view! {
            <p class="over">{format!("{} more than there are", plan_words::effort(over))}</p>
        }
    });
    view! {
        <tr>
            <th scope="row">{work.quarter.to_string()}</th>
            <td>{actions}</td>
            <td>{plan_words::effort(work.hours)}{over}</td>
            <td>{work.capacity.map_or_else(|| "not said".to_owned(), plan_words::effort)}</td>
        </tr>
    }
}

/// The bars and the loads of the picture.
pub fn roadmap_table(roadmap: &Roadmap) -> impl IntoView + use<> {
    let days: Vec<u32> = roadmap
        .quarters
        .iter()
        .map(|quarter| quarter.days)
        .collect();
    let names: Vec<String> = roadmap
        .quarters
        .iter()
        .map(|quarter| quarter.name.clone())
        .collect();
    // The quarter that a day lies in.
    let quarter = |day: u32| {
        let mut end = 0;
        let place = days.iter().position(|days| {
            end += days;
            day < end
        });
        place
            .and_then(|place| names.get(place))
            .cloned()
            .unwrap_or_default()
    };
    let bars = roadmap.lanes.iter().flat_map(|lane| {
        lane.bars.iter().map(|bar| {
            let owner = if bar.owner.is_empty() {
                "nobody yet"
            } else {
                &bar.owner
            };
            let needs = if bar.needs.is_empty() {
                "none".to_owned()
            } else {
                bar.needs.join(", ")
            };
            view! {
                <tr>
                    <th scope="row">{bar.label.clone()}" "{bar.name.clone()}</th>
                    <td>{lane.name.clone()}</td>
                    <td>{quarter(bar.from)}</td>
                    <td>{quarter(bar.to)}</td>
                    <td>{owner.to_owned()}</td>
                    <td>{state(bar.state)}</td>
                    <td>{needs}</td>
                </tr>
            }
        })
    });
    let loads = roadmap.quarters.iter().map(|quarter| {
        let capacity = quarter.capacity.map_or_else(|| "not said".to_owned(), plan_words::effort);
        view! { <tr><th scope="row">{quarter.name.clone()}</th><td>{plan_words::effort(quarter.hours)}</td><td>{capacity}</td></tr> }
    });
    view! {
        <table>
            <thead><tr><th scope="col">"Action"</th><th scope="col">"Phase"</th><th scope="col">"From"</th><th scope="col">"To"</th><th scope="col">"Owner"</th><th scope="col">"State"</th><th scope="col">"Needs"</th></tr></thead>
            <tbody>{bars.collect_view()}</tbody>
        </table>
        <table>
            <thead><tr><th scope="col">"Quarter"</th><th scope="col">"Work"</th><th scope="col">"There is"</th></tr></thead>
            <tbody>{loads.collect_view()}</tbody>
        </table>
    }
}

fn state(state: BarState) -> &'static str {
    match state {
        BarState::Planned => "planned",
        BarState::Started => "started",
        BarState::Done => "done",
        BarState::Late => "late",
    }
}
