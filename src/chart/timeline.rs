//! Days and quarters from left to right.

use crate::report::roadmap::QuarterLoad;

/// Where the days of some quarters lie.
pub struct Timeline {
    left: f64,
    width: f64,
    /// Of all quarters, at least 1.
    days: f64,
    /// Left and right edge of each quarter.
    pub columns: Vec<(f64, f64)>,
}

impl Timeline {
    pub fn new(quarters: &[QuarterLoad], left: f64, width: f64) -> Self {
        let days = quarters
            .iter()
            .map(|quarter| f64::from(quarter.days))
            .sum::<f64>()
            .max(1.0);
        let mut timeline = Self {
            left,
            width,
            days,
            columns: Vec::with_capacity(quarters.len()),
        };
        let mut day = 0.0;
        for quarter in quarters {
            let from = timeline.at(day);
            day += f64::from(quarter.days);
            timeline.columns.push((from, timeline.at(day)));
        }
        timeline
    }

    /// Left edge of a day. Days after the last quarter lie on its end.
    pub fn day(&self, day: u32) -> f64 {
        self.at(f64::from(day))
    }

    pub fn right(&self) -> f64 {
        self.left + self.width
    }

    fn at(&self, day: f64) -> f64 {
        self.left + self.width * (day / self.days).min(1.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quarter(days: u32) -> QuarterLoad {
        QuarterLoad {
            name: "2027-Q1".to_owned(),
            days,
            hours: 0,
            capacity: None,
        }
    }

    #[test]
    fn quarters_are_as_wide_as_they_are_long() {
        let timeline = Timeline::new(&[quarter(90), quarter(91), quarter(19)], 10.0, 200.0);
        assert_eq!(
            timeline.columns,
            [(10.0, 100.0), (100.0, 191.0), (191.0, 210.0)]
        );
        assert!((timeline.day(90) - 100.0).abs() < 1e-9);
    }

    #[test]
    fn days_after_the_last_quarter_lie_on_its_end() {
        let timeline = Timeline::new(&[quarter(90)], 10.0, 200.0);
        assert!((timeline.day(u32::MAX) - timeline.right()).abs() < 1e-9);
        let without_days = Timeline::new(&[quarter(0)], 10.0, 200.0);
        assert!((without_days.day(1) - without_days.right()).abs() < 1e-9);
    }
}
