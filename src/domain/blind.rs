//! What is hidden while ratings are blind: what others rated, noted and agreed on. Nothing of it is lost.

use super::assessment::Assessment;
use super::change::Change;
use super::edit::Edit;
use std::borrow::Cow;

/// The name under which nobody rates. Who looks as this one sees no ratings at all.
pub const NOBODY: &str = "";

impl Assessment {
    /// While ratings are blind, shows those of this author alone; otherwise all.
    pub fn see_if_blind(&mut self, author: &str) {
        let wanted = self.blind.then_some(author);
        if self.viewer() != wanted {
            self.see_as(wanted);
        }
    }

    /// Whether a change is seen by whoever looks.
    pub fn sees(&self, change: &Change) -> bool {
        let Some(viewer) = self.viewer() else {
            return true;
        };
        match change.edit {
            Edit::Judge { .. } | Edit::Withdraw { .. } | Edit::SetNote { .. } => {
                change.author == viewer
            }
            Edit::Agree { .. } => false,
            _ => true,
        }
    }

    /// The changes that are seen, for views of the past.
    pub fn seen_changes(&self) -> Cow<'_, [Change]> {
        match self.viewer() {
            None => Cow::Borrowed(self.changes()),
            Some(_) => {
                let seen = self.changes().iter().filter(|change| self.sees(change));
                Cow::Owned(seen.cloned().collect())
            }
        }
    }
}
