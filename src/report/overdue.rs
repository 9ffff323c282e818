//! Units that are due to be assessed again.

use super::portfolio::Portfolio;
use crate::domain::date::Date;

/// A unit that is due, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overdue {
    /// Its place in the portfolio.
    pub unit: usize,
    /// Since when.
    pub since: Date,
    pub why: Why,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It was to be done by this day.
    Agreed(Date),
    /// Nothing has changed since this day, and that is longer ago than the limit.
    Older(Date),
}

/// The units of which the agreed day has passed, or else whose latest assessment has not changed for so many quarters of a year;
/// the longest due first.
pub fn overdue(portfolio: &Portfolio, today: Date, quarters: u8) -> Vec<Overdue> {
    let due = |(unit, found): (usize, &super::portfolio::Unit)| {
        let latest = found.latest();
        let (since, why) = match (latest.reassess_by, latest.last_day) {
            (Some(day), _) => (day, Why::Agreed(day)),
            (None, Some(last)) => (last.plus_quarters(quarters.into())?, Why::Older(last)),
            (None, None) => return None,
        };
        (since < today).then_some(Overdue { unit, since, why })
    };
    let units = portfolio.units.iter().enumerate();
    let mut all: Vec<Overdue> = units.filter_map(due).collect();
    all.sort_by_key(|found| found.since);
    all
}
