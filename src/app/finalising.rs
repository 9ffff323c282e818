//! Finalising the open assessment: its seal covers the very moment at which the change that holds it is made.

use super::browser::now;
use super::workspace::Workspace;
use crate::domain::edit::Edit;
use crate::exchange::seal_hash::make;

impl Workspace {
    /// Whether it was finalised; says so where it cannot be.
    pub fn finalise(&self) -> bool {
        let (by, at, library) = (self.author(), now(), self.library());
        let seal = self.with(|open| make(&open.assessment, &library, &by, &at));
        let Some(seal) = seal.flatten() else {
            self.say("A model of this assessment is not here, so it cannot be finalised.");
            return false;
        };
        let finalised = self.make_at(at, Edit::Finalise { seal }, &by);
        self.touch();
        finalised
    }
}
