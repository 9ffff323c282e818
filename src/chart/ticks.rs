//! Round numbers along an axis.

/// From 0 in steps of 1, 2 or 5 times a power of ten, at most so many.
pub fn ticks(end: u32, most: u32) -> Vec<u32> {
    let step = (0..=9)
        .flat_map(|power| [1, 2, 5].map(|digit| u32::checked_mul(digit, 10_u32.pow(power))))
        .flatten()
        .find(|step| end / step < most)
        .unwrap_or(u32::MAX);
    (0..=end / step).map(|place| place * step).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_few() {
        assert_eq!(ticks(7, 8), [0, 1, 2, 3, 4, 5, 6, 7]);
        assert_eq!(ticks(9, 6), [0, 2, 4, 6, 8]);
        assert_eq!(ticks(180, 6), [0, 50, 100, 150]);
        assert_eq!(ticks(u32::MAX, 6).last(), Some(&4_000_000_000));
    }

    #[test]
    fn an_axis_without_length_has_its_beginning() {
        assert_eq!(ticks(0, 6), [0]);
        assert_eq!(ticks(5, 0), [0]);
    }
}
