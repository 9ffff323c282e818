//! A decimal number as people write it, exact: what a success measure reads.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A number with up to three decimal places, between minus and plus 999,999,999,999. Written as text, such as `12.5`: so a
/// file says what was typed, whatever reads it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Amount {
    thousandths: i64,
}

/// A text that is no amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoAmount;

const PLACES: usize = 3;

const MOST_DIGITS: usize = 12;

impl Amount {
    /// In thousandths.
    pub fn thousandths(self) -> i64 {
        self.thousandths
    }
}

impl FromStr for Amount {
    type Err = NoAmount;

    /// Point or comma, no signs of thousands.
    fn from_str(text: &str) -> Result<Self, NoAmount> {
        let (sign, plain) = match text.trim().strip_prefix('-') {
            Some(rest) => (-1, rest),
            None => (1, text.trim()),
        };
        let (whole, part) = plain.split_once(['.', ',']).unwrap_or((plain, "0"));
        let good = |text: &str, most| {
            (1..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
        };
        if !good(whole, MOST_DIGITS) || !good(part, PLACES) {
            return Err(NoAmount);
        }
        let digits = format!("{whole}{part:0<PLACES$}");
        let thousandths: i64 = digits.parse().map_err(|_| NoAmount)?;
        Ok(Self {
            thousandths: sign * thousandths,
        })
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.thousandths < 0 { "-" } else { "" };
        let size = self.thousandths.unsigned_abs();
        let part = format!("{:0PLACES$}", size % 1000);
        match part.trim_end_matches('0') {
            "" => write!(f, "{sign}{}", size / 1000),
            part => write!(f, "{sign}{}.{part}", size / 1000),
        }
    }
}

impl fmt::Display for NoAmount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number is written as 12 or 12.5, with up to three places")
    }
}

impl TryFrom<String> for Amount {
    type Error = NoAmount;

    fn try_from(text: String) -> Result<Self, NoAmount> {
        text.parse()
    }
}

impl From<Amount> for String {
    fn from(amount: Amount) -> Self {
        amount.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_is_what_is_kept() {
        for (typed, kept) in [
            ("12", "12"),
            ("12.5", "12.5"),
            ("12,50", "12.5"),
            ("-0.125", "-0.125"),
            (" 7 ", "7"),
            ("007", "7"),
            ("-0", "0"),
        ] {
            assert_eq!(
                typed.parse::<Amount>().map(|amount| amount.to_string()),
                Ok(kept.to_owned())
            );
        }
    }

    #[test]
    fn other_texts_are_no_amounts() {
        for text in [
            "",
            "-",
            "1.",
            ".5",
            "1.2345",
            "1e3",
            "1 000",
            "+5",
            "--5",
            "9999999999999",
        ] {
            assert_eq!(text.parse::<Amount>(), Err(NoAmount), "{text}");
        }
    }
}
