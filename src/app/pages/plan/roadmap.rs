//! Roadmap: the actions over quarters and phases, whether there is time for them, and what came of them.

use crate::app::browser::{focus, today};
use crate::app::parts::capacities::Capacities;
use crate::app::parts::chart_size::full_width;
use crate::app::parts::dates::Dates;
use crate::app::parts::figure::Figure;
use crate::app::parts::outcomes::Outcomes;
use crate::app::parts::phase_list::PhaseList;
use crate::app::parts::quarter_table::{QuarterTable, roadmap_table};
use crate::app::plan_actions::plan_actions;
use crate::app::plan_view::PlanView;
use crate::app::route::Route;
use crate::app::theme::Theme;
use crate::app::workspace::workspace;
use crate::chart::roadmap::roadmap;
use crate::report::roadmap_view::{RoadmapView, roadmap_view};
use leptos::prelude::*;

#[component]
pub fn Roadmap() -> impl IntoView {
    let workspace = workspace();
    let actions = plan_actions();
    let view = Memo::new(move |_| {
        let entries = actions.get();
        let found = workspace.track(|open| {
            Some(roadmap_view(
                &open.model,
                &open.assessment,
                &entries,
                today()?,
            ))
        });
        found.flatten()
    });
    let by_quarter = RwSignal::new(false);
    let nothing = move || actions.with(Vec::is_empty);
    let address = workspace.with(|open| Route::Plan(open.id.clone(), PlanView::Actions).address());
    view! {
        <div class="section-head">
            <h1 tabindex="-1">"Roadmap"</h1>
            <fieldset class="tabs">
                <legend class="visually-hidden">"Show the roadmap"</legend>
                <GroupingTab words="By phase" chosen=by_quarter value=false />
                <GroupingTab words="By quarter" chosen=by_quarter value=true />
            </fieldset>
        </div>
        <p class="lead">"What is done when, and whether there is time for it."</p>
        <Show when=move || !nothing() fallback=move || view! {
            <p class="empty">"The plan has no actions yet. Take some over in "<a href=address.clone()>"Actions"</a>", then give them dates here."</p>
        }>
            <Overloads view />
            <div class="roadmap-top">
                {move || match by_quarter.get() {
                    true => view! { <QuarterTable view /> }.into_any(),
                    false => view! { <Picture view /> }.into_any(),
                }}
                <Undated view />
            </div>
            <Dates actions />
            <Capacities view />
        </Show>
        <PhaseList />
        <Outcomes actions />
    }
}

#[component]
fn GroupingTab(words: &'static str, chosen: RwSignal<bool>, value: bool) -> impl IntoView {
    view! {
        <label class="tab">
            <input type="radio" name="grouping" prop:checked=move || chosen.get() == value on:change=move |_| chosen.set(value) />
            <span>{words}</span>
        </label>
    }
}

#[component]
fn Overloads(view: Memo<Option<RoadmapView>>) -> impl IntoView {
    let told = move || view.with(|view| view.as_ref().map(|view| view.overloads.clone()));
    view! {
        <div role="status">
            {move || told().filter(|told| !told.is_empty()).map(|told| view! {
                <div class="problem warning overloads">
                    <strong>"More work than time"</strong>
                    <ul>{told.into_iter().map(|sentence| view! { <li>{sentence}</li> }).collect_view()}</ul>
                </div>
            })}
        </div>
    }
}

#[component]
fn Picture(view: Memo<Option<RoadmapView>>) -> impl IntoView {
    let theme: Theme = expect_context();
    let width = full_width();
    let picture = move || view.with(|view| view.as_ref().map(|view| view.picture.clone()));
    let svg = move || {
        picture().map_or_else(String::new, |found| {
            roadmap(&found, &theme.palette(), width.get(), "roadmap")
        })
    };
    let beyond = move || view.with(|view| view.as_ref().and_then(|view| view.beyond.clone()));
    view! {
        <div>
            <Figure
                title=Signal::derive(move || picture().map_or_else(String::new, |found| found.title))
                description=Signal::derive(move || picture().map_or_else(String::new, |found| found.description))
                svg=Signal::derive(svg)
            >{move || picture().map(|found| roadmap_table(&found))}</Figure>
            {move || beyond().map(|sentence| view! { <p class="hint">{sentence}</p> })}
        </div>
    }
}

/// What cannot be drawn, with the way to its dates.
#[component]
fn Undated(view: Memo<Option<RoadmapView>>) -> impl IntoView {
    let undated = move || view.with(|view| view.as_ref().map(|view| view.undated.clone()));
    let row = |(order, title): (usize, String)| {
        let name = format!("{order} {title}");
        view! {
            <li>
                <span><span class="row-id">{order}</span>" "{title}</span>
                <button type="button" class="quiet" aria-label=format!("Give it dates: {name}") on:click=move |_| focus(&format!("#dates-{order} input"))>"Give it dates"</button>
            </li>
        }
    };
    view! {
        {move || undated().filter(|undated| !undated.is_empty()).map(|undated| view! {
            <section class="undated" aria-labelledby="undated">
                <h2 id="undated">"Without dates"</h2>
                <p class="hint">"These are in the plan, not in the picture, and count for no quarter."</p>
                <ul>{undated.into_iter().map(row).collect_view()}</ul>
            </section>
        })}
    }
}
