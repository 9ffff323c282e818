//! The head line: where one is, whether all is saved, undo, theme and keys.

use super::save_mark::SaveMark;
use crate::app::browser::show;
use crate::app::open::Open;
use crate::app::page::Page;
use crate::app::plan_view::PlanView;
use crate::app::route::Route;
use crate::app::shell::{Address, KeyHelpShown};
use crate::app::team_view::TeamView;
use crate::app::theme::{Choice, Theme};
use crate::app::workspace::workspace;
use crate::domain::id::AssessmentId;
use leptos::prelude::*;
use std::mem::discriminant;

#[component]
pub fn HeadLine() -> impl IntoView {
    let Address(address) = expect_context();
    let assessment = Memo::new(move |_| address.get().assessment().cloned());
    // Where there is little room, the ways scroll sideways.
    let page = Memo::new(move |_| Page::from(address.get()));
    Effect::new(move |_| {
        page.track();
        request_animation_frame(|| {
            show(".main-nav [aria-current]");
            show(".steps [aria-current]");
        });
    });
    view! {
        <header class="head">
            <div class="head-line">
                <a class="brand" href="#/"><span class="brand-mark" aria-hidden="true"></span>"Plumbline"</a>
                // Who only answers a questionnaire needs none of it.
                {move || (!matches!(page.get(), Page::Respond(_))).then(|| view! { <nav aria-label="Main" class="main-nav">
                    <PageLink to=Route::Home label="Assessments" />
                    <PageLink to=Route::Portfolio label="Portfolio" />
                    <PageLink to=Route::Compare(None) label="Compare" />
                    <PageLink to=Route::Models(None) label="Models" />
                    <PageLink to=Route::Glossary(None) label="Glossary" />
                    <PageLink to=Route::Settings label="Backup" />
                </nav> })}
                <div class="head-tools"><SaveMark /><ThemeChoice /></div>
            </div>
            {move || assessment.get().map(|id| view! { <AssessmentLine id /> })}
        </header>
    }
}

/// The second line, where an assessment is open.
#[component]
fn AssessmentLine(id: AssessmentId) -> impl IntoView {
    let workspace = workspace();
    let KeyHelpShown(keys) = expect_context();
    let title = move || workspace.track(|open| open.assessment.title.clone());
    let sample = move || {
        workspace
            .track(|open| open.assessment.sample)
            .unwrap_or(false)
    };
    let finalised = move || {
        let sealed = workspace.track(|open| open.assessment.seal.is_some());
        sealed.unwrap_or(false)
    };
    let record = StoredValue::new(Route::Team(id.clone(), TeamView::Record).address());
    // How many ratings of the last assessment nobody has looked at.
    let carried = Memo::new(move |_| {
        workspace
            .track(|open| open.assessment.previous.is_some())?
            .then(|| {
                let results = workspace.track(Open::results).unwrap_or_default();
                results
                    .iter()
                    .map(|result| result.get().progress.carried)
                    .sum::<u32>()
            })
    });
    let rate = Route::Rate(id.clone(), None).address();
    let can_undo = move || {
        workspace
            .track_any(|open| !open.undo.is_empty())
            .unwrap_or(false)
    };
    let can_redo = move || {
        workspace
            .track_any(|open| !open.redo.is_empty())
            .unwrap_or(false)
    };
    view! {
        <div class="assessment-line">
            <p class="assessment-title">
                {title}
                {move || sample().then(|| view! { <span class="mark">"Sample"</span> })}
            </p>
            <nav aria-label="Assessment" class="steps">
                <PageLink to=Route::SetUp(id.clone()) label="Set up" />
                <PageLink to=Route::Rate(id.clone(), None) label="Rate" />
                <PageLink to=Route::Profile(id.clone(), None) label="Profile" />
                <PageLink to=Route::Plan(id.clone(), PlanView::Actions) label="Plan" />
                <PageLink to=Route::Time(id.clone()) label="Over time" />
                <PageLink to=Route::Readiness(id.clone()) label="Readiness" />
                <PageLink to=Route::Team(id.clone(), TeamView::Agree) label="Team" />
                <PageLink to=Route::Report(id) label="Report" />
            </nav>
            <div class="line-tools">
                {move || finalised().then(|| view! { <a class="mark" href=record.get_value()>"Finalised"</a> })}
                {move || carried.get().filter(|count| *count > 0).map(|count| view! { <a class="mark carried" href=rate.clone()>{format!("{count} carried over")}</a> })}
                <button type="button" class="quiet" disabled=move || !can_undo() on:click=move |_| workspace.call(move |on_call| (on_call.undo)(&workspace))>"Undo"</button>
                <button type="button" class="quiet" disabled=move || !can_redo() on:click=move |_| workspace.call(move |on_call| (on_call.redo)(&workspace))>"Redo"</button>
                <button type="button" class="quiet" on:click=move |_| keys.set(true)>"Keys"</button>
            </div>
        </div>
    }
}

/// It is the current one on all views of its page.
#[component]
fn PageLink(to: Route, label: &'static str) -> impl IntoView {
    let Address(address) = expect_context();
    let href = to.address();
    let current = move || {
        let here = match address.get() {
            Route::Work(id, _, process) => Route::Rate(id, process),
            other => other,
        };
        (discriminant(&here) == discriminant(&to)).then_some("page")
    };
    view! { <a href=href aria-current=current>{label}</a> }
}

#[component]
fn ThemeChoice() -> impl IntoView {
    let workspace = workspace();
    let theme: Theme = expect_context();
    view! {
        <label class="theme">
            <span class="visually-hidden">"Colours"</span>
            <select on:change=move |event| {
                let chosen = match event_target_value(&event).as_str() {
                    "light" => Choice::Light,
                    "dark" => Choice::Dark,
                    _ => Choice::System,
                };
                theme.choose(&workspace, chosen);
            }>
                {[(Choice::System, "As the system"), (Choice::Light, "Light"), (Choice::Dark, "Dark")].map(|(choice, words)| view! {
                    <option value=choice.name() selected=move || theme.choice() == choice>{words}</option>
                })}
            </select>
        </label>
    }
}
