//! Levels and ratings over time, with what was done and measured in between.

use crate::support::{ANNA, Workshop, attribute, judge};
use plumbline::domain::action::{ActionField, ActionStatus, Measure};
use plumbline::domain::edit::Edit;
use plumbline::domain::history::history;
use plumbline::domain::milestone::Milestone;
use plumbline::domain::moment::Moment;
use plumbline::domain::plan_edit::PlanEdit;
use plumbline::report::table::Table;
use plumbline::report::trend::{Body, Steps, Trend};
use plumbline::report::trend_view::TrendSource;

/// Two processes over a winter: one rises with an action, one is never rated.
fn winter() -> Workshop {
    let mut workshop = Workshop::new("R3", 2, &["RES-1", "CON-1"]);
    let mut on = |day: &str, edit: Edit| {
        let at = format!("{day}T12:00:00.000Z");
        workshop.edit_at(&at, ANNA, edit).expect("it is allowed");
    };
    let rate = |found: &str, rating: &str| judge(attribute("RES-1", found), rating);
    let action = |field| {
        Edit::Plan(PlanEdit::SetAction {
            action: "a".into(),
            field,
        })
    };
    on("2026-12-01", rate("PA1.1", "P"));
    on(
        "2026-12-01",
        action(ActionField::Title {
            title: "Train the desk".to_owned(),
        }),
    );
    on(
        "2026-12-01",
        action(ActionField::Lift {
            subject: attribute("RES-1", "PA1.1"),
            expected: Some("F".into()),
        }),
    );
    on(
        "2026-12-01",
        action(ActionField::Due {
            date: "2027-03-01".parse().ok(),
        }),
    );
    on(
        "2026-12-01",
        action(ActionField::Measure {
            measure: Some(Measure {
                what: "Solved at once".to_owned(),
                unit: "%".to_owned(),
                baseline: "40".parse().ok(),
                target: "70".parse().ok(),
            }),
        }),
    );
    for (day, value) in [("2026-11-01", "42"), ("2027-02-01", "61.5")] {
        on(
            "2027-02-02",
            action(ActionField::Reading {
                date: day.parse().expect("a day"),
                value: value.parse().ok(),
            }),
        );
    }
    on("2027-02-10", rate("PA1.1", "F"));
    on("2027-02-10", rate("PA2.1", "L"));
    on(
        "2027-02-11",
        Edit::SetMilestone {
            milestone: "m".into(),
            content: Some(Milestone {
                name: "Winter review".to_owned(),
                at: Moment::end_of("2027-02-10".parse().expect("a day")),
                changes: 0,
                hash: String::new(),
            }),
        },
    );
    workshop
}

fn trend(workshop: &Workshop, make: impl Fn(TrendSource<'_>) -> Trend) -> Trend {
    let history = history(workshop.model, workshop.assessment.changes()).expect("it starts");
    make(TrendSource {
        model: workshop.model,
        assessment: &workshop.assessment,
        history: &history,
        today: "2027-02-15".parse().expect("a day"),
    })
}

fn steps(found: &Trend, place: usize) -> &Steps {
    match &found.panels[place].body {
        Body::Steps(steps) => steps,
        other => panic!("no steps: {other:?}"),
    }
}

fn rows(found: &Trend, what: &str) -> Vec<String> {
    let tables = found.tables();
    let table = tables.iter().find(|(name, _)| *name == what);
    let table = table.map_or_else(Table::default, |(_, table)| table.clone());
    table.rows.iter().map(|row| row.join(" | ")).collect()
}

#[test]
fn a_process_shows_its_level_its_attributes_and_what_its_actions_measure() {
    let workshop = winter();
    let found = trend(&workshop, |source| source.of_process(&"RES-1".into()));
    let names: Vec<&str> = found
        .panels
        .iter()
        .map(|panel| panel.name.as_str())
        .collect();
    assert_eq!(
        names,
        [
            "Level",
            "PA1.1 Process performance",
            "PA2.1 Performance management",
            "PA2.2 Work product management",
            "Solved at once (%)",
        ]
    );
    assert_eq!(
        found.description,
        "On 21 Nov 2026: not rated. Now: level 1. Target: level 2."
    );
    let level = steps(&found, 0);
    assert_eq!(level.target, Some(2));
    let told: Vec<_> = level
        .steps
        .iter()
        .map(|step| (step.date.as_str(), step.value, step.range))
        .collect();
    assert_eq!(
        told,
        [
            ("21 Nov 2026", None, Some((0, 2))),
            ("1 Dec 2026", Some(0), None),
            ("10 Feb 2027", Some(1), Some((1, 2))),
        ],
        "PA2.2 is not rated, so level 2 is open"
    );
    let blank = steps(&found, 3);
    assert_eq!(blank.steps.len(), 1, "PA2.2 never got a rating");
    assert_eq!(
        (blank.steps[0].value, blank.steps[0].range),
        (None, Some((0, 3)))
    );
}

/// The axis begins with the first reading, 20 days before the first change, and ends with the action due.
#[test]
fn days_are_counted_from_whatever_came_first() {
    let workshop = winter();
    let found = trend(&workshop, |source| source.of_process(&"RES-1".into()));
    assert_eq!((found.days, found.today), (120, 106));
    assert_eq!(steps(&found, 0).steps[0].day, 20);
    let ticks: Vec<(u32, &str)> = found
        .ticks
        .iter()
        .map(|tick| (tick.day, tick.name.as_str()))
        .collect();
    assert_eq!(ticks[..2], [(0, "Nov 2026"), (30, "Dec 2026")]);
    assert_eq!(
        rows(&found, "Measures of success"),
        [
            "Solved at once (%) | 1 Nov 2026 | 42 % | 40 % | 70 %",
            "Solved at once (%) | 1 Feb 2027 | 61.5 % | 40 % | 70 %",
        ]
    );
    assert_eq!(
        rows(&found, "Marked on the axis"),
        [
            "1 | 10 Feb 2027 | Milestone | Winter review",
            "2 | 1 Mar 2027 | Action due | Train the desk",
        ]
    );
}

#[test]
fn an_action_is_marked_on_the_day_on_which_it_was_done() {
    let mut workshop = winter();
    let done = Edit::Plan(PlanEdit::SetAction {
        action: "a".into(),
        field: ActionField::Status {
            status: ActionStatus::Done,
        },
    });
    workshop
        .edit_at("2027-02-12T09:00:00Z", ANNA, done)
        .expect("it is allowed");
    let found = trend(&workshop, |source| source.of_process(&"RES-1".into()));
    assert_eq!(
        rows(&found, "Marked on the axis")[1],
        "2 | 12 Feb 2027 | Action done | Train the desk"
    );
    let other = trend(&workshop, |source| source.of_process(&"CON-1".into()));
    assert_eq!(
        rows(&other, "Marked on the axis").len(),
        1,
        "the action lifts another process; the milestone is of all"
    );
    assert!(rows(&other, "Measures of success").is_empty());
}

#[test]
fn several_processes_are_counted_and_never_averaged() {
    let workshop = winter();
    let scope = workshop.assessment.scope.clone();
    let found = trend(&workshop, |source| {
        source.of_several("all processes", &scope)
    });
    assert_eq!(
        found.description,
        "How many processes were at each level. No standard defines one level for several processes. \
         The level of 1 of them could still differ, because ratings are open."
    );
    assert_eq!(
        rows(&found, "Processes at each level"),
        [
            "21 Nov 2026 | 2 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0",
            "1 Dec 2026 | 1 | 1 | 0 | 0 | 0 | 0 | 0 | 0 | 0",
            "10 Feb 2027 | 1 | 0 | 1 | 0 | 0 | 0 | 0 | 1 | 0",
        ]
    );
    assert_eq!(found.panels.len(), 2, "with the measure of the plan");
}

#[test]
fn each_process_has_a_panel() {
    let workshop = winter();
    let scope = workshop.assessment.scope.clone();
    let found = trend(&workshop, |source| source.of_each("all processes", &scope));
    assert_eq!(found.panels.len(), 2);
    assert!(found.panels[0].name.starts_with("RES-1 "));
    assert_eq!(
        rows(&found, "Levels and ratings").len(),
        4,
        "three steps of one, one of the other"
    );
}
