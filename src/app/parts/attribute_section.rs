//! One attribute on the sheet: how it stands, and its rows.

use super::carried_line::CarriedLine;
use super::choices::Choice;
use super::indicator_row::IndicatorRow;
use super::sections::Section;
use crate::app::open::Open;
use crate::app::workspace::workspace;
use crate::domain::framework::Rates;
use crate::domain::id::{AttributeId, InstanceId, ProcessId};
use crate::domain::look_again::Open as Again;
use crate::domain::result::{AttributeResult, Standing, rates};
use crate::domain::subject::Subject;
use crate::report::words;
use leptos::prelude::*;

#[component]
pub fn AttributeSection(
    section: Section,
    process: ProcessId,
    instance: Option<InstanceId>,
    choices: Vec<Choice>,
    current: RwSignal<usize>,
    guided: RwSignal<usize>,
    note_wanted: RwSignal<Option<usize>>,
    settled: RwSignal<Option<Subject>>,
    looks: Memo<Vec<Again>>,
) -> impl IntoView {
    let workspace = workspace();
    let attribute = StoredValue::new(section.attribute.clone());
    let place = StoredValue::new((process, instance));
    let standing = move || {
        let (process, instance) = place.get_value();
        let result = workspace.result(&process)?;
        workspace.track(|open| {
            let several = result.instances.len() > 1;
            let of_instance = result.instances.iter().find(|found| several && Some(&found.instance.id) == instance.as_ref());
            let own = of_instance.and_then(|found| found.attributes.iter().find(|found| found.attribute == attribute.get_value()));
            let whole = result.attribute(&attribute.get_value())?;
            let rates = rates(&open.model, &open.assessment);
            Some(view! {
                {own.map(|own| standing_line(open, own, "This instance", settle_button(place.get_value(), attribute, settled, ", this instance", rates == Rates::Indicators)))}
                {standing_line(open, whole, if several { "All instances" } else { "" }, settle_button((process.clone(), None), attribute, settled, if several { ", all instances" } else { "" }, rates != Rates::Process))}
            })
        }).flatten()
    };
    // A settlement stands for the questions under it, so it is confirmed here. Where attributes are rated as such, the row does.
    let settlements = place.with_value(|(process, instance)| {
        let of = |instance| Subject::attribute(process.clone(), instance, attribute.get_value());
        let rows = &section.rows;
        [of(instance.clone()), of(None)]
            .map(|subject| (!rows.iter().any(|row| row.subject == subject)).then_some(subject))
    });
    let settlements = settlements.into_iter().flatten().collect::<Vec<_>>();
    let heading = format!("attribute-{}", section.attribute);
    let labelled_by = heading.clone();
    view! {
        <section class="attribute" aria-labelledby=labelled_by>
            <header class="attribute-head">
                <h2 id=heading>
                    <span class="row-id">{section.attribute.to_string()}</span>" "{section.title}
                    " "<span class="level-tag">{format!("Level {}", section.level)}</span>
                </h2>
                <p class="hint">{section.meaning}</p>
                <div class="standing" aria-live="off">{standing}</div>
                {settlements.into_iter().map(|subject| view! { <CarriedLine subject looks /> }).collect_view()}
            </header>
            <ol class="rows">
                {section.rows.into_iter().map(|row| view! {
                    <IndicatorRow row choices=choices.clone() current guided note_wanted looks />
                }).collect_view()}
            </ol>
        </section>
    }
}

fn settle_button(
    (process, instance): (ProcessId, Option<InstanceId>),
    attribute: StoredValue<AttributeId>,
    settled: RwSignal<Option<Subject>>,
    whose: &'static str,
    offered: bool,
) -> Option<AnyView> {
    offered.then(|| {
        let subject = Subject::attribute(process, instance, attribute.get_value());
        let label = format!("Settle otherwise: {}{whose}", attribute.get_value());
        view! {
            <button type="button" class="quiet" aria-label=label on:click=move |_| settled.set(Some(subject.clone()))>"Settle otherwise"</button>
        }.into_any()
    })
}

fn standing_line(
    open: &Open,
    result: &AttributeResult,
    whose: &'static str,
    button: Option<AnyView>,
) -> impl IntoView + use<> {
    let settled = matches!(result.standing, Standing::Settled { .. });
    let rated = result.standing.rating().is_some();
    view! {
        <p class="standing-line">
            {(!whose.is_empty()).then(|| view! { <span class="whose">{whose}</span> })}
            <span class="letter cell" data-rank=result.standing.rank().map(|rank| rank.0.to_string())>{words::cell(result)}</span>
            {settled.then(|| view! { <span class="mark">"Settled"</span> })}
            {(result.progress.carried > 0).then(|| view! { <span class="mark carried">"Carried over"</span> })}
            <span class="arithmetic" title=words::numbers(&open.model)>{words::arithmetic(&open.model, &result.standing)}</span>
            {button.filter(|_| rated)}
        </p>
    }
}
