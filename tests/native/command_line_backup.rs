//! The command line on backups: what it prints, and its exit codes.

use crate::support::Workshop;
use crate::support::program::{file, plumbline};
use plumbline::domain::id::AssessmentId;
use plumbline::exchange::backup::Writer;

const NOW: &str = "2026-11-22T10:00:00Z";

fn backup() -> String {
    let mut workshop = Workshop::new("R1", 1, &["SDE-6"]);
    let empty = workshop.assessment.changes().to_vec();
    workshop.rate_each("SDE-6", "1", "PA1.1", "F F . .");
    let rated = workshop.assessment.changes().to_vec();
    let (mut writer, head) = Writer::new(NOW);
    [
        head,
        writer.assessment(&AssessmentId::new("a1"), rated.clone(), None),
        writer.assessment(&AssessmentId::new("a2"), rated, Some(NOW)),
        writer.assessment(&AssessmentId::new("a3"), empty, None),
        writer.model("own.json", "{}"),
        writer.setting("author", "Eva"),
        writer.damaged("change/a4/1-x", "{"),
        writer.end(),
    ]
    .concat()
}

#[test]
fn a_whole_backup() {
    let path = file("backup", "whole.jsonl", backup());
    let run = plumbline(&["backup", &path]);
    assert_eq!(
        run.out,
        "assessment a1: \"Autumn\", 2 ratings, 8 changes\n\
         assessment a2: \"Autumn\", 2 ratings, deleted, 8 changes\n\
         assessment a3: \"Autumn\", 6 changes\n\
         model own.json: 2 bytes\n\
         setting author\n\
         damaged text change/a4/1-x: 1 byte\n\
         This backup is whole: 6 entries, each byte as it was written.\n"
    );
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
}

#[test]
fn a_backup_that_is_not_whole() {
    let backup = backup();
    let within_key = backup.find("change/a4").expect("the damaged text") + 6;
    let path = file("backup", "cut.jsonl", &backup[..within_key]);
    let run = plumbline(&["backup", &path]);
    assert_eq!((run.code, run.err.as_str()), (Some(1), ""));
    let end = "Line 7: It cannot be read at damaged.key: EOF while parsing a string, column 25.\n\
               This backup is cut off: its last line is missing, so there may have been more. 5 entries can be restored. \
               1 line cannot be read and would not be restored.\n";
    assert!(run.out.ends_with(end), "{}", run.out);

    let path = file("backup", "other.json", "{}");
    let run = plumbline(&["backup", &path]);
    assert_eq!(run.code, Some(1));
    assert!(
        run.out.ends_with("This is not a backup of Plumbline.\n"),
        "{}",
        run.out
    );
}

#[test]
fn a_backup_asked_for_wrongly() {
    let path = file("backup", "wrongly.jsonl", backup());
    let cases: [(&[&str], &str); 3] = [
        (&["backup"], "Say which file: plumbline backup FILE"),
        (
            &["backup", &path, &path],
            "Say which file: plumbline backup FILE",
        ),
        (
            &["backup", "nowhere.jsonl"],
            "nowhere.jsonl cannot be read: No such file or directory (os error 2).",
        ),
    ];
    for (arguments, message) in cases {
        let run = plumbline(arguments);
        assert_eq!((run.code, run.out.as_str()), (Some(2), ""), "{arguments:?}");
        assert_eq!(run.err.trim_end(), message);
    }
}
