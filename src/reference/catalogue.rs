//! The list of model files that are shipped together.

use serde::{Deserialize, Serialize};

/// The files of a folder of models, each by its path within the folder.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Catalogue {
    pub files: Vec<Entry>,
}

/// One listed file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    pub kind: String,
    pub path: String,
}
