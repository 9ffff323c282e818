//! How many are at each level, by process and by unit.

use crate::app::portfolio_view::PortfolioView;
use crate::report::portfolio_table::distribution_table;
use crate::report::table::Table;
use leptos::prelude::*;

#[component]
pub fn Shares(view: PortfolioView) -> impl IntoView {
    let processes = Memo::new(move |_| {
        view.shown.with(|shown| {
            let rows = shown.columns.iter();
            let rows = rows.map(|column| {
                (
                    format!("{} {}", column.process, column.name),
                    &column.levels,
                )
            });
            distribution_table("Process", shown.highest, rows)
        })
    });
    let units = Memo::new(move |_| {
        let names = view.names.get();
        view.shown.with(|shown| {
            let rows = shown.units.iter();
            distribution_table(
                "Unit",
                shown.highest,
                rows.map(|unit| (names.unit(unit), &unit.levels)),
            )
        })
    });
    view! {
        <section aria-labelledby="shares">
            <h2 id="shares">"How many are at each level"</h2>
            <p class="hint">"Open is rated in part: the blanks decide between levels."</p>
            {folded("By process", "Levels by process", processes)}
            {folded("By unit", "Levels by unit", units)}
        </section>
    }
}

/// A table that is made when somebody opens it.
fn folded(summary: &'static str, label: &'static str, table: Memo<Table>) -> impl IntoView {
    let opened = RwSignal::new(false);
    view! {
        <details on:toggle=move |_| opened.set(true)>
            <summary>{summary}</summary>
            <div class="table-scroll" tabindex="0" role="region" aria-label=label>{move || opened.get().then(|| table.with(counts))}</div>
        </details>
    }
}

/// A zero is a dot, so that the numbers stand out.
fn counts(table: &Table) -> impl IntoView + use<> {
    let heads = table
        .columns
        .iter()
        .map(|name| view! { <th scope="col">{name.clone()}</th> })
        .collect_view();
    let rows = table
        .rows
        .iter()
        .map(|row| {
            let mut cells = row.iter();
            let name = cells.next().cloned();
            let cells = cells
                .map(|count| {
                    let shown = if count == "0" {
                        "\u{b7}".to_owned()
                    } else {
                        count.clone()
                    };
                    view! { <td>{shown}</td> }
                })
                .collect_view();
            view! { <tr><th scope="row">{name}</th>{cells}</tr> }
        })
        .collect_view();
    view! { <table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table> }
}
