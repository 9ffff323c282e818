//! A milestone: a name on a moment, fixed by a hash of the changes that had been made by then.

use super::moment::Moment;
use serde::{Deserialize, Serialize};

/// A profile that people agreed to come back to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Milestone {
    pub name: String,
    pub at: Moment,
    /// How many changes it covers.
    pub changes: u32,
    /// SHA-256 of the changes covered, in hexadecimal.
    pub hash: String,
}
