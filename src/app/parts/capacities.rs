//! How much time there is for improvement in each quarter.

use super::fields::TextField;
use crate::app::workspace::workspace;
use crate::domain::date::Quarter;
use crate::domain::edit::Edit;
use crate::domain::plan_edit::PlanEdit;
use crate::report::roadmap_view::{QuarterWork, RoadmapView};
use crate::report::{plan_words, typed};
use leptos::prelude::*;

#[component]
pub fn Capacities(view: Memo<Option<RoadmapView>>) -> impl IntoView {
    let workspace = workspace();
    let usual = Signal::derive(move || {
        let hours = workspace.track(|open| open.assessment.improvement.usual_capacity);
        hours.flatten().map_or_else(String::new, plan_words::days)
    });
    let set_usual = Callback::new(move |text: String| {
        let hours = typed::effort(&text)?;
        workspace.apply(Edit::Plan(PlanEdit::SetUsualCapacity { hours }));
        Ok(())
    });
    let quarters = move || {
        view.with(|view| {
            let works = view.iter().flat_map(|view| &view.by_quarter);
            works.map(|work| work.quarter).collect::<Vec<_>>()
        })
    };
    view! {
        <section aria-labelledby="capacity">
            <h2 id="capacity">"Time there is"</h2>
            <p class="hint">"Days of work that all people together have for improvement. A quarter without a number of its own has the usual one."</p>
            <div class="capacities">
                <TextField label="Usual days" keyboard="decimal" value=usual commit=set_usual />
                <For each=quarters key=|quarter| *quarter let(quarter)><OneQuarter quarter usual view /></For>
            </div>
        </section>
    }
}

#[component]
fn OneQuarter(
    quarter: Quarter,
    usual: Signal<String>,
    view: Memo<Option<RoadmapView>>,
) -> impl IntoView {
    let workspace = workspace();
    let value = Signal::derive(move || {
        let hours = workspace.track(|open| {
            let capacities = &open.assessment.improvement.capacities;
            capacities.get(&quarter).copied()
        });
        hours.flatten().map_or_else(String::new, plan_words::days)
    });
    let set = Callback::new(move |text: String| {
        let hours = typed::effort(&text)?;
        workspace.apply(Edit::Plan(PlanEdit::SetCapacity { quarter, hours }));
        Ok(())
    });
    let told = move || {
        view.with(|view| {
            let mut works = view.iter().flat_map(|view| &view.by_quarter);
            works.find(|work| work.quarter == quarter).map(words)
        })
    };
    view! {
        <div>
            <TextField label=format!("Days in {quarter}") keyboard="decimal" value placeholder=usual commit=set />
            <p class="hint">{told}</p>
        </div>
    }
}

fn words(work: &QuarterWork) -> String {
    let planned = format!("{} planned", plan_words::effort(work.hours));
    match work.over {
        Some(over) => format!("{planned}, {} too many", plan_words::effort(over)),
        None => planned,
    }
}
