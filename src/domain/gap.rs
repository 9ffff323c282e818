//! How far an attribute is from its target.

use super::framework::Attribute;
use super::model::Model;
use super::result::AttributeResult;
use super::target::target_rank;

/// The gap of one attribute (after ISO/IEC 15504-4:2004 5.5.1; the table is known well, not read there).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    /// Below what the attribute's own level asks for.
    Major,
    /// Good enough for the attribute's own level, below the target.
    Minor,
    /// Not rated, so not known. Never the same as none.
    Unknown,
    None,
}

/// The gap of an attribute to a target level.
pub fn gap(
    model: &Model,
    attribute: &Attribute,
    result: &AttributeResult,
    target_level: u8,
) -> Gap {
    let Some(target) = target_rank(model, attribute, target_level) else {
        return Gap::None;
    };
    let enough_for_own_level = model
        .rule
        .requirement(attribute.level)
        .map_or(target, |requirement| requirement.own);
    match result.standing.rank() {
        None => Gap::Unknown,
        Some(rank) if rank >= target => Gap::None,
        Some(rank) if rank >= enough_for_own_level => Gap::Minor,
        Some(_) => Gap::Major,
    }
}
