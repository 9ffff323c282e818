//! Moves discs apart that would lie on each other.

use super::canvas::Point;
use super::room::Room;

/// A place for each disc, its own or the nearest that those before it leave free. Where there is none in the room, its
/// own: then discs lie on each other.
///
/// The places to move to lie on a lattice of triangles. Its distances are whole numbers, so native and browser find the
/// same places.
pub fn spread(own: &[Point], radius: f64, room: Room) -> Vec<Point> {
    let half = radius + APART / 2.0;
    let lattice = lattice();
    let mut placed: Vec<Point> = Vec::with_capacity(own.len());
    for &(x, y) in own {
        let free = |&(across, down): &(f64, f64)| {
            let point = (x + across * half, y + down * half);
            let apart = |other: &Point| distance(*other, point) > 2.0 * half - LENIENCY;
            (contains(room, point) && placed.iter().all(apart)).then_some(point)
        };
        let place = lattice.iter().find_map(free).unwrap_or((x, y));
        placed.push(place);
    }
    placed
}

/// Between the rims of two discs.
const APART: f64 = 2.0;

/// So that neighbours on the lattice do not miss each other by a rounding.
const LENIENCY: f64 = 1e-3;

/// How many steps a disc may move in each direction.
const FARTHEST: i32 = 24;

/// The way from a point to all places around it, the nearest first, in half diameters.
fn lattice() -> Vec<(f64, f64)> {
    let mut steps: Vec<(i32, i32)> = (-FARTHEST..=FARTHEST)
        .flat_map(|right| (-FARTHEST..=FARTHEST).map(move |down| (right, down)))
        .collect();
    steps.sort_by_key(|(right, down)| right * right + right * down + down * down);
    let way = |(right, down): (i32, i32)| {
        let (right, down) = (f64::from(right), f64::from(down));
        (right + 0.5 * down, TRIANGLE * down)
    };
    steps.into_iter().map(way).collect()
}

/// Height of a triangle of equal sides.
const TRIANGLE: f64 = 0.866_025_403_784_438_6;

/// Also a room without any width holds what lies on its edge.
fn contains(room: Room, (x, y): Point) -> bool {
    x >= room.left - LENIENCY
        && x <= room.right + LENIENCY
        && y >= room.top - LENIENCY
        && y <= room.bottom + LENIENCY
}

fn distance(one: Point, other: Point) -> f64 {
    let (across, down) = (one.0 - other.0, one.1 - other.1);
    (across * across + down * down).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROOM: Room = Room {
        left: 0.0,
        top: 0.0,
        right: 300.0,
        bottom: 300.0,
    };

    #[test]
    fn discs_apart_stay() {
        let own = [(50.0, 50.0), (100.0, 50.0)];
        assert_eq!(spread(&own, 10.0, ROOM), own);
    }

    #[test]
    fn discs_on_one_place_lie_around_it() {
        let placed = spread(&[(150.0, 150.0); 7], 10.0, ROOM);
        assert_eq!(placed[0], (150.0, 150.0));
        for (place, disc) in placed.iter().enumerate() {
            assert!(distance(*disc, placed[0]) < 22.01);
            assert!(
                placed[..place]
                    .iter()
                    .all(|other| distance(*disc, *other) > 20.0)
            );
        }
    }

    #[test]
    fn no_disc_leaves_the_room() {
        let placed = spread(&[(0.0, 300.0); 20], 10.0, ROOM);
        assert!(placed.iter().all(|disc| contains(ROOM, *disc)));
    }

    #[test]
    fn without_room_discs_stay() {
        let room = Room {
            right: 0.0,
            bottom: 0.0,
            ..ROOM
        };
        assert_eq!(spread(&[(0.0, 0.0); 3], 10.0, room), [(0.0, 0.0); 3]);
    }
}
