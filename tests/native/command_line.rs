//! The command line: what it prints, and its exit codes (0 all well, 1 problems found, 2 asked for wrongly).

use crate::support::program::{file, folder, plumbline, plumbline_in};
use crate::support::{Workshop, root};
use plumbline::domain::id::AssessmentId;
use plumbline::exchange::envelope;

#[test]
fn levels_of_a_file() {
    let path = file(
        "levels",
        "profiles.csv",
        "process,PA1.1,PA2.1,PA2.2,PA3.1,PA3.2\n\
         Incident,F,L,F,P,P\n\
         Problem,L,F,F,,\n\
         Change,F,F,F,L+,67 %\n\
         Release,,,,,\n",
    );
    let run = plumbline(&["levels", &path]);
    assert_eq!(
        run.out,
        "process,level,lowest,highest,reason\n\
         Incident,2,2,2,\"level 3: PA2.1 is L, needs F; PA3.1 is P, needs L; PA3.2 is P, needs L\"\n\
         Problem,1,1,1,\"level 2: PA1.1 is L, needs F\"\n\
         Change,3,3,3,\"level 4: PA3.1 is L+, needs F; PA3.2 is L-, needs F; PA4.1 is not rated, needs L; PA4.2 is not rated, needs L\"\n\
         Release,0,0,5,\"level 1: PA1.1 is not rated, needs L\"\n"
    );
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
}

/// ISO/IEC 15504-2 has no L+; a file that uses it is refused with line and column, and no level is printed.
#[test]
fn levels_under_another_framework() {
    let text = "process;PA1.1;PA2.1\r\nIncident;F;L\r\n";
    let path = file("framework", "plain.csv", format!("\u{feff}{text}"));
    let run = plumbline(&["levels", &path, "--framework", "iso-15504-2-2003"]);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    assert!(run.out.contains("\nIncident,1,1,2,"), "{}", run.out);

    let path = file(
        "framework",
        "refined.csv",
        "process,PA1.1,PA2.1\nA,F,F\nB,L+,F\n,F,9\n",
    );
    let run = plumbline(&["levels", "--framework", "iso-15504-2-2003", &path]);
    assert_eq!((run.code, run.out.as_str()), (Some(1), ""));
    assert_eq!(
        run.err.replace(&format!("{path}: "), ""),
        "Line 3, column PA1.1: \"L+\" is not a rating of ISO/IEC 15504-2:2003.\n\
         Line 4: the process has no name.\n\
         Line 4, column PA2.1: \"9\" is not a rating of ISO/IEC 15504-2:2003.\n"
    );
}

/// A column that is not known is said aside, so that the levels can go on into another program.
#[test]
fn an_unused_column_is_told_and_does_no_harm() {
    let path = file("unused", "a.csv", "process,PA1.1,owner\nIncident,F,Eva\n");
    let run = plumbline(&["levels", &path]);
    assert_eq!(run.code, Some(0));
    assert_eq!(
        run.err,
        format!("{path}: The column \"owner\" is not used.\n")
    );
    assert!(run.out.contains("\nIncident,1,1,5,"), "{}", run.out);
}

#[test]
fn levels_of_a_file_without_the_columns() {
    let path = file("columns", "a.csv", "name,level\nIncident,1\n");
    let run = plumbline(&["levels", &path]);
    assert_eq!((run.code, run.out.as_str()), (Some(1), ""));
    assert_eq!(
        run.err.replace(&format!("{path}: "), ""),
        "There is no column \"process\". The columns are: name, level.\n\
         There is no column for an attribute of ISO/IEC 33020:2015, such as PA1.1.\n"
    );
    let path = file("columns", "empty.csv", "");
    let run = plumbline(&["levels", &path]);
    assert_eq!(
        (run.code, run.err),
        (Some(1), format!("{path}: The file is empty.\n"))
    );
}

#[test]
fn levels_asked_for_wrongly() {
    let path = file("wrongly", "a.csv", "process,PA1.1\nIncident,F\n");
    let latin = file("wrongly", "latin.csv", b"process,PA1.1\nSt\xf6rung,F\n");
    let cases: [(&[&str], &str); 8] = [
        (&["levels"], "Say which file: plumbline levels FILE.csv"),
        (
            &["levels", "nowhere.csv"],
            "nowhere.csv cannot be read: No such file or directory (os error 2).",
        ),
        (
            &["levels", &path, "second.csv"],
            "Only one file at a time: \"second.csv\" is one too many.",
        ),
        (
            &["levels", &path, "--color"],
            "There is no option \"--color\" for levels.",
        ),
        (
            &["levels", &path, "--framework"],
            "--framework needs the id of a framework after it.",
        ),
        (
            &["levels", &path, "--framework", "cmmi"],
            "There is no framework \"cmmi\" in models. Known: iso-15504-2-2003, iso-33020-2015.",
        ),
        (
            &["levels", &path, "--models", "nowhere"],
            "nowhere cannot be read: No such file or directory (os error 2).",
        ),
        (&["levels", &latin], "is not UTF-8 text (byte 16)."),
    ];
    for (arguments, message) in cases {
        let run = plumbline(arguments);
        assert_eq!((run.code, run.out.as_str()), (Some(2), ""), "{arguments:?}");
        assert!(run.err.trim_end().ends_with(message), "{}", run.err);
    }
}

/// Started elsewhere, the models are those that the program was built with.
#[test]
fn levels_in_another_folder() {
    let path = file("elsewhere", "a.csv", "process,PA1.1\nIncident,L\n");
    let run = plumbline_in(&folder("elsewhere"), &["levels", &path]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert!(run.out.contains("\nIncident,1,1,1,"), "{}", run.out);
}

#[test]
fn check_of_the_shipped_models() {
    let run = plumbline(&["check", "models"]);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    let last = run.out.lines().last();
    assert_eq!(last, Some("0 errors, 0 warnings"), "{}", run.out);
    assert_eq!(
        run.out.lines().count(),
        15 + 2 + 1,
        "one line a file, one more for the guidance of each assessment model, one at the end"
    );
}

/// Each problem has a line with its file, its place and what is wrong.
#[test]
fn check_of_a_broken_model() {
    let name = "iso-33020-2015.framework.json";
    let text = std::fs::read_to_string(root().join("models").join(name)).expect("shipped");
    let broken = text.replacen("\"up_to\": 15,", "\"up_to\": 14,", 1);
    assert_ne!(broken, text);
    let path = file("broken", name, broken);
    let run = plumbline(&["check", &path]);
    assert_eq!((run.code, run.err.as_str()), (Some(1), ""));
    let lines: Vec<&str> = run.out.lines().collect();
    assert_eq!(
        lines,
        [
            format!("{path}: cannot be used").as_str(),
            &format!(
                "error: {path}: scale.ratings[1].above: This is 15, but the step before it ends at 14."
            ),
            "1 error, 0 warnings",
        ]
    );
}

fn record() -> String {
    let mut workshop = Workshop::new("R1", 1, &["SDE-6"]);
    workshop.rate_each("SDE-6", "1", "PA1.1", "F F . .");
    let id = AssessmentId::new("a1");
    envelope::write(&id, &workshop.assessment, "2026-11-21T10:00:00Z")
}

/// Warnings are no failure.
#[test]
fn check_of_an_assessment() {
    let path = file("record", "a.json", record());
    let run = plumbline(&["check", "models", &path]);
    assert_eq!(run.code, Some(0), "{}", run.out);
    let ends =
        format!("warning: {path}: SDE-6: No evidence for 2 ratings.\n0 errors, 2 warnings\n");
    assert!(run.out.ends_with(&ends), "{}", run.out);
    assert!(
        run.out.contains(&format!("{path}: 8 changes\n")),
        "{}",
        run.out
    );

    let path = file("record", "cut.json", &record()[..500]);
    let run = plumbline(&["check", "models", &path]);
    assert_eq!(run.code, Some(1));
    assert!(
        run.out.contains("cannot be read: EOF while parsing"),
        "{}",
        run.out
    );
}

/// What the pages read, the check reads too.
#[test]
fn check_of_an_assessment_with_a_byte_order_mark() {
    let path = file("mark", "a.json", format!("\u{feff}{}", record()));
    let run = plumbline(&["check", "models", &path]);
    assert_eq!(run.code, Some(0), "{}", run.out);
}

#[test]
fn check_asked_for_wrongly() {
    std::fs::create_dir_all(folder("nothing")).expect("a folder can be made");
    let nothing = folder("nothing").display().to_string();
    let cases: [(&[&str], &str); 3] = [
        (
            &["check"],
            "Say which files or folders to check: plumbline check PATH...",
        ),
        (
            &["check", "nowhere"],
            "nowhere cannot be read: No such file or directory (os error 2).",
        ),
        (
            &["check", &nothing],
            "There is no .json file in what you gave.",
        ),
    ];
    for (arguments, message) in cases {
        let run = plumbline(arguments);
        assert_eq!((run.code, run.out.as_str()), (Some(2), ""), "{arguments:?}");
        assert_eq!(run.err.trim_end(), message);
    }
}

#[test]
fn help_and_what_is_not_known() {
    let help = plumbline(&["help"]);
    assert_eq!((help.code, help.err.as_str()), (Some(0), ""));
    for command in ["plumbline levels", "plumbline check", "plumbline model"] {
        assert!(help.out.contains(command), "{}", help.out);
    }
    assert_eq!(plumbline(&["--help"]).out, help.out);
    let run = plumbline(&[]);
    assert_eq!((run.code, run.out.as_str()), (Some(2), ""));
    assert_eq!(run.err, help.out);
    let run = plumbline(&["assess"]);
    assert_eq!(run.code, Some(2));
    assert!(run.err.starts_with("There is no command \"assess\"."));
}
