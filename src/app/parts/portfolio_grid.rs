//! The grid of a portfolio: one table, one cell in the order of the tab key, the others by the arrow keys.

use crate::app::browser::focus;
use crate::app::portfolio_view::PortfolioView;
use crate::domain::profile::LevelRange;
use crate::report::level_set::{LevelSet, Rule};
use crate::report::portfolio::{Column, Portfolio, PortfolioCell};
use crate::report::portfolio_table::level_text;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

#[component]
pub fn PortfolioGrid(view: PortfolioView) -> impl IntoView {
    let at = |event: &web_sys::Event| -> Option<(usize, usize)> {
        let target: Element = event.target()?.dyn_into().ok()?;
        let cell = target.closest("[data-unit]").ok()??;
        let number = |name: &str| cell.get_attribute(name)?.parse().ok();
        Some((number("data-unit")?, number("data-column")?))
    };
    let ask = move |event: ev::MouseEvent| {
        if let Some(place) = at(&event) {
            view.asked.set(Some(place));
        }
    };
    let move_on = move |event: ev::KeyboardEvent| {
        let Some(from) = at(&event) else { return };
        let to = view
            .shown
            .with_untracked(|shown| next(shown, from, &event.key()));
        if let Some((unit, column)) = to {
            event.prevent_default();
            focus(&format!("[data-unit=\"{unit}\"][data-column=\"{column}\"]"));
        }
    };
    // The cell that was looked at last is the one that the tab key comes back to.
    let remember = move |event: ev::FocusEvent| {
        let Some(target) = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok())
        else {
            return;
        };
        let table = target.closest("table").ok().flatten();
        let before =
            table.and_then(|table| table.query_selector("[data-unit][tabindex=\"0\"]").ok()?);
        if let Some(before) = before.filter(|_| at(&event).is_some()) {
            let _ = before.set_attribute("tabindex", "-1"); // the name is valid
            let _ = target.set_attribute("tabindex", "0");
        }
    };
    view! {
        <section aria-labelledby="grid">
            <h2 id="grid">"Units by processes"</h2>
            <p class="hint">"A number is a capability level; two are the range that blanks leave open; \u{2013} is not rated; an empty cell is not in scope. Beside and below, L2: 3 is three at level 2. A cell opens its reasons. Arrow keys move."</p>
            <div class="table-scroll portfolio-scroll">
                <table class="heat portfolio-grid" role="grid" aria-labelledby="grid" on:click=ask on:keydown=move_on on:focusin=remember>
                    {move || view.shown.with(|shown| rows(view, shown))}
                </table>
            </div>
        </section>
    }
}

fn rows(view: PortfolioView, shown: &Portfolio) -> impl IntoView + use<> {
    let rule = view.rule.get();
    let names = view.names.get();
    let groups = groups(&shown.columns)
        .into_iter()
        .map(|(group, width)| view! { <th scope="colgroup" colspan=width.to_string()>{group}</th> })
        .collect_view();
    let heads = shown
        .columns
        .iter()
        .map(|column| {
            let (id, name) = (column.process.to_string(), column.name.clone());
            view! { <th scope="col" title=name.clone()>{id}<span class="visually-hidden">{format!(" {name}")}</span></th> }
        })
        .collect_view();
    let mut first = true;
    let body = shown
        .units
        .iter()
        .enumerate()
        .map(|(place, unit)| {
            let name = names.unit(unit);
            let cells = unit
                .cells
                .iter()
                .enumerate()
                .map(|(column, cell)| match cell {
                    Some(cell) => {
                        let process = &shown.columns[column].process;
                        let label = format!("{name}, {process}: {}", spoken(cell));
                        let order = if std::mem::take(&mut first) { "0" } else { "-1" };
                        filled(cell, place, column, label, order)
                    }
                    None => view! { <td><span class="visually-hidden">"not in scope"</span></td> }.into_any(),
                })
                .collect_view();
            let within = names.within(unit);
            let latest = unit.latest();
            let last = latest.last_day.map_or_else(String::new, |day| format!("last change {day}"));
            let parts: Vec<String> = [within, last].into_iter().filter(|part| !part.is_empty()).collect();
            view! {
                <tr>
                    <th scope="row">{name.clone()}<span class="hint">{parts.join(" \u{b7} ")}</span></th>
                    {cells}
                    <td class="all">{lines(&unit.levels, rule)}</td>
                </tr>
            }
        })
        .collect_view();
    let feet = shown
        .columns
        .iter()
        .map(|column| view! { <td class="all">{lines(&column.levels, rule)}</td> })
        .collect_view();
    view! {
        <thead>
            <tr class="groups"><td></td>{groups}<td></td></tr>
            <tr><th scope="col">"Unit"</th>{heads}<th scope="col">"All processes"</th></tr>
        </thead>
        <tbody>{body}</tbody>
        <tfoot><tr><th scope="row">"All units"</th>{feet}<td></td></tr></tfoot>
    }
}

fn filled(
    cell: &PortfolioCell,
    unit: usize,
    column: usize,
    label: String,
    order: &'static str,
) -> AnyView {
    let level = cell.range.map(|range| range.level.to_string());
    view! {
        <td><button type="button" class="badge" class:unrated=cell.range.is_none() class:carried=cell.carried data-level=level data-unit=unit.to_string() data-column=column.to_string() tabindex=order aria-label=label>{figure(cell.range)}</button></td>
    }
    .into_any()
}

/// "2", "0–2", or a dash.
fn figure(range: Option<LevelRange>) -> String {
    match range {
        None => "\u{2013}".to_owned(),
        Some(range) if range.lowest == range.highest => range.level.to_string(),
        Some(range) => format!("{}\u{2013}{}", range.lowest, range.highest),
    }
}

/// "level 2, target 3", "not rated".
fn spoken(cell: &PortfolioCell) -> String {
    let carried = if cell.carried {
        ", carried over in part"
    } else {
        ""
    };
    match cell.range {
        None => level_text(None),
        range => format!(
            "level {}, target {}{carried}",
            level_text(range),
            cell.target
        ),
    }
}

/// Each level on a line of its own.
fn lines(levels: &LevelSet, rule: Rule) -> String {
    levels.short(rule).replace(", ", "\n")
}

/// Groups of columns that stand side by side, with how many they are.
fn groups(columns: &[Column]) -> Vec<(String, usize)> {
    let mut groups: Vec<(String, usize)> = Vec::new();
    for column in columns {
        match groups.last_mut() {
            Some((group, width)) if *group == column.group => *width += 1,
            _ => groups.push((column.group.clone(), 1)),
        }
    }
    groups
}

/// The cell in scope that a key leads to.
fn next(shown: &Portfolio, (unit, column): (usize, usize), key: &str) -> Option<(usize, usize)> {
    let there = |unit: usize, column: usize| {
        let cell = shown.units.get(unit)?.cells.get(column)?;
        cell.as_ref().map(|_| (unit, column))
    };
    let (units, columns) = (shown.units.len(), shown.columns.len());
    match key {
        "ArrowRight" => (column + 1..columns).find_map(|column| there(unit, column)),
        "ArrowLeft" => (0..column).rev().find_map(|column| there(unit, column)),
        "ArrowDown" => (unit + 1..units).find_map(|unit| there(unit, column)),
        "ArrowUp" => (0..unit).rev().find_map(|unit| there(unit, column)),
        "Home" => (0..columns).find_map(|column| there(unit, column)),
        "End" => (0..columns).rev().find_map(|column| there(unit, column)),
        _ => None,
    }
}
