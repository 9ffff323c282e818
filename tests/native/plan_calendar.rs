//! The due dates as a calendar file, against the rules of RFC 5545.

use crate::support::Workshop;
use crate::support::plans::{due, report, set, title, workshop};
use plumbline::domain::action::{ActionField, ActionStatus};
use plumbline::domain::id::AssessmentId;
use plumbline::exchange::calendar::calendar;

fn made(workshop: &Workshop, moment: &str) -> String {
    let id = AssessmentId::new("5d1c");
    calendar(&report(workshop), &id, moment).expect("a moment")
}

/// The lines as a calendar reads them, joined again.
fn lines(text: &str) -> Vec<String> {
    let text = text.replace("\r\n ", "");
    text.split("\r\n").map(str::to_owned).collect()
}

#[test]
fn each_due_date_is_an_event_of_a_whole_day() {
    let text = made(&workshop(), "2027-02-15T08:30:00.000Z");
    let event: Vec<String> = lines(&text)
        .into_iter()
        .skip_while(|line| line != "UID:a1-5d1c@plumbline")
        .take_while(|line| line != "END:VEVENT")
        .collect();
    assert_eq!(
        event,
        [
            "UID:a1-5d1c@plumbline",
            "DTSTAMP:20270215T083000Z",
            "LAST-MODIFIED:20270215T083000Z",
            "DTSTART;VALUE=DATE:20270131",
            "DTEND;VALUE=DATE:20270201",
            "SUMMARY:Due: Publish the request catalogue",
            "DESCRIPTION:Status: planned\\nOwner: Service desk lead\\nLifts: RES-1 Incident management and request fulfilment RES-1.O2 to F\\nMeasure: Requests answered in time",
            "STATUS:CONFIRMED",
            "TRANSP:TRANSPARENT",
        ]
    );
}

#[test]
fn the_text_keeps_to_the_rules() {
    let mut workshop = workshop();
    let odd = "Überprüfung; a, b \\ c\r\n".repeat(12);
    workshop.edit(set("a2", title(&odd)));
    let text = made(&workshop, "2027-02-15T08:30:00Z");
    assert!(text.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:"));
    assert!(text.ends_with("END:VCALENDAR\r\n"));
    let bare = text.replace("\r\n", "");
    assert!(!bare.contains(['\n', '\r']), "every line ends with CR LF");
    for line in text.split("\r\n") {
        assert!(line.len() <= 75, "{line:?}");
    }
    let summary = "SUMMARY:Due: ".to_owned()
        + odd
            .trim()
            .replace('\\', "\\\\")
            .replace(';', "\\;")
            .replace(',', "\\,")
            .replace("\r\n", "\\n")
            .as_str();
    assert!(lines(&text).contains(&summary), "{text}");
}

/// The id of an event rests on the assessment and the action, not on what is said of it.
#[test]
fn a_second_file_brings_the_same_events_up_to_date() {
    let uids = |text: &str| -> Vec<String> {
        let lines = lines(text).into_iter();
        lines.filter(|line| line.starts_with("UID:")).collect()
    };
    let mut workshop = workshop();
    let first = made(&workshop, "2027-02-15T08:30:00Z");
    workshop.edit(set("a1", title("Publish and keep the request catalogue")));
    workshop.edit(set("a1", due("2027-02-28")));
    let second = made(&workshop, "2027-02-16T08:30:00Z");
    assert_eq!(uids(&first), uids(&second));
    assert_ne!(first, second);
}

#[test]
fn actions_that_are_dropped_or_have_no_due_date_are_left_out() {
    let mut workshop = workshop();
    let dropped = ActionField::Status {
        status: ActionStatus::Dropped,
    };
    workshop.edit(set("a1", dropped));
    workshop.edit(set("a2", ActionField::Due { date: None }));
    let text = made(&workshop, "2027-02-15T08:30:00Z");
    assert!(!text.contains("VEVENT"), "{text}");
}

#[test]
fn what_is_done_says_so() {
    let mut workshop = workshop();
    let done = ActionField::Status {
        status: ActionStatus::Done,
    };
    workshop.edit(set("a1", done));
    let text = made(&workshop, "2027-02-15T08:30:00Z");
    assert!(text.contains("SUMMARY:Done: Publish the request catalogue\r\n"));
}
