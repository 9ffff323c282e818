//! How one sees whether an action worked: what is measured, from where to where, and what was read since.

use super::action_fields::{Entry, value};
use super::action_page::action_page;
use super::fields::{DateField, TextField};
use crate::app::browser::today;
use crate::domain::action::{ActionField, Measure};
use crate::domain::amount::Amount;
use crate::domain::date::Date;
use crate::domain::id::ActionId;
use crate::report::action_list::MeasureEntry;
use crate::report::{plan_words, typed};
use leptos::ev;
use leptos::prelude::*;

#[component]
pub fn ActionMeasure(id: ActionId, entry: Entry) -> impl IntoView {
    let page = action_page();
    let of = StoredValue::new(id.clone());
    // Changes one thing of the measure and keeps the rest. Without a name there is no measure.
    let change = move |change: &dyn Fn(&mut Measure)| {
        let present = page.workspace.with(|open| {
            let action = open.assessment.improvement.action(&of.get_value())?;
            action.measure.clone()
        });
        let mut measure = present.flatten().unwrap_or_else(|| Measure {
            what: String::new(),
            unit: String::new(),
            baseline: None,
            target: None,
        });
        let before = measure.clone();
        change(&mut measure);
        if measure == before {
            return Ok(());
        }
        if measure.what.is_empty() {
            return Err("Say first what is measured.".to_owned());
        }
        page.set(
            &of.get_value(),
            ActionField::Measure {
                measure: Some(measure),
            },
        );
        Ok(())
    };
    let what = Callback::new(move |text: String| {
        if text.is_empty() {
            page.set(&of.get_value(), ActionField::Measure { measure: None });
            return Ok(());
        }
        change(&|measure| measure.what.clone_from(&text))
    });
    let unit = Callback::new(move |text: String| change(&|measure| measure.unit.clone_from(&text)));
    let amount = move |set: fn(&mut Measure, Option<Amount>)| {
        Callback::new(move |text: String| {
            let amount = typed::amount(&text)?;
            change(&|measure| set(measure, amount))
        })
    };
    let measured = value(entry, |entry| {
        of_measure(entry.measure.as_ref(), |measure| &measure.what)
    });
    view! {
        <section class="panel-part" aria-labelledby="measure">
            <h3 id="measure">"Success measure"</h3>
            <p class="hint">"Measure what comes out of the process, such as the lead time of changes or the share of incidents within target, not how busy people were."</p>
            <div class="panel-fields thirds">
                <div class="whole"><TextField label="What is measured" value=measured commit=what /></div>
                <TextField label="Unit" value=value(entry, |entry| of_measure(entry.measure.as_ref(), |measure| &measure.unit)) commit=unit />
                <TextField label="Baseline" keyboard="decimal" value=value(entry, |entry| of_measure(entry.measure.as_ref(), |measure| &measure.baseline)) commit=amount(|measure, amount| measure.baseline = amount) />
                <TextField label="Target value" keyboard="decimal" value=value(entry, |entry| of_measure(entry.measure.as_ref(), |measure| &measure.target)) commit=amount(|measure, amount| measure.target = amount) />
            </div>
            <Show when=move || !measured.with(String::is_empty)><Readings id=id.clone() entry /></Show>
        </section>
    }
}

fn of_measure(measure: Option<&MeasureEntry>, of: fn(&MeasureEntry) -> &String) -> String {
    measure.map_or_else(String::new, |measure| of(measure).clone())
}

#[component]
fn Readings(id: ActionId, entry: Entry) -> impl IntoView {
    let page = action_page();
    let id = StoredValue::new(id);
    let day: RwSignal<Option<Date>> = RwSignal::new(today());
    let text = RwSignal::new(String::new());
    let problem = RwSignal::new(None::<&'static str>);
    let set = move |date, value| {
        page.set(&id.get_value(), ActionField::Reading { date, value });
    };
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        match (day.get_untracked(), typed::amount(&text.get_untracked())) {
            (None, _) => problem.set(Some("Say on which day it was read.")),
            (_, Ok(None)) => problem.set(Some("Say what was read.")),
            (_, Err(sentence)) => problem.set(Some(sentence)),
            (Some(day), Ok(value)) => {
                set(day, value);
                text.set(String::new());
                problem.set(None);
            }
        }
    };
    let readings = move || {
        let measure = entry.get().and_then(|entry| entry.measure);
        let measure = measure.into_iter().flat_map(|measure| {
            let unit = measure.unit;
            measure
                .readings
                .into_iter()
                .map(move |(day, value)| (day, format!("{value} {unit}")))
        });
        let row = |(day, value): (Date, String)| {
            let shown = plan_words::day(day);
            let label = format!("Remove reading: {shown}");
            view! {
                <li><span>{shown}": "<strong>{value}</strong></span>" "<button type="button" class="quiet" aria-label=label on:click=move |_| set(day, None)>"Remove"</button></li>
            }
        };
        measure.map(row).collect_view()
    };
    view! {
        <ul class="readings" aria-label="Readings">{readings}</ul>
        <form class="panel-fields" on:submit=submit>
            <DateField label="Read on" value=day commit=Callback::new(move |date| day.set(date)) />
            <div class="field">
                <label>
                    <span class="field-name">"Value read"</span>
                    <input type="text" inputmode="decimal" aria-describedby="reading-problem" prop:value=move || text.get() on:input=move |event| text.set(event_target_value(&event)) />
                </label>
                <p class="field-problem" id="reading-problem" role="alert">{move || problem.get()}</p>
            </div>
            <button type="submit">"Add reading"</button>
        </form>
    }
}
