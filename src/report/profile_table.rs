//! The process profiles of an assessment: processes by attributes, with the letters in the cells.

use super::table::Table;
use super::words;
use crate::domain::assessment::Assessment;
use crate::domain::id::ProcessId;
use crate::domain::model::Model;
use crate::domain::result::ProcessResult;
use crate::domain::target::target_level;

/// All processes in scope with their levels and attribute ratings.
#[derive(Clone, Debug, PartialEq)]
pub struct ProfileTable {
    /// Attribute ids, in the order of the framework.
    pub attributes: Vec<String>,
    pub rows: Vec<ProfileRow>,
}

/// One process of a profile.
#[derive(Clone, Debug, PartialEq)]
pub struct ProfileRow {
    pub process: ProcessId,
    pub name: String,
    pub level: u8,
    pub lowest: u8,
    pub highest: u8,
    pub target: u8,
    /// Whether anything is rated.
    pub rated: bool,
    /// Whether any rating of it was carried over and not looked at since.
    pub carried: bool,
    pub percent: u32,
    pub ratings: Vec<String>,
    /// Which of these rest on ratings that were carried over.
    pub carried_ratings: Vec<bool>,
}

/// The profiles of all processes in scope.
pub fn profile_table(
    model: &Model,
    assessment: &Assessment,
    results: &[ProcessResult],
) -> ProfileTable {
    let attributes = model
        .attributes(assessment.highest_level)
        .map(|attribute| attribute.id.to_string());
    let rows = results.iter().map(|result| ProfileRow {
        process: result.process.clone(),
        name: model
            .process(&result.process)
            .map_or_else(String::new, |process| process.name.clone()),
        level: result.level,
        lowest: result.lowest,
        highest: result.highest,
        target: target_level(model, assessment, &result.process),
        rated: result.progress.rated > 0,
        carried: result.progress.carried > 0,
        percent: result.progress.percent(),
        ratings: result.attributes.iter().map(words::cell).collect(),
        carried_ratings: result
            .attributes
            .iter()
            .map(|found| found.progress.carried > 0)
            .collect(),
    });
    ProfileTable {
        attributes: attributes.collect(),
        rows: rows.collect(),
    }
}

impl ProfileTable {
    /// The same as a table of text, for a file.
    pub fn table(&self) -> Table {
        let mut columns = [
            "process",
            "name",
            "level",
            "lowest",
            "highest",
            "target",
            "percent rated",
            "carried over",
        ]
        .map(String::from)
        .to_vec();
        columns.extend(self.attributes.iter().cloned());
        let row = |row: &ProfileRow| {
            let numbers = [
                u32::from(row.level),
                u32::from(row.lowest),
                u32::from(row.highest),
                u32::from(row.target),
                row.percent,
            ];
            let mut cells = vec![row.process.to_string(), row.name.clone()];
            cells.extend(numbers.map(|number| number.to_string()));
            cells.push(if row.carried { "yes" } else { "no" }.to_owned());
            if !row.rated {
                cells[2].clear();
            }
            cells.extend(row.ratings.iter().map(|rating| {
                if rating == "·" {
                    String::new()
                } else {
                    rating.clone()
                }
            }));
            cells
        };
        Table {
            columns,
            rows: self.rows.iter().map(row).collect(),
        }
    }
}
