//! The plan as one value: what it sums up, and what it keeps to itself.

use crate::support::plans::{TODAY, date, due, owner, report, results, set, title, workshop};
use plumbline::domain::action::{ActionField, ActionStatus};
use plumbline::domain::edit::Edit;
use plumbline::domain::inhibitor::InhibitorField;
use plumbline::domain::plan_edit::PlanEdit;
use plumbline::domain::stakeholder::StakeholderField;
use plumbline::report::plan_report::{Sum, plan_report};

fn status(status: ActionStatus) -> ActionField {
    ActionField::Status { status }
}

/// 40 hours are estimated for the first action. Raising one outcome from P to L takes 24 by the effort of the step.
#[test]
fn a_plan_is_summed_up_by_owner() {
    let mut workshop = workshop();
    for (action, field) in [
        ("a3", title("Write the handbook")),
        ("a3", owner("Service desk lead")),
        ("a3", due("2026-12-24")),
        ("a3", ActionField::Effort { hours: Some(8) }),
        ("a3", status(ActionStatus::Done)),
        ("a4", title("Buy a tool")),
        ("a4", ActionField::Cost { cost: Some(90_000) }),
        ("a4", status(ActionStatus::Dropped)),
    ] {
        workshop.edit(set(action, field));
    }
    let report = report(&workshop);
    let lead = Sum {
        actions: 2,
        done: 1,
        overdue: 1,
        hours: 40,
        cost: 1200,
    };
    let nobody = Sum {
        actions: 1,
        hours: 24,
        ..Sum::default()
    };
    let whole = Sum {
        actions: 3,
        hours: 64,
        ..lead.clone()
    };
    assert_eq!(report.sum(), whole);
    assert_eq!(
        report.by_owner(),
        [
            ("Service desk lead".to_owned(), lead),
            (String::new(), nobody)
        ]
    );
}

/// Both actions work on PA1.1 of RES-1. What is left: its second level, and RES-2, of which nothing is known.
#[test]
fn gaps_that_an_action_works_on_are_not_listed_again() {
    let gaps = report(&workshop()).gaps;
    let gaps: Vec<String> = gaps
        .iter()
        .map(|gap| format!("{} {}", gap.process, gap.attribute))
        .collect();
    assert_eq!(
        gaps,
        [
            "RES-2 PA1.1",
            "RES-1 PA2.1",
            "RES-1 PA2.2",
            "RES-2 PA2.1",
            "RES-2 PA2.2"
        ]
    );
}

#[test]
fn inhibitors_that_stand_come_before_those_that_fell() {
    let mut workshop = workshop();
    let inhibitor = |id: &str, field| {
        Edit::Plan(PlanEdit::SetInhibitor {
            inhibitor: id.into(),
            field,
        })
    };
    let what = |text: &str| InhibitorField::What {
        text: text.to_owned(),
    };
    let blocks = |action: &str| InhibitorField::Blocks {
        action: action.into(),
        blocked: true,
    };
    for edit in [
        inhibitor("i1", what("No budget")),
        inhibitor(
            "i1",
            InhibitorField::Fallen {
                date: Some(date("2027-02-01")),
            },
        ),
        inhibitor("i2", what("Nobody may change the tool")),
        inhibitor("i2", blocks("a1")),
        inhibitor("i2", blocks("gone")),
    ] {
        workshop.edit(edit);
    }
    let report = report(&workshop);
    let told: Vec<(&str, usize)> = report
        .inhibitors
        .iter()
        .map(|found| (found.what.as_str(), found.blocks.len()))
        .collect();
    assert_eq!(told, [("Nobody may change the tool", 1), ("No budget", 0)]);
}

#[test]
fn the_load_of_each_quarter_stands_beside_what_there_is() {
    let mut workshop = workshop();
    workshop.edit(Edit::Plan(PlanEdit::SetUsualCapacity { hours: Some(30) }));
    let quarters: Vec<(String, u32, Option<u32>)> = report(&workshop)
        .quarters
        .iter()
        .map(|load| (load.quarter.to_string(), load.hours, load.overload()))
        .collect();
    // 40 hours from 1 December to 31 January: 31 of 62 days in each quarter.
    assert_eq!(
        quarters,
        [
            ("2026-Q4".to_owned(), 20, None),
            ("2027-Q1".to_owned(), 20, None),
            ("2027-Q2".to_owned(), 24, None)
        ]
    );
}

#[test]
fn the_stakeholder_register_is_there_only_when_it_is_asked_for() {
    let mut workshop = workshop();
    workshop.edit(Edit::Plan(PlanEdit::SetStakeholder {
        stakeholder: "s1".into(),
        field: StakeholderField::Name {
            text: "Head of operations".to_owned(),
        },
    }));
    assert_eq!(report(&workshop).stakeholders, []);
    let (model, assessment) = (workshop.model, &workshop.assessment);
    let asked = plan_report(model, assessment, &results(&workshop), date(TODAY), true);
    assert_eq!(asked.stakeholders[0].name, "Head of operations");
    assert_eq!(asked.stakeholders[0].stance, "undecided");
}
