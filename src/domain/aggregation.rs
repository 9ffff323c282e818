//! One rating from several, by arithmetic mean (ISO/IEC 33020:2015 clause 5.5.1).

use super::header::Confidence;
use super::scale::{Rank, Rating};

/// A way to make one rating of several, as the framework file states it.
#[derive(Clone, Debug, PartialEq)]
pub struct Aggregation {
    pub id: String,
    pub title: String,
    /// The number that stands for each rating.
    pub values: Vec<RatingValue>,
    pub rounding: Rounding,
    pub source: String,
    pub confidence: Confidence,
}

/// The number that stands for one rating.
#[derive(Clone, Debug, PartialEq)]
pub struct RatingValue {
    pub code: Rating,
    pub value: u32,
}

/// What happens to a mean between two ratings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rounding {
    /// To the nearer one; exactly between two, to the higher.
    HalfUp,
}

/// The numbers of a scale by rank, strictly rising.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Numbers(Vec<u32>);

/// A mean with the figures it came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mean {
    pub sum: u32,
    /// What the sum is divided by: how many ratings there are, each as often as its instance counts.
    pub count: u32,
    pub ratings: u32,
    pub rank: Rank,
}

/// Ratings added up so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub sum: u32,
    pub count: u32,
    pub ratings: u32,
}

impl Numbers {
    /// None where the numbers do not rise from rank to rank.
    pub fn new(values: Vec<u32>) -> Option<Self> {
        let rising = values.windows(2).all(|pair| pair[0] < pair[1]);
        (rising && !values.is_empty()).then_some(Self(values))
    }

    pub fn value(&self, rank: Rank) -> u32 {
        self.0[usize::from(rank.0).min(self.0.len() - 1)]
    }

    pub fn highest(&self) -> u32 {
        self.0[self.0.len() - 1]
    }

    /// Twice the least mean that rounds to this rank, 0 for the lowest. Doubled, so that it is a whole number.
    pub fn doubled_threshold(&self, rank: Rank) -> u32 {
        match rank.0 {
            0 => 0,
            above => self.value(Rank(above - 1)) + self.value(rank),
        }
    }

    /// The ranks from lowest to highest.
    pub fn ranks(&self) -> impl DoubleEndedIterator<Item = Rank> + use<> {
        (0..u8::try_from(self.0.len()).unwrap_or(u8::MAX)).map(Rank)
    }
}

impl Tally {
    /// Adds a rating that stands for `weight` ratings, in an instance that counts so many `times`.
    pub fn add(&mut self, value: u32, weight: u32, times: u32) {
        let counts = weight.saturating_mul(times);
        self.sum = self.sum.saturating_add(value.saturating_mul(counts));
        self.count = self.count.saturating_add(counts);
        self.ratings = self.ratings.saturating_add(weight);
    }

    /// The mean, rounded to a rating. None where nothing was rated.
    pub fn mean(self, numbers: &Numbers) -> Option<Mean> {
        if self.count == 0 {
            return None;
        }
        let (sum, count) = (u64::from(self.sum), u64::from(self.count));
        let reached = |rank: &Rank| 2 * sum >= u64::from(numbers.doubled_threshold(*rank)) * count;
        let rank = numbers.ranks().rev().find(reached).unwrap_or(Rank(0));
        Some(Mean {
            sum: self.sum,
            count: self.count,
            ratings: self.ratings,
            rank,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mean(values: &[u32]) -> Option<u8> {
        let numbers = Numbers::new(vec![0, 1, 2, 3]).expect("rising");
        let mut tally = Tally::default();
        for value in values {
            tally.add(*value, 1, 1);
        }
        tally.mean(&numbers).map(|mean| mean.rank.0)
    }

    /// Worked checks of the mean: N 0, P 1, L 2, F 3, half rounds up.
    #[test]
    fn half_rounds_up() {
        assert_eq!(mean(&[3, 3, 2]), Some(3), "F F L is 2.67, so F");
        assert_eq!(mean(&[3, 2]), Some(3), "F L is 2.5, so F");
        assert_eq!(mean(&[2, 1]), Some(2), "L P is 1.5, so L");
        assert_eq!(mean(&[3, 0]), Some(2), "F N is 1.5, so L");
        assert_eq!(mean(&[1, 0]), Some(1), "P N is 0.5, so P");
        assert_eq!(mean(&[3, 3, 3, 0]), Some(2), "F F F N is 2.25, so L");
        assert_eq!(mean(&[3, 3, 1]), Some(2), "F F P is 2.33, so L");
    }

    #[test]
    fn nothing_rated_has_no_mean() {
        assert_eq!(mean(&[]), None);
    }

    #[test]
    fn numbers_must_rise() {
        assert_eq!(Numbers::new(vec![0, 2, 2]), None);
        assert_eq!(Numbers::new(vec![]), None);
    }
}
