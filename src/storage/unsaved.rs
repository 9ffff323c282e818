//! Changes on their way into the store: noted on the slate at the click, and forgotten once the store has them.
//!
//! So a page that is closed or killed in that moment loses nothing, and other windows learn of the change at once.

use super::journal::{append, set_note_aside};
use super::slate::Slate;
use super::store::{Store, StoreError};
use crate::domain::change::{Change, ChangeId};
use crate::domain::id::AssessmentId;

/// Where the notes are.
pub const UNSAVED: &str = "plumbline/unsaved/";

/// What is noted, read or not.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    pub id: AssessmentId,
    /// Where it stands on the slate.
    pub key: String,
    pub text: String,
    /// None where it cannot be read.
    pub change: Option<Change>,
}

/// Notes a change.
///
/// # Errors
/// Where the slate is full or cannot be reached.
pub fn note(slate: &dyn Slate, id: &AssessmentId, change: &Change) -> Result<(), StoreError> {
    slate.write(&key(id, &change.id), &super::text(change))
}

/// Takes a note away.
///
/// # Errors
/// Where the slate cannot be reached.
pub fn forget(slate: &dyn Slate, id: &AssessmentId, change: &ChangeId) -> Result<(), StoreError> {
    slate.remove(&key(id, change))
}

/// Brings into the store what was on its way when a page ended. What cannot be read is set aside, and so is what belongs to
/// no assessment any more.
///
/// # Errors
/// Where the store is full or cannot be reached. What was not brought there is still on the slate.
pub async fn take_up(store: &dyn Store, slate: &dyn Slate) -> Result<(), StoreError> {
    for note in all(slate)? {
        let taken = match &note.change {
            Some(change) => append(store, &note.id, std::slice::from_ref(change)).await,
            None => Err(StoreError::Gone),
        };
        let taken = match taken {
            Err(StoreError::Gone) => set_note_aside(store, &note.id, &note.key, &note.text).await,
            taken => taken,
        };
        match taken {
            Ok(()) => slate.remove(&note.key)?,
            // It stays for the Plumbline that knows it.
            Err(StoreError::Newer(_)) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// All notes, also those of other windows.
///
/// # Errors
/// Where the slate cannot be reached.
pub fn all(slate: &dyn Slate) -> Result<Vec<Note>, StoreError> {
    let mut notes = Vec::new();
    for key in slate.keys(UNSAVED)? {
        if let Some(text) = slate.read(&key)? {
            notes.extend(read(&key, &text));
        }
    }
    Ok(notes)
}

/// Reads a note. None where the key is another one.
pub fn read(key: &str, text: &str) -> Option<Note> {
    let (id, _) = key.strip_prefix(UNSAVED)?.split_once('/')?;
    Some(Note {
        id: AssessmentId::new(id),
        key: key.to_owned(),
        text: text.to_owned(),
        change: super::read_change(text),
    })
}

fn key(id: &AssessmentId, change: &ChangeId) -> String {
    format!("{UNSAVED}{id}/{}", super::change_name(change))
}
