//! Process-related risk: what the gaps of one process may lead to (after ISO/IEC 15504-4:2004 5.5.1).

use super::gap::{AttributeGap, Gap};
use super::id::{AttributeId, VariantId};
use super::risk_rules::{Extent, Risk, RiskRules};
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// The risk of one process, level by level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProcessRisk {
    /// The levels of the attributes that were looked at, from the lowest up.
    pub levels: Vec<LevelRisk>,
    /// From the gaps that are known: the highest of all levels.
    pub risk: Risk,
    /// What it is if every attribute that is not rated turns out to be a major gap.
    pub at_most: Risk,
    /// Whether an attribute that the target asks for is not rated.
    pub unknown: bool,
}

/// The risk of one level, from the gaps that are known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LevelRisk {
    pub level: u8,
    pub extent: Extent,
    pub risk: Risk,
    /// What the extent is if every attribute that is not rated turns out to be a major gap.
    pub extent_at_most: Extent,
    /// What the risk is then.
    pub at_most: Risk,
    /// The attributes that are not rated.
    pub unknown: Vec<AttributeId>,
}

/// What can be said of a risk while attributes are not rated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RiskStanding {
    /// Ratings to come cannot raise it.
    Known(Risk),
    /// Ratings to come can raise it, and none can lower it.
    AtLeast(Risk),
    /// No known gap gives a risk, and attributes are not rated.
    Unknown,
}

/// Risk by the tables of a framework, in one of their variants: the first where none is chosen or the chosen one is not there.
pub fn process_risk(
    rules: &RiskRules,
    variant: Option<&VariantId>,
    gaps: &[AttributeGap],
) -> ProcessRisk {
    let cell = |level: u8, minors: usize, majors: usize| {
        let extent = rules.extent(variant, level, minors, majors);
        (extent, rules.risk(level, extent))
    };
    let levels: BTreeSet<u8> = gaps.iter().map(|found| found.level).collect();
    let mut process = ProcessRisk {
        levels: Vec::with_capacity(levels.len()),
        risk: Risk::None,
        at_most: Risk::None,
        unknown: false,
    };
    for level in levels {
        let of = |wanted: Gap| {
            let of_level = gaps.iter().filter(move |found| found.level == level);
            of_level.filter(move |found| found.gap == wanted)
        };
        let (minors, majors) = (of(Gap::Minor).count(), of(Gap::Major).count());
        let unknown: Vec<AttributeId> = of(Gap::Unknown)
            .map(|found| found.attribute.clone())
            .collect();
        let (extent, risk) = cell(level, minors, majors);
        let (extent_at_most, at_most) = cell(level, minors, majors + unknown.len());
        process.risk = process.risk.max(risk);
        process.at_most = process.at_most.max(at_most);
        process.unknown |= !unknown.is_empty();
        process.levels.push(LevelRisk {
            level,
            extent,
            risk,
            extent_at_most,
            at_most,
            unknown,
        });
    }
    process
}

impl ProcessRisk {
    /// What can be said of the risk as a whole.
    pub fn standing(&self) -> RiskStanding {
        standing(self.risk, self.at_most, self.unknown)
    }

    /// The level that the risk comes from: of those with the highest risk the one with the greatest extent, and of these
    /// the lowest. None where no gap is known.
    pub fn worst(&self) -> Option<&LevelRisk> {
        let with_gaps = self
            .levels
            .iter()
            .filter(|found| found.extent > Extent::None);
        with_gaps.max_by_key(|found| (found.risk, found.extent, Reverse(found.level)))
    }
}

impl LevelRisk {
    /// What can be said of the risk of this level.
    pub fn standing(&self) -> RiskStanding {
        standing(self.risk, self.at_most, !self.unknown.is_empty())
    }
}

fn standing(risk: Risk, at_most: Risk, unknown: bool) -> RiskStanding {
    match risk {
        Risk::None if unknown => RiskStanding::Unknown,
        risk if risk < at_most => RiskStanding::AtLeast(risk),
        risk => RiskStanding::Known(risk),
    }
}
