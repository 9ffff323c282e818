//! What if: tried ratings beside today's, with the target at level 2.

use crate::support::{Workshop, attribute, library, model};
use plumbline::domain::action::ActionField;
use plumbline::domain::edit::Edit;
use plumbline::domain::experiment::{Experiment, Start, last_due, without_due};
use plumbline::domain::plan_edit::PlanEdit;
use plumbline::domain::scale::Rating;
use plumbline::domain::subject::{Item, Subject};
use plumbline::domain::target::AttributeTarget;
use plumbline::report::what_if::{WhatIf, tried, what_if};

/// Problem management at level 1: F, N and L over its questions. Service reporting is not rated.
fn workshop() -> Workshop {
    let mut workshop = Workshop::new("R1", 2, &["RES-2", "SDE-6"]);
    workshop.rate_each("RES-2", "1", "PA1.1", "F F F F F F F");
    workshop.rate_each("RES-2", "1", "PA2.1", "N N N N N N N N");
    workshop.rate_each("RES-2", "1", "PA2.2", "L L L L");
    workshop
}

fn look(workshop: &Workshop, experiment: &Experiment) -> WhatIf {
    let scope = workshop.assessment.scope.iter();
    let today: Vec<_> = scope.map(|id| workshop.result(id.as_str())).collect();
    let mut crosswalks = library().crosswalks();
    let standard = crosswalks.find(|found| found.header.id.as_str() == "iso-20000-1-2011");
    let standard = standard.expect("a shipped crosswalk");
    what_if(
        model(),
        &workshop.assessment,
        &today,
        experiment,
        Some(standard),
    )
}

fn question(id: &str) -> Subject {
    Subject {
        process: "RES-2".into(),
        instance: None,
        item: Item::Indicator(id.into()),
    }
}

fn with(ratings: &[(Subject, &str)]) -> Experiment {
    let mut experiment = Experiment::default();
    for (subject, rating) in ratings {
        experiment.set(model(), subject.clone(), Some(Rating::new(*rating)));
    }
    experiment
}

#[test]
fn without_anything_tried_nothing_differs() {
    let found = look(&workshop(), &Experiment::default());
    assert_eq!(found.sentences(), ["Nothing differs from today."]);
    assert_eq!(found.targets(model(), &workshop().assessment), []);
}

/// PA2.1 at F gives level 2. The only gap of the process was the major one at level 2, which is a medium risk.
#[test]
fn a_tried_attribute_moves_level_and_risk() {
    let workshop = workshop();
    let found = look(&workshop, &with(&[(attribute("RES-2", "PA2.1"), "F")]));
    assert_eq!(
        found.sentences()[..3],
        [
            "1 attribute rating otherwise than today.",
            "Level: RES-2 from 1 to 2.",
            "Risk: RES-2 from medium to none."
        ]
    );
    assert_eq!(found.rows[1].level.then, "not rated", "as it was");
    assert_eq!(workshop.level("RES-2"), 1, "the assessment stays as it is");
}

/// Two questions at N make 15 / 7 = 2.14, so L: not enough for level 2, and enough for level 1.
#[test]
fn the_later_of_an_attribute_and_its_questions_counts() {
    let workshop = workshop();
    let questions = [(question("RES-2.O1"), "N"), (question("RES-2.O2"), "N")];
    let mut experiment = with(&questions);
    let letter = |experiment: &Experiment| {
        let cell = look(&workshop, experiment).rows[0].cells[0];
        cell.then.map(|rank| rank.0)
    };
    assert_eq!(letter(&experiment), Some(2));
    experiment.set(model(), attribute("RES-2", "PA1.1"), Some("P".into()));
    assert_eq!(letter(&experiment), Some(1), "the attribute as a whole");
    experiment.set(model(), question("RES-2.O1"), Some("N".into()));
    assert_eq!(letter(&experiment), Some(3), "18 / 7 = 2.57");
    let rows = tried(model(), &workshop.assessment, &experiment, &"RES-2".into());
    assert_eq!(rows[0].cell.today.map(|rank| rank.0), Some(3));
    assert_eq!(rows[0].cell.then.map(|rank| rank.0), Some(0));
    assert!(!rows[0].settled);
    experiment.set(model(), question("RES-2.O1"), None);
    assert!(experiment.is_empty());
}

/// What differs becomes a target; a rating that the level asks for anyway is no adjustment.
#[test]
fn what_was_tried_becomes_a_target() {
    let workshop = workshop();
    let experiment = with(&[
        (attribute("RES-2", "PA2.1"), "L"),
        (attribute("RES-2", "PA2.2"), "F"),
    ]);
    let edits = look(&workshop, &experiment).targets(model(), &workshop.assessment);
    let target = |id: &str, target| Edit::SetAttributeTarget {
        process: "RES-2".into(),
        attribute: id.into(),
        target,
    };
    let expected = [
        target("PA2.1", None),
        target("PA2.2", Some(AttributeTarget::Rating("F".into()))),
    ];
    assert_eq!(edits, expected);
}

/// The plan promises PA2.1 by a day. An action without a day promises nothing, and is counted.
#[test]
fn it_can_stand_on_what_the_plan_promises() {
    let mut workshop = workshop();
    let mut set = |action: &str, field| {
        workshop.edit(Edit::Plan(PlanEdit::SetAction {
            action: action.into(),
            field,
        }));
    };
    for (action, id) in [("a1", "PA2.1"), ("a2", "PA2.2")] {
        let subject = attribute("RES-2", id);
        let expected = Some("F".into());
        set(action, ActionField::Removed { removed: false });
        set(action, ActionField::Lift { subject, expected });
    }
    let date = "2027-03-31".parse().ok();
    set("a1", ActionField::Due { date });
    assert_eq!(last_due(&workshop.assessment), date);
    assert_eq!(without_due(&workshop.assessment), 1);
    let mut experiment = with(&[]);
    experiment.start = Start::Planned;
    let row = look(&workshop, &experiment).rows.remove(0);
    let changed: Vec<bool> = row.cells.iter().map(|cell| cell.changes()).collect();
    assert_eq!(changed, [false, true, false]);
    assert_eq!(
        (row.level.today.as_str(), row.level.then.as_str()),
        ("1", "2")
    );
}
