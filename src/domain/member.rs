//! The assessment team: who takes part, in which role, and what qualifies them (ISO/IEC 33002, 4.3).

use serde::{Deserialize, Serialize};

/// Somebody who takes part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Member {
    /// The name under which this person rates.
    pub name: String,
    pub role: MemberRole,
    pub competence: Competence,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MemberRole {
    LeadAssessor,
    Assessor,
    /// Of the unit, arranges interviews and documents.
    Coordinator,
    Participant,
    Observer,
}

/// What qualifies somebody, each in plain words. Blank: nothing was recorded.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Competence {
    pub education: String,
    pub training: String,
    pub experience: String,
    pub credentials: String,
}

impl MemberRole {
    pub const ALL: [Self; 5] = [
        Self::LeadAssessor,
        Self::Assessor,
        Self::Coordinator,
        Self::Participant,
        Self::Observer,
    ];

    /// Whether this role rates.
    pub fn rates(self) -> bool {
        matches!(self, Self::LeadAssessor | Self::Assessor)
    }
}
