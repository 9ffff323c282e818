//! The capability level of a process from its attribute ratings.

use super::scale::{Rank, Rating};

/// What one level asks for (ISO/IEC 33020:2015 clause 5.6, table 1; ISO/IEC 15504-2:2003 clause 5.8).
#[derive(Clone, Debug, PartialEq)]
pub struct LevelRequirement {
    pub level: u8,
    /// The lowest rating that the attributes of this level may have.
    pub own: Rating,
    /// The lowest rating that the attributes of all lower levels may have.
    pub below: Rating,
}

/// The level rule with its ratings turned into ranks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LevelRule(Vec<Requirement>);

/// A [`LevelRequirement`] in ranks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Requirement {
    pub level: u8,
    pub own: Rank,
    pub below: Rank,
}

/// The rank that an attribute of some level has; none where it is not rated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AttributeRank {
    pub level: u8,
    pub rank: Option<Rank>,
}

impl LevelRule {
    pub fn new(requirements: Vec<Requirement>) -> Self {
        Self(requirements)
    }

    /// The highest level of which the requirement is met, and of all levels below it; 0 where there is none.
    /// Levels above `highest_in_scope` are not looked at. An attribute without rating meets nothing.
    pub fn level(&self, attributes: &[AttributeRank], highest_in_scope: u8) -> u8 {
        let met = |level: &u8| {
            let requirement = self.requirement(*level);
            requirement.is_some_and(|requirement| {
                attributes
                    .iter()
                    .all(|attribute| requirement.met_by(*attribute))
            })
        };
        (1..=highest_in_scope).take_while(met).last().unwrap_or(0)
    }

    /// What is asked for at a level.
    pub fn requirement(&self, level: u8) -> Option<Requirement> {
        self.0
            .iter()
            .find(|requirement| requirement.level == level)
            .copied()
    }
}

impl Requirement {
    /// The rank that an attribute of some level needs; none where this level does not ask for it.
    pub fn needs(&self, attribute_level: u8) -> Option<Rank> {
        match attribute_level.cmp(&self.level) {
            std::cmp::Ordering::Less => Some(self.below),
            std::cmp::Ordering::Equal => Some(self.own),
            std::cmp::Ordering::Greater => None,
        }
    }

    fn met_by(&self, attribute: AttributeRank) -> bool {
        self.needs(attribute.level)
            .is_none_or(|needed| attribute.rank.is_some_and(|rank| rank >= needed))
    }
}
