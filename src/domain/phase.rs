//! The phases of the roadmap: those that the model suggests, as people have changed them.

use serde::{Deserialize, Serialize};

/// What people say of a phase in place of the model.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PhaseText {
    pub title: String,
    pub aim: String,
    pub removed: bool,
}
