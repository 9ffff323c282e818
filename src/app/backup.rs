//! Backups: everything on this machine in one file, a look into such a file, and restoring from it.

use super::browser::now;
use super::workspace::Workspace;
use crate::exchange::backup::{Entry, Writer};
use crate::exchange::backup_reader::{Reader, Verdict};
use crate::exchange::restore::{self, Head, Here, Outcome, Step, TextOutcome, Write};
use crate::storage::set_aside::{self, aside};
use crate::storage::store::StoreError;
use crate::storage::{journal, own_models, settings};
use js_sys::{Array, Uint8Array};
use leptos::prelude::Set;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag};

/// The setting that says when the last backup was made.
const LAST: &str = "last_backup";

/// What is read of a backup at a time, in bytes.
const PIECE: f64 = 1_000_000.0;

/// What a backup holds, compared with what is here.
#[derive(Clone)]
pub struct Look {
    pub verdict: Verdict,
    /// What restoring does, by entry.
    pub added: Vec<String>,
    pub changed: Vec<String>,
    pub left_alone: Vec<String>,
}

/// Everything as a file in memory.
///
/// # Errors
/// Where something cannot be read. A backup without it would not be whole.
pub async fn make(workspace: Workspace) -> Result<Blob, StoreError> {
    let keeper = workspace.keeper();
    let store = &*keeper.store;
    let (mut writer, first) = Writer::new(&now());
    let pieces = Array::of1(&first.into());
    for id in journal::index(store).await?.into_keys() {
        let found = keeper.load(&id).await?;
        if let Some(version) = found.too_new {
            return Err(StoreError::Newer(version));
        }
        let deleted_at = found.deleted_at.as_deref();
        let piece = writer.assessment(&id, found.changes, deleted_at);
        pieces.push(&piece.into());
    }
    for (name, text) in own_models::all(store).await? {
        pieces.push(&writer.model(&name, &text).into());
    }
    let all = settings::all(&*keeper.slate)?.into_iter();
    for (name, value) in all.filter(|(name, _)| name != LAST) {
        pieces.push(&writer.setting(&name, &value).into());
    }
    for found in set_aside::damaged(store).await? {
        pieces.push(&writer.damaged(&found.key, &found.text).into());
    }
    pieces.push(&writer.end().into());
    let options = BlobPropertyBag::new();
    options.set_type("application/jsonl");
    Blob::new_with_str_sequence_and_options(&pieces, &options)
        .map_err(|_| StoreError::Other("there is not enough memory for a backup".to_owned()))
}

/// Notes that everything was backed up just now.
pub fn made(workspace: Workspace) {
    workspace.set_setting(LAST, &now());
    workspace.last_backup.set(Some(now()));
}

/// Reads a backup and tells what it holds. Nothing is changed.
///
/// # Errors
/// A sentence, where the file or what is here cannot be read.
pub async fn look(workspace: Workspace, file: &Blob) -> Result<Look, String> {
    pass(workspace, file, false).await
}

/// Brings in what is missing here. Nothing that is here is removed or replaced, so it can be done again after a failure.
///
/// # Errors
/// A sentence, where the file cannot be read or there is no room. What was brought in until then stays.
pub async fn restore(workspace: Workspace, file: &Blob) -> Result<Look, String> {
    let restored = pass(workspace, file, true).await;
    if let Some(id) = workspace.with(|open| open.id.clone()) {
        workspace.close(&id);
    }
    workspace.read_library().await;
    workspace.list_changed();
    restored
}

async fn pass(workspace: Workspace, file: &Blob, write: bool) -> Result<Look, String> {
    let unreadable =
        |_| "The file could not be read. It may have been moved or changed.".to_owned();
    let mut look = Look {
        verdict: Reader::default().finish().1,
        added: Vec::new(),
        changed: Vec::new(),
        left_alone: Vec::new(),
    };
    let mut reader = Reader::default();
    let mut at = 0.0;
    while at < file.size() {
        let piece = file
            .slice_with_f64_and_f64(at, at + PIECE)
            .map_err(unreadable)?;
        let bytes = JsFuture::from(piece.array_buffer())
            .await
            .map_err(unreadable)?;
        for entry in reader
            .push(&Uint8Array::new(&bytes).to_vec())
            .into_iter()
            .flatten()
        {
            look.take(workspace, &entry, write).await?;
        }
        at += PIECE;
    }
    let (last, verdict) = reader.finish();
    if let Some(Ok(entry)) = last {
        look.take(workspace, &entry, write).await?;
    }
    look.verdict = verdict;
    Ok(look)
}

impl Look {
    async fn take(
        &mut self,
        workspace: Workspace,
        entry: &Entry,
        write: bool,
    ) -> Result<(), String> {
        let plainly = |error: StoreError| error.to_string();
        let here = here(workspace, entry).await.map_err(plainly)?;
        let Step {
            outcome,
            write: puts,
        } = restore::step(entry, &here);
        let list = match &outcome {
            _ if puts == Write::Nothing => &mut self.left_alone,
            Outcome::New { .. } => &mut self.added,
            Outcome::Joined { .. } | Outcome::BroughtBack { .. } => &mut self.changed,
            Outcome::Model { text, .. }
            | Outcome::Setting { text, .. }
            | Outcome::Damaged { text, .. }
                if *text == TextOutcome::New =>
            {
                &mut self.added
            }
            _ => &mut self.left_alone,
        };
        list.push(outcome.to_string());
        if write {
            make_writes(workspace, puts).await.map_err(plainly)?;
        }
        Ok(())
    }
}

/// What is on this machine under the name of an entry.
async fn here(workspace: Workspace, entry: &Entry) -> Result<Here, StoreError> {
    let keeper = workspace.keeper();
    let text = |found: Option<String>| found.map_or(Here::Nothing, Here::Text);
    Ok(match entry {
        Entry::Assessment { file, .. } => {
            let found = keeper.load(&file.id).await?;
            match found.too_new {
                Some(_) => Here::TooNew,
                None if found.changes.is_empty() => Here::Nothing,
                None => Here::Assessment {
                    changes: found.changes,
                    deleted_at: found.deleted_at,
                },
            }
        }
        Entry::Model { name, .. } => {
            let own = own_models::all(&*keeper.store).await?;
            text(
                own.into_iter()
                    .find(|(kept, _)| kept == name)
                    .map(|(_, text)| text),
            )
        }
        Entry::Setting { name, .. } => text(keeper.setting(name)),
        Entry::Damaged { key, text: damaged } => {
            let aside = set_aside::damaged(&*keeper.store).await?;
            let same = aside.into_iter().filter(|found| found.key == *key);
            let texts: Vec<String> = same.map(|found| found.text).collect();
            let found = texts.iter().find(|text| *text == damaged).or(texts.first());
            text(found.cloned())
        }
    })
}

async fn make_writes(workspace: Workspace, write: Write) -> Result<(), StoreError> {
    let keeper = workspace.keeper();
    let store = &*keeper.store;
    match write {
        Write::Nothing => Ok(()),
        Write::Assessment { id, changes, head } => {
            if !changes.is_empty() {
                journal::append(store, &id, &changes).await?;
            }
            match head {
                Head::AsItIs => Ok(()),
                Head::DeletedAt(at) => journal::set_deleted(store, &id, at).await,
            }
        }
        Write::Model { name, text } => own_models::keep(store, vec![(name, text)]).await,
        Write::Setting { name, value } => settings::set_setting(&*keeper.slate, &name, &value),
        Write::Damaged { key, text } => {
            let put = aside(&key, &text);
            store.change(Vec::new(), Box::new(|_| Ok(vec![put]))).await
        }
    }
}
