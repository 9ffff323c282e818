//! What was computed of whole assessments for a portfolio, kept beside their changes. It is dropped when the changes are packed
//! anew, and does not count while there are changes that are not packed.

use super::journal::{changes_prefix, head_key, refuse_newer, view_key};
use super::store::{Put, Store, StoreError, Texts, Wanted};
use crate::domain::id::AssessmentId;
use std::collections::BTreeMap;

const DIGESTS: &str = "digest/";

/// All that are kept, by assessment, whether they still count or not.
///
/// # Errors
/// Where the store cannot be reached.
pub async fn all(store: &dyn Store) -> Result<BTreeMap<AssessmentId, String>, StoreError> {
    let texts = store.read(vec![Wanted::Prefix(DIGESTS.to_owned())]).await?;
    let named = texts.into_iter().filter_map(|(key, text)| {
        let id = key.strip_prefix(DIGESTS)?;
        Some((AssessmentId::new(id), text))
    });
    Ok(named.collect())
}

/// Keeps one that was made of the changes that `view` was made of; nothing is kept where there are others by now.
///
/// # Errors
/// Where it could not be kept, or a newer Plumbline keeps this assessment.
pub async fn keep(
    store: &dyn Store,
    id: &AssessmentId,
    view: String,
    text: String,
) -> Result<(), StoreError> {
    let wanted = vec![
        Wanted::Key(head_key(id)),
        Wanted::Key(view_key(id)),
        Wanted::Prefix(changes_prefix(id)),
    ];
    let key = key(id);
    let decide = move |texts: Texts| match texts.as_slice() {
        [(_, head), (_, present)] => {
            refuse_newer(head)?;
            let same = *present == view;
            Ok(same.then_some(Put::Write(key, text)).into_iter().collect())
        }
        _ => Ok(Vec::new()),
    };
    store.change(wanted, Box::new(decide)).await
}

/// The key of the one of an assessment.
pub(super) fn key(id: &AssessmentId) -> String {
    format!("{DIGESTS}{id}")
}
