//! What several commands read: texts, and the folder of model files.

use std::path::Path;

/// The text of a file.
///
/// # Errors
/// Where it cannot be read, or is not UTF-8.
pub fn text(path: &str) -> Result<String, String> {
    let bytes = std::fs::read(path).map_err(|error| format!("{path} cannot be read: {error}."))?;
    String::from_utf8(bytes).map_err(|error| {
        format!(
            "{path} is not UTF-8 text (byte {}).",
            error.utf8_error().valid_up_to()
        )
    })
}

/// `models` here, or else the one that this program was built with.
pub fn models_folder() -> String {
    let here = "models";
    if Path::new(here).is_dir() {
        here.to_owned()
    } else {
        concat!(env!("CARGO_MANIFEST_DIR"), "/models").to_owned()
    }
}
