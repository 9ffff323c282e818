//! Stored data of format 1: everything in localStorage, one key a change. It is moved into the store at the start.

use super::journal::{changes_prefix, head_key, head_of, refuse_newer};
use super::own_models;
use super::set_aside::aside;
use super::slate::Slate;
use super::store::{Put, Store, StoreError, Texts, Wanted};
use crate::domain::id::AssessmentId;
use serde::Deserialize;

const ASSESSMENTS: &str = "plumbline/assessment/";
const MODELS: &str = "plumbline/model/";
const DAMAGED: &str = "plumbline/damaged/";

/// Where something is that can be moved.
pub const PLACES: [&str; 3] = [ASSESSMENTS, MODELS, DAMAGED];

#[derive(Deserialize)]
struct Head {
    format_version: u32,
    deleted_at: Option<String>,
}

/// Moves all that is there. What was moved is taken off the slate only after the store has it, so a page that is closed in
/// between moves it again.
///
/// # Errors
/// Where the store is full or cannot be reached. What was not moved is still on the slate.
pub async fn move_into(store: &dyn Store, slate: &dyn Slate) -> Result<(), StoreError> {
    let mut ids: Vec<AssessmentId> = slate
        .keys(ASSESSMENTS)?
        .iter()
        .filter_map(|key| key.strip_prefix(ASSESSMENTS)?.split('/').next())
        .map(AssessmentId::new)
        .collect();
    ids.dedup();
    for id in ids {
        move_assessment(store, slate, &id).await?;
    }
    for prefix in [MODELS, DAMAGED] {
        let keys = slate.keys(prefix)?;
        let mut puts = Vec::new();
        for key in &keys {
            let text = slate.read(key)?.unwrap_or_default();
            let name = key.trim_start_matches(prefix);
            puts.push(match prefix {
                MODELS => own_models::write(name, text),
                _ => aside(name, &text),
            });
        }
        if puts.is_empty() {
            continue;
        }
        store.change(Vec::new(), Box::new(|_| Ok(puts))).await?;
        keys.iter().try_for_each(|key| slate.remove(key))?;
    }
    Ok(())
}

async fn move_assessment(
    store: &dyn Store,
    slate: &dyn Slate,
    id: &AssessmentId,
) -> Result<(), StoreError> {
    let head_on_slate = format!("{ASSESSMENTS}{id}/head");
    let changes_on_slate = format!("{ASSESSMENTS}{id}/change/");
    let mut puts = Vec::new();
    let mut deleted_at = None;
    if let Some(text) = slate.read(&head_on_slate)? {
        match serde_json::from_str::<Head>(&text) {
            // Not ours to touch.
            Ok(head) if head.format_version > 1 => return Ok(()),
            Ok(head) => deleted_at = head.deleted_at,
            Err(_) => puts.push(aside(&head_on_slate, &text)),
        }
    }
    let keys = slate.keys(&changes_on_slate)?;
    for key in &keys {
        let text = slate.read(key)?.unwrap_or_default();
        let name = key.trim_start_matches(&changes_on_slate);
        // Damaged ones too: they are set aside when the assessment is read.
        puts.push(Put::Write(format!("{}{name}", changes_prefix(id)), text));
    }
    let head = head_of(id, deleted_at);
    let decide = move |texts: Texts| {
        match texts.first() {
            Some((_, present)) => refuse_newer(present)?,
            None => puts.push(head),
        }
        Ok(puts)
    };
    match store
        .change(vec![Wanted::Key(head_key(id))], Box::new(decide))
        .await
    {
        Err(StoreError::Newer(_)) => return Ok(()),
        done => done?,
    }
    keys.iter().try_for_each(|key| slate.remove(key))?;
    slate.remove(&head_on_slate)
}
