//! Sharing without names: every field has a rule, the levels stay, and nobody is left in it.

use crate::support;
use crate::support::every_edit;
use crate::support::{Workshop, attribute, indicator, judge, model, not_applicable, root, settle};
use plumbline::domain::assessment::Assessment;
use plumbline::domain::change::{Change, in_order};
use plumbline::domain::edit::Edit;
use plumbline::domain::evidence::{EvidenceKind, OwnEvidence};
use plumbline::domain::id::AssessmentId;
use plumbline::domain::profile::LevelRange;
use plumbline::domain::result::process_result;
use plumbline::exchange::envelope::{self, AssessmentFile};
use plumbline::exchange::name_rules::{RULES, is_about};
use plumbline::exchange::private::without_stakeholders;
use plumbline::exchange::without_names::without_names;
use plumbline::report::profile_table::profile_table;
use serde_json::Value;
use std::collections::BTreeSet;

fn hospital() -> AssessmentFile {
    let text = std::fs::read_to_string(root().join("models/samples/hospital.json"));
    envelope::read(&text.expect("the sample is there")).expect("the sample can be read")
}

fn shared(file: &AssessmentFile) -> AssessmentFile {
    without_names(file, &AssessmentId::new("shared-1")).expect("every field has a rule")
}

fn folded(file: &AssessmentFile) -> Assessment {
    let folded = Assessment::from_changes(&file.changes);
    folded.expect("it starts").0
}

/// The paths of all values that are no lists and objects, as rules name them, and the texts there.
fn leaves(value: &Value, path: &str, found: &mut Vec<(String, Value)>) {
    match value {
        Value::Object(fields) => {
            let dot = if path.is_empty() { "" } else { "." };
            for (name, inner) in fields {
                leaves(inner, &format!("{path}{dot}{name}"), found);
            }
        }
        Value::Array(items) => {
            for inner in items {
                leaves(inner, &format!("{path}[]"), found);
            }
        }
        Value::Null => {}
        leaf => found.push((path.to_owned(), leaf.clone())),
    }
}

fn leaves_of(file: &AssessmentFile) -> Vec<(String, Value)> {
    let value = serde_json::from_str(&envelope::text(file)).expect("a file is JSON");
    let mut found = Vec::new();
    leaves(&value, "", &mut found);
    found
}

/// A field that comes into the format needs a rule, and a rule of a field that is gone goes too. What stakeholders are said
/// to be is not handed on at all.
#[test]
fn every_field_has_one_rule_and_every_rule_a_field() {
    let mut file = every_edit::file();
    file.changes = without_stakeholders(file.changes);
    let fields: BTreeSet<String> = leaves_of(&file).into_iter().map(|(path, _)| path).collect();
    let rules = |field: &String| {
        let about = RULES.iter().filter(|(pattern, _)| is_about(pattern, field));
        about.count()
    };
    let not_one: Vec<(usize, &String)> = fields
        .iter()
        .map(|field| (rules(field), field))
        .filter(|(count, _)| *count != 1)
        .collect();
    assert_eq!(not_one, [], "fields without one rule");
    let unused: Vec<&str> = RULES
        .iter()
        .map(|(pattern, _)| *pattern)
        .filter(|pattern| !fields.iter().any(|field| is_about(pattern, field)))
        .collect();
    assert_eq!(unused, [""; 0], "rules without a field");
}

#[test]
fn no_secret_is_left() {
    let file = every_edit::file();
    let before = envelope::text(&file);
    let after = envelope::text(&shared(&file));
    for secret in every_edit::secrets() {
        assert!(before.contains(secret), "{secret} is not in the test");
        assert!(!after.contains(secret), "{secret} is left");
    }
    assert!(!after.contains("secret"), "{after}");
}

/// What people wrote, who they are and where they sat is not in the shared sample, neither whole nor within a text.
#[test]
fn nobody_is_left_in_the_sample() {
    let file = hospital();
    let told = [
        "author", "replica", "title", "unit", "purpose", "name", "reason", "text", "source",
    ];
    let before = leaves_of(&file);
    let secrets: BTreeSet<&str> = before
        .iter()
        .filter(|(path, _)| told.contains(&path.rsplit('.').next().unwrap_or_default()))
        .filter_map(|(_, value)| value.as_str())
        .chain(["sample-hospital", "T08:", "T09:"])
        .collect();
    assert!(secrets.len() > 20, "{secrets:?}");
    let after = leaves_of(&shared(&file));
    assert_eq!(after.len(), before.len());
    for text in after.iter().filter_map(|(_, value)| value.as_str()) {
        let left = secrets.iter().find(|secret| text.contains(**secret));
        assert_eq!(left, None, "{text}");
    }
}

/// The same profile, for every process, with the same ranges and letters.
#[test]
fn the_levels_of_the_sample_stay() {
    let profile = |assessment: &Assessment| {
        let results: Vec<_> = assessment
            .scope
            .iter()
            .map(|process| process_result(model(), assessment, process))
            .collect();
        profile_table(model(), assessment, &results)
    };
    let file = hospital();
    let before = profile(&folded(&file));
    let rated: BTreeSet<u8> = before.rows.iter().map(|row| row.level).collect();
    assert!(rated.len() > 2, "levels that could go wrong: {rated:?}");
    assert_eq!(profile(&folded(&shared(&file))), before);
}

#[test]
fn people_instances_and_places_are_numbered() {
    let mut workshop = Workshop::new("R1", 1, &["SDE-6"]);
    workshop.add_instances("SDE-6", &["night", "day"]);
    let rate = |instance: &str, rating: &str| {
        let mut subject = indicator("SDE-6", "SDE-6.O1");
        subject.instance = Some(instance.into());
        judge(subject, rating)
    };
    for (author, instance) in [("Eva", "1"), ("Ben", "day"), ("Eva", "night")] {
        let edit = rate(instance, "F");
        workshop
            .edit_by(author, edit)
            .expect("this edit is allowed");
    }
    let mut changes = workshop.assessment.changes().to_vec();
    changes[9].id.replica = "zoe".into();
    changes[10].id.replica = "eva".into();
    let id = AssessmentId::new("a1");
    let file = envelope::of_changes(&id, changes, "2026-11-22T09:17:23Z").expect("it starts");
    let after = shared(&file);
    assert_eq!(after.id.as_str(), "shared-1");
    assert_eq!(after.written_at, "2026-11-22");
    let told: Vec<String> = after.changes[6..].iter().map(told).collect();
    assert_eq!(
        told,
        [
            "000001 Person 1 2026-11-21: 2 is Instance 1",
            "000001 Person 1 2026-11-21: 3 is Instance 2",
            "000001 Person 2 2026-11-21: 1 rated",
            "000003 Person 3 2026-11-21: 3 rated",
            "000002 Person 2 2026-11-21: 2 rated",
        ]
    );
}

fn told(change: &Change) -> String {
    let what = match &change.edit {
        Edit::SetInstance { instance, name, .. } => format!("{instance} is {name}"),
        Edit::Judge { subject, .. } => {
            let instance = subject.instance.as_ref().map_or("", |id| id.as_str());
            format!("{instance} rated")
        }
        other => format!("{other:?}"),
    };
    let Change { id, author, at, .. } = change;
    format!("{} {author} {at}: {what}", id.replica)
}

/// An edit that was refused, for want of a reason or of a name, is refused without names too.
#[test]
fn what_was_refused_stays_refused() {
    let mut changes = Workshop::new("R1", 1, &["SDE-6"])
        .assessment
        .changes()
        .to_vec();
    let instance = |id: &str, name: &str| Edit::SetInstance {
        process: "SDE-6".into(),
        instance: id.into(),
        name: name.to_owned(),
    };
    let first = || indicator("SDE-6", "SDE-6.O1");
    let edits = [
        (judge(first(), "F"), true),
        (not_applicable(first(), " "), false),
        (settle(attribute("SDE-6", "PA1.1"), "L", ""), false),
        (
            Edit::SetTitle {
                title: String::new(),
            },
            false,
        ),
        (instance("x", "Whole unit"), true),
        (instance("y", " "), false),
        (instance("z", "Night"), true),
        (instance("w", "Night"), true),
        (instance("1", "Instance 1"), true),
        (
            Edit::SetEvidence {
                subject: first(),
                evidence: "e".into(),
                content: Some(OwnEvidence {
                    kind: EvidenceKind::Record,
                    source: String::new(),
                    date: None,
                }),
            },
            false,
        ),
    ];
    let mut refused = Vec::new();
    for (edit, allowed) in edits {
        let id = support::change_id(changes.len() as u64 + 1, "b");
        if !allowed {
            refused.push(id.clock);
        }
        changes.push(Change {
            id,
            author: String::new(),
            at: "yesterday".to_owned(),
            edit,
        });
    }
    let id = AssessmentId::new("a1");
    let file = envelope::of_changes(&id, changes, "").expect("it starts");
    let refused_in = |file: &AssessmentFile| {
        let (_, refused) = Assessment::from_changes(&file.changes).expect("it starts");
        refused
            .into_iter()
            .map(|refused| refused.id.clock)
            .collect::<Vec<_>>()
    };
    assert_eq!(refused_in(&file), refused);
    let after = shared(&file);
    assert_eq!(refused_in(&after), refused);
    assert_eq!(
        (after.written_at.as_str(), after.changes[9].at.as_str()),
        ("", "")
    );
    let level = |file: &AssessmentFile| {
        let result = process_result(model(), &folded(file), &"SDE-6".into());
        LevelRange {
            level: result.level,
            lowest: result.lowest,
            highest: result.highest,
        }
    };
    assert_eq!(level(&after), level(&file));
}

/// Numbering must not depend on the order in which a file happens to have its changes.
#[test]
fn the_order_in_a_file_does_not_matter() {
    let file = every_edit::file();
    let mut turned = file.clone();
    turned.changes.reverse();
    assert_eq!(shared(&turned), shared(&file));
    assert_eq!(
        shared(&shared(&file)).changes,
        shared(&file).changes,
        "nothing is left to do"
    );
}

/// Two changes of one moment are ordered by their replicas, so these must not change places.
#[test]
fn changes_of_one_moment_keep_their_order() {
    let mut workshop = Workshop::new("R1", 1, &["SDE-6"]);
    for rating in ["F", "L", "P", "N"] {
        workshop.rate(indicator("SDE-6", "SDE-6.O1"), rating);
    }
    let mut changes = workshop.assessment.changes().to_vec();
    let ids = [(7, "zoe"), (50, "eva"), (50, "x10"), (50, "zoe")];
    for (change, (clock, replica)) in changes[6..].iter_mut().zip(ids) {
        change.id = support::change_id(clock, replica);
    }
    let id = AssessmentId::new("a1");
    let file = envelope::of_changes(&id, in_order(changes), "").expect("it starts");
    let edits = |file: AssessmentFile| -> Vec<Edit> {
        in_order(file.changes)
            .into_iter()
            .map(|change| change.edit)
            .collect()
    };
    assert_eq!(edits(shared(&file))[6..], edits(file)[6..]);
}
