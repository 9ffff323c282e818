//! The smallest path as pages show it, and what more time buys. Raising a rating to P takes 16 hours, from there to L 24,
//! from there to F 40, as the framework suggests.

use crate::support::{Workshop, attribute, model, not_applicable};
use plumbline::domain::action::ActionField;
use plumbline::domain::edit::Edit;
use plumbline::domain::id::ProcessId;
use plumbline::domain::plan_edit::PlanEdit;
use plumbline::report::more_time::{MoreTime, more_time};
use plumbline::report::path_list::{Aim, PathList, path_list, paths};

fn scope(workshop: &Workshop) -> Vec<ProcessId> {
    workshop.assessment.scope.to_vec()
}

fn list(workshop: &Workshop, aim: Aim) -> PathList {
    let processes = scope(workshop);
    let results: Vec<_> = processes
        .iter()
        .map(|id| workshop.result(id.as_str()))
        .collect();
    let selection = paths(model(), &workshop.assessment, &processes, aim);
    path_list(model(), &workshop.assessment, &results, &selection, aim)
}

fn bought(workshop: &Workshop, weeks: u32) -> MoreTime {
    let selection = paths(model(), &workshop.assessment, &scope(workshop), Aim::Target);
    more_time(&selection, weeks, Aim::Target).expect("something is to be bought")
}

/// F F F L L P N count 14 of 21; F needs 18. N to L brings two for 40 hours, P to L one for 24, and the last one costs 40.
#[test]
fn a_mean_is_raised_by_the_cheapest_ratings() {
    let mut workshop = Workshop::new("R1", 2, &["RES-2"]);
    workshop.rate_each("RES-2", "1", "PA1.1", "F F F L L P N");
    let found = list(&workshop, Aim::Level(2));
    let first = &found.processes[0].attributes[0];
    assert_eq!(first.name, "PA1.1 Process performance");
    assert_eq!(
        (first.now.as_str(), first.needs.as_str(), first.hours),
        ("L", "F", 104)
    );
    let hours: u32 = first.steps.iter().map(|step| step.hours).sum();
    assert_eq!(hours, 104);
    assert!(found.exact);
    assert_eq!(
        list(&workshop, Aim::Level(1)).there,
        ["RES-2 Problem management"],
        "L is enough for level 1"
    );
}

/// Nothing is rated, so one rating makes a mean. That is said, or people would take it for all the work there is.
#[test]
fn what_is_not_rated_calls_for_caution() {
    let mut workshop = Workshop::new("R1", 1, &["RES-2"]);
    let found = list(&workshop, Aim::Target);
    assert_eq!((found.ratings, found.unrated), (1, 1));
    let caution = found.caution().expect("it is said");
    assert!(
        caution.starts_with("1 attribute is not rated yet"),
        "{caution}"
    );
    workshop.rate_each("RES-2", "1", "PA1.1", "N . . . . . .");
    assert_eq!(list(&workshop, Aim::Target).caution(), None);
}

/// Two processes, rated attribute by attribute, to level 2: F at level 1, L at level 2.
fn two_processes() -> Workshop {
    let mut workshop = Workshop::new("R3", 2, &["RES-1", "RES-2"]);
    for (process, id, rating) in [
        ("RES-1", "PA1.1", "F"),
        ("RES-1", "PA2.1", "P"),
        ("RES-1", "PA2.2", "N"),
        ("RES-2", "PA1.1", "L"),
        ("RES-2", "PA2.1", "L"),
        ("RES-2", "PA2.2", "F"),
    ] {
        workshop.rate(attribute(process, id), rating);
    }
    for process in ["RES-1", "RES-2"] {
        for found in model().attributes(2) {
            workshop.edit(Edit::Plan(PlanEdit::SetItemEffort {
                process: process.into(),
                item: attribute(process, found.id.as_str()).item,
                hours: Some(if process == "RES-1" { 24 } else { 30 }),
            }));
        }
    }
    workshop
}

/// PA2.1 of RES-1 takes 24 hours, PA1.1 of RES-2 30, PA2.2 of RES-1 twice 24. A week is 40 hours.
#[test]
fn more_weeks_close_more_gaps() {
    let workshop = two_processes();
    let one = bought(&workshop, 1);
    assert_eq!(
        one.gaps,
        "With 1 more person-week you close 1 of 3 gaps: PA2.1 of RES-1. Left over: 2 days."
    );
    assert_eq!(
        one.processes,
        "Spent on whole processes, it brings RES-2 to its target."
    );
    let weeks: Vec<(u32, usize, &str)> = one
        .weeks
        .iter()
        .map(|week| (week.weeks, week.gaps, week.added.as_str()))
        .collect();
    let expected = [
        (1, 1, "PA2.1 of RES-1"),
        (2, 2, "PA1.1 of RES-2"),
        (3, 3, "PA2.2 of RES-1"),
    ];
    assert_eq!(weeks, expected, "until nothing is left to close");
    let three = bought(&workshop, 3);
    assert!(
        three
            .gaps
            .starts_with("With 3 more person-weeks you close all 3 gaps: "),
        "{}",
        three.gaps
    );
    assert_eq!(
        three.processes,
        "Spent on whole processes, it brings RES-2 and RES-1 to their targets."
    );
}

#[test]
fn what_a_week_cannot_buy_is_told_with_its_cost() {
    let mut workshop = Workshop::new("R3", 1, &["RES-2"]);
    workshop.rate(attribute("RES-2", "PA1.1"), "N");
    workshop.edit(Edit::Plan(PlanEdit::SetStepEffort {
        to: "L".into(),
        hours: Some(400),
    }));
    let found = bought(&workshop, 1);
    assert!(
        found.gaps.starts_with(
            "1 more person-week closes no gap yet. The cheapest one, PA1.1 of RES-2, takes "
        ),
        "{}",
        found.gaps
    );
}

/// Everything under PA1.1 is not applicable, so no rating lifts it and no process is sold as reaching its target.
#[test]
fn what_is_out_of_reach_is_said() {
    let mut workshop = Workshop::new("R3", 1, &["RES-2"]);
    workshop.edit(not_applicable(
        attribute("RES-2", "PA1.1"),
        "Nobody does this here.",
    ));
    let found = list(&workshop, Aim::Target);
    assert_eq!(
        found.processes[0].out_of_reach,
        ["PA1.1 Process performance"]
    );
    assert_eq!(found.there, [""; 0]);
}

/// One action a process; what the plan holds already is not planned twice.
#[test]
fn a_path_becomes_actions_once() {
    let mut workshop = two_processes();
    let actions = list(&workshop, Aim::Target).actions(Aim::Target);
    let titles: Vec<&ActionField> = actions.iter().map(|fields| &fields[1]).collect();
    let title = |title: &str| ActionField::Title {
        title: title.to_owned(),
    };
    assert_eq!(actions[0][0], ActionField::Removed { removed: false });
    assert_eq!(
        titles,
        [
            &title("Raise RES-1 Incident management and request fulfilment to its target"),
            &title("Raise RES-2 Problem management to its target")
        ]
    );
    assert_eq!(actions[0].len(), 4, "and two ratings to lift");
    for field in actions[0].clone() {
        workshop.edit(Edit::Plan(PlanEdit::SetAction {
            action: "a1".into(),
            field,
        }));
    }
    let left = list(&workshop, Aim::Target).actions(Aim::Target);
    assert_eq!(left, actions[1..]);
}
