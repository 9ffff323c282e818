//! What the profile will be if the plan delivers, and what became of what it promised.

use crate::support::{
    Workshop, attribute, attribute_in, cases, indicator, indicators, judge, model, not_applicable,
    settle,
};
use plumbline::domain::action::{ActionField, ActionStatus};
use plumbline::domain::action_order::ordered_actions;
use plumbline::domain::date::Date;
use plumbline::domain::edit::Edit;
use plumbline::domain::forecast::{forecast, last_due};
use plumbline::domain::judgement::Judgement;
use plumbline::domain::plan::plan;
use plumbline::domain::plan_edit::PlanEdit;
use plumbline::domain::promise::{PromiseState, promises};
use plumbline::domain::result::{ProcessResult, process_result};
use plumbline::domain::subject::Subject;
use plumbline::report::action_list::action_entries;
use plumbline::report::forecast::forecast_profile;
use plumbline::report::profile_table::profile_table;
use plumbline::report::promises::{promise_counts, promise_rows};
use plumbline::report::radar::{attribute_radar, process_radar};
use proptest::prelude::*;

const DUE: &str = "2027-03-31";
const DAY_BEFORE: &str = "2027-03-30";

fn set(action: &str, field: ActionField) -> Edit {
    Edit::Plan(PlanEdit::SetAction {
        action: action.into(),
        field,
    })
}

fn day(text: &str) -> Date {
    text.parse().expect("a day")
}

/// An indicator in all instances.
fn everywhere(process: &str, id: &str) -> Subject {
    Subject {
        instance: None,
        ..indicator(process, id)
    }
}

/// Adds to an action that it lifts a subject by a day; none: it has no due date.
fn promise(workshop: &mut Workshop, action: &str, lift: (&Subject, &str), due: Option<&str>) {
    let (subject, expected) = lift;
    for field in [
        ActionField::Title {
            title: format!("Action {action}"),
        },
        ActionField::Lift {
            subject: subject.clone(),
            expected: Some(expected.into()),
        },
        ActionField::Due { date: due.map(day) },
    ] {
        workshop.edit(set(action, field));
    }
}

fn status(status: ActionStatus) -> ActionField {
    ActionField::Status { status }
}

/// Level and letters of a process on a day: "1: F L .".
fn on(workshop: &Workshop, text: &str, process: &str) -> String {
    let then = forecast(workshop.model, &workshop.assessment, day(text));
    told(&process_result(workshop.model, &then, &process.into()))
}

fn today(workshop: &Workshop, process: &str) -> String {
    told(&workshop.result(process))
}

fn told(result: &ProcessResult) -> String {
    let letter = |found: &plumbline::domain::result::AttributeResult| {
        found
            .standing
            .rating()
            .map_or_else(|| ".".to_owned(), ToString::to_string)
    };
    let letters: Vec<String> = result.attributes.iter().map(letter).collect();
    format!("{}: {}", result.level, letters.join(" "))
}

fn results(workshop: &Workshop) -> Vec<ProcessResult> {
    let scope = workshop.assessment.scope.iter();
    scope
        .map(|process| workshop.result(process.as_str()))
        .collect()
}

/// The outcomes of incident management at level 0: F, N and then P. With the second one at F their mean is L.
fn incidents() -> Workshop {
    let mut workshop = Workshop::new("R1", 1, &["RES-1"]);
    workshop.rate_each("RES-1", "1", "PA1.1", "L N P P L P P");
    workshop
}

#[test]
fn an_action_delivers_on_the_day_on_which_it_is_due() {
    let mut workshop = incidents();
    assert_eq!(today(&workshop, "RES-1"), "0: P");
    promise(
        &mut workshop,
        "a",
        (&everywhere("RES-1", "RES-1.O2"), "F"),
        Some(DUE),
    );
    assert_eq!(on(&workshop, DAY_BEFORE, "RES-1"), "0: P");
    assert_eq!(on(&workshop, DUE, "RES-1"), "1: L");
    assert_eq!(on(&workshop, "2199-12-31", "RES-1"), "1: L");
    assert_eq!(
        today(&workshop, "RES-1"),
        "0: P",
        "the assessment itself stays"
    );
    assert_eq!(last_due(&workshop.assessment), Some(day(DUE)));
}

#[test]
fn dropped_removed_and_undated_actions_promise_nothing() {
    let lifted = everywhere("RES-1", "RES-1.O2");
    for field in [
        status(ActionStatus::Dropped),
        ActionField::Removed { removed: true },
        ActionField::Due { date: None },
    ] {
        let mut workshop = incidents();
        promise(&mut workshop, "a", (&lifted, "F"), Some(DUE));
        workshop.edit(set("a", field.clone()));
        assert_eq!(on(&workshop, DUE, "RES-1"), "0: P", "{field:?}");
        assert_eq!(last_due(&workshop.assessment), None, "{field:?}");
    }
}

/// Once an action is done and what it lifts was rated again, what was found counts.
#[test]
fn what_was_found_stands_against_what_was_promised() {
    let lifted = everywhere("RES-1", "RES-1.O2");
    let mut workshop = incidents();
    promise(&mut workshop, "a", (&lifted, "F"), Some(DUE));
    workshop.edit(set("a", status(ActionStatus::Done)));
    assert_eq!(on(&workshop, DUE, "RES-1"), "1: L", "done, not seen yet");
    workshop.rate(indicator("RES-1", "RES-1.O2"), "P");
    assert_eq!(on(&workshop, DUE, "RES-1"), today(&workshop, "RES-1"));
    workshop.edit(set("a", status(ActionStatus::Done)));
    assert_eq!(
        on(&workshop, DUE, "RES-1"),
        "1: L",
        "done once more, after that"
    );
}

#[test]
fn a_settled_attribute_stays_as_it_is_settled() {
    let mut workshop = incidents();
    workshop.edit(settle(
        attribute("RES-1", "PA1.1"),
        "P",
        "The last audit said so.",
    ));
    promise(
        &mut workshop,
        "a",
        (&everywhere("RES-1", "RES-1.O2"), "F"),
        Some(DUE),
    );
    assert_eq!(on(&workshop, DUE, "RES-1"), "0: P");
    promise(
        &mut workshop,
        "a",
        (&attribute("RES-1", "PA1.1"), "L"),
        Some(DUE),
    );
    assert_eq!(
        on(&workshop, DUE, "RES-1"),
        "1: L",
        "lifted as a whole it is"
    );
}

/// An attribute that is lifted as a whole is no more than that, unless its indicators bring more.
#[test]
fn indicators_and_their_attribute_can_both_be_lifted() {
    let mut workshop = incidents();
    promise(
        &mut workshop,
        "a",
        (&attribute("RES-1", "PA1.1"), "L"),
        Some(DUE),
    );
    for found in indicators(model(), "RES-1", "1", "PA1.1") {
        let everywhere = Subject {
            instance: None,
            ..found
        };
        promise(&mut workshop, "b", (&everywhere, "F"), Some(DUE));
    }
    assert_eq!(on(&workshop, DUE, "RES-1"), "1: F");
}

#[test]
fn what_does_not_apply_stays_so() {
    let mut workshop = incidents();
    workshop.edit(not_applicable(
        indicator("RES-1", "RES-1.O2"),
        "We have none of it.",
    ));
    promise(
        &mut workshop,
        "a",
        (&everywhere("RES-1", "RES-1.O2"), "F"),
        Some(DUE),
    );
    assert_eq!(on(&workshop, DUE, "RES-1"), today(&workshop, "RES-1"));
}

#[test]
fn an_action_lifts_all_instances_or_one() {
    let mut workshop = incidents();
    workshop.add_instances("RES-1", &["2"]);
    workshop.rate_each("RES-1", "2", "PA1.1", "L N P P L P P");
    assert_eq!(today(&workshop, "RES-1"), "0: P");
    promise(
        &mut workshop,
        "one",
        (&indicator("RES-1", "RES-1.O2"), "F"),
        Some(DAY_BEFORE),
    );
    assert_eq!(
        on(&workshop, DAY_BEFORE, "RES-1"),
        "0: P",
        "(9 + 6) / 14 = 1.29"
    );
    promise(
        &mut workshop,
        "all",
        (&everywhere("RES-1", "RES-1.O2"), "F"),
        Some(DUE),
    );
    assert_eq!(on(&workshop, DUE, "RES-1"), "1: L");
}

/// How an indicator is rated on a day: a letter, or `.`.
fn rated_on(workshop: &Workshop, text: &str, instance: &str, id: &str) -> String {
    let then = forecast(workshop.model, &workshop.assessment, day(text));
    let subject = Subject::indicator("RES-1".into(), instance.into(), id.into());
    match then.judgement(&subject) {
        Some(Judgement::Rated { rating }) => rating.to_string(),
        _ => ".".to_owned(),
    }
}

/// A promise for all instances is about those that are below it.
#[test]
fn a_promise_takes_nothing_from_a_better_instance() {
    let mut workshop = incidents();
    workshop.add_instances("RES-1", &["2"]);
    workshop.rate_each("RES-1", "2", "PA1.1", "F F F F F F F");
    let lifted = everywhere("RES-1", "RES-1.O2");
    promise(&mut workshop, "a", (&lifted, "P"), Some(DUE));
    assert_eq!(rated_on(&workshop, DUE, "1", "RES-1.O2"), "P");
    assert_eq!(rated_on(&workshop, DUE, "2", "RES-1.O2"), "F");
}

/// F and L have the mean 5 / 2, which is F. With an N it would be 5 / 3, which is L.
#[test]
fn a_blank_is_not_rated_where_that_would_lower_its_attribute() {
    let mut workshop = Workshop::new("R1", 1, &["RES-1"]);
    workshop.rate_each("RES-1", "1", "PA1.1", "F L . . . . .");
    let lifted = everywhere("RES-1", "RES-1.O5");
    promise(&mut workshop, "a", (&lifted, "N"), Some(DAY_BEFORE));
    promise(&mut workshop, "b", (&lifted, "F"), Some(DUE));
    assert_eq!(on(&workshop, DAY_BEFORE, "RES-1"), "1: F");
    assert_eq!(rated_on(&workshop, DAY_BEFORE, "1", "RES-1.O5"), ".");
    assert_eq!(rated_on(&workshop, DUE, "1", "RES-1.O5"), "F");
}

/// Under R2 instances are rated by attribute, under R3 the process as a whole.
#[test]
fn every_rating_method_has_its_forecast() {
    let mut by_instance = Workshop::new("R2", 1, &["RES-1"]);
    by_instance.add_instances("RES-1", &["2"]);
    by_instance.rate(attribute_in("RES-1", "1", "PA1.1"), "P");
    by_instance.rate(attribute_in("RES-1", "2", "PA1.1"), "N");
    let second = attribute_in("RES-1", "2", "PA1.1");
    promise(&mut by_instance, "a", (&second, "F"), Some(DUE));
    assert_eq!(on(&by_instance, DAY_BEFORE, "RES-1"), "0: P");
    assert_eq!(on(&by_instance, DUE, "RES-1"), "1: L");

    let mut whole = Workshop::new("R3", 2, &["RES-1"]);
    for (id, rating) in [("PA1.1", "L"), ("PA2.1", "P")] {
        whole.rate(attribute("RES-1", id), rating);
    }
    for (id, rating) in [("PA1.1", "F"), ("PA2.1", "L"), ("PA2.2", "L")] {
        promise(
            &mut whole,
            "a",
            (&attribute("RES-1", id), rating),
            Some(DUE),
        );
    }
    assert_eq!(on(&whole, DAY_BEFORE, "RES-1"), "1: L P .");
    assert_eq!(on(&whole, DUE, "RES-1"), "2: F L L");
}

/// A promise below what there is takes nothing away.
#[test]
fn a_low_promise_lowers_nothing() {
    let mut workshop = incidents();
    promise(
        &mut workshop,
        "a",
        (&everywhere("RES-1", "RES-1.O1"), "N"),
        Some(DUE),
    );
    assert_eq!(on(&workshop, DUE, "RES-1"), today(&workshop, "RES-1"));
}

#[test]
fn radars_show_the_day_beside_today() {
    let mut workshop = Workshop::new("R1", 1, &["RES-1", "RES-2"]);
    workshop.rate_each("RES-1", "1", "PA1.1", "L N P P L P P");
    promise(
        &mut workshop,
        "a",
        (&everywhere("RES-1", "RES-1.O2"), "F"),
        Some(DUE),
    );
    let (model, assessment, results) = (workshop.model, &workshop.assessment, results(&workshop));
    let found = forecast_profile(model, assessment, &results, day(DUE));
    assert_eq!(
        found.words,
        "1 process rises by 2027-03-31: RES-1 from 0 to 1. 1 attribute rating rises."
    );
    let profile = profile_table(model, assessment, &results);
    let mut radar = process_radar(model, assessment, &profile);
    found.on_process_radar(&mut radar, &profile);
    let axes: Vec<_> = radar
        .axes
        .iter()
        .map(|axis| (axis.assessed, axis.forecast))
        .collect();
    assert_eq!(
        axes,
        [(Some(0), Some(1)), (None, None)],
        "RES-2 is not rated"
    );
    let mut radar = attribute_radar(model, assessment, &results[0]);
    found.on_attribute_radar(&mut radar, &"RES-1".into());
    assert_eq!(
        (radar.axes[0].assessed, radar.axes[0].forecast),
        (Some(1), Some(2))
    );
    let before = forecast_profile(model, assessment, &results, day(DAY_BEFORE));
    assert_eq!(
        before.words,
        "Nothing rises by 2027-03-30: no action that lifts a rating is due by then."
    );
    assert_eq!(before.results, results);
}

/// Four actions: one kept, one missed, one done and not seen, one still to do.
#[test]
fn promises_are_kept_missed_to_be_seen_or_to_do() {
    let mut workshop = incidents();
    for (action, id) in [
        ("kept", "O1"),
        ("missed", "O2"),
        ("unseen", "O3"),
        ("open", "O4"),
    ] {
        let lifted = everywhere("RES-1", &format!("RES-1.{id}"));
        promise(&mut workshop, action, (&lifted, "F"), Some(DUE));
        if action != "open" {
            workshop.edit(set(action, status(ActionStatus::Done)));
        }
    }
    workshop.edit(judge(indicator("RES-1", "RES-1.O1"), "F"));
    workshop.edit(judge(indicator("RES-1", "RES-1.O2"), "L"));
    promise(
        &mut workshop,
        "dropped",
        (&everywhere("RES-1", "RES-1.O5"), "F"),
        None,
    );
    workshop.edit(set("dropped", status(ActionStatus::Dropped)));

    let (model, assessment, results) = (workshop.model, &workshop.assessment, results(&workshop));
    let items = plan(model, assessment, &results);
    let ordered = ordered_actions(model, assessment, &results, &items);
    let entries = action_entries(model, assessment, &results, &ordered, day(DUE));
    let rows = promise_rows(model, assessment, &results, &entries);
    let told: Vec<_> = rows
        .iter()
        .map(|row| {
            (
                row.action.as_str(),
                row.promised.as_str(),
                row.now.as_str(),
                row.state,
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            ("Action missed", "F", "L", PromiseState::Missed),
            ("Action unseen", "F", "P", PromiseState::ToBeSeen),
            ("Action kept", "F", "F", PromiseState::Kept),
            ("Action open", "F", "P", PromiseState::Open),
        ]
    );
    assert_eq!(
        promise_counts(&rows),
        "4 promises: 1 kept, 1 missed, 1 done and to be rated again and 1 still to do."
    );
    assert_eq!(promises(model, assessment, &results).len(), 4);
}

/// Ratings by their place among the letters, and lifts: subject, letter, days until due, kind of subject.
type Case = (Vec<usize>, Vec<(usize, usize, u32, u8)>);

fn any_case() -> impl Strategy<Value = Case> {
    let lift = (0_usize..28, 0_usize..4, 0_u32..200, 0_u8..4);
    (
        proptest::collection::vec(0_usize..6, 28),
        proptest::collection::vec(lift, 0..12),
    )
}

/// Two processes in two instances, and actions that lift some of it.
fn planned((ratings, lifts): Case) -> Workshop {
    let mut workshop = Workshop::new("R1", 1, &["RES-1", "RES-2"]);
    let letters = ["N", "P", "L", "F", "-", "."];
    let mut subjects = Vec::new();
    for process in ["RES-1", "RES-2"] {
        workshop.add_instances(process, &["2"]);
        for instance in ["1", "2"] {
            subjects.extend(indicators(workshop.model, process, instance, "PA1.1"));
        }
    }
    for (subject, rating) in subjects.iter().zip(&ratings) {
        match letters[*rating] {
            "." => {}
            "-" => workshop.edit(not_applicable(subject.clone(), "We have none.")),
            letter => workshop.rate(subject.clone(), letter),
        }
    }
    for (number, (place, rating, days, kind)) in lifts.into_iter().enumerate() {
        let subject = subjects[place % subjects.len()].clone();
        let subject = match kind {
            0 => subject,
            1 => attribute(subject.process.as_str(), "PA1.1"),
            _ => Subject {
                instance: None,
                ..subject
            },
        };
        let due = day("2027-01-01").plus(days).expect("in range").to_string();
        let action = format!("a{}", number % 5);
        promise(
            &mut workshop,
            &action,
            (&subject, letters[rating]),
            Some(&due),
        );
    }
    workshop
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(40)))]

    /// Neither a level nor a rating falls, and later days promise no less than earlier ones.
    #[test]
    fn a_forecast_lowers_nothing(case in any_case(), days in 0_u32..200) {
        let workshop = planned(case);
        let first = day("2027-01-01");
        let then = first.plus(days).expect("in range").to_string();
        for process in ["RES-1", "RES-2"] {
            let now = workshop.result(process);
            let day = |text: &str| {
                let then = forecast(workshop.model, &workshop.assessment, day(text));
                process_result(workshop.model, &then, &process.into())
            };
            let (then, last) = (day(&then), day("2028-01-01"));
            for (one, other) in [(&now, &then), (&then, &last)] {
                prop_assert!(other.level >= one.level);
                for (one, other) in one.attributes.iter().zip(&other.attributes) {
                    prop_assert!(other.standing.rank() >= one.standing.rank());
                }
            }
        }
    }

    #[test]
    fn without_actions_the_forecast_is_today(case in any_case()) {
        let workshop = planned(case);
        let mut without = workshop.assessment.clone();
        let actions: Vec<_> = without.improvement.actions().map(|(id, _)| id.clone()).collect();
        for action in actions {
            let change = plumbline::domain::change::Change {
                id: without.next_id(&"a".into()),
                author: "Lead".to_owned(),
                at: String::new(),
                edit: set(action.as_str(), ActionField::Removed { removed: true }),
            };
            without.apply(change).expect("it can be removed");
        }
        let then = forecast(workshop.model, &without, day("2199-12-31"));
        prop_assert_eq!(then, without);
    }
}
