//! Settings of this browser.

use super::slate::Slate;
use super::store::StoreError;

const SETTINGS: &str = "plumbline/setting/";

/// Reads a setting.
///
/// # Errors
/// Where the slate cannot be reached.
pub fn setting(slate: &dyn Slate, name: &str) -> Result<Option<String>, StoreError> {
    slate.read(&format!("{SETTINGS}{name}"))
}

/// Keeps a setting.
///
/// # Errors
/// Where it could not be kept.
pub fn set_setting(slate: &dyn Slate, name: &str, text: &str) -> Result<(), StoreError> {
    slate.write(&format!("{SETTINGS}{name}"), text)
}

/// Name and text of all settings.
///
/// # Errors
/// Where the slate cannot be reached.
pub fn all(slate: &dyn Slate) -> Result<Vec<(String, String)>, StoreError> {
    let mut found = Vec::new();
    for key in slate.keys(SETTINGS)? {
        if let (Some(name), Some(text)) = (key.strip_prefix(SETTINGS), slate.read(&key)?) {
            found.push((name.to_owned(), text));
        }
    }
    Ok(found)
}
