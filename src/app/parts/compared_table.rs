//! Tables of a comparison.

use crate::report::comparison::{ComparedCell, ComparedRow, ComparedRows};
use crate::report::reading::Movement;
use crate::report::table::Table;
use leptos::prelude::*;

/// Readings at all points, with what became of each since the base.
#[component]
pub fn ComparedTable(rows: ComparedRows, label: &'static str) -> impl IntoView {
    let heads = rows.points.iter().enumerate().map(|(place, point)| {
        let base = (place == rows.base).then(|| view! { <span class="mark">"Base"</span> });
        view! { <th scope="col"><span class="point-name">{point.clone()}</span>" "{base}</th> }
    });
    let heads = heads.collect_view();
    let codes = &rows.codes;
    let row = |row: &ComparedRow| {
        let cells = row.cells.iter().map(|cell| compared_cell(cell, codes));
        view! {
            <tr><th scope="row"><span class="row-id">{row.id.clone()}</span>" "{row.name.clone()}</th>{cells.collect_view()}</tr>
        }
    };
    let body = rows.rows.iter().map(row).collect_view();
    let sums = (0..rows.points.len()).map(|place| view! { <td>{rows.sum(place)}</td> });
    let sums = sums.collect_view();
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=format!("Table: {label}")>
            <table class="compared" aria-label=label>
                <thead><tr><th scope="col">{rows.of}</th>{heads}</tr></thead>
                <tbody>{body}</tbody>
                <tfoot><tr><th scope="row">"In all"</th>{sums}</tr></tfoot>
            </table>
        </div>
    }
}

fn compared_cell(cell: &ComparedCell, codes: &[String]) -> impl IntoView + use<> {
    let is_read = cell.reading.measured().is_some();
    let movement = cell.movement.map(|movement| {
        let (sign, way) = match movement {
            Movement::Rose(_) => ("\u{25b2} ", "rose"),
            Movement::Fell(_) => ("\u{25bc} ", "fell"),
            Movement::Same => ("", "same"),
            Movement::NotComparable(_) => ("", "not-comparable"),
        };
        view! {
            <span class="movement" data-way=way><span aria-hidden="true">{sign}</span>{movement.words()}</span>
        }
    });
    view! { <td><span class:hint=!is_read>{cell.reading.words(codes)}</span>" "{movement}</td> }
}

/// A table of text as it is written to a file.
#[component]
pub fn TextTable(table: Table) -> impl IntoView {
    let heads = table.columns.into_iter();
    let heads = heads.map(|name| view! { <th scope="col">{name}</th> });
    let row = |cells: Vec<String>| {
        let mut cells = cells.into_iter();
        let head = cells.next();
        let cells = cells.map(|cell| view! { <td>{cell}</td> }).collect_view();
        view! { <tr><th scope="row">{head}</th>{cells}</tr> }
    };
    view! {
        <table>
            <thead><tr>{heads.collect_view()}</tr></thead>
            <tbody>{table.rows.into_iter().map(row).collect_view()}</tbody>
        </table>
    }
}
