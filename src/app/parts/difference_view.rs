//! What differs between two points in time: days, milestones, now. In words and as a table.

use super::fields::ChoiceField;
use crate::app::files::export_table;
use crate::app::open::Open;
use crate::app::workspace::workspace;
use crate::domain::assessment::Assessment;
use crate::domain::date::Date;
use crate::domain::difference::{Sides, State, difference};
use crate::domain::id::MilestoneId;
use crate::domain::moment::Moment;
use crate::report::difference_words::{
    AttributeWords, DifferenceWords, ProcessWords, difference_table, difference_words, kind,
};
use crate::report::plan_words;
use crate::report::table::Table;
use leptos::prelude::*;
use std::str::FromStr;

/// One side of a difference.
#[derive(Clone, PartialEq)]
enum Point {
    /// The day that the page shows.
    Shown,
    Now,
    Milestone(MilestoneId),
    Day(Date),
}

#[component]
pub fn DifferenceView(shown: RwSignal<Option<Date>>) -> impl IntoView {
    let workspace = workspace();
    let from = RwSignal::new(Point::Shown);
    let to = RwSignal::new(Point::Now);
    let points = Memo::new(move |_| {
        let shown = shown.get();
        workspace
            .track_any(|open| points(open, shown))
            .unwrap_or_default()
    });
    let found = Memo::new(move |_| {
        let (from, to, shown) = (from.get(), to.get(), shown.get());
        workspace
            .track_any(|open| told(open, &from, &to, shown))
            .flatten()
    });
    let choice = |label: &'static str, point: RwSignal<Point>| {
        let value = Signal::derive(move || point.with(Point::address));
        let choose = Callback::new(move |text: String| {
            if let Ok(chosen) = text.parse() {
                point.set(chosen);
            }
        });
        view! { <ChoiceField label options=points value commit=choose /> }
    };
    let export = move |_| {
        let title = workspace.with(|open| open.assessment.title.clone());
        if let Some((title, (_, table))) = title.zip(found.get_untracked()) {
            export_table(&title, "-difference.csv", &table);
        }
    };
    view! {
        <section aria-labelledby="difference" class="time-difference">
            <div class="section-head">
                <h2 id="difference">"What differs"</h2>
                <button type="button" on:click=export disabled=move || found.with(Option::is_none)>"Difference as CSV"</button>
            </div>
            <div class="fields">{choice("From", from)}{choice("To", to)}</div>
            {move || found.get().map(|(words, table)| view! { <Told words table /> })}
        </section>
    }
}

#[component]
fn Told(words: DifferenceWords, table: Table) -> impl IntoView {
    let conditions = words.conditions.into_iter();
    let conditions = conditions
        .map(|condition| view! { <p class="condition">{condition}</p> })
        .collect_view();
    let unfolded = words.processes.len() <= MOST_UNFOLDED;
    let processes = words.processes.into_iter();
    let processes = processes
        .map(|found| changed_process(found, unfolded))
        .collect_view();
    let heads = table.columns.iter();
    let heads = heads
        .map(|name| view! { <th scope="col">{name.clone()}</th> })
        .collect_view();
    let has_rows = !table.rows.is_empty();
    let rows = table
        .rows
        .into_iter()
        .map(|row| {
            let mut cells = row.into_iter();
            let first = cells.next();
            let cells = cells.map(|cell| view! { <td>{cell}</td> }).collect_view();
            view! { <tr><th scope="row">{first}</th>{cells}</tr> }
        })
        .collect_view();
    view! {
        {conditions}
        <p role="status">{words.summary}</p>
        <ul class="changed-processes" aria-label="Processes that differ">{processes}</ul>
        {has_rows.then(|| view! {
            <details>
                <summary>"The difference as a table"</summary>
                <div class="table-scroll" tabindex="0" role="region" aria-label="Table: What differs">
                    <table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>
                </div>
            </details>
        })}
    }
}

/// More processes than these are told in a line each, and unfolded one by one.
const MOST_UNFOLDED: usize = 3;

/// What differs in one process, as an entry of a list.
pub fn changed_process(found: ProcessWords, unfolded: bool) -> impl IntoView {
    let attributes = found.attributes.into_iter().map(attribute).collect_view();
    view! {
        <li>
            <details open=unfolded>
                <summary><span class="mark">{kind(found.kind)}</span>" "{found.name}</summary>
                <p>{found.level}</p>
                <ul>{attributes}</ul>
            </details>
        </li>
    }
}

/// One reason stands in the sentence; several stand under it.
fn attribute(found: AttributeWords) -> impl IntoView {
    if found.because.len() < 2 {
        return view! { <li>{found.sentence()}</li> }.into_any();
    }
    let head = format!("{}{}", found.rating, found.link());
    let reasons = found.because.into_iter();
    let reasons = reasons
        .map(|reason| view! { <li>{reason}</li> })
        .collect_view();
    view! { <li>{head}<ul>{reasons}</ul></li> }.into_any()
}

/// What can be chosen, with its words.
fn points(open: &Open, shown: Option<Date>) -> Vec<(String, String)> {
    let assessment = &open.assessment;
    let mut milestones: Vec<_> = assessment.milestones.iter().collect();
    milestones.sort_by(|(_, one), (_, other)| one.at.cmp(&other.at));
    let milestones = milestones
        .into_iter()
        .map(|(id, _)| Point::Milestone(id.clone()));
    let days = assessment.days().into_iter().map(Point::Day);
    [Point::Shown, Point::Now]
        .into_iter()
        .chain(milestones)
        .chain(days)
        .map(|point| (point.address(), point.name(assessment, shown)))
        .collect()
}

/// None where a point has gone.
fn told(
    open: &Open,
    from: &Point,
    to: &Point,
    shown: Option<Date>,
) -> Option<(DifferenceWords, Table)> {
    let assessments = Sides { from, to }.map(|point| point.assessment(&open.assessment, shown));
    let assessments = Sides {
        from: assessments.from?,
        to: assessments.to?,
    };
    let states = Sides {
        from: &assessments.from,
        to: &assessments.to,
    }
    .map(|assessment| State {
        model: &open.model,
        assessment,
    });
    let names = Sides { from, to }.map(|point| point.name(&open.assessment, shown));
    let names = Sides {
        from: names.from.as_str(),
        to: names.to.as_str(),
    };
    let found = difference(states.from, states.to);
    Some((
        difference_words(states, names, &found),
        difference_table(states, names, &found),
    ))
}

impl Point {
    fn assessment(&self, now: &Assessment, shown: Option<Date>) -> Option<Assessment> {
        let moment = match self {
            Self::Now => return Some(now.clone()),
            Self::Shown => Moment::end_of(shown?),
            Self::Day(day) => Moment::end_of(*day),
            Self::Milestone(id) => now.milestones.get(id)?.at.clone(),
        };
        now.at(&moment).ok()
    }

    fn name(&self, now: &Assessment, shown: Option<Date>) -> String {
        match self {
            Self::Now => "Now".to_owned(),
            Self::Shown => shown.map_or_else(
                || "The day above".to_owned(),
                |day| format!("The day above, {}", plan_words::day(day)),
            ),
            Self::Day(day) => plan_words::day(*day),
            Self::Milestone(id) => now.milestones.get(id).map_or_else(String::new, |found| {
                let day = found.at.day().map_or_else(String::new, plan_words::day);
                format!("{}, {day}", found.name)
            }),
        }
    }

    /// As the value of a choice.
    fn address(&self) -> String {
        match self {
            Self::Shown => "shown".to_owned(),
            Self::Now => "now".to_owned(),
            Self::Milestone(id) => format!("milestone {id}"),
            Self::Day(day) => day.to_string(),
        }
    }
}

impl FromStr for Point {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        match text {
            "shown" => Ok(Self::Shown),
            "now" => Ok(Self::Now),
            _ => text.strip_prefix("milestone ").map_or_else(
                || text.parse().map(Self::Day).map_err(|_| ()),
                |id| Ok(Self::Milestone(MilestoneId::new(id))),
            ),
        }
    }
}
