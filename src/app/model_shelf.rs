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
use crate::reference::library::Library;
use crate::reference::problem::Severity;
use crate::storage::own_models;
use leptos::prelude::*;
use leptos::task::spawn_local;
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
    draft.problems.extend(in_the_way(workspace, &library));
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

/// The files that there would be with new ones, which stand for kept ones of the same id and version.
fn all_files(workspace: Workspace, new: &[File]) -> Vec<File> {
    let name = |(name, text): &File| {
        let found = crate::reference::document::read(name, text);
        Some(kept_name(found.document?.header()?))
    };
    let names: Vec<String> = new.iter().filter_map(name).collect();
    let mut files = workspace.files();
    files.retain(|(name, _)| !names.contains(name));
    files.extend(new.iter().cloned());
    files
}

/// Assessments keep the models that they are made over: whoever changes those is told which.
fn in_the_way(workspace: Workspace, after: &Library) -> Option<DraftProblem> {
    let titles = workspace.titles_harmed_by(after);
    (!titles.is_empty()).then(|| DraftProblem {
        severity: Severity::Error,
        text: format!(
            "{} kept in this version. Give your file another version, and both stand beside each other.",
            used_by(&titles)
        ),
    })
}

/// Names the assessments that use a model.
fn used_by(titles: &[String]) -> String {
    match titles {
        [title] => format!("The assessment \"{title}\" uses the model that is"),
        [title, others @ ..] => format!(
            "The assessment \"{title}\" and {} more use the model that is",
            others.len()
        ),
        [] => String::new(),
    }
}

/// Keeps the files of a draft. Whether they were kept.
pub async fn keep(workspace: Workspace, draft: &Draft) -> bool {
    let mut files = Vec::new();
    for file in &draft.files {
        let Some(header) = file.document.as_ref().and_then(Document::header) else {
            return false;
        };
        let name = kept_name(header).trim_start_matches(OWN).to_owned();
        files.push((name, file.text.clone()));
    }
    let kept = own_models::keep(&*workspace.keeper().store, files).await;
    if let Err(error) = kept {
        workspace.say(format!("The model was not kept. {error}"));
        return false;
    }
    models_changed(workspace).await;
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
        header: model.header.clone(),
        framework: framework.clone(),
        selection: selection.id.clone(),
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
    if let Some((_, text)) = kept_file(workspace, name) {
        download_text(name.trim_start_matches(OWN), "application/json", &text);
    }
}

/// Takes a kept file away, unless an assessment uses it. It can be brought back.
pub fn remove(workspace: Workspace, name: &str) {
    let mut files = workspace.files();
    files.retain(|(found, _)| found != name);
    let titles = workspace.titles_harmed_by(&Library::read(&files));
    if !titles.is_empty() {
        return workspace.say(format!(
            "{} in this file. Delete the assessment first.",
            used_by(&titles)
        ));
    }
    let Some((_, text)) = kept_file(workspace, name) else {
        return;
    };
    let short = name.trim_start_matches(OWN).to_owned();
    spawn_local(async move {
        let store = workspace.keeper().store;
        if let Err(error) = own_models::remove(&*store, &short).await {
            return workspace.say(error.to_string());
        }
        models_changed(workspace).await;
        let text_of_notice = format!("{short} was removed.");
        let undo = move || bring_back(workspace, (short.clone(), text.clone()));
        workspace.notice.set(Some(Notice {
            text: text_of_notice,
            action: Some(Action {
                label: "Undo",
                run: Arc::new(undo),
            }),
        }));
    });
}

fn bring_back(workspace: Workspace, file: File) {
    spawn_local(async move {
        match own_models::keep(&*workspace.keeper().store, vec![file]).await {
            Ok(()) => models_changed(workspace).await,
            Err(error) => workspace.say(error.to_string()),
        }
    });
}

fn kept_file(workspace: Workspace, name: &str) -> Option<File> {
    let own = workspace.own.get_value();
    own.into_iter().find(|(found, _)| found == name)
}

async fn models_changed(workspace: Workspace) {
    workspace.read_library().await;
    workspace.list_changed();
}

/// Under which name a model is kept: one a version.
fn kept_name(header: &Header) -> String {
    format!("{OWN}{}@{}.json", header.id, header.version)
}
