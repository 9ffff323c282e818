//! Opening an assessment: it is read from the store, which takes a moment.

use super::open::Open;
use super::workspace::{OpenError, Workspace, fold};
use crate::domain::id::AssessmentId;
use crate::storage::journal::Found;
use leptos::prelude::*;
use leptos::task::spawn_local;

impl Workspace {
    /// Whether an assessment is open. It is opened otherwise, and this runs again when that is done.
    ///
    /// # Errors
    /// Where it is not here, was deleted, or cannot be read.
    pub fn open(&self, id: &AssessmentId) -> Result<bool, OpenError> {
        // First, so that this runs again when it is closed, too.
        let opening = self.opening.get();
        if self.is_open(id) {
            return Ok(true);
        }
        match opening {
            Some((opening, None)) if opening == *id => Ok(false),
            Some((failed, Some(error))) if failed == *id => Err(error),
            _ => {
                self.begin_opening(id.clone());
                Ok(false)
            }
        }
    }

    /// Opens an assessment that was read, or notes why it cannot be.
    pub(super) fn open_found(&self, id: &AssessmentId, found: Result<Found, OpenError>) {
        let opened = found.and_then(|found| {
            if found.deleted_at.is_some() {
                return Err(OpenError::Deleted);
            }
            let assessment = fold(&found)?;
            let model = self
                .library()
                .model(&assessment.model, &assessment.framework);
            Ok((assessment, model.map_err(OpenError::Model)?))
        });
        match opened {
            Ok((assessment, model)) => {
                self.open.set_value(Some(Open::new(
                    id.clone(),
                    assessment,
                    model,
                    &self.author(),
                )));
                self.opening.set(None);
                self.touch();
                self.warn_of_little_room();
            }
            Err(error) => self.opening.set(Some((id.clone(), Some(error)))),
        }
    }

    /// An assessment whose model was missing may be opened by now.
    pub(super) fn open_again(&self) {
        let missing = |(_, error): &(AssessmentId, Option<OpenError>)| {
            matches!(error, Some(OpenError::Model(_)))
        };
        if self
            .opening
            .with_untracked(|opening| opening.as_ref().is_some_and(missing))
        {
            self.opening.set(None);
        }
    }

    /// What could not be opened may have been brought back since.
    pub(super) fn try_failed_again(&self) {
        let failed = |(_, error): &(AssessmentId, Option<OpenError>)| error.is_some();
        if self
            .opening
            .with_untracked(|opening| opening.as_ref().is_some_and(failed))
        {
            self.opening.set(None);
        }
    }

    fn begin_opening(self, id: AssessmentId) {
        self.opening.set(Some((id.clone(), None)));
        spawn_local(async move {
            match self.on_call().await {
                Ok(on_call) => (on_call.open)(self, id).await,
                Err(message) => self.opening.set(Some((id, Some(OpenError::Part(message))))),
            }
        });
    }

    /// Reads an assessment and opens it, unless another one is wanted by then.
    pub(super) async fn find_and_open(self, id: AssessmentId) {
        let found = self.find(&id).await;
        let still = self
            .opening
            .with_untracked(|opening| opening.as_ref().is_some_and(|(opening, _)| *opening == id));
        if still {
            self.open_found(&id, found);
        }
    }

    fn is_open(&self, id: &AssessmentId) -> bool {
        self.open
            .with_value(|open| open.as_ref().is_some_and(|open| open.id == *id))
    }
}
