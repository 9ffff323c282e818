//! The list of model files that are shipped together.

use super::reader::{names, record};

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
    pub when: When,
}

/// When a page needs the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// Before anything is shown.
    Start,
    /// When somebody asks for what is in it.
    Asked,
}

record!(Catalogue { files });
record!(Entry { kind, path, when });
names!(When {
    Start = "start",
    Asked = "asked",
});
