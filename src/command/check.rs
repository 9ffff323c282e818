//! `check`: reads model files and assessment files and tells their problems.

use super::Done;
use crate::domain::assessment_model::AssessmentModel;
use crate::exchange::check_record::check_record;
use crate::exchange::envelope::{ASSESSMENT_FORMAT, format_of};
use crate::reference::document::Document;
use crate::reference::library::Library;
use crate::reference::problem::{Problem, Severity};
use crate::reference::prose::Prose;
use crate::report::words::count;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// Checks the files and folders given.
///
/// # Errors
/// Where a path cannot be read.
pub fn run(paths: &[String]) -> Result<Done, String> {
    if paths.is_empty() {
        return Err("Say which files or folders to check: plumbline check PATH...".to_owned());
    }
    let files = files(paths)?;
    if files.is_empty() {
        return Err("There is no .json file in what you gave.".to_owned());
    }
    let is_record = |text: &str| format_of(text).as_deref() == Some(ASSESSMENT_FORMAT);
    let (records, models): (Vec<_>, Vec<_>) =
        files.into_iter().partition(|(_, text)| is_record(text));
    let library = Library::read(&models);
    let mut output = String::new();
    let mut all: Vec<Problem> = Vec::new();
    for shelf in &library.shelves {
        let counts = shelf
            .document
            .as_ref()
            .map_or_else(|| "cannot be used".to_owned(), Document::counts);
        let _ = writeln!(output, "{}: {counts}", shelf.file); // writing to a String cannot fail
        if let Some(Document::AssessmentModel(model)) = &shelf.document {
            let _ = writeln!(output, "  {}", prose_line(model));
        }
        all.extend(shelf.problems.iter().cloned());
    }
    for (file, text) in &records {
        let checked = check_record(file, text, &library);
        let _ = writeln!(output, "{file}: {}", checked.counts);
        all.extend(checked.problems);
    }
    for problem in &all {
        let _ = writeln!(output, "{problem}");
    }
    let errors = all
        .iter()
        .filter(|problem| problem.severity == Severity::Error)
        .count();
    let _ = writeln!(
        output,
        "{}, {}",
        count(errors, "error"),
        count(all.len() - errors, "warning")
    );
    Ok(Done {
        output,
        ok: errors == 0,
    })
}

/// How the guidance reads.
fn prose_line(model: &AssessmentModel) -> String {
    let guidance: Vec<_> = model.all_guidance().collect();
    let texts = guidance
        .iter()
        .flat_map(|(_, guidance)| guidance.texts().map(|(_, text)| text));
    let prose = Prose::of(texts);
    format!(
        "guidance: {} sentences, {:.1} words each, the longest {}, reading ease {}, {} terms in the glossary",
        prose.sentences,
        prose.mean_length(),
        prose.longest,
        prose.reading_ease(),
        model.glossary.len()
    )
}

/// Name and text of every JSON file among the paths, folders looked through one level deep.
pub fn files(paths: &[String]) -> Result<Vec<(String, String)>, String> {
    let mut files = Vec::new();
    for path in paths {
        let path = Path::new(path);
        if path.is_dir() {
            let entries = std::fs::read_dir(path).map_err(|error| cannot_read(path, &error))?;
            let entries = entries
                .collect::<Result<Vec<_>, _>>()
                .map_err(|error| cannot_read(path, &error))?;
            let mut inside: Vec<PathBuf> = entries.into_iter().map(|entry| entry.path()).collect();
            inside.retain(|path| {
                path.extension()
                    .is_some_and(|extension| extension == "json")
            });
            inside.sort();
            files.extend(inside);
        } else {
            files.push(path.to_owned());
        }
    }
    let read = |path: PathBuf| {
        let text = std::fs::read_to_string(&path).map_err(|error| cannot_read(&path, &error))?;
        Ok((path.display().to_string(), text))
    };
    files.into_iter().map(read).collect()
}

fn cannot_read(path: &Path, error: &std::io::Error) -> String {
    format!("{} cannot be read: {error}.", path.display())
}
