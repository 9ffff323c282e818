//! The names of days along an axis.

use super::plan_words;
use super::trend::Tick;
use crate::domain::date::Date;

/// Some days from a first one on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeAxis {
    pub first: Date,
    pub last: Date,
}

impl TimeAxis {
    /// The days from the first to the last. At least 1.
    pub fn days(self) -> u32 {
        self.day(self.last).max(1)
    }

    /// The place of a day; days before the first one stand on it.
    pub fn day(self, day: Date) -> u32 {
        u32::try_from(day.number() - self.first.number()).unwrap_or(0)
    }

    /// Names at distances that suit the length: days, months, quarters or years.
    pub fn ticks(self) -> Vec<Tick> {
        match self.days() {
            0..=16 => self.every_days(2),
            17..=80 => self.every_days(7),
            81..=560 => self.every_months(1),
            561..=2000 => self.every_months(3),
            _ => self.every_months(12),
        }
    }

    fn every_days(self, days: u32) -> Vec<Tick> {
        let days = (0..=self.days()).step_by(usize::try_from(days).unwrap_or(1));
        days.filter_map(|place| {
            let day = self.first.plus(place)?;
            Some(Tick {
                day: place,
                name: plan_words::day(day),
            })
        })
        .collect()
    }

    /// The first days of months whose number is one more than a multiple of so many.
    fn every_months(self, months: u8) -> Vec<Tick> {
        let first = self.first;
        let years = first.year()..=self.last.year();
        let firsts = years.flat_map(|year| {
            let months = (1..=12).step_by(usize::from(months));
            months.filter_map(move |month| Date::new(year, month, 1))
        });
        let within = firsts.filter(|day| *day >= first && *day <= self.last);
        let name = |day: Date| {
            let name = plan_words::day(day);
            let month = name
                .split_once(' ')
                .map_or(name.as_str(), |(_, month)| month);
            if months == 12 {
                day.year().to_string()
            } else {
                month.to_owned()
            }
        };
        within
            .map(|day| Tick {
                day: self.day(day),
                name: name(day),
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(first: &str, last: &str) -> Vec<String> {
        let day = |text: &str| text.parse().expect("a day");
        let axis = TimeAxis {
            first: day(first),
            last: day(last),
        };
        let ticks = axis.ticks().into_iter();
        ticks
            .map(|tick| format!("{} {}", tick.day, tick.name))
            .collect()
    }

    #[test]
    fn names_suit_the_length() {
        assert_eq!(
            names("2026-11-21", "2026-11-25"),
            ["0 21 Nov 2026", "2 23 Nov 2026", "4 25 Nov 2026"]
        );
        assert_eq!(
            names("2026-11-21", "2027-02-20"),
            ["10 Dec 2026", "41 Jan 2027", "72 Feb 2027"]
        );
        assert_eq!(names("2026-11-21", "2028-12-31").len(), 8, "quarters");
        assert_eq!(
            names("2020-02-01", "2026-12-31").last(),
            Some(&"2161 2026".to_owned())
        );
    }

    #[test]
    fn one_day_is_an_axis_too() {
        assert_eq!(names("2026-11-21", "2026-11-21"), ["0 21 Nov 2026"]);
    }
}
