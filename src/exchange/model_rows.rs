//! The rows of a process model in CSV: what each describes, and which process it belongs to.

use super::csv_text::{self, CsvFile, CsvRow};
use super::ratings_import::RowProblem;

/// The rows of a model that can be used.
#[derive(Debug, Default)]
pub struct ModelRows {
    /// Fields of the model as a whole.
    pub fields: Vec<Row>,
    pub groups: Vec<Row>,
    pub processes: Vec<ProcessRows>,
    pub relations: Vec<Row>,
    pub selections: Vec<Row>,
    /// Each row that cannot be used, or not whole.
    pub problems: Vec<RowProblem>,
    pub sources: Vec<Source>,
}

/// A process and what belongs to it.
#[derive(Debug)]
pub struct ProcessRows {
    pub row: Row,
    pub outcomes: Vec<Row>,
    pub practices: Vec<Row>,
    pub items: Vec<Row>,
}

/// The cells of one row, blank where there is no such column.
#[derive(Debug)]
pub struct Row {
    /// Counted from 1 through all texts.
    pub line: u64,
    pub id: String,
    /// The column `in`.
    pub within: String,
    pub name: String,
    /// In small letters.
    pub kind: String,
    pub text: String,
    pub question: String,
    pub partially: String,
    pub largely: String,
    pub fully: String,
    pub look_for: Vec<String>,
    pub recommendation: String,
    pub leads_to: Vec<String>,
}

/// One of the texts that were read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    pub name: String,
    /// How many lines of other texts come before it.
    pub lines_before: u64,
}

/// What a row describes.
#[derive(Clone, Copy, Debug)]
enum What {
    Model,
    Group,
    Process,
    Outcome,
    Practice,
    Item,
    Relation,
    Selection,
}

/// How a kind of row is written.
struct Form {
    what: What,
    word: &'static str,
    /// Columns that must hold something.
    filled: &'static [&'static str],
    /// More columns that must be there.
    wanted: &'static [&'static str],
}

/// The columns that a file may have.
pub const COLUMNS: [&str; 13] = [
    "row",
    "id",
    "in",
    "name",
    "kind",
    "text",
    "question",
    "partially",
    "largely",
    "fully",
    "look for",
    "recommendation",
    "leads to",
];

const FORMS: [Form; 8] = [
    form(What::Model, "model", &["id"], &["text"]),
    form(What::Group, "group", &["id", "name"], &[]),
    form(What::Process, "process", &["id"], &["name", "text"]),
    form(What::Outcome, "outcome", &["id", "in"], &["kind", "text"]),
    form(
        What::Practice,
        "practice",
        &["id", "in"],
        &["text", "leads to"],
    ),
    form(
        What::Item,
        "item",
        &["id", "in"],
        &["name", "kind", "text", "leads to"],
    ),
    form(What::Relation, "relation", &["in", "leads to"], &["text"]),
    form(
        What::Selection,
        "selection",
        &["id", "name", "leads to"],
        &["text"],
    ),
];

const fn form(
    what: What,
    word: &'static str,
    filled: &'static [&'static str],
    wanted: &'static [&'static str],
) -> Form {
    Form {
        what,
        word,
        filled,
        wanted,
    }
}

/// Reads texts, each with its name, as one model.
///
/// # Errors
/// A sentence, where one is not CSV or does not have the columns.
pub fn read(texts: &[(&str, &str)]) -> Result<ModelRows, String> {
    let mut rows = ModelRows::default();
    let mut parts = Vec::new();
    let mut lines_before = 0;
    for (name, text) in texts {
        let told = |message: String| {
            if name.is_empty() {
                message
            } else {
                format!("{name}: {message}")
            }
        };
        let file = csv_text::read(text).map_err(told)?;
        check_columns(&file).map_err(told)?;
        for row in &file.rows {
            rows.sort(&file, row, lines_before, &mut parts);
        }
        rows.sources.push(Source {
            name: (*name).to_owned(),
            lines_before,
        });
        lines_before += text.matches('\n').count() as u64 + 1;
    }
    // Last, so that a process may stand below what belongs to it.
    for (what, row) in parts {
        rows.put_under_process(what, row);
    }
    Ok(rows)
}

/// All columns are known, none stands twice, and those that the rows need are there.
fn check_columns(file: &CsvFile) -> Result<(), String> {
    let mut seen: Vec<String> = Vec::new();
    for column in file.columns.iter().filter(|column| !column.is_empty()) {
        let name = column.to_ascii_lowercase();
        if !COLUMNS.contains(&name.as_str()) {
            return Err(format!(
                "The column \"{column}\" is not known. Known are: {}.",
                COLUMNS.join(", ")
            ));
        }
        if seen.contains(&name) {
            return Err(format!("The column \"{column}\" stands twice."));
        }
        seen.push(name);
    }
    let missing = |column: &str, need: &str| {
        format!(
            "There is no column \"{column}\"{need}. The columns are: {}.",
            file.columns.join(", ")
        )
    };
    let row = file.column("row");
    if row.is_none() {
        return Err(missing("row", ""));
    }
    for form in file
        .rows
        .iter()
        .filter_map(|found| form_of(found.cell(row)))
    {
        for column in form.filled.iter().chain(form.wanted) {
            if file.column(column).is_none() {
                let need = format!(", which rows of kind \"{}\" need", form.word);
                return Err(missing(column, &need));
            }
        }
    }
    Ok(())
}

fn form_of(word: &str) -> Option<&'static Form> {
    FORMS
        .iter()
        .find(|form| form.word.eq_ignore_ascii_case(word))
}

impl ModelRows {
    /// Takes in one row. What belongs to a process goes to `parts`, until all processes are known.
    fn sort(
        &mut self,
        file: &CsvFile,
        found: &CsvRow,
        lines_before: u64,
        parts: &mut Vec<(What, Row)>,
    ) {
        let line = lines_before + found.line;
        let cell = |name| found.cell(file.column(name));
        let word = cell("row");
        let Some(form) = form_of(word) else {
            let known: Vec<&str> = FORMS.iter().map(|form| form.word).collect();
            let known = known.join(", ");
            let text = if word.is_empty() {
                format!("The column \"row\" is blank. It says what the row describes: {known}.")
            } else {
                format!("\"{word}\" is not a kind of row. Known are: {known}.")
            };
            return self.problem(line, text);
        };
        if let Some(stray) = stray_cell(file, found) {
            self.problem(line, format!("\"{stray}\" stands in a column without a name. Put a text that holds a separator in quotes."));
        }
        if let Some(blank) = form.filled.iter().find(|name| cell(name).is_empty()) {
            let text =
                format!("The column \"{blank}\" is blank, but a row of kind \"{word}\" needs it.");
            return self.problem(line, text);
        }
        let row = Row::new(line, file, found);
        let is_named = matches!(form.what, What::Process | What::Outcome);
        if is_named && row.id.contains(separates) {
            let text = format!(
                "The id \"{}\" holds a space or comma, so \"leads to\" cannot name it.",
                row.id
            );
            return self.problem(line, text);
        }
        match form.what {
            What::Model => self.fields.push(row),
            What::Group => self.groups.push(row),
            What::Process => self.processes.push(ProcessRows {
                row,
                outcomes: Vec::new(),
                practices: Vec::new(),
                items: Vec::new(),
            }),
            What::Relation => self.relations.push(row),
            What::Selection => self.selections.push(row),
            What::Outcome | What::Practice | What::Item => parts.push((form.what, row)),
        }
    }

    fn put_under_process(&mut self, what: What, row: Row) {
        let mut processes = self.processes.iter_mut();
        let Some(process) = processes.find(|process| process.row.id == row.within) else {
            let text = format!("There is no process \"{}\" for this to be in.", row.within);
            return self.problem(row.line, text);
        };
        match what {
            What::Practice => process.practices.push(row),
            What::Item => process.items.push(row),
            _ => process.outcomes.push(row),
        }
    }

    pub fn problem(&mut self, line: u64, text: String) {
        self.problems.push(RowProblem { line, text });
    }
}

impl Row {
    fn new(line: u64, file: &CsvFile, found: &CsvRow) -> Self {
        let cell = |name| found.cell(file.column(name));
        let text = |name| cell(name).to_owned();
        let list = |name, separates: fn(char) -> bool| {
            let parts = cell(name).split(separates).map(str::trim);
            parts
                .filter(|part| !part.is_empty())
                .map(str::to_owned)
                .collect()
        };
        Self {
            line,
            id: text("id"),
            within: text("in"),
            name: text("name"),
            kind: cell("kind").to_ascii_lowercase(),
            text: text("text"),
            question: text("question"),
            partially: text("partially"),
            largely: text("largely"),
            fully: text("fully"),
            look_for: list("look for", |letter| letter == ';'),
            recommendation: text("recommendation"),
            leads_to: list("leads to", separates),
        }
    }

    /// Whether one of the columns of guidance holds something.
    pub fn is_guided(&self) -> bool {
        let texts = [
            &self.question,
            &self.partially,
            &self.largely,
            &self.fully,
            &self.recommendation,
        ];
        !self.look_for.is_empty() || texts.iter().any(|text| !text.is_empty())
    }
}

/// What stands between two ids.
fn separates(letter: char) -> bool {
    letter.is_whitespace() || [',', ';'].contains(&letter)
}

/// A cell that no column holds, as where a comma in a text moved all that follows.
fn stray_cell<'a>(file: &CsvFile, row: &'a CsvRow) -> Option<&'a str> {
    let has_name = |index: usize| file.columns.get(index).is_some_and(|name| !name.is_empty());
    let mut cells = row.cells().enumerate();
    cells
        .find(|(index, cell)| !has_name(*index) && !cell.is_empty())
        .map(|(_, cell)| cell)
}
