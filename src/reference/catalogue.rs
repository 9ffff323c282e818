//! The list of model files that are shipped together.

use super::reader::record;

/// The files of a folder of models, each by its path within the folder.
#[derive(Clone, Debug, PartialEq)]
pub struct Catalogue {
    pub files: Vec<Entry>,
}

/// One listed file.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    pub kind: String,
    pub path: String,
}

record!(Catalogue { files });
record!(Entry { kind, path });
