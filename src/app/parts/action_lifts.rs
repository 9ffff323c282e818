//! What an action lifts: the expected rating of each indicator or attribute, and adding more.

use super::action_fields::Entry;
use super::action_page::{ActionPage, action_page};
use super::fields::ChoiceField;
use crate::domain::action::ActionField;
use crate::domain::framework::Rates;
use crate::domain::id::{ActionId, AttributeId, IndicatorId, InstanceId, ProcessId};
use crate::domain::result::rates;
use crate::domain::subject::{Item, Subject};
use crate::report::action_list::LiftEntry;
use crate::report::words;
use leptos::ev;
use leptos::prelude::*;

/// Values with their words.
type Options = Vec<(String, String)>;

#[component]
pub fn ActionLifts(id: ActionId, entry: Entry) -> impl IntoView {
    let lifts = Memo::new(move |_| {
        entry.with(|entry| {
            entry
                .as_ref()
                .map_or_else(Vec::new, |entry| entry.lifts.clone())
        })
    });
    let of = id.clone();
    view! {
        <section class="panel-part" aria-labelledby="lifts">
            <h3 id="lifts">"What it lifts"</h3>
            {move || lifts.with(Vec::is_empty).then(|| view! { <p class="hint">"Nothing yet. Say which ratings are higher when it is done."</p> })}
            <ul class="lifts">
                <For each=move || lifts.with(|lifts| lifts.iter().map(|lift| lift.subject.clone()).collect::<Vec<_>>()) key=Clone::clone let:subject>
                    <Lift id=of.clone() subject lifts />
                </For>
            </ul>
            <details>
                <summary>"Add what it lifts"</summary>
                <AddLift id />
            </details>
        </section>
    }
}

#[component]
fn Lift(id: ActionId, subject: Subject, lifts: Memo<Vec<LiftEntry>>) -> impl IntoView {
    let page = action_page();
    let subject = StoredValue::new(subject);
    let id = StoredValue::new(id);
    let lift = Memo::new(move |_| {
        lifts.with(|lifts| {
            let mut lifts = lifts.iter();
            lifts
                .find(|lift| lift.subject == subject.get_value())
                .cloned()
        })
    });
    let of = move |of: fn(&LiftEntry) -> String| {
        move || lift.with(|lift| lift.as_ref().map_or_else(String::new, of))
    };
    let name =
        subject.with_value(|subject| format!("{} {}", subject.process, words::subject_id(subject)));
    let set = move |expected| {
        page.set(
            &id.get_value(),
            ActionField::Lift {
                subject: subject.get_value(),
                expected,
            },
        );
    };
    let expected = of(|lift| lift.expected.clone());
    let options = move || {
        let expected = expected();
        let mut options = ratings(page);
        if !options.iter().any(|(code, _)| *code == expected) {
            options.push((expected.clone(), format!("{expected} (not on the scale)")));
        }
        let option = |(code, words)| {
            let selected = code == expected;
            view! { <option value=code selected=selected>{words}</option> }
        };
        options.into_iter().map(option).collect_view()
    };
    let place = of(|lift| match &lift.instance {
        Some(instance) => format!("{} ({instance})", lift.process),
        None => lift.process.clone(),
    });
    view! {
        <li>
            <p class="step-text"><span class="row-id">{of(|lift| lift.item.clone())}</span>" "{of(|lift| lift.text.clone())}</p>
            <p class="hint">{place}</p>
            <div class="lift-line">
                <span>{of(|lift| format!("Now {}, expected", lift.now))}</span>
                <select aria-label=format!("Expected rating: {name}") on:change=move |event| set(Some(event_target_value(&event).as_str().into()))>{options}</select>
                <span class="mark">{of(|lift| lift.promise.to_owned())}</span>
                <button type="button" class="quiet" aria-label=format!("Take out: {name}") on:click=move |_| set(None)>"Take out"</button>
            </div>
        </li>
    }
}

#[component]
fn AddLift(id: ActionId) -> impl IntoView {
    let page = action_page();
    let processes = scope(page);
    let process = RwSignal::new(
        processes
            .first()
            .map_or_else(String::new, |(id, _)| id.clone()),
    );
    let item = RwSignal::new(String::new());
    let instance = RwSignal::new(String::new());
    let ratings = ratings(page);
    let rating = RwSignal::new(
        ratings
            .last()
            .map_or_else(String::new, |(code, _)| code.clone()),
    );
    let options = Memo::new(move |_| items(page, &ProcessId::new(process.get())));
    let instances = Memo::new(move |_| instances(page, &ProcessId::new(process.get())));
    // What is chosen belongs to a process.
    Effect::new(move |_| {
        item.set(options.with(|options| {
            options
                .first()
                .map_or_else(String::new, |(name, _)| name.clone())
        }));
        instance.set(String::new());
    });
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let Some(item) = read_item(&item.get_untracked()) else {
            return;
        };
        let instance = Some(instance.get_untracked()).filter(|id| !id.is_empty());
        let subject = Subject {
            process: ProcessId::new(process.get_untracked()),
            instance: instance.map(InstanceId::new),
            item,
        };
        let expected = Some(rating.get_untracked().as_str().into());
        page.set(&id, ActionField::Lift { subject, expected });
    };
    view! {
        <form class="panel-fields" on:submit=submit>
            <div class="whole"><ChoiceField label="Process" options=processes value=process commit=Callback::new(move |name| process.set(name)) /></div>
            <div class="whole"><ChoiceField label="Attribute or indicator" options value=item commit=Callback::new(move |name| item.set(name)) /></div>
            {move || (instances.with(Vec::len) > 2).then(|| view! { <ChoiceField label="Instance" options=instances value=instance commit=Callback::new(move |name| instance.set(name)) /> })}
            <ChoiceField label="Expected rating" options=ratings value=rating commit=Callback::new(move |code| rating.set(code)) />
            <button type="submit" class="field-button">"Add"</button>
        </form>
    }
}

fn scope(page: ActionPage) -> Options {
    let found = page.workspace.with(|open| {
        let scope = open.scope().into_iter();
        scope
            .map(|id| (id.to_string(), words::process(&open.model, &id)))
            .collect()
    });
    found.unwrap_or_default()
}

/// The ratings that something can be lifted to: all but the lowest.
fn ratings(page: ActionPage) -> Options {
    let found = page.workspace.with(|open| {
        let steps = open.model.framework.scale.ratings.iter().skip(1);
        steps
            .map(|step| {
                (
                    step.code.to_string(),
                    format!("{} {}", step.code, step.word),
                )
            })
            .collect()
    });
    found.unwrap_or_default()
}

/// The attributes of a process, each with its indicators where these are rated.
fn items(page: ActionPage, process: &ProcessId) -> Options {
    let found = page.workspace.with(|open| {
        let with_indicators = rates(&open.model, &open.assessment) == Rates::Indicators;
        let mut options = Options::new();
        for attribute in open.model.attributes(open.assessment.highest_level) {
            let name = words::attribute(&open.model, &attribute.id);
            options.push((
                format!("{ATTRIBUTE}{}", attribute.id),
                format!("{name}, as a whole"),
            ));
            let indicators = open.model.indicators(process, attribute);
            for indicator in indicators.iter().filter(|_| with_indicators) {
                options.push((
                    format!("{INDICATOR}{}", indicator.id),
                    format!("{} {}", indicator.id, indicator.text),
                ));
            }
        }
        options
    });
    found.unwrap_or_default()
}

const ATTRIBUTE: &str = "attribute ";

const INDICATOR: &str = "indicator ";

fn read_item(name: &str) -> Option<Item> {
    let attribute = name
        .strip_prefix(ATTRIBUTE)
        .map(AttributeId::new)
        .map(Item::Attribute);
    attribute.or_else(|| {
        name.strip_prefix(INDICATOR)
            .map(IndicatorId::new)
            .map(Item::Indicator)
    })
}

/// All instances as one, then each.
fn instances(page: ActionPage, process: &ProcessId) -> Options {
    let all = (String::new(), "All instances".to_owned());
    let found = page.workspace.with(|open| {
        let instances = open.assessment.instances(process).into_iter();
        instances
            .map(|found| (found.id.to_string(), found.name))
            .collect::<Vec<_>>()
    });
    std::iter::once(all)
        .chain(found.unwrap_or_default())
        .collect()
}
