//! The browser's localStorage, as a slate.

use super::slate::Slate;
use super::store::StoreError;
use gloo_storage::{LocalStorage, Storage};
use js_sys::Error;
use wasm_bindgen::{JsCast, JsValue};

/// Keeps texts in the browser, for this origin. About five million characters fit.
#[derive(Clone, Copy, Debug)]
pub struct BrowserSlate(());

impl BrowserSlate {
    /// # Errors
    /// Where the browser blocks storage, which it can begin to do at any time. `LocalStorage` panics then, so this is asked
    /// before each touch.
    pub fn open() -> Result<Self, StoreError> {
        let storage = web_sys::window().and_then(|window| window.local_storage().ok().flatten());
        storage.map(|_| Self(())).ok_or(StoreError::Blocked)
    }
}

impl Slate for BrowserSlate {
    fn read(&self, key: &str) -> Result<Option<String>, StoreError> {
        // As it is, and not as JSON: a damaged text must be seen, not lost.
        Self::open()?;
        LocalStorage::raw().get_item(key).map_err(trouble)
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StoreError> {
        Self::open()?;
        LocalStorage::raw().set_item(key, text).map_err(trouble)
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        Self::open()?;
        LocalStorage::delete(key);
        Ok(())
    }

    fn keys(&self, prefix: &str) -> Result<Vec<String>, StoreError> {
        Self::open()?;
        let keys = (0..LocalStorage::length())
            .filter_map(|index| LocalStorage::raw().key(index).ok().flatten());
        let mut keys: Vec<String> = keys.filter(|key| key.starts_with(prefix)).collect();
        keys.sort();
        Ok(keys)
    }
}

/// What the browser threw, in our words.
fn trouble(thrown: JsValue) -> StoreError {
    match thrown.dyn_ref::<Error>() {
        Some(error) if error.name() == "QuotaExceededError" => StoreError::Full,
        Some(error) => StoreError::Other(error.message().into()),
        None => StoreError::Other("an unknown error".to_owned()),
    }
}
