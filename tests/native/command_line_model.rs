//! The command line for models of one's own: what it prints, what it writes, and its exit codes.

use crate::support::program::{file, folder, plumbline, plumbline_in};
use std::path::Path;

/// From the template to model files that the check finds in order. A second run overwrites nothing.
#[test]
fn a_model_from_the_template() {
    let template = plumbline(&["model", "template"]);
    assert_eq!((template.code, template.err.as_str()), (Some(0), ""));
    let _ = std::fs::remove_dir_all(folder("template")); // of an earlier run
    let csv = file("template", "desk.csv", &template.out);
    let folder = folder("template");
    let run = plumbline_in(&folder, &["model", "from-csv", "desk.csv"]);
    assert_eq!(
        run.out,
        "lending-desk.reference.json: 2 processes, 1 groups, 5 outcomes, 2 relations\n\
         lending-desk.assessment.json: 2 processes, 5 base practices, 4 information items, 42 generic practices, \
         31 generic resources, 47 texts of guidance, 1 selections\n\
         0 errors, 0 warnings\n"
    );
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    let files = [
        "lending-desk.reference.json",
        "lending-desk.assessment.json",
    ]
    .map(|name| folder.join(name).display().to_string());
    let check = plumbline(&["check", "models", &files[0], &files[1]]);
    assert!(
        check.out.ends_with("\n0 errors, 0 warnings\n"),
        "{}",
        check.out
    );

    std::fs::write(&files[1], "mine").expect("it can be written");
    std::fs::remove_file(&files[0]).expect("it is there");
    let again = plumbline_in(&folder, &["model", "from-csv", &csv]);
    assert_eq!((again.code, again.out.as_str()), (Some(2), ""));
    assert_eq!(
        again.err,
        "lending-desk.assessment.json is here already and is not overwritten. Move it away first.\n"
    );
    assert_eq!(std::fs::read(&files[1]).expect("it is there"), b"mine");
    assert!(!Path::new(&files[0]).exists());
}

/// Several files are one model; each problem names the file and the line in it, and no file is written.
#[test]
fn a_model_with_errors() {
    let _ = std::fs::remove_dir_all(folder("rows")); // of an earlier run
    let processes =
        "row,id,name,text\nmodel,id,,shop\nprocess,A,Ask,Ask for it.\ntask,B,Buy,Buy it.\n";
    let outcomes = "row;in;id;kind;text;leads to\n\
                    outcome;A;A1;state;It is known.;\n\
                    outcome;A;A2;artefact;An order is written.;\n\
                    practice;A;AP;;Write it down;A1 A2 A3\n";
    file("rows", "processes.csv", processes);
    file("rows", "outcomes.csv", outcomes);
    let run = plumbline_in(
        &folder("rows"),
        &["model", "from-csv", "processes.csv", "outcomes.csv"],
    );
    assert_eq!((run.code, run.err.as_str()), (Some(1), ""));
    assert_eq!(
        run.out,
        "shop.reference.json: 1 processes, 1 groups, 2 outcomes, 0 relations\n\
         shop.assessment.json: cannot be used\n\
         error: processes.csv: line 4: \"task\" is not a kind of row. Known are: model, group, process, outcome, practice, item, \
         relation, selection.\n\
         warning: processes.csv: line 3: processes[0]: A has no relation to another process.\n\
         error: outcomes.csv: line 4: processes[0].practices[0].outcomes[2]: A has no outcome A3.\n\
         warning: processes.csv: line 3: processes[0].guidance: There is no guidance for A1.\n\
         warning: processes.csv: line 3: processes[0].guidance: There is no guidance for A2.\n\
         2 errors, 3 warnings\n\
         No file is written while there are errors.\n"
    );
    let left = folder("rows").read_dir().expect("it can be listed");
    assert_eq!(left.count(), 2);
}

/// Where a reference model cannot be used, its own error is told, and not that the assessment model misses it.
#[test]
fn a_model_without_processes() {
    file("bare", "bare.csv", "row,id,text\nmodel,title,Bare\n");
    let run = plumbline_in(&folder("bare"), &["model", "from-csv", "bare.csv"]);
    assert_eq!(
        run.out,
        "own-model.reference.json: cannot be used\n\
         own-model.assessment.json: cannot be used\n\
         error: own-model.reference.json: processes: A reference model needs processes.\n\
         1 error, 0 warnings\n\
         No file is written while there are errors.\n"
    );
    assert_eq!(run.code, Some(1));
}

/// Whoever put the files of yesterday among the models can make them anew today.
#[test]
fn a_model_that_is_among_the_models_already() {
    let _ = std::fs::remove_dir_all(folder("again")); // of an earlier run
    let shipped = ["iso-33020-2015.framework", "iso-15504-2-2003.framework"];
    let base = ["itsm-processes-2011.reference", "itsm.assessment"];
    for name in shipped.iter().chain(&base) {
        let name = format!("{name}.json");
        let text = std::fs::read(Path::new("models").join(&name)).expect("shipped");
        file("again/models", &name, text);
    }
    let table = plumbline(&["model", "template"]).out;
    file("again", "desk.csv", table);
    let make = || plumbline_in(&folder("again"), &["model", "from-csv", "desk.csv"]);
    let first = make();
    assert_eq!(first.code, Some(0), "{}", first.out);
    for name in [
        "lending-desk.reference.json",
        "lending-desk.assessment.json",
    ] {
        let from = folder("again").join(name);
        std::fs::rename(from, folder("again/models").join(name)).expect("it can be moved");
    }
    let second = make();
    assert_eq!((second.code, second.out), (Some(0), first.out));
}

#[test]
fn a_model_asked_for_wrongly() {
    let path = file("no-model", "a.csv", "name,level\nIncident,1\n");
    let latin = file("no-model", "latin.csv", b"row,id\ngroup,St\xf6rung\n");
    let usage = "Say what to do: plumbline model template, or plumbline model from-csv FILE.csv...";
    let cases: [(&[&str], &str); 7] = [
        (&["model"], usage),
        (&["model", "print"], usage),
        (&["model", "template", "a.csv"], usage),
        (
            &["model", "from-csv"],
            "Say which files: plumbline model from-csv FILE.csv...",
        ),
        (
            &["model", "from-csv", "nowhere.csv"],
            "nowhere.csv cannot be read: No such file or directory (os error 2).",
        ),
        (
            &["model", "from-csv", &path],
            "The column \"level\" is not known. Known are: row, id, in, name, kind, text, question, partially, largely, fully, \
             look for, recommendation, leads to.",
        ),
        (
            &["model", "from-csv", &latin],
            "is not UTF-8 text (byte 15).",
        ),
    ];
    for (arguments, message) in cases {
        let run = plumbline(arguments);
        assert_eq!((run.code, run.out.as_str()), (Some(2), ""), "{arguments:?}");
        assert!(run.err.trim_end().ends_with(message), "{}", run.err);
    }
}
