//! A moment in the life of an assessment, and what was known then.

use super::assessment::Assessment;
use super::date::Date;
use super::refusal::Refusal;
use serde::{Deserialize, Serialize};

/// A point in time as changes tell it: ISO 8601 in UTC, such as `2026-11-22T09:30:00.000Z`. Texts of this form are in the order
/// of time.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Moment(String);

impl Moment {
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The last moment of a day.
    pub fn end_of(day: Date) -> Self {
        Self(format!("{day}T23:59:59.999Z"))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// None where the text does not begin with a day.
    pub fn day(&self) -> Option<Date> {
        Date::of_moment(&self.0)
    }

    /// Whether something said at a time was said by then.
    pub fn covers(&self, at: &str) -> bool {
        at <= self.0.as_str()
    }
}

impl Assessment {
    /// The assessment as it was known at a moment: the fold of the changes that had been made by then. The first one is always
    /// among them, as nothing is without it. Seen as this one is: who sees their own ratings only sees no others' of then.
    ///
    /// # Errors
    /// Never for an assessment that is there; the fold cannot promise it.
    pub fn at(&self, moment: &Moment) -> Result<Self, Refusal> {
        let known = |(place, change): &(usize, &super::change::Change)| {
            *place == 0 || moment.covers(&change.at)
        };
        let changes = self.changes().iter().enumerate().filter(known);
        let changes: Vec<_> = changes.map(|(_, change)| change.clone()).collect();
        let (mut then, _) = Self::from_changes(&changes)?;
        then.see_as(self.viewer());
        Ok(then)
    }

    /// The moment of the latest change by the clocks of those who made them.
    pub fn last_moment(&self) -> Moment {
        let latest = self.changes().iter().map(|change| change.at.as_str()).max();
        Moment::new(latest.unwrap_or_default())
    }

    /// The days on which something was changed, each once, earliest first.
    pub fn days(&self) -> Vec<Date> {
        let days = self.changes().iter();
        let mut days: Vec<_> = days
            .filter_map(|change| Date::of_moment(&change.at))
            .collect();
        days.sort_unstable();
        days.dedup();
        days
    }
}
