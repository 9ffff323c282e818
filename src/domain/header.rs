//! What every model file says of itself.

use super::id::ModelId;

/// Title and origin of a model file.
#[derive(Clone, Debug, PartialEq)]
pub struct Header {
    pub id: ModelId,
    /// Version of the file, not of the standard: `1.0.0`.
    pub version: String,
    pub title: String,
    /// BCP 47 language tag of all texts in the file.
    pub language: String,
    /// SPDX name of the licence.
    pub licence: String,
    /// Where the content comes from, and how sure it is.
    pub provenance: String,
}

/// How sure a statement about a standard is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Confidence {
    /// Read in the standard or in a text that restates it.
    Sure,
    /// Known well, not read there.
    Likely,
    /// From memory only, or sources disagree. Must be shown as such.
    Unsure,
}
