//! The ratings that a path raises, process by process, with what each takes.

use super::hours_field::HoursField;
use crate::app::route::Route;
use crate::app::workspace::workspace;
use crate::domain::edit::Edit;
use crate::domain::plan_edit::PlanEdit;
use crate::domain::subject::Subject;
use crate::report::path_list::{AttributeSteps, PathStep, ProcessSteps};
use crate::report::{plan_words, words};
use leptos::prelude::*;

#[component]
pub fn ProcessPath(steps: ProcessSteps) -> impl IntoView {
    let address = workspace()
        .with(|open| Route::Rate(open.id.clone(), Some(steps.process.clone())).address());
    let attributes = steps.attributes.into_iter().map(attribute).collect_view();
    let out_of_reach = (!steps.out_of_reach.is_empty()).then(|| {
        format!(
            "Out of reach: nothing applies under {}.",
            words::join(&steps.out_of_reach)
        )
    });
    view! {
        <li class="path-process">
            <header>
                <h3><a href=address>{steps.name}</a></h3>
                <span class="path-hours">{plan_words::effort(steps.hours)}</span>
            </header>
            {out_of_reach.map(|text| view! { <p class="problem warning">{text}</p> })}
            {attributes}
        </li>
    }
}

fn attribute(found: AttributeSteps) -> impl IntoView {
    let steps = found
        .steps
        .into_iter()
        .map(|step| view! { <Step step /> })
        .collect_view();
    let facts = format!(
        "now {}, needs {}, {}",
        found.now,
        found.needs,
        plan_words::effort(found.hours)
    );
    view! {
        <div class="path-attribute">
            <h4>{found.name}" "<span class="hint">{facts}</span></h4>
            <ul>{steps}</ul>
        </div>
    }
}

/// One rating to raise. What the model recommends and the work that it takes are made when they are asked for.
#[component]
fn Step(step: PathStep) -> impl IntoView {
    let unfolded = RwSignal::new(false);
    let subject = StoredValue::new(step.subject);
    let recommendation = StoredValue::new(step.recommendation);
    view! {
        <li>
            <details prop:open=move || unfolded.get()>
                <summary on:click=move |event| {
                    event.prevent_default();
                    unfolded.update(|unfolded| *unfolded = !*unfolded);
                }>
                    <span class="letter">{step.raise}</span>
                    <span class="path-text">{step.text}" "<span class="row-id">{step.item}</span>
                        {step.instance.map(|name| view! { " "<span class="mark">{name}</span> })}
                        {step.planned.then(|| view! { " "<span class="mark">"planned"</span> })}
                    </span>
                    <span class="path-hours">{plan_words::effort(step.hours)}</span>
                </summary>
                {move || unfolded.get().then(|| view! { <More subject=subject.get_value() recommendation=recommendation.get_value() /> })}
            </details>
        </li>
    }
}

#[component]
fn More(subject: Subject, recommendation: String) -> impl IntoView {
    let workspace = workspace();
    let key = (subject.process.clone(), subject.item.clone());
    let hours = Memo::new(move |_| {
        let set = workspace.track(|open| {
            let efforts = &open.assessment.improvement.item_efforts;
            efforts.get(&key).copied()
        });
        set.flatten()
    });
    let label = format!("Work for each step of {}", words::subject_id(&subject));
    let save = Callback::new(move |hours| {
        workspace.apply(Edit::Plan(PlanEdit::SetItemEffort {
            process: subject.process.clone(),
            item: subject.item.clone(),
            hours,
        }));
    });
    view! {
        <div class="path-more">
            {(!recommendation.is_empty()).then(|| view! { <p><strong>"First step. "</strong>{recommendation}</p> })}
            <HoursField label hours usual=None back="Back to what all steps take" save />
        </div>
    }
}
