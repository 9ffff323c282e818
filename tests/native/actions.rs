//! Actions of the plan: in which order, at what effort and gain, and what is wrong with them.

use crate::support::{Workshop, attribute};
use plumbline::domain::action::{ActionField, ActionStatus, Place};
use plumbline::domain::action_order::{OrderedAction, ordered_actions};
use plumbline::domain::action_problem::{ActionProblem, action_problems};
use plumbline::domain::date::Date;
use plumbline::domain::edit::Edit;
use plumbline::domain::plan::{plan, planned_by};
use plumbline::domain::plan_edit::{BusinessWeight, PlanEdit};
use plumbline::domain::result::{ProcessResult, process_result};
use plumbline::domain::risk_rules::Risk;
use plumbline::domain::subject::{Item, Subject};

fn set(action: &str, field: ActionField) -> Edit {
    Edit::Plan(PlanEdit::SetAction {
        action: action.into(),
        field,
    })
}

fn lift(subject: Subject, expected: &str) -> ActionField {
    ActionField::Lift {
        subject,
        expected: Some(expected.into()),
    }
}

fn indicator(process: &str, id: &str) -> Subject {
    Subject {
        process: process.into(),
        instance: None,
        item: Item::Indicator(id.into()),
    }
}

fn day(text: &str) -> Option<Date> {
    text.parse().ok()
}

fn needs(action: &str) -> ActionField {
    ActionField::Needs {
        action: action.into(),
        needed: true,
    }
}

/// Three processes rated as wholes: incidents and problems below level 1, the plan of services good enough for it.
fn rated() -> Workshop {
    let mut workshop = Workshop::new("R3", 2, &["RES-1", "RES-2", "SDE-6"]);
    workshop.edit(Edit::SetTarget { level: 2 });
    for (process, ratings) in [("RES-1", "P F F"), ("RES-2", "P F F"), ("SDE-6", "F P F")] {
        for (id, rating) in ["PA1.1", "PA2.1", "PA2.2"].iter().zip(ratings.split(' ')) {
            workshop.rate(attribute(process, id), rating);
        }
    }
    workshop
}

fn results(workshop: &Workshop) -> Vec<ProcessResult> {
    let scope = workshop.assessment.scope.iter();
    scope
        .map(|process| process_result(workshop.model, &workshop.assessment, process))
        .collect()
}

fn ordered(workshop: &Workshop) -> Vec<OrderedAction> {
    let (model, assessment, results) = (workshop.model, &workshop.assessment, results(workshop));
    let items = plan(model, assessment, &results);
    ordered_actions(model, assessment, &results, &items)
}

fn ids(workshop: &Workshop) -> Vec<String> {
    let ordered = ordered(workshop).into_iter();
    ordered.map(|found| found.action.to_string()).collect()
}

/// One action for each of the three gaps.
fn planned() -> Workshop {
    let mut workshop = rated();
    for (action, process, id) in [
        ("service", "SDE-6", "PA2.1"),
        ("problem", "RES-2", "PA1.1"),
        ("incident", "RES-1", "PA1.1"),
    ] {
        workshop.edit(set(
            action,
            ActionField::Title {
                title: action.to_owned(),
            },
        ));
        workshop.edit(set(action, lift(attribute(process, id), "F")));
    }
    workshop
}

/// A major gap at level 1 is a high risk, one at level 2 a medium one. Between the two high ones the business decides.
#[test]
fn risk_comes_first_then_what_the_business_needs() {
    let mut workshop = planned();
    assert_eq!(ids(&workshop).last().map(String::as_str), Some("service"));
    for process in ["RES-1", "RES-2"] {
        let other = if process == "RES-1" { "RES-2" } else { "RES-1" };
        for (process, weight) in [
            (process, BusinessWeight::High),
            (other, BusinessWeight::Low),
        ] {
            workshop.edit(Edit::Plan(PlanEdit::SetBusinessWeight {
                process: process.into(),
                weight,
            }));
        }
        let first = if process == "RES-1" {
            "incident"
        } else {
            "problem"
        };
        assert_eq!(ids(&workshop)[0], first);
    }
    let all = ordered(&workshop);
    let risks: Vec<_> = all
        .iter()
        .filter_map(|found| found.keys)
        .map(|keys| keys.risk)
        .collect();
    assert_eq!(risks, [Risk::High, Risk::High, Risk::Medium]);
    let gains: Vec<u8> = all.iter().map(|found| found.gain).collect();
    assert_eq!(gains, [4, 4, 3], "by the risk that each takes away");
}

/// What is done or dropped stands last; a place that a person chose holds, whatever the keys say.
#[test]
fn a_person_may_put_an_action_elsewhere() {
    let mut workshop = planned();
    let first = ids(&workshop)[0].clone();
    workshop.edit(set(
        "service",
        ActionField::Place {
            place: Some(Place {
                place: 1,
                reason: "The catalogue is promised for March.".to_owned(),
            }),
        },
    ));
    assert_eq!(ids(&workshop)[..2], ["service".to_owned(), first]);
    workshop.edit(set(
        "service",
        ActionField::Status {
            status: ActionStatus::Dropped,
        },
    ));
    assert_eq!(ids(&workshop)[2], "service");
    workshop.edit(set(
        "problem",
        ActionField::Status {
            status: ActionStatus::Done,
        },
    ));
    assert_eq!(ids(&workshop), ["incident", "problem", "service"]);
}

/// P to F is a step of 24 hours and one of 40, by the framework file, until somebody estimates otherwise.
#[test]
fn effort_comes_from_the_steps_until_a_person_says_otherwise() {
    let mut workshop = planned();
    let hours = |workshop: &Workshop| {
        let all = ordered(workshop).into_iter();
        let mut found = all.filter(|found| found.action.as_str() == "problem");
        found.next().map(|found| found.hours)
    };
    assert_eq!(hours(&workshop), Some(64));
    workshop.edit(Edit::Plan(PlanEdit::SetStepEffort {
        to: "F".into(),
        hours: Some(16),
    }));
    assert_eq!(hours(&workshop), Some(40));
    workshop.edit(set("problem", ActionField::Effort { hours: Some(100) }));
    assert_eq!(hours(&workshop), Some(100));
}

/// Indicators in all instances: each instance is lifted from where it stands.
#[test]
fn the_effort_of_an_indicator_is_that_of_all_its_instances() {
    let mut workshop = Workshop::new("R1", 1, &["RES-2"]);
    workshop.add_instances("RES-2", &["day", "night"]);
    for (instance, rating) in [("1", "F"), ("day", "L"), ("night", "N")] {
        let subject = Subject {
            instance: Some(instance.into()),
            ..indicator("RES-2", "RES-2.O1")
        };
        workshop.rate(subject, rating);
    }
    workshop.edit(set("a", lift(indicator("RES-2", "RES-2.O1"), "F")));
    assert_eq!(ordered(&workshop)[0].hours, 40 + 80);
}

#[test]
fn a_gap_knows_the_actions_that_work_on_it() {
    let workshop = planned();
    let items = plan(workshop.model, &workshop.assessment, &results(&workshop));
    let told: Vec<String> = items
        .iter()
        .map(|item| {
            let actions = planned_by(workshop.model, &workshop.assessment, item);
            format!("{} {}: {}", item.process, item.attribute, actions[0])
        })
        .collect();
    assert_eq!(told.len(), 3);
    assert!(
        told.contains(&"SDE-6 PA2.1: service".to_owned()),
        "{told:?}"
    );
}

/// What was done and rated again, and is still not good enough, needs another action.
#[test]
fn what_a_done_action_has_left_open_is_not_planned_any_more() {
    let mut workshop = planned();
    let planned_by = |workshop: &Workshop| {
        let items = plan(workshop.model, &workshop.assessment, &results(workshop));
        let gap = items
            .into_iter()
            .find(|item| item.process.as_str() == "SDE-6");
        planned_by(workshop.model, &workshop.assessment, &gap.expect("a gap"))
    };
    assert_eq!(planned_by(&workshop), ["service".into()]);
    let status = ActionStatus::Done;
    workshop.edit(set("service", ActionField::Status { status }));
    assert_eq!(
        planned_by(&workshop),
        ["service".into()],
        "nobody has looked yet"
    );
    workshop.rate(attribute("SDE-6", "PA2.1"), "N");
    assert_eq!(planned_by(&workshop), []);
}

fn problems(workshop: &Workshop, action: &str) -> Vec<ActionProblem> {
    action_problems(workshop.model, &workshop.assessment, &action.into())
}

#[test]
fn dates_that_cannot_be_are_told() {
    let mut workshop = planned();
    workshop.edit(set(
        "incident",
        ActionField::Start {
            date: day("2027-05-01"),
        },
    ));
    workshop.edit(set(
        "incident",
        ActionField::Due {
            date: day("2027-04-30"),
        },
    ));
    assert_eq!(
        problems(&workshop, "incident"),
        [ActionProblem::DueBeforeStart]
    );
    workshop.edit(set(
        "incident",
        ActionField::Due {
            date: day("2027-05-01"),
        },
    ));
    assert_eq!(problems(&workshop, "incident"), []);
    workshop.edit(set("problem", needs("incident")));
    workshop.edit(set(
        "problem",
        ActionField::Start {
            date: day("2027-04-01"),
        },
    ));
    assert_eq!(
        problems(&workshop, "problem"),
        [ActionProblem::StartsTooSoon("incident".into())]
    );
}

#[test]
fn actions_that_wait_for_themselves_are_told_with_the_way_around() {
    let mut workshop = planned();
    workshop.edit(set("incident", needs("problem")));
    workshop.edit(set("problem", needs("service")));
    assert_eq!(problems(&workshop, "incident"), []);
    workshop.edit(set("service", needs("incident")));
    for (action, way) in [
        ("incident", ["problem", "service", "incident"]),
        ("service", ["incident", "problem", "service"]),
    ] {
        let way = way.map(Into::into).to_vec();
        assert_eq!(problems(&workshop, action), [ActionProblem::Cycle(way)]);
    }
    // One that leads into the circle without being part of it waits, but not for itself.
    workshop.edit(set(
        "late",
        ActionField::Title {
            title: "late".to_owned(),
        },
    ));
    workshop.edit(set("late", needs("incident")));
    assert_eq!(problems(&workshop, "late"), []);
    workshop.edit(set("service", ActionField::Removed { removed: true }));
    assert_eq!(problems(&workshop, "incident"), []);
    assert_eq!(
        problems(&workshop, "problem"),
        [ActionProblem::NeedsGone("service".into())]
    );
}

/// The scope shrank, and the model was exchanged for one without that indicator: what was planned stays and is marked.
#[test]
fn what_the_scope_or_the_model_has_no_more_is_told_and_kept() {
    let mut workshop = planned();
    workshop.edit(set("incident", lift(indicator("RES-1", "RES-1.O99"), "L")));
    workshop.edit(set(
        "incident",
        lift(indicator("OLD-7", "OLD-7.O1"), "very good"),
    ));
    workshop.edit(set(
        "incident",
        ActionField::Phase {
            phase: Some("someday".into()),
        },
    ));
    workshop.edit(Edit::SetScope {
        processes: vec!["RES-2".into(), "SDE-6".into()],
    });
    assert_eq!(
        problems(&workshop, "incident"),
        [
            ActionProblem::NoProcess("OLD-7".into()),
            ActionProblem::OutOfScope("RES-1".into()),
            ActionProblem::NoRating("very good".into()),
            ActionProblem::NoItem(indicator("RES-1", "RES-1.O99")),
            ActionProblem::NoPhase("someday".into()),
        ]
    );
    let action = workshop.assessment.improvement.action(&"incident".into());
    assert_eq!(
        action.map(|action| action.lifts.len()),
        Some(3),
        "nothing is dropped"
    );
}
