//! Where changes go: the browser's storage, and memory for what it does not take.

use super::browser::now;
use crate::domain::change::Change;
use crate::domain::id::AssessmentId;
use crate::storage::browser::Browser;
use crate::storage::journal::{self, Found};
use crate::storage::memory::Memory;
use crate::storage::store::{Store, StoreError};
use std::rc::Rc;

/// Keeps changes as well as the browser lets it.
#[derive(Clone)]
pub struct Keeper {
    /// The browser's storage, or memory where it is blocked.
    pub store: Rc<dyn Store>,
    /// Changes that the store did not take, until it does.
    pub overflow: Rc<Memory>,
    pub blocked: bool,
}

/// Whether the last change is kept.
#[derive(Clone, Debug, PartialEq)]
pub enum SaveState {
    Saved {
        at: String,
    },
    /// Nothing has been changed yet.
    Nothing,
    /// Not in the browser. The work is in memory, and can be downloaded.
    Failed(StoreError),
}

impl Keeper {
    pub fn open() -> Self {
        let overflow = Rc::new(Memory::default());
        match Browser::open() {
            Ok(browser) => Self {
                store: Rc::new(browser),
                overflow,
                blocked: false,
            },
            Err(_) => Self {
                store: Rc::new(Memory::default()),
                overflow,
                blocked: true,
            },
        }
    }

    /// The assessments that are kept, each once.
    pub fn assessments(&self) -> Result<Vec<AssessmentId>, StoreError> {
        let mut ids = journal::assessments(&*self.store)?;
        ids.extend(journal::assessments(&*self.overflow)?);
        ids.sort();
        ids.dedup();
        Ok(ids)
    }

    /// Keeps a change, and first those that could not be kept before.
    pub fn append(&self, id: &AssessmentId, change: &Change) -> SaveState {
        let kept = self
            .retry(id)
            .and_then(|()| journal::append(&*self.store, id, change));
        match kept {
            Ok(()) if self.blocked => SaveState::Failed(StoreError::Blocked),
            Ok(()) => SaveState::Saved { at: now() },
            Err(error) => {
                // Memory without a limit takes everything.
                let _ = journal::append(&*self.overflow, id, change);
                SaveState::Failed(error)
            }
        }
    }

    /// All changes of an assessment, with those that the store did not take.
    pub fn load(&self, id: &AssessmentId) -> Result<Found, StoreError> {
        let mut found = journal::load(&*self.store, id)?;
        let unsaved = journal::load(&*self.overflow, id)?;
        found.changes = crate::domain::change::merge(found.changes, unsaved.changes);
        Ok(found)
    }

    fn retry(&self, id: &AssessmentId) -> Result<(), StoreError> {
        let waiting = journal::load(&*self.overflow, id)?.changes;
        for change in &waiting {
            journal::append(&*self.store, id, change)?;
        }
        journal::purge(&*self.overflow, id)
    }
}
