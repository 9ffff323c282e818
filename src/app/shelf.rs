//! The assessments on this machine: starting, taking in, copying, deleting, handing out.

use super::browser::{now, random_id};
use super::workspace::{Action, Notice, OpenError, Workspace, fold, too_new};
use crate::domain::change::{Change, ChangeId};
use crate::domain::edit::{Edit, ModelRef};
use crate::domain::id::AssessmentId;
use crate::exchange::envelope::{self, AssessmentFile};
use crate::exchange::private::{Register, has_stakeholders, without_stakeholders};
use crate::storage::journal::{self, Found};
use crate::storage::store::StoreError;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::BTreeSet;
use std::sync::Arc;

/// An assessment as a file.
pub struct Handed {
    pub title: String,
    pub text: String,
    /// Whether there is a stakeholder register, which the file may leave out.
    pub has_register: bool,
}

impl Workspace {
    /// Starts an assessment with some first edits and opens it.
    pub fn start(
        &self,
        model: ModelRef,
        framework: ModelRef,
        edits: Vec<Edit>,
    ) -> Option<AssessmentId> {
        let id = AssessmentId::new(random_id());
        let start = self.change(1, Edit::Start { model, framework });
        let found = Found {
            changes: vec![start.clone()],
            ..Found::default()
        };
        self.keeper().append(&id, &start);
        self.open_found(&id, Ok(found));
        self.with(|open| open.id == id).filter(|open| *open)?;
        let author = self.author();
        for edit in edits {
            self.make(edit, &author);
        }
        self.list_changed();
        Some(id)
    }

    /// Takes in an assessment file: as it is, or joined with the copy that is here. Says what was done.
    ///
    /// # Errors
    /// A sentence, where the copy that is here cannot be read, was saved by a newer Plumbline, or there is no room. Nothing was
    /// done then.
    pub async fn take_in(self, file: AssessmentFile) -> Result<AssessmentId, String> {
        let keeper = self.keeper();
        let plainly = |error: StoreError| error.to_string();
        let found = keeper.load(&file.id).await.map_err(plainly)?;
        if let Some(version) = found.too_new {
            return Err(too_new(version));
        }
        let present = found.changes;
        let mut known: BTreeSet<ChangeId> = present.iter().map(|found| found.id.clone()).collect();
        let mut new = file.changes;
        new.retain(|change| known.insert(change.id.clone()));
        if !new.is_empty() {
            self.append_all(&file.id, &new).await.map_err(plainly)?;
        }
        if found.deleted_at.is_some() {
            // Taking it in brings it back.
            let back = journal::set_deleted(&*keeper.store, &file.id, None);
            back.await.map_err(plainly)?;
        }
        self.close(&file.id);
        self.list_changed();
        let added = new.len();
        self.say(match (present.len(), added) {
            (0, _) => format!("Imported with {added} changes."),
            (_, 0) => "This assessment is here already, with all these changes.".to_owned(),
            _ => format!("This assessment was here already. {added} changes of the file were added, and none was lost."),
        });
        Ok(file.id)
    }

    /// Copies an assessment with all its changes.
    pub async fn duplicate(self, id: AssessmentId) {
        let found = self.find(&id).await;
        let read = found.and_then(|found| fold(&found).map(|assessment| (found, assessment)));
        let Ok((mut found, assessment)) = read else {
            return self.say("This assessment cannot be read, so it cannot be copied.");
        };
        let title = Edit::SetTitle {
            title: format!("Copy of {}", assessment.title),
        };
        // Of a finalised one, the copy is there to be worked on.
        let reopen = assessment.seal.is_some().then(|| Edit::Reopen {
            reason: "Copied to be worked on.".to_owned(),
        });
        let edits = [title, Edit::SetSample { sample: false }];
        for edit in reopen.into_iter().chain(edits) {
            let clock = found.changes.last().map_or(1, |last| last.id.clock + 1);
            found.changes.push(self.change(clock, edit));
        }
        let copy = AssessmentId::new(random_id());
        match self.append_all(&copy, &found.changes).await {
            Ok(()) => self.say(format!("\"{}\" was copied.", assessment.title)),
            Err(error) => self.say(format!("It was not copied. {error}")),
        }
        self.list_changed();
    }

    /// Renames an assessment of the list.
    pub async fn rename(self, id: AssessmentId, title: String) {
        let found = self.find(&id).await;
        self.open_found(&id, found);
        if self.with(|open| open.id == id) != Some(true) {
            return self.say("This assessment cannot be opened, so it cannot be renamed.");
        }
        if self.apply(Edit::SetTitle { title }) {
            self.list_changed();
        }
    }

    /// Deletes an assessment so that it can be brought back, and offers to.
    pub fn delete(self, id: AssessmentId, title: String) {
        let deleted = id.clone();
        let bring_back = move || self.set_deleted(deleted.clone(), None);
        let action = Action {
            label: "Undo",
            run: Arc::new(bring_back),
        };
        spawn_local(async move {
            if self.mark_deleted(&id, Some(now())).await {
                self.notice.set(Some(Notice {
                    text: format!("\"{title}\" was deleted."),
                    action: Some(action),
                }));
            }
        });
    }

    /// Marks an assessment as deleted or brings it back; says so where it cannot.
    pub fn set_deleted(self, id: AssessmentId, deleted_at: Option<String>) {
        spawn_local(async move {
            self.mark_deleted(&id, deleted_at).await;
        });
    }

    /// Removes an assessment for good; says so where it cannot.
    pub fn purge(self, id: AssessmentId) {
        spawn_local(async move {
            let purged = journal::purge(&*self.keeper().store, &id).await;
            self.done(&id, purged);
        });
    }

    /// The assessment as a file: all that is kept of it, and what is still on its way, with the stakeholder register or
    /// without.
    ///
    /// # Errors
    /// Where it cannot be read.
    pub async fn file(self, id: &AssessmentId, register: Register) -> Result<Handed, OpenError> {
        let found = self.find(id).await;
        let read = found.and_then(|found| fold(&found).map(|assessment| (found, assessment)));
        let (title, changes) = match read {
            Ok((found, assessment)) => (assessment.title, found.changes),
            // Where the store does not answer any more, what is open is still in memory.
            Err(error) => {
                let open = self.with(|open| {
                    let assessment = &open.assessment;
                    let kept = || (assessment.title.clone(), assessment.all_changes());
                    (open.id == *id).then(kept)
                });
                open.flatten().ok_or(error)?
            }
        };
        let has_register = has_stakeholders(&changes);
        let changes = match register {
            Register::LeftOut => without_stakeholders(changes),
            Register::Included => changes,
        };
        let text = envelope::write_changes(id, &changes, &now()).ok_or(OpenError::NotHere)?;
        Ok(Handed {
            title,
            text,
            has_register,
        })
    }

    /// Whether nothing is kept of an assessment, and nothing is on its way, as of one that was just started.
    pub(super) async fn is_gone(self, id: AssessmentId) -> bool {
        let found = self.keeper().load(&id).await;
        found.is_ok_and(|found| found.too_new.is_none() && found.changes.is_empty())
    }

    pub(super) async fn find(self, id: &AssessmentId) -> Result<Found, OpenError> {
        self.keeper().load(id).await.map_err(OpenError::Store)
    }

    /// Keeps many changes at once, and waits until they are on the disk.
    async fn append_all(self, id: &AssessmentId, changes: &[Change]) -> Result<(), StoreError> {
        journal::append(&*self.keeper().store, id, changes).await
    }

    async fn mark_deleted(self, id: &AssessmentId, deleted_at: Option<String>) -> bool {
        let marked = journal::set_deleted(&*self.keeper().store, id, deleted_at).await;
        self.done(id, marked)
    }

    fn done(self, id: &AssessmentId, done: Result<(), StoreError>) -> bool {
        match &done {
            Ok(()) => self.notice.set(None),
            Err(error) => self.say(error.to_string()),
        }
        self.close(id);
        self.list_changed();
        done.is_ok()
    }

    fn change(&self, clock: u64, edit: Edit) -> Change {
        let replica = self.replica.get_value();
        Change {
            id: ChangeId { clock, replica },
            author: self.author(),
            at: now(),
            edit,
        }
    }
}
