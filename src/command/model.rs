//! `model`: a process model of one's own, from the rows of a spreadsheet.

use super::{Done, check, input};
use crate::exchange::csv_text;
use crate::exchange::model_csv::{self, Drawn};
use crate::reference::document::Document;
use crate::reference::library::{Library, Shelf};
use crate::reference::problem::{Problem, Severity};
use crate::report::words::count;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;

/// Prints the template, or makes model files of CSV files.
///
/// # Errors
/// Where it is asked for wrongly, a file cannot be read or written, or is no table of a model.
pub fn run(arguments: &[String]) -> Result<Done, String> {
    match arguments.split_first() {
        Some((action, [])) if action == "template" => Ok(Done {
            output: csv_text::write(&model_csv::template()),
            ok: true,
        }),
        Some((action, paths @ [_, ..])) if action == "from-csv" => from_csv(paths),
        Some((action, [])) if action == "from-csv" => {
            Err("Say which files: plumbline model from-csv FILE.csv...".to_owned())
        }
        _ => Err(
            "Say what to do: plumbline model template, or plumbline model from-csv FILE.csv..."
                .to_owned(),
        ),
    }
}

fn from_csv(paths: &[String]) -> Result<Done, String> {
    let texts = paths.iter().map(|path| input::text(path));
    let texts = texts.collect::<Result<Vec<_>, _>>()?;
    let named = paths.iter().map(String::as_str);
    let texts: Vec<(&str, &str)> = named.zip(texts.iter().map(String::as_str)).collect();
    let drawn = model_csv::read_all(&texts)?;
    for (name, _) in &drawn.files {
        if Path::new(name).exists() {
            return Err(format!(
                "{name} is here already and is not overwritten. Move it away first."
            ));
        }
    }
    let library = library(&drawn)?;
    let mut output = String::new();
    let mut errors = drawn.problems.len();
    let mut warnings = 0;
    let shelves = || {
        library
            .shelves
            .iter()
            .filter(|shelf| is_drawn(&drawn, &shelf.file))
    };
    // Writing to a String cannot fail.
    for shelf in shelves() {
        let _ = writeln!(output, "{}: {}", shelf.file, counts(shelf));
    }
    for problem in &drawn.problems {
        let place = place(&drawn, problem.line);
        let _ = writeln!(output, "error: {place}: {}", problem.text);
    }
    for problem in shelves().flat_map(|shelf| &shelf.problems) {
        // The two are made together: one misses the other only where that has errors, which are told already.
        if problem.place == "reference_model" {
            continue;
        }
        match problem.severity {
            Severity::Error => errors += 1,
            Severity::Warning => warnings += 1,
        }
        let _ = writeln!(output, "{}", traced(&drawn, problem));
    }
    let _ = writeln!(
        output,
        "{}, {}",
        count(errors, "error"),
        count(warnings, "warning")
    );
    if errors == 0 {
        drawn.files.iter().try_for_each(write_new)?;
    } else {
        output += "No file is written while there are errors.\n";
    }
    Ok(Done {
        output,
        ok: errors == 0,
    })
}

/// The files that were drawn among the models at hand. An earlier version of them there does not count.
fn library(drawn: &Drawn) -> Result<Library, String> {
    let folder = input::models_folder();
    let mut files = if Path::new(&folder).is_dir() {
        check::files(&[folder])?
    } else {
        Vec::new()
    };
    files.retain(|(path, _)| {
        let name = Path::new(path).file_name();
        !name.is_some_and(|name| is_drawn(drawn, &name.to_string_lossy()))
    });
    files.extend(drawn.files.iter().cloned());
    Ok(Library::read(&files))
}

fn is_drawn(drawn: &Drawn, file: &str) -> bool {
    drawn.files.iter().any(|(name, _)| name == file)
}

fn counts(shelf: &Shelf) -> String {
    shelf
        .document
        .as_ref()
        .map_or_else(|| "cannot be used".to_owned(), Document::counts)
}

/// A problem with the line that it comes from, where that is known.
fn traced(drawn: &Drawn, problem: &Problem) -> String {
    drawn.line_of(&problem.place).map_or_else(
        || problem.to_string(),
        |line| {
            let file = place(drawn, line);
            Problem {
                file,
                ..problem.clone()
            }
            .to_string()
        },
    )
}

/// "desk.csv: line 7".
fn place(drawn: &Drawn, line: u64) -> String {
    let (file, line) = drawn.source_of(line);
    format!("{file}: line {line}")
}

fn write_new((name, text): &(String, String)) -> Result<(), String> {
    let mut options = std::fs::OpenOptions::new();
    let file = options.write(true).create_new(true).open(name);
    file.and_then(|mut file| file.write_all(text.as_bytes()))
        .map_err(|error| format!("{name} cannot be written: {error}."))
}
