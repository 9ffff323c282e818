//! What the keys do on the Rate page.

use super::carried_line::{confirm, of};
use super::indicator_row::Row;
use super::sections::Sections;
use crate::app::browser::{focus, is_text_field};
use crate::app::keys::{Action, action};
use crate::app::route::Route;
use crate::app::shell::{KeyHelpShown, go};
use crate::app::workspace::{Workspace, workspace};
use crate::domain::edit::Edit;
use crate::domain::id::ProcessId;
use crate::domain::judgement::Judgement;
use crate::domain::look_again::Open;
use crate::domain::scale::Rating;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// Listens to keys for as long as the sheet is shown.
pub fn listen_to_keys(
    process: StoredValue<ProcessId>,
    sections: Memo<Sections>,
    current: RwSignal<usize>,
    note_wanted: RwSignal<Option<usize>>,
    looks: Memo<Vec<Open>>,
) {
    let workspace = workspace();
    let KeyHelpShown(help) = expect_context();
    let letters = workspace
        .with(|open| open.model.framework.scale.letters())
        .unwrap_or_default();
    let listening = window_event_listener(ev::keydown, move |event| {
        let target = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::HtmlElement>().ok());
        let busy = target.as_ref().is_some_and(|target| {
            is_text_field(target) || target.closest("dialog").ok().flatten().is_some()
        });
        if busy || event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let Some(action) = action(&event.key(), &letters) else {
            return;
        };
        let row = sections
            .with_untracked(|sections| sections.rows().nth(current.get_untracked()).cloned());
        let count = sections.with_untracked(|sections| sections.rows().count());
        match action {
            Action::Rate(letter) => {
                if let Some(row) = row {
                    let rating = workspace
                        .with(|open| open.model.framework.scale.read(&letter.to_string()))
                        .flatten();
                    judge(workspace, &row, rating);
                    move_to(current, row.index + 1, count);
                }
            }
            Action::Refine(upper) => {
                if let Some(row) = row {
                    refine(workspace, &row, upper);
                }
            }
            Action::Confirm => {
                let open = row
                    .as_ref()
                    .and_then(|row| looks.with_untracked(|looks| of(looks, &row.subject)));
                if let (true, Some(row)) = (confirm(workspace, &[open]), row) {
                    move_to(current, row.index + 1, count);
                }
            }
            Action::ClearRating => {
                if let Some(row) = row {
                    judge(workspace, &row, None);
                }
            }
            Action::Next => move_to(current, current.get_untracked() + 1, count),
            Action::Previous => move_to(current, current.get_untracked().saturating_sub(1), count),
            Action::NextUnrated => next_unrated(workspace, sections, current),
            Action::NextProcess => step_process(workspace, &process.get_value(), true),
            Action::PreviousProcess => step_process(workspace, &process.get_value(), false),
            Action::Search => focus("#search"),
            Action::Note => note_wanted.set(Some(current.get_untracked())),
            Action::Help => help.set(true),
        }
        event.prevent_default();
    });
    on_cleanup(move || listening.remove());
}

fn judge(workspace: Workspace, row: &Row, rating: Option<Rating>) {
    let judgement = rating.map(|rating| Judgement::Rated { rating });
    workspace.apply(Edit::Judge {
        subject: row.subject.clone(),
        judgement,
    });
}

/// Turns a rating into the upper or lower half of its step, where the scale has halves.
fn refine(workspace: Workspace, row: &Row, upper: bool) {
    let half = workspace
        .with(|open| {
            let rating = open.assessment.judgement(&row.subject)?.rating()?.clone();
            open.model.framework.scale.half(&rating, upper)
        })
        .flatten();
    if half.is_some() {
        judge(workspace, row, half);
    }
}

/// Makes a row the current one and puts the focus on its choices; past the last row, on the way to the next process.
fn move_to(current: RwSignal<usize>, index: usize, count: usize) {
    if index >= count {
        focus("#next a");
        return;
    }
    current.set(index);
    let checked = format!("#row-{index} .choices input:checked");
    let there = document().query_selector(&checked).ok().flatten().is_some();
    focus(&if there {
        checked
    } else {
        format!("#row-{index} .choices input")
    });
}

/// The next row that is not rated, from the current one on and then from the start.
fn next_unrated(workspace: Workspace, sections: Memo<Sections>, current: RwSignal<usize>) {
    let rows: Vec<Row> = sections.with_untracked(|sections| sections.rows().cloned().collect());
    let here = current.get_untracked();
    let open: Vec<usize> = workspace
        .with(|open| {
            rows.iter()
                .filter(|row| open.assessment.judgement(&row.subject).is_none())
                .map(|row| row.index)
                .collect()
        })
        .unwrap_or_default();
    match open
        .iter()
        .find(|index| **index > here)
        .or_else(|| open.first())
    {
        Some(index) => move_to(current, *index, rows.len()),
        None => workspace.say("Everything here is rated."),
    }
}

fn step_process(workspace: Workspace, process: &ProcessId, forwards: bool) {
    let target = workspace
        .with(|open| {
            let scope = open.scope();
            let here = scope.iter().position(|found| found == process)?;
            let there = if forwards {
                here.checked_add(1)
            } else {
                here.checked_sub(1)
            };
            let there = scope.get(there?)?.clone();
            Some(Route::Rate(open.id.clone(), Some(there)))
        })
        .flatten();
    if let Some(route) = target {
        go(&route);
    }
}
