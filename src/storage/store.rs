//! A place that keeps texts by key, in its own time.

use std::fmt;
use std::pin::Pin;

/// Keeps any number of texts. A change is whole or not at all, and what it says it has done survives the program.
pub trait Store {
    /// Keys and texts of what is wanted, in the order of the wishes, then of the keys.
    ///
    /// # Errors
    /// Where the store cannot be reached.
    fn read(&self, wanted: Vec<Wanted>) -> Later<Texts>;

    /// The keys alone, in order.
    ///
    /// # Errors
    /// Where the store cannot be reached.
    fn keys(&self, wanted: Wanted) -> Later<Vec<String>>;

    /// Reads what is wanted, and makes the writes that are decided on it. Nobody else writes between the two.
    ///
    /// # Errors
    /// Where it was decided not to, the store is full, or it cannot be reached. Nothing was changed then.
    fn change(&self, wanted: Vec<Wanted>, decide: Decide) -> Later<()>;
}

/// An answer that comes later.
pub type Later<T> = Pin<Box<dyn Future<Output = Result<T, StoreError>>>>;

/// Keys with their texts.
pub type Texts = Vec<(String, String)>;

/// Which writes to make, by what is there.
pub type Decide = Box<dyn FnOnce(Texts) -> Result<Vec<Put>, StoreError>>;

/// What to read.
#[derive(Clone, Debug)]
pub enum Wanted {
    Key(String),
    /// Every key that starts so.
    Prefix(String),
}

/// One write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Put {
    Write(String, String),
    Remove(String),
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
    /// What was to be changed is not there any more.
    Gone,
    Other(String),
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Full => f.write_str("The browser has no room left for this page."),
            Self::Blocked => f.write_str("The browser does not let this page keep anything."),
            Self::Newer(version) => write!(
                f,
                "A newer Plumbline keeps this (stored format {version} or newer). Please reload the page to get it."
            ),
            Self::Gone => f.write_str("This assessment was deleted for good in another window."),
            Self::Other(text) => write!(f, "The browser could not save: {text}."),
        }
    }
}
