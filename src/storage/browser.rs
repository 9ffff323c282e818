//! The browser's localStorage.

use super::store::{Store, StoreError};
use gloo_storage::errors::StorageError;
use gloo_storage::{LocalStorage, Storage};

/// Keeps texts in the browser, for this origin. About five million characters fit.
#[derive(Clone, Copy, Debug)]
pub struct Browser(());

impl Browser {
    /// # Errors
    /// Where the browser blocks storage. `LocalStorage` panics then, so it must not be touched before this was asked.
    pub fn open() -> Result<Self, StoreError> {
        let storage = web_sys::window().and_then(|window| window.local_storage().ok().flatten());
        storage.map(|_| Self(())).ok_or(StoreError::Blocked)
    }
}

impl Store for Browser {
    fn read(&self, key: &str) -> Result<Option<String>, StoreError> {
        // As it is, and not as JSON: a damaged text must be seen, not lost.
        LocalStorage::raw()
            .get_item(key)
            .map_err(|error| StoreError::Other(format!("{error:?}")))
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StoreError> {
        LocalStorage::raw()
            .set_item(key, text)
            .map_err(|error| match StorageError::from(error) {
                StorageError::JsError(error) if error.name == "QuotaExceededError" => {
                    StoreError::Full
                }
                error => StoreError::Other(error.to_string()),
            })
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        LocalStorage::delete(key);
        Ok(())
    }

    fn keys(&self, prefix: &str) -> Result<Vec<String>, StoreError> {
        let keys = (0..LocalStorage::length())
            .filter_map(|index| LocalStorage::raw().key(index).ok().flatten());
        let mut keys: Vec<String> = keys.filter(|key| key.starts_with(prefix)).collect();
        keys.sort();
        Ok(keys)
    }
}
