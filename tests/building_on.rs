//! Models that build on others: what is taken over, and what keeps it from being used.
#![cfg(not(target_arch = "wasm32"))]

mod support;

use plumbline::domain::edit::ModelRef;
use plumbline::domain::id::{ModelId, ProcessId};
use plumbline::domain::reference_model::SuccessionKind;
use plumbline::reference::library::Library;
use serde_json::{Value, json};
use support::{any_version, library, model_files};

const REFERENCE: &str = "itsm-processes-2018.reference.json";
const ASSESSMENT: &str = "itsm-2018.assessment.json";

/// The shipped files, one of them edited, in a given order.
fn read(file: &str, edit: impl FnOnce(&mut Value)) -> Library {
    let mut files = model_files();
    let found = files
        .iter_mut()
        .find(|(name, _)| name.ends_with(file))
        .expect("the file is shipped");
    let mut value: Value = serde_json::from_str(&found.1).expect("JSON");
    edit(&mut value);
    found.1 = value.to_string();
    Library::read(&files)
}

#[track_caller]
fn check(file: &str, edit: impl FnOnce(&mut Value), expected: &str) {
    let library = read(file, edit);
    let problems: Vec<String> = library.problems().map(ToString::to_string).collect();
    assert!(
        problems.iter().any(|problem| problem.ends_with(expected)),
        "{problems:#?}"
    );
}

/// 22 processes as they are and 10 new ones (facts 1.2: incident and request apart, availability and continuity apart;
/// catalogue, asset, demand and knowledge added).
#[test]
fn the_set_of_2018_takes_over_what_is_the_same() {
    let models = |id: &str| {
        library()
            .reference_models()
            .find(|model| model.header.id == ModelId::new(id))
            .expect("the set is shipped")
    };
    let (old, new) = (models("itsm-processes-2011"), models("itsm-processes-2018"));
    assert_eq!((old.processes.len(), new.processes.len()), (26, 32));
    let same = new
        .processes
        .iter()
        .filter(|process| old.process(&process.id).is_some());
    assert_eq!(same.count(), 22);
    for process in &new.processes {
        if let Some(before) = old.process(&process.id) {
            assert_eq!(process, before);
        }
    }
    let followers = |id: &str| -> Vec<&str> {
        let from = ProcessId::new(id);
        let successions = new.successions.iter().filter(|found| found.from == from);
        successions.map(|found| found.to.as_str()).collect()
    };
    assert_eq!(followers("RES-1"), ["RES-3", "RES-4"]);
    assert_eq!(followers("SDE-4"), ["SDE-7", "SDE-8"]);
    assert_eq!(followers("SDE-5"), ["SDE-12", "SDE-9"]);
    assert_eq!(followers("SDE-2"), ["SDE-10", "SDE-11"]);
    let asset = new
        .successions
        .iter()
        .find(|found| found.to.as_str() == "CON-4")
        .expect("it follows configuration management");
    assert_eq!(asset.how, SuccessionKind::Part);
}

#[test]
fn every_process_that_is_gone_has_a_follower() {
    let models: Vec<_> = library().reference_models().collect();
    let old = models
        .iter()
        .find(|model| model.processes.len() == 26)
        .expect("the set of 26");
    let new = models
        .iter()
        .find(|model| model.processes.len() == 32)
        .expect("the set of 32");
    for process in &old.processes {
        let goes_on = new.process(&process.id).is_some();
        let followed = new.successions.iter().any(|found| found.from == process.id);
        assert!(goes_on || followed, "{}", process.id);
    }
}

#[test]
fn guidance_is_taken_over_too() {
    let model = library()
        .model(
            &any_version("itsm-assessment-2018"),
            &any_version("iso-33020-2015"),
        )
        .expect("the files fit");
    for process in &model.reference.processes {
        for attribute in &model.framework.attributes {
            for indicator in model.indicators(&process.id, attribute) {
                let rated_on_outcomes = attribute.id.as_str() == "PA1.1";
                assert!(
                    indicator.guidance.is_some(),
                    "{} {} {rated_on_outcomes}",
                    process.id,
                    indicator.id
                );
            }
        }
    }
}

/// Files come from a folder or from a person in any order.
#[test]
fn the_order_of_files_does_not_matter() {
    let mut files = model_files();
    files.reverse();
    let turned = Library::read(&files);
    assert!(!turned.has_errors());
    for shelf in &library().shelves {
        let other = turned
            .shelves
            .iter()
            .find(|found| found.file == shelf.file)
            .expect("the same files");
        assert_eq!(other.hash, shelf.hash, "{}", shelf.file);
    }
}

/// A change of the model beneath changes what is rated, so the fingerprint changes too.
#[test]
fn the_fingerprint_is_that_of_both_files() {
    let hash = |library: &Library| {
        let shelf = library
            .shelf(&ModelId::new("itsm-processes-2018"), "")
            .expect("the set");
        shelf.hash.clone()
    };
    let changed = read("itsm-processes-2011.reference.json", |model| {
        model["processes"][0]["purpose"] = json!("Find out something else.");
    });
    assert_ne!(hash(&changed), hash(library()));
}

#[test]
fn what_keeps_it_from_being_used_is_told() {
    check(
        REFERENCE,
        |model| model["builds_on"]["model"] = json!("nowhere"),
        "builds_on.model: The model \"nowhere\" is not among these files, or cannot be used.",
    );
    check(
        REFERENCE,
        |model| model["builds_on"]["model"] = json!("itsm-processes-2018"),
        "builds_on.model: The model \"itsm-processes-2018\" is not among these files, or cannot be used.",
    );
    check(
        REFERENCE,
        |model| model["builds_on"]["processes"][3] = json!("XX-1"),
        "builds_on.processes[3]: itsm-processes-2011 has no process XX-1.",
    );
    check(
        REFERENCE,
        |model| model["successions"][1]["from"] = json!("XX-1"),
        "successions[1].from: There is no process XX-1.",
    );
    check(
        REFERENCE,
        |model| model["processes"][2]["id"] = json!("SMS-1"),
        "id: The process id \"SMS-1\" stands twice.",
    );
    check(
        ASSESSMENT,
        |model| model["builds_on"] = json!("itsm-processes-2018"),
        "builds_on: The model \"itsm-processes-2018\" is not among these files, or cannot be used.",
    );
    check(
        ASSESSMENT,
        |model| model["glossary"] = json!([{"term": "One", "forms": ["one"], "meaning": "1"}]),
        "The term \"one\" stands twice.",
    );
}

/// A model in a new version stands beside the old one, and an assessment finds the one that it was made over.
#[test]
fn versions_stand_beside_each_other() {
    let mut files = model_files();
    let mut newer: Value = files
        .iter()
        .find(|(name, _)| name == "itsm.assessment.json")
        .map(|(_, text)| serde_json::from_str(text).expect("JSON"))
        .expect("the file is shipped");
    newer["header"]["version"] = json!("9.0.0");
    newer["purpose"] = json!("Something newer.");
    files.push(("newer.json".to_owned(), newer.to_string()));
    let library = Library::read(&files);
    assert!(!library.has_errors());
    let purpose = |version: &str| {
        let wanted = ModelRef {
            version: version.to_owned(),
            ..any_version("itsm-assessment")
        };
        let model = library.model(&wanted, &any_version("iso-33020-2015"));
        model.expect("it is here").assessment.purpose.clone()
    };
    assert_eq!(purpose("9.0.0"), "Something newer.");
    assert_ne!(purpose("1.1.0"), "Something newer.");
    // A version that is not here: the first that is.
    assert_eq!(purpose("0.1.0"), purpose("1.1.0"));
}

/// Two models that build on each other are both refused, and nothing hangs.
#[test]
fn a_circle_is_refused() {
    let library = read("itsm-processes-2011.reference.json", |model| {
        model["builds_on"] = json!({"model": "itsm-processes-2018", "processes": []});
    });
    assert_eq!(library.reference_models().count(), 0);
}
