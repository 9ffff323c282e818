//! The fields in which points of a comparison are chosen.

use super::fields::{ChoiceField, DateField};
use crate::app::browser::focus;
use crate::app::compared_choice::{ComparedChoice, Pick, When};
use crate::app::kept_states::KeptStates;
use crate::app::pages::compare::PickedPoint;
use crate::app::shell::go;
use crate::app::workspace::workspace;
use crate::domain::date::Date;
use crate::domain::id::{AssessmentId, MilestoneId};
use crate::report::comparison::MOST_POINTS;
use leptos::prelude::*;

/// A list of points, and a button for another one.
#[component]
pub fn ComparedPicks(
    choice: Memo<ComparedChoice>,
    picked: Memo<Vec<PickedPoint>>,
    states: KeptStates,
) -> impl IntoView {
    let workspace = workspace();
    let count = Memo::new(move |_| choice.with(|choice| choice.points.len()));
    let assessments = Memo::new(move |_| {
        workspace.list.summaries.with(|list| {
            let list = list.iter().flatten();
            let readable =
                list.filter(|found| found.deleted_at.is_none() && found.trouble.is_none());
            let named =
                readable.map(|found| (found.id.to_string(), name(&found.title, &found.unit)));
            named.collect::<Vec<_>>()
        })
    });
    // One that is not among the points yet, or else the last one once more.
    let add = move |_| {
        let mut now = choice.get_untracked();
        let known = assessments.get_untracked();
        let is_new = |id: &str| now.points.iter().all(|pick| pick.assessment.as_str() != id);
        let fresh = known.iter().find(|(id, _)| is_new(id));
        let last = now.points.last().map(|pick| pick.assessment.clone());
        let Some(assessment) = fresh.map(|(id, _)| AssessmentId::new(id.clone())).or(last) else {
            return;
        };
        now.points.push(Pick {
            assessment,
            when: When::Now,
        });
        go(&now.route());
    };
    let none = move || assessments.with(Vec::is_empty);
    let full = move || count.get() >= MOST_POINTS;
    view! {
        <ol class="compared-picks">
            <For each=move || 0..count.get() key=|place| *place let(place)>
                <PickFields place choice picked states assessments />
            </For>
        </ol>
        <div class="buttons">
            <button type="button" disabled=move || none() || full() on:click=add>"Add a point"</button>
            {move || (count.get() > 1).then(|| view! { <span class="hint">"The others are held against the base."</span> })}
            {move || full().then(|| view! { <span class="hint">"These are as many as one picture can show."</span> })}
        </div>
    }
}

/// The fields of one point.
#[component]
fn PickFields(
    place: usize,
    choice: Memo<ComparedChoice>,
    picked: Memo<Vec<PickedPoint>>,
    states: KeptStates,
    assessments: Memo<Vec<(String, String)>>,
) -> impl IntoView {
    let pick = Memo::new(move |_| choice.with(|choice| choice.points.get(place).cloned()));
    let id = move || pick.with(|pick| pick.as_ref().map(|pick| pick.assessment.clone()));
    let edit = move |edit: &dyn Fn(&mut Pick)| {
        let mut now = choice.get_untracked();
        now.points.get_mut(place).map(edit);
        go(&now.route());
    };
    let set_assessment = Callback::new(move |chosen: String| {
        edit(&|pick| {
            pick.assessment = AssessmentId::new(chosen.clone());
            // Other assessments have other milestones.
            if matches!(pick.when, When::Milestone(_)) {
                pick.when = When::Now;
            }
        });
    });
    let last_day = move || {
        let kept = states.get(&id()?)?;
        let state = kept.as_ref().as_ref().ok()?;
        state.assessment.days().last().copied()
    };
    let set_when = Callback::new(move |chosen: String| {
        let when = match chosen.strip_prefix(MILESTONE) {
            Some(id) => Some(When::Milestone(MilestoneId::new(id))),
            None if chosen == DAY => untrack(last_day).map(When::Day),
            None => Some(When::Now),
        };
        if let Some(when) = when {
            edit(&|pick| pick.when = when.clone());
        }
    });
    let set_day = Callback::new(move |day: Option<Date>| {
        if let Some(day) = day {
            edit(&|pick| pick.when = When::Day(day));
        }
    });
    let set_base = move |_| {
        let mut now = choice.get_untracked();
        now.base = place;
        go(&now.route());
    };
    let remove = move |_| {
        let mut now = choice.get_untracked();
        now.remove(place);
        go(&now.route());
        // The fields that had the focus may have gone.
        focus("#points");
    };
    let options = Signal::derive(move || {
        let mut options = assessments.get();
        let chosen = id().map(|id| id.to_string()).unwrap_or_default();
        if options.iter().all(|(id, _)| *id != chosen) {
            options.push((chosen, "An assessment that is not here".to_owned()));
        }
        options
    });
    let times = Signal::derive(move || {
        let mut times = vec![(String::new(), "Now".to_owned())];
        if let Some(Ok(state)) = id().and_then(|id| states.get(&id)).as_deref() {
            let milestones = state.assessment.milestones.iter();
            times.extend(milestones.map(|(id, milestone)| {
                let day = milestone.at.day();
                let day = day.map_or_else(String::new, |day| format!(" ({day})"));
                (
                    format!("{MILESTONE}{id}"),
                    format!("Milestone {}{day}", milestone.name),
                )
            }));
        }
        times.push((DAY.to_owned(), "On a day".to_owned()));
        times
    });
    let when = Signal::derive(move || match pick.get().map(|pick| pick.when) {
        Some(When::Day(_)) => DAY.to_owned(),
        Some(When::Milestone(id)) => format!("{MILESTONE}{id}"),
        Some(When::Now) | None => String::new(),
    });
    let day = Signal::derive(move || match pick.get()?.when {
        When::Day(day) => Some(day),
        _ => None,
    });
    let has_day = Memo::new(move |_| day.get().is_some());
    let trouble = move || {
        picked.with(|picked| match picked.get(place).map(|found| &found.point) {
            Some(Some(Err(sentence))) => Some(sentence.clone()),
            _ => None,
        })
    };
    let number = place + 1;
    view! {
        <li>
            <fieldset class="compared-pick">
                <legend>{format!("Point {number}")}</legend>
                <ChoiceField label="Assessment" options value=Signal::derive(move || id().map(|id| id.to_string()).unwrap_or_default()) commit=set_assessment />
                <ChoiceField label="When" options=times value=when commit=set_when />
                <Show when=move || has_day.get()><DateField label="Day" value=day commit=set_day /></Show>
                <label class="choice-alone"><input type="radio" name="base" prop:checked=move || choice.with(|choice| choice.base == place) on:change=set_base />" Base"</label>
                <button type="button" class="quiet" aria-label=format!("Remove point {number}") on:click=remove>"Remove"</button>
                <p class="field-problem" role="alert">{trouble}</p>
            </fieldset>
        </li>
    }
}

/// Values of the field that tells when. Now has none.
const DAY: &str = "day";
const MILESTONE: &str = "milestone ";

/// "Autumn · Service desk"
fn name(title: &str, unit: &str) -> String {
    if unit.is_empty() {
        title.to_owned()
    } else {
        format!("{title} \u{b7} {unit}")
    }
}
