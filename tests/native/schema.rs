//! The schemas of the model files say the same as the reader about form, so that an editor's word can be trusted.
//!
//! One thing a schema cannot say: to it, 1.0 is a whole number.

use crate::support::files::{ModelFile, json_files, last_step, place, remove, small_files};
use crate::support::{model_files, root};
use jsonschema::Validator;
use plumbline::reference::document::read;
use plumbline::reference::library::Library;
use plumbline::reference::problem::{Problem, Severity};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// The kinds of file: how their names end, and the names of their schemas.
const KINDS: [(&str, &str); 4] = [
    (".framework.json", "framework.schema.json"),
    (".reference.json", "reference-model.schema.json"),
    (".assessment.json", "assessment-model.schema.json"),
    (".crosswalk.json", "crosswalk.schema.json"),
];

/// What a value is replaced by, one after the other. Each is wrong at most places.
fn replacements() -> [Value; 13] {
    [
        json!(null),
        json!(true),
        json!(7),
        json!(-1),
        json!(0.5),
        json!(255),
        json!(256),
        json!(5_000_000_000_u64),
        json!(""),
        json!("ab"),
        json!("7"),
        json!([]),
        json!({}),
    ]
}

struct Schema {
    name: &'static str,
    value: Value,
    validator: Validator,
}

static SCHEMAS: LazyLock<Vec<Schema>> = LazyLock::new(|| {
    let schema = |(_, name): &(&str, &'static str)| {
        let path = root().join("models/schema").join(name);
        let text = std::fs::read_to_string(path).expect("a schema can be read");
        let value: Value = serde_json::from_str(&text).expect("a schema is JSON");
        let validator = jsonschema::draft202012::new(&value).expect("a sound schema");
        Schema {
            name,
            value,
            validator,
        }
    };
    KINDS.iter().map(schema).collect()
});

static SMALL: LazyLock<Vec<ModelFile>> = LazyLock::new(small_files);

impl Schema {
    /// The schema of a file, by the end of its name, as an editor finds it.
    fn of(file: &str) -> &'static Self {
        let kind = KINDS.iter().position(|(end, _)| file.ends_with(end));
        &SCHEMAS[kind.unwrap_or_else(|| panic!("{file} is of no kind"))]
    }

    /// What it says of the value that a pointer leads to, and the name of the definition where it has one.
    fn part(&self, pointer: &str) -> (&Value, Option<&str>) {
        let steps = pointer.split('/').skip(1);
        steps.fold((&self.value, None), |(part, _), step| {
            let inner = match step.parse::<usize>() {
                Ok(_) => &part["items"],
                Err(_) => &part["properties"][step],
            };
            let name = inner["$ref"].as_str();
            let name = name.and_then(|path| path.strip_prefix("#/$defs/"));
            let part = name.map_or(inner, |name| &self.value["$defs"][name]);
            assert!(part.is_object(), "{} at {pointer}", self.name);
            (part, name)
        })
    }
}

/// Calls a visitor for each value of each small file, with the schema and the pointer.
fn everywhere(mut visit: impl FnMut(&ModelFile, &'static Schema, &str)) {
    for file in SMALL.iter() {
        let schema = Schema::of(&file.name);
        for pointer in &file.pointers {
            visit(file, schema, pointer);
        }
    }
}

fn errors(problems: &[Problem]) -> impl Iterator<Item = &Problem> {
    problems
        .iter()
        .filter(|problem| problem.severity == Severity::Error)
}

/// What the reader says against the form of a file at one place.
fn told(file: &str, value: &Value, place: &str) -> Vec<String> {
    let found = read(file, &value.to_string());
    let here = errors(&found.problems).filter(|problem| problem.place == place);
    here.map(|problem| problem.text.clone()).collect()
}

/// The names at the end of "…Known here: a, b."
fn known_here(text: &str) -> Option<BTreeSet<&str>> {
    let (_, names) = text.split_once("Known here: ")?;
    Some(names.strip_suffix('.')?.split(", ").collect())
}

fn texts(list: &Value) -> BTreeSet<&str> {
    let items = list.as_array().into_iter().flatten();
    items.filter_map(Value::as_str).collect()
}

#[test]
fn every_model_file_fits_its_schema() {
    let mut files = model_files();
    files.retain(|(name, _)| name != "catalogue.json");
    for folder in ["models/examples", "tests/fixtures/models"] {
        files.extend(json_files(folder));
    }
    assert!(files.len() > 20, "only {} files found", files.len());
    let mut told = Vec::new();
    for (name, text) in &files {
        let value: Value = serde_json::from_str(text).expect("JSON");
        let errors = Schema::of(name).validator.iter_errors(&value);
        told.extend(errors.map(|error| format!("{name}: {}: {error}", error.instance_path())));
    }
    assert_eq!(told, [""; 0]);
}

/// Nothing of a schema is left out below: each object and each field of it is in one of the small files.
#[test]
fn the_small_files_have_every_field() {
    let mut seen: BTreeSet<(&str, String)> = BTreeSet::new();
    everywhere(|_, schema, pointer| {
        let Some((around, field)) = last_step(pointer) else {
            return;
        };
        let (_, object) = schema.part(around);
        seen.insert((schema.name, format!("{}.{field}", object.unwrap_or(""))));
    });
    for schema in SCHEMAS.iter() {
        let definitions = schema.value["$defs"].as_object().expect("definitions");
        let definitions = definitions.iter().map(|(name, part)| (name.as_str(), part));
        for (name, part) in definitions.chain([("", &schema.value)]) {
            let fields = part["properties"].as_object().into_iter().flatten();
            for (field, _) in fields {
                let field = format!("{name}.{field}");
                assert!(
                    seen.contains(&(schema.name, field.clone())),
                    "{}: {field}",
                    schema.name
                );
            }
        }
    }
}

#[test]
fn each_field_is_described_in_a_line() {
    fn check(part: &Value, path: &str, silent: &mut Vec<String>) {
        if let Some(fields) = part["properties"].as_object() {
            assert_eq!(part["additionalProperties"], json!(false), "{path}");
            for (name, field) in fields {
                let said = field["description"].as_str().unwrap_or_default();
                if said.is_empty() || said.len() > 130 || !said.ends_with('.') {
                    silent.push(format!("{path}.{name}: {said}"));
                }
            }
        }
        match part {
            Value::Object(inner) => {
                for (name, part) in inner {
                    check(part, &format!("{path}.{name}"), silent);
                }
            }
            Value::Array(inner) => inner.iter().for_each(|part| check(part, path, silent)),
            _ => {}
        }
    }
    for schema in SCHEMAS.iter() {
        let mut silent = Vec::new();
        check(&schema.value, "", &mut silent);
        assert_eq!(silent, [""; 0], "{}", schema.name);
    }
}

/// Each schema is whole in itself; what all kinds have is the same in all.
#[test]
fn what_all_kinds_have_is_the_same_in_all() {
    let first = &SCHEMAS[0].value["$defs"];
    for schema in SCHEMAS.iter() {
        let found = &schema.value["$defs"];
        assert_eq!(found["header"], first["header"], "{}", schema.name);
        if found.get("confidence").is_some() {
            assert_eq!(found["confidence"], first["confidence"], "{}", schema.name);
        }
    }
}

/// A field more is refused by both, and both know the same fields.
#[test]
fn the_schema_knows_the_fields_of_the_reader() {
    everywhere(|file, schema, pointer| {
        if !file.value.pointer(pointer).is_some_and(Value::is_object) {
            return;
        }
        let mut value = file.value.clone();
        value.pointer_mut(pointer).expect("it is there")["lewel"] = json!(1);
        assert!(!schema.validator.is_valid(&value), "{file:?} {pointer}");
        let told = told(&file.name, &value, &place(&format!("{pointer}/lewel")));
        let known = told.iter().find_map(|text| known_here(text));
        let mut known = known.expect("the reader tells the fields that it knows");
        if pointer.is_empty() {
            known.extend(["format", "format_version"]);
        }
        let (part, _) = schema.part(pointer);
        let fields = part["properties"].as_object().expect("an object");
        let fields: BTreeSet<&str> = fields.keys().map(String::as_str).collect();
        assert_eq!(fields, known, "{file:?} {pointer}");
    });
}

#[test]
fn the_schema_needs_the_fields_that_the_reader_needs() {
    let mut needed = 0;
    let mut spare = BTreeSet::new();
    everywhere(|file, schema, pointer| {
        let Some((around, field)) = last_step(pointer) else {
            return;
        };
        if field.parse::<usize>().is_ok() {
            return;
        }
        let mut value = file.value.clone();
        remove(&mut value, around, field);
        let missing = format!("The field {field} is missing here.");
        let told = told(&file.name, &value, &place(around)).contains(&missing);
        let refused = !schema.validator.is_valid(&value);
        assert_eq!(refused, told, "{file:?} {pointer}");
        if refused {
            needed += 1;
        } else {
            spare.insert(field.to_owned());
        }
    });
    assert!(needed > 300, "{needed}");
    let spare: Vec<&str> = spare.iter().map(String::as_str).collect();
    assert_eq!(
        spare,
        [
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
            "without_evidence"
        ]
    );
}

/// Where the reader knows a few names only, the schema lists the same ones.
#[test]
fn the_schema_knows_the_names_of_the_reader() {
    let mut lists = BTreeSet::new();
    everywhere(|file, schema, pointer| {
        if !file.value.pointer(pointer).is_some_and(Value::is_string) {
            return;
        }
        let mut value = file.value.clone();
        *value.pointer_mut(pointer).expect("it is there") = json!("lewel");
        let told = told(&file.name, &value, &place(pointer));
        let known = told.iter().find_map(|text| known_here(text));
        let listed = &schema.part(pointer).0["enum"];
        assert_eq!(known.unwrap_or_default(), texts(listed), "{pointer}");
        if listed.is_array() {
            lists.insert(listed.to_string());
        }
    });
    assert_eq!(lists.len(), 11, "{lists:?}");
}

/// Whatever the reader says against the form, the schema refuses. What the schema refuses is an error for the checks
/// too: it never asks for more.
#[test]
fn the_schema_refuses_the_kinds_that_the_reader_refuses() {
    let mut refused_by_both = 0;
    let mut seen = BTreeSet::new();
    let sound: Vec<(String, String)> = SMALL
        .iter()
        .map(|file| (file.name.clone(), file.text.clone()))
        .collect();
    everywhere(|file, schema, pointer| {
        let steps = pointer
            .split('/')
            .map(|step| step.trim_matches(char::is_numeric));
        if !seen.insert((schema.name, steps.collect::<Vec<_>>().join("/"))) {
            return; // One item of a list stands for all.
        }
        for replacement in replacements() {
            let mut value = file.value.clone();
            *value.pointer_mut(pointer).expect("it is there") = replacement.clone();
            let refused = !schema.validator.is_valid(&value);
            let told = told(&file.name, &value, &place(pointer));
            let said = told.iter().any(|text| {
                text.starts_with("This should be ") || text.starts_with("This is not known: ")
            });
            assert!(
                refused || !said,
                "{file:?} {pointer} {replacement} {told:?}"
            );
            if refused && !said {
                let mut files = sound.clone();
                let place = files.iter().position(|(name, _)| *name == file.name);
                files[place.expect("it is there")].1 = value.to_string();
                let library = Library::read(&files);
                let shelf = library.shelves.iter().find(|shelf| shelf.file == file.name);
                let found = errors(&shelf.expect("it is there").problems).count();
                assert!(found > 0, "{file:?} {pointer} {replacement}");
            }
            refused_by_both += usize::from(refused);
        }
    });
    assert!(refused_by_both > 1000, "{refused_by_both}");
}
