//! What was changed in the input and the plan after the sponsor approved them.

use crate::support::{Workshop, indicator};
use plumbline::domain::assessment_class::AssessmentClass;
use plumbline::domain::edit::Edit;
use plumbline::domain::input_changes::since_approval;
use plumbline::domain::member::{Competence, Member, MemberRole};
use plumbline::domain::record_edit::{Approval, Approved, Interview, RecordEdit, RecordField};
use plumbline::report::input_change_words::{content, piece};

fn say(workshop: &mut Workshop, field: RecordField, text: &str) {
    let text = text.to_owned();
    record(workshop, RecordEdit::SetText { field, text });
}

fn record(workshop: &mut Workshop, edit: RecordEdit) {
    workshop.edit(Edit::Record(edit));
}

fn approve(workshop: &mut Workshop, id: &str, of: Approved, by: &str) {
    let content = Some(Approval {
        of,
        by: by.to_owned(),
        on: "2026-11-20".parse().ok(),
    });
    let approval = id.into();
    record(workshop, RecordEdit::Approve { approval, content });
}

fn scope(workshop: &mut Workshop, processes: &[&str]) {
    let processes = processes.iter().map(|id| (*id).into()).collect();
    workshop.edit(Edit::SetScope { processes });
}

/// "Purpose: nothing -> To compare", one line a change.
fn told(workshop: &Workshop, of: Approved) -> Vec<String> {
    let since = since_approval(&workshop.assessment, of);
    let line = |before, after| {
        let words = |found| content(workshop.model, found);
        format!("{}: {} -> {}", piece(after), words(before), words(after))
    };
    let changes = since.changes.iter();
    changes
        .map(|change| line(&change.before, &change.after))
        .collect()
}

fn asks_again(workshop: &Workshop, of: Approved) -> bool {
    since_approval(&workshop.assessment, of).approve_again
}

#[test]
fn nothing_is_told_before_an_approval() {
    let mut workshop = Workshop::new("R1", 2, &["RES-1"]);
    say(&mut workshop, RecordField::Sponsor, "The head of IT");
    let since = since_approval(&workshop.assessment, Approved::Input);
    assert_eq!((since.approval, since.changes.len()), (None, 0));
    assert!(!since.approve_again);
}

#[test]
fn each_change_of_the_input_is_told_with_before_and_after() {
    let mut workshop = Workshop::new("R1", 2, &["RES-1", "RES-2"]);
    say(&mut workshop, RecordField::Sponsor, "The head of IT");
    approve(&mut workshop, "first", Approved::Input, "The head of IT");

    scope(&mut workshop, &["RES-1"]);
    workshop.edit(Edit::SetHighestLevel { level: 3 });
    let purpose = "To compare two sites".to_owned();
    workshop.edit(Edit::SetPurpose { purpose });
    let class = Some(AssessmentClass::Class2);
    record(&mut workshop, RecordEdit::SetClass { class });
    say(&mut workshop, RecordField::Sponsor, "The board");
    let member = Some(Member {
        name: "Anna".to_owned(),
        role: MemberRole::LeadAssessor,
        competence: Competence {
            training: "33002 course".to_owned(),
            ..Competence::default()
        },
    });
    record(
        &mut workshop,
        RecordEdit::SetMember {
            member: "m1".into(),
            content: member,
        },
    );
    // Neither a rating nor a text of the plan is a change of the input.
    workshop.rate(indicator("RES-1", "RES-1.O1"), "F");
    say(&mut workshop, RecordField::Outputs, "A report");

    assert_eq!(
        told(&workshop, Approved::Input),
        [
            "Processes in scope: RES-1 and RES-2 -> RES-1",
            "Highest level: Level 2 Managed -> Level 3 Established",
            "Purpose: nothing -> To compare two sites",
            "Class: nothing -> Class 2",
            "Sponsor: The head of IT -> The board",
            "Team: nothing -> Anna, lead assessor; training: 33002 course",
        ]
    );
    assert!(asks_again(&workshop, Approved::Input));

    approve(&mut workshop, "second", Approved::Input, "The board");
    assert_eq!(told(&workshop, Approved::Input), [""; 0]);
    assert!(!asks_again(&workshop, Approved::Input));
}

#[test]
fn what_was_changed_back_is_told_and_needs_no_approval() {
    let mut workshop = Workshop::new("R1", 2, &["RES-1", "RES-2"]);
    approve(&mut workshop, "first", Approved::Input, "The head of IT");
    scope(&mut workshop, &["RES-1"]);
    scope(&mut workshop, &["RES-1", "RES-2"]);
    assert_eq!(told(&workshop, Approved::Input).len(), 2);
    assert!(!asks_again(&workshop, Approved::Input));
}

#[test]
fn an_approval_that_is_taken_back_uncovers_the_one_before() {
    let mut workshop = Workshop::new("R1", 2, &["RES-1", "RES-2"]);
    approve(&mut workshop, "first", Approved::Input, "The head of IT");
    scope(&mut workshop, &["RES-1"]);
    approve(&mut workshop, "second", Approved::Input, "The head of IT");
    assert!(!asks_again(&workshop, Approved::Input));

    let take_back = RecordEdit::Approve {
        approval: "second".into(),
        content: None,
    };
    record(&mut workshop, take_back);
    assert!(asks_again(&workshop, Approved::Input));

    // Undoing that later approves what stood then, and nothing that came in between.
    workshop.edit(Edit::SetHighestLevel { level: 1 });
    approve(&mut workshop, "second", Approved::Input, "The head of IT");
    assert_eq!(
        told(&workshop, Approved::Input),
        ["Highest level: Level 2 Managed -> Level 1 Performed"]
    );
    assert!(asks_again(&workshop, Approved::Input));
}

#[test]
fn the_plan_has_interviews_and_shares_the_class() {
    let mut workshop = Workshop::new("R1", 2, &["RES-1"]);
    let interview = |day: &str, done| RecordEdit::SetInterview {
        interview: "i1".into(),
        content: Some(Interview {
            day: day.parse().ok(),
            time: "9:00 to 10:30".to_owned(),
            roles: "service desk".to_owned(),
            processes: vec!["RES-1".into()],
            assessors: "Anna".to_owned(),
            done,
        }),
    };
    record(&mut workshop, interview("2026-12-01", false));
    approve(&mut workshop, "plan", Approved::Plan, "The head of IT");
    approve(&mut workshop, "input", Approved::Input, "The head of IT");

    // That it was held changes no plan; another day does.
    record(&mut workshop, interview("2026-12-01", true));
    assert!(!asks_again(&workshop, Approved::Plan));
    record(&mut workshop, interview("2026-12-02", true));
    let class = Some(AssessmentClass::Class1);
    record(&mut workshop, RecordEdit::SetClass { class });
    let words = "9:00 to 10:30, service desk, RES-1, asked by Anna";
    assert_eq!(
        told(&workshop, Approved::Plan),
        [
            format!("Interview: 1 Dec 2026, {words} -> 2 Dec 2026, {words}"),
            "Class: nothing -> Class 1".to_owned(),
        ]
    );
    assert_eq!(
        told(&workshop, Approved::Input),
        ["Class: nothing -> Class 1"]
    );
}

#[test]
fn interviews_stand_in_the_order_of_their_time() {
    let mut workshop = Workshop::new("R1", 2, &["RES-1"]);
    let times = [
        ("a", "", "8:00"),
        ("b", "2026-12-02", "10:00 to 11:00"),
        ("c", "2026-12-02", "9:30"),
        ("d", "2026-12-01", "in the afternoon"),
        ("e", "2026-12-01", "16:00"),
    ];
    for (id, day, time) in times {
        let content = Some(Interview {
            day: day.parse().ok(),
            time: time.to_owned(),
            roles: String::new(),
            processes: Vec::new(),
            assessors: String::new(),
            done: false,
        });
        let interview = id.into();
        record(
            &mut workshop,
            RecordEdit::SetInterview { interview, content },
        );
    }
    let schedule = workshop.assessment.record.schedule();
    let ids: Vec<&str> = schedule.iter().map(|(id, _)| id.as_str()).collect();
    assert_eq!(ids, ["e", "d", "c", "b", "a"]);
}
