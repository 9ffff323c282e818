//! The assessments on this machine: listing, starting, taking in, copying, deleting.

use super::browser::{now, random_id};
use super::keeper::SaveState;
use super::summary::{Summary, summary, trouble};
use super::workspace::{Action, Notice, OpenError, Workspace, too_new};
use crate::domain::assessment::Assessment;
use crate::domain::change::{Change, ChangeId, merge};
use crate::domain::edit::{Edit, ModelRef};
use crate::domain::id::AssessmentId;
use crate::exchange::envelope::{self, AssessmentFile};
use crate::storage::journal::{self, Damaged};
use crate::storage::store::StoreError;
use leptos::prelude::*;
use std::sync::Arc;

impl Workspace {
    /// All assessments, latest change first. Runs again when the list changes.
    pub fn summaries(&self) -> Vec<Summary> {
        self.list_revision.track();
        let keeper = self.keeper();
        let library = self.library();
        let ids = keeper.assessments().unwrap_or_else(|error| {
            self.save.set(SaveState::Failed(error));
            Vec::new()
        });
        let mut summaries: Vec<Summary> = ids.into_iter().filter_map(|id| {
            let found = match keeper.load(&id) {
                Ok(found) => found,
                Err(error) => return Some(trouble(id, None, error.to_string())),
            };
            if let Some(version) = found.too_new {
                return Some(trouble(id, found.deleted_at, too_new(version)));
            }
            match Assessment::from_changes(&found.changes) {
                Ok((assessment, _)) => {
                    let model = library.model(&assessment.model, &assessment.framework);
                    if model.is_err() {
                        self.load_rest(); // The list is made anew when it is there.
                    }
                    Some(summary(model, id, &assessment, found.deleted_at))
                }
                Err(_) if found.changes.is_empty() => None,
                Err(_) => {
                    let message = "Its first change is damaged, so it cannot be opened. The rest is kept.";
                    Some(trouble(id, found.deleted_at, message.to_owned()))
                }
            }
        }).collect();
        summaries.sort_by(|one, other| other.changed_at.cmp(&one.changed_at));
        summaries
    }

    /// Starts an assessment with some first edits and opens it.
    pub fn start(
        &self,
        model: ModelRef,
        framework: ModelRef,
        edits: Vec<Edit>,
    ) -> Option<AssessmentId> {
        let id = AssessmentId::new(random_id());
        let start = Change {
            id: ChangeId {
                clock: 1,
                replica: self.replica.get_value(),
            },
            author: self.author(),
            at: now(),
            edit: Edit::Start { model, framework },
        };
        self.save.set(self.keeper().append(&id, &start));
        self.open(&id).ok()?;
        for edit in edits {
            self.make(edit);
        }
        self.list_changed();
        Some(id)
    }

    /// Takes in an assessment file: as it is, or joined with the copy that is here. Says what was done.
    ///
    /// # Errors
    /// A sentence, where the copy that is here cannot be read or was saved by a newer Plumbline. Nothing was done then.
    pub fn take_in(&self, file: AssessmentFile) -> Result<AssessmentId, String> {
        let keeper = self.keeper();
        let found = keeper.load(&file.id).map_err(|error| error.to_string())?;
        if let Some(version) = found.too_new {
            return Err(too_new(version));
        }
        if found.deleted_at.is_some() {
            // Taking it in brings it back.
            journal::set_deleted(&*keeper.store, &file.id, None)
                .map_err(|error| error.to_string())?;
        }
        let present = found.changes;
        let before = present.len();
        let all = merge(present.clone(), file.changes);
        let mut state = self.save.get_untracked();
        for change in all
            .iter()
            .filter(|change| !present.iter().any(|present| present.id == change.id))
        {
            state = keeper.append(&file.id, change);
        }
        self.save.set(state);
        self.close(&file.id);
        self.list_changed();
        let added = all.len() - before;
        self.say(match (before, added) {
            (0, _) => format!("Imported with {added} changes."),
            (_, 0) => "This assessment is here already, with all these changes.".to_owned(),
            _ => format!("This assessment was here already. {added} changes of the file were added, and none was lost."),
        });
        Ok(file.id)
    }

    /// Copies an assessment with all its changes.
    pub fn duplicate(&self, id: &AssessmentId) {
        let keeper = self.keeper();
        let assessment = match self.fold(id) {
            Ok((assessment, _)) => assessment,
            Err(_) => return self.say("This assessment cannot be read, so it cannot be copied."),
        };
        let copy = AssessmentId::new(random_id());
        let title = Edit::SetTitle {
            title: format!("Copy of {}", assessment.title),
        };
        let mut changes = assessment.changes().to_vec();
        for edit in [title, Edit::SetSample { sample: false }] {
            let clock = changes.last().map_or(1, |last| last.id.clock + 1);
            let id = ChangeId {
                clock,
                replica: self.replica.get_value(),
            };
            changes.push(Change {
                id,
                author: self.author(),
                at: now(),
                edit,
            });
        }
        for change in &changes {
            self.save.set(keeper.append(&copy, change));
        }
        self.list_changed();
        self.say(format!("\"{}\" was copied.", assessment.title));
    }

    /// Renames an assessment of the list.
    pub fn rename(&self, id: &AssessmentId, title: &str) {
        if self.open(id).is_err() {
            return self.say("This assessment cannot be opened, so it cannot be renamed.");
        }
        if self.apply(Edit::SetTitle {
            title: title.to_owned(),
        }) {
            self.list_changed();
        }
    }

    /// Deletes an assessment so that it can be brought back, and offers to.
    pub fn delete(&self, id: &AssessmentId, title: &str) {
        if !self.set_deleted(id, Some(now())) {
            return;
        }
        let workspace = *self;
        let deleted = id.clone();
        let bring_back = move || {
            workspace.set_deleted(&deleted, None);
        };
        let action = Action {
            label: "Undo",
            run: Arc::new(bring_back),
        };
        self.notice.set(Some(Notice {
            text: format!("\"{title}\" was deleted."),
            action: Some(action),
        }));
    }

    /// Marks an assessment as deleted or brings it back; says so where it cannot.
    pub fn set_deleted(&self, id: &AssessmentId, deleted_at: Option<String>) -> bool {
        self.done(
            id,
            journal::set_deleted(&*self.keeper().store, id, deleted_at),
        )
    }

    /// Removes an assessment for good; says so where it cannot.
    pub fn purge(&self, id: &AssessmentId) {
        self.done(id, journal::purge(&*self.keeper().store, id));
    }

    fn done(&self, id: &AssessmentId, done: Result<(), StoreError>) -> bool {
        match &done {
            Ok(()) => self.notice.set(None),
            Err(error) => self.say(error.to_string()),
        }
        self.close(id);
        self.list_changed();
        done.is_ok()
    }

    /// The assessment as a file.
    ///
    /// # Errors
    /// Where it cannot be read.
    pub fn file(&self, id: &AssessmentId) -> Result<(String, String), OpenError> {
        let (assessment, _) = self.fold(id)?;
        Ok((
            assessment.title.clone(),
            envelope::write(id, &assessment, &now()),
        ))
    }

    /// Stored texts that could not be read and were set aside.
    pub fn damaged(&self) -> Vec<Damaged> {
        self.list_revision.track();
        journal::damaged(&*self.keeper().store).unwrap_or_default()
    }
}
