//! Comparing assessments: what rose, what fell, what nobody can tell, and what must be said before.

use crate::support::{ANNA, ISO_15504, Workshop, attribute};
use plumbline::domain::carried::{Carried, Origin};
use plumbline::domain::edit::Edit;
use plumbline::domain::judgement::Judgement;
use plumbline::report::compared::{ComparedPoint, PointName, compared_point};
use plumbline::report::comparison::{ComparedRows, Comparison, MOST_POINTS};
use plumbline::report::comparison_conditions::conditions;
use plumbline::report::overlay::{RingValue, overlay};
use plumbline::report::reading::{Hindrance, Movement};
use plumbline::report::slope::{Stop, slope};

const SPRING: &str = "2026-04-01";
const AUTUMN: &str = "2026-10-01";

fn point(workshop: &Workshop, title: &str, day: &str) -> ComparedPoint {
    let name = PointName {
        title: title.to_owned(),
        at: "Now".to_owned(),
        day: day.parse().expect("a day"),
    };
    compared_point(workshop.model, &workshop.assessment, name)
}

/// Attributes of whole processes, in the order of the framework: `("RES-1", "F L L")`.
fn team(highest_level: u8, ratings: &[(&str, &str)]) -> Workshop {
    let processes: Vec<&str> = ratings.iter().map(|(process, _)| *process).collect();
    let mut workshop = Workshop::new("R3", highest_level, &processes);
    for (process, letters) in ratings {
        let ids: Vec<String> = workshop
            .model
            .attributes(highest_level)
            .map(|found| found.id.to_string())
            .collect();
        for (id, letter) in ids.iter().zip(letters.split_whitespace()) {
            if letter != "." {
                workshop.rate(attribute(process, id), letter);
            }
        }
    }
    workshop
}

/// The movements of the second point, one for each row.
fn movements(rows: &ComparedRows) -> Vec<(String, Option<Movement>)> {
    let rows = rows.rows.iter();
    rows.map(|row| (row.id.clone(), row.cells[1].movement))
        .collect()
}

fn not_comparable(why: Hindrance) -> Option<Movement> {
    Some(Movement::NotComparable(why))
}

/// Spring and autumn of one team that looks up to level 2.
fn two_seasons() -> Comparison {
    let spring = team(
        2,
        &[
            ("RES-1", "F P L"),
            ("RES-2", "F L L"),
            ("CON-1", ". . ."),
            ("CON-2", "F . ."),
            ("CON-3", "L P N"),
        ],
    );
    let autumn = team(
        2,
        &[
            ("RES-1", "F L L"),
            ("RES-2", "L L L"),
            ("CON-1", "F L L"),
            ("CON-2", "F L L"),
            ("CON-3", "L L N"),
        ],
    );
    let points = vec![
        point(&spring, "Spring", SPRING),
        point(&autumn, "Autumn", AUTUMN),
    ];
    Comparison::new(points, 0)
}

/// CON-1 was not rated in spring; CON-2 was at level 1 only because level 2 had not been rated.
#[test]
fn levels_rise_and_fall_and_blanks_are_no_change() {
    let levels = two_seasons().levels();
    let expected = [
        ("CON-1", not_comparable(Hindrance::NotRatedBefore)),
        ("CON-2", not_comparable(Hindrance::Blanks)),
        ("CON-3", Some(Movement::Same)),
        ("RES-1", Some(Movement::Rose(1))),
        ("RES-2", Some(Movement::Fell(1))),
    ];
    let mut found = movements(&levels);
    found.sort_by(|one, other| one.0.cmp(&other.0));
    let expected = expected.map(|(id, movement)| (id.to_owned(), movement));
    assert_eq!(found, expected);
    let sum = "1 rose, 1 fell, 1 the same, 2 not comparable";
    assert_eq!((levels.sum(0), levels.sum(1).as_deref()), (None, Some(sum)));
    assert!(
        levels
            .rows
            .iter()
            .all(|row| row.cells[0].movement.is_none())
    );
}

#[test]
fn the_attributes_of_a_process_are_compared_step_by_step() {
    let rows = two_seasons().attributes(&"CON-3".into());
    assert_eq!(
        rows.title,
        "Process attributes: CON-3 Release and deployment management"
    );
    let expected = [
        ("PA1.1", Some(Movement::Same)),
        ("PA2.1", Some(Movement::Rose(1))),
        ("PA2.2", Some(Movement::Same)),
    ];
    let expected = expected.map(|(id, movement)| (id.to_owned(), movement));
    assert_eq!(movements(&rows), expected);
    let table = rows.table();
    assert_eq!(
        table.columns,
        ["attribute", "name", "Spring", "Autumn", "Autumn: change"]
    );
    let row = ["PA2.1", "Performance management", "P", "L", "rose by 1"];
    assert_eq!(table.rows[1], row);
}

/// The first one that rose or fell, in the order of the model.
#[test]
fn the_process_to_look_at_first_is_one_that_moved() {
    let whole = two_seasons();
    assert_eq!(whole.striking_process(), Some("RES-1".into()));
    let spring = Comparison::new(whole.points[..1].to_vec(), 0);
    assert_eq!(spring.striking_process(), Some("RES-1".into()));
    let unrated = team(1, &[("RES-1", "."), ("RES-2", "F")]);
    let unrated = Comparison::new(vec![point(&unrated, "Now", SPRING)], 0);
    assert_eq!(unrated.striking_process(), Some("RES-2".into()));
    assert_eq!(Comparison::new(Vec::new(), 0).striking_process(), None);
}

#[test]
fn any_point_can_be_the_base() {
    let points = two_seasons().points;
    let back = Comparison::new(points, 1).levels();
    let of = |id: &str| {
        let found = back.rows.iter().find(|row| row.id == id);
        found.map(|row| (row.cells[0].movement, row.cells[1].movement))
    };
    assert_eq!(of("RES-1"), Some((Some(Movement::Fell(1)), None)));
    assert_eq!(of("CON-1"), Some((not_comparable(Hindrance::Here), None)));
}

#[test]
fn a_process_outside_a_scope_is_not_in_scope_and_said_before() {
    let whole = team(1, &[("RES-1", "F"), ("RES-2", "F")]);
    let part = team(1, &[("RES-1", "N")]);
    let points = vec![point(&whole, "Whole", SPRING), point(&part, "Part", AUTUMN)];
    let told = "The scopes differ: 2 processes in \u{201c}Whole\u{201d} and 1 process in \u{201c}Part\u{201d}. Not in every \
                scope: RES-2.";
    let comparison = Comparison::new(points, 0);
    assert_eq!(conditions(&comparison), [told]);
    let levels = comparison.levels();
    let cell = &levels.rows[1].cells[1];
    assert_eq!(cell.reading.words(&levels.codes), "not in scope");
    assert_eq!(cell.movement, not_comparable(Hindrance::Here));
}

#[test]
fn what_was_not_made_alike_is_said() {
    let by_attribute = team(2, &[("RES-1", "F L L")]);
    let by_indicator = Workshop::new("R1", 1, &["RES-1"]);
    let older = Workshop::over(ISO_15504, "R3", 2, &["RES-1"]);
    let points = vec![
        point(&by_attribute, "A", SPRING),
        point(&by_indicator, "B", SPRING),
        point(&older, "C", SPRING),
    ];
    let told = conditions(&Comparison::new(points.clone(), 0));
    let starts = [
        "The measurement frameworks differ: ISO/IEC 33020:2015 process capability ",
        "The rating methods differ: R3 ",
        "The highest levels in scope differ: level 2 in \u{201c}A\u{201d} and \u{201c}C\u{201d}; level 1 in \u{201c}B\u{201d}.",
    ];
    assert_eq!(told.len(), starts.len(), "{told:?}");
    for (told, start) in told.iter().zip(starts) {
        assert!(told.starts_with(start), "{told}");
    }
    let alone = Comparison::new(points[..1].to_vec(), 0);
    assert_eq!(conditions(&alone), [""; 0]);
}

/// Made over another version of the process model, where one process has gone and another is new.
#[test]
fn processes_of_two_versions_are_matched_by_their_id() {
    let old = point(&team(1, &[("RES-1", "F"), ("RES-2", "F")]), "Old", SPRING);
    let mut new = point(&team(1, &[("RES-1", "P")]), "New", AUTUMN);
    new.model.version = "9.0.0".to_owned();
    new.known.retain(|process| process.as_str() != "RES-2");
    new.known.push("RES-9".into());
    let comparison = Comparison::new(vec![old, new], 0);
    let told = conditions(&comparison);
    assert!(
        told[0].starts_with("The process models differ: "),
        "{told:?}"
    );
    assert_eq!(
        told[1],
        "Processes are matched by their id alone. Not in every model: RES-2 and RES-9."
    );
    let levels = comparison.levels();
    assert_eq!(levels.rows[0].cells[1].movement, Some(Movement::Fell(1)));
}

#[test]
fn the_overlay_leaves_gaps_where_nothing_is_rated() {
    let overlay = overlay(&two_seasons().levels());
    let spring = &overlay.series[0];
    let at = |id: &str| {
        let axis = overlay.axes.iter().position(|axis| axis == id);
        spring.values[axis.expect("an axis")]
    };
    let ring = |ring| {
        Some(RingValue {
            ring,
            carried: false,
        })
    };
    assert_eq!(at("CON-1"), None);
    assert_eq!((at("CON-3"), at("RES-2")), (ring(1), ring(2)));
    assert_eq!(
        overlay.description,
        "Autumn against Spring: 1 rose, 1 fell, 1 the same, 2 not comparable. A gap in a line: not rated or not in scope."
    );
    assert_eq!(overlay.rings, ["0", "1", "2", "3", "4", "5"]);
}

#[test]
fn what_was_carried_over_is_shown_as_such() {
    let mut team = team(1, &[("RES-1", "."), ("RES-2", "F")]);
    let judgement = Judgement::Rated { rating: "L".into() };
    let carried = Carried {
        judgement: Some(judgement),
        settlement: None,
        by: ANNA.to_owned(),
        on: SPRING.parse().ok(),
        origin: Origin::Same,
        lifted: false,
    };
    team.edit(Edit::CarryOver {
        subject: attribute("RES-1", "PA1.1"),
        carried: Some(carried),
    });
    let comparison = Comparison::new(vec![point(&team, "Now", AUTUMN)], 0);
    let levels = comparison.levels();
    let cell = &levels.rows[0].cells[0];
    assert_eq!(cell.reading.words(&levels.codes), "1, carried over");
    let carried =
        |place: usize| overlay(&levels).series[0].values[place].map(|value| value.carried);
    assert_eq!((carried(0), carried(1)), (Some(true), Some(false)));
}

/// Chosen in any order, drawn in the order of time.
#[test]
fn the_slope_runs_through_time() {
    let mut points = two_seasons().points;
    points.reverse();
    let slope = slope(&Comparison::new(points, 0));
    assert_eq!(slope.columns, ["Spring", "Autumn"]);
    let line = |id: &str| {
        let found = slope.lines.iter().find(|line| line.label == id);
        found.expect("a line")
    };
    let at = |step| Stop::At {
        step,
        carried: false,
    };
    assert_eq!(line("RES-1").stops, [at(1), at(2)]);
    assert_eq!(line("RES-1").movements, [Movement::Rose(1)]);
    assert_eq!(line("CON-1").stops, [Stop::NotRated, at(2)]);
    let table = slope.table();
    assert_eq!(table.columns, ["Process", "Spring", "Change", "Autumn"]);
    assert!(
        table
            .rows
            .contains(&["RES-1", "1", "rose by 1", "2"].map(str::to_owned).to_vec())
    );
    assert!(!line("CON-1").movements[0].is_comparable());
    assert_eq!(
        slope.description,
        "From column to column, in the order of time: 1 up, 1 down. 2 are not joined, because what stands there cannot be \
         compared."
    );
}

#[test]
fn at_most_six_points() {
    let team = team(1, &[("RES-1", "F")]);
    let comparison = Comparison::new(vec![point(&team, "Now", SPRING); 9], 8);
    assert_eq!(comparison.points.len(), MOST_POINTS);
    assert_eq!(comparison.base, 0);
}

/// What all have in common tells nobody anything.
#[test]
fn labels_say_what_is_not_the_same() {
    let team = team(1, &[("RES-1", "F")]);
    let labels = |names: &[(&str, &str)]| {
        let named = names.iter().map(|(title, at)| {
            let mut found = point(&team, title, SPRING);
            found.name.at = (*at).to_owned();
            found
        });
        Comparison::new(named.collect(), 0).labels
    };
    assert_eq!(labels(&[("A", "Now"), ("B", "Now")]), ["A", "B"]);
    assert_eq!(labels(&[("A", "Spring"), ("A", "Now")]), ["Spring", "Now"]);
    assert_eq!(
        labels(&[("A", "Spring"), ("B", "Now")]),
        ["A, Spring", "B, Now"]
    );
    assert_eq!(
        labels(&[("A", "Now"), ("A", "Now"), ("A", "Now")]),
        ["Now", "Now (2)", "Now (3)"]
    );
}

#[test]
fn without_points_there_is_nothing() {
    let nothing = Comparison::new(Vec::new(), 0);
    assert_eq!(nothing.levels().rows.len(), 0);
    assert_eq!(nothing.attributes(&"RES-1".into()).rows.len(), 0);
    assert_eq!(slope(&nothing).lines.len(), 0);
}
