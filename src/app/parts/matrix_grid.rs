//! The matrix of indicators by instances: one table to rate in by keyboard, with what comes out along both directions.

use super::agreed_line::AgreedLine;
use super::choices::{Choices, choices};
use super::matrix_keys::MatrixPlace;
use super::remark_dialog::RemarkDialog;
use crate::app::open::Open;
use crate::app::workspace::workspace;
use crate::domain::id::ProcessId;
use crate::report::matrix_table::{MatrixBlock, MatrixTable, MatrixTotal};
use crate::report::words;
use leptos::ev;
use leptos::prelude::*;

#[component]
pub fn MatrixGrid(process: ProcessId, table: Memo<Option<MatrixTable>>) -> impl IntoView {
    let workspace = workspace();
    let place = MatrixPlace {
        workspace,
        process: StoredValue::new(process),
        table,
        current: RwSignal::new((0, 0)),
        across: RwSignal::new(false),
        remark: RwSignal::new(false),
    };
    let numbers = workspace
        .with(|open| words::numbers(&open.model))
        .unwrap_or_default();
    // The table is made once; a rating changes what stands in it.
    let made = table.get_untracked().unwrap_or_default();
    let heads = (0..made.columns.len())
        .map(|column| {
            let found = Memo::new(move |_| {
                table.with(|table| {
                    let column = table.as_ref()?.columns.get(column)?;
                    Some((column.name.clone(), column.level.clone()))
                })
            });
            move || {
                found.get().map(|(name, level)| {
                    view! { <th scope="col">{name}" "<span class="level-tag">{level}</span></th> }
                })
            }
        })
        .collect_view();
    let width = made.columns.len() + 2;
    let mut first = 0;
    let blocks = made
        .blocks
        .iter()
        .enumerate()
        .map(|(number, block)| {
            let start = first;
            first += block.lines.len();
            block_view(place, block, number, start, width)
        })
        .collect_view();
    view! {
        <section aria-labelledby="matrix">
            <div class="matrix-head">
                <h2 id="matrix">"Indicators by instances"</h2>
                <fieldset class="instances">
                    <legend class="visually-hidden">"After a rating"</legend>
                    {[(false, "Down an instance"), (true, "Across the instances")].map(|(way, words)| view! {
                        <label class="tab">
                            <input type="radio" name="way" prop:checked=move || place.across.get() == way on:change=move |_| place.across.set(way) />
                            <span>{words}</span>
                        </label>
                    })}
                </fieldset>
            </div>
            <p class="hint">"The letters of the scale rate and move on, arrow keys move, Del takes a rating back, U goes to the next one that is not rated, R writes a remark. Over all: the mean by "{numbers}"."</p>
            <div class="table-scroll matrix-scroll">
                <table class="heat matrix" role="grid" aria-labelledby="matrix" on:keydown=move |event: ev::KeyboardEvent| place.key(&event)>
                    <thead><tr><th scope="col">"Indicator"</th>{heads}<th scope="col">"All instances"</th></tr></thead>
                    {blocks}
                </table>
            </div>
            <CurrentCell place />
            <RemarkDialog shown=place.remark at_hand=Signal::derive(move || place.subject()) />
        </section>
    }
}

fn block_view(
    place: MatrixPlace,
    block: &MatrixBlock,
    number: usize,
    start: usize,
    width: usize,
) -> impl IntoView + use<> {
    let table = place.table;
    let lines = block.lines.iter().zip(start..).map(|(line, row)| {
        let cells = (0..line.cells.len()).map(|column| cell_view(place, row, column)).collect_view();
        let mean = move || {
            table.with(|table| Some(total(&table.as_ref()?.lines().nth(row)?.mean)))
        };
        view! {
            <tr>
                <th scope="row"><span class="row-id">{line.id.clone()}</span>" "{line.question.clone()}</th>
                {cells}
                <td class="matrix-total">{mean}</td>
            </tr>
        }
    }).collect_view();
    let totals = (0..block.totals.len())
        .map(|column| {
            let found = move || {
                table.with(|table| {
                    let block = table.as_ref()?.blocks.get(number)?;
                    Some(total(block.totals.get(column)?))
                })
            };
            view! { <td class="matrix-total">{found}</td> }
        })
        .collect_view();
    let whole = move || table.with(|table| Some(total(&table.as_ref()?.blocks.get(number)?.whole)));
    view! {
        <tbody>
            <tr><th scope="rowgroup" colspan=width.to_string() class="matrix-attribute">{block.name.clone()}</th></tr>
            {lines}
            <tr class="matrix-totals"><th scope="row">"Over the indicators"</th>{totals}<td class="matrix-total">{whole}</td></tr>
        </tbody>
    }
}

fn cell_view(place: MatrixPlace, row: usize, column: usize) -> impl IntoView {
    let look = move || {
        place.table.with(|table| {
            let cell = table.as_ref()?.cell(row, column)?;
            Some((cell.text.clone(), cell.rank, cell.agreed.clone()))
        })
    };
    let cell = Memo::new(move |_| look().unwrap_or_default());
    let is_current = Memo::new(move |_| place.current.get() == (row, column));
    let spoken = move || {
        let (text, _, agreed) = cell.get();
        let name = place.table.with(|table| {
            let table = table.as_ref()?;
            let (line, instance) = (table.lines().nth(row)?, table.columns.get(column)?);
            Some(format!("{}, {}", line.id, instance.name))
        });
        let said = if text == "·" { "not rated" } else { &text };
        let agreed = agreed.map_or_else(String::new, |agreed| format!(", agreed {agreed}"));
        format!("{}: {said}{agreed}", name.unwrap_or_default())
    };
    view! {
        <td role="gridcell" class="cell" data-row=row.to_string() data-column=column.to_string()
            data-rank=move || cell.with(|(_, rank, _)| rank.map(|rank| rank.to_string()))
            aria-label=spoken
            tabindex=move || if is_current.get() { "0" } else { "-1" }
            on:focus=move |_| place.current.set((row, column))
            on:click=move |_| place.go((row, column))
        >
            {move || cell.with(|(text, ..)| text.clone())}
            {move || cell.with(|(.., agreed)| agreed.clone()).map(|agreed| view! { <span class="cell-agreed">{format!("agreed {agreed}")}</span> })}
        </td>
    }
}

/// What comes out: the letter, how, and the spread.
fn total(total: &MatrixTotal) -> impl IntoView + use<> {
    view! {
        <span class="letter cell" data-rank=total.rank.map(|rank| rank.to_string())>{total.text.clone()}</span>
        <span class="arithmetic">{total.arithmetic.clone()}</span>
        {(!total.spread.is_empty()).then(|| view! { <span class="spread">{format!("Spread {}", total.spread)}</span> })}
    }
}

/// The cell at hand: its question and its choices, for those who rate by mouse or by finger.
#[component]
fn CurrentCell(place: MatrixPlace) -> impl IntoView {
    let workspace = place.workspace;
    let about = Memo::new(move |_| {
        let (row, column) = place.current.get();
        place.table.with(|table| {
            let table = table.as_ref()?;
            let (line, instance) = (table.lines().nth(row)?, table.columns.get(column)?);
            Some((
                line.id.clone(),
                line.question.clone(),
                instance.name.clone(),
            ))
        })
    });
    let rating = Memo::new(move |_| {
        place.table.track();
        let (subject, author) = (place.subject()?, workspace.author());
        let own = |open: &Open| {
            Some(
                open.assessment
                    .own_choice(&subject, &author)?
                    .rating()?
                    .clone(),
            )
        };
        workspace.with(own).flatten()
    });
    let remarks = Memo::new(move |_| {
        place.table.track();
        let subject = place.subject()?;
        let remarks = workspace.with(|open| open.assessment.remarks(&subject).cloned());
        remarks.flatten()
    });
    let elsewhere = Signal::derive(move || {
        let (row, column) = place.current.get();
        place.table.with(|table| {
            let cell = table.as_ref().and_then(|table| table.cell(row, column));
            cell.is_some_and(|cell| cell.text == "n/a")
        })
    });
    let all = workspace
        .with(|open| choices(&open.model.framework, false))
        .unwrap_or_default();
    move || {
        about.get().map(|(id, question, instance)| {
            let choose = Callback::new(move |rating| place.judge(rating));
            view! {
                <div class="matrix-current">
                    <p><span class="row-id">{id.clone()}</span>" "{question}" "<span class="mark">{instance.clone()}</span></p>
                    <Choices name="matrix".to_owned() legend=format!("Rating of {id}, {instance}") choices=all.clone() chosen=rating elsewhere choose />
                    <AgreedLine remarks />
                </div>
            }
        })
    }
}
