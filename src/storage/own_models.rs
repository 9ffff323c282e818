//! Model files that people brought, each under a key of its own.

use super::store::{Store, StoreError};

const MODELS: &str = "plumbline/model/";

/// Name and text of every file that is kept.
///
/// # Errors
/// Where the store cannot be reached.
pub fn all(store: &dyn Store) -> Result<Vec<(String, String)>, StoreError> {
    let mut files = Vec::new();
    for key in store.keys(MODELS)? {
        if let (Some(name), Some(text)) = (key.strip_prefix(MODELS), store.read(&key)?) {
            files.push((name.to_owned(), text));
        }
    }
    Ok(files)
}

/// Keeps a file under a name. One of the same name is replaced.
///
/// # Errors
/// Where the store is full or cannot be reached.
pub fn keep(store: &dyn Store, name: &str, text: &str) -> Result<(), StoreError> {
    store.write(&format!("{MODELS}{name}"), text)
}

/// Takes a file away.
///
/// # Errors
/// Where the store cannot be reached.
pub fn remove(store: &dyn Store, name: &str) -> Result<(), StoreError> {
    store.remove(&format!("{MODELS}{name}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::memory::Memory;

    #[test]
    fn a_file_is_kept_replaced_and_taken_away() {
        let store = Memory::default();
        keep(&store, "a@1.0.0.json", "one").expect("memory has room");
        keep(&store, "a@1.1.0.json", "two").expect("memory has room");
        keep(&store, "a@1.0.0.json", "three").expect("memory has room");
        let found = all(&store).expect("memory can be reached");
        let found: Vec<(&str, &str)> = found
            .iter()
            .map(|(name, text)| (name.as_str(), text.as_str()))
            .collect();
        assert_eq!(found, [("a@1.0.0.json", "three"), ("a@1.1.0.json", "two")]);
        remove(&store, "a@1.0.0.json").expect("memory can be reached");
        assert_eq!(all(&store).map(|files| files.len()), Ok(1));
    }
}
