//! Keeping changes: a store of texts, the journal of each assessment over it, and a slate for what is on its way there.

pub mod digests;
pub mod format_1;
#[cfg(target_arch = "wasm32")]
pub mod indexed_db;
pub mod journal;
#[cfg(target_arch = "wasm32")]
pub mod local_storage;
pub mod memory;
pub mod own_models;
pub mod set_aside;
pub mod settings;
pub mod slate;
pub mod store;
pub mod unsaved;

use crate::domain::change::{Change, ChangeId};
use serde::Serialize;

/// The version of stored data that this Plumbline writes. Version 1 was in localStorage. Version 2 knew no edits of targets by
/// attribute and of the plan, version 3 none of units, milestones and ratings carried over, version 4 none of what a
/// team does together; all are read as they are.
pub const FORMAT_VERSION: u32 = 5;

/// Names in the order of the changes: the clock with leading zeros, then the replica.
fn change_name(id: &ChangeId) -> String {
    format!("{:010}-{}", id.clock, id.replica)
}

fn text<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).expect("texts, numbers and lists can always be written as JSON")
}

fn read_change(text: &str) -> Option<Change> {
    serde_json::from_str(text).ok()
}
