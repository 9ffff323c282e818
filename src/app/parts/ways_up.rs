//! What would reach the next level: the fewest ratings to raise, and what holds the process back.

use crate::app::open::Open;
use crate::app::workspace::workspace;
use crate::domain::explanation::{Blocker, Next, explain};
use crate::domain::id::ProcessId;
use crate::domain::raise::Raise;
use crate::domain::result::ProcessResult;
use crate::domain::subject::Subject;
use crate::report::words;
use leptos::prelude::*;

/// How many entries of a list are shown; the rest is counted. Ten instances can have hundreds.
const SHOWN: usize = 12;

/// Made only while it is unfolded, so that a rating costs nothing here otherwise.
#[component]
pub fn WaysUp(process: ProcessId) -> impl IntoView {
    let workspace = workspace();
    let unfolded = RwSignal::new(false);
    let id = StoredValue::new(process);
    let next = Memo::new(move |_| {
        let result = workspace
            .result(&id.get_value())
            .filter(|result| result.progress.rated > 0)?;
        let explanation = workspace.with(|open| explain(&open.model, &open.assessment, &result))?;
        match explanation.next {
            Next::Level(level) => Some(level),
            Next::EndOfScope | Next::EndOfFramework => None,
        }
    });
    move || {
        next.get().map(|level| {
            view! {
                <details class="ways-up" prop:open=move || unfolded.get()>
                    <summary on:click=move |event| {
                        event.prevent_default();
                        unfolded.update(|unfolded| *unfolded = !*unfolded);
                    }>{format!("What would reach level {level}")}</summary>
                    {move || unfolded.get().then(|| {
                        let result = workspace.result(&id.get_value())?;
                        workspace.with(|open| ways(open, &result))
                    })}
                </details>
            }
        })
    }
}

fn ways(open: &Open, result: &ProcessResult) -> AnyView {
    let explanation = explain(&open.model, &open.assessment, result);
    let raises = &explanation.path.raises;
    let head = match raises.len() {
        1 => "One rating to raise".to_owned(),
        count => format!("The fewest ratings to raise: {count}"),
    };
    let lines = raises
        .iter()
        .take(SHOWN)
        .map(|raise| raise_line(open, raise))
        .collect_view();
    let blockers = explanation
        .blockers
        .iter()
        .map(|blocker| blocker_view(open, blocker))
        .collect_view();
    let out_of_reach: Vec<String> = explanation
        .path
        .out_of_reach
        .iter()
        .map(ToString::to_string)
        .collect();
    view! {
        <div class="ways-columns">
            <div>
                <p class="small-head">{head}</p>
                <ul class="raises">{lines}{rest(raises.len())}</ul>
                {(!out_of_reach.is_empty()).then(|| view! {
                    <p>{format!("Nothing applies under {}, so this level cannot be reached.", words::join(&out_of_reach))}</p>
                })}
            </div>
            <div><p class="small-head">"What holds it back"</p>{blockers}</div>
        </div>
    }
    .into_any()
}

fn blocker_view(open: &Open, blocker: &Blocker) -> AnyView {
    let rated: Vec<_> = blocker
        .drivers
        .iter()
        .filter(|driver| driver.rating.is_some())
        .collect();
    let blank = blocker.drivers.len() - rated.len();
    let lines = rated
        .iter()
        .take(SHOWN)
        .map(|driver| {
            let letter = driver
                .rating
                .as_ref()
                .map(ToString::to_string)
                .unwrap_or_default();
            line(open, letter, &driver.subject)
        })
        .collect_view();
    view! {
        <p class="small-head">{words::attribute(&open.model, &blocker.attribute)}</p>
        <ul class="drivers">
            {lines}{rest(rated.len())}
            {(blank > 0).then(|| view! { <li>{format!("{blank} not rated yet")}</li> })}
        </ul>
    }
    .into_any()
}

fn raise_line(open: &Open, raise: &Raise) -> AnyView {
    line(open, words::raise(&open.model, raise), &raise.subject)
}

fn line(open: &Open, letter: String, subject: &Subject) -> AnyView {
    view! {
        <li>
            <span class="letter">{letter}</span>" "{words::subject(&open.model, subject)}" "
            <span class="row-id">{words::subject_id(subject).to_owned()}</span>
            {words::instance(&open.assessment, subject).map(|name| view! { " "<span class="mark">{name}</span> })}
        </li>
    }
    .into_any()
}

fn rest(count: usize) -> Option<AnyView> {
    let more = count.checked_sub(SHOWN).filter(|more| *more > 0)?;
    Some(view! { <li>{format!("and {more} more")}</li> }.into_any())
}
