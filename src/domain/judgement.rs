//! What a person says of something that can be rated.

use super::scale::Rating;
use serde::{Deserialize, Serialize};

/// A rating, or the statement that none applies. Nothing said is *not rated*, which is not the lowest rating.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Judgement {
    Rated {
        rating: Rating,
    },
    /// Leaves the calculation, and is listed with its reason.
    NotApplicable {
        reason: String,
    },
}

/// A rating that people settled on in place of a computed one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settlement {
    pub rating: Rating,
    pub reason: String,
}

impl Judgement {
    pub fn rating(&self) -> Option<&Rating> {
        match self {
            Self::Rated { rating } => Some(rating),
            Self::NotApplicable { .. } => None,
        }
    }
}
