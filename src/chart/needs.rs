//! The ways of the arrows from what must come before to what needs it.

use super::canvas::Point;
use super::room::Room;
use crate::report::roadmap::RoadmapBar;
use std::collections::BTreeMap;

/// A way for each need whose bar is there. `stem` is how far an arrow keeps from the ends of bars.
pub fn ways(bars: &[(&RoadmapBar, Room)], stem: f64) -> Vec<Vec<Point>> {
    let mut rooms: BTreeMap<&str, Room> = BTreeMap::new();
    for (bar, room) in bars {
        rooms.entry(bar.label.as_str()).or_insert(*room);
    }
    let mut ways = Vec::new();
    for (bar, room) in bars {
        for need in bar.needs.iter().filter(|need| **need != bar.label) {
            if let Some(before) = rooms.get(need.as_str()) {
                ways.push(way(*before, *room, stem));
            }
        }
    }
    ways
}

/// Along the bar before, down or up just before the other, and into it. Where the other begins too early, around its
/// beginning.
fn way(before: Room, after: Room, stem: f64) -> Vec<Point> {
    let from = (before.right, before.middle().1);
    let to = (after.left, after.middle().1);
    let turn = to.0 - stem;
    if turn >= from.0 {
        return vec![from, (turn, from.1), (turn, to.1), to];
    }
    let out = from.0 + stem;
    // Just past the bar before, where no words stand if the other is below.
    let aside = if to.1 > from.1 {
        before.bottom + 0.25 * before.height()
    } else {
        after.bottom + 0.25 * after.height()
    };
    vec![
        from,
        (out, from.1),
        (out, aside),
        (turn, aside),
        (turn, to.1),
        to,
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::roadmap::BarState;

    fn bar(label: &str, needs: &[&str]) -> RoadmapBar {
        RoadmapBar {
            label: label.to_owned(),
            name: "Name".to_owned(),
            owner: String::new(),
            from: 0,
            to: 1,
            state: BarState::Planned,
            needs: needs.iter().map(|need| (*need).to_owned()).collect(),
        }
    }

    fn room(left: f64, right: f64, top: f64) -> Room {
        Room {
            left,
            top,
            right,
            bottom: top + 10.0,
        }
    }

    #[test]
    fn an_arrow_turns_just_before_what_it_leads_to() {
        let (one, two) = (bar("1", &[]), bar("2", &["1"]));
        let bars = [
            (&one, room(10.0, 50.0, 0.0)),
            (&two, room(90.0, 120.0, 40.0)),
        ];
        let way = vec![(50.0, 5.0), (80.0, 5.0), (80.0, 45.0), (90.0, 45.0)];
        assert_eq!(ways(&bars, 10.0), [way]);
    }

    #[test]
    fn an_arrow_goes_back_where_the_other_begins_too_early() {
        let (one, two) = (bar("1", &[]), bar("2", &["1"]));
        let bars = [
            (&one, room(10.0, 50.0, 0.0)),
            (&two, room(30.0, 70.0, 40.0)),
        ];
        let [way] = &ways(&bars, 10.0)[..] else {
            panic!("one need, one way");
        };
        assert_eq!(way[1], (60.0, 5.0));
        assert_eq!(way[4..], [(20.0, 45.0), (30.0, 45.0)]);
    }

    #[test]
    fn needs_without_a_bar_and_of_oneself_have_no_arrow() {
        let one = bar("1", &["1", "7"]);
        assert!(ways(&[(&one, room(10.0, 50.0, 0.0))], 10.0).is_empty());
    }
}
