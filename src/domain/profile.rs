//! A process profile as it is printed: attribute ratings alone, without what they were made from.

use super::framework::Framework;
use super::id::AttributeId;
use super::level::{AttributeRank, LevelRule};
use super::scale::{Rank, Rating};

/// The ratings of the attributes of one process, in the order of the framework.
#[derive(Clone, Debug, PartialEq)]
pub struct Profile {
    pub ratings: Vec<ProfileRating>,
}

/// One attribute of a profile.
#[derive(Clone, Debug, PartialEq)]
pub struct ProfileRating {
    pub attribute: AttributeId,
    pub level: u8,
    /// None where it is not rated.
    pub rating: Option<Rating>,
}

/// A level with the range that the blanks leave open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LevelRange {
    pub level: u8,
    pub lowest: u8,
    pub highest: u8,
}

/// An attribute that keeps a level away.
#[derive(Clone, Debug, PartialEq)]
pub struct Shortfall {
    pub attribute: AttributeId,
    pub has: Option<Rating>,
    pub needs: Rating,
}

impl Profile {
    /// A profile of a framework; `rating` tells what each attribute is rated, none for not rated.
    pub fn new(framework: &Framework, rating: impl Fn(&AttributeId) -> Option<Rating>) -> Self {
        let ratings = framework.attributes.iter().map(|attribute| ProfileRating {
            attribute: attribute.id.clone(),
            level: attribute.level,
            rating: rating(&attribute.id),
        });
        Self {
            ratings: ratings.collect(),
        }
    }

    /// The capability level and its range.
    pub fn level(&self, framework: &Framework, rule: &LevelRule) -> LevelRange {
        let scale = &framework.scale;
        let level = |blank: Option<Rank>| {
            let ranks = self.ratings.iter().map(|found| AttributeRank {
                level: found.level,
                rank: found
                    .rating
                    .as_ref()
                    .and_then(|rating| scale.rank(rating))
                    .or(blank),
            });
            rule.level(&ranks.collect::<Vec<_>>(), framework.highest_level())
        };
        LevelRange {
            level: level(None),
            lowest: level(Some(scale.lowest())),
            highest: level(Some(scale.highest())),
        }
    }

    /// What keeps a level away; empty where the level is reached or does not exist.
    pub fn shortfalls(&self, framework: &Framework, rule: &LevelRule, level: u8) -> Vec<Shortfall> {
        let Some(requirement) = rule.requirement(level) else {
            return Vec::new();
        };
        let shortfall = |found: &ProfileRating| {
            let needs = requirement.needs(found.level)?;
            let rank = found
                .rating
                .as_ref()
                .and_then(|rating| framework.scale.rank(rating));
            rank.is_none_or(|rank| rank < needs).then(|| Shortfall {
                attribute: found.attribute.clone(),
                has: found.rating.clone(),
                needs: framework.scale.rating(needs).clone(),
            })
        };
        self.ratings.iter().filter_map(shortfall).collect()
    }
}
