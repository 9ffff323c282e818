//! How far the evidence covers what the class demands: the class, a summary, and each attribute of each process.

use super::fields::ChoiceField;
use crate::app::workspace::workspace;
use crate::domain::assessment_class::AssessmentClass;
use crate::domain::coverage::{AttributeCoverage, ProcessCoverage, coverage};
use crate::domain::edit::Edit;
use crate::domain::record_edit::RecordEdit;
use crate::report::class_words;
use crate::report::coverage_words;
use crate::report::words;
use leptos::prelude::*;

#[component]
pub fn CoverageTable() -> impl IntoView {
    let workspace = workspace();
    let class = Memo::new(move |_| {
        workspace
            .track(|open| open.assessment.record.class)
            .flatten()
    });
    let all = Memo::new(move |_| {
        let demand = class.get().map(AssessmentClass::demand);
        let all = workspace.track_any(|open| coverage(&open.model, &open.assessment, demand));
        all.unwrap_or_default()
    });
    let mut options = vec![(String::new(), "No class chosen".to_owned())];
    options.extend(AssessmentClass::ALL.map(|class| {
        let name = class_words::name(class);
        (name.clone(), format!("{name}: {}", class_words::aim(class)))
    }));
    let value = Signal::derive(move || class.get().map_or_else(String::new, class_words::name));
    let choose = Callback::new(move |name: String| {
        let mut classes = AssessmentClass::ALL.into_iter();
        let class = classes.find(|class| class_words::name(*class) == name);
        workspace.apply(Edit::Record(RecordEdit::SetClass { class }));
    });
    let summary = move || {
        match class.get() {
        Some(class) => view! {
            <p><strong>{all.with(|all| coverage_words::summary(class, all))}</strong></p>
            <p class="hint">{class_words::demands(class).join(" ")}</p>
        }
        .into_any(),
        None => view! {
            <p>"No class is chosen, so nothing is demanded. This is what each would ask for:"</p>
            <ul>{AssessmentClass::ALL.into_iter().map(|class| view! { <li><strong>{class_words::name(class)}</strong>": "{class_words::demands(class).join(" ")}</li> }).collect_view()}</ul>
        }
        .into_any(),
    }
    };
    let attributes = move || {
        all.with(|all| all.first().map(|first| first.attributes.clone()))
            .unwrap_or_default()
    };
    view! {
        <section aria-labelledby="coverage" class="entry-list">
            <h2 id="coverage">"Coverage"</h2>
            <div class="entry-filters"><ChoiceField label="Class of the assessment".to_owned() options value commit=choose /></div>
            {summary}
            <p class="hint">{class_words::AS_READ}" An observation counts as a piece, but neither as a product nor as a testimony."</p>
            <div class="table-scroll" tabindex="0" role="region" aria-label="Table of coverage">
                <table class="coverage">
                    <caption class="visually-hidden">"Evidence behind each attribute of each process"</caption>
                    <thead><tr>
                        <th scope="col">"Process"</th>
                        {move || attributes().into_iter().map(|one| view! { <th scope="col">{one.attribute.to_string()}</th> }).collect_view()}
                    </tr></thead>
                    <tbody>{move || all.get().into_iter().map(|process| row(process, class.get().is_some())).collect_view()}</tbody>
                </table>
            </div>
        </section>
    }
}

fn row(process: ProcessCoverage, demanded: bool) -> impl IntoView {
    let workspace = workspace();
    let name = workspace.with(|open| words::process(&open.model, &process.process));
    let instances = coverage_words::instances(&process);
    let cells = process.attributes.into_iter();
    view! {
        <tr>
            <th scope="row">{name}<span class="hint">{instances}</span></th>
            {cells.map(|found| cell(&found, demanded)).collect_view()}
        </tr>
    }
}

fn cell(found: &AttributeCoverage, demanded: bool) -> impl IntoView + use<> {
    let lacks = coverage_words::lacks(found);
    let (met, lacking) = (demanded && lacks.is_none(), lacks.is_some());
    view! {
        <td class:met=met class:lacking=lacking>
            {coverage_words::kinds(found)}
            {met.then(|| view! { <span class="coverage-word">"\u{2713} enough"</span> })}
            {lacks.map(|lacks| view! { <span class="coverage-word">{lacks}</span> })}
        </td>
    }
}
