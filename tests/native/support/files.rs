//! Model files for tests that change them: their values, and the places in them.

use super::root;
use serde_json::Value;
use std::path::PathBuf;

/// A model file.
pub struct ModelFile {
    pub name: String,
    pub text: String,
    pub value: Value,
    /// JSON pointers of all values in it, in the order of the file; first the whole.
    pub pointers: Vec<String>,
}

impl std::fmt::Debug for ModelFile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.name)
    }
}

impl ModelFile {
    pub fn new(name: String, text: String) -> Self {
        let value = serde_json::from_str(&text).expect("a model file is JSON");
        let mut pointers = Vec::new();
        collect(&value, String::new(), &mut pointers);
        Self {
            name,
            text,
            value,
            pointers,
        }
    }
}

/// The JSON files of a folder, as name and text, in the order of their names.
pub fn json_files(folder: &str) -> Vec<(String, String)> {
    let folder = root().join(folder).read_dir().expect("the folder is there");
    let paths = folder.map(|entry| entry.expect("the folder can be listed").path());
    let mut paths: Vec<PathBuf> = paths
        .filter(|path| path.extension().is_some_and(|found| found == "json"))
        .collect();
    paths.sort();
    let file = |path: &PathBuf| {
        let name = path.file_name().expect("a file").to_string_lossy();
        let text = std::fs::read_to_string(path).expect("a file can be read");
        (name.into_owned(), text)
    };
    paths.iter().map(file).collect()
}

/// Small sound files of each kind, two of which build on another one. Together they have every field that there is.
pub fn small_files() -> Vec<ModelFile> {
    let files = json_files("tests/fixtures/models").into_iter();
    files
        .map(|(name, text)| ModelFile::new(name, text))
        .collect()
}

fn collect(value: &Value, pointer: String, pointers: &mut Vec<String>) {
    pointers.push(pointer.clone());
    match value {
        Value::Object(fields) => {
            for (name, inner) in fields {
                collect(inner, format!("{pointer}/{name}"), pointers);
            }
        }
        Value::Array(items) => {
            for (index, inner) in items.iter().enumerate() {
                collect(inner, format!("{pointer}/{index}"), pointers);
            }
        }
        _ => {}
    }
}

/// `/processes/3/id` as problems tell it: `processes[3].id`.
pub fn place(pointer: &str) -> String {
    let steps = pointer.split('/').skip(1);
    let place = steps.fold(String::new(), |place, step| match step.parse::<usize>() {
        Ok(index) => format!("{place}[{index}]"),
        Err(_) if place.is_empty() => step.to_owned(),
        Err(_) => format!("{place}.{step}"),
    });
    assert_eq!(pointer_of(&place), pointer, "the way back");
    place
}

pub fn pointer_of(place: &str) -> String {
    if place.is_empty() {
        return String::new();
    }
    format!("/{}", place.replace(['.', '['], "/").replace(']', ""))
}

/// The field or item that a pointer ends with, and the pointer of what it is in.
pub fn last_step(pointer: &str) -> Option<(&str, &str)> {
    pointer.rsplit_once('/')
}

/// Takes a field or an item out, where it is there.
pub fn remove(value: &mut Value, around: &str, step: &str) {
    match value.pointer_mut(around) {
        Some(Value::Object(fields)) => {
            fields.remove(step);
        }
        Some(Value::Array(items)) => {
            let index = step.parse().ok();
            if let Some(index) = index.filter(|index| *index < items.len()) {
                items.remove(index);
            }
        }
        _ => {}
    }
}
