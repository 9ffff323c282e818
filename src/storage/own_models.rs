//! Model files that people brought, each under a key of its own.

use super::store::{Put, Store, StoreError, Wanted};

const MODELS: &str = "model/";

/// Name and text of every file that is kept.
///
/// # Errors
/// Where the store cannot be reached.
pub async fn all(store: &dyn Store) -> Result<Vec<(String, String)>, StoreError> {
    let texts = store.read(vec![Wanted::Prefix(MODELS.to_owned())]).await?;
    let named = texts
        .into_iter()
        .map(|(key, text)| (key.trim_start_matches(MODELS).to_owned(), text));
    Ok(named.collect())
}

/// Keeps files under their names, all or none. One of the same name is replaced.
///
/// # Errors
/// Where the store is full or cannot be reached.
pub async fn keep(store: &dyn Store, files: Vec<(String, String)>) -> Result<(), StoreError> {
    let puts = files.into_iter().map(|(name, text)| write(&name, text));
    change(store, puts.collect()).await
}

/// Takes a file away.
///
/// # Errors
/// Where the store cannot be reached.
pub async fn remove(store: &dyn Store, name: &str) -> Result<(), StoreError> {
    change(store, vec![Put::Remove(format!("{MODELS}{name}"))]).await
}

/// The write that keeps a file.
pub(super) fn write(name: &str, text: String) -> Put {
    Put::Write(format!("{MODELS}{name}"), text)
}

async fn change(store: &dyn Store, puts: Vec<Put>) -> Result<(), StoreError> {
    store.change(Vec::new(), Box::new(|_| Ok(puts))).await
}
