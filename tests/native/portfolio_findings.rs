//! What a portfolio shows beyond its grid, as worked examples: weaknesses, practice to copy, movers, what is overdue.

use crate::support::teams;
use crate::support::teams::{assessed, assessed_to, date, digested, three};
use plumbline::domain::change::Change;
use plumbline::domain::edit::Edit;
use plumbline::report::best_practice::best_practice;
use plumbline::report::movers::movers;
use plumbline::report::overdue::{Overdue, Why, overdue};
use plumbline::report::portfolio::portfolio;
use plumbline::report::weaknesses::weaknesses;

/// South has PA2.1 at P; PA2.2 is not rated there, which is no weakness. North is at target in incidents, not in problems.
#[test]
fn weaknesses_are_counted_by_units() {
    let portfolio = portfolio(&three());
    let all: Vec<String> = weaknesses(&portfolio)
        .into_iter()
        .map(|found| {
            format!(
                "{}: {} of {} units, {:?}, {} not rated",
                found.attribute,
                found.units.len(),
                found.asked,
                found.processes,
                found.not_rated
            )
        })
        .collect();
    assert_eq!(
        all,
        [
            "PA2.1: 3 of 3 units, [(0, 2), (1, 1)], 1 not rated",
            "PA2.2: 2 of 3 units, [(0, 1), (1, 1)], 2 not rated",
            "PA1.1: 1 of 3 units, [(1, 1)], 1 not rated",
        ]
    );
}

/// North has PA2.1 of incidents at F; South and West have P. In PA2.2 North has L, which is nothing to copy yet.
#[test]
fn practice_is_copied_from_the_top() {
    let portfolio = portfolio(&three());
    let found = best_practice(&portfolio);
    assert_eq!(found.len(), 1);
    let place = |name: &str| portfolio.units.iter().position(|unit| unit.name == name);
    assert_eq!((found[0].column, found[0].attribute.as_str()), (0, "PA2.1"));
    assert_eq!(found[0].models, [place("North").expect("North")]);
    let learners: Vec<(Option<usize>, &str)> = found[0]
        .learners
        .iter()
        .map(|(unit, letter)| (Some(*unit), letter.as_str()))
        .collect();
    assert_eq!(learners, [(place("South"), "P"), (place("West"), "P")]);
    assert_eq!(found[0].top, "F");
}

/// From spring to autumn: incidents rise from 0 to 2, problems fall, changes are rated for the first time.
#[test]
fn movers_are_what_certainly_moved() {
    let spring: &[(&str, &str)] = &[
        ("CON-1", ". . ."),
        ("RES-1", "P N N"),
        ("RES-2", "L P P"),
        ("RES-3", "L N N"),
    ];
    let autumn: &[(&str, &str)] = &[
        ("CON-1", "F F F"),
        ("RES-1", "F F L"),
        ("RES-2", "P P P"),
        ("RES-3", "L N P"),
    ];
    let days = [("2026-03-01", spring), ("2026-09-01", autumn)];
    let portfolio = portfolio(&[digested("a", &assessed("Desk", &days))]);
    let found = movers(&portfolio, date("2026-03-31"), date("2026-09-30"));
    let moves: Vec<(&str, i16)> = found
        .moves
        .iter()
        .map(|found| (portfolio.columns[found.column].process.as_str(), found.gain))
        .collect();
    assert_eq!(moves, [("RES-1", 2), ("RES-2", -1)]);
    assert_eq!((found.same, found.not_comparable), (1, 1));
    assert_eq!(
        movers(&portfolio, date("2026-01-01"), date("2026-09-30")).moves,
        []
    );
}

/// Half rated in spring it could have been level 1 already: a level that was open has not risen.
#[test]
fn an_open_level_has_not_moved() {
    let days: [teams::Day; 2] = [
        ("2026-03-01", &[("RES-1", "F . .")]),
        ("2026-09-01", &[("RES-1", "F F L")]),
    ];
    let portfolio = portfolio(&[digested("a", &assessed("Desk", &days))]);
    let found = movers(&portfolio, date("2026-03-31"), date("2026-09-30"));
    assert_eq!((found.moves.len(), found.not_comparable), (0, 1));
}

/// Level 2 was the end of the scope in spring, so level 3 in autumn may have been there before.
#[test]
fn a_wider_scope_is_no_gain() {
    let spring = digested(
        "a",
        &assessed_to(2, "Desk", &[("2026-03-01", &[("RES-1", "F F F")])]),
    );
    let autumn = digested(
        "b",
        &assessed_to(3, "Desk", &[("2026-09-01", &[("RES-1", "F F F F F")])]),
    );
    let portfolio = portfolio(&[spring, autumn]);
    let found = movers(&portfolio, date("2026-03-31"), date("2026-09-30"));
    assert_eq!((found.moves.len(), found.not_comparable), (0, 1));
}

/// A year after the last change, and not a day before.
#[test]
fn what_is_too_old_is_overdue() {
    let portfolio = portfolio(&three());
    let due = |today: &str| -> Vec<String> {
        let all = overdue(&portfolio, date(today), 4).into_iter();
        all.map(|Overdue { unit, since, .. }| format!("{} {since}", portfolio.units[unit].name))
            .collect()
    };
    assert_eq!(due("2027-02-01"), Vec::<String>::new());
    assert_eq!(due("2027-02-02"), ["North 2027-02-01"]);
    assert_eq!(due("2027-03-15"), ["North 2027-02-01", "South 2027-03-01"]);
}

/// An agreed day counts in place of the limit, whether it is earlier or later.
#[test]
fn an_agreed_day_counts_before_the_limit() {
    let mut assessment = assessed("Desk", &[("2026-03-01", &[("RES-1", "L . .")])]);
    let change = Change {
        id: assessment.next_id(&"a".into()),
        author: "Anna".to_owned(),
        at: "2026-03-01T11:00:00Z".to_owned(),
        edit: Edit::SetReassessBy {
            day: Some(date("2026-06-30")),
        },
    };
    assessment.apply(change).expect("a day");
    let portfolio = portfolio(&[digested("a", &assessment)]);
    assert_eq!(overdue(&portfolio, date("2026-06-30"), 1), []);
    let due = overdue(&portfolio, date("2026-07-01"), 8);
    let agreed = date("2026-06-30");
    assert_eq!((due[0].since, due[0].why), (agreed, Why::Agreed(agreed)));
}
