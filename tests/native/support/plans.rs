//! A small plan of two actions, and the report of it.

use super::{Workshop, indicator};
use plumbline::domain::action::{ActionField, Measure};
use plumbline::domain::assessment::Assessment;
use plumbline::domain::date::Date;
use plumbline::domain::edit::Edit;
use plumbline::domain::plan_edit::PlanEdit;
use plumbline::domain::result::{ProcessResult, process_result};
use plumbline::domain::scale::Rating;
use plumbline::domain::subject::Subject;
use plumbline::exchange::plan_import::{PlanImport, Present, preview};
use plumbline::report::plan_report::{PlanReport, plan_report};

pub const TODAY: &str = "2027-02-15";

pub fn set(action: &str, field: ActionField) -> Edit {
    Edit::Plan(PlanEdit::SetAction {
        action: action.into(),
        field,
    })
}

pub fn title(title: &str) -> ActionField {
    ActionField::Title {
        title: title.to_owned(),
    }
}

pub fn owner(owner: &str) -> ActionField {
    ActionField::Owner {
        owner: owner.to_owned(),
    }
}

pub fn due(day: &str) -> ActionField {
    ActionField::Due {
        date: Some(date(day)),
    }
}

pub fn lift(subject: Subject, rating: &str) -> ActionField {
    ActionField::Lift {
        subject,
        expected: Some(Rating::new(rating)),
    }
}

pub fn date(day: &str) -> Date {
    day.parse().expect("a day")
}

/// Two processes rated low, and an action for each: the catalogue of requests, which is overdue, and the list of suppliers, which
/// needs it.
pub fn workshop() -> Workshop {
    let mut workshop = Workshop::new("R1", 2, &["RES-1", "RES-2"]);
    workshop.rate_each("RES-1", "1", "PA1.1", "P P L F P L L");
    let fields = [
        ("a1", title("Publish the request catalogue")),
        ("a1", lift(indicator("RES-1", "RES-1.O2"), "F")),
        ("a1", owner("Service desk lead")),
        (
            "a1",
            ActionField::Start {
                date: Some(date("2026-12-01")),
            },
        ),
        ("a1", due("2027-01-31")),
        ("a1", ActionField::Effort { hours: Some(40) }),
        ("a1", ActionField::Cost { cost: Some(1200) }),
        (
            "a1",
            ActionField::Measure {
                measure: Some(Measure {
                    what: "Requests answered in time".to_owned(),
                    unit: "%".to_owned(),
                    baseline: "62.5".parse().ok(),
                    target: "90".parse().ok(),
                }),
            },
        ),
        (
            "a1",
            ActionField::Reading {
                date: date("2026-12-31"),
                value: "71".parse().ok(),
            },
        ),
        ("a2", title("Agree targets with suppliers")),
        ("a2", lift(indicator("RES-1", "RES-1.O1"), "L")),
        ("a2", due("2027-06-30")),
        (
            "a2",
            ActionField::Needs {
                action: "a1".into(),
                needed: true,
            },
        ),
        (
            "a2",
            ActionField::Notes {
                text: "First line; \"quoted\"\n=second".to_owned(),
            },
        ),
    ];
    for (action, field) in fields {
        workshop.edit(set(action, field));
    }
    workshop
}

pub fn results(workshop: &Workshop) -> Vec<ProcessResult> {
    let scope = workshop.assessment.scope.iter();
    scope
        .map(|id| process_result(workshop.model, &workshop.assessment, id))
        .collect()
}

pub fn report(workshop: &Workshop) -> PlanReport {
    plan_report(
        workshop.model,
        &workshop.assessment,
        &results(workshop),
        date(TODAY),
        false,
    )
}

/// What bringing back a text would do. New actions are called new1, new2 and so on.
pub fn import(workshop: &Workshop, text: &str, take_strangers: bool) -> Result<PlanImport, String> {
    let results = results(workshop);
    let present = Present {
        model: workshop.model,
        assessment: &workshop.assessment,
        results: &results,
        today: date(TODAY),
    };
    let mut count = 0;
    preview(&present, text, take_strangers, || {
        count += 1;
        format!("new{count}").as_str().into()
    })
}

/// Does what an import says.
pub fn take(workshop: &mut Workshop, import: &PlanImport) {
    for edit in &import.edits {
        workshop.edit(edit.clone());
    }
}

/// The actions and what was said of them, without where in the order of changes it was said.
pub fn actions(assessment: &Assessment) -> Vec<(String, plumbline::domain::action::Action)> {
    let actions = assessment.improvement.actions();
    actions
        .map(|(id, action)| {
            let mut action = action.clone();
            action.status_place = 0;
            (id.to_string(), action)
        })
        .collect()
}
