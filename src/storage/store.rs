//! A place that keeps texts by key.

use std::fmt;

/// Text in, text out. Every write is whole or not at all.
pub trait Store {
    /// # Errors
    /// Where the store cannot be reached.
    fn read(&self, key: &str) -> Result<Option<String>, StoreError>;

    /// # Errors
    /// Where the store is full or cannot be reached. What was there is still there then.
    fn write(&self, key: &str, text: &str) -> Result<(), StoreError>;

    /// # Errors
    /// Where the store cannot be reached.
    fn remove(&self, key: &str) -> Result<(), StoreError>;

    /// All keys that start with a prefix, in order.
    ///
    /// # Errors
    /// Where the store cannot be reached.
    fn keys(&self, prefix: &str) -> Result<Vec<String>, StoreError>;
}

/// Why a store did not do it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoreError {
    /// No room left.
    Full,
    /// The browser does not let this page keep anything.
    Blocked,
    /// A newer Plumbline keeps this, in this version of stored data.
    Newer(u32),
    Other(String),
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Full => f.write_str("The browser has no room left for this page."),
            Self::Blocked => f.write_str("The browser does not let this page keep anything."),
            Self::Newer(version) => write!(
                f,
                "A newer Plumbline keeps this (stored format {version}). Please reload the page to get it."
            ),
            Self::Other(text) => write!(f, "The browser could not save: {text}."),
        }
    }
}
