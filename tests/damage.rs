//! Small model files of each kind, damaged at random: nothing panics, and what cannot be used is told with its place.
//!
//! `PROPTEST_CASES=1000000 cargo test --release --test damage` tries more.
#![cfg(not(target_arch = "wasm32"))]

mod support;

use plumbline::reference::document::read;
use plumbline::reference::library::{Library, Shelf};
use plumbline::reference::problem::Severity;
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::Value;
use std::collections::BTreeSet;
use std::sync::LazyLock;
use support::files::{ModelFile, last_step, remove, small_files};
use support::{any_version, cases};

static SMALL: LazyLock<Vec<ModelFile>> = LazyLock::new(small_files);

/// One damage to the text of a file, whose lines hold one field or item each.
#[derive(Clone, Debug)]
enum Scratch {
    /// The text breaks off.
    Cut(Index),
    /// One byte is another one.
    Byte(Index, u8),
    /// Bytes come in between.
    Bytes(Index, Vec<u8>),
    Drop(Index),
    /// The line stands twice: a field that is there twice, or an item.
    Double(Index),
    Swap(Index, Index),
    /// The field of the line has another name.
    Rename(Index, String),
    /// What follows the name of the field is something else.
    Put(Index, String),
}

/// One damage to the values of a file, which stays JSON.
#[derive(Clone, Debug)]
enum Mistake {
    Remove(Index),
    /// A value stands where another one was, perhaps out of another file.
    Copy(Index, Index, Index),
    Swap(Index, Index),
    Double(Index),
    Rename(Index, String),
    Replace(Index, Value),
}

/// What can go wrong with the files as a whole.
#[derive(Clone, Debug)]
enum Mishap {
    Lose(Index),
    /// The file is there twice.
    Double(Index),
    /// The text of one file stands under the name of another.
    Mistake(Index, Index),
    Swap(Index, Index),
}

/// Numbers that no file needs, texts that are not words, nests.
fn any_token() -> impl Strategy<Value = String> {
    let nest = |depth: usize| {
        let (open, close) = ("[".repeat(depth), "]".repeat(depth));
        let objects = format!("{}1{}", "{\"id\":".repeat(depth), "}".repeat(depth));
        [format!("{open}{close}"), open, objects]
    };
    let nests = [nest(3), nest(100), nest(127), nest(128), nest(5000)].concat();
    let numbers = [
        "-1",
        "-0",
        "0.1",
        "1e2",
        "256",
        "4294967296",
        "18446744073709551616",
        "99999999999999999999999999999999999999999999",
        "1e308",
        "1e309",
        "-1e999999999",
        "1e-999999999",
        "NaN",
        "Infinity",
        "0x10",
        "007",
    ];
    let texts = [
        r#""""#,
        r#"" ""#,
        r#""\u0000""#,
        r#""\ud800""#,
        r#""\u202e""#,
        r#""all""#,
        r#""tea-assessment""#,
        r#""tea-and-milk-assessment""#,
        r#""tea-and-milk-processes""#,
        r#""tea-levels:T2.a""#,
        r#""WATER""#,
        r#""<script>alert(1)</script>""#,
        r#""<img src=x onerror=alert(1)>""#,
        r#""]]>&amp;&#0;<!--""#,
        r#""{{7*7}}${7*7}%s%n""#,
        r#""../../etc/hosts""#,
        "null",
        "true",
        "[]",
        "{}",
        "[null]",
    ];
    let tokens = numbers.iter().chain(&texts).map(|text| (*text).to_owned());
    prop_oneof![
        prop::sample::select(tokens.chain(nests).collect::<Vec<_>>()),
        any::<String>().prop_map(|text| Value::from(text).to_string()),
        any::<f64>().prop_map(|number| number.to_string()),
    ]
}

fn any_name() -> impl Strategy<Value = String> {
    let known = ["id", "level", "text", "glossary", "builds_on", "format", ""];
    let odd = ["a.b", "a[0]", "/", "~1", "\"", "<b>", "__proto__", "0"];
    prop_oneof![
        prop::sample::select([known.as_slice(), odd.as_slice()].concat()).prop_map(str::to_owned),
        any::<String>(),
    ]
}

fn any_scratch() -> impl Strategy<Value = Scratch> {
    let at = any::<Index>;
    prop_oneof![
        1 => at().prop_map(Scratch::Cut),
        2 => (at(), any::<u8>()).prop_map(|(at, byte)| Scratch::Byte(at, byte)),
        1 => (at(), prop::collection::vec(any::<u8>(), 1..9)).prop_map(|(at, bytes)| Scratch::Bytes(at, bytes)),
        2 => at().prop_map(Scratch::Drop),
        2 => at().prop_map(Scratch::Double),
        2 => (at(), at()).prop_map(|(one, other)| Scratch::Swap(one, other)),
        2 => (at(), any_name()).prop_map(|(at, name)| Scratch::Rename(at, name)),
        4 => (at(), any_token()).prop_map(|(at, token)| Scratch::Put(at, token)),
    ]
}

fn any_mistake() -> impl Strategy<Value = Mistake> {
    let at = any::<Index>;
    let leaf = any_token().prop_map(|token| serde_json::from_str(&token).unwrap_or(Value::Null));
    prop_oneof![
        at().prop_map(Mistake::Remove),
        (at(), at(), at()).prop_map(|(to, file, from)| Mistake::Copy(to, file, from)),
        (at(), at()).prop_map(|(one, other)| Mistake::Swap(one, other)),
        at().prop_map(Mistake::Double),
        (at(), any_name()).prop_map(|(at, name)| Mistake::Rename(at, name)),
        (at(), leaf).prop_map(|(at, new)| Mistake::Replace(at, new)),
    ]
}

fn any_mishap() -> impl Strategy<Value = Mishap> {
    let at = any::<Index>;
    prop_oneof![
        at().prop_map(Mishap::Lose),
        at().prop_map(Mishap::Double),
        (at(), at()).prop_map(|(one, other)| Mishap::Mistake(one, other)),
        (at(), at()).prop_map(|(one, other)| Mishap::Swap(one, other)),
    ]
}

impl Scratch {
    fn make(&self, text: &str) -> String {
        let mut bytes = text.as_bytes().to_vec();
        if bytes.is_empty() {
            return String::new();
        }
        match self {
            Self::Cut(at) => bytes.truncate(at.index(bytes.len())),
            Self::Byte(at, new) => *at.get_mut(&mut bytes) = *new,
            Self::Bytes(at, new) => {
                let at = at.index(bytes.len());
                bytes.splice(at..at, new.iter().copied());
            }
            Self::Drop(_) | Self::Double(_) | Self::Swap(..) | Self::Rename(..) | Self::Put(..) => {
                return self.make_in_lines(text);
            }
        }
        String::from_utf8_lossy(&bytes).into_owned()
    }

    fn make_in_lines(&self, text: &str) -> String {
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        let count = lines.len();
        match self {
            Self::Drop(at) => {
                lines.remove(at.index(count));
            }
            Self::Double(at) => lines.insert(at.index(count), at.get(&lines).clone()),
            Self::Swap(one, other) => lines.swap(one.index(count), other.index(count)),
            Self::Rename(at, name) => {
                let line = at.get_mut(&mut lines);
                if let Some((_, value)) = line.split_once("\": ") {
                    *line = format!("{}: {value}", Value::from(name.as_str()));
                }
            }
            Self::Put(at, token) => {
                let line = at.get_mut(&mut lines);
                let comma = if line.ends_with(',') { "," } else { "" };
                let name = line.split_once(": ").map_or("", |(name, _)| name);
                let colon = if name.is_empty() { "" } else { ": " };
                *line = format!("{name}{colon}{token}{comma}");
            }
            Self::Cut(_) | Self::Byte(..) | Self::Bytes(..) => {}
        }
        lines.join("\n")
    }
}

impl Mistake {
    /// Makes the mistake, where what is meant is still there.
    fn make(&self, file: &ModelFile, value: &mut Value) {
        let pointer = |at: &Index| file.pointers[at.index(file.pointers.len())].as_str();
        match self {
            Self::Remove(at) => {
                if let Some((around, step)) = last_step(pointer(at)) {
                    remove(value, around, step);
                }
            }
            Self::Copy(to, other, from) => {
                let other = other.get(&SMALL);
                let from: &String = from.get(&other.pointers);
                let new = other.value.pointer(from).cloned();
                put(value, pointer(to), new);
            }
            Self::Swap(one, other) => {
                let found = [one, other].map(|at| value.pointer(pointer(at)).cloned());
                let [first, second] = found;
                put(value, pointer(one), second);
                put(value, pointer(other), first);
            }
            Self::Double(at) => {
                let Some((around, step)) = last_step(pointer(at)) else {
                    return;
                };
                if let (Some(Value::Array(items)), Ok(index)) =
                    (value.pointer_mut(around), step.parse::<usize>())
                    && let Some(item) = items.get(index).cloned()
                {
                    items.push(item);
                }
            }
            Self::Rename(at, name) => {
                let Some((around, step)) = last_step(pointer(at)) else {
                    return;
                };
                if let Some(Value::Object(fields)) = value.pointer_mut(around)
                    && let Some(found) = fields.remove(step)
                {
                    fields.insert(name.clone(), found);
                }
            }
            Self::Replace(at, new) => put(value, pointer(at), Some(new.clone())),
        }
    }
}

fn put(value: &mut Value, pointer: &str, new: Option<Value>) {
    if let (Some(found), Some(new)) = (value.pointer_mut(pointer), new) {
        *found = new;
    }
}

impl Mishap {
    fn make(&self, files: &mut Vec<(String, String)>) {
        let count = files.len();
        match self {
            Self::Lose(at) => {
                files.remove(at.index(count));
            }
            Self::Double(at) => {
                let (name, text) = at.get(files).clone();
                files.push((format!("copy of {name}"), text));
            }
            Self::Mistake(one, other) => files[one.index(count)].1 = other.get(files).1.clone(),
            Self::Swap(one, other) => files.swap(one.index(count), other.index(count)),
        }
    }
}

/// All places of a value, as problems tell them.
fn places(value: &Value, place: String, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            for (name, inner) in fields {
                let dot = if place.is_empty() { "" } else { "." };
                places(inner, format!("{place}{dot}{name}"), found);
            }
        }
        Value::Array(items) => {
            for (index, inner) in items.iter().enumerate() {
                places(inner, format!("{place}[{index}]"), found);
            }
        }
        _ => {}
    }
    found.insert(place);
}

/// A file can be used, or an error says why not; and every problem says something, of a place that is in the file.
fn check_shelf(shelf: &Shelf, text: &str) -> Result<(), TestCaseError> {
    let errors = shelf.problems.iter();
    let errors = errors.filter(|found| found.severity == Severity::Error);
    prop_assert_eq!(shelf.document.is_none(), errors.count() > 0);
    if let Some(document) = &shelf.document {
        prop_assert!(!document.counts().is_empty());
    }
    if shelf.problems.is_empty() {
        return Ok(());
    }
    let mut known = BTreeSet::new();
    let value = serde_json::from_str::<Value>(text);
    if let Ok(value) = &value {
        places(value, String::new(), &mut known);
    }
    for problem in &shelf.problems {
        prop_assert!(!problem.text.is_empty());
        prop_assert_eq!(&problem.file, &shelf.file);
        if value.is_ok() {
            prop_assert!(known.contains(&problem.place), "{}", problem);
        } else {
            prop_assert!(
                problem.text.starts_with("This cannot be read: "),
                "{}",
                problem
            );
        }
    }
    Ok(())
}

/// Reads all files, of which some are damaged; what can be used must fit together.
fn check_files(files: &[(String, String)]) -> Result<(), TestCaseError> {
    let library = Library::read(files);
    prop_assert_eq!(library.shelves.len(), files.len());
    for (shelf, (_, text)) in library.shelves.iter().zip(files) {
        check_shelf(shelf, text)?;
    }
    for model in library.assessment_models() {
        for framework in &model.frameworks {
            let joined = library.model(
                &any_version(model.header.id.as_str()),
                &any_version(framework.as_str()),
            );
            prop_assert!(joined.is_ok(), "{:?}", joined.err());
        }
    }
    Ok(())
}

fn small() -> Vec<(String, String)> {
    let files = SMALL.iter();
    files
        .map(|file| (file.name.clone(), file.text.clone()))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(96), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn arbitrary_bytes_are_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let text = String::from_utf8_lossy(&bytes);
        let found = read("bytes.json", &text);
        prop_assert!(found.document.is_none());
        prop_assert!(found.problems.iter().all(|problem| !problem.text.is_empty()));
        prop_assert!(!found.problems.is_empty());
    }

    #[test]
    fn a_file_that_breaks_off_is_refused(file in any::<Index>(), at in any::<Index>()) {
        let file = file.get(&SMALL);
        let text = file.text.trim_end();
        let cut = Scratch::Cut(at).make(text);
        let found = read(&file.name, &cut);
        prop_assert!(found.document.is_none());
        prop_assert_eq!(found.problems.len(), 1);
        prop_assert!(found.problems[0].text.starts_with("This cannot be read: EOF"), "{}", found.problems[0]);
    }

    #[test]
    fn scratched_files_are_read_or_told(
        scratches in prop::collection::vec((any::<Index>(), any_scratch()), 1..5),
    ) {
        let mut files = small();
        for (file, scratch) in &scratches {
            let (_, text) = file.get_mut(&mut files);
            *text = scratch.make(text);
        }
        check_files(&files)?;
    }

    #[test]
    fn mistaken_values_are_read_or_told(
        mistakes in prop::collection::vec((any::<Index>(), any_mistake()), 1..5),
    ) {
        let mut values: Vec<Value> = SMALL.iter().map(|file| file.value.clone()).collect();
        for (file, mistake) in &mistakes {
            let index = file.index(SMALL.len());
            mistake.make(&SMALL[index], &mut values[index]);
        }
        let files = SMALL.iter().zip(values).map(|(file, value)| (file.name.clone(), value.to_string()));
        check_files(&files.collect::<Vec<_>>())?;
    }

    #[test]
    fn files_that_are_lost_or_mixed_up_are_told(
        mishaps in prop::collection::vec(any_mishap(), 1..4),
        mistakes in prop::collection::vec((any::<Index>(), any_scratch()), 0..2),
    ) {
        let mut files = small();
        for mishap in &mishaps {
            mishap.make(&mut files);
        }
        for (file, scratch) in &mistakes {
            let (_, text) = file.get_mut(&mut files);
            *text = scratch.make(text);
        }
        check_files(&files)?;
    }
}

/// What the damages start from.
#[test]
fn the_small_files_are_sound() {
    let library = Library::read(&small());
    let problems: Vec<String> = library.problems().map(ToString::to_string).collect();
    assert_eq!(problems, [""; 0]);
    let joined = library.model(
        &any_version("tea-and-milk-assessment"),
        &any_version("tea-levels"),
    );
    let processes = joined.expect("they fit together").reference.processes.len();
    assert_eq!(processes, 2, "one of its own, one taken over");
}
