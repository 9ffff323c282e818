//! A day of the calendar, and the quarter it lies in. Where today is comes from outside.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A day between the years 1900 and 2199, written as `2027-03-31` (ISO 8601).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

/// A quarter of a calendar year, written as `2027-Q1`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Quarter {
    year: u16,
    /// 1 to 4.
    quarter: u8,
}

/// A text that is no day or no quarter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoDate {
    Day,
    Quarter,
}

const YEARS: std::ops::RangeInclusive<u16> = 1900..=2199;

impl Date {
    /// None where the calendar has no such day, or it is out of range.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let real = YEARS.contains(&year)
            && (1..=12).contains(&month)
            && day >= 1
            && day <= days_in(year, month);
        real.then_some(Self { year, month, day })
    }

    /// The day of a moment as changes tell it: `2027-03-31T09:15:00Z`. None where it does not begin with a day.
    pub fn of_moment(text: &str) -> Option<Self> {
        text.get(..10)?.parse().ok()
    }

    pub fn year(self) -> u16 {
        self.year
    }

    /// 1 to 12.
    pub fn month(self) -> u8 {
        self.month
    }

    /// 1 to 31.
    pub fn day(self) -> u8 {
        self.day
    }

    pub fn quarter(self) -> Quarter {
        Quarter {
            year: self.year,
            quarter: (self.month - 1) / 3 + 1,
        }
    }

    /// Days since a fixed day; differences of these are days between.
    pub fn number(self) -> i32 {
        let year = i32::from(self.year) - 1;
        let before: i32 = (1..self.month)
            .map(|month| i32::from(days_in(self.year, month)))
            .sum();
        365 * year + year / 4 - year / 100 + year / 400 + before + i32::from(self.day)
    }

    /// The day so many days later. None out of range.
    pub fn plus(self, days: u32) -> Option<Self> {
        self.shifted(i32::try_from(days).ok()?)
    }

    /// The day so many days later, or earlier where it is negative. None out of range.
    pub fn shifted(self, days: i32) -> Option<Self> {
        let wanted = self.number().checked_add(days)?;
        let first = |year, month| Self::new(year, month, 1);
        let mut year = self.year;
        while first(year, 1)?.number() > wanted {
            year -= 1;
        }
        while first(year + 1, 1).is_some_and(|day| day.number() <= wanted) {
            year += 1;
        }
        let mut months = (1..=12).rev().filter_map(|month| first(year, month));
        let start = months.find(|day| day.number() <= wanted)?;
        let day = u8::try_from(wanted - start.number() + 1).ok()?;
        Self::new(year, start.month, day)
    }

    /// Whether more than so many months have passed since.
    pub fn is_older(self, months: u16, today: Self) -> bool {
        let count = |day: Self| i32::from(day.year) * 12 + i32::from(day.month);
        let passed = count(today) - count(self);
        let months = i32::from(months);
        passed > months || passed == months && today.day > self.day
    }

    /// The same day of the month three months later or earlier for each quarter. The end of a month stays the end of one, and
    /// a month that is too short gives its last day. None out of range.
    pub fn plus_quarters(self, quarters: i32) -> Option<Self> {
        let months = i32::from(self.year) * 12 + i32::from(self.month) - 1;
        let months = months.checked_add(quarters.checked_mul(3)?)?;
        let year = u16::try_from(months.div_euclid(12)).ok()?;
        let month = u8::try_from(months.rem_euclid(12) + 1).ok()?;
        let last = days_in(year, month);
        let is_end = self.day == days_in(self.year, self.month);
        let day = if is_end { last } else { self.day.min(last) };
        Self::new(year, month, day)
    }
}

impl Quarter {
    /// None out of range.
    pub fn new(year: u16, quarter: u8) -> Option<Self> {
        (YEARS.contains(&year) && (1..=4).contains(&quarter)).then_some(Self { year, quarter })
    }

    pub fn first_day(self) -> Date {
        Date {
            year: self.year,
            month: 3 * (self.quarter - 1) + 1,
            day: 1,
        }
    }

    pub fn last_day(self) -> Date {
        let month = 3 * self.quarter;
        Date {
            year: self.year,
            month,
            day: days_in(self.year, month),
        }
    }

    /// The quarter after it. None out of range.
    pub fn next(self) -> Option<Self> {
        match self.quarter {
            4 => Self::new(self.year + 1, 1),
            quarter => Self::new(self.year, quarter + 1),
        }
    }
}

fn days_in(year: u16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(400) || (year.is_multiple_of(4) && !year.is_multiple_of(100)) => {
            29
        }
        2 => 28,
        _ => 31,
    }
}

/// Digits only, so many of them.
fn digits(text: &str, count: usize) -> Option<u16> {
    let plain = text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}

impl FromStr for Date {
    type Err = NoDate;

    fn from_str(text: &str) -> Result<Self, NoDate> {
        let read = || {
            let mut parts = text.split('-');
            let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
            let small = |text| digits(text, 2).and_then(|number| u8::try_from(number).ok());
            let date = Self::new(digits(year, 4)?, small(month)?, small(day)?)?;
            parts.next().is_none().then_some(date)
        };
        read().ok_or(NoDate::Day)
    }
}

impl FromStr for Quarter {
    type Err = NoDate;

    fn from_str(text: &str) -> Result<Self, NoDate> {
        let read = || {
            let (year, quarter) = text.split_once("-Q")?;
            Self::new(digits(year, 4)?, u8::try_from(digits(quarter, 1)?).ok()?)
        };
        read().ok_or(NoDate::Quarter)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl fmt::Display for Quarter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-Q{}", self.year, self.quarter)
    }
}

impl fmt::Display for NoDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Day => "a day is written as 2027-03-31, between 1900 and 2199",
            Self::Quarter => "a quarter is written as 2027-Q1, between 1900 and 2199",
        })
    }
}

macro_rules! as_text {
    ($($kind:ident),+) => {
        $(impl TryFrom<String> for $kind {
            type Error = NoDate;

            fn try_from(text: String) -> Result<Self, NoDate> {
                text.parse()
            }
        }

        impl From<$kind> for String {
            fn from(value: $kind) -> Self {
                value.to_string()
            }
        })+
    };
}

as_text!(Date, Quarter);

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        text.parse().expect("a day")
    }

    #[test]
    fn days_of_the_calendar_are_read_and_written() {
        for text in ["1900-01-01", "2024-02-29", "2026-11-22", "2199-12-31"] {
            assert_eq!(date(text).to_string(), text);
        }
        for text in [
            "2026-02-29",
            "2026-13-01",
            "2026-1-1",
            "26-01-01",
            "2026-01-01x",
            "2026-01-01-1",
            "",
            "1899-12-31",
            "+026-01-01",
        ] {
            assert_eq!(text.parse::<Date>(), Err(NoDate::Day), "{text}");
        }
        assert_eq!(
            Date::of_moment("2026-11-22T06:01:25Z"),
            Some(date("2026-11-22"))
        );
        assert_eq!(Date::of_moment("Sunday"), None);
    }

    #[test]
    fn days_are_counted_over_leap_years() {
        let days = |from: &str, to: &str| date(to).number() - date(from).number();
        assert_eq!(days("2026-11-22", "2026-11-22"), 0);
        assert_eq!(days("2024-02-28", "2024-03-01"), 2);
        assert_eq!(days("2000-01-01", "2100-01-01"), 36_525);
        assert_eq!(date("2026-12-30").plus(3), Some(date("2027-01-02")));
        assert_eq!(date("2024-02-28").plus(366), Some(date("2025-02-28")));
        assert_eq!(date("2199-12-31").plus(1), None);
        assert_eq!(date("2199-12-30").plus(1), Some(date("2199-12-31")));
        assert_eq!(date("2027-01-02").shifted(-3), Some(date("2026-12-30")));
        assert_eq!(date("2024-03-01").shifted(-366), Some(date("2023-03-01")));
        assert_eq!(date("1900-01-01").shifted(-1), None);
    }

    #[test]
    fn quarters_hold_their_days() {
        let quarter: Quarter = "2027-Q1".parse().expect("a quarter");
        assert_eq!(quarter.first_day(), date("2027-01-01"));
        assert_eq!(quarter.last_day(), date("2027-03-31"));
        assert_eq!(date("2027-04-01").quarter().to_string(), "2027-Q2");
        assert_eq!(
            "2026-Q4".parse::<Quarter>().ok().and_then(Quarter::next),
            Some(quarter)
        );
        for text in ["2027-Q5", "2027-Q0", "2027Q1", "Q1", "2027-Q01"] {
            assert_eq!(text.parse::<Quarter>(), Err(NoDate::Quarter), "{text}");
        }
    }

    #[test]
    fn a_quarter_later_is_three_months_later() {
        let later = |text: &str, quarters| {
            let day: Date = text.parse().expect("a day");
            let day = day.plus_quarters(quarters);
            day.map_or_else(|| "none".to_owned(), |day| day.to_string())
        };
        assert_eq!(later("2027-02-15", 1), "2027-05-15");
        assert_eq!(later("2027-02-15", -1), "2026-11-15");
        assert_eq!(later("2026-11-30", 1), "2027-02-28", "the month is shorter");
        assert_eq!(later("2027-03-31", 1), "2027-06-30");
        assert_eq!(later("2027-06-30", -1), "2027-03-31", "and back again");
        assert_eq!(later("2027-12-01", 5), "2029-03-01");
        assert_eq!(later("2199-12-01", 1), "none");
        assert_eq!(later("1900-01-01", -1), "none");
    }
}
