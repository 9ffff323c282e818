//! What the keys do in the matrix of indicators by instances.

use crate::app::browser::focus;
use crate::app::keys::{Action, action};
use crate::app::open::Open;
use crate::app::parts::judge::rate;
use crate::app::parts::process_choice::step;
use crate::app::work_view::WorkView;
use crate::app::workspace::Workspace;
use crate::domain::id::ProcessId;
use crate::domain::scale::Rating;
use crate::domain::subject::Subject;
use crate::report::matrix_table::MatrixTable;
use leptos::ev;
use leptos::prelude::*;

const VIEW: WorkView = WorkView::Instances;

/// Where one is in the matrix, and where one goes after a rating.
#[derive(Clone, Copy)]
pub struct MatrixPlace {
    pub workspace: Workspace,
    pub process: StoredValue<ProcessId>,
    pub table: Memo<Option<MatrixTable>>,
    /// Row and column, counted from 0.
    pub current: RwSignal<(usize, usize)>,
    /// Whether a rating moves on to the next instance, and not to the next indicator.
    pub across: RwSignal<bool>,
    /// Whether a remark is being written.
    pub remark: RwSignal<bool>,
}

impl MatrixPlace {
    /// Rates a cell; none makes it not rated again.
    pub fn judge(self, rating: Option<Rating>) {
        if let Some(subject) = self.subject() {
            rate(self.workspace, subject, rating);
        }
    }

    /// What is rated in the current cell.
    pub fn subject(self) -> Option<Subject> {
        let (row, column) = self.current.get();
        self.table.with(|table| {
            let cell = table.as_ref()?.cell(row, column)?;
            Some(cell.subject.clone())
        })
    }

    /// Makes a cell the current one and gives it the focus.
    pub fn go(self, (row, column): (usize, usize)) {
        self.current.set((row, column));
        focus(&format!("[data-row=\"{row}\"][data-column=\"{column}\"]"));
    }

    fn size(self) -> (usize, usize) {
        self.table.with_untracked(|table| {
            table
                .as_ref()
                .map_or((0, 0), |table| (table.lines().count(), table.columns.len()))
        })
    }

    /// The cell after a rating: the next one in the direction of work, then the start of the next column or row. None past the end.
    fn after(self, (row, column): (usize, usize)) -> Option<(usize, usize)> {
        let (rows, columns) = self.size();
        let next = match self.across.get_untracked() {
            true if column + 1 < columns => (row, column + 1),
            true => (row + 1, 0),
            false if row + 1 < rows => (row + 1, column),
            false => (0, column + 1),
        };
        (next.0 < rows && next.1 < columns).then_some(next)
    }

    /// The next cell that is not rated, in the direction of work, from the current one on and then from the start.
    fn next_unrated(self) -> Option<(usize, usize)> {
        let blank = |place: (usize, usize)| {
            let subject = self.table.with_untracked(|table| {
                let cell = table.as_ref()?.cell(place.0, place.1)?;
                Some(cell.subject.clone())
            });
            subject.is_some_and(|subject| {
                let blank = self
                    .workspace
                    .with(|open| open.assessment.judgement(&subject).is_none());
                blank == Some(true)
            })
        };
        let here = self.current.get_untracked();
        let ahead = std::iter::successors(self.after(here), |place| self.after(*place));
        let all = std::iter::successors(Some((0, 0)), |place| self.after(*place));
        ahead.chain(all).find(|place| blank(*place))
    }

    /// Does what a key asks for. Leaves alone what is not for the matrix.
    pub fn key(self, event: &ev::KeyboardEvent) {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let (row, column) = self.current.get_untracked();
        let (rows, columns) = self.size();
        let to = match event.key().as_str() {
            "ArrowDown" => (row + 1 < rows).then_some((row + 1, column)),
            "ArrowUp" => row.checked_sub(1).map(|row| (row, column)),
            "ArrowRight" => (column + 1 < columns).then_some((row, column + 1)),
            "ArrowLeft" => column.checked_sub(1).map(|column| (row, column)),
            "Home" => Some((row, 0)),
            "End" => columns.checked_sub(1).map(|column| (row, column)),
            key => match action(key, &self.letters()) {
                Some(Action::Rate(letter)) => {
                    let scale = |letter: &str| {
                        let read = |open: &Open| open.model.framework.scale.read(letter);
                        self.workspace.with(read)
                    };
                    self.judge(scale(&letter.to_string()).flatten());
                    self.after((row, column)).or(Some((row, column)))
                }
                Some(Action::Refine(upper)) => {
                    self.refine(upper);
                    Some((row, column))
                }
                Some(Action::ClearRating) => {
                    self.judge(None);
                    Some((row, column))
                }
                Some(Action::NextUnrated) => {
                    let next = self.next_unrated();
                    if next.is_none() {
                        self.workspace.say("Everything here is rated.");
                    }
                    next
                }
                Some(Action::NextProcess) => {
                    return step(self.workspace, VIEW, self.process.get_value(), true);
                }
                Some(Action::PreviousProcess) => {
                    return step(self.workspace, VIEW, self.process.get_value(), false);
                }
                Some(Action::Remark) => {
                    self.remark.set(true);
                    None
                }
                _ => return,
            },
        };
        event.prevent_default();
        if let Some(to) = to {
            self.go(to);
        }
    }

    /// Turns one's own rating of the current cell into the upper or lower half of its step, where the scale has halves.
    fn refine(self, upper: bool) {
        let half = self.workspace.with(|open| {
            let subject = self.subject()?;
            let own = open
                .assessment
                .own_choice(&subject, &self.workspace.author())?;
            open.model.framework.scale.half(own.rating()?, upper)
        });
        if let Some(half) = half.flatten() {
            self.judge(Some(half));
        }
    }

    /// The first letters of the scale.
    fn letters(self) -> Vec<char> {
        let found = self
            .workspace
            .with(|open| open.model.framework.scale.letters());
        found.unwrap_or_default()
    }
}
