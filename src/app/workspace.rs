//! What all pages share: the models, the list of assessments, and the one that is open. Edits go through [`Workspace::apply`].

use super::browser::{now, random_id};
use super::keeper::Keeper;
use super::library::{File, Rest};
use super::list::List;
use super::on_call::FetchOnCall;
use super::open::{Open, Step};
use crate::domain::assessment::Assessment;
use crate::domain::blind::NOBODY;
use crate::domain::change::Change;
use crate::domain::edit::{Edit, Reach};
use crate::domain::id::{AssessmentId, ProcessId, ReplicaId};
use crate::domain::refusal::Refusal;
use crate::domain::result::ProcessResult;
use crate::reference::library::Library;
use crate::storage::journal::Found;
use crate::storage::settings;
use crate::storage::store::StoreError;
use leptos::prelude::*;
use std::fmt;
use std::slice;
use std::sync::Arc;

/// A handle that every page can copy.
#[derive(Clone, Copy)]
pub struct Workspace {
    pub(super) keeper: StoredValue<Keeper, LocalStorage>,
    pub(super) library: StoredValue<Arc<Library>>,
    /// The texts of the shipped models, to read them anew together with those that people bring.
    pub(super) shipped: StoredValue<Vec<File>>,
    /// How far the models are that are not needed at the start.
    pub rest: RwSignal<Rest>,
    /// The files that people brought, as they are kept.
    pub(super) own: StoredValue<Vec<File>>,
    pub(super) open: StoredValue<Option<Open>>,
    /// The assessment that is being opened, and why it could not be.
    pub(super) opening: RwSignal<Option<(AssessmentId, Option<OpenError>)>>,
    pub(super) replica: StoredValue<ReplicaId>,
    /// Rises with every edit that is not about one process alone.
    revision: RwSignal<u64>,
    /// Rises with every edit.
    pub(super) any_revision: RwSignal<u64>,
    pub notice: RwSignal<Option<Notice>>,
    pub list: List,
    pub(super) fetch_on_call: FetchOnCall,
    /// When everything was backed up last, ISO 8601.
    pub last_backup: RwSignal<Option<String>>,
    /// Whether it was said that there is little room.
    pub(super) warned: StoredValue<bool>,
    /// Name and text of a file that was opened elsewhere and belongs on the page of backups.
    pub handed: StoredValue<Option<File>>,
    /// Rises when the models were read anew.
    pub models_revision: RwSignal<u64>,
}

/// A short message that goes away by itself.
#[derive(Clone)]
pub struct Notice {
    pub text: String,
    /// A button with what it does.
    pub action: Option<Action>,
}

/// Shared, not owned by the page that made it: the message outlives it.
#[derive(Clone)]
pub struct Action {
    pub label: &'static str,
    pub run: Arc<dyn Fn() + Send + Sync>,
}

/// Why an assessment is not open.
#[derive(Clone, Debug, PartialEq)]
pub enum OpenError {
    NotHere,
    Deleted,
    TooNew(u32),
    Model(String),
    /// What reads it could not be loaded.
    Part(String),
    Store(StoreError),
}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotHere => f.write_str(
                "This browser has no such assessment. It may be in another browser, or its link may be cut off. If you have its \
                 file, import it.",
            ),
            Self::Deleted => f.write_str("It was deleted, and can be brought back."),
            Self::TooNew(version) => f.write_str(&too_new(*version)),
            Self::Model(message) | Self::Part(message) => f.write_str(message),
            Self::Store(error) => error.fmt(f),
        }
    }
}

impl Workspace {
    pub fn new(keeper: Keeper, library: Library, fetch_on_call: FetchOnCall) -> Self {
        Self {
            library: StoredValue::new(Arc::new(library)),
            shipped: StoredValue::new(Vec::new()),
            rest: RwSignal::new(Rest::NotAsked),
            own: StoredValue::new(Vec::new()),
            open: StoredValue::new(None),
            opening: RwSignal::new(None),
            replica: StoredValue::new(ReplicaId::new(random_id())),
            revision: RwSignal::new(0),
            any_revision: RwSignal::new(0),
            notice: RwSignal::new(None),
            list: List::new(),
            fetch_on_call,
            last_backup: RwSignal::new(keeper.setting("last_backup")),
            warned: StoredValue::new(false),
            keeper: StoredValue::new_local(keeper),
            handed: StoredValue::new(None),
            models_revision: RwSignal::new(0),
        }
    }

    /// The models that are here.
    pub fn library(&self) -> Arc<Library> {
        self.library.get_value()
    }

    pub fn keeper(&self) -> Keeper {
        self.keeper.get_value()
    }

    /// Looks at the open assessment. None where none is open.
    pub fn with<T>(&self, look: impl FnOnce(&Open) -> T) -> Option<T> {
        self.open.with_value(|open| open.as_ref().map(look))
    }

    /// As [`Self::with`], and runs again when something changed that is not about one process alone.
    pub fn track<T>(&self, look: impl FnOnce(&Open) -> T) -> Option<T> {
        self.revision.track();
        self.with(look)
    }

    /// As [`Self::with`], and runs again after every edit.
    pub fn track_any<T>(&self, look: impl FnOnce(&Open) -> T) -> Option<T> {
        self.any_revision.track();
        self.with(look)
    }

    /// The result of a process in scope; runs again when it changes.
    pub fn result(&self, process: &ProcessId) -> Option<Arc<ProcessResult>> {
        let signal = self.track(|open| open.result(process)).flatten()?;
        Some(signal.get())
    }

    /// The results of all processes in scope; runs again when one changes.
    pub fn results(&self) -> Vec<ProcessResult> {
        let signals = self.track(Open::results).unwrap_or_default();
        signals
            .iter()
            .map(|signal| (*signal.get()).clone())
            .collect()
    }

    /// Makes one edit. The one door.
    pub fn apply(&self, edit: Edit) -> bool {
        self.apply_all(vec![edit])
    }

    /// Makes edits that are undone together.
    pub fn apply_all(&self, edits: Vec<Edit>) -> bool {
        let mut step = Step {
            author: self.author(),
            done: Vec::new(),
            opposite: Vec::new(),
        };
        let mut whole = true;
        for edit in edits {
            let found = self.with(|open| {
                let known = open.assessment.says_already(&edit, &step.author);
                (known, open.assessment.opposite(&edit, &step.author))
            });
            let Some((false, opposite)) = found else {
                continue;
            };
            if !self.make(edit.clone(), &step.author) {
                whole = false;
                break;
            }
            step.done.push(edit);
            step.opposite.extend(opposite);
        }
        step.opposite.reverse();
        self.open.update_value(|open| {
            if let Some(open) = open {
                open.made(step);
            }
        });
        self.any_revision.update(|revision| *revision += 1);
        whole
    }

    /// Who makes the changes here.
    pub fn author(&self) -> String {
        self.own_name().unwrap_or_else(|| "Assessor".to_owned())
    }

    /// Whether somebody said who makes the changes here.
    pub fn is_named(&self) -> bool {
        self.own_name().is_some()
    }

    fn own_name(&self) -> Option<String> {
        let name = self.setting("author");
        name.filter(|name| !name.trim().is_empty())
    }

    /// Says who makes the changes from now on.
    pub fn set_author(&self, name: &str) {
        self.set_setting("author", name);
        let author = self.author();
        let changed = self.open.try_update_value(|open| {
            let open = open.as_mut()?;
            open.look_as(&author);
            Some(open.compute_all())
        });
        for (signal, result) in changed.flatten().unwrap_or_default() {
            signal.set(result);
        }
        self.touch();
    }

    /// A setting of this browser.
    pub fn setting(&self, name: &str) -> Option<String> {
        self.keeper().setting(name)
    }

    /// Keeps a setting of this browser; says so where it cannot.
    pub fn set_setting(&self, name: &str, text: &str) {
        if let Err(error) = settings::set_setting(&*self.keeper().slate, name, text) {
            self.say(error.to_string());
        }
    }

    pub fn say(&self, text: impl Into<String>) {
        let (text, action) = (text.into(), None);
        self.notice.set(Some(Notice { text, action }));
    }

    /// Makes an edit as this author. Who looks at the ratings stays the one at work.
    pub(super) fn make(&self, edit: Edit, author: &str) -> bool {
        self.make_at(now(), edit, author)
    }

    pub(super) fn make_at(&self, at: String, edit: Edit, author: &str) -> bool {
        let viewer = self.author();
        let replica = self.replica.get_value();
        let made = self.open.try_update_value(|open| {
            let open = open.as_mut()?;
            if let Err(refusal) = open.assessment.allows(&edit) {
                return Some(Err(refusal));
            }
            let change = Change {
                id: open.assessment.next_id(&replica),
                author: author.to_owned(),
                at: at.clone(),
                edit: edit.clone(),
            };
            if let Err(refusal) = open.assessment.apply(change.clone()) {
                return Some(Err(refusal));
            }
            open.look_as(&viewer);
            open.begin_anew_at_seal(slice::from_ref(&edit));
            Some(Ok((open.id.clone(), change, open.compute(&edit))))
        });
        match made.flatten() {
            Some(Ok((id, change, results))) => {
                self.keeper().append(&id, &change);
                for (signal, result) in results {
                    signal.set(result);
                }
                if !matches!(edit.reach(), Reach::Process(_)) {
                    self.revision.update(|revision| *revision += 1);
                }
                true
            }
            Some(Err(refusal)) => {
                self.say(refusal.to_string());
                false
            }
            None => false,
        }
    }

    /// Takes in what another window has made of the open assessment.
    pub(super) fn hear(&self, id: &AssessmentId, changes: Vec<Change>) {
        let author = self.author();
        let heard = self.open.try_update_value(|open| {
            let open = open.as_mut().filter(|open| open.id == *id)?;
            open.take_in(changes, &author)
        });
        if let Some((changed, by_process)) = heard.flatten() {
            for (signal, result) in changed {
                signal.set(result);
            }
            if by_process {
                self.any_revision.update(|revision| *revision += 1);
            } else {
                self.touch();
            }
        }
    }

    pub(super) fn close(&self, id: &AssessmentId) {
        self.open.update_value(|open| {
            if open.as_ref().is_some_and(|open| open.id == *id) {
                *open = None;
            }
        });
        self.opening.set(None);
        self.touch();
    }

    pub(super) fn touch(&self) {
        self.revision.update(|revision| *revision += 1);
        self.any_revision.update(|revision| *revision += 1);
    }
}

/// What the changes that were found make.
///
/// # Errors
/// Where a newer Plumbline keeps them, or they do not start an assessment.
pub fn fold(found: &Found) -> Result<Assessment, OpenError> {
    if let Some(version) = found.too_new {
        return Err(OpenError::TooNew(version));
    }
    fold_changes(&found.changes).map_err(|_| OpenError::NotHere)
}

/// What changes make, for lists and views of several assessments: while ratings are blind, nobody's are seen there.
///
/// # Errors
/// Where they do not start an assessment.
pub fn fold_changes(changes: &[Change]) -> Result<Assessment, Refusal> {
    let (mut assessment, _) = Assessment::from_changes(changes)?;
    assessment.see_if_blind(NOBODY);
    Ok(assessment)
}

/// The workspace of this page.
pub fn workspace() -> Workspace {
    expect_context()
}

pub fn too_new(version: u32) -> String {
    format!(
        "It was saved by a newer Plumbline (stored format {version}). Please use that one. Nothing was changed."
    )
}
