//! Texts that could not be read: moved to where they harm nothing, and can be downloaded.

use super::store::{Put, Store, StoreError, Wanted};
use sha2::{Digest, Sha256};

/// A text that was set aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Damaged {
    /// Where it was kept.
    pub key: String,
    pub text: String,
}

const DAMAGED: &str = "damaged/";

/// Stands before the mark that keeps two damaged texts of one key apart.
const MARK: char = '#';

/// Everything that was set aside.
///
/// # Errors
/// Where the store cannot be reached.
pub async fn damaged(store: &dyn Store) -> Result<Vec<Damaged>, StoreError> {
    let texts = store.read(vec![Wanted::Prefix(DAMAGED.to_owned())]).await?;
    let read = |(key, text): (String, String)| {
        let key = key.strip_prefix(DAMAGED).unwrap_or(&key);
        let key = key.rsplit_once(MARK).map_or(key, |(key, _)| key).to_owned();
        Damaged { key, text }
    };
    Ok(texts.into_iter().map(read).collect())
}

/// The write that keeps a damaged text. The same text of the same key is kept once, another one beside it.
pub fn aside(key: &str, text: &str) -> Put {
    let mark: String = Sha256::digest(text)
        .iter()
        .take(4)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    Put::Write(format!("{DAMAGED}{key}{MARK}{mark}"), text.to_owned())
}
