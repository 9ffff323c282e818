//! What comes first in the plan, key by key. Standards ask to weigh risk, business goals, dependency, cost and quick results,
//! and give no formula; this order is our own, every key is shown, and people may put an action elsewhere with a reason.

use super::plan_edit::BusinessWeight;
use super::risk_rules::Risk;
use std::cmp::{Ordering, Reverse};

/// The keys in the order in which they count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Keys {
    /// The risk that the gaps of the level mean. High before low.
    pub risk: Risk,
    /// The level of the attribute. Lower before higher.
    pub level: u8,
    /// How much the business depends on the process. High before low.
    pub weight: BusinessWeight,
    /// How many other processes take something from it. Many before few.
    pub dependants: usize,
    /// Person-hours that it takes. Few before many.
    pub hours: u32,
}

impl Ord for Keys {
    fn cmp(&self, other: &Self) -> Ordering {
        let key = |keys: &Self| {
            (
                Reverse(keys.risk),
                keys.level,
                Reverse(keys.weight),
                Reverse(keys.dependants),
                keys.hours,
            )
        };
        key(self).cmp(&key(other))
    }
}

impl PartialOrd for Keys {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(risk: Risk, level: u8, weight: BusinessWeight, dependants: usize, hours: u32) -> Keys {
        Keys {
            risk,
            level,
            weight,
            dependants,
            hours,
        }
    }

    /// Each line comes before the next by one key, though all later keys speak against it.
    #[test]
    fn the_keys_count_in_their_order() {
        use BusinessWeight::{High, Low, Normal};
        let ordered = [
            keys(Risk::High, 3, Low, 0, 900),
            keys(Risk::Medium, 1, Low, 0, 900),
            keys(Risk::Medium, 2, High, 0, 900),
            keys(Risk::Medium, 2, Normal, 5, 900),
            keys(Risk::Medium, 2, Normal, 4, 10),
            keys(Risk::Medium, 2, Normal, 4, 11),
            keys(Risk::Low, 1, High, 9, 1),
        ];
        assert!(ordered.is_sorted());
        assert_ne!(ordered[0].cmp(&ordered[1]), Ordering::Equal);
    }
}
