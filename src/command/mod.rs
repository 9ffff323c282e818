//! The command line, for scripts and for checking: the same engine as the pages.

pub mod check;
mod input;
pub mod levels;
pub mod model;
pub mod portfolio;
pub mod verify;
pub mod verify_backup;

use std::ffi::OsString;
use std::io::Write;
use std::process::ExitCode;

const HELP: &str = "\
Plumbline: process capability assessment

  plumbline levels FILE.csv [--framework ID] [--models FOLDER]
      Capability levels from a CSV with a column `process` and one for each attribute (PA1.1 and so on).
      Letters are those of the framework's scale; blank is not rated. ID is iso-33020-2015 unless told.
      FOLDER, with the model files, is `models` unless told.

  plumbline check PATH...
      Checks model files and assessment files, or folders of them. Exit status 1 where there is an error.

  plumbline backup FILE
      Tells whether a backup is whole, and what is in it. Exit status 1 where it is not whole.

  plumbline verify FILE [--models FOLDER]
      Tells whether a finalised assessment is what it was: who finalised it and when, its levels, and what became of it.
      FILE is an assessment file, or a report that carries one. Exit status 0 where it is whole, 1 where it is not, 2 where
      it cannot be read.

  plumbline portfolio PATH... [--csv [--by-day] [--authors]] [--aliases]
      Many assessments at once: units by processes, with their capability levels. Each PATH is an assessment file, a
      backup, or a folder of them. With --csv one row a rating, and what follows from it, for other programs;
      models/README.md tells the columns. With --by-day each row for each day on which it changed. With --authors who
      said it. With --aliases numbers in place of the names of units, assessments and instances. What is wrong with a
      file is told, and the rest goes on. Exit status 1 where something was wrong.

  plumbline model template
      A small process model as CSV, to fill in with a spreadsheet.

  plumbline model from-csv FILE.csv...
      Makes a reference model and an assessment model of it, as JSON files in this folder. Several files are one model.
      Tells the line of each problem. Exit status 1, and no file, where there is an error.
";

/// Runs the command that the arguments name.
pub fn run(arguments: impl Iterator<Item = OsString>) -> ExitCode {
    let arguments: Vec<String> = arguments
        .map(|argument| argument.to_string_lossy().into_owned())
        .collect();
    let done = match arguments.first().map(String::as_str) {
        Some("levels") => levels::run(&arguments[1..]),
        Some("check") => check::run(&arguments[1..]),
        Some("backup") => verify_backup::run(&arguments[1..]),
        Some("verify") => verify::run(&arguments[1..]),
        Some("model") => model::run(&arguments[1..]),
        Some("portfolio") => portfolio::run(&arguments[1..]),
        Some("help" | "--help" | "-h") => Ok(Done {
            output: HELP.to_owned(),
            ok: true,
        }),
        Some(other) => Err(format!("There is no command \"{other}\".\n\n{HELP}")),
        None => Err(HELP.to_owned()),
    };
    match done {
        Ok(done) => {
            // A reader that closes the pipe early, such as `head`, is no error of ours.
            let _ = std::io::stdout().write_all(done.output.as_bytes());
            if done.ok {
                ExitCode::SUCCESS
            } else {
                ExitCode::FAILURE
            }
        }
        Err(message) => {
            eprintln!("{}", message.trim_end());
            ExitCode::from(2)
        }
    }
}

/// What a command printed, and whether all was well.
pub struct Done {
    pub output: String,
    pub ok: bool,
}
