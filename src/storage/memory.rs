//! A store that forgets: for tests, and where the browser blocks storage.

use super::store::{Store, StoreError};
use std::cell::RefCell;
use std::collections::BTreeMap;

/// Keeps texts for as long as it lives.
#[derive(Debug, Default)]
pub struct Memory {
    texts: RefCell<BTreeMap<String, String>>,
    /// Refuses to hold more characters than this, if told.
    limit: Option<usize>,
}

impl Memory {
    /// A store that is full once it holds this many characters.
    pub fn with_limit(limit: usize) -> Self {
        Self {
            limit: Some(limit),
            ..Self::default()
        }
    }

    /// Characters held, keys included.
    pub fn size(&self) -> usize {
        self.texts
            .borrow()
            .iter()
            .map(|(key, text)| key.len() + text.len())
            .sum()
    }
}

impl Store for Memory {
    fn read(&self, key: &str) -> Result<Option<String>, StoreError> {
        Ok(self.texts.borrow().get(key).cloned())
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StoreError> {
        let present = self
            .texts
            .borrow()
            .get(key)
            .map_or(0, |text| key.len() + text.len());
        if self
            .limit
            .is_some_and(|limit| self.size() - present + key.len() + text.len() > limit)
        {
            return Err(StoreError::Full);
        }
        self.texts
            .borrow_mut()
            .insert(key.to_owned(), text.to_owned());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.texts.borrow_mut().remove(key);
        Ok(())
    }

    fn keys(&self, prefix: &str) -> Result<Vec<String>, StoreError> {
        Ok(self
            .texts
            .borrow()
            .keys()
            .filter(|key| key.starts_with(prefix))
            .cloned()
            .collect())
    }
}
