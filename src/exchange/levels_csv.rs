//! Profiles in as CSV, levels out as CSV: what `plumbline levels` does.

use super::csv_text;
use crate::domain::framework::Framework;
use crate::domain::model::rule_of;
use crate::domain::profile::Profile;
use crate::report::level_line::{LevelLine, level_line};
use crate::report::table::Table;

/// Levels, and remarks on what was not used.
#[derive(Clone, Debug, PartialEq)]
pub struct Levels {
    pub lines: Vec<LevelLine>,
    pub remarks: Vec<String>,
}

/// Derives a level for each row of a CSV file with a column `process` and one for each attribute.
///
/// # Errors
/// All that is wrong with the file, each with its line and column.
pub fn levels(framework: &Framework, text: &str) -> Result<Levels, Vec<String>> {
    let file = csv_text::read(text).map_err(|problem| vec![problem])?;
    let rule = rule_of(framework).map_err(|misfit| vec![misfit.to_string()])?;
    let mut problems = Vec::new();
    let process_column = file.column("process");
    if process_column.is_none() {
        problems.push(format!(
            "There is no column \"process\". The columns are: {}.",
            file.columns.join(", ")
        ));
    }
    let columns = framework
        .attributes
        .iter()
        .map(|attribute| (attribute, file.column(attribute.id.as_str())));
    let columns: Vec<_> = columns.collect();
    if columns.iter().all(|(_, column)| column.is_none()) {
        problems.push(format!(
            "There is no column for an attribute of {}, such as PA1.1.",
            framework.edition
        ));
    }
    let used = |index: usize| {
        process_column == Some(index) || columns.iter().any(|(_, column)| *column == Some(index))
    };
    let unused = file
        .columns
        .iter()
        .enumerate()
        .filter(|(index, name)| !used(*index) && !name.is_empty());
    let remarks = unused
        .map(|(_, name)| format!("The column \"{name}\" is not used."))
        .collect();
    let mut lines = Vec::new();
    for row in &file.rows {
        let process = row.cell(process_column);
        if process.is_empty() && process_column.is_some() {
            problems.push(format!("Line {}: the process has no name.", row.line));
        }
        for (attribute, column) in &columns {
            let cell = row.cell(*column);
            if !cell.is_empty() && framework.scale.read(cell).is_none() {
                problems.push(format!(
                    "Line {}, column {}: \"{cell}\" is not a rating of {}.",
                    row.line, attribute.id, framework.edition
                ));
            }
        }
        let profile = Profile::new(framework, |id| {
            let (_, column) = columns.iter().find(|(attribute, _)| attribute.id == *id)?;
            framework.scale.read(row.cell(*column))
        });
        lines.push(level_line(framework, &rule, process, &profile));
    }
    if problems.is_empty() {
        Ok(Levels { lines, remarks })
    } else {
        Err(problems)
    }
}

/// The levels as CSV for other programs.
pub fn write(lines: &[LevelLine]) -> String {
    let mut table = Table::new(&["process", "level", "lowest", "highest", "reason"]);
    table.rows = lines
        .iter()
        .map(|line| {
            let numbers = [line.level, line.lowest, line.highest].map(|level| level.to_string());
            let [level, lowest, highest] = numbers;
            vec![
                line.process.clone(),
                level,
                lowest,
                highest,
                line.reason.clone(),
            ]
        })
        .collect();
    csv_text::write_for_programs(&table)
}
