//! What the keys do on the Rate page and in the workshop.

use super::carried_line::{confirm, of};
use super::indicator_row::Row;
use super::judge::rate;
use super::sections::Sections;
use crate::app::browser::{focus, is_text_field};
use crate::app::keys::{Action, action};
use crate::app::route::Route;
use crate::app::shell::{KeyHelpShown, go};
use crate::app::workspace::{Workspace, workspace};
use crate::domain::id::{AssessmentId, ProcessId};
use crate::domain::look_again::Open;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// Where the keys act: the rows of one process in one instance.
#[derive(Clone, Copy)]
pub struct KeyPlace {
    pub process: StoredValue<ProcessId>,
    pub sections: Memo<Sections>,
    pub current: RwSignal<usize>,
    pub looks: Memo<Vec<Open>>,
    /// The page of another process, in the same view.
    pub route: fn(AssessmentId, ProcessId) -> Route,
    /// What the page itself makes of a key, where it makes anything of it.
    pub own: Callback<(KeyPlace, Action), bool>,
}

impl KeyPlace {
    /// The row at hand.
    pub fn row(self) -> Option<Row> {
        let index = self.current.get_untracked();
        self.sections
            .with_untracked(|sections| sections.rows().nth(index).cloned())
    }

    /// Makes a row the current one and puts the focus on its choices; past the last row, on the way to the next process.
    pub fn move_to(self, index: usize) {
        let count = self
            .sections
            .with_untracked(|sections| sections.rows().count());
        if index >= count {
            focus("#next a");
            return;
        }
        self.current.set(index);
        focus_row(index);
    }
}

/// Listens to keys for as long as the page is shown.
pub fn listen_to_keys(place: KeyPlace) {
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
        let here = place.current.get_untracked();
        let row = place.row();
        match action {
            Action::Rate(letter) => {
                if let Some(row) = row {
                    let rating = workspace
                        .with(|open| open.model.framework.scale.read(&letter.to_string()))
                        .flatten();
                    rate(workspace, row.subject, rating);
                    place.move_to(here + 1);
                }
            }
            Action::Refine(upper) => {
                if let Some(row) = row {
                    refine(workspace, &row, upper);
                }
            }
            Action::Confirm => {
                let looks = place.looks;
                let open = row
                    .as_ref()
                    .and_then(|row| looks.with_untracked(|looks| of(looks, &row.subject)));
                if confirm(workspace, &[open]) {
                    place.move_to(here + 1);
                }
            }
            Action::ClearRating => {
                if let Some(row) = row {
                    rate(workspace, row.subject, None);
                }
            }
            Action::Next => place.move_to(here + 1),
            Action::Previous => place.move_to(here.saturating_sub(1)),
            Action::NextUnrated => next_unrated(workspace, place),
            Action::NextProcess => step_process(workspace, place, true),
            Action::PreviousProcess => step_process(workspace, place, false),
            Action::Help => help.set(true),
            Action::Search | Action::Note | Action::Remark | Action::Park | Action::Clock => {
                if !place.own.run((place, action)) {
                    return;
                }
            }
        }
        event.prevent_default();
    });
    on_cleanup(move || listening.remove());
}

/// Turns one's own rating into the upper or lower half of its step, where the scale has halves.
fn refine(workspace: Workspace, row: &Row, upper: bool) {
    let half = workspace
        .with(|open| {
            let own = open
                .assessment
                .own_choice(&row.subject, &workspace.author())?;
            open.model.framework.scale.half(own.rating()?, upper)
        })
        .flatten();
    if half.is_some() {
        rate(workspace, row.subject.clone(), half);
    }
}

/// Puts the focus on what a row is rated as, or on its first choice.
pub fn focus_row(index: usize) {
    let checked = format!("#row-{index} .choices input:checked");
    let there = document().query_selector(&checked).ok().flatten().is_some();
    focus(&if there {
        checked
    } else {
        format!("#row-{index} .choices input")
    });
}

/// The next row that is not rated, from the current one on and then from the start.
fn next_unrated(workspace: Workspace, place: KeyPlace) {
    let rows: Vec<Row> = place
        .sections
        .with_untracked(|sections| sections.rows().cloned().collect());
    let here = place.current.get_untracked();
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
        Some(index) => place.move_to(*index),
        None => workspace.say("Everything here is rated."),
    }
}

fn step_process(workspace: Workspace, place: KeyPlace, forwards: bool) {
    let target = workspace
        .with(|open| {
            let scope = open.scope();
            let here = scope
                .iter()
                .position(|found| *found == place.process.get_value())?;
            let there = if forwards {
                here.checked_add(1)
            } else {
                here.checked_sub(1)
            };
            let there = scope.get(there?)?.clone();
            Some((place.route)(open.id.clone(), there))
        })
        .flatten();
    if let Some(route) = target {
        go(&route);
    }
}
