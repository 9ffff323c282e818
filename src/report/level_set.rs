//! Levels of several processes or units together. Standards define no figure for this, so the rule is chosen and stated.

use super::words::{count, join};
use crate::domain::profile::LevelRange;

/// How levels are brought together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    Distribution,
    Spread,
    Median,
    Lowest,
    Mean,
}

/// Levels, each with the range that its blanks leave open, and how many have none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LevelSet {
    ranges: Vec<LevelRange>,
    not_rated: usize,
}

/// A figure in hundredths of a level, from what it is if every blank is rated lowest to what it is if all are rated highest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figure {
    pub low: u32,
    pub high: u32,
}

impl Rule {
    pub const ALL: [Self; 5] = [
        Self::Distribution,
        Self::Spread,
        Self::Median,
        Self::Lowest,
        Self::Mean,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Self::Distribution => "Distribution",
            Self::Spread => "Spread",
            Self::Median => "Median",
            Self::Lowest => "Lowest",
            Self::Mean => "Mean",
        }
    }

    /// What it does, said beside every figure that it makes.
    pub fn meaning(self) -> &'static str {
        match self {
            Self::Distribution => "How many are at each level.",
            Self::Spread => "From the lowest level to the highest one.",
            Self::Median => {
                "The level in the middle: half are at it or below. Between two middle ones, half way."
            }
            Self::Lowest => "The lowest level: all others are at it or above.",
            Self::Mean => {
                "The mean takes the steps between levels as equal, which nobody has measured. It is no rule of any standard."
            }
        }
    }
}

/// What holds whatever the rule is.
pub const ALL_RULES: &str = "No standard says how to bring the levels of several processes or units together. What is not \
rated at all is counted apart and never enters a figure. What is rated in part enters with its range.";

impl LevelSet {
    /// Adds a level; none is not rated.
    pub fn add(&mut self, range: Option<LevelRange>) {
        match range {
            Some(range) => self.ranges.push(range),
            None => self.not_rated += 1,
        }
    }

    /// How many are certainly at each level, from 0 up to a level.
    pub fn counts(&self, highest: u8) -> Vec<usize> {
        let at = |level| {
            let certain = |range: &&LevelRange| range.lowest == level && range.highest == level;
            self.ranges.iter().filter(certain).count()
        };
        (0..=highest).map(at).collect()
    }

    /// How many are rated in part, so that their level is still open.
    pub fn open(&self) -> usize {
        let open = |range: &&LevelRange| range.lowest != range.highest;
        self.ranges.iter().filter(open).count()
    }

    pub fn not_rated(&self) -> usize {
        self.not_rated
    }

    /// How many have a level, certain or open.
    pub fn rated(&self) -> usize {
        self.ranges.len()
    }

    /// The figure of a rule that gives one, in hundredths of a level. The spread is told by its two ends. None where nothing is
    /// rated, and for the distribution.
    pub fn figure(&self, rule: Rule) -> Option<Figure> {
        let sorted = |end: fn(&LevelRange) -> u8| {
            let mut levels: Vec<u32> = self.ranges.iter().map(|range| end(range).into()).collect();
            levels.sort_unstable();
            levels
        };
        let (lows, highs) = (sorted(|range| range.lowest), sorted(|range| range.highest));
        let both = |of: fn(&[u32]) -> u32| Figure {
            low: of(&lows),
            high: of(&highs),
        };
        let (first, last) = (lows.first()?, highs.last()?);
        match rule {
            Rule::Distribution => None,
            Rule::Spread => Some(Figure {
                low: 100 * first,
                high: 100 * last,
            }),
            Rule::Median => Some(both(median)),
            Rule::Lowest => Some(both(|levels| 100 * levels[0])),
            Rule::Mean => Some(both(mean)),
        }
    }

    /// As short as a cell of a table: "1.5", "1 to 2", "L0: 1, L2: 3". A dash where nothing is rated.
    pub fn short(&self, rule: Rule) -> String {
        if self.ranges.is_empty() {
            return "\u{2013}".to_owned();
        }
        match self.figure(rule) {
            Some(figure) => figure.words(),
            None => {
                let mut parts: Vec<String> = self
                    .at_levels()
                    .map(|(level, count)| format!("L{level}: {count}"))
                    .collect();
                if self.open() > 0 {
                    parts.push(format!("open: {}", self.open()));
                }
                parts.join(", ")
            }
        }
    }

    /// In a sentence, with what is not in the figure: "2 at level 0 and 3 at level 1; 1 open; 4 not rated".
    pub fn words(&self, rule: Rule) -> String {
        let mut parts = Vec::new();
        match self.figure(rule) {
            Some(figure) => {
                parts.push(format!("{} {}", rule.name().to_lowercase(), figure.words()))
            }
            None => {
                let levels: Vec<String> = self
                    .at_levels()
                    .map(|(level, count)| format!("{count} at level {level}"))
                    .collect();
                if !levels.is_empty() {
                    parts.push(join(&levels));
                }
            }
        }
        if self.open() > 0 {
            parts.push(format!("{} open", count(self.open(), "level")));
        }
        if self.not_rated > 0 {
            parts.push(format!("{} not rated", self.not_rated));
        }
        if parts.is_empty() {
            return "nothing in scope".to_owned();
        }
        parts.join("; ")
    }

    /// The levels at which some certainly are, with how many.
    fn at_levels(&self) -> impl Iterator<Item = (usize, usize)> {
        let counts = self.counts(u8::MAX).into_iter().enumerate();
        counts.filter(|(_, count)| *count > 0)
    }
}

impl Figure {
    /// "2", "1.5", or "1 to 2" where blanks leave it open.
    pub fn words(self) -> String {
        let number = |hundredths: u32| {
            let (whole, part) = (hundredths / 100, hundredths % 100);
            match part {
                0 => whole.to_string(),
                part => format!("{whole}.{part:02}")
                    .trim_end_matches('0')
                    .to_owned(),
            }
        };
        if self.low == self.high {
            number(self.low)
        } else {
            format!("{} to {}", number(self.low), number(self.high))
        }
    }
}

/// Of levels in their order, at least one.
fn median(levels: &[u32]) -> u32 {
    let (before, after) = ((levels.len() - 1) / 2, levels.len() / 2);
    50 * (levels[before] + levels[after])
}

/// Half rounded up.
fn mean(levels: &[u32]) -> u32 {
    let count = u32::try_from(levels.len()).unwrap_or(u32::MAX);
    (200 * levels.iter().sum::<u32>() + count) / (2 * count)
}
