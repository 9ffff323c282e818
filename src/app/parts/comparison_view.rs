//! What a comparison shows: first what was not made alike, then pictures and tables.

use super::chart_size::{chart_size, full_width};
use super::compared_reasons::ComparedReasons;
use super::compared_table::{ComparedTable, TextTable};
use super::fields::ChoiceField;
use super::figure::Figure;
use crate::app::compared_choice::ComparedChoice;
use crate::app::files::export_table;
use crate::app::kept_states::KeptStates;
use crate::app::shell::go;
use crate::app::theme::Theme;
use crate::chart::multiples::multiples;
use crate::chart::overlay::overlay as draw_overlay;
use crate::chart::slope::slope as draw_slope;
use crate::domain::id::ProcessId;
use crate::report::comparison::{ComparedRows, Comparison};
use crate::report::comparison_conditions::conditions;
use crate::report::overlay::{Overlay, overlay};
use crate::report::slope::slope;
use leptos::prelude::*;

#[component]
pub fn ComparisonView(
    comparison: Memo<Comparison>,
    choice: Memo<ComparedChoice>,
    states: KeptStates,
) -> impl IntoView {
    let theme: Theme = expect_context();
    let size = chart_size();
    let width = full_width();
    let levels = Memo::new(move |_| comparison.with(Comparison::levels));
    let level_overlay = Memo::new(move |_| levels.with(overlay));
    let level_slope = Memo::new(move |_| comparison.with(slope));
    view! {
        <Conditions comparison />
        <div class="figures">
            <RadarFigure radar=level_overlay rows=levels id="compared-levels" />
            <Figure
                title=Signal::derive(move || level_slope.with(|found| found.title.clone()))
                description=Signal::derive(move || level_slope.with(|found| found.description.clone()))
                svg=Signal::derive(move || level_slope.with(|found| draw_slope(found, &theme.palette(), size.get().width, "compared-slope")))
            >{move || level_slope.with(|found| view! { <TextTable table=found.table() /> })}</Figure>
        </div>
        <MultiplesFigure radar=level_overlay rows=levels width id="compared-levels-apart" />
        <RowsSection rows=levels id="compared-levels-table" heading="Levels and what became of them" what="Levels" />
        <OneProcess comparison choice states />
    }
}

/// Said before any picture.
#[component]
fn Conditions(comparison: Memo<Comparison>) -> impl IntoView {
    let told = move || comparison.with(conditions);
    view! {
        <section aria-labelledby="conditions">
            <h2 id="conditions">"Before you compare"</h2>
            {move || {
                let told = told();
                if told.is_empty() {
                    view! { <p>"All points were made alike: over the same models, by the same rating method, with the same scope and highest level."</p> }.into_any()
                } else {
                    let told = told.into_iter().map(|sentence| view! { <li>{sentence}</li> }).collect_view();
                    view! { <ul class="problem warning conditions">{told}</ul> }.into_any()
                }
            }}
            <p class="hint">"A change is told only where it holds whatever the blanks are. What is not rated at one point is not comparable, never a change."</p>
        </section>
    }
}

/// The radars over each other, with the same as a table.
#[component]
fn RadarFigure(radar: Memo<Overlay>, rows: Memo<ComparedRows>, id: &'static str) -> impl IntoView {
    let theme: Theme = expect_context();
    let size = chart_size();
    view! {
        <Figure
            title=Signal::derive(move || radar.with(|found| found.title.clone()))
            description=Signal::derive(move || radar.with(|found| found.description.clone()))
            svg=Signal::derive(move || radar.with(|found| draw_overlay(found, &theme.palette(), size.get(), id)))
        >{move || view! { <TextTable table=rows.with(ComparedRows::table) /> }}</Figure>
    }
}

/// The radars beside each other.
#[component]
fn MultiplesFigure(
    radar: Memo<Overlay>,
    rows: Memo<ComparedRows>,
    width: Memo<u32>,
    id: &'static str,
) -> impl IntoView {
    let theme: Theme = expect_context();
    view! {
        <Figure
            title=Signal::derive(move || radar.with(|found| format!("{}, one by one", found.title)))
            description="The same radars beside each other, all on the same scale."
            svg=Signal::derive(move || radar.with(|found| multiples(found, &theme.palette(), width.get(), id)))
        >{move || view! { <TextTable table=rows.with(ComparedRows::table) /> }}</Figure>
    }
}

/// The table with what became of each row, to read and to take away.
#[component]
fn RowsSection(
    rows: Memo<ComparedRows>,
    id: &'static str,
    heading: &'static str,
    what: &'static str,
) -> impl IntoView {
    let export = move |_| {
        let ending = format!("-{}.csv", what.to_lowercase());
        export_table(
            "comparison",
            &ending,
            &rows.with_untracked(ComparedRows::table),
        );
    };
    view! {
        <section aria-labelledby=id>
            <div class="section-head">
                <h2 id=id>{heading}</h2>
                <button type="button" on:click=export>{format!("{what} as CSV")}</button>
            </div>
            {move || view! { <ComparedTable rows=rows.get() label=heading /> }}
        </section>
    }
}

/// The attributes of one process.
#[component]
fn OneProcess(
    comparison: Memo<Comparison>,
    choice: Memo<ComparedChoice>,
    states: KeptStates,
) -> impl IntoView {
    let processes = Memo::new(move |_| comparison.with(Comparison::processes));
    let process = Memo::new(move |_| {
        let chosen = choice.with(|choice| choice.process.clone());
        processes.with(|known| {
            let mut ids = known.iter().map(|(id, _)| id);
            let found = ids.find(|id| Some(*id) == chosen.as_ref()).cloned();
            found.or_else(|| comparison.with(Comparison::striking_process))
        })
    });
    let rows = Memo::new(move |_| {
        comparison.with(|comparison| {
            let none = || ProcessId::new("");
            comparison.attributes(&process.get().unwrap_or_else(none))
        })
    });
    let radar = Memo::new(move |_| rows.with(overlay));
    let size = chart_size();
    let half = Memo::new(move |_| size.get().width);
    let options = Signal::derive(move || {
        processes.with(|known| {
            let named = known.iter();
            named
                .map(|(id, name)| (id.to_string(), format!("{id} {name}")))
                .collect::<Vec<_>>()
        })
    });
    let choose = Callback::new(move |chosen: String| {
        let mut now = choice.get_untracked();
        now.process = Some(ProcessId::new(chosen));
        go(&now.route());
    });
    let value = Signal::derive(move || process.get().map(|id| id.to_string()).unwrap_or_default());
    view! {
        <section aria-labelledby="one-process">
            <div class="section-head">
                <h2 id="one-process">"One process"</h2>
                <ChoiceField label="Process" options value commit=choose />
            </div>
            <div class="figures">
                <RadarFigure radar rows id="compared-attributes" />
                <MultiplesFigure radar rows width=half id="compared-attributes-apart" />
            </div>
        </section>
        <RowsSection rows id="compared-attributes-table" heading="Attributes and what became of them" what="Attributes" />
        <ComparedReasons process comparison choice states />
    }
}
