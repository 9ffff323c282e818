//! The reader of model files, over shipped files with changes at random: what must hold whatever a file holds.

use crate::support::files::{ModelFile, last_step, place, pointer_of, remove};
use crate::support::{cases, model_files};
use plumbline::reference::document::{Document, Read, read};
use plumbline::reference::library::Library;
use plumbline::reference::problem::{Problem, Severity};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Number, Value, json};
use std::sync::LazyLock;

const FILES: [&str; 8] = [
    "catalogue.json",
    "iso-15504-2-2003.framework.json",
    "iso-27001-2022.crosswalk.json",
    "iso-33020-2015.framework.json",
    "itsm-2018.assessment.json",
    "itsm-processes-2011.reference.json",
    "itsm-processes-2018.reference.json",
    "itsm.assessment.json",
];

/// Fields that may be missing.
const SPARE: [&str; 16] = [
    "asked",
    "at_least",
    "at_most",
    "builds_on",
    "efforts",
    "example",
    "glossary",
    "items",
    "not_asked",
    "phases",
    "phases_note",
    "risk",
    "roles",
    "rules",
    "successions",
    "without_evidence",
];

static SHIPPED: LazyLock<Vec<ModelFile>> = LazyLock::new(|| {
    let files = model_files().into_iter();
    let files = files.filter(|(name, _)| FILES.contains(&name.as_str()));
    files
        .map(|(name, text)| ModelFile::new(name, text))
        .collect()
});

fn pointer<'a>(file: &'a ModelFile, at: &Index) -> &'a str {
    let pointer: &String = at.get(&file.pointers);
    pointer
}

/// Some pointers of a file, none of them inside another one, none of the head.
fn chosen<'a>(file: &'a ModelFile, choices: &[Index]) -> Vec<&'a str> {
    let mut chosen: Vec<&str> = Vec::new();
    for choice in choices {
        let pointer = pointer(file, choice);
        let inside = |outer: &str, inner: &str| {
            let rest = inner.strip_prefix(outer);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        let free = |other: &&str| !inside(other, pointer) && !inside(pointer, other);
        if !pointer.is_empty() && !pointer.starts_with("/format") && chosen.iter().all(free) {
            chosen.push(pointer);
        }
    }
    chosen
}

fn is_told(found: &Read, place: &str, text: &str) -> bool {
    let told = |problem: &Problem| {
        let is_error = problem.severity == Severity::Error;
        is_error && problem.place == place && problem.text.contains(text)
    };
    found.document.is_none() && found.problems.iter().any(told)
}

/// One change of a file.
#[derive(Clone, Debug)]
enum Change {
    Replace(Index, Value),
    Remove(Index),
    Insert(Index, String, Value),
}

impl Change {
    /// Changes a file, where what is meant is still there.
    fn make(&self, file: &ModelFile, value: &mut Value) {
        match self {
            Self::Replace(at, new) => {
                if let Some(found) = value.pointer_mut(pointer(file, at)) {
                    *found = new.clone();
                }
            }
            Self::Remove(at) => {
                if let Some((around, step)) = last_step(pointer(file, at)) {
                    remove(value, around, step);
                }
            }
            Self::Insert(at, name, new) => match value.pointer_mut(pointer(file, at)) {
                Some(Value::Object(fields)) => {
                    fields.insert(name.clone(), new.clone());
                }
                Some(Value::Array(items)) => items.push(new.clone()),
                _ => {}
            },
        }
    }
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        (0_u8..9).prop_map(Value::from),
        any::<f64>().prop_map(|number| Number::from_f64(number).map_or(Value::Null, Value::from)),
        any::<String>().prop_map(Value::from),
        prop::sample::select(vec!["", "a", "L", "PA1.1", "SMS-1", "half-up", "sure"])
            .prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec((any_name(), inner), 0..4)
                .prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

fn any_name() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z_]{1,6}",
        prop::sample::select(vec!["id", "level", "text", "code", "outcomes", "format"])
            .prop_map(str::to_owned),
    ]
}

fn any_change() -> impl Strategy<Value = Change> {
    prop_oneof![
        (any::<Index>(), any_json()).prop_map(|(at, new)| Change::Replace(at, new)),
        any::<Index>().prop_map(Change::Remove),
        (any::<Index>(), any_name(), any_json())
            .prop_map(|(at, name, new)| Change::Insert(at, name, new)),
    ]
}

fn any_file() -> impl Strategy<Value = &'static ModelFile> {
    (0..FILES.len()).prop_map(|index| &SHIPPED[index])
}

fn some_places() -> impl Strategy<Value = Vec<Index>> {
    prop::collection::vec(any::<Index>(), 1..6)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(8), failure_persistence: None, ..ProptestConfig::default() })]

    /// Nothing panics; an error is told or the file is there; every place that is told is in the file.
    #[test]
    fn any_change_is_read_or_told(
        file in any_file(),
        changes in prop::collection::vec(any_change(), 1..5),
    ) {
        let mut value = file.value.clone();
        for change in &changes {
            change.make(file, &mut value);
        }
        let text = value.to_string();
        let given = SHIPPED.iter().map(|other| {
            let text = if other.name == file.name { &text } else { &other.text };
            (other.name.clone(), text.clone())
        });
        let library = Library::read(&given.collect::<Vec<_>>());
        for shelf in library.shelves.iter().filter(|shelf| shelf.file == file.name) {
            let errors = shelf.problems.iter().filter(|found| found.severity == Severity::Error);
            prop_assert_eq!(shelf.document.is_some(), errors.count() == 0);
            for problem in &shelf.problems {
                let pointer = pointer_of(&problem.place);
                prop_assert!(value.pointer(&pointer).is_some(), "{}", problem);
            }
        }
    }

    /// Each value has one kind: another one is told where it stands, however many there are.
    #[test]
    fn all_wrong_kinds_are_told_where_they_are(file in any_file(), choices in some_places()) {
        let chosen = chosen(file, &choices);
        let mut value = file.value.clone();
        for pointer in &chosen {
            let found = value.pointer_mut(pointer).expect("it is there");
            *found = if found.is_number() { json!("7") } else { json!(7) };
        }
        let found = read(&file.name, &value.to_string());
        for pointer in chosen {
            prop_assert!(is_told(&found, &place(pointer), "This should be "), "{} {:?}", pointer, found);
        }
    }

    /// Each other field is needed: a missing one is told at its object, however many there are.
    #[test]
    fn all_missing_fields_are_told_at_their_objects(file in any_file(), choices in some_places()) {
        let mut chosen = chosen(file, &choices);
        chosen.retain(|pointer| {
            let step = last_step(pointer).map_or("", |(_, step)| step);
            step.parse::<usize>().is_err() && !SPARE.contains(&step)
        });
        let mut value = file.value.clone();
        for (around, step) in chosen.iter().filter_map(|pointer| last_step(pointer)) {
            remove(&mut value, around, step);
        }
        let found = read(&file.name, &value.to_string());
        for (around, step) in chosen.iter().filter_map(|pointer| last_step(pointer)) {
            let text = format!("The field {step} is missing here.");
            prop_assert!(is_told(&found, &place(around), &text), "{} {} {:?}", around, step, found);
        }
    }

    /// No object takes a field that nobody knows, and the field itself is the place.
    #[test]
    fn all_unknown_fields_are_told(file in any_file(), choices in some_places()) {
        let objects = choices.iter().map(|choice| pointer(file, choice));
        let objects: Vec<&str> = objects
            .filter(|pointer| file.value.pointer(pointer).is_some_and(Value::is_object))
            .collect();
        let mut value = file.value.clone();
        for pointer in &objects {
            value.pointer_mut(pointer).expect("it is there")["lewel"] = json!(1);
        }
        let found = read(&file.name, &value.to_string());
        for pointer in objects {
            let place = place(&format!("{pointer}/lewel"));
            prop_assert!(is_told(&found, &place, "This field is not known: lewel."), "{}", place);
        }
    }
}

#[test]
fn the_shipped_files_are_read_in_full() {
    assert_eq!(SHIPPED.len(), FILES.len());
    for file in SHIPPED.iter() {
        let found = read(&file.name, &file.text);
        assert_eq!(found.problems, [], "{}", file.name);
        assert!(found.document.is_some(), "{}", file.name);
    }
    let mut files = SHIPPED.iter();
    let file = files.find(|file| file.name == "itsm.assessment.json");
    let file = file.expect("the assessment model is shipped");
    let assessment = read(&file.name, &file.text).document;
    let Some(Document::AssessmentModel(model)) = assessment else {
        panic!("the assessment model is read");
    };
    let guidance = model.generic_guidance.iter().map(|entry| &entry.guidance);
    let examples = guidance.filter(|guidance| guidance.example.is_some());
    let written = file.pointers.iter();
    let written = written.filter(|pointer| pointer.ends_with("/example"));
    assert_eq!(examples.count(), written.count());
}

/// Nesting without end is refused when the JSON is read, before it can exhaust the stack.
#[test]
fn deep_nesting_is_refused() {
    let text = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    let found = read("deep.json", &text);
    assert!(found.document.is_none());
    assert!(
        found.problems[0].text.contains("recursion limit"),
        "{}",
        found.problems[0].text.len()
    );
}
