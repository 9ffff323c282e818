//! A small place that keeps short texts at once: settings, and changes that are on their way into the store.

use super::store::StoreError;

/// Text in, text out, with no waiting. What was written survives a closed page, but perhaps not a killed browser.
pub trait Slate {
    /// # Errors
    /// Where the slate cannot be reached.
    fn read(&self, key: &str) -> Result<Option<String>, StoreError>;

    /// # Errors
    /// Where the slate is full or cannot be reached. What was there is still there then.
    fn write(&self, key: &str, text: &str) -> Result<(), StoreError>;

    /// # Errors
    /// Where the slate cannot be reached.
    fn remove(&self, key: &str) -> Result<(), StoreError>;

    /// All keys that start with a prefix, in order.
    ///
    /// # Errors
    /// Where the slate cannot be reached.
    fn keys(&self, prefix: &str) -> Result<Vec<String>, StoreError>;
}
