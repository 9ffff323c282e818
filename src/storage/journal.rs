//! The changes of each assessment, one key a change, appended and never rewritten.
//!
//! So a rating writes a constant number of bytes whatever the size of the assessment, and a damaged entry loses nothing
//! but itself. Damaged entries are moved aside under a key of their own, where they can be downloaded.

use super::store::{Store, StoreError};
use crate::domain::change::{Change, ChangeId, in_order};
use crate::domain::id::AssessmentId;
use serde::{Deserialize, Serialize};

/// What was found of one assessment.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    pub changes: Vec<Change>,
    /// Set when it was deleted and can still be brought back.
    pub deleted_at: Option<String>,
    /// The version of stored data, where it is newer than this Plumbline. Nothing else was read then.
    pub too_new: Option<u32>,
}

/// A text that was set aside because it could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Damaged {
    pub key: String,
    pub text: String,
}

/// What is said of an assessment as a whole.
#[derive(Debug, Serialize, Deserialize)]
struct Head {
    format_version: u32,
    deleted_at: Option<String>,
}

/// The one thing that can be relied on in a head of any version.
#[derive(Deserialize)]
struct Version {
    format_version: u32,
}

const FORMAT_VERSION: u32 = 1;
const ASSESSMENTS: &str = "plumbline/assessment/";
const DAMAGED: &str = "plumbline/damaged/";
const SETTINGS: &str = "plumbline/setting/";

/// The assessments in a store, by id.
///
/// # Errors
/// Where the store cannot be reached.
pub fn assessments(store: &dyn Store) -> Result<Vec<AssessmentId>, StoreError> {
    let keys = store.keys(ASSESSMENTS)?;
    let ids = keys
        .iter()
        .filter_map(|key| key.strip_prefix(ASSESSMENTS)?.split('/').next());
    let mut ids: Vec<AssessmentId> = ids.map(AssessmentId::new).collect();
    ids.dedup();
    Ok(ids)
}

/// Appends one change.
///
/// # Errors
/// Where it could not be kept, or a newer Plumbline keeps this assessment. The store is as it was then.
pub fn append(store: &dyn Store, id: &AssessmentId, change: &Change) -> Result<(), StoreError> {
    let head = head_key(id);
    let present = store.read(&head)?;
    refuse_newer(present.as_deref())?;
    if present.is_none() {
        store.write(
            &head,
            &text(&Head {
                format_version: FORMAT_VERSION,
                deleted_at: None,
            }),
        )?;
    }
    store
        .write(&change_key(id, &change.id), &text(change))
        .inspect_err(|_| {
            if present.is_none() {
                // It is the first error that tells; a head alone does no harm.
                let _ = store.remove(&head);
            }
        })
}

/// Reads all changes of an assessment, in their order. What cannot be read is set aside.
///
/// # Errors
/// Where the store cannot be reached.
pub fn load(store: &dyn Store, id: &AssessmentId) -> Result<Found, StoreError> {
    let mut found = Found::default();
    if let Some(text) = store.read(&head_key(id))? {
        if let Err(StoreError::Newer(version)) = refuse_newer(Some(&text)) {
            found.too_new = Some(version);
            return Ok(found);
        }
        match serde_json::from_str::<Head>(&text) {
            Ok(head) => found.deleted_at = head.deleted_at,
            Err(_) => set_aside(store, &head_key(id), &text)?,
        }
    }
    for key in store.keys(&changes_prefix(id))? {
        let Some(text) = store.read(&key)? else {
            continue;
        };
        match serde_json::from_str(&text) {
            Ok(change) => found.changes.push(change),
            Err(_) => set_aside(store, &key, &text)?,
        }
    }
    found.changes = in_order(found.changes);
    Ok(found)
}

/// Marks an assessment as deleted, or brings it back. Its changes stay.
///
/// # Errors
/// Where the store cannot be written, or a newer Plumbline keeps this assessment.
pub fn set_deleted(
    store: &dyn Store,
    id: &AssessmentId,
    deleted_at: Option<String>,
) -> Result<(), StoreError> {
    refuse_newer(store.read(&head_key(id))?.as_deref())?;
    store.write(
        &head_key(id),
        &text(&Head {
            format_version: FORMAT_VERSION,
            deleted_at,
        }),
    )
}

/// Removes an assessment for good.
///
/// # Errors
/// Where the store cannot be reached, or a newer Plumbline keeps this assessment.
pub fn purge(store: &dyn Store, id: &AssessmentId) -> Result<(), StoreError> {
    refuse_newer(store.read(&head_key(id))?.as_deref())?;
    for key in store.keys(&changes_prefix(id))? {
        store.remove(&key)?;
    }
    store.remove(&head_key(id))
}

/// Everything that was set aside.
///
/// # Errors
/// Where the store cannot be reached.
pub fn damaged(store: &dyn Store) -> Result<Vec<Damaged>, StoreError> {
    let read = |key: String| {
        let text = store.read(&key)?.unwrap_or_default();
        let key = key.strip_prefix(DAMAGED).unwrap_or(&key).to_owned();
        Ok(Damaged { key, text })
    };
    store.keys(DAMAGED)?.into_iter().map(read).collect()
}

/// Reads a setting of this browser.
///
/// # Errors
/// Where the store cannot be reached.
pub fn setting(store: &dyn Store, name: &str) -> Result<Option<String>, StoreError> {
    store.read(&format!("{SETTINGS}{name}"))
}

/// Keeps a setting of this browser.
///
/// # Errors
/// Where it could not be kept.
pub fn set_setting(store: &dyn Store, name: &str, text: &str) -> Result<(), StoreError> {
    store.write(&format!("{SETTINGS}{name}"), text)
}

/// Moves a text that cannot be read to where it harms nothing. First the copy, then the removal: it is never nowhere.
fn set_aside(store: &dyn Store, key: &str, text: &str) -> Result<(), StoreError> {
    let mut place = format!("{DAMAGED}{key}");
    while store.read(&place)?.is_some_and(|present| present != text) {
        place.push('+');
    }
    match store.write(&place, text) {
        Ok(()) => store.remove(key),
        // No room for the copy: leave it where it is, unread.
        Err(StoreError::Full) => Ok(()),
        Err(error) => Err(error),
    }
}

/// An error where a head was written by a newer Plumbline.
fn refuse_newer(head: Option<&str>) -> Result<(), StoreError> {
    match head.and_then(|head| serde_json::from_str::<Version>(head).ok()) {
        Some(Version { format_version }) if format_version > FORMAT_VERSION => {
            Err(StoreError::Newer(format_version))
        }
        _ => Ok(()),
    }
}

fn head_key(id: &AssessmentId) -> String {
    format!("{ASSESSMENTS}{id}/head")
}

fn changes_prefix(id: &AssessmentId) -> String {
    format!("{ASSESSMENTS}{id}/change/")
}

/// Keys in the order of the changes: the clock with leading zeros, then the replica.
fn change_key(id: &AssessmentId, change: &ChangeId) -> String {
    format!(
        "{}{:010}-{}",
        changes_prefix(id),
        change.clock,
        change.replica
    )
}

fn text<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).expect("texts, numbers and lists can always be written as JSON")
}
