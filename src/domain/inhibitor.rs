//! What stands in the way of change: a brick in a wall that people take down.

use super::date::Date;
use super::id::ActionId;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// An inhibitor as it stands after all changes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Inhibitor {
    /// What stands in the way.
    pub what: String,
    /// Where it comes from.
    pub origin: String,
    /// The actions that it holds up.
    pub blocks: BTreeSet<ActionId>,
    /// When it was knocked down; none: it still stands.
    pub fallen: Option<Date>,
    /// How it was dealt with.
    pub answer: String,
    pub removed: bool,
}

/// One field of an inhibitor, as an edit sets it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum InhibitorField {
    What { text: String },
    Origin { text: String },
    Blocks { action: ActionId, blocked: bool },
    Fallen { date: Option<Date> },
    Answer { text: String },
    Removed { removed: bool },
}

impl Inhibitor {
    /// Whether it still stands in the way.
    pub fn stands(&self) -> bool {
        !self.removed && self.fallen.is_none()
    }

    pub(super) fn set(&mut self, field: InhibitorField) {
        match field {
            InhibitorField::What { text } => self.what = text,
            InhibitorField::Origin { text } => self.origin = text,
            InhibitorField::Blocks { action, blocked } => {
                if blocked {
                    self.blocks.insert(action);
                } else {
                    self.blocks.remove(&action);
                }
            }
            InhibitorField::Fallen { date } => self.fallen = date,
            InhibitorField::Answer { text } => self.answer = text,
            InhibitorField::Removed { removed } => self.removed = removed,
        }
    }

    /// The same field with the value that it has now.
    pub(super) fn field_now(&self, field: &InhibitorField) -> InhibitorField {
        match field {
            InhibitorField::What { .. } => InhibitorField::What {
                text: self.what.clone(),
            },
            InhibitorField::Origin { .. } => InhibitorField::Origin {
                text: self.origin.clone(),
            },
            InhibitorField::Blocks { action, .. } => InhibitorField::Blocks {
                blocked: self.blocks.contains(action),
                action: action.clone(),
            },
            InhibitorField::Fallen { .. } => InhibitorField::Fallen { date: self.fallen },
            InhibitorField::Answer { .. } => InhibitorField::Answer {
                text: self.answer.clone(),
            },
            InhibitorField::Removed { .. } => InhibitorField::Removed {
                removed: self.removed,
            },
        }
    }
}
