//! Kinds of organizational unit in words.

use crate::domain::unit::UnitKind;

/// "Organisation", "Site", "Team", "Service".
pub fn kind(kind: UnitKind) -> &'static str {
    match kind {
        UnitKind::Organisation => "Organisation",
        UnitKind::Site => "Site",
        UnitKind::Team => "Team",
        UnitKind::Service => "Service",
    }
}

/// The name of the field for the unit that another one is part of.
pub fn part_of(kind: UnitKind) -> &'static str {
    match kind {
        UnitKind::Organisation => "Organisation that it is part of",
        UnitKind::Site => "Site that it is part of",
        UnitKind::Team => "Team that brings it",
        UnitKind::Service => "Service that it is part of",
    }
}
