//! The shipped model files, and what the checks say when one of them is broken.
//!
//! The ten tests of a data file follow ISO/IEC 33004:2015 clauses 5 and 6 (earlier ISO/IEC 15504-2 clause 6): 1 header,
//! 2 processes, 3 outcomes, 4 base practices, 5 information items, 6 attributes, 7 level rule and scale, 8 relations,
//! 9 assessment record, 10 list of changes.

use crate::support::{
    ISO_15504, ISO_33020, Workshop, attribute, framework, indicator, judge, library, model,
    model_files, model_over, settle,
};
use plumbline::domain::edit::Edit;
use plumbline::domain::evidence::{EvidenceKind, OwnEvidence};
use plumbline::domain::id::AssessmentId;
use plumbline::exchange::check_record::check_record;
use plumbline::exchange::envelope;
use plumbline::reference::document::Document;
use plumbline::reference::library::Library;
use plumbline::reference::problem::Problem;
use serde_json::{Value, json};

const REFERENCE: &str = "itsm-processes-2011.reference.json";
const ASSESSMENT: &str = "itsm.assessment.json";
const FRAMEWORK: &str = "iso-33020-2015.framework.json";
const FRAMEWORK_15504: &str = "iso-15504-2-2003.framework.json";

#[test]
fn the_shipped_models_are_without_errors_and_warnings() {
    let problems: Vec<String> = library().problems().map(ToString::to_string).collect();
    assert_eq!(problems, [""; 0]);
    assert!(
        library()
            .shelves
            .iter()
            .all(|shelf| shelf.document.is_some())
    );
}

/// The catalogue lists what is there, and what it lists is there.
#[test]
fn the_catalogue_lists_the_shipped_files() {
    let catalogue = library()
        .shelves
        .iter()
        .find_map(|shelf| match &shelf.document {
            Some(Document::Catalogue(catalogue)) => Some(catalogue),
            _ => None,
        });
    let mut listed: Vec<&str> = catalogue
        .expect("a catalogue is shipped")
        .files
        .iter()
        .map(|entry| entry.path.as_str())
        .collect();
    listed.push("catalogue.json");
    listed.sort_unstable();
    let shipped = model_files();
    let shipped: Vec<&str> = shipped.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(listed, shipped);
}

/// ISO/IEC 15504-2:2003 has 9 attributes with 41 achievements, ISO/IEC 33020:2015 has 9 with 43.
#[test]
fn the_frameworks_have_the_attributes_and_achievements_of_their_editions() {
    let counts = |id: &str| -> Vec<usize> {
        let attributes = framework(id).attributes.iter();
        attributes.map(|found| found.achievements.len()).collect()
    };
    assert_eq!(counts(ISO_15504), [1, 6, 4, 5, 6, 6, 5, 5, 3]);
    assert_eq!(counts(ISO_15504).iter().sum::<usize>(), 41);
    assert_eq!(counts(ISO_33020), [1, 8, 4, 5, 6, 7, 5, 4, 3]);
    assert_eq!(counts(ISO_33020).iter().sum::<usize>(), 43);
    for id in [ISO_15504, ISO_33020] {
        let levels: Vec<u8> = framework(id)
            .attributes
            .iter()
            .map(|found| found.level)
            .collect();
        assert_eq!(levels, [1, 2, 2, 3, 3, 4, 4, 5, 5], "{id}");
    }
}

/// ISO/IEC TR 20000-4:2010 has 26 processes, in six groups of 9, 4, 6, 2, 2 and 3.
#[test]
fn the_reference_model_has_26_processes() {
    let reference = &model().reference;
    assert_eq!(reference.processes.len(), 26);
    let sizes: Vec<(&str, usize)> = reference
        .groups
        .iter()
        .map(|group| {
            let processes = reference.processes.iter();
            let inside = processes.filter(|process| process.group == group.id);
            (group.id.as_str(), inside.count())
        })
        .collect();
    assert_eq!(
        sizes,
        [
            ("SMS", 9),
            ("DTR", 4),
            ("SDE", 6),
            ("REL", 2),
            ("RES", 2),
            ("CON", 3)
        ]
    );
}

/// People who were never trained get a question, an example of each rating and a first step wherever they rate.
#[test]
fn everything_that_is_rated_has_guidance() {
    for id in [ISO_15504, ISO_33020] {
        let model = model_over(id);
        for process in &model.reference.processes {
            for attribute in &model.framework.attributes {
                let indicators = model.indicators(&process.id, attribute);
                assert!(
                    !indicators.is_empty(),
                    "{id} {} {}",
                    process.id,
                    attribute.id
                );
                for found in indicators {
                    assert!(found.guidance.is_some(), "{id} {} {}", process.id, found.id);
                }
            }
        }
    }
}

/// The problems of the shipped files with one of them edited, each as "severity: place: text".
fn problems_with(file: &str, edit: impl FnOnce(&mut Value)) -> Vec<String> {
    let mut files = model_files();
    // What builds on a broken file is broken too, and would be told here again.
    files.retain(|(name, _)| !name.contains("2018") && !name.contains("crosswalk"));
    let (_, text) = files
        .iter_mut()
        .find(|(name, _)| name == file)
        .expect("a shipped file");
    let mut value: Value = serde_json::from_str(text).expect("a shipped file is JSON");
    edit(&mut value);
    *text = value.to_string();
    let library = Library::read(&files);
    let problems: Vec<&Problem> = library.problems().collect();
    let told = |problem: &&Problem| problem.to_string().replace(&format!("{file}: "), "");
    problems.iter().map(told).collect()
}

/// Breaks a file in one way; exactly the expected problems must be told.
#[track_caller]
fn check(file: &str, edit: impl FnOnce(&mut Value), expected: &[&str]) {
    assert_eq!(problems_with(file, edit), expected);
}

/// Breaks a file in one way; the expected problem must be among those told.
#[track_caller]
fn check_among(file: &str, edit: impl FnOnce(&mut Value), expected: &str) {
    let found = problems_with(file, edit);
    assert!(
        found.iter().any(|problem| problem == expected),
        "{expected:?} is not among {found:#?}"
    );
}

/// What the assessment model says when its reference model cannot be used.
const NO_REFERENCE: &str = "error: itsm.assessment.json: reference_model: The reference model \"itsm-processes-2011\" is not \
                            among these files.";

/// What the assessment model says when one of its frameworks cannot be used.
const NO_FRAMEWORK: &str = "error: itsm.assessment.json: frameworks[0]: The measurement framework \"iso-33020-2015\" is not \
                            among these files.";

#[test]
fn test_1_header() {
    for (field, place) in [
        ("id", "header.id"),
        ("version", "header.version"),
        ("title", "header.title"),
        ("language", "header.language"),
        ("licence", "header.licence"),
        ("provenance", "header.provenance"),
    ] {
        let expected = format!("error: {place}: This must not be empty.");
        for file in [REFERENCE, FRAMEWORK, ASSESSMENT] {
            check_among(file, |model| model["header"][field] = json!(" "), &expected);
        }
    }
    for field in ["domain", "context_of_use", "community", "consensus"] {
        let expected = format!("error: {field}: This must not be empty.");
        check(
            REFERENCE,
            |model| model[field] = json!(""),
            &[&expected, NO_REFERENCE],
        );
    }
    for field in ["edition", "characteristic"] {
        let expected = format!("error: {field}: This must not be empty.");
        check(
            FRAMEWORK,
            |model| model[field] = json!(""),
            &[&expected, NO_FRAMEWORK],
        );
    }
}

/// What is wrong with the form of a file is told with its place, not as "invalid JSON", and all of it at once.
#[test]
fn what_cannot_be_read_is_told_with_its_place() {
    check(
        REFERENCE,
        |model| {
            let outcomes = &mut model["processes"][3]["outcomes"];
            outcomes[0]["kind"] = json!("feeling");
            let outcome = outcomes[1].as_object_mut().expect("an outcome");
            outcome.remove("id");
            outcome.insert("ib".to_owned(), json!("SMS-4.O2"));
            model["processes"][4]["aliases"] = json!(["a", 7]);
            model["community"] = json!(["everybody"]);
        },
        &[
            "error: community: This should be a text, not a list.",
            "error: processes[3].outcomes[0].kind: This is not known: \"feeling\". Known here: artefact, state, constraint.",
            "error: processes[3].outcomes[1].ib: This field is not known: ib. Known here: id, kind, text.",
            "error: processes[3].outcomes[1]: The field id is missing here.",
            "error: processes[4].aliases[1]: This should be a text, not a number.",
            NO_REFERENCE,
        ],
    );
    check(
        FRAMEWORK,
        |model| {
            model["levels"][2]["level"] = json!(256);
            model["attributes"][0]["achievements"][0]["letter"] = json!("aa");
        },
        &[
            "error: levels[2].level: This should be a whole number from 0 to 255, not 256.",
            "error: attributes[0].achievements[0].letter: This should be one letter, not \"aa\".",
            NO_FRAMEWORK,
        ],
    );
}

/// A field that nobody knows is told together with what its file says that it must not.
#[test]
fn a_file_with_an_unknown_field_is_checked_all_the_same() {
    check(
        REFERENCE,
        |model| {
            model["header"]["lisence"] = json!("MIT");
            model["domain"] = json!("");
            model["remark"] = json!("");
        },
        &[
            "error: remark: This field is not known: remark. Known here: header, domain, context_of_use, community, consensus, \
             confidence, builds_on, groups, processes, relations, successions.",
            "error: header.lisence: This field is not known: lisence. Known here: id, version, title, language, licence, provenance.",
            "error: domain: This must not be empty.",
            NO_REFERENCE,
        ],
    );
}

/// The file can be used without, and people are told what would help.
#[test]
fn an_example_may_be_missing() {
    check(
        ASSESSMENT,
        |model| {
            let guidance = model["generic_guidance"][3]["guidance"].as_object_mut();
            guidance.expect("guidance").remove("example");
        },
        &["warning: generic_guidance[3].guidance: A generic text needs an example."],
    );
}

#[test]
fn a_file_without_head_is_refused() {
    check(
        REFERENCE,
        |model| {
            let fields = model.as_object_mut().expect("a model");
            fields.retain(|name, _| !name.starts_with("format"));
        },
        &[
            "error: The field format is missing here.",
            "error: The field format_version is missing here.",
            NO_REFERENCE,
        ],
    );
    check(
        REFERENCE,
        |model| *model = json!(["a list"]),
        &["error: This should be an object, not a list.", NO_REFERENCE],
    );
}

#[test]
fn a_file_of_another_kind_or_of_a_newer_plumbline_is_refused() {
    check(
        REFERENCE,
        |model| model["format"] = json!("shopping-list"),
        &[
            "error: format: \"shopping-list\" is not a kind of model file that Plumbline knows.",
            NO_REFERENCE,
        ],
    );
    check(
        REFERENCE,
        |model| model["format_version"] = json!(2),
        &[
            "error: format_version: This file has format version 2; this Plumbline reads up to 1. Please use a newer Plumbline.",
            NO_REFERENCE,
        ],
    );
    check_among(
        FRAMEWORK_15504,
        |model| model["header"]["id"] = json!(ISO_33020),
        "error: iso-33020-2015.framework.json: header.id: Another file has the id \"iso-33020-2015\" in version 1.1.0 already.",
    );
}

#[test]
fn test_2_processes() {
    check_among(
        REFERENCE,
        |model| model["processes"][1]["id"] = json!("SMS-1"),
        "error: processes[1].id: The process id \"SMS-1\" stands twice.",
    );
    check(
        REFERENCE,
        |model| model["processes"][1]["name"] = json!("audit"),
        &[
            "error: processes[1].name: The process name \"audit\" stands twice.",
            NO_REFERENCE,
        ],
    );
    check(
        REFERENCE,
        |model| model["processes"][0]["purpose"] = json!("Find out. Tell people."),
        &["warning: processes[0].purpose: The purpose of SMS-1 should be one sentence."],
    );
    check_among(
        REFERENCE,
        |model| model["processes"][0]["purpose"] = json!(""),
        "error: processes[0].purpose: This must not be empty.",
    );
    check(
        REFERENCE,
        |model| truncate(&mut model["processes"][0]["outcomes"], 1),
        &[
            "error: processes[0].outcomes: SMS-1 needs at least two outcomes.",
            NO_REFERENCE,
        ],
    );
    check(
        REFERENCE,
        |model| model["processes"][0]["outcomes"][1]["id"] = json!("SMS-1.O1"),
        &[
            "error: processes[0].outcomes[1].id: The outcome id \"SMS-1.O1\" stands twice.",
            NO_REFERENCE,
        ],
    );
    check(
        REFERENCE,
        |model| model["processes"][0]["group"] = json!("NONE"),
        &[
            "error: processes[0].group: There is no group NONE.",
            NO_REFERENCE,
        ],
    );
}

/// Wording is a hint: the model can still be used.
#[test]
fn test_3_outcomes() {
    check(
        REFERENCE,
        |model| model["processes"][0]["outcomes"][0]["text"] = json!("Audits are planned."),
        &[
            "warning: processes[0].outcomes[0].text: \"planned\" sounds like level 2 or above, but an outcome is level 1.",
        ],
    );
    check(
        REFERENCE,
        |model| {
            model["processes"][0]["outcomes"][0]["text"] = json!("Audits are agreed and reported.");
        },
        &[
            "warning: processes[0].outcomes[0].text: This seems to hold two results. An outcome should be one.",
        ],
    );
    check(
        REFERENCE,
        |model| model["processes"][0]["outcomes"][0]["text"] = json!(""),
        &[
            "error: processes[0].outcomes[0].text: This must not be empty.",
            NO_REFERENCE,
        ],
    );
}

#[test]
fn test_4_base_practices() {
    let practice = |model: &mut Value, field: &str, value: Value| {
        model["processes"][0]["practices"][0][field] = value;
    };
    check(
        ASSESSMENT,
        |model| practice(model, "outcomes", json!([])),
        &[
            "error: processes[0].practices[0].outcomes: This is mapped to no outcome.",
            "error: processes[0].practices: No base practice leads to SMS-1.O1.",
        ],
    );
    check(
        ASSESSMENT,
        |model| practice(model, "outcomes", json!(["SMS-1.O1", "SMS-2.O1"])),
        &["error: processes[0].practices[0].outcomes[1]: SMS-1 has no outcome SMS-2.O1."],
    );
    check(
        ASSESSMENT,
        |model| practice(model, "text", json!("")),
        &["error: processes[0].practices[0].text: This must not be empty."],
    );
    check(
        ASSESSMENT,
        |model| practice(model, "id", json!("SMS-1.BP2")),
        &["error: processes[0].practices[1].id: The practice id \"SMS-1.BP2\" stands twice."],
    );
    check(
        ASSESSMENT,
        |model| model["processes"][0]["process"] = json!("XX-1"),
        &[
            "error: processes[0].process: The reference model itsm-processes-2011 has no process XX-1.",
            "error: processes: SMS-1 of the reference model has no indicators here.",
        ],
    );
    check(
        ASSESSMENT,
        |model| model["selections"][0]["processes"][1] = json!("XX-1"),
        &["error: selections[0].processes[1]: There is no process XX-1."],
    );
}

#[test]
fn test_5_information_items() {
    let item = |model: &mut Value, field: &str, value: Value| {
        model["processes"][0]["information_items"][0][field] = value;
    };
    check(
        ASSESSMENT,
        |model| item(model, "outcomes", json!([])),
        &["error: processes[0].information_items[0].outcomes: This is mapped to no outcome."],
    );
    check(
        ASSESSMENT,
        |model| item(model, "outcomes", json!(["SMS-1.O9"])),
        &["error: processes[0].information_items[0].outcomes[0]: SMS-1 has no outcome SMS-1.O9."],
    );
    check(
        ASSESSMENT,
        |model| item(model, "direction", json!("up")),
        &[
            "error: processes[0].information_items[0].direction: This is not known: \"up\". Known here: in, out.",
        ],
    );
}

#[test]
fn test_6_attributes() {
    check(
        FRAMEWORK,
        |model| model["attributes"][1]["achievements"][2]["letter"] = json!("x"),
        &[
            "error: attributes[1].achievements[2].letter: This is x, but c is next.",
            NO_FRAMEWORK,
        ],
    );
    check(
        FRAMEWORK,
        |model| truncate(&mut model["attributes"][1]["achievements"], 0),
        &[
            "error: attributes[1].achievements: PA2.1 has no achievements.",
            NO_FRAMEWORK,
        ],
    );
    check(
        FRAMEWORK,
        |model| truncate(&mut model["attributes"], 7),
        &["error: levels[5]: Level 5 has no attribute.", NO_FRAMEWORK],
    );
    check_among(
        FRAMEWORK,
        |model| {
            model["levels"].as_array_mut().expect("levels").remove(2);
        },
        "error: levels[2].level: This is 3, but it should be 2.",
    );
    check(
        FRAMEWORK,
        |model| model["attributes"][2]["id"] = json!("PA2.1"),
        &[
            "error: attributes[2].id: The attribute id \"PA2.1\" stands twice.",
            NO_FRAMEWORK,
        ],
    );
    check(
        ASSESSMENT,
        |model| model["levels"] = json!([1, 2, 4]),
        &["error: levels: The levels must run from 1 upwards without a gap."],
    );
    check(
        ASSESSMENT,
        |model| model["generic_practices"][0]["achievements"] = json!(["iso-33020-2015:PA1.1.a"]),
        &["error: generic_practices: No generic practice leads to iso-15504-2-2003:PA1.1.a."],
    );
    check(
        ASSESSMENT,
        |model| model["generic_resources"][0]["achievements"][0] = json!("iso-33020-2015:PA9.9.z"),
        &[
            "error: generic_resources[0].achievements[0]: There is no achievement iso-33020-2015:PA9.9.z.",
        ],
    );
}

#[test]
fn test_7_level_rule_and_scale() {
    check(
        FRAMEWORK,
        |model| truncate(&mut model["level_rule"], 4),
        &[
            "error: level_rule: Level 5 needs one row here and has 0.",
            NO_FRAMEWORK,
        ],
    );
    check(
        FRAMEWORK,
        |model| model["level_rule"][1]["below"] = json!("P"),
        &[
            "error: level_rule[1].below: Lower levels need at least L, as the level itself does.",
            NO_FRAMEWORK,
        ],
    );
    check(
        FRAMEWORK,
        |model| model["level_rule"][1]["own"] = json!("X"),
        &[
            "error: level_rule: The level rule names the rating X, which the scale does not have.",
            NO_FRAMEWORK,
        ],
    );
    check(
        FRAMEWORK,
        |model| model["scale"]["ratings"][3]["above"] = json!(84),
        &[
            "error: scale.ratings[3].above: This is 84, but the step before it ends at 85.",
            NO_FRAMEWORK,
        ],
    );
    check(
        FRAMEWORK,
        |model| model["scale"]["ratings"][3]["up_to"] = json!(99),
        &[
            "error: scale.ratings: The steps end at 99 percent instead of 100.",
            NO_FRAMEWORK,
        ],
    );
    check(
        FRAMEWORK,
        |model| model["scale"]["refined"][1]["above"] = json!(33),
        &[
            "error: scale.refined[1].above: This is 33, but the step before it ends at 32.5.",
            NO_FRAMEWORK,
        ],
    );
    check(
        FRAMEWORK,
        |model| model["aggregations"][0]["values"][2]["value"] = json!(1),
        &[
            "error: aggregations[0].values: Each rating of the scale needs a number, rising from low to high.",
            NO_FRAMEWORK,
        ],
    );
}

/// Each level above 0 has one row in each table, and more never counts for less.
#[test]
fn risk_tables_are_whole_and_never_fall() {
    check(
        FRAMEWORK,
        |model| truncate(&mut model["risk"]["variants"][1]["extents"], 4),
        &[
            "error: risk.variants[1].extents: Level 5 needs one row here and has 0.",
            NO_FRAMEWORK,
        ],
    );
    check(
        FRAMEWORK,
        |model| model["risk"]["variants"][0]["extents"][4]["level"] = json!(6),
        &[
            "error: risk.variants[0].extents: Level 5 needs one row here and has 0.",
            "error: risk.variants[0].extents[4].level: There is no level 6.",
            NO_FRAMEWORK,
        ],
    );
    check(
        FRAMEWORK,
        |model| model["risk"]["consequences"][0]["level"] = json!(2),
        &[
            "error: risk.consequences: Level 1 needs one row here and has 0.",
            "error: risk.consequences: Level 2 needs one row here and has 2.",
            NO_FRAMEWORK,
        ],
    );
    check(
        FRAMEWORK,
        |model| model["risk"]["variants"][0]["extents"][2]["one_major"] = json!("none"),
        &[
            "error: risk.variants[0].extents[2].one_major: This is lower than minor, but it must not fall.",
            NO_FRAMEWORK,
        ],
    );
    check(
        FRAMEWORK,
        |model| model["risk"]["variants"][0]["extents"][0]["several_majors"] = json!("slight"),
        &[
            "error: risk.variants[0].extents[0].several_majors: This is lower than one_major, but it must not fall.",
            NO_FRAMEWORK,
        ],
    );
    check(
        FRAMEWORK,
        |model| model["risk"]["consequences"][3]["substantial"] = json!("none"),
        &[
            "error: risk.consequences[3].substantial: This is lower than significant, but it must not fall.",
            NO_FRAMEWORK,
        ],
    );
}

#[test]
fn risk_tables_can_be_told_apart_and_say_where_they_come_from() {
    check(
        FRAMEWORK,
        |model| model["risk"]["variants"][1]["id"] = json!("first-level-significant"),
        &[
            "error: risk.variants[1].id: The variant id \"first-level-significant\" stands twice.",
            NO_FRAMEWORK,
        ],
    );
    check(
        FRAMEWORK,
        |model| truncate(&mut model["risk"]["variants"], 0),
        &[
            "error: risk.variants: Risk needs a table of extents.",
            NO_FRAMEWORK,
        ],
    );
    check(
        FRAMEWORK,
        |model| model["risk"]["note"] = json!(" "),
        &["error: risk.note: This must not be empty.", NO_FRAMEWORK],
    );
}

/// A step without hours would cost nothing, so all have some or none has.
#[test]
fn efforts_name_each_step_up_the_scale_once() {
    check(
        FRAMEWORK,
        |model| model["efforts"][0]["to"] = json!("N"),
        &[
            "error: efforts[0].to: The scale has no step up to N.",
            "error: efforts: The step up to P has no effort.",
            NO_FRAMEWORK,
        ],
    );
    check(
        FRAMEWORK,
        |model| model["efforts"][2]["to"] = json!("L+"),
        &[
            "error: efforts[2].to: The scale has no step up to L+.",
            "error: efforts: The step up to F has no effort.",
            NO_FRAMEWORK,
        ],
    );
    check(
        FRAMEWORK,
        |model| model["efforts"][1]["to"] = json!("P"),
        &[
            "error: efforts[1].to: The step \"P\" stands twice.",
            "error: efforts: The step up to L has no effort.",
            NO_FRAMEWORK,
        ],
    );
    for hours in [0, 1001] {
        let expected = format!(
            "error: efforts[1].hours: This should be a whole number from 1 to 1000, not {hours}."
        );
        check(
            FRAMEWORK,
            |model| model["efforts"][1]["hours"] = json!(hours),
            &[&expected, NO_FRAMEWORK],
        );
    }
    for hours in [1, 1000] {
        check(
            FRAMEWORK,
            |model| model["efforts"][1]["hours"] = json!(hours),
            &[],
        );
    }
}

#[test]
fn phases_are_told_apart_and_hold_each_process_once() {
    check(
        ASSESSMENT,
        |model| model["phases"][2]["id"] = json!("control"),
        &["error: phases[2].id: The phase id \"control\" stands twice."],
    );
    check(
        ASSESSMENT,
        |model| model["phases"][1]["aim"] = json!(""),
        &["error: phases[1].aim: This must not be empty."],
    );
    check(
        ASSESSMENT,
        |model| model["phases"][2]["processes"][1] = json!("RES-1"),
        &["error: phases[2].processes[1]: RES-1 is in the phase \"Foundations\" already."],
    );
    check(
        ASSESSMENT,
        |model| model["phases"][2]["processes"][1] = json!("XX-1"),
        &["error: phases[2].processes[1]: There is no process XX-1."],
    );
    check(
        ASSESSMENT,
        |model| model["phases_note"] = json!(""),
        &[
            "error: phases: A sentence in phases_note must say where the phases come from, and how sure that is.",
        ],
    );
}

/// What plans need was not in older files, and own models may leave it out.
#[test]
fn risk_efforts_and_phases_may_be_missing() {
    let without = |fields: &'static [&str]| {
        move |model: &mut Value| {
            let model = model.as_object_mut().expect("a model");
            for field in fields {
                assert!(model.remove(*field).is_some(), "{field}");
            }
        }
    };
    check(FRAMEWORK, without(&["risk", "efforts"]), &[]);
    check(ASSESSMENT, without(&["phases", "phases_note"]), &[]);
}

#[test]
fn roles_are_told_apart_and_are_asked_what_there_is() {
    check(
        ASSESSMENT,
        |model| model["roles"][1]["id"] = json!("performer"),
        &["error: roles[1].id: The role id \"performer\" stands twice."],
    );
    check(
        ASSESSMENT,
        |model| model["roles"][2]["asked"][1] = json!("RES-1.O99"),
        &["error: roles[2].asked[1]: There is nothing called RES-1.O99."],
    );
    check(
        ASSESSMENT,
        |model| model["roles"][0]["not_asked"][0] = json!("iso-33020-2015:PA9.1"),
        &["error: roles[0].not_asked[0]: There is nothing called iso-33020-2015:PA9.1."],
    );
    check(ASSESSMENT, |model| model["roles"] = json!([]), &[]);
}

#[test]
fn consistency_rules_have_conditions_over_what_there_is() {
    check(
        ASSESSMENT,
        |model| model["rules"][1]["when"] = json!([]),
        &["error: rules[1].when: A rule needs a condition."],
    );
    check(
        ASSESSMENT,
        |model| model["rules"][1]["when"][1] = json!({"items": ["RES-1"]}),
        &["error: rules[1].when[1]: A condition says at_least, at_most or without_evidence."],
    );
    check(
        ASSESSMENT,
        |model| model["rules"][1]["when"][1]["items"][0] = json!("RES-9"),
        &["error: rules[1].when[1].items[0]: There is nothing called RES-9."],
    );
    check(
        ASSESSMENT,
        |model| model["rules"][1]["when"][0]["at_least"] = json!("X"),
        &["error: rules[1].when[0].at_least: The rating X is not on the scale of each framework."],
    );
    check(
        ASSESSMENT,
        |model| model["rules"][1]["id"] = json!("evidence"),
        &["error: rules[1].id: The rule id \"evidence\" stands twice."],
    );
    check(ASSESSMENT, |model| model["rules"] = json!([]), &[]);
}

/// Each process of both sets has a place in one of three phases.
#[test]
fn every_shipped_process_is_in_one_phase() {
    for model in library().assessment_models() {
        let shared = library().reference_models();
        let mut sets = shared.filter(|set| set.header.id == model.reference_model);
        let set = sets.next().expect("the set is shipped");
        assert_eq!(model.phases.len(), 3, "{}", model.header.id);
        let mut placed: Vec<_> = model
            .phases
            .iter()
            .flat_map(|phase| &phase.processes)
            .collect();
        let mut processes: Vec<_> = set.processes.iter().map(|process| &process.id).collect();
        placed.sort_unstable();
        processes.sort_unstable();
        assert_eq!(placed, processes, "{}", model.header.id);
    }
}

/// L- is the third refined rating of the file: `scale.refined[2]`.
#[test]
fn test_7_names_the_right_refined_rating() {
    check(
        FRAMEWORK,
        |model| model["scale"]["refined"][2]["above"] = json!(55),
        &[
            "error: scale.refined[2].above: This is 55, but the step before it ends at 50.",
            NO_FRAMEWORK,
        ],
    );
}

#[test]
fn test_8_relations() {
    for end in ["from", "to"] {
        let mut found = problems_with(REFERENCE, |model| {
            model["relations"][0][end] = json!("XX-1");
        });
        found.retain(|problem| !problem.starts_with("warning"));
        let expected = format!("error: relations[0].{end}: There is no process XX-1.");
        assert_eq!(found, [expected.as_str(), NO_REFERENCE]);
    }
    check(
        REFERENCE,
        |model| {
            let relations = model["relations"].as_array_mut().expect("relations");
            relations.retain(|relation| relation["from"] != "SMS-1" && relation["to"] != "SMS-1");
        },
        &["warning: processes[0]: SMS-1 has no relation to another process."],
    );
}

fn truncate(list: &mut Value, length: usize) {
    list.as_array_mut().expect("a list").truncate(length);
}

/// A record of one process up to level 1, rated with evidence.
fn sound() -> Workshop {
    let mut workshop = Workshop::new("R1", 1, &["SDE-6"]);
    workshop.rate_each("SDE-6", "1", "PA1.1", "F F L F");
    for number in 1..=4 {
        workshop.edit(Edit::SetEvidence {
            subject: indicator("SDE-6", &format!("SDE-6.O{number}")),
            evidence: "e1".into(),
            content: Some(OwnEvidence {
                kind: EvidenceKind::Record,
                source: "Service report of October".to_owned(),
                date: None,
            }),
        });
    }
    workshop
}

/// What no record can show yet.
const SELF_ASSESSMENT: &str = "warning: No sponsor's approval, class, lead assessor or independence is recorded: \
    this can stand as a self-assessment only.";

/// The problems of the record of an assessment, its file edited first, but for what no record can show yet.
fn record_problems(workshop: &Workshop, edit: impl FnOnce(&mut Value)) -> Vec<String> {
    let mut found = all_record_problems(workshop, edit);
    found.retain(|problem| problem != SELF_ASSESSMENT);
    found
}

fn all_record_problems(workshop: &Workshop, edit: impl FnOnce(&mut Value)) -> Vec<String> {
    let id = AssessmentId::new("a1");
    let text = envelope::write(&id, &workshop.assessment, "2026-11-21T10:00:00Z");
    let mut file: Value = serde_json::from_str(&text).expect("a file is JSON");
    edit(&mut file);
    let checked = check_record("a.json", &file.to_string(), library());
    let problems = checked.problems.iter().map(ToString::to_string);
    problems
        .map(|problem| problem.replace("a.json: ", ""))
        .collect()
}

#[test]
fn test_9_a_sound_record_is_told_what_it_cannot_show() {
    assert_eq!(all_record_problems(&sound(), |_| {}), [SELF_ASSESSMENT]);
}

#[test]
fn test_9_the_record_fits_its_model() {
    let mut workshop = sound();
    workshop.edit(Edit::SetScope {
        processes: vec!["SDE-6".into(), "XX-1".into()],
    });
    workshop.edit(Edit::SetHighestLevel { level: 6 });
    workshop.edit(Edit::SetMethod {
        method: "R9".into(),
    });
    workshop.rate(indicator("SDE-6", "SDE-6.O9"), "F");
    workshop.rate(indicator("SDE-6", "SDE-6.O4"), "X");
    let found = record_problems(&workshop, |_| {});
    let errors: Vec<&String> = found
        .iter()
        .filter(|problem| problem.starts_with("error"))
        .collect();
    assert_eq!(
        errors,
        [
            "error: scope: The model has no process XX-1.",
            "error: highest level: The framework has no level 6.",
            "error: method: The framework has no rating method \"R9\".",
            "error: SDE-6 SDE-6.O4: \"X\" is not a rating of ISO/IEC 33020:2015.",
            "error: SDE-6 SDE-6.O9: The model has no SDE-6.O9 for SDE-6.",
        ]
    );
}

#[test]
fn test_9_the_model_is_at_hand() {
    let found = record_problems(&sound(), |file| {
        file["changes"][0]["edit"]["start"]["framework"]["id"] = json!("iso-33020-2030");
    });
    assert_eq!(
        found,
        [
            "error: model: The measurement framework \"iso-33020-2030\" is not here. Add its file to the models."
        ]
    );
}

#[test]
fn test_9_every_rating_names_evidence() {
    let mut workshop = sound();
    workshop.edit(Edit::SetHighestLevel { level: 2 });
    workshop.rate_each("SDE-6", "1", "PA2.2", "F L . .");
    let found = record_problems(&workshop, |_| {});
    let expected = "warning: SDE-6: No evidence for 2 ratings.".to_owned();
    assert!(found.contains(&expected), "{found:?}");
}

#[test]
fn test_9_nothing_above_the_scope_is_rated() {
    let mut workshop = sound();
    workshop.edit(judge(indicator("SDE-6", "PA2.1.a"), "F"));
    let found = record_problems(&workshop, |_| {});
    let expected =
        "warning: SDE-6 PA2.1.a: This is rated, but level 2 is above the highest level in scope.";
    assert!(found.contains(&expected.to_owned()), "{found:?}");
}

#[test]
fn test_9_nothing_above_the_scope_is_settled() {
    let mut workshop = sound();
    workshop.edit(settle(attribute("SDE-6", "PA2.1"), "F", "Seen on site"));
    let found = record_problems(&workshop, |_| {});
    let expected =
        "warning: SDE-6 PA2.1: This is rated, but level 2 is above the highest level in scope.";
    assert_eq!(found, [expected]);
}

#[test]
fn test_10_changes_say_who_made_them_and_when() {
    let expected = ["error: changes[6]: This change does not say who made it and when."];
    for field in ["author", "at"] {
        let found = record_problems(&sound(), |file| file["changes"][6][field] = json!(" "));
        assert_eq!(found, expected);
    }
}

#[test]
fn test_10_every_change_has_an_id_of_its_own() {
    let found = record_problems(&sound(), |file| {
        let again = file["changes"][6].clone();
        let changes = file["changes"].as_array_mut().expect("changes");
        changes.push(again);
    });
    assert_eq!(found, ["error: changes: Two changes have the same id."]);
}

#[test]
fn test_10_what_is_assessed_does_not_change_once_rating_has_begun() {
    let mut workshop = sound();
    workshop.edit(Edit::SetMethod {
        method: "R1".into(),
    });
    let last = workshop.assessment.changes().len() - 1;
    assert_eq!(
        record_problems(&workshop, |_| {}),
        [format!(
            "warning: changes[{last}]: The scope or method was changed after rating had begun."
        )]
    );
}

#[test]
fn test_10_changes_that_make_no_sense_are_told() {
    let found = record_problems(&sound(), |file| {
        file["changes"][6]["edit"] = file["changes"][0]["edit"].clone();
    });
    assert_eq!(
        found,
        [
            "warning: changes, clock 7: An assessment is started by its first change, and by no other."
        ]
    );
}

#[test]
fn a_record_that_cannot_be_read_is_told() {
    let found = record_problems(&sound(), |file| {
        file["changes"][6]["id"]["clock"] = json!(null);
    });
    assert!(
        found[0].starts_with("error: This file is damaged at changes[6].id.clock: invalid type"),
        "{found:?}"
    );
    let found = record_problems(&sound(), |file| file["format_version"] = json!(9));
    assert!(
        found[0].starts_with("error: This file has format version 9"),
        "{found:?}"
    );
}
