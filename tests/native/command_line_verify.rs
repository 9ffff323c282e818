//! `plumbline verify`: what it prints of assessments that are whole, altered, opened again, or were never finalised.

use crate::support::program::{file, folder, plumbline};
use crate::support::{Workshop, attribute, library};
use plumbline::domain::edit::Edit;
use plumbline::domain::id::AssessmentId;
use plumbline::exchange::envelope;
use plumbline::exchange::report_file;
use plumbline::exchange::seal_hash::make;

fn rated() -> Workshop {
    let mut workshop = Workshop::new("R3", 2, &["RES-1", "RES-2"]);
    let unit = "Service desk".to_owned();
    workshop.edit(Edit::SetUnit { unit });
    for (process, attributes) in [("RES-1", ["F", "L", "L"]), ("RES-2", ["P", "N", "N"])] {
        for (id, rating) in ["PA1.1", "PA2.1", "PA2.2"].into_iter().zip(attributes) {
            workshop.rate(attribute(process, id), rating);
        }
    }
    workshop
}

fn finalised() -> Workshop {
    let mut workshop = rated();
    let at = "2026-11-21T09:00:00Z";
    let seal = make(&workshop.assessment, library(), "Carla", at).expect("the models are here");
    let made = workshop.edit_at(at, "Carla", Edit::Finalise { seal });
    made.expect("this edit is allowed");
    workshop
}

fn written(workshop: &Workshop) -> String {
    envelope::write(
        &AssessmentId::new("a"),
        &workshop.assessment,
        "2026-11-22T10:00:00Z",
    )
}

#[test]
fn a_whole_one() {
    let workshop = finalised();
    let path = file("whole", "a.json", written(&workshop));
    let run = plumbline(&["verify", &path]);
    let seal = workshop.assessment.seal.as_ref().expect("it is finalised");
    assert_eq!(
        run.out,
        format!(
            "\"Autumn\" of Service desk\n\
             Finalised by Carla at 2026-11-21T09:00:00Z: 13 changes, engine version {}\n\
             hash {}\n\
             results {}\n\
             models {}\n\
             RES-1: Level 2 Managed\n\
             RES-2: Level 0 Incomplete\n\
             Whole: models, changes and results are what was finalised.\n",
            seal.engine, seal.hash, seal.results, seal.models
        )
    );
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
}

#[test]
fn a_report_that_carries_it() {
    let file_of_it = envelope::read(&written(&finalised())).expect("it was just written");
    let report = report_file::write("Autumn", "<p>Levels</p>", "", Some(&file_of_it));
    let run = plumbline(&["verify", &file("report", "a.html", report)]);
    let last = run.out.lines().last();
    let whole = "Whole: models, changes and results are what was finalised.";
    assert_eq!((last, run.code), (Some(whole), Some(0)));

    let without = report_file::write("Autumn", "<p>Levels</p>", "", None);
    let run = plumbline(&["verify", &file("report", "b.html", without)]);
    assert_eq!((run.code, run.out.as_str()), (Some(2), ""));
}

#[test]
fn an_altered_one() {
    let text = written(&finalised());
    let altered = text.replacen("\"P\"", "\"F\"", 1);
    assert_ne!(altered, text);
    let run = plumbline(&["verify", &file("altered", "a.json", altered)]);
    assert_eq!(
        run.out.lines().last(),
        Some(
            "Not whole: changes, models, or who finalised it and when were altered afterwards. There are as many changes as there were."
        )
    );
    assert_eq!(run.code, Some(1));
}

#[test]
fn one_that_was_opened_again() {
    let mut workshop = finalised();
    let reason = "A record turned up.".to_owned();
    workshop.edit(Edit::Reopen { reason });
    let run = plumbline(&["verify", &file("opened", "a.json", written(&workshop))]);
    let end: Vec<&str> = run.out.lines().rev().take(3).collect();
    assert_eq!(
        end,
        [
            "So it is not finalised now.",
            "It was opened again by Anna at 2026-11-21T09:00:00Z: A record turned up.",
            "Whole: models, changes and results are what was finalised.",
        ]
    );
    assert_eq!(run.code, Some(1));
}

#[test]
fn one_that_was_never_finalised() {
    let run = plumbline(&["verify", &file("never", "a.json", written(&rated()))]);
    assert_eq!(
        run.out,
        "\"Autumn\" of Service desk\nIt was never finalised.\n"
    );
    assert_eq!(run.code, Some(1));
}

#[test]
fn without_its_models() {
    let path = file("no-models", "a.json", written(&finalised()));
    std::fs::create_dir_all(folder("no-models/models")).expect("a folder can be made");
    let models = folder("no-models/models").display().to_string();
    let run = plumbline(&["verify", &path, "--models", &models]);
    let last = run.out.lines().last().unwrap_or_default();
    assert!(last.starts_with("Cannot be told:"), "{}", run.out);
    assert_eq!(run.code, Some(1));
}

#[test]
fn what_cannot_be_read() {
    let cut = file("cut", "a.json", &written(&finalised())[..400]);
    let usage = "Say which file: plumbline verify FILE [--models FOLDER]";
    let cases: [(&[&str], &str); 6] = [
        (&["verify"], usage),
        (&["verify", "a", "b"], usage),
        (
            &["verify", "a", "--models"],
            "--models needs a folder after it.",
        ),
        (
            &["verify", "a", "--loud"],
            "There is no option \"--loud\" for verify.",
        ),
        (&["verify", "nowhere.json"], "nowhere.json cannot be read: "),
        (
            &["verify", &cut],
            &format!("{cut}: The end of this file is missing."),
        ),
    ];
    for (arguments, message) in cases {
        let run = plumbline(arguments);
        assert_eq!((run.code, run.out.as_str()), (Some(2), ""), "{arguments:?}");
        assert!(run.err.starts_with(message), "{}", run.err);
    }
}
