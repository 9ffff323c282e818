//! How far an attribute is from its target.

use super::assessment::Assessment;
use super::framework::Attribute;
use super::id::AttributeId;
use super::model::Model;
use super::result::{AttributeResult, ProcessResult};
use super::scale::Rank;
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

/// An attribute of a process that the target asks for, with its gap.
#[derive(Clone, Debug, PartialEq)]
pub struct AttributeGap {
    pub attribute: AttributeId,
    /// The level that the attribute belongs to.
    pub level: u8,
    pub gap: Gap,
    /// What the target asks for.
    pub target: Rank,
}

/// The gaps of a process: every attribute inside its target, in the order of the framework.
pub fn gaps(model: &Model, assessment: &Assessment, result: &ProcessResult) -> Vec<AttributeGap> {
    let gap_of = |standing: &AttributeResult| {
        let attribute = model.framework.attribute(&standing.attribute)?;
        let target = target_rank(model, assessment, &result.process, attribute)?;
        Some(AttributeGap {
            attribute: attribute.id.clone(),
            level: attribute.level,
            gap: gap(model, attribute, standing.standing.rank(), target),
            target,
        })
    };
    result.attributes.iter().filter_map(gap_of).collect()
}

/// The gap of an attribute to the rank that its target asks for. `rank` is none where it is not rated.
pub fn gap(model: &Model, attribute: &Attribute, rank: Option<Rank>, target: Rank) -> Gap {
    let own = model
        .rule
        .requirement(attribute.level)
        .map(|found| found.own);
    match rank {
        None => Gap::Unknown,
        Some(rank) if rank >= target => Gap::None,
        Some(rank) if own.is_some_and(|own| rank >= own) => Gap::Minor,
        Some(_) => Gap::Major,
    }
}
