//! Cuts a line into the pieces of a dash pattern.

use super::canvas::Point;

/// The pieces that are drawn. A pattern tells lengths in turn, the first one drawn and the next one left out; it goes on
/// around corners and begins again at its end. A pattern without any length leaves the line whole.
pub fn pieces(points: &[Point], pattern: &[f64]) -> Vec<Vec<Point>> {
    let Some(first) = points.first() else {
        return Vec::new();
    };
    if pattern.iter().sum::<f64>() <= 0.0 {
        return vec![points.to_vec()];
    }
    let mut lengths = pattern.iter().copied().cycle();
    let (mut left, mut drawn) = (lengths.next().unwrap_or(0.0), true);
    let mut pieces = vec![vec![*first]];
    for pair in points.windows(2) {
        let (mut from, to) = (pair[0], pair[1]);
        loop {
            let rest = (to.0 - from.0).hypot(to.1 - from.1);
            if rest <= left {
                left -= rest;
                extend(&mut pieces, to, drawn);
                break;
            }
            let part = left / rest;
            from = (
                from.0 + part * (to.0 - from.0),
                from.1 + part * (to.1 - from.1),
            );
            extend(&mut pieces, from, drawn);
            left = lengths.next().unwrap_or(0.0);
            drawn = !drawn;
            if drawn {
                pieces.push(vec![from]);
            }
        }
    }
    pieces.retain(|piece| piece.len() > 1);
    pieces
}

fn extend(pieces: &mut [Vec<Point>], to: Point, drawn: bool) {
    if let Some(piece) = pieces.last_mut().filter(|_| drawn) {
        piece.push(to);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_goes_on_around_a_corner() {
        let corner = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0)];
        let found = pieces(&corner, &[6.0, 2.0]);
        let second = vec![(8.0, 0.0), (10.0, 0.0), (10.0, 4.0)];
        let last = vec![(10.0, 6.0), (10.0, 10.0)];
        assert_eq!(found, [vec![(0.0, 0.0), (6.0, 0.0)], second, last]);
    }

    #[test]
    fn dashes_and_dots_take_turns() {
        let found = pieces(&[(0.0, 0.0), (12.0, 0.0)], &[5.0, 2.0, 1.0, 2.0]);
        let spans: Vec<(f64, f64)> = found.iter().map(|piece| (piece[0].0, piece[1].0)).collect();
        assert_eq!(spans, [(0.0, 5.0), (7.0, 8.0), (10.0, 12.0)]);
    }

    #[test]
    fn lines_without_length_and_patterns_without_length_end() {
        let nothing: [Vec<Point>; 0] = [];
        assert_eq!(pieces(&[], &[1.0, 1.0]), nothing);
        assert_eq!(pieces(&[(1.0, 1.0)], &[1.0, 1.0]), nothing);
        let line = [(0.0, 0.0), (4.0, 0.0)];
        assert_eq!(pieces(&line, &[]), [line.to_vec()]);
        assert_eq!(pieces(&line, &[0.0, 0.0]), [line.to_vec()]);
    }
}
