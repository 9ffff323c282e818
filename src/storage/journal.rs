//! The changes of each assessment, appended and never rewritten.
//!
//! A change is kept under a key of its own, so a rating writes a constant number of bytes whatever the size of the
//! assessment. When the work on an assessment rests, its changes are put together in one pack, one a line. A damaged entry or
//! line loses nothing but itself: it is set aside, where it can be downloaded.

use super::digests;
use super::set_aside::aside;
use super::store::{Put, Store, StoreError, Texts, Wanted};
use super::{FORMAT_VERSION, change_name, read_change, text};
use crate::domain::change::{Change, in_order};
use crate::domain::edit::Edit;
use crate::domain::id::AssessmentId;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What was found of one assessment.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    pub changes: Vec<Change>,
    /// Set when it was deleted and can still be brought back.
    pub deleted_at: Option<String>,
    /// The version of stored data, where it is newer than this Plumbline. Nothing else was read then.
    pub too_new: Option<u32>,
}

/// What the list of assessments knows without reading any changes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Entry {
    pub deleted_at: Option<String>,
    pub too_new: Option<u32>,
    /// What was computed from all its changes when they were packed. None where there are changes since.
    pub view: Option<String>,
}

/// What is said of an assessment as a whole. Every assessment that is kept has one.
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

const HEADS: &str = "head/";
const VIEWS: &str = "view/";
const PACKS: &str = "pack/";
const CHANGES: &str = "change/";

/// The assessments in a store, by id.
///
/// # Errors
/// Where the store cannot be reached.
pub async fn index(store: &dyn Store) -> Result<BTreeMap<AssessmentId, Entry>, StoreError> {
    let prefix = |prefix: &str| Wanted::Prefix(prefix.to_owned());
    let texts = store.read(vec![prefix(HEADS), prefix(VIEWS)]).await?;
    let mut found: BTreeMap<AssessmentId, Entry> = BTreeMap::new();
    for (key, text) in texts {
        if let Some(id) = key.strip_prefix(HEADS) {
            let entry = found.entry(AssessmentId::new(id)).or_default();
            entry.too_new = newer(&text);
            entry.deleted_at = read_head(&text).and_then(|head| head.deleted_at);
        } else if let Some(id) = key.strip_prefix(VIEWS) {
            found.entry(AssessmentId::new(id)).or_default().view = Some(text);
        }
    }
    for key in store.keys(prefix(CHANGES)).await? {
        if let Some((id, _)) = key.trim_start_matches(CHANGES).split_once('/') {
            found.entry(AssessmentId::new(id)).or_default().view = None;
        }
    }
    Ok(found)
}

/// Appends changes of one assessment.
///
/// # Errors
/// Where they could not be kept, a newer Plumbline keeps this assessment, or it is gone. The store is as it was then.
pub async fn append(
    store: &dyn Store,
    id: &AssessmentId,
    changes: &[Change],
) -> Result<(), StoreError> {
    let starts = changes
        .iter()
        .any(|change| matches!(change.edit, Edit::Start { .. }));
    let writes = changes.iter().map(|change| {
        let key = format!("{}{}", changes_prefix(id), change_name(&change.id));
        Put::Write(key, text(change))
    });
    let mut puts: Vec<Put> = writes.collect();
    let head = head_key(id);
    let decide = move |texts: Texts| {
        match texts.first() {
            Some((_, head)) => refuse_newer(head)?,
            None if starts => puts.push(head_with(head, None)),
            None => return Err(StoreError::Gone),
        }
        Ok(puts)
    };
    store
        .change(vec![Wanted::Key(head_key(id))], Box::new(decide))
        .await
}

/// Reads all changes of an assessment, in their order. What cannot be read is set aside.
///
/// # Errors
/// Where the store cannot be reached.
pub async fn load(store: &dyn Store, id: &AssessmentId) -> Result<Found, StoreError> {
    let (found, damage) = separate(store.read(whole(id)).await?);
    if !damage.is_empty() {
        let moved = store.change(whole(id), Box::new(|texts| Ok(separate(texts).1)));
        match moved.await {
            // No room for the copy: it stays where it is, unread.
            Ok(()) | Err(StoreError::Full) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(found)
}

/// Puts the changes of an assessment together, with what was computed from this many of them. When there are more by now, the
/// view is not kept.
///
/// # Errors
/// Where it could not be kept, or a newer Plumbline keeps this assessment. The store is as it was then.
pub async fn pack(
    store: &dyn Store,
    id: &AssessmentId,
    view: String,
    made_from: usize,
) -> Result<(), StoreError> {
    let pack_key = pack_key(id);
    let view_key = view_key(id);
    let digest_key = digests::key(id);
    let decide = move |texts: Texts| {
        let mut puts = Vec::new();
        let mut lines = String::new();
        for (key, text) in texts {
            if key.starts_with(HEADS) {
                refuse_newer(&text)?;
                continue;
            }
            // One that was packed before can come again, from a note that was not forgotten in time.
            if !lines.contains(&text) {
                lines.push_str(text.trim_end());
                lines.push('\n');
            }
            if key.starts_with(CHANGES) {
                puts.push(Put::Remove(key));
            }
        }
        let count = lines.lines().count();
        puts.push(match count == made_from {
            true => Put::Write(view_key, view),
            false => Put::Remove(view_key),
        });
        puts.push(Put::Write(pack_key, lines));
        puts.push(Put::Remove(digest_key));
        Ok(puts)
    };
    store.change(whole(id), Box::new(decide)).await
}

/// Marks an assessment as deleted, or brings it back. Its changes stay.
///
/// # Errors
/// Where the store cannot be written, or a newer Plumbline keeps this assessment, or it is gone.
pub async fn set_deleted(
    store: &dyn Store,
    id: &AssessmentId,
    deleted_at: Option<String>,
) -> Result<(), StoreError> {
    let decide = move |texts: Texts| {
        let (key, head) = texts.into_iter().next().ok_or(StoreError::Gone)?;
        refuse_newer(&head)?;
        Ok(vec![head_with(key, deleted_at)])
    };
    store
        .change(vec![Wanted::Key(head_key(id))], Box::new(decide))
        .await
}

/// Removes an assessment for good.
///
/// # Errors
/// Where the store cannot be reached, or a newer Plumbline keeps this assessment.
pub async fn purge(store: &dyn Store, id: &AssessmentId) -> Result<(), StoreError> {
    let mut wanted = whole(id);
    wanted.push(Wanted::Key(view_key(id)));
    wanted.push(Wanted::Key(digests::key(id)));
    let decide = |texts: Texts| {
        let mut puts = Vec::new();
        for (key, text) in texts {
            if key.starts_with(HEADS) {
                refuse_newer(&text)?;
            }
            puts.push(Put::Remove(key));
        }
        Ok(puts)
    };
    store.change(wanted, Box::new(decide)).await
}

/// Moves a note that cannot be read to what was set aside, unless a newer Plumbline keeps the assessment.
///
/// # Errors
/// As [`append`].
pub async fn set_note_aside(
    store: &dyn Store,
    id: &AssessmentId,
    key: &str,
    text: &str,
) -> Result<(), StoreError> {
    let put = aside(key, text);
    let decide = move |texts: Texts| {
        texts
            .first()
            .map_or(Ok(()), |(_, head)| refuse_newer(head))?;
        Ok(vec![put])
    };
    store
        .change(vec![Wanted::Key(head_key(id))], Box::new(decide))
        .await
}

/// Reads what is kept of an assessment, and says which writes set the damaged parts aside.
fn separate(texts: Texts) -> (Found, Vec<Put>) {
    let mut found = Found::default();
    let mut puts = Vec::new();
    for (key, text) in texts {
        if key.starts_with(HEADS) {
            found.too_new = newer(&text);
            if found.too_new.is_some() {
                return (found, Vec::new());
            }
            match read_head(&text) {
                Some(head) => found.deleted_at = head.deleted_at,
                None => {
                    puts.push(aside(&key, &text));
                    puts.push(head_with(key, None));
                }
            }
        } else if key.starts_with(PACKS) {
            let mut good = String::new();
            let before = puts.len();
            for line in text.lines().filter(|line| !line.is_empty()) {
                match read_change(line) {
                    Some(change) => {
                        found.changes.push(change);
                        good.push_str(line);
                        good.push('\n');
                    }
                    None => puts.push(aside(&key, line)),
                }
            }
            if puts.len() > before {
                puts.push(Put::Write(key, good));
            }
        } else {
            match read_change(&text) {
                Some(change) => found.changes.push(change),
                None => {
                    puts.push(aside(&key, &text));
                    puts.push(Put::Remove(key));
                }
            }
        }
    }
    found.changes = in_order(found.changes);
    (found, puts)
}

/// Head, pack and single changes.
fn whole(id: &AssessmentId) -> Vec<Wanted> {
    vec![
        Wanted::Key(head_key(id)),
        Wanted::Key(pack_key(id)),
        Wanted::Prefix(changes_prefix(id)),
    ]
}

/// The write of a head.
pub(super) fn head_of(id: &AssessmentId, deleted_at: Option<String>) -> Put {
    head_with(head_key(id), deleted_at)
}

fn head_with(key: String, deleted_at: Option<String>) -> Put {
    let head = Head {
        format_version: FORMAT_VERSION,
        deleted_at,
    };
    Put::Write(key, text(&head))
}

fn read_head(text: &str) -> Option<Head> {
    serde_json::from_str(text).ok()
}

/// The version of a head that a newer Plumbline wrote.
fn newer(head: &str) -> Option<u32> {
    let version = serde_json::from_str::<Version>(head).ok()?.format_version;
    (version > FORMAT_VERSION).then_some(version)
}

/// An error where a head was written by a newer Plumbline.
pub(super) fn refuse_newer(head: &str) -> Result<(), StoreError> {
    newer(head).map_or(Ok(()), |version| Err(StoreError::Newer(version)))
}

pub(super) fn head_key(id: &AssessmentId) -> String {
    format!("{HEADS}{id}")
}

fn pack_key(id: &AssessmentId) -> String {
    format!("{PACKS}{id}")
}

pub(super) fn view_key(id: &AssessmentId) -> String {
    format!("{VIEWS}{id}")
}

pub(super) fn changes_prefix(id: &AssessmentId) -> String {
    format!("{CHANGES}{id}/")
}
