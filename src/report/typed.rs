//! What people type about effort, money and other numbers of an action, read; the words the other way round.

use super::plan_words::HOURS_PER_DAY;
use crate::domain::amount::Amount;
use crate::domain::plan_edit::MOST_HOURS;

/// Days of work as whole hours: "2.5" is 20. Nothing typed is none.
///
/// # Errors
/// A sentence that says how to write it.
pub fn effort(text: &str) -> Result<Option<u32>, &'static str> {
    const WRITE: &str = "Write days of work as 3 or 2.5.";
    let Some(amount) = amount(text).map_err(|_| WRITE)? else {
        return Ok(None);
    };
    let thousandths = u64::try_from(amount.thousandths()).map_err(|_| WRITE)?;
    let hours = (thousandths * u64::from(HOURS_PER_DAY) + 500) / 1000;
    match u32::try_from(hours) {
        Ok(hours) if hours <= MOST_HOURS => Ok(Some(hours)),
        _ => Err("That is more than 25,000 days. Please check the number."),
    }
}

/// Whole units of money. Nothing typed is none.
///
/// # Errors
/// A sentence that says how to write it.
pub fn money(text: &str) -> Result<Option<u32>, &'static str> {
    let plain: String = text
        .chars()
        .filter(|letter| !letter.is_whitespace())
        .collect();
    match plain.as_str() {
        "" => Ok(None),
        digits if !digits.bytes().all(|byte| byte.is_ascii_digit()) => {
            Err("Write the cost as a whole number such as 1200, without the currency.")
        }
        digits => digits
            .parse()
            .map(Some)
            .map_err(|_| "That is more than 4,000 million. Please check the number."),
    }
}

/// A number with up to three decimal places. Nothing typed is none.
///
/// # Errors
/// A sentence that says how to write it.
pub fn amount(text: &str) -> Result<Option<Amount>, &'static str> {
    match text.trim() {
        "" => Ok(None),
        text => text
            .parse()
            .map(Some)
            .map_err(|_| "Write a number such as 12 or 12.5, with up to three decimal places."),
    }
}

/// Weeks to shift a date by, later or, where negative, earlier; in days.
///
/// # Errors
/// A sentence that says how to write it.
pub fn weeks(text: &str) -> Result<i32, &'static str> {
    const MOST: i32 = 520;
    match text.trim().replace('\u{2212}', "-").parse::<i32>() {
        Ok(weeks) if weeks != 0 && weeks.abs() <= MOST => Ok(weeks * 7),
        _ => Err("Write whole weeks from 1 to 520, with a minus to shift to an earlier day."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::plan_words;

    #[test]
    fn days_are_kept_as_hours() {
        for (typed, hours) in [("3", 24), ("2.5", 20), ("0,125", 1), ("0", 0), (" 1 ", 8)] {
            assert_eq!(effort(typed), Ok(Some(hours)), "{typed}");
        }
        assert_eq!(effort(" "), Ok(None));
        for typed in ["-1", "two", "1e3", "25000.5", "999999999999"] {
            assert!(effort(typed).is_err(), "{typed}");
        }
        assert_eq!(effort("25000"), Ok(Some(MOST_HOURS)));
    }

    #[test]
    fn days_as_they_are_shown_are_the_same_hours_again() {
        for hours in 0..2_000 {
            assert_eq!(effort(&plan_words::days(hours)), Ok(Some(hours)));
        }
    }

    #[test]
    fn money_is_whole_and_stands_alone() {
        assert_eq!(money("1 200"), Ok(Some(1200)));
        assert_eq!(money(""), Ok(None));
        for typed in ["12.50", "1,200", "12 EUR", "-5", "99999999999"] {
            assert!(money(typed).is_err(), "{typed}");
        }
    }

    #[test]
    fn weeks_go_both_ways() {
        assert_eq!(weeks("2"), Ok(14));
        assert_eq!(weeks("-1"), Ok(-7));
        assert_eq!(weeks("\u{2212}1"), Ok(-7));
        for typed in ["", "0", "1.5", "521", "soon"] {
            assert!(weeks(typed).is_err(), "{typed}");
        }
    }
}
