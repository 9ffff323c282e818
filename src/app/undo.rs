//! Undo and redo: the opposite of a step is made, or the step once more, as the one who made it.

use super::open::{Pile, Step};
use super::workspace::Workspace;
use crate::domain::edit::Edit;
use crate::domain::refusal::Refusal;
use leptos::prelude::*;

impl Workspace {
    pub fn undo(&self) {
        self.step(
            |open| &mut open.undo,
            |step| step.opposite.clone(),
            |open| &mut open.redo,
        );
    }

    pub fn redo(&self) {
        self.step(
            |open| &mut open.redo,
            |step| step.done.clone(),
            |open| &mut open.undo,
        );
    }

    /// Takes a step from one pile, makes its edits as the one who made it, and puts it on the other pile.
    fn step(&self, from: Pile, edits: fn(&Step) -> Vec<Edit>, to: Pile) {
        let finalised = self.with(|open| open.assessment.seal.is_some());
        if finalised == Some(true) {
            return self.say(Refusal::Finalised.to_string());
        }
        let author = self.author();
        let taken = self
            .open
            .try_update_value(|open| open.as_mut()?.take(from, &author));
        let step = match taken.flatten() {
            Some(Ok(step)) => step,
            Some(Err(unseen)) => return self.say(unseen.to_string()),
            None => return,
        };
        for edit in edits(&step) {
            self.make(edit, &step.author);
        }
        self.open.update_value(|open| {
            if let Some(open) = open {
                to(open).push(step);
            }
        });
        self.any_revision.update(|revision| *revision += 1);
    }
}
