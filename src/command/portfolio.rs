//! `portfolio`: many assessments at once, as a grid to read or as one long CSV.

use super::{Done, check, input};
use crate::domain::assessment::Assessment;
use crate::domain::blind::NOBODY;
use crate::domain::edit::ModelRef;
use crate::domain::model::Model;
use crate::exchange::collection::Collection;
use crate::exchange::csv_text;
use crate::exchange::envelope::AssessmentFile;
use crate::exchange::long_csv::long_csv;
use crate::reference::library::Library;
use crate::report::digest::{Digest, digest};
use crate::report::level_set::{ALL_RULES, Rule};
use crate::report::portfolio::{Portfolio, portfolio};
use crate::report::portfolio_table::portfolio_table;
use crate::report::table::Table;
use crate::report::unit_names::UnitNames;
use crate::report::words::count;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What was asked for.
#[derive(Default)]
struct Wanted {
    paths: Vec<String>,
    csv: bool,
    by_day: bool,
    authors: bool,
    aliases: bool,
}

/// An assessment that was read.
struct Found {
    model: Model,
    assessment: Assessment,
}

/// Prints the grid or the CSV.
///
/// # Errors
/// Where it is asked for wrongly, or the model files cannot be read.
pub fn run(arguments: &[String]) -> Result<Done, String> {
    let wanted = wanted(arguments)?;
    let mut collection = collect(&wanted.paths);
    let mut files = check::files(&[input::models_folder()])?;
    files.append(&mut collection.models);
    let library = Library::read(&files);
    let mut all: BTreeMap<_, Found> = BTreeMap::new();
    let mut digests: Vec<Arc<Digest>> = Vec::new();
    for (id, file) in std::mem::take(&mut collection.files) {
        match read(&library, &file) {
            Ok((digest, found)) => {
                digests.push(Arc::new(digest));
                all.insert(id, found);
            }
            Err(message) => {
                let source = collection.sources.get(&id).cloned();
                collection.problem(&source.unwrap_or_default(), message);
            }
        }
    }
    for problem in &collection.problems {
        eprintln!("{}: {}", problem.file, problem.text);
    }
    let portfolio = portfolio(&digests);
    let names = match wanted.aliases {
        true => UnitNames::aliases(&portfolio),
        false => UnitNames::real(),
    };
    let portfolio = portfolio.in_order(&names);
    let output = match wanted.csv {
        true => csv(&wanted, &portfolio, &names, &all)?,
        false => grid(&portfolio, &names),
    };
    Ok(Done {
        output,
        ok: collection.problems.is_empty(),
    })
}

fn wanted(arguments: &[String]) -> Result<Wanted, String> {
    let mut wanted = Wanted::default();
    for argument in arguments {
        match argument.as_str() {
            "--csv" => wanted.csv = true,
            "--by-day" => wanted.by_day = true,
            "--authors" => wanted.authors = true,
            "--aliases" => wanted.aliases = true,
            option if option.starts_with("--") => {
                return Err(format!("There is no option \"{option}\" for portfolio."));
            }
            path => wanted.paths.push(path.to_owned()),
        }
    }
    if wanted.paths.is_empty() {
        return Err("Say which files or folders: plumbline portfolio PATH...".to_owned());
    }
    if (wanted.by_day || wanted.authors) && !wanted.csv {
        return Err("--by-day and --authors go with --csv.".to_owned());
    }
    if wanted.authors && wanted.aliases {
        return Err("--authors names people, and --aliases is there to name nobody.".to_owned());
    }
    Ok(wanted)
}

/// Reads files, and folders one level deep. What cannot be read is a problem of its file.
fn collect(paths: &[String]) -> Collection {
    let mut collection = Collection::default();
    for path in paths {
        let inside = match Path::new(path).is_dir() {
            true => folder(path),
            false => Ok(vec![path.clone()]),
        };
        let found = inside.unwrap_or_else(|error| {
            collection.problem(path, format!("It cannot be read: {error}."));
            Vec::new()
        });
        for file in found {
            match std::fs::read_to_string(&file) {
                Ok(text) => collection.add(&file, &text),
                Err(error) => collection.problem(&file, format!("It cannot be read: {error}.")),
            }
        }
    }
    collection
}

/// The files of a folder that may be assessments or backups, by name.
fn folder(path: &str) -> std::io::Result<Vec<String>> {
    let entries = std::fs::read_dir(path)?.map(|entry| entry.map(|entry| entry.path()));
    let mut inside = entries.collect::<std::io::Result<Vec<PathBuf>>>()?;
    inside.retain(|path| {
        let extension = path.extension().and_then(|extension| extension.to_str());
        extension.is_some_and(|extension| ["json", "jsonl"].contains(&extension))
    });
    inside.sort();
    Ok(inside
        .iter()
        .map(|path| path.display().to_string())
        .collect())
}

fn read(library: &Library, file: &AssessmentFile) -> Result<(Digest, Found), String> {
    let folded = Assessment::from_changes(&file.changes);
    let (mut assessment, _) = folded.map_err(|refusal| refusal.to_string())?;
    assessment.see_if_blind(NOBODY);
    let (reference, framework): (&ModelRef, &ModelRef) = (&assessment.model, &assessment.framework);
    let model = library.model(reference, framework)?;
    let digest = digest(&model, &file.id, &assessment, String::new());
    let digest = digest.map_err(|refusal| refusal.to_string())?;
    Ok((digest, Found { model, assessment }))
}

fn csv(
    wanted: &Wanted,
    portfolio: &Portfolio,
    names: &UnitNames,
    all: &BTreeMap<crate::domain::id::AssessmentId, Found>,
) -> Result<String, String> {
    let mut long = long_csv(wanted.authors);
    for unit in &portfolio.units {
        for digest in &unit.series {
            let Some(Found { model, assessment }) = all.get(&digest.id) else {
                continue;
            };
            let labels = names.labels(unit, digest);
            if wanted.by_day {
                let added = long.add_by_day(model, &digest.id, assessment, &labels);
                added.map_err(|refusal| refusal.to_string())?;
            } else {
                long.add(model, &digest.id, assessment, &labels);
            }
        }
    }
    Ok(csv_text::write_for_programs(&long.table()))
}

/// The grid with what is to be known of it.
fn grid(portfolio: &Portfolio, names: &UnitNames) -> String {
    const RULE: Rule = Rule::Spread;
    let assessments: usize = portfolio.units.iter().map(|unit| unit.series.len()).sum();
    let mut text = format!(
        "{}, {}, {}\n\n",
        count(portfolio.units.len(), "unit"),
        count(assessments, "assessment"),
        // "process" has a plural of its own.
        match portfolio.columns.len() {
            1 => "1 process".to_owned(),
            number => format!("{number} processes"),
        }
    );
    text += &aligned(&portfolio_table(portfolio, names, RULE));
    // Writing to a String cannot fail.
    let _ = write!(
        text,
        "\nNumbers are capability levels; a range is what blanks leave open; an empty cell is not in scope.\n\
         {}: {} {ALL_RULES}\n",
        RULE.name(),
        RULE.meaning()
    );
    for sentence in portfolio.differences() {
        let _ = writeln!(text, "{sentence}");
    }
    text
}

/// Columns as wide as their widest cell, two spaces between them.
fn aligned(table: &Table) -> String {
    let rows = || std::iter::once(&table.columns).chain(&table.rows);
    let width = |column: usize| {
        let cells = rows().filter_map(|row| row.get(column));
        cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..table.columns.len()).map(width).collect();
    let line = |row: &Vec<String>| {
        let cells = row.iter().zip(&widths);
        let cells: Vec<String> = cells
            .map(|(cell, width)| format!("{cell:width$}"))
            .collect();
        format!("{}\n", cells.join("  ").trim_end())
    };
    rows().map(line).collect()
}
