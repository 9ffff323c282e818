//! The rating scale: ordered steps with percentage limits (ISO/IEC 15504-2 clause 5, ISO/IEC 33020 clause 5.3).

use serde::{Deserialize, Serialize};
use std::fmt;

/// A rating as it is written: `N`, `P`, `L`, `F`, or a refined one such as `L+`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Rating(String);

/// Place of a rating on the scale, 0 for the lowest. Refined ratings have the rank of the step that they refine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Rank(pub u8);

/// The scale of a framework.
#[derive(Clone, Debug, PartialEq)]
pub struct Scale {
    /// Steps from lowest to highest.
    pub ratings: Vec<Step>,
    /// Halves of steps, empty where the edition has none.
    pub refined: Vec<RefinedStep>,
}

/// One step of the scale: more than `above` and up to `up_to` percent achieved. The lowest step holds 0 itself.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    pub code: Rating,
    pub name: String,
    /// One word for a button.
    pub word: String,
    pub above: f64,
    pub up_to: f64,
    pub meaning: String,
}

/// Part of a step, with limits inside it.
#[derive(Clone, Debug, PartialEq)]
pub struct RefinedStep {
    pub code: Rating,
    pub name: String,
    pub of: Rating,
    pub above: f64,
    pub up_to: f64,
    pub meaning: String,
}

impl Rating {
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<&str> for Rating {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}

impl fmt::Display for Rating {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Scale {
    /// The letters that the ratings begin with, in capitals: the keys that rate.
    pub fn letters(&self) -> Vec<char> {
        let first = self
            .ratings
            .iter()
            .filter_map(|step| step.code.as_str().chars().next());
        first.map(|letter| letter.to_ascii_uppercase()).collect()
    }

    /// The upper or lower half of the step of a rating. None where it has no halves.
    pub fn half(&self, rating: &Rating, upper: bool) -> Option<Rating> {
        let plain = self.rating(self.rank(rating)?).clone();
        let mut halves = self.refined.iter().filter(|part| part.of == plain);
        let (lower_half, upper_half) = (halves.next()?, halves.next_back()?);
        Some(if upper { upper_half } else { lower_half }.code.clone())
    }

    /// Rank of a plain or refined rating; none where the scale does not have it.
    pub fn rank(&self, rating: &Rating) -> Option<Rank> {
        let plain = self
            .refined
            .iter()
            .find(|part| part.code == *rating)
            .map_or(rating, |part| &part.of);
        let place = self.ratings.iter().position(|step| step.code == *plain)?;
        u8::try_from(place).ok().map(Rank)
    }

    /// The plain rating of a rank. Ranks come from this scale, so the index is in it; the last step answers otherwise.
    pub fn rating(&self, rank: Rank) -> &Rating {
        &self.step(rank).code
    }

    /// The step of a rank.
    pub fn step(&self, rank: Rank) -> &Step {
        &self.ratings[usize::from(rank.0).min(self.ratings.len() - 1)]
    }

    pub fn lowest(&self) -> Rank {
        Rank(0)
    }

    pub fn highest(&self) -> Rank {
        Rank(u8::try_from(self.ratings.len().saturating_sub(1)).unwrap_or(u8::MAX))
    }

    /// The rating that a percentage of achievement means, refined where the scale is. None outside 0 to 100.
    pub fn at_percent(&self, percent: f64) -> Option<&Rating> {
        let within = |above: f64, up_to: f64| percent > above && percent <= up_to;
        self.refined
            .iter()
            .find(|part| within(part.above, part.up_to))
            .map(|part| &part.code)
            .or_else(|| {
                let step = self.ratings.iter().find(|step| {
                    within(step.above, step.up_to) || (percent == 0.0 && step.above == 0.0)
                })?;
                Some(&step.code)
            })
    }

    /// A rating written by a person or a spreadsheet: any case, a code of this scale or a percentage such as `62 %`.
    pub fn read(&self, text: &str) -> Option<Rating> {
        let text = text.trim();
        let codes = self
            .ratings
            .iter()
            .map(|step| &step.code)
            .chain(self.refined.iter().map(|part| &part.code));
        let mut found = codes.filter(|code| code.as_str().eq_ignore_ascii_case(text));
        found.next().cloned().or_else(|| {
            let percent = percent(text.strip_suffix('%')?.trim())?;
            self.at_percent(percent).cloned()
        })
    }
}

/// A number such as `62`, `67.5` or `67,5`. Read here because the standard library's reader brings tables of 10 kB.
fn percent(text: &str) -> Option<f64> {
    let (whole, part) = text.split_once(['.', ',']).unwrap_or((text, "0"));
    let size = 10_u32.checked_pow(u32::try_from(part.len()).ok()?)?;
    Some(f64::from(digits(whole)?) + f64::from(digits(part)?) / f64::from(size))
}

fn digits(text: &str) -> Option<u32> {
    let all = text.bytes().all(|byte| byte.is_ascii_digit());
    if all { text.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::percent;

    #[test]
    fn percentages_are_read_with_point_or_comma() {
        for (text, number) in [
            ("0", 0.0),
            ("62", 62.0),
            ("67.5", 67.5),
            ("67,5", 67.5),
            ("85.0001", 85.0001),
            ("005", 5.0),
        ] {
            assert_eq!(percent(text), Some(number), "{text}");
        }
    }

    #[test]
    fn other_texts_are_no_percentages() {
        for text in [
            "",
            ".",
            ".5",
            "5.",
            "-1",
            "+5",
            "1e2",
            "1.2.3",
            "x",
            "99999999999",
            "0.00000000001",
        ] {
            assert_eq!(percent(text), None, "{text}");
        }
    }
}
