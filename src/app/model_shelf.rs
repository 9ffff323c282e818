//! Models that people bring: opened as a draft, kept, tried, handed out, taken away.

use super::browser::download_text;
use super::library::{File, OWN};
use super::route::Route;
use super::shell::go;
use super::starter::{Start, start};
use super::workspace::{Action, Notice, Workspace};
use crate::domain::assessment_model::AssessmentModel;
use crate::domain::header::Header;
use crate::exchange::model_csv;
use crate::reference::document::Document;
use crate::reference::library::{Library, Shelf};
use crate::reference::problem::Severity;
use crate::storage::own_models;
use leptos::prelude::*;
use std::sync::Arc;

/// A model that was opened and is not kept yet.
#[derive(Clone)]
pub struct Draft {
    /// Of the file that was picked.
    pub name: String,
    pub files: Vec<DraftFile>,
    pub problems: Vec<DraftProblem>,
    /// Says that there are more problems than are shown.
    pub more: Option<String>,
}

/// One model file of a draft. A spreadsheet makes two.
#[derive(Clone)]
pub struct DraftFile {
    pub name: String,
    pub text: String,
    pub counts: String,
    document: Option<Document>,
}

/// A problem with its file and place.
#[derive(Clone)]
pub struct DraftProblem {
    pub severity: Severity,
    pub text: String,
}

/// Stands before the names of opened files: one may be called as a kept one is.
pub const OPENED: &str = "opened/";

/// Browsers give a page room for some five million characters.
const MOST_BYTES: usize = 4_000_000;

/// More than this many problems are told by their number.
const MOST_PROBLEMS: usize = 200;

impl Draft {
    /// Whether nothing keeps it from being used.
    pub fn usable(&self) -> bool {
        let has_error = self
            .problems
            .iter()
            .any(|problem| problem.severity == Severity::Error);
        !has_error
            && !self.files.is_empty()
            && self.files.iter().all(|file| file.document.is_some())
    }

    pub fn assessment_model(&self) -> Option<&Arc<AssessmentModel>> {
        self.files.iter().find_map(|file| match &file.document {
            Some(Document::AssessmentModel(model)) => Some(model),
            _ => None,
        })
    }
}

/// Reads a file that was picked, together with all models that are here, and tells its problems.
pub fn draft(workspace: Workspace, name: &str, text: &str) -> Draft {
    let mut draft = Draft {
        name: name.to_owned(),
        files: Vec::new(),
        problems: Vec::new(),
        more: None,
    };
    if text.len() > MOST_BYTES {
        draft.problems.push(DraftProblem {
            severity: Severity::Error,
            text: format!(
                "{name} has {} MB. A model may have up to {} MB: the browser keeps no more.",
                text.len() / 1_000_000,
                MOST_BYTES / 1_000_000
            ),
        });
        return draft;
    }
    let is_table = !text
        .trim_start_matches('\u{feff}')
        .trim_start()
        .starts_with(['{', '[']);
    let drawn = is_table.then(|| model_csv::read(text));
    let (files, drawn): (Vec<File>, _) = match drawn {
        None => (vec![(name.to_owned(), text.to_owned())], None),
        Some(Ok(drawn)) => (drawn.files.clone(), Some(drawn)),
        Some(Err(message)) => {
            draft.problems.push(DraftProblem {
                severity: Severity::Error,
                text: format!("{name}: {message}"),
            });
            return draft;
        }
    };
    for row in drawn.iter().flat_map(|drawn| &drawn.problems) {
        draft.problems.push(DraftProblem {
            severity: Severity::Error,
            text: format!("Line {}: {}", row.line, row.text),
        });
    }
    let files: Vec<File> = files
        .into_iter()
        .map(|(name, text)| (format!("{OPENED}{name}"), text))
        .collect();
    let library = Library::read(&all_files(workspace, &files));
    for (name, text) in files {
        let Some(shelf) = library.shelves.iter().find(|shelf| shelf.file == name) else {
            continue;
        };
        let place = |place: &str| drawn.as_ref().and_then(|drawn| drawn.line_of(place));
        for problem in &shelf.problems {
            // It is among them, and its own errors are told.
            if drawn.is_some() && problem.place == "reference_model" {
                continue;
            }
            let text = match place(&problem.place) {
                Some(line) => format!("Line {line}: {}", problem.text),
                None => problem.to_string().replace(OPENED, ""),
            };
            draft.problems.push(DraftProblem {
                severity: problem.severity,
                text,
            });
        }
        draft.problems.extend(in_the_way(workspace, shelf));
        draft.files.push(DraftFile {
            counts: shelf
                .document
                .as_ref()
                .map_or_else(|| "cannot be used".to_owned(), Document::counts),
            document: shelf.document.clone(),
            name,
            text,
        });
    }
    let all = draft.problems.len();
    if all > MOST_PROBLEMS {
        draft
            .problems
            .sort_by_key(|problem| problem.severity != Severity::Error);
        draft.problems.truncate(MOST_PROBLEMS);
        draft.more = Some(format!("There are {} more problems.", all - MOST_PROBLEMS));
    }
    draft
}

/// The shipped files, those that are kept, and new ones, which stand for kept ones of the same id and version.
fn all_files(workspace: Workspace, new: &[File]) -> Vec<File> {
    let mut files = workspace.shipped.get_value();
    let names: Vec<String> = new
        .iter()
        .filter_map(|(name, text)| {
            Some(kept_name(
                crate::reference::document::read(name, text)
                    .document?
                    .header()?,
            ))
        })
        .collect();
    let kept = workspace.own_models().into_iter();
    files.extend(kept.filter(|(name, _)| !names.contains(name)));
    files.extend(new.iter().cloned());
    files
}

/// A version that an assessment uses is never replaced.
fn in_the_way(workspace: Workspace, shelf: &Shelf) -> Option<DraftProblem> {
    let header = shelf.header()?;
    let library = workspace.library();
    let kept = library.shelf(&header.id, &header.version)?;
    let same_version = kept.header()?.version == header.version;
    let unchanged = kept.hash == shelf.hash;
    (same_version && !unchanged && is_used(workspace, header)).then(|| DraftProblem {
        severity: Severity::Error,
        text: format!(
            "An assessment uses {} in version {}. Give your file another version, and both stand beside each other.",
            header.id, header.version
        ),
    })
}

/// Whether an assessment on this machine is made over this version of a model.
pub fn is_used(workspace: Workspace, header: &Header) -> bool {
    let library = workspace.library();
    let ids = workspace.keeper().assessments().unwrap_or_default();
    ids.iter().any(|id| {
        let Ok((assessment, _)) = workspace.fold(id) else {
            return false;
        };
        let Ok(model) = library.model(&assessment.model, &assessment.framework) else {
            return false;
        };
        let headers = [
            &model.framework.header,
            &model.reference.header,
            &model.assessment.header,
        ];
        headers
            .iter()
            .any(|used| used.id == header.id && used.version == header.version)
    })
}

/// Keeps the files of a draft. Whether all were kept.
pub fn keep(workspace: Workspace, draft: &Draft) -> bool {
    for file in &draft.files {
        let Some(header) = file.document.as_ref().and_then(Document::header) else {
            return false;
        };
        let name = kept_name(header);
        let kept = own_models::keep(
            &*workspace.keeper().store,
            name.trim_start_matches(OWN),
            &file.text,
        );
        if let Err(error) = kept {
            workspace.say(format!("The model was not kept. {error}"));
            return false;
        }
    }
    workspace.read_library();
    true
}

/// Starts an assessment to try a draft that is kept by now, and goes to it.
pub fn try_out(workspace: Workspace, draft: &Draft) -> bool {
    let Some(model) = draft.assessment_model() else {
        return false;
    };
    let (Some(selection), Some(framework)) = (model.selections.first(), model.frameworks.first())
    else {
        workspace.say("The model has no selection of processes to start with.");
        return false;
    };
    let wanted = Start {
        assessment_model: &model.header,
        framework,
        selection,
        title: format!("Trial of {}", model.header.title),
        unit: String::new(),
    };
    match start(&workspace, &wanted) {
        Some(id) => {
            go(&Route::Rate(id, None));
            true
        }
        None => false,
    }
}

/// Hands out a file that is kept.
pub fn export(workspace: Workspace, name: &str) {
    let files = workspace.own_models();
    if let Some((_, text)) = files.iter().find(|(found, _)| found == name) {
        download_text(name.trim_start_matches(OWN), "application/json", text);
    }
}

/// Takes a kept file away, unless an assessment uses it. It can be brought back.
pub fn remove(workspace: Workspace, shelf: &Shelf) {
    if shelf
        .header()
        .is_some_and(|header| is_used(workspace, header))
    {
        workspace.say("An assessment uses this model, so it stays. Delete the assessment first.");
        return;
    }
    let name = shelf.file.clone();
    let Some((_, text)) = workspace
        .own_models()
        .into_iter()
        .find(|(found, _)| *found == name)
    else {
        return;
    };
    let short = name.trim_start_matches(OWN).to_owned();
    if let Err(error) = own_models::remove(&*workspace.keeper().store, &short) {
        workspace.say(error.to_string());
        return;
    }
    workspace.read_library();
    let told = format!("{short} was removed.");
    let undo = move || {
        if own_models::keep(&*workspace.keeper().store, &short, &text).is_ok() {
            workspace.read_library();
        }
    };
    workspace.notice.set(Some(Notice {
        text: told,
        action: Some(Action {
            label: "Undo",
            run: Arc::new(undo),
        }),
    }));
}

/// Under which name a model is kept: one a version.
fn kept_name(header: &Header) -> String {
    format!("{OWN}{}@{}.json", header.id, header.version)
}
