//! What an assessment aims at: a level for each process, and so a rating for each attribute.

use super::framework::Attribute;
use super::id::ProcessId;
use super::model::Model;
use super::scale::Rank;
use std::collections::BTreeMap;

/// Target levels: one for all processes, and exceptions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Target {
    pub default: u8,
    pub exceptions: BTreeMap<ProcessId, u8>,
}

impl Target {
    /// The target level of a process.
    pub fn level(&self, process: &ProcessId) -> u8 {
        self.exceptions
            .get(process)
            .copied()
            .unwrap_or(self.default)
    }
}

/// The rank that an attribute needs for a target level; none where the target does not ask for it
/// (ISO/IEC 15504-4 clause 5: lower levels at the top of the scale, the target level itself as the level rule says).
pub fn target_rank(model: &Model, attribute: &Attribute, target_level: u8) -> Option<Rank> {
    model.rule.requirement(target_level)?.needs(attribute.level)
}
