//! A process model of one's own: rows of a spreadsheet in as CSV, a reference model and an assessment model out as JSON.
//!
//! Whether the model makes sense is for `reference::library` to say. What it says of a place can be traced to a row.

use super::csv_text;
use super::model_fields::Fields;
use super::model_json::Pen;
use super::model_rows::{self, Source};
use super::ratings_import::RowProblem;
use crate::report::table::Table;

/// A model as it was drawn from rows.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawn {
    /// Name and JSON text of the reference model and of the assessment model.
    pub files: Vec<(String, String)>,
    /// Each row that cannot be used, or not whole.
    pub problems: Vec<RowProblem>,
    /// Places in the files, and the line that each comes from. A place in both files comes from the same row.
    places: Vec<(String, u64)>,
    sources: Vec<Source>,
}

/// A small model with every kind of row, to start from.
pub fn template() -> Table {
    let file = csv_text::read(include_str!("model_template.csv"))
        .expect("a test reads the template, which is part of the program");
    Table {
        columns: file.columns,
        rows: file
            .rows
            .iter()
            .map(|row| row.cells().map(str::to_owned).collect())
            .collect(),
    }
}

/// Reads a model from one CSV text.
///
/// # Errors
/// A sentence, where it is not CSV or does not have the columns.
pub fn read(text: &str) -> Result<Drawn, String> {
    read_all(&[("", text)])
}

/// Reads one model from several CSV texts, each with its name. Lines are counted on from one to the next.
///
/// # Errors
/// A sentence, where one is not CSV or does not have the columns.
pub fn read_all(texts: &[(&str, &str)]) -> Result<Drawn, String> {
    let mut rows = model_rows::read(texts)?;
    let fields = Fields::of(&mut rows);
    let mut pen = Pen::default();
    let reference = pen.reference_model(&rows, &fields);
    let assessment = pen.assessment_model(&rows, &fields);
    pen.fields(&fields);
    let id = &fields.id;
    rows.problems.sort_by_key(|problem| problem.line);
    Ok(Drawn {
        files: vec![
            (format!("{id}.reference.json"), format!("{reference:#}\n")),
            (format!("{id}.assessment.json"), format!("{assessment:#}\n")),
        ],
        problems: rows.problems,
        places: pen.places,
        sources: rows.sources,
    })
}

impl Drawn {
    /// The line of the row that a place of a file comes from, such as `processes[3].outcomes[1].text`.
    pub fn line_of(&self, place: &str) -> Option<u64> {
        let mut place = place;
        loop {
            if let Some((_, line)) = self.places.iter().find(|(known, _)| known == place) {
                return Some(*line);
            }
            let end = place.rfind(['.', '['])?;
            place = &place[..end];
        }
    }

    /// The name of the text that a line lies in, and the number of the line there.
    pub fn source_of(&self, line: u64) -> (&str, u64) {
        let mut sources = self.sources.iter().rev();
        let found = sources.find(|source| source.lines_before < line);
        found.map_or(("", line), |source| {
            (&source.name, line - source.lines_before)
        })
    }
}
