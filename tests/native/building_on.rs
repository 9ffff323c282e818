//! Models that build on others: what is taken over, and what keeps it from being used.

use crate::support::files::small_files;
use crate::support::{any_version, library, model_files};
use plumbline::domain::assessment_model::ModelPhase;
use plumbline::domain::edit::ModelRef;
use plumbline::domain::id::{ModelId, ProcessId};
use plumbline::domain::indicator_ref::IndicatorRef;
use plumbline::domain::reference_model::SuccessionKind;
use plumbline::reference::library::Library;
use serde_json::{Value, json};

const REFERENCE: &str = "itsm-processes-2018.reference.json";
const ASSESSMENT: &str = "itsm-2018.assessment.json";
const TEA_FRAMEWORK: &str = "tea.framework.json";
const TEA_AND_MILK: &str = "tea-and-milk.assessment.json";
const TEA: &str = "tea.assessment.json";

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
        "builds_on: In what is taken over: The process id \"SMS-1\" stands twice.",
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
    assert_ne!(purpose("1.3.0"), "Something newer.");
    // A version that is not here: the first that is.
    assert_eq!(purpose("0.1.0"), purpose("1.3.0"));
}

/// Two models that build on each other are both refused, and nothing hangs.
#[test]
fn a_circle_is_refused() {
    let library = read("itsm-processes-2011.reference.json", |model| {
        model["builds_on"] = json!({"model": "itsm-processes-2018", "processes": []});
    });
    assert_eq!(library.reference_models().count(), 0);
}

/// The small files, one of them changed.
fn small_with(file: &str, edit: impl FnOnce(&mut Value)) -> Vec<(String, String)> {
    let mut files = small_files();
    let changed = files.iter_mut().find(|found| found.name == file);
    let changed = changed.expect("one of the small files");
    edit(&mut changed.value);
    let files = files.into_iter();
    files
        .map(|file| (file.name, file.value.to_string()))
        .collect()
}

/// Changes the model that builds on another; exactly this must be told.
#[track_caller]
fn check_small(edit: impl FnOnce(&mut Value), expected: &[&str]) {
    let library = Library::read(&small_with(TEA_AND_MILK, edit));
    let problems: Vec<String> = library.problems().map(ToString::to_string).collect();
    assert_eq!(problems, expected);
}

/// Adds to a list of the model.
fn push(model: &mut Value, list: &str, item: Value) {
    let items = model[list].as_array_mut().expect("a list");
    items.push(item);
}

#[test]
fn what_does_not_fit_what_is_taken_over_is_told_there() {
    let practice =
        json!({"id": "G1", "text": "Look at the pot", "achievements": ["tea-levels:T1.a"]});
    check_small(
        |model| push(model, "generic_practices", practice),
        &[
            "error: tea-and-milk.assessment.json: builds_on: In what is taken over: The practice id \"G1\" stands twice.",
        ],
    );
}

/// "TM" is explained by a form of the term in the glossary beneath; its own entry for the term comes first.
#[test]
fn an_own_term_comes_before_the_one_taken_over() {
    let term = json!({"term": "Tea maker", "forms": [], "meaning": "Whoever is thirsty."});
    check_small(
        |model| push(model, "glossary", term),
        &[
            "warning: tea-and-milk.assessment.json: builds_on: In what is taken over: The glossary does not explain \"TM\".",
        ],
    );
}

#[test]
fn a_problem_with_an_own_term_is_told_where_it_stands() {
    let term = json!({"term": "Biscuit", "forms": [], "meaning": ""});
    check_small(
        |model| push(model, "glossary", term),
        &["error: tea-and-milk.assessment.json: glossary[1].meaning: This must not be empty."],
    );
}

/// The model beneath may serve more frameworks than the one that builds on it.
#[test]
fn what_serves_other_frameworks_is_not_taken_over() {
    let mut files = small_with(TEA, |base| {
        push(base, "frameworks", json!("coffee-levels"));
        for list in ["generic_practices", "generic_resources", "generic_guidance"] {
            let entries = base[list].as_array_mut().expect("a list");
            let achievements = entries[0]["achievements"].as_array_mut();
            achievements
                .expect("a list")
                .push(json!("coffee-levels:T1.a"));
        }
        let practice = json!({"id": "G9", "text": "Grind", "achievements": ["coffee-levels:T2.a", "coffee-levels:T2.b"]});
        push(base, "generic_practices", practice);
        let mut guidance = base["generic_guidance"][1].clone();
        guidance["achievements"] = json!(["coffee-levels:T2.a", "coffee-levels:T2.b"]);
        for field in [
            "question",
            "partially",
            "largely",
            "fully",
            "recommendation",
            "example",
        ] {
            guidance["guidance"][field] = json!(format!("Coffee: {field}."));
        }
        push(base, "generic_guidance", guidance);
    });
    let tea = files.iter().find(|(name, _)| name == TEA_FRAMEWORK);
    let coffee = tea
        .expect("the framework")
        .1
        .replace("tea-levels", "coffee-levels");
    files.push(("coffee.framework.json".to_owned(), coffee));
    let library = Library::read(&files);
    let problems: Vec<String> = library.problems().map(ToString::to_string).collect();
    assert_eq!(problems, [""; 0]);
    let joined = library.model(
        &any_version("tea-and-milk-assessment"),
        &any_version("tea-levels"),
    );
    let model = joined.expect("they fit together").assessment;
    let practices: Vec<&str> = model
        .generic_practices
        .iter()
        .map(|p| p.id.as_str())
        .collect();
    assert_eq!(practices, ["G3", "G1", "G2"]);
    assert_eq!(model.generic_guidance.len(), 2);
    let practices = model
        .generic_practices
        .iter()
        .map(|entry| &entry.achievements);
    let resources = model
        .generic_resources
        .iter()
        .map(|entry| &entry.achievements);
    let guidance = model
        .generic_guidance
        .iter()
        .map(|entry| &entry.achievements);
    for achievement in practices.chain(resources).chain(guidance).flatten() {
        assert!(
            achievement.as_str().starts_with("tea-levels:"),
            "{achievement:?}"
        );
    }
}

/// The phases of a joined model, each as its id and its processes.
fn phases(files: &[(String, String)]) -> Vec<String> {
    let library = Library::read(files);
    let problems: Vec<String> = library.problems().map(ToString::to_string).collect();
    assert_eq!(problems, [""; 0]);
    let wanted = any_version("tea-and-milk-assessment");
    let joined = library.model(&wanted, &any_version("tea-levels"));
    let model = joined.expect("they fit together").assessment;
    assert_eq!(model.phases.is_empty(), model.phases_note.is_empty());
    let phase = |phase: &ModelPhase| {
        let processes: Vec<&str> = phase.processes.iter().map(ProcessId::as_str).collect();
        format!("{}: {}", phase.id, processes.join(" "))
    };
    model.phases.iter().map(phase).collect()
}

/// The set with milk has the water of the model beneath, and not its brewing.
#[test]
fn phases_are_taken_over_for_the_processes_of_the_set() {
    assert_eq!(phases(&small_with(TEA_AND_MILK, |_| {})), ["first: WATER"]);
}

/// The roles and rules of the joined model with milk, where the model beneath has these.
fn roles_and_rules(beneath: &Value, own: &Value) -> Vec<String> {
    let mut files = small_files();
    for (name, given) in [(TEA, beneath), (TEA_AND_MILK, own)] {
        let file = files.iter_mut().find(|file| file.name == name);
        let model = &mut file.expect("it is there").value;
        model["roles"] = given["roles"].clone();
        model["rules"] = given["rules"].clone();
    }
    let files = files.into_iter();
    let files: Vec<(String, String)> = files
        .map(|file| (file.name, file.value.to_string()))
        .collect();
    let library = Library::read(&files);
    let problems: Vec<String> = library.problems().map(ToString::to_string).collect();
    assert_eq!(problems, [""; 0]);
    let wanted = any_version("tea-and-milk-assessment");
    let joined = library.model(&wanted, &any_version("tea-levels"));
    let model = joined.expect("they fit together").assessment;
    let names = |items: &[IndicatorRef]| {
        let names: Vec<&str> = items.iter().map(IndicatorRef::as_str).collect();
        names.join(" ")
    };
    let roles = model.roles.iter().map(|role| {
        let (asked, not) = (names(&role.asked), names(&role.not_asked));
        format!("{} {}: {asked} not {not}", role.id, role.title)
    });
    let rules = model.rules.iter().map(|rule| {
        let items = rule.when.iter().map(|condition| names(&condition.items));
        format!("{}: {}", rule.id, items.collect::<Vec<_>>().join(" and "))
    });
    roles.chain(rules).collect()
}

/// The set with milk has WATER of the model beneath, and not BREW.
#[test]
fn roles_and_rules_are_taken_over_for_what_is_there() {
    let high = |item: &str| json!({"items": [item], "at_least": "F"});
    let beneath = json!({
        "roles": [
            {"id": "maker", "title": "Maker", "meaning": "Makes tea.", "not_asked": ["WATER", "BREW"]},
            {"id": "guest", "title": "Guest", "meaning": "Drinks tea.", "asked": ["BREW"]},
        ],
        "rules": [
            {"id": "water", "text": "Water.", "when": [high("WATER"), high("tea-levels:T2")]},
            {"id": "brew", "text": "Brew.", "when": [high("WATER"), high("BREW")]},
            {"id": "any", "text": "Any.", "when": [{"at_least": "F", "without_evidence": true}]},
        ],
    });
    let own = json!({
        "roles": [{"id": "maker", "title": "Tea maker", "meaning": "Makes it.", "not_asked": ["MILK"]}],
        "rules": [{"id": "any", "text": "Ours.", "when": [high("MILK")]}],
    });
    assert_eq!(
        roles_and_rules(&beneath, &own),
        [
            "maker Tea maker:  not MILK WATER",
            "any: MILK",
            "water: WATER and tea-levels:T2"
        ]
    );
}

#[test]
fn own_phases_come_in_place_of_those_taken_over() {
    let own = json!({"id": "all", "title": "All", "aim": "There is milk.", "processes": ["MILK"]});
    let files = small_with(TEA_AND_MILK, |model| {
        model["phases"] = json!([own]);
        model["phases_note"] = json!("Ours.");
    });
    assert_eq!(phases(&files), ["all: MILK"]);
}

#[test]
fn without_phases_beneath_there_are_none() {
    let files = small_with(TEA, |base| {
        let base = base.as_object_mut().expect("a model");
        base.retain(|field, _| !field.starts_with("phases"));
    });
    assert_eq!(phases(&files), [""; 0]);
}
