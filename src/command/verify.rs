//! `verify`: whether a finalised assessment is what it was.

use super::{Done, check, input};
use crate::domain::assessment::Assessment;
use crate::domain::change::Change;
use crate::domain::edit::Edit;
use crate::exchange::report_file::read_either;
use crate::exchange::seal_hash::{Sealed, as_finalised, latest, result_list, standing};
use crate::reference::library::Library;
use crate::report::words::{count, level_name};
use std::fmt::Write as _;

/// What was asked for.
struct Wanted {
    file: String,
    models: String,
}

/// Prints what was finalised, by whom and when, and the verdict.
///
/// # Errors
/// Where it is asked for wrongly, or a file cannot be read.
pub fn run(arguments: &[String]) -> Result<Done, String> {
    let wanted = wanted(arguments)?;
    let library = Library::read(&check::files(std::slice::from_ref(&wanted.models))?);
    let in_file = |message: String| format!("{}: {message}", wanted.file);
    let file = read_either(&input::text(&wanted.file)?).map_err(in_file)?;
    let folded = Assessment::from_changes(&file.changes);
    let (assessment, _) = folded.map_err(|refusal| in_file(refusal.to_string()))?;
    let mut output = about(&assessment);
    let Some(sealed) = latest(&assessment) else {
        output += "It was never finalised.\n";
        return Ok(Done { output, ok: false });
    };
    output += &finalised(&sealed);
    output += &levels(&assessment, &sealed, &library);
    let verdict = standing(&assessment, &sealed, &library);
    let _ = writeln!(output, "{verdict}"); // writing to a String cannot fail
    if let Some(change) = sealed.reopened {
        output += &opened_again(change);
    }
    Ok(Done {
        output,
        ok: verdict.is_whole() && sealed.reopened.is_none(),
    })
}

/// `"Autumn" of Service desk`.
fn about(assessment: &Assessment) -> String {
    match assessment.unit.trim() {
        "" => format!("\"{}\"\n", assessment.title),
        unit => format!("\"{}\" of {unit}\n", assessment.title),
    }
}

fn finalised(sealed: &Sealed<'_>) -> String {
    let seal = sealed.seal;
    let changes = usize::try_from(seal.changes).unwrap_or(usize::MAX);
    format!(
        "Finalised by {} at {}: {}, engine version {}\nhash {}\nresults {}\nmodels {}\n",
        sealed.change.author,
        sealed.change.at,
        count(changes, "change"),
        seal.engine,
        seal.hash,
        seal.results,
        seal.models
    )
}

/// One line a process. None where the models are not here.
fn levels(assessment: &Assessment, sealed: &Sealed<'_>, library: &Library) -> String {
    let Some((model, then)) = as_finalised(assessment, sealed, library) else {
        return String::new();
    };
    let results = result_list(&model, &then);
    let lines = results.iter().map(|result| {
        let level = level_name(&model, result.level);
        let open = match result.progress.not_rated() {
            0 => String::new(),
            _ => format!(" (between {} and {})", result.lowest, result.highest),
        };
        format!("{}: {level}{open}\n", result.process)
    });
    lines.collect()
}

fn opened_again(change: &Change) -> String {
    let reason = match &change.edit {
        Edit::Reopen { reason } => reason.as_str(),
        _ => "",
    };
    format!(
        "It was opened again by {} at {}: {reason}\nSo it is not finalised now.\n",
        change.author, change.at
    )
}

fn wanted(arguments: &[String]) -> Result<Wanted, String> {
    const USAGE: &str = "Say which file: plumbline verify FILE [--models FOLDER]";
    let (mut file, mut models) = (None, None);
    let mut arguments = arguments.iter();
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--models" => {
                let folder = arguments
                    .next()
                    .ok_or("--models needs a folder after it.")?;
                models = Some(folder.clone());
            }
            option if option.starts_with("--") => {
                return Err(format!("There is no option \"{option}\" for verify."));
            }
            path if file.is_none() => file = Some(path.to_owned()),
            _ => return Err(USAGE.to_owned()),
        }
    }
    Ok(Wanted {
        file: file.ok_or(USAGE)?,
        models: models.unwrap_or_else(input::models_folder),
    })
}
