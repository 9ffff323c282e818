//! Files that people drop or pick, folders with all that is in them.

use super::browser::file_text;
use crate::exchange::collection::{Collection, FileProblem};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DataTransfer, File, FileList, FileSystemDirectoryEntry, FileSystemEntry, FileSystemFileEntry,
};

/// More files than this are no portfolio.
const MOST_FILES: usize = 2000;

/// The files of a list.
pub fn listed(files: Option<FileList>) -> Vec<File> {
    let files = files.into_iter();
    files
        .flat_map(|files| (0..files.length()).filter_map(move |place| files.get(place)))
        .collect()
}

/// What was dropped. It must be asked for at once: it is gone when the event is over.
pub struct Dropped {
    entries: Vec<FileSystemEntry>,
    files: Vec<File>,
}

impl Dropped {
    pub fn of(transfer: &DataTransfer) -> Self {
        let items = transfer.items();
        let entry = |place| items.get(place)?.webkit_get_as_entry().ok().flatten();
        let entries: Vec<FileSystemEntry> = (0..items.length()).filter_map(entry).collect();
        // Where entries are not known, folders cannot be opened, and files can.
        let files = if entries.is_empty() {
            listed(transfer.files())
        } else {
            Vec::new()
        };
        Self { entries, files }
    }

    /// All files, those within folders too, and what could not be opened.
    pub async fn files(self) -> (Vec<File>, Vec<FileProblem>) {
        let (mut files, mut entries) = (self.files, self.entries);
        let mut problems = Vec::new();
        let mut lost = |file: String, text: &str| {
            problems.push(FileProblem {
                file,
                text: text.to_owned(),
            });
        };
        while let Some(entry) = entries.pop() {
            let name = entry.name();
            if files.len() >= MOST_FILES {
                lost(
                    name,
                    "There are too many files. This one and the rest were left out.",
                );
                break;
            }
            if entry.is_directory() {
                match inside(entry.unchecked_into()).await {
                    Some(found) => entries.extend(found),
                    None => lost(name, "This folder cannot be opened."),
                }
            } else {
                match file(entry.unchecked_into()).await {
                    Some(found) => files.push(found),
                    None => lost(name, "This file cannot be opened."),
                }
            }
        }
        (files, problems)
    }
}

/// Reads assessment files and backups; other files than those with such an ending are passed over where they came in a folder.
pub async fn collect(files: Vec<File>) -> Collection {
    let mut collection = Collection::default();
    let several = files.len() > 1;
    for file in files {
        let name = file.name();
        if several && !name.ends_with(".json") && !name.ends_with(".jsonl") {
            continue;
        }
        match file_text(&file).await {
            Ok(text) => collection.add(&name, &text),
            Err(message) => collection.problem(&name, message),
        }
    }
    collection
}

/// What is in a folder; none where it cannot be read. It comes in portions, the last of which is empty.
async fn inside(folder: FileSystemDirectoryEntry) -> Option<Vec<FileSystemEntry>> {
    let reader = folder.create_reader();
    let mut all = Vec::new();
    loop {
        let portion =
            later(|found, lost| reader.read_entries_with_callback_and_callback(found, lost));
        let portion = js_sys::Array::from(&portion.await?);
        if portion.length() == 0 {
            return Some(all);
        }
        all.extend(
            portion
                .iter()
                .map(JsCast::unchecked_into::<FileSystemEntry>),
        );
    }
}

async fn file(entry: FileSystemFileEntry) -> Option<File> {
    let found = later(|found, lost| {
        entry.file_with_callback_and_callback(found, lost);
        Ok(())
    });
    Some(found.await?.unchecked_into())
}

/// Waits for what is called back. None where it failed.
async fn later(
    ask: impl FnOnce(&js_sys::Function, &js_sys::Function) -> Result<(), JsValue>,
) -> Option<JsValue> {
    let mut ask = Some(ask);
    let mut asking = |found: js_sys::Function, lost: js_sys::Function| {
        if let Some(ask) = ask.take()
            && let Err(error) = ask(&found, &lost)
        {
            let _ = lost.call1(&JsValue::NULL, &error); // a promise can always be rejected
        }
    };
    JsFuture::from(js_sys::Promise::new(&mut asking)).await.ok()
}
