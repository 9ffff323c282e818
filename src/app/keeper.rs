//! Where changes go: onto the slate at the click, then into the store. Nobody is told that a change is saved before the store
//! has it on the disk.

use super::browser::{now, random_id};
use crate::domain::change::{Change, merge};
use crate::domain::id::AssessmentId;
use crate::storage::indexed_db::IndexedDb;
use crate::storage::journal::{self, Found};
use crate::storage::local_storage::BrowserSlate;
use crate::storage::memory::Memory;
use crate::storage::slate::Slate;
use crate::storage::store::{Store, StoreError};
use crate::storage::{format_1, settings, unsaved};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

/// Keeps changes as well as the browser lets it.
#[derive(Clone)]
pub struct Keeper {
    /// The browser's database, or memory where it is blocked.
    pub store: Rc<dyn Store>,
    pub slate: Rc<dyn Slate>,
    /// The database itself, for what is no text.
    pub database: Option<IndexedDb>,
    pub state: RwSignal<SaveState>,
    /// Changes that the store does not have yet, in the order in which they were made.
    waiting: Rc<RefCell<Vec<(AssessmentId, Change)>>>,
    writing: Rc<Cell<bool>>,
    /// Whether changes were made that are nowhere but in memory until they are written.
    only_here: Rc<Cell<bool>>,
    /// Whether another trial waits.
    trying: Rc<Cell<bool>>,
}

/// Whether all changes are kept.
#[derive(Clone, Debug, PartialEq)]
pub enum SaveState {
    /// Nothing has been changed yet.
    Nothing,
    /// On their way to the disk.
    Saving,
    Saved {
        at: String,
    },
    /// Not in the browser. The work is in memory, and can be downloaded.
    Failed(StoreError),
}

/// Under which name the database has the folder for automatic backups.
pub const BACKUP_FOLDER: &str = "backup-folder";

/// A text that is different each time tells other windows that changes were saved.
pub const SAVED: &str = "plumbline/saved";

/// After a failure it is tried again this often, until there is room.
const PAUSE: Duration = Duration::from_secs(5);

impl Keeper {
    /// Opens what the browser has, with what was on its way when a page ended.
    ///
    /// # Errors
    /// Where a newer Plumbline keeps its data here. It was left as it is.
    pub async fn open() -> Result<Self, StoreError> {
        let slate: Rc<dyn Slate> = match BrowserSlate::open() {
            Ok(slate) => Rc::new(slate),
            Err(_) => Rc::new(Memory::default()),
        };
        let database = match IndexedDb::open().await {
            Ok(database) => Some(database),
            Err(StoreError::Newer(version)) => return Err(StoreError::Newer(version)),
            Err(_) => None,
        };
        let store: Rc<dyn Store> = match &database {
            Some(database) => Rc::new(database.clone()),
            None => Rc::new(Memory::default()),
        };
        let state = match database {
            Some(_) => SaveState::Nothing,
            None => SaveState::Failed(StoreError::Blocked),
        };
        Ok(Self {
            store,
            slate,
            database,
            state: RwSignal::new(state),
            waiting: Rc::default(),
            writing: Rc::default(),
            only_here: Rc::default(),
            trying: Rc::default(),
        })
    }

    /// Whether there is something that [`Self::take_up`] would move.
    pub fn has_left_over(&self) -> bool {
        let there = |prefix: &&str| self.slate.keys(prefix).is_ok_and(|keys| !keys.is_empty());
        self.database.is_some()
            && [&format_1::PLACES[..], &[unsaved::UNSAVED]]
                .concat()
                .iter()
                .any(there)
    }

    /// Keeps a change. The state tells when it is on the disk.
    pub fn append(&self, id: &AssessmentId, change: &Change) {
        // With no room on the slate the store alone must do.
        let noted = unsaved::note(&*self.slate, id, change);
        if noted.is_err() || self.database.is_none() {
            self.only_here.set(true);
        }
        self.waiting.borrow_mut().push((id.clone(), change.clone()));
        self.write();
    }

    /// Whether changes wait that are not on the disk yet.
    pub fn has_waiting(&self) -> bool {
        !self.waiting.borrow().is_empty()
    }

    /// Whether work would be lost if the page ended now: what waits is in memory only, or all of it is.
    pub fn would_lose(&self) -> bool {
        self.only_here.get() && (self.database.is_none() || self.has_waiting())
    }

    /// All changes of an assessment, with those that are still on their way, from this window or another one.
    ///
    /// # Errors
    /// Where the store cannot be reached.
    pub async fn load(&self, id: &AssessmentId) -> Result<Found, StoreError> {
        let mut found = journal::load(&*self.store, id).await?;
        if found.too_new.is_none() {
            // A slate that cannot be read has no notes: what was made here waits in memory too.
            let noted = unsaved::all(&*self.slate).unwrap_or_default();
            let noted = noted.into_iter().filter(|note| note.id == *id);
            let mut more: Vec<Change> = noted.filter_map(|note| note.change).collect();
            let waiting = self.waiting.borrow();
            more.extend(
                waiting
                    .iter()
                    .filter(|(of, _)| of == id)
                    .map(|(_, change)| change.clone()),
            );
            found.changes = merge(found.changes, more);
        }
        Ok(found)
    }

    pub fn setting(&self, name: &str) -> Option<String> {
        settings::setting(&*self.slate, name).ok().flatten()
    }

    /// Tries again what could not be written, unless it is under way.
    pub fn write(&self) {
        if !self.has_waiting() || self.writing.replace(true) {
            return;
        }
        if !matches!(self.state.get_untracked(), SaveState::Failed(_)) {
            self.state.set(SaveState::Saving);
        }
        let keeper = self.clone();
        spawn_local(async move {
            let written = keeper.write_all().await;
            keeper.writing.set(false);
            keeper.state.set(match written {
                _ if keeper.database.is_none() => SaveState::Failed(StoreError::Blocked),
                Ok(()) => {
                    // Without a slate other windows see it when they are looked at.
                    let _ = keeper.slate.write(SAVED, &random_id());
                    SaveState::Saved { at: now() }
                }
                Err(error) => {
                    keeper.try_again_later();
                    SaveState::Failed(error)
                }
            });
        });
    }

    /// One trial waits at a time, however many changes come meanwhile.
    fn try_again_later(&self) {
        if self.trying.replace(true) {
            return;
        }
        let keeper = self.clone();
        set_timeout(
            move || {
                keeper.trying.set(false);
                keeper.write();
            },
            PAUSE,
        );
    }

    /// Writes all that waits: what came together goes together.
    async fn write_all(&self) -> Result<(), StoreError> {
        loop {
            let Some((id, _)) = self.waiting.borrow().first().cloned() else {
                return Ok(());
            };
            let waiting = self.waiting.borrow().clone();
            let batch = waiting.into_iter().filter(|(of, _)| *of == id);
            let batch: Vec<Change> = batch.map(|(_, change)| change).collect();
            journal::append(&*self.store, &id, &batch).await?;
            self.waiting
                .borrow_mut()
                .retain(|(of, change)| *of != id || batch.iter().all(|done| done.id != change.id));
            for change in &batch {
                let _ = unsaved::forget(&*self.slate, &id, &change.id); // a note that stays is taken up again, to no harm
            }
        }
    }

    /// Brings into the store what older versions kept elsewhere, and what was on its way when a page ended.
    ///
    /// # Errors
    /// Where the store is full or cannot be reached. Nothing is lost then.
    pub async fn take_up(&self) -> Result<(), StoreError> {
        format_1::move_into(&*self.store, &*self.slate).await?;
        unsaved::take_up(&*self.store, &*self.slate).await
    }
}
