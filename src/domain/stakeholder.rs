//! Somebody whose support the change needs. Private: left out of what is handed on, unless it is chosen.

use serde::{Deserialize, Serialize};

/// A stakeholder as it stands after all changes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stakeholder {
    /// A name or a role.
    pub name: String,
    pub stance: Stance,
    /// What is in it for them.
    pub interest: String,
    pub influence: Influence,
    /// Who looks after them.
    pub carer: String,
    pub removed: bool,
}

/// How somebody stands to the change (workshop practice).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stance {
    /// Speaks for it unasked.
    Advocate,
    /// Helps when asked.
    Supporter,
    #[default]
    Undecided,
    /// Doubts it aloud.
    Cynic,
    /// Works against it.
    Assassin,
}

/// How much somebody can move.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Influence {
    Low,
    #[default]
    Medium,
    High,
}

/// One field of a stakeholder, as an edit sets it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum StakeholderField {
    Name { text: String },
    Stance { stance: Stance },
    Interest { text: String },
    Influence { influence: Influence },
    Carer { text: String },
    Removed { removed: bool },
}

impl Stakeholder {
    pub(super) fn set(&mut self, field: StakeholderField) {
        match field {
            StakeholderField::Name { text } => self.name = text,
            StakeholderField::Stance { stance } => self.stance = stance,
            StakeholderField::Interest { text } => self.interest = text,
            StakeholderField::Influence { influence } => self.influence = influence,
            StakeholderField::Carer { text } => self.carer = text,
            StakeholderField::Removed { removed } => self.removed = removed,
        }
    }

    /// The same field with the value that it has now.
    pub(super) fn field_now(&self, field: &StakeholderField) -> StakeholderField {
        match field {
            StakeholderField::Name { .. } => StakeholderField::Name {
                text: self.name.clone(),
            },
            StakeholderField::Stance { .. } => StakeholderField::Stance {
                stance: self.stance,
            },
            StakeholderField::Interest { .. } => StakeholderField::Interest {
                text: self.interest.clone(),
            },
            StakeholderField::Influence { .. } => StakeholderField::Influence {
                influence: self.influence,
            },
            StakeholderField::Carer { .. } => StakeholderField::Carer {
                text: self.carer.clone(),
            },
            StakeholderField::Removed { .. } => StakeholderField::Removed {
                removed: self.removed,
            },
        }
    }
}
