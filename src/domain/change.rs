//! A change: one edit by one person at one time. Never altered once made.

use super::edit::Edit;
use super::id::ReplicaId;
use serde::{Deserialize, Serialize};

/// One entry of the list that an assessment is made of.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Change {
    pub id: ChangeId,
    pub author: String,
    /// When it was made by the clock of that machine, ISO 8601 in UTC. Told to people, never used for order.
    pub at: String,
    pub edit: Edit,
}

/// Orders changes the same way everywhere: a Lamport clock, then the replica.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChangeId {
    pub clock: u64,
    pub replica: ReplicaId,
}

/// The union of two lists of changes in their order, each change once.
pub fn merge(mut mine: Vec<Change>, theirs: Vec<Change>) -> Vec<Change> {
    mine.extend(theirs);
    in_order(mine)
}

/// Changes in their order, each once.
pub fn in_order(mut changes: Vec<Change>) -> Vec<Change> {
    changes.sort_by(|one, other| one.id.cmp(&other.id));
    changes.dedup_by(|one, other| one.id == other.id);
    changes
}
