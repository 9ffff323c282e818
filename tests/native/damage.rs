//! Small model files of each kind, damaged at random: nothing panics, and what cannot be used is told with its place.
//!
//! `PROPTEST_CASES=1000000 cargo test --release --test native damage::` tries more.

use crate::support::damage::{Scratch, any_mistake, any_scratch};
use crate::support::files::{ModelFile, small_files};
use crate::support::{any_version, cases};
use plumbline::reference::document::read;
use plumbline::reference::library::{Library, Shelf};
use plumbline::reference::problem::Severity;
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::Value;
use std::collections::BTreeSet;
use std::sync::LazyLock;

static SMALL: LazyLock<Vec<ModelFile>> = LazyLock::new(small_files);

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

fn any_mishap() -> impl Strategy<Value = Mishap> {
    let at = any::<Index>;
    prop_oneof![
        at().prop_map(Mishap::Lose),
        at().prop_map(Mishap::Double),
        (at(), at()).prop_map(|(one, other)| Mishap::Mistake(one, other)),
        (at(), at()).prop_map(|(one, other)| Mishap::Swap(one, other)),
    ]
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
            mistake.make(&SMALL, index, &mut values[index]);
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
