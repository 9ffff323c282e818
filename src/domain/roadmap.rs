//! The work of the plan over time: how many hours each quarter takes, against what there is.

use super::action::Action;
use super::date::{Date, Quarter};
use super::improvement::Improvement;
use std::collections::BTreeMap;

/// The work of one quarter, in person-hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuarterLoad {
    pub quarter: Quarter,
    pub hours: u32,
    /// None where nobody said.
    pub capacity: Option<u32>,
}

impl QuarterLoad {
    /// The hours above what there is; none where all fits, or nobody said what there is.
    pub fn overload(&self) -> Option<u32> {
        let over = self.hours.checked_sub(self.capacity?)?;
        (over > 0).then_some(over)
    }
}

/// The load of each quarter that has any, or has a capacity of its own, in their order. `hours` are those of each action.
pub fn quarter_loads<'a>(
    improvement: &Improvement,
    actions: impl IntoIterator<Item = (&'a Action, u32)>,
) -> Vec<QuarterLoad> {
    let mut loads: BTreeMap<Quarter, u32> = improvement
        .capacities
        .keys()
        .map(|quarter| (*quarter, 0))
        .collect();
    for (action, hours) in actions {
        for (quarter, part) in spread(action, hours) {
            let load = loads.entry(quarter).or_default();
            *load = load.saturating_add(part);
        }
    }
    let load = |(quarter, hours)| QuarterLoad {
        quarter,
        hours,
        capacity: improvement.capacity(quarter),
    };
    loads.into_iter().map(load).collect()
}

/// The first and the last day of an action. With one date only, or a due date before the start, both are the due date, or
/// else the start. None without any date.
pub fn days_of(action: &Action) -> Option<(Date, Date)> {
    match (action.start, action.due) {
        (None, None) => None,
        (Some(start), Some(due)) if start <= due => Some((start, due)),
        (_, Some(one)) | (Some(one), None) => Some((one, one)),
    }
}

/// The hours of an action over its quarters, evenly by its days; without any date on none. The parts add up to the whole.
fn spread(action: &Action, hours: u32) -> Vec<(Quarter, u32)> {
    let Some((from, to)) = days_of(action) else {
        return Vec::new();
    };
    let days = |from: Date, to: Date| u64::from((to.number() - from.number() + 1).unsigned_abs());
    let whole = days(from, to);
    let mut parts = Vec::new();
    let (mut gone, mut given) = (0, 0);
    let mut quarter = Some(from.quarter());
    while let Some(now) = quarter.filter(|quarter| quarter.first_day() <= to) {
        gone += days(from.max(now.first_day()), to.min(now.last_day()));
        // What is due by now, less what was given: rounding never loses an hour.
        let due = u64::from(hours) * gone / whole;
        let part = u32::try_from(due - given).unwrap_or(u32::MAX);
        given = due;
        parts.push((now, part));
        quarter = now.next();
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn action(start: &str, due: &str) -> Action {
        Action {
            start: start.parse().ok(),
            due: due.parse().ok(),
            ..Action::default()
        }
    }

    fn told(start: &str, due: &str, hours: u32) -> String {
        let parts = spread(&action(start, due), hours);
        let parts: Vec<String> = parts
            .iter()
            .map(|(quarter, part)| format!("{quarter} {part}"))
            .collect();
        parts.join(", ")
    }

    /// 90 days of the first quarter of 2027 and 91 of the second.
    #[test]
    fn hours_fall_on_quarters_by_days() {
        assert_eq!(
            told("2027-01-01", "2027-06-30", 181),
            "2027-Q1 90, 2027-Q2 91"
        );
        assert_eq!(told("2027-03-31", "2027-04-02", 10), "2027-Q1 3, 2027-Q2 7");
        assert_eq!(told("", "2027-02-15", 40), "2027-Q1 40");
        assert_eq!(told("2027-02-15", "", 40), "2027-Q1 40");
        assert_eq!(
            told("2027-09-01", "2027-02-15", 40),
            "2027-Q1 40",
            "due before start"
        );
        assert_eq!(told("", "", 40), "");
    }

    #[test]
    fn overload_is_what_does_not_fit() {
        let quarter = "2027-Q1".parse().expect("a quarter");
        let load = |hours, capacity| QuarterLoad {
            quarter,
            hours,
            capacity,
        };
        assert_eq!(load(300, Some(200)).overload(), Some(100));
        assert_eq!(load(200, Some(200)).overload(), None);
        assert_eq!(load(300, None).overload(), None);
    }
}
