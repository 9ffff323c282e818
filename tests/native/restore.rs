//! The preview of a restore: what each entry of a backup would do, in words, and what has to be written for it.

use crate::support::{Workshop, attribute, indicator, judge, settle};
use plumbline::domain::assessment::Assessment;
use plumbline::domain::change::{Change, merge};
use plumbline::domain::edit::Edit;
use plumbline::domain::evidence::{EvidenceKind, OwnEvidence};
use plumbline::domain::id::{AssessmentId, ReplicaId};
use plumbline::exchange::backup::Entry;
use plumbline::exchange::envelope;
use plumbline::exchange::restore::{Head, Here, Write, step};

const NOW: &str = "2026-11-22T10:00:00Z";

fn workshop() -> Workshop {
    let mut workshop = Workshop::new("R1", 1, &["SDE-6"]);
    workshop.rate_each("SDE-6", "1", "PA1.1", "F L . .");
    workshop
}

fn note(outcome: &str, text: &str) -> Edit {
    Edit::SetNote {
        subject: indicator("SDE-6", outcome),
        text: text.to_owned(),
    }
}

fn evidence(outcome: &str, id: &str) -> Edit {
    Edit::SetEvidence {
        subject: indicator("SDE-6", outcome),
        evidence: id.into(),
        content: Some(OwnEvidence {
            kind: EvidenceKind::Record,
            source: "ten tickets".to_owned(),
            date: None,
        }),
    }
}

fn entry(changes: &[Change], deleted_at: Option<&str>) -> Entry {
    let file = envelope::of_changes(&AssessmentId::new("a1"), changes.to_vec(), NOW);
    Entry::Assessment {
        deleted_at: deleted_at.map(str::to_owned),
        file: Box::new(file.expect("it starts")),
    }
}

fn here(changes: &[Change], deleted_at: Option<&str>) -> Here {
    Here::Assessment {
        changes: changes.to_vec(),
        deleted_at: deleted_at.map(str::to_owned),
    }
}

/// The sentence, and the changes that are written.
#[track_caller]
fn restored(entry: &Entry, here: &Here, sentence: &str) -> Write {
    let step = step(entry, here);
    assert_eq!(step.outcome.to_string(), sentence);
    step.write
}

#[track_caller]
fn written(write: Write) -> (Vec<Change>, Head) {
    match write {
        Write::Assessment { id, changes, head } => {
            assert_eq!(id.as_str(), "a1");
            (changes, head)
        }
        other => panic!("{other:?}"),
    }
}

/// Changes that continue others in another place, as on another machine.
fn continued(changes: &[Change], replica: &str, edits: Vec<Edit>) -> Vec<Change> {
    let (mut assessment, _) = Assessment::from_changes(changes).expect("it starts");
    for edit in edits {
        let change = Change {
            id: assessment.next_id(&ReplicaId::new(replica)),
            author: "Ben".to_owned(),
            at: NOW.to_owned(),
            edit,
        };
        assessment.apply(change).expect("this edit is allowed");
    }
    assessment.changes().to_vec()
}

#[test]
fn what_is_not_here_is_new() {
    let mut workshop = Workshop::new("R1", 1, &["SDE-6"]);
    let empty = entry(workshop.assessment.changes(), None);
    restored(
        &empty,
        &Here::Nothing,
        "\"Autumn\" is new here. Nothing is rated in it yet.",
    );

    workshop.edit(Edit::SetUnit {
        unit: "Desk".to_owned(),
    });
    workshop.rate(indicator("SDE-6", "SDE-6.O1"), "F");
    let one = entry(workshop.assessment.changes(), None);
    restored(
        &one,
        &Here::Nothing,
        "\"Autumn\" (Desk) is new here, with 1 rating.",
    );

    workshop.rate(indicator("SDE-6", "SDE-6.O1"), "L");
    workshop.rate(indicator("SDE-6", "SDE-6.O2"), "L");
    workshop.edit(settle(attribute("SDE-6", "PA1.1"), "F", "agreed"));
    workshop.edit(note("SDE-6.O1", "see the wiki"));
    workshop.edit(evidence("SDE-6.O1", "e1"));
    workshop.edit(evidence("SDE-6.O1", "e2"));
    let changes = workshop.assessment.changes();
    let write = restored(
        &entry(changes, None),
        &Here::Nothing,
        "\"Autumn\" (Desk) is new here, with 3 ratings, 1 note and 2 pieces of evidence.",
    );
    assert_eq!(written(write), (changes.to_vec(), Head::DeletedAt(None)));
}

#[test]
fn what_was_deleted_comes_as_deleted() {
    let workshop = workshop();
    let write = restored(
        &entry(workshop.assessment.changes(), Some(NOW)),
        &Here::Nothing,
        "\"Autumn\" was deleted when the backup was made. It comes as deleted, and can be brought back.",
    );
    assert_eq!(written(write).1, Head::DeletedAt(Some(NOW.to_owned())));
}

#[test]
fn what_is_missing_here_is_added() {
    let mine = workshop().assessment.changes().to_vec();
    let rating = |outcome: &str, rating: &str| judge(indicator("SDE-6", outcome), rating);
    let one = continued(&mine, "b", vec![rating("SDE-6.O3", "F")]);
    let write = restored(
        &entry(&one, None),
        &here(&mine, None),
        "\"Autumn\" is here already: 1 rating is added.",
    );
    assert_eq!(written(write), (one[mine.len()..].to_vec(), Head::AsItIs));

    let more = continued(
        &one,
        "b",
        vec![
            rating("SDE-6.O4", "P"),
            rating("SDE-6.O1", "P"),
            note("SDE-6.O1", "see the wiki"),
            evidence("SDE-6.O1", "e1"),
            Edit::SetTarget { level: 2 },
        ],
    );
    let write = restored(
        &entry(&more, None),
        &here(&mine, None),
        "\"Autumn\" is here already: 2 ratings, 1 note and 1 piece of evidence are added; \
         1 rating becomes what was said later; the set-up changes.",
    );
    // Written, the backup and what was here are one.
    assert_eq!(merge(mine.clone(), written(write).0), more);

    // A name of an instance belongs to the set-up too.
    let instance = Edit::SetInstance {
        process: "SDE-6".into(),
        instance: "2".into(),
        name: "Night".to_owned(),
    };
    restored(
        &entry(&continued(&mine, "b", vec![instance]), None),
        &here(&mine, None),
        "\"Autumn\" is here already: the set-up changes.",
    );
}

/// Both went on alone. What was said later stands; the other is history.
#[test]
fn what_was_said_later_here_stands() {
    let common = workshop().assessment.changes().to_vec();
    let subject = indicator("SDE-6", "SDE-6.O1");
    let theirs = continued(&common, "b", vec![judge(subject.clone(), "P")]);
    let mine = continued(&common, "c", vec![judge(subject.clone(), "N")]);
    let write = restored(
        &entry(&theirs, None),
        &here(&mine, None),
        "\"Autumn\" is here already: 1 earlier change joins its history, and the results stay as they are.",
    );
    assert_eq!(written(write).0.len(), 1);
    let twice = continued(&theirs, "b", vec![judge(subject.clone(), "L")]);
    let mine = continued(&mine, "c", vec![judge(subject, "P")]);
    restored(
        &entry(&twice, None),
        &here(&mine, None),
        "\"Autumn\" is here already: 2 earlier changes join its history, and the results stay as they are.",
    );
}

#[test]
fn what_is_here_with_all_stays_the_same() {
    let mine = workshop().assessment.changes().to_vec();
    let same = "\"Autumn\" is here already, with all that the backup has of it.";
    let backup = entry(&mine, None);
    assert_eq!(restored(&backup, &here(&mine, None), same), Write::Nothing);
    let more = continued(&mine, "b", vec![note("SDE-6.O1", "later")]);
    assert_eq!(restored(&backup, &here(&more, None), same), Write::Nothing);
    // Deleted in the backup, at work here: a restore takes nothing away.
    let deleted = entry(&mine, Some(NOW));
    assert_eq!(restored(&deleted, &here(&mine, None), same), Write::Nothing);
}

#[test]
fn what_is_deleted_here_is_brought_back() {
    let mine = workshop().assessment.changes().to_vec();
    let write = restored(
        &entry(&mine, None),
        &here(&mine, Some(NOW)),
        "\"Autumn\" is deleted here and is brought back.",
    );
    assert_eq!(written(write), (Vec::new(), Head::DeletedAt(None)));
    let more = continued(&mine, "b", vec![note("SDE-6.O1", "later")]);
    let write = restored(
        &entry(&more, None),
        &here(&mine, Some(NOW)),
        "\"Autumn\" is deleted here and is brought back: 1 note is added.",
    );
    assert_eq!(
        written(write),
        (more[mine.len()..].to_vec(), Head::DeletedAt(None))
    );
    // Deleted on both sides: it stays deleted, and loses nothing.
    let write = restored(
        &entry(&more, Some(NOW)),
        &here(&mine, Some("2026-11-23T10:00:00Z")),
        "\"Autumn\" is here already: 1 note is added.",
    );
    assert_eq!(written(write).1, Head::AsItIs);
}

#[test]
fn what_a_newer_plumbline_keeps_is_left_alone() {
    let changes = workshop().assessment.changes().to_vec();
    let write = restored(
        &entry(&changes, None),
        &Here::TooNew,
        "\"Autumn\" is kept here by a newer Plumbline, and is left alone.",
    );
    assert_eq!(write, Write::Nothing);
}

/// The same id for two changes is not how they are made, but a file can be edited.
#[test]
fn a_change_that_is_another_one_here_stays() {
    let mine = workshop().assessment.changes().to_vec();
    let mut theirs = mine.clone();
    theirs[1].edit = Edit::SetTitle {
        title: "Spring".to_owned(),
    };
    let write = restored(
        &entry(&theirs, None),
        &here(&mine, None),
        "\"Autumn\" is here already: 1 change differs in the backup, and the one here is kept.",
    );
    assert_eq!(write, Write::Nothing);
}

/// Damage here can have taken the start. The backup brings it back.
#[test]
fn a_backup_heals_what_does_not_start() {
    let all = workshop().assessment.changes().to_vec();
    let write = restored(
        &entry(&all, None),
        &here(&all[1..], None),
        "\"Autumn\" is here already: 2 ratings are added.",
    );
    assert_eq!(written(write).0, all[..1]);
}

#[test]
fn a_restore_can_be_done_twice() {
    let mine = workshop().assessment.changes().to_vec();
    let more = continued(&mine, "b", vec![note("SDE-6.O1", "later")]);
    let backup = entry(&more, None);
    let (changes, _) = written(step(&backup, &here(&mine, Some(NOW))).write);
    let restored = merge(mine, changes);
    assert_eq!(step(&backup, &here(&restored, None)).write, Write::Nothing);
}

#[test]
fn models_and_settings_here_are_kept() {
    let model = Entry::Model {
        name: "own.json".to_owned(),
        text: "{}".to_owned(),
    };
    let write = restored(
        &model,
        &Here::Nothing,
        "The model \"own.json\" is new here.",
    );
    assert_eq!(
        write,
        Write::Model {
            name: "own.json".to_owned(),
            text: "{}".to_owned()
        }
    );
    let same = Here::Text("{}".to_owned());
    assert_eq!(
        restored(&model, &same, "The model \"own.json\" is here already."),
        Write::Nothing
    );
    let other = Here::Text("[]".to_owned());
    let sentence = "The model \"own.json\" is another one here. The one here is kept.";
    assert_eq!(restored(&model, &other, sentence), Write::Nothing);

    let setting = Entry::Setting {
        name: "theme".to_owned(),
        value: "dark".to_owned(),
    };
    let write = restored(
        &setting,
        &Here::Nothing,
        "The choice of colours is taken from the backup.",
    );
    assert_eq!(
        write,
        Write::Setting {
            name: "theme".to_owned(),
            value: "dark".to_owned()
        }
    );
    let same = Here::Text("dark".to_owned());
    assert_eq!(
        restored(&setting, &same, "The choice of colours is the same here."),
        Write::Nothing
    );
    let sentence = "The choice of colours is another one here. The one here is kept.";
    assert_eq!(restored(&setting, &other, sentence), Write::Nothing);
}

#[test]
fn damaged_texts_are_kept_beside_each_other() {
    let damaged = Entry::Damaged {
        key: "change/a/1-x".to_owned(),
        text: "{".to_owned(),
    };
    let write = restored(
        &damaged,
        &Here::Nothing,
        "A damaged text (change/a/1-x) comes back to where damaged texts are kept for download.",
    );
    assert_eq!(
        write,
        Write::Damaged {
            key: "change/a/1-x".to_owned(),
            text: "{".to_owned()
        }
    );
    let same = Here::Text("{".to_owned());
    assert_eq!(
        restored(
            &damaged,
            &same,
            "A damaged text (change/a/1-x) is here already."
        ),
        Write::Nothing
    );
    let write = restored(
        &damaged,
        &Here::Text("[".to_owned()),
        "A damaged text (change/a/1-x) is another one here. Both are kept.",
    );
    let Write::Damaged { key, text } = write else {
        panic!("{write:?}");
    };
    assert_eq!(text, "{");
    assert!(
        key.starts_with("change/a/1-x+") && key.len() == 13 + 16,
        "{key}"
    );
}
