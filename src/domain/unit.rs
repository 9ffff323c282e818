//! What is assessed: an organization, a site, a team or a service, and where it stands among others.

use serde::{Deserialize, Serialize};

/// What kind of organizational unit it is. A service is assessed across the teams that bring it.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum UnitKind {
    Organisation,
    Site,
    #[default]
    Team,
    Service,
}

/// A unit that a smaller one is part of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnitPart {
    pub kind: UnitKind,
    pub name: String,
}

/// Tells units apart: assessments with the same key are a series. Capitals and blanks around names make no difference.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct UnitKey(Vec<String>);

impl UnitKind {
    /// From the largest to the smallest, and services.
    pub const ALL: [Self; 4] = [Self::Organisation, Self::Site, Self::Team, Self::Service];
}

impl UnitKey {
    /// None where the unit has no name: then nobody can tell whether two are the same.
    pub fn new(within: &[UnitPart], name: &str) -> Option<Self> {
        if name.trim().is_empty() {
            return None;
        }
        let names = within.iter().map(|part| part.name.as_str());
        let plain = |name: &str| name.trim().to_lowercase();
        Some(Self(names.chain([name]).map(plain).collect()))
    }
}
