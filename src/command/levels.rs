//! `levels`: capability levels from a CSV of attribute ratings.

use super::{Done, check, input};
use crate::domain::id::ModelId;
use crate::exchange::levels_csv;
use crate::reference::library::Library;

const DEFAULT_FRAMEWORK: &str = "iso-33020-2015";

/// What was asked for.
struct Wanted {
    file: String,
    framework: ModelId,
    models: String,
}

/// Derives levels and gives them as CSV.
///
/// # Errors
/// Where the file, the framework or a rating cannot be used.
pub fn run(arguments: &[String]) -> Result<Done, String> {
    let wanted = wanted(arguments)?;
    let library = Library::read(&check::files(std::slice::from_ref(&wanted.models))?);
    let framework = library.framework(&wanted.framework).ok_or_else(|| {
        let known: Vec<&str> = library
            .frameworks()
            .map(|framework| framework.header.id.as_str())
            .collect();
        format!(
            "There is no framework \"{}\" in {}. Known: {}.",
            wanted.framework,
            wanted.models,
            known.join(", ")
        )
    })?;
    let text = input::text(&wanted.file)?;
    match levels_csv::levels(framework, &text) {
        Ok(levels) => {
            for remark in &levels.remarks {
                eprintln!("{}: {remark}", wanted.file);
            }
            Ok(Done {
                output: levels_csv::write(&levels.lines),
                ok: true,
            })
        }
        Err(problems) => {
            for problem in &problems {
                eprintln!("{}: {problem}", wanted.file);
            }
            Ok(Done {
                output: String::new(),
                ok: false,
            })
        }
    }
}

fn wanted(arguments: &[String]) -> Result<Wanted, String> {
    let mut file = None;
    let mut framework = DEFAULT_FRAMEWORK.to_owned();
    let mut models = None;
    let mut arguments = arguments.iter();
    while let Some(argument) = arguments.next() {
        let mut value = |what: &str| {
            arguments
                .next()
                .cloned()
                .ok_or_else(|| format!("{argument} needs {what} after it."))
        };
        match argument.as_str() {
            "--framework" => framework = value("the id of a framework")?,
            "--models" => models = Some(value("a folder")?),
            option if option.starts_with("--") => {
                return Err(format!("There is no option \"{option}\" for levels."));
            }
            path if file.is_none() => file = Some(path.to_owned()),
            path => {
                return Err(format!(
                    "Only one file at a time: \"{path}\" is one too many."
                ));
            }
        }
    }
    Ok(Wanted {
        file: file.ok_or("Say which file: plumbline levels FILE.csv")?,
        framework: ModelId::new(framework),
        models: models.unwrap_or_else(input::models_folder),
    })
}
