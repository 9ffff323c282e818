//! The plan over time and by effort and gain, as the pages show it.

use crate::support::{Workshop, attribute};
use plumbline::domain::action::{ActionField, ActionStatus, Measure};
use plumbline::domain::action_order::ordered_actions;
use plumbline::domain::date::Date;
use plumbline::domain::edit::Edit;
use plumbline::domain::phase::PhaseText;
use plumbline::domain::plan::plan;
use plumbline::domain::plan_edit::PlanEdit;
use plumbline::report::action_list::{ActionEntry, action_entries};
use plumbline::report::measures::measure_rows;
use plumbline::report::quick_wins::quick_wins;
use plumbline::report::roadmap::BarState;
use plumbline::report::roadmap_view::{MOST_QUARTERS, RoadmapView, roadmap_view};

const TODAY: &str = "2027-02-10";

fn day(text: &str) -> Date {
    text.parse().expect("a day")
}

/// Sets fields of an action. Its id is its title too.
fn set(workshop: &mut Workshop, action: &str, fields: Vec<ActionField>) {
    let title = ActionField::Title {
        title: action.to_owned(),
    };
    for field in std::iter::once(title).chain(fields) {
        let action = action.into();
        workshop.edit(Edit::Plan(PlanEdit::SetAction { action, field }));
    }
}

/// From start to due; an empty text is no date.
fn dates(start: &str, due: &str) -> Vec<ActionField> {
    let start = ActionField::Start {
        date: start.parse().ok(),
    };
    let due = ActionField::Due {
        date: due.parse().ok(),
    };
    vec![start, due]
}

fn hours(hours: u32) -> ActionField {
    ActionField::Effort { hours: Some(hours) }
}

fn status(status: ActionStatus) -> ActionField {
    ActionField::Status { status }
}

fn entries(workshop: &Workshop) -> Vec<ActionEntry> {
    let (model, assessment) = (workshop.model, &workshop.assessment);
    let scope = assessment.scope.iter();
    let results: Vec<_> = scope.map(|id| workshop.result(id.as_str())).collect();
    let items = plan(model, assessment, &results);
    let ordered = ordered_actions(model, assessment, &results, &items);
    action_entries(model, assessment, &results, &ordered, day(TODAY))
}

fn view(workshop: &Workshop) -> RoadmapView {
    roadmap_view(
        workshop.model,
        &workshop.assessment,
        &entries(workshop),
        day(TODAY),
    )
}

/// "A 0-89, B 90-180": the bars of each lane that has any.
fn lanes(view: &RoadmapView) -> Vec<(String, String)> {
    let lanes = view
        .picture
        .lanes
        .iter()
        .filter(|lane| !lane.bars.is_empty());
    let told = lanes.map(|lane| {
        let bars: Vec<String> = lane
            .bars
            .iter()
            .map(|bar| format!("{} {}-{}", bar.name, bar.from, bar.to))
            .collect();
        (lane.name.clone(), bars.join(", "))
    });
    told.collect()
}

fn workshop() -> Workshop {
    Workshop::new("R3", 2, &["RES-1"])
}

/// 90 days of the first quarter of 2027 and 91 of the second.
#[test]
fn a_quarter_with_more_work_than_time_is_told_in_words() {
    let mut workshop = workshop();
    workshop.edit(Edit::Plan(PlanEdit::SetUsualCapacity { hours: Some(160) }));
    let mut fields = dates("2027-01-01", "2027-06-30");
    fields.push(hours(181));
    set(&mut workshop, "A", fields);
    let mut fields = dates("", "2027-05-31");
    fields.push(hours(165));
    set(&mut workshop, "B", fields);
    let mut fields = dates("2027-04-01", "2027-05-31");
    fields.extend([hours(800), status(ActionStatus::Dropped)]);
    set(&mut workshop, "Dropped", fields);
    set(&mut workshop, "Undated", vec![hours(800)]);

    let found = view(&workshop);
    let loads: Vec<_> = found
        .picture
        .quarters
        .iter()
        .map(|quarter| {
            (
                quarter.name.as_str(),
                quarter.days,
                quarter.hours,
                quarter.capacity,
            )
        })
        .collect();
    assert_eq!(
        loads,
        [
            ("2027-Q1", 90, 90, Some(160)),
            ("2027-Q2", 91, 91 + 165, Some(160))
        ]
    );
    assert_eq!(found.overloads, ["2027-Q2: 12 days more than there are."]);
    assert_eq!(
        found.picture.description,
        "2 actions from 2027-Q1 to 2027-Q2. 1 quarter has more work than time."
    );
    let undated: Vec<_> = found
        .undated
        .iter()
        .map(|(_, title)| title.as_str())
        .collect();
    assert_eq!(undated, ["Undated"]);
    let first: Vec<_> = found.by_quarter[0]
        .actions
        .iter()
        .map(|(_, title, what)| (title.as_str(), *what))
        .collect();
    assert_eq!(first, [("A", "starts")]);
    let second: Vec<_> = found.by_quarter[1]
        .actions
        .iter()
        .map(|(_, title, what)| (title.as_str(), *what))
        .collect();
    assert_eq!(second, [("A", "is due"), ("B", "is due")]);

    let capacity = |hours| {
        let quarter = "2027-Q2".parse().expect("a quarter");
        Edit::Plan(PlanEdit::SetCapacity { quarter, hours })
    };
    workshop.edit(capacity(Some(256)));
    assert_eq!(view(&workshop).overloads, Vec::<String>::new());
    workshop.edit(capacity(None));
    assert_eq!(view(&workshop).overloads.len(), 1);
}

/// Incident management belongs to the first phase of the model.
#[test]
fn lanes_are_the_phases_as_people_have_changed_them() {
    let mut workshop = workshop();
    let mut fields = dates("2027-01-01", "2027-01-31");
    fields.push(ActionField::Lift {
        subject: attribute("RES-1", "PA1.1"),
        expected: Some("F".into()),
    });
    set(&mut workshop, "A", fields);
    set(&mut workshop, "B", dates("", "2027-03-31"));
    let first = workshop.model.assessment.phases[0].clone();
    assert!(first.processes.contains(&"RES-1".into()));
    let lane = |name: &str, bars: &str| (name.to_owned(), bars.to_owned());
    assert_eq!(
        lanes(&view(&workshop)),
        [lane(&first.title, "A 0-30"), lane("No phase", "B 76-89")],
        "what is due only is two weeks long"
    );
    let mut text = PhaseText {
        title: "Order first".to_owned(),
        aim: String::new(),
        removed: false,
    };
    let phase = |text: &PhaseText| {
        Edit::Plan(PlanEdit::SetPhase {
            phase: first.id.clone(),
            text: Some(text.clone()),
        })
    };
    workshop.edit(phase(&text));
    assert_eq!(lanes(&view(&workshop))[0], lane("Order first", "A 0-30"));
    text.removed = true;
    workshop.edit(phase(&text));
    assert_eq!(
        lanes(&view(&workshop)),
        [lane("No phase", "A 0-30, B 76-89")]
    );
    let second = workshop.model.assessment.phases[1].clone();
    set(
        &mut workshop,
        "B",
        vec![ActionField::Phase {
            phase: Some(second.id),
        }],
    );
    assert_eq!(
        lanes(&view(&workshop)),
        [lane(&second.title, "B 76-89"), lane("No phase", "A 0-30")]
    );
}

#[test]
fn bars_tell_their_state_and_what_they_need() {
    let mut workshop = workshop();
    for (action, due, is) in [
        ("Done", "2027-01-31", ActionStatus::Done),
        ("Late", "2027-02-09", ActionStatus::Started),
        ("Planned", "2027-02-10", ActionStatus::Planned),
        ("Started", "2027-03-01", ActionStatus::Started),
    ] {
        let mut fields = dates("", due);
        fields.push(status(is));
        set(&mut workshop, action, fields);
    }
    let needs = |action: &str| ActionField::Needs {
        action: action.into(),
        needed: true,
    };
    set(&mut workshop, "Undated", Vec::new());
    set(
        &mut workshop,
        "Started",
        vec![needs("Late"), needs("Undated")],
    );
    let found = view(&workshop);
    let bars: Vec<_> = found
        .picture
        .lanes
        .iter()
        .flat_map(|lane| &lane.bars)
        .collect();
    let of = |name: &str| *bars.iter().find(|bar| bar.name == name).expect("a bar");
    assert_eq!(of("Done").state, BarState::Done);
    assert_eq!(of("Late").state, BarState::Late);
    assert_eq!(
        of("Planned").state,
        BarState::Planned,
        "due today is not late"
    );
    assert_eq!(of("Started").state, BarState::Started);
    assert_eq!(
        of("Started").needs,
        [of("Late").label.clone()],
        "what is not drawn has no arrow"
    );
}

/// A plan from 2024 to 2031: what is past is left out first.
#[test]
fn a_plan_too_long_for_the_picture_says_what_lies_beyond() {
    let mut workshop = workshop();
    set(&mut workshop, "Past", dates("2024-01-01", "2024-03-31"));
    set(&mut workshop, "Long", dates("2026-11-01", "2027-06-30"));
    set(&mut workshop, "Far", dates("2031-01-01", "2031-03-31"));
    let found = view(&workshop);
    assert_eq!(found.picture.quarters.len(), MOST_QUARTERS);
    assert_eq!(found.picture.quarters[0].name, "2027-Q1");
    assert_eq!(
        lanes(&found),
        [("No phase".to_owned(), "Long 0-180".to_owned())]
    );
    let number = |title: &str| {
        let entries = entries(&workshop);
        let found = entries.iter().find(|entry| entry.title == title);
        found
            .map(|entry| format!("{} {title}", entry.order))
            .expect("an entry")
    };
    assert_eq!(
        found.beyond,
        Some(format!(
            "The picture shows 12 quarters. Done or due before: {}. Not begun until after: {}. Partly outside: {}.",
            number("Past"),
            number("Far"),
            number("Long")
        ))
    );
    set(&mut workshop, "Far", dates("", ""));
    let found = view(&workshop);
    assert_eq!(
        found.picture.quarters[0].name, "2024-Q3",
        "the picture stays full"
    );
    let mut short = Workshop::new("R3", 2, &["RES-1"]);
    set(&mut short, "A", dates("2027-01-01", "2029-12-31"));
    assert_eq!(
        (view(&short).picture.quarters.len(), view(&short).beyond),
        (12, None)
    );
}

#[test]
fn without_dates_there_is_no_picture() {
    let mut workshop = workshop();
    set(&mut workshop, "A", Vec::new());
    let found = view(&workshop);
    assert!(found.picture.quarters.is_empty() && found.by_quarter.is_empty());
    assert_eq!(found.picture.description, "No action has a date yet.");
    assert_eq!(found.undated.len(), 1);
}

#[test]
fn quick_wins_bring_much_and_take_little() {
    let mut workshop = workshop();
    for (action, effort, gain) in [
        ("Much", 16, 5),
        ("Large", 160, 4),
        ("Small", 8, 1),
        ("Late", 150, 2),
    ] {
        set(
            &mut workshop,
            action,
            vec![hours(effort), ActionField::Gain { gain: Some(gain) }],
        );
    }
    set(
        &mut workshop,
        "Done",
        vec![hours(900), status(ActionStatus::Done)],
    );
    let found = quick_wins("Autumn", &entries(&workshop));
    assert_eq!(
        found.most_hours, 240,
        "the most is 160; a quarter more is 200, and there is a week of room"
    );
    let of = |name: &str| {
        let win = found
            .wins
            .iter()
            .find(|win| win.name == name)
            .expect("a point");
        found.quadrant(win)
    };
    assert_eq!(
        [of("Much"), of("Large"), of("Small"), of("Late")],
        ["Quick wins", "Larger steps", "Fill in", "Later"]
    );
    assert_eq!(
        found.description,
        "4 actions still to do, 1 of them quick wins."
    );
    assert_eq!(quick_wins("Autumn", &[]).most_hours, 40);
}

#[test]
fn measures_say_where_they_stand() {
    let mut workshop = workshop();
    let measure = Measure {
        what: "lead time of standard changes".to_owned(),
        unit: "days".to_owned(),
        baseline: "12".parse().ok(),
        target: "5".parse().ok(),
    };
    let reading = |date: &str, value: &str| ActionField::Reading {
        date: day(date),
        value: value.parse().ok(),
    };
    set(
        &mut workshop,
        "A",
        vec![ActionField::Measure {
            measure: Some(measure),
        }],
    );
    set(&mut workshop, "B", Vec::new());
    let told = |workshop: &Workshop| {
        let rows = measure_rows(&workshop.assessment, &entries(workshop));
        let row = rows.first().expect("a row").clone();
        (
            rows.len(),
            row.baseline,
            row.target,
            row.latest,
            row.standing,
        )
    };
    let expected = |latest: &str, standing| {
        (
            1,
            "12 days".to_owned(),
            "5 days".to_owned(),
            latest.to_owned(),
            standing,
        )
    };
    assert_eq!(told(&workshop), expected("not read yet", "not read yet"));
    set(
        &mut workshop,
        "A",
        vec![reading("2027-01-31", "8.5"), reading("2027-01-01", "14")],
    );
    assert_eq!(
        told(&workshop),
        expected("8.5 days on 2027-01-31", "moves towards the target")
    );
}
