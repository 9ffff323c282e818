//! The tables of a framework that make process-related risk of gaps (after ISO/IEC 15504-4:2004 5.5.1).

use super::header::Confidence;
use super::id::VariantId;

/// How likely harm is comes from the size of the gaps of a level, how bad it is from which level it is.
#[derive(Clone, Debug, PartialEq)]
pub struct RiskRules {
    pub source: String,
    pub confidence: Confidence,
    /// How sure the tables are, in words.
    pub note: String,
    /// Tables of extents, where readings of the source differ. The first one counts unless another is chosen.
    pub variants: Vec<ExtentVariant>,
    pub consequences: Vec<ConsequenceRow>,
}

/// One reading of how gaps make an extent.
#[derive(Clone, Debug, PartialEq)]
pub struct ExtentVariant {
    pub id: VariantId,
    pub title: String,
    /// In what it differs from the others.
    pub note: String,
    /// One row for each level above 0.
    pub extents: Vec<ExtentRow>,
}

/// The extents that gaps make at one level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExtentRow {
    pub level: u8,
    /// Minor gaps only.
    pub minor: Extent,
    /// A single major gap, with minor ones or without.
    pub one_major: Extent,
    pub several_majors: Extent,
}

/// The risks that extents mean at one level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ConsequenceRow {
    pub level: u8,
    pub slight: Risk,
    pub significant: Risk,
    pub substantial: Risk,
}

/// How much of a level is missing: the probability that something goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Extent {
    None,
    Slight,
    Significant,
    Substantial,
}

/// Risk that comes from how a process is run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Risk {
    None,
    Low,
    Medium,
    High,
}

impl RiskRules {
    /// The variant with this id, or else the first.
    pub fn variant(&self, id: Option<&VariantId>) -> Option<&ExtentVariant> {
        let chosen = id.and_then(|id| self.variants.iter().find(|variant| variant.id == *id));
        chosen.or(self.variants.first())
    }

    /// The extent that so many gaps make at a level. Each level has a row; without one, the gravest answers.
    pub fn extent(
        &self,
        variant: Option<&VariantId>,
        level: u8,
        minors: usize,
        majors: usize,
    ) -> Extent {
        let table = self.variant(variant);
        let row = table.and_then(|table| table.extents.iter().find(|row| row.level == level));
        match (majors, minors) {
            (0, 0) => Extent::None,
            (0, _) => row.map_or(Extent::Substantial, |row| row.minor),
            (1, _) => row.map_or(Extent::Substantial, |row| row.one_major),
            _ => row.map_or(Extent::Substantial, |row| row.several_majors),
        }
    }

    /// The risk that an extent means at a level. Each level has a row; without one, the gravest answers.
    pub fn risk(&self, level: u8, extent: Extent) -> Risk {
        let row = self.consequences.iter().find(|row| row.level == level);
        match extent {
            Extent::None => Risk::None,
            Extent::Slight => row.map_or(Risk::High, |row| row.slight),
            Extent::Significant => row.map_or(Risk::High, |row| row.significant),
            Extent::Substantial => row.map_or(Risk::High, |row| row.substantial),
        }
    }
}
