//! What a portfolio shows beyond its grid: weaknesses, practice to copy, movers, what is overdue.

use crate::app::browser::today;
use crate::app::portfolio_view::PortfolioView;
use crate::domain::date::Date;
use crate::report::best_practice::best_practice;
use crate::report::movers::movers;
use crate::report::overdue::{Overdue, Why, overdue};
use crate::report::portfolio::Portfolio;
use crate::report::portfolio_table::level_text;
use crate::report::weaknesses::weaknesses;
use crate::report::words::{count, join};
use leptos::prelude::*;
use std::sync::Arc;

/// Longer lists are cut, and say so.
const MOST: usize = 8;

/// In how many processes a weakness is named.
const MOST_PROCESSES: usize = 3;

#[component]
pub fn Findings(view: PortfolioView) -> impl IntoView {
    view! {
        <div class="findings">
            <Weaknesses view />
            <BestPractice view />
            <Movers view />
            <OverdueUnits view />
        </div>
    }
}

#[component]
fn Weaknesses(view: PortfolioView) -> impl IntoView {
    let lines = move || {
        let found = view.shown.with(|shown| weaknesses(shown));
        found
            .into_iter()
            .map(|found| {
                let units = found.units.len();
                let processes = found.processes.iter().take(MOST_PROCESSES);
                let most: Vec<String> = processes
                    .map(|(column, units)| format!("{} ({units})", view.process(*column)))
                    .collect();
                let open = match found.not_rated {
                    0 => String::new(),
                    number => format!(" {} not rated.", count(number, "rating")),
                };
                (
                    format!("{} {}", found.attribute, found.title),
                    format!(
                        "Below target in {units} of {}. Most often in {}.{open}",
                        count(found.asked, "unit"),
                        join(&most)
                    ),
                )
            })
            .collect::<Vec<_>>()
    };
    list(
        "weaknesses",
        "Commonest weaknesses",
        "Attributes below target, in most units first.",
        "No attribute that is rated is below its target.",
        lines,
    )
}

#[component]
fn BestPractice(view: PortfolioView) -> impl IntoView {
    let lines = move || {
        let found = view.shown.with(|shown| best_practice(shown));
        found
            .into_iter()
            .map(|found| {
                let models: Vec<String> =
                    found.models.iter().map(|unit| view.unit(*unit)).collect();
                let learners: Vec<String> = found
                    .learners
                    .iter()
                    .map(|(unit, letter)| format!("{} ({letter})", view.unit(*unit)))
                    .collect();
                (
                    format!(
                        "{}: {} {}",
                        view.process(found.column),
                        found.attribute,
                        found.title
                    ),
                    format!(
                        "At {}: {}. To learn from it: {}.",
                        found.top,
                        join(&models),
                        join(&learners)
                    ),
                )
            })
            .collect::<Vec<_>>()
    };
    list(
        "practice",
        "Practice to copy",
        "Where one unit is at the top of the scale and another is not even good enough for that level.",
        "Nobody is at the top where another is low.",
        lines,
    )
}

#[component]
fn Movers(view: PortfolioView) -> impl IntoView {
    let chosen: RwSignal<Option<Date>> = RwSignal::new(None);
    let to = RwSignal::new(today());
    // A year ago, or the first day on which anything was rated, unless somebody chooses.
    let from = Memo::new(move |_| {
        let year_ago = today().and_then(|today| today.plus_quarters(-4));
        chosen
            .get()
            .or_else(|| view.whole.with(first_day).max(year_ago))
    });
    let found = Memo::new(move |_| {
        let (from, to) = (from.get()?, to.get()?);
        view.shown.with(|shown| Some(movers(shown, from, to)))
    });
    let lines = move || {
        let moves = found.get().map(|found| found.moves).unwrap_or_default();
        moves
            .into_iter()
            .map(|found| {
                let word = if found.gain > 0 { "gained" } else { "lost" };
                let size = usize::from(found.gain.unsigned_abs());
                let sure = if found.from.lowest == found.from.highest
                    && found.to.lowest == found.to.highest
                {
                    ""
                } else {
                    "at least "
                };
                (
                    format!("{}: {}", view.unit(found.unit), view.process(found.column)),
                    format!(
                        "{sure}{} {word}: {} to {}.",
                        count(size, "level"),
                        level_text(Some(found.from)),
                        level_text(Some(found.to))
                    ),
                )
            })
            .collect::<Vec<_>>()
    };
    let rest = move || {
        found.get().map(|found| format!(
        "{} the same. {} cannot be compared: not rated on one of the days, or so open that nothing has certainly moved.",
        count(found.same, "level"), count(found.not_comparable, "level"),
    ))
    };
    let field = move |label: &'static str,
                      day: Signal<Option<Date>>,
                      choose: RwSignal<Option<Date>>| {
        view! {
            <label><span class="field-name">{label}</span>
                <input type="date" prop:value=move || day.get().map_or_else(String::new, |day| day.to_string()) on:change=move |event| choose.set(event_target_value(&event).parse().ok()) />
            </label>
        }
    };
    view! {
        <section aria-labelledby="movers">
            <h2 id="movers">"Biggest movers"</h2>
            <div class="portfolio-choices">{field("From", from.into(), chosen)}{field("To", to.into(), to)}</div>
            {entries("No level has certainly moved between these days.", lines)}
            <p class="hint">{rest}</p>
        </section>
    }
}

/// The first day on which anything was rated.
fn first_day(portfolio: &Arc<Portfolio>) -> Option<Date> {
    let digests = portfolio.units.iter().flat_map(|unit| &unit.series);
    let processes = digests.flat_map(|digest| &digest.processes);
    let moments = processes.flat_map(|process| &process.history);
    moments
        .filter(|moment| moment.rated)
        .map(|moment| moment.day)
        .min()
}

#[component]
fn OverdueUnits(view: PortfolioView) -> impl IntoView {
    const LIMITS: [(u8, &str); 4] = [
        (2, "6 months"),
        (4, "12 months"),
        (6, "18 months"),
        (8, "24 months"),
    ];
    let limit = RwSignal::new(4_u8);
    let lines = move || {
        let Some(today) = today() else {
            return Vec::new();
        };
        let found = view.shown.with(|shown| overdue(shown, today, limit.get()));
        found
            .into_iter()
            .map(|Overdue { unit, since, why }| {
                let why = match why {
                    Why::Agreed(day) => format!("It was to be assessed again by {day}."),
                    Why::Older(last) => {
                        format!("The last change was on {last}; due since {since}.")
                    }
                };
                (view.unit(unit), why)
            })
            .collect::<Vec<_>>()
    };
    let options = LIMITS.map(|(quarters, name)| view! { <option value=quarters.to_string() selected=quarters == 4>{name}</option> });
    let choose = move |event| {
        if let Ok(quarters) = event_target_value(&event).parse() {
            limit.set(quarters);
        }
    };
    view! {
        <section aria-labelledby="overdue">
            <h2 id="overdue">"Overdue re-assessments"</h2>
            <p class="hint">"The day that was agreed has passed, or, where none was, nothing has changed for longer than this:"</p>
            <label><span class="visually-hidden">"Longer than"</span><select on:change=choose>{options.collect_view()}</select></label>
            {entries("No unit is overdue.", lines)}
        </section>
    }
}

/// A section with a list.
fn list(
    id: &'static str,
    title: &'static str,
    hint: &'static str,
    none: &'static str,
    lines: impl Fn() -> Vec<(String, String)> + Send + 'static,
) -> impl IntoView {
    view! {
        <section aria-labelledby=id>
            <h2 id=id>{title}</h2>
            <p class="hint">{hint}</p>
            {entries(none, lines)}
        </section>
    }
}

/// What is found, or that nothing is.
fn entries(
    none: &'static str,
    lines: impl Fn() -> Vec<(String, String)> + Send + 'static,
) -> impl IntoView {
    move || {
        let lines = lines();
        if lines.is_empty() {
            return view! { <p class="empty">{none}</p> }.into_any();
        }
        let more = lines.len().saturating_sub(MOST);
        let shown = lines
            .into_iter()
            .take(MOST)
            .map(|(what, how)| view! { <li><strong>{what}</strong><span>{how}</span></li> })
            .collect_view();
        view! {
            <ul class="found">{shown}</ul>
            {(more > 0).then(|| view! { <p class="hint">{format!("And {more} more. Choose fewer units or processes to see them.")}</p> })}
        }.into_any()
    }
}
