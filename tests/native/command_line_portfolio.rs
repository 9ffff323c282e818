//! `plumbline portfolio`: what it prints of files, folders and backups, and what it says of broken ones.

use crate::support::program::{file, folder, plumbline};
use crate::support::teams::assessed;
use plumbline::domain::assessment::Assessment;
use plumbline::domain::change::Change;
use plumbline::domain::edit::Edit;
use plumbline::domain::id::{AssessmentId, ReplicaId};
use plumbline::exchange::backup::Writer;
use plumbline::exchange::envelope;

fn written(id: &str, assessment: &Assessment) -> String {
    envelope::write(&AssessmentId::new(id), assessment, "2026-11-22T10:00:00Z")
}

fn desk() -> Assessment {
    assessed(
        "Desk",
        &[("2026-03-01", &[("RES-1", "F P ."), ("RES-2", "L N N")])],
    )
}

fn network() -> Assessment {
    assessed("Network", &[("2026-04-01", &[("RES-1", "F F L")])])
}

#[test]
fn a_folder_as_a_grid() {
    file("grid", "desk.json", written("a", &desk()));
    file("grid", "network.json", written("b", &network()));
    file("grid", "notes.txt", "not looked at");
    let run = plumbline(&["portfolio", &folder("grid").display().to_string()]);
    let head: Vec<&str> = run.out.lines().take(6).collect();
    assert_eq!(
        head,
        [
            "2 units, 2 assessments, 2 processes",
            "",
            "unit       assessment  last change  RES-1   RES-2  all processes: spread",
            "Desk       Autumn      2026-03-01   1       1      1",
            "Network    Autumn      2026-04-01   2              2",
            "all units                           1 to 2  1",
        ]
    );
    assert!(run.out.contains("No standard says"), "{}", run.out);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
}

#[test]
fn a_backup_as_csv() {
    let (mut writer, mut text) = Writer::new("2026-11-22T10:00:00Z");
    text += &writer.assessment(&AssessmentId::new("a"), desk().changes().to_vec(), None);
    let deleted = Some("2026-11-01T10:00:00Z");
    text += &writer.assessment(
        &AssessmentId::new("b"),
        network().changes().to_vec(),
        deleted,
    );
    text += &writer.end();
    let path = file("csv", "all.jsonl", text);
    let run = plumbline(&["portfolio", &path, "--csv"]);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    let version = &desk().model.version;
    let head = format!("a,Autumn,Desk,,itsm-assessment,{version},iso-33020-2015,R3,");
    let expected = [
        "2026-03-01,rating,RES-1,,PA1.1,,F,3,,,,no,no,no",
        "2026-03-01,rating,RES-1,,PA2.1,,P,1,,,,no,no,no",
        // Nobody has said anything of it, so it is of no day.
        ",rating,RES-1,,PA2.2,,,,,,,no,no,no",
        "2026-03-01,attribute,RES-1,,PA1.1,,F,3,3,3,,no,no,no",
        "2026-03-01,attribute,RES-1,,PA2.1,,P,1,1,1,,no,no,no",
        "2026-03-01,attribute,RES-1,,PA2.2,,,,0,3,,no,no,no",
        "2026-03-01,level,RES-1,,,,1,1,1,1,2,no,no,no",
    ];
    let expected = expected.map(|end| format!("{head}{end}"));
    let mut lines = run.out.lines();
    assert_eq!(
        lines.next(),
        Some(
            "assessment_id,assessment,unit,within,model,model_version,framework,method,day,kind,process,instance,\
             attribute,indicator,rating,value,lowest,highest,target,not_applicable,settled,carried"
        )
    );
    let lines: Vec<&str> = lines.collect();
    assert_eq!(lines[..7], expected[..]);
    assert_eq!(
        lines.len(),
        14,
        "two processes; what was deleted is left out"
    );
}

/// The second process is rated in autumn for the first time: no row of it is of spring.
#[test]
fn day_by_day_only_what_changed() {
    let assessment = assessed(
        "Desk",
        &[
            ("2026-03-01", &[("RES-1", "P . ."), ("RES-2", ". . .")]),
            ("2026-09-01", &[("RES-1", "F . ."), ("RES-2", "L . .")]),
        ],
    );
    let path = file("days", "desk.json", written("a", &assessment));
    let run = plumbline(&["portfolio", &path, "--csv", "--by-day", "--authors"]);
    let ratings: Vec<String> = run
        .out
        .lines()
        .skip(1)
        .filter(|line| line.contains(",rating,"))
        .map(|line| {
            let cells: Vec<&str> = line.split(',').collect();
            [cells[8], cells[10], cells[12], cells[14], cells[22]].join(" ")
        })
        .collect();
    assert_eq!(
        ratings,
        [
            "2026-03-01 RES-1 PA1.1 P Anna",
            "2026-09-01 RES-1 PA1.1 F Anna",
            "2026-09-01 RES-2 PA1.1 L Anna",
        ]
    );
}

#[test]
fn a_broken_file_is_told_and_the_rest_goes_on() {
    let good = file("broken", "desk.json", written("a", &desk()));
    let bad = file("broken", "bad.json", &written("b", &network())[..300]);
    let nowhere = "nowhere.json";
    let run = plumbline(&["portfolio", &good, &bad, nowhere]);
    assert_eq!(run.code, Some(1));
    assert!(run.out.contains("\nDesk "), "{}", run.out);
    let told: Vec<&str> = run.err.lines().collect();
    assert_eq!(told.len(), 2, "{}", run.err);
    assert!(
        told[0].starts_with(&format!("{bad}: The end of this file is missing")),
        "{}",
        told[0]
    );
    assert!(
        told[1].starts_with("nowhere.json: It cannot be read"),
        "{}",
        told[1]
    );
}

#[test]
fn no_name_leaves_under_aliases() {
    let path = file("aliases", "desk.json", written("secret-desk-id", &desk()));
    for options in [&["--aliases"][..], &["--aliases", "--csv"]] {
        let run = plumbline(&[&["portfolio", path.as_str()], options].concat());
        assert_eq!(run.code, Some(0), "{}", run.err);
        assert!(run.out.contains("Unit 1"), "{}", run.out);
        for name in ["Desk", "Autumn", "Anna", "secret-desk-id"] {
            assert!(!run.out.contains(name), "{name} in {}", run.out);
        }
    }
}

#[test]
fn asked_for_wrongly() {
    let cases: [(&[&str], &str); 4] = [
        (
            &["portfolio"],
            "Say which files or folders: plumbline portfolio PATH...",
        ),
        (
            &["portfolio", "x", "--color"],
            "There is no option \"--color\" for portfolio.",
        ),
        (
            &["portfolio", "x", "--by-day"],
            "--by-day and --authors go with --csv.",
        ),
        (
            &["portfolio", "x", "--csv", "--authors", "--aliases"],
            "--authors names people, and --aliases is there to name nobody.",
        ),
    ];
    for (arguments, message) in cases {
        let run = plumbline(arguments);
        assert_eq!((run.code, run.out.as_str()), (Some(2), ""), "{arguments:?}");
        assert_eq!(run.err.trim_end(), message);
    }
}

/// What nobody is to see before it is opened, is not printed either.
#[test]
fn a_blind_assessment_has_no_levels() {
    let mut blind = desk();
    let change = Change {
        id: blind.next_id(&ReplicaId::new("a")),
        author: "Anna".to_owned(),
        at: "2026-03-01T10:00:00Z".to_owned(),
        edit: Edit::SetBlind { blind: true },
    };
    blind.apply(change).expect("it may be blind");
    file("blind", "desk.json", written("a", &blind));
    let path = folder("blind").display().to_string();
    let grid = plumbline(&["portfolio", &path]);
    let line = grid.out.lines().find(|line| line.starts_with("Desk"));
    assert_eq!(
        line,
        Some("Desk       Autumn      2026-03-01   not rated  not rated  –")
    );
    let csv = plumbline(&["portfolio", &path, "--csv", "--authors"]);
    let lines = csv
        .out
        .lines()
        .map(|line| line.split(',').collect::<Vec<_>>());
    let ratings: Vec<_> = lines.filter(|cells| cells[9] == "rating").collect();
    assert_eq!(ratings.len(), 6, "two processes of three attributes");
    for cells in ratings {
        assert_eq!((cells[14], cells[22]), ("", ""), "no rating, no author");
    }
}
