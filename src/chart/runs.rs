//! Parts the values around a radar where one is missing.

/// Neighbouring axes that have a value each, so that a line may join them.
#[derive(Debug, PartialEq)]
pub struct Run {
    /// Axis and level. A run all around ends where it began.
    pub steps: Vec<(usize, u8)>,
}

/// The runs between the gaps.
pub fn runs(levels: &[Option<u8>]) -> Vec<Run> {
    let Some(gap) = levels.iter().position(Option::is_none) else {
        let around = levels
            .iter()
            .enumerate()
            .chain(levels.iter().enumerate().take(1));
        let steps = around.filter_map(|(axis, level)| Some((axis, (*level)?)));
        return vec![Run {
            steps: steps.collect(),
        }];
    };
    let from_gap: Vec<(usize, Option<u8>)> = (0..levels.len())
        .map(|place| (gap + place) % levels.len())
        .map(|axis| (axis, levels[axis]))
        .collect();
    from_gap
        .split(|(_, level)| level.is_none())
        .map(|run| Run {
            steps: run
                .iter()
                .filter_map(|(axis, level)| Some((*axis, (*level)?)))
                .collect(),
        })
        .filter(|run| run.steps.len() > 1)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gap_parts_the_line() {
        let found = runs(&[Some(1), Some(2), None, Some(3), Some(4)]);
        let steps = vec![(3, 3), (4, 4), (0, 1), (1, 2)];
        assert_eq!(found, [Run { steps }]);
        assert_eq!(runs(&[Some(1), None, Some(2), None]), []);
    }

    #[test]
    fn without_gaps_the_line_closes() {
        let steps = vec![(0, 1), (1, 2), (2, 3), (0, 1)];
        assert_eq!(runs(&[Some(1), Some(2), Some(3)]), [Run { steps }]);
    }
}
