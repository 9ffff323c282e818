//! The list of assessments on this machine, read from what is kept of each, and made anew only where there are changes since.

use super::keeper::SaveState;
use super::summary::{Summary, kept, summary, trouble};
use super::workspace::{OpenError, Workspace, fold, too_new};
use crate::domain::id::AssessmentId;
use crate::reference::library::Library;
use crate::storage::journal::{self, Entry};
use crate::storage::set_aside::{self, Damaged};
use crate::storage::store::StoreError;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::BTreeMap;

/// What is on this machine, as it was read last.
#[derive(Clone, Copy)]
pub struct List {
    /// Latest change first. None before the first reading.
    pub summaries: RwSignal<Option<Vec<Summary>>>,
    /// Stored texts that could not be read.
    pub damaged: RwSignal<Vec<Damaged>>,
    /// Whether it is on the screen.
    pub shown: StoredValue<bool>,
    reading: StoredValue<Reading>,
}

#[derive(Clone, Copy, PartialEq)]
enum Reading {
    No,
    Yes,
    /// Something has changed meanwhile.
    Again,
}

/// So many at a time are shown while a long list is made anew.
const STEP: usize = 25;

impl List {
    pub fn new() -> Self {
        Self {
            summaries: RwSignal::new(None),
            damaged: RwSignal::new(Vec::new()),
            shown: StoredValue::new(false),
            reading: StoredValue::new(Reading::No),
        }
    }
}

impl Workspace {
    /// Reads the list anew, and tells other windows to do so.
    pub fn list_changed(self) {
        self.tell_other_windows();
        self.refresh_list();
    }

    /// Reads the list anew. A second wish while it is being read is granted afterwards.
    pub fn refresh_list(self) {
        let reading = self.list.reading;
        if reading.get_value() != Reading::No {
            return reading.set_value(Reading::Again);
        }
        spawn_local(async move {
            loop {
                reading.set_value(Reading::Yes);
                if let Err(error) = self.read_list().await {
                    self.keeper().state.set(SaveState::Failed(error));
                    self.list.summaries.update(|list| {
                        list.get_or_insert_default();
                    });
                }
                if reading.get_value() == Reading::Yes {
                    return reading.set_value(Reading::No);
                }
            }
        });
    }

    /// The assessments on this machine whose models would change or go with the library.
    pub fn titles_harmed_by(self, after: &Library) -> Vec<String> {
        let before = self.library();
        let summaries = self.list.summaries.get_untracked().unwrap_or_default();
        let harmed = summaries.into_iter().filter(|summary| {
            summary.model.as_ref().is_some_and(|(model, framework)| {
                let known = before.fingerprint(model, framework);
                known.is_some() && known != after.fingerprint(model, framework)
            })
        });
        harmed.map(|summary| summary.title).collect()
    }

    async fn read_list(self) -> Result<(), StoreError> {
        let keeper = self.keeper();
        let index = journal::index(&*keeper.store).await?;
        self.close_if_deleted(&index).await;
        self.try_if_brought_back(&index);
        self.list
            .damaged
            .set(set_aside::damaged(&*keeper.store).await?);
        let library = self.library();
        let (mut summaries, mut stale) = (Vec::new(), Vec::new());
        for (id, entry) in index {
            // What a newer Plumbline says of it is not ours to judge.
            let view = entry.view.as_deref().filter(|_| entry.too_new.is_none());
            match view.and_then(|view| kept(&library, view)) {
                Some(mut summary) => {
                    summary.deleted_at = entry.deleted_at;
                    summaries.push(summary);
                }
                None => stale.push((id, entry)),
            }
        }
        // What was shown of the others stays until they are summed up anew, so that nothing blinks.
        let shown = self.list.summaries.get_untracked().unwrap_or_default();
        let is_stale = |summary: &Summary| stale.iter().any(|(id, _)| *id == summary.id);
        let mut for_now = summaries.clone();
        for_now.extend(shown.into_iter().filter(is_stale));
        if stale.is_empty() || !for_now.is_empty() {
            self.show_list(&mut for_now);
        }
        for (place, (id, entry)) in stale.into_iter().enumerate() {
            summaries.extend(match (entry.too_new, self.on_call().await) {
                (Some(version), _) => Some(trouble(id, entry.deleted_at, too_new(version))),
                (None, Ok(on_call)) => (on_call.sum_up)(self, id, entry).await,
                (None, Err(message)) => Some(trouble(id, entry.deleted_at, message)),
            });
            if place % STEP == STEP - 1 {
                self.show_list(&mut summaries);
            }
        }
        self.show_list(&mut summaries);
        Ok(())
    }

    fn show_list(self, summaries: &mut [Summary]) {
        summaries.sort_by(|one, other| other.changed_at.cmp(&one.changed_at));
        if self
            .list
            .summaries
            .with_untracked(|shown| shown.as_deref() != Some(&*summaries))
        {
            self.list.summaries.set(Some(summaries.to_vec()));
        }
    }

    /// Another window may have deleted the assessment that is open here.
    async fn close_if_deleted(self, index: &BTreeMap<AssessmentId, Entry>) {
        let Some(id) = self.with(|open| open.id.clone()) else {
            return;
        };
        let gone = match index.get(&id) {
            Some(entry) => entry.deleted_at.is_some(),
            None => match self.on_call().await {
                Ok(on_call) => (on_call.is_gone)(self, id.clone()).await,
                Err(_) => false, // It is asked again when the list is read the next time.
            },
        };
        if gone {
            self.close(&id);
        }
    }

    /// Another window may have brought back what could not be opened here, or deleted it for good.
    fn try_if_brought_back(self, index: &BTreeMap<AssessmentId, Entry>) {
        let back = self.opening.with_untracked(|opening| {
            opening.as_ref().is_some_and(|(id, error)| {
                let deleted = |entry: &Entry| entry.deleted_at.is_some();
                *error == Some(OpenError::Deleted) && !index.get(id).is_some_and(deleted)
            })
        });
        if back {
            self.try_failed_again();
        }
    }
}

/// Reads the changes of an assessment, sums them up, and keeps the summary with them.
pub async fn sum_up(workspace: Workspace, id: AssessmentId, entry: Entry) -> Option<Summary> {
    let keeper = workspace.keeper();
    let found = match keeper.load(&id).await {
        Ok(found) => found,
        Err(error) => return Some(trouble(id, entry.deleted_at, error.to_string())),
    };
    let count = found.changes.len();
    match fold(&found) {
        Ok(assessment) => {
            let library = workspace.library();
            let summary = summary(&library, id.clone(), &assessment, found.deleted_at);
            if summary.trouble.is_some() {
                workspace.load_rest(); // The list is made anew when it is there.
            } else if let Ok(view) = serde_json::to_string(&summary) {
                // Where it cannot be kept it is made again next time.
                let _ = journal::pack(&*keeper.store, &id, view, count).await;
            }
            Some(summary)
        }
        Err(_) if count == 0 => None,
        Err(_) => {
            let message = "Its first change is damaged, so it cannot be opened. The rest is kept.";
            Some(trouble(id, found.deleted_at, message.to_owned()))
        }
    }
}
