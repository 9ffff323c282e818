//! Where the points of effort by gain lie in their picture, for what a page lays over them.

use super::canvas::Point;
use super::quick_wins::scale;
use super::size::Size;
use crate::report::quick_wins::QuickWins;

/// Where a point is drawn, in fractions of the picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// Of the width, from the left.
    pub x: f64,
    /// Of the height, from the top.
    pub y: f64,
    /// Of the width.
    pub radius: f64,
}

/// The spot of each action, in their order. Of actions that coincide all but the first are moved aside.
pub fn spots(wins: &QuickWins, size: Size) -> Vec<Spot> {
    let size = size.drawable();
    let (width, height) = (f64::from(size.width), f64::from(size.height));
    let scale = scale(wins, size);
    let spot = |(x, y): Point| Spot {
        x: x / width,
        y: y / height,
        radius: scale.radius / width,
    };
    scale.discs(wins).into_iter().map(spot).collect()
}

/// Hours and gain at a place in fractions of the picture's width and height; outside the axes those at their ends.
pub fn value_at(wins: &QuickWins, size: Size, (x, y): (f64, f64)) -> (u32, u8) {
    let size = size.drawable();
    let point = (x * f64::from(size.width), y * f64::from(size.height));
    scale(wins, size).value(point)
}

/// Hours and gain of an action after its point was moved by fractions of the picture's width and height, from wherever it is
/// drawn: hours in steps of half a day from what they were, gain as far as people can give it.
pub fn moved(wins: &QuickWins, size: Size, place: usize, (x, y): (f64, f64)) -> Option<(u32, u8)> {
    const STEP: i64 = 4;
    let (win, spot) = (wins.wins.get(place)?, *spots(wins, size).get(place)?);
    let (from, low) = value_at(wins, size, (spot.x, spot.y));
    let (to, high) = value_at(wins, size, (spot.x + x, spot.y + y));
    let hours = i64::from(to) - i64::from(from);
    let steps = (2 * hours + STEP).div_euclid(2 * STEP);
    let hours = (i64::from(win.hours) + steps * STEP).max(0);
    let gain = i16::from(win.gain) + i16::from(high) - i16::from(low);
    let gain = gain.clamp(1, i16::from(wins.most_gain.max(1)));
    Some((
        u32::try_from(hours).unwrap_or(u32::MAX),
        u8::try_from(gain).unwrap_or(wins.most_gain),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::quick_wins::Win;

    fn win(label: &str, hours: u32, gain: u8) -> Win {
        Win {
            label: label.to_owned(),
            name: String::new(),
            hours,
            gain,
        }
    }

    fn example(wins: Vec<Win>) -> QuickWins {
        QuickWins {
            title: "Effort by gain".to_owned(),
            description: "All".to_owned(),
            most_hours: 80,
            most_gain: 9,
            wins,
        }
    }

    #[test]
    fn a_spot_gives_back_the_values_of_its_action() {
        let values = example(vec![
            win("1", 0, 0),
            win("2", 80, 9),
            win("3", 12, 7),
            win("4", 41, 2),
        ]);
        for size in [Size::COMPACT, Size::NORMAL, Size::WIDE] {
            for (win, spot) in values.wins.iter().zip(spots(&values, size)) {
                assert_eq!(
                    value_at(&values, size, (spot.x, spot.y)),
                    (win.hours, win.gain)
                );
            }
        }
    }

    #[test]
    fn spots_of_actions_that_coincide_are_apart_and_in_the_picture() {
        let wins = (0..26).map(|number| win(&number.to_string(), 80, 9));
        let values = example(wins.collect());
        for size in [Size::COMPACT, Size::NORMAL, Size::WIDE] {
            let (width, height) = (f64::from(size.width), f64::from(size.height));
            let spots = spots(&values, size);
            for (place, spot) in spots.iter().enumerate() {
                assert!(spot.x + spot.radius < 1.0 && spot.y * height > spot.radius * width);
                for other in &spots[..place] {
                    let (x, y) = ((spot.x - other.x) * width, (spot.y - other.y) * height);
                    assert!(x.hypot(y) > 2.0 * spot.radius * width);
                }
            }
        }
    }

    #[test]
    fn strange_places_have_values_on_the_axes() {
        let mut values = example(vec![win("1", u32::MAX, u8::MAX)]);
        for (most_hours, most_gain) in [(0, 0), (8, 1), (u32::MAX, u8::MAX)] {
            (values.most_hours, values.most_gain) = (most_hours, most_gain);
            for (width, height) in [(0, 0), (1, u32::MAX), (u32::MAX, 1)] {
                let size = Size { width, height };
                for place in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, -1.0, 2.0] {
                    let (hours, gain) = value_at(&values, size, (place, place));
                    assert!(hours <= most_hours.max(8) && gain <= most_gain.max(1));
                }
            }
        }
    }

    #[test]
    fn places_outside_the_axes_have_the_values_at_their_ends() {
        let values = example(vec![win("1", 8, 1)]);
        let value = |place| value_at(&values, Size::NORMAL, place);
        assert_eq!(value((0.0, 0.0)), (0, 9));
        assert_eq!(value((1.0, 1.0)), (80, 0));
    }

    #[test]
    fn a_point_moves_from_where_it_is_drawn() {
        let values = example(vec![win("1", 10, 3), win("2", 10, 3)]);
        let size = Size::NORMAL;
        let far = spots(&example(vec![win("1", 0, 0), win("2", 80, 9)]), size);
        let day = (far[1].x - far[0].x) / 10.0;
        let gain = (far[1].y - far[0].y) / 9.0;
        for place in [0, 1] {
            let moved = |x, y| moved(&values, size, place, (x, y));
            assert_eq!(moved(0.0, 0.0), Some((10, 3)), "a touch changes nothing");
            assert_eq!(moved(0.1 * day, 0.3 * gain), Some((10, 3)));
            assert_eq!(moved(2.0 * day, gain), Some((26, 4)));
            assert_eq!(moved(0.5 * day, 0.0), Some((14, 3)));
            assert_eq!(moved(-1.0, 1.0), Some((2, 1)), "no further than the axes");
        }
        assert_eq!(moved(&values, size, 2, (0.0, 0.0)), None);
    }
}
