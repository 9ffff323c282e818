//! The plan back in from its table, as a preview: what would change, and each cell that cannot be used.

use super::csv_text::{self, CsvFile, CsvRow};
use super::plan_cells::{self, DayOrder};
use super::plan_fields::{Fields, MEASURE, PLACE};
use super::plan_rows::{Matched, brought_back, matched, set};
use super::plan_table::{ID, PLAN_COLUMNS, PlanColumn};
use crate::domain::action::ActionField;
use crate::domain::assessment::Assessment;
use crate::domain::date::Date;
use crate::domain::edit::Edit;
use crate::domain::id::ActionId;
use crate::domain::model::Model;
use crate::domain::result::ProcessResult;
use crate::report::action_list::ActionEntry;
use crate::report::plan_report::{PlanReport, plan_report};
use crate::report::plan_words;
use crate::report::words;
use std::collections::{BTreeMap, BTreeSet};

/// What bringing a table back would do. Nothing is done before somebody has seen it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PlanImport {
    /// In the order of the file.
    pub edits: Vec<Edit>,
    /// What they do, action by action.
    pub changes: Vec<ActionChange>,
    /// Rows whose id the plan does not have. They are left out unless somebody agrees to make actions of them.
    pub strangers: Vec<Stranger>,
    /// Each cell that cannot be used, and is left out, with the reason.
    pub problems: Vec<CellProblem>,
    /// What to know before importing.
    pub remarks: Vec<String>,
}

/// What would change in one action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActionChange {
    pub title: String,
    pub new: bool,
    pub fields: Vec<FieldChange>,
}

/// One field, as it is and as it would be. Empty where it says nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldChange {
    pub field: &'static str,
    pub before: String,
    pub after: String,
}

/// A row about an action that is not in the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stranger {
    pub line: u64,
    pub title: String,
    /// Whether it was in the plan and was removed.
    pub removed: bool,
}

/// A cell or row that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellProblem {
    /// The line in the file, counted from 1.
    pub line: u64,
    /// Empty where it is about the whole row.
    pub column: String,
    pub text: String,
}

/// The plan that a table is brought back into.
pub struct Present<'a> {
    pub model: &'a Model,
    pub assessment: &'a Assessment,
    pub results: &'a [ProcessResult],
    pub today: Date,
}

/// Reads a table of a plan and tells what bringing it back would do. `new_id` gives an id to each row that has none.
///
/// # Errors
/// A sentence, where no row can be used because the file is not CSV or columns are missing.
pub fn preview(
    present: &Present<'_>,
    text: &str,
    take_strangers: bool,
    mut new_id: impl FnMut() -> ActionId,
) -> Result<PlanImport, String> {
    let file = csv_text::read(text)?;
    if file.column(ID).is_none() && file.column("title").is_none() {
        return Err(format!(
            "There is neither a column \"id\" nor a column \"title\". The columns are: {}.",
            file.columns.join(", ")
        ));
    }
    let mut import = PlanImport::default();
    let rows = matched(
        present.assessment,
        &file,
        take_strangers,
        &mut new_id,
        &mut import,
    );
    let assessment = brought_back(present.assessment, &rows);
    let (model, results) = (present.model, present.results);
    let report = plan_report(model, &assessment, results, present.today, false);
    let mut titled: BTreeMap<String, BTreeSet<ActionId>> = BTreeMap::new();
    let now = report.actions.iter();
    let now = now.map(|entry| (entry.title.clone(), &entry.id));
    let title = file.column("title");
    let told = rows.iter();
    let told = told.map(|row| (row.row.cell(title).to_owned(), &row.action));
    for (title, id) in now.chain(told) {
        titled.entry(title).or_default().insert(id.clone());
    }
    let ids = report.actions.iter().map(|entry| &entry.id);
    let table = Table {
        model,
        assessment: &assessment,
        days: days(&file),
        file: &file,
        titled,
        known: ids
            .chain(rows.iter().map(|row| &row.action))
            .cloned()
            .collect(),
        report,
    };
    let mut computed = BTreeSet::new();
    for row in &rows {
        table.row(row, &mut import, &mut computed);
    }
    table.remarks(&rows, &computed, &mut import);
    Ok(import)
}

/// A file under way, against the plan that it is brought back into.
struct Table<'a> {
    model: &'a Model,
    assessment: &'a Assessment,
    report: PlanReport,
    days: DayOrder,
    file: &'a CsvFile,
    titled: BTreeMap<String, BTreeSet<ActionId>>,
    known: BTreeSet<ActionId>,
}

fn days(file: &CsvFile) -> DayOrder {
    let columns = [file.column("start"), file.column("due")];
    let cells = file.rows.iter();
    plan_cells::day_order(cells.flat_map(|row| columns.map(|column| row.cell(column))))
}

/// A text as it is compared and kept: spreadsheets change line ends, and nobody sees spaces at an end.
fn plain(text: &str) -> String {
    text.replace("\r\n", "\n")
        .replace('\r', "\n")
        .trim()
        .to_owned()
}

impl Table<'_> {
    fn row(
        &self,
        row: &Matched<'_>,
        import: &mut PlanImport,
        computed: &mut BTreeSet<&'static str>,
    ) {
        let entry = self
            .report
            .actions
            .iter()
            .find(|entry| entry.id == row.action);
        let action = self.assessment.improvement.action(&row.action);
        let fields = Fields {
            model: self.model,
            assessment: self.assessment,
            days: self.days,
            now: action.zip(entry),
            titled: &self.titled,
            known: &self.known,
        };
        let differing = self.differing(row.row, entry, computed);
        let texts: BTreeMap<&str, &str> = differing
            .iter()
            .map(|(column, _, after)| (column.name, after.as_str()))
            .collect();
        let mut made: Vec<ActionField> = Vec::new();
        let mut bad: Vec<(&'static str, String)> = Vec::new();
        let mut same: BTreeSet<&'static str> = BTreeSet::new();
        for (column, before, after) in &differing {
            if MEASURE.contains(&column.name) || PLACE.contains(&column.name) {
                continue;
            }
            match fields.cell(column.name, after) {
                Ok(read)
                    if read
                        .iter()
                        .all(|field| shown(field).as_ref() == Some(before)) =>
                {
                    same.insert(column.name);
                }
                Ok(read) => made.extend(read),
                Err(text) => bad.push((column.name, text)),
            }
        }
        if MEASURE.iter().any(|name| texts.contains_key(name)) {
            let read = fields.measure(&texts, |column, text| bad.push((column, text)));
            let now = fields.now.map(|(action, _)| action.measure.clone());
            let now = ActionField::Measure {
                measure: now.flatten(),
            };
            match read.filter(|read| *read != now) {
                Some(read) => made.push(read),
                None => same.extend(MEASURE),
            }
        }
        if PLACE.iter().any(|name| texts.contains_key(name)) {
            match fields.place(&texts) {
                Ok(read) => made.push(read),
                Err((column, text)) => {
                    bad.push((column, text));
                    same.extend(PLACE);
                }
            }
        }
        let told = differing.iter().filter(|(column, ..)| {
            !same.contains(column.name) && bad.iter().all(|(bad, _)| *bad != column.name)
        });
        let told: Vec<FieldChange> = told
            .map(|(column, before, after)| FieldChange {
                field: column.field.unwrap_or(column.name),
                before: before.clone(),
                after: after.clone(),
            })
            .collect();
        import
            .problems
            .extend(bad.into_iter().map(|(column, text)| CellProblem {
                line: row.row.line,
                column: column.to_owned(),
                text,
            }));
        if made.is_empty() && !row.removed {
            return;
        }
        // A new action begins so too: otherwise undoing and redoing would leave it removed.
        let back =
            (row.removed || entry.is_none()).then_some(ActionField::Removed { removed: false });
        let fields = back.into_iter().chain(made);
        import
            .edits
            .extend(fields.map(|field| set(&row.action, field)));
        import.changes.push(ActionChange {
            title: entry.map_or_else(
                || row.row.cell(self.file.column("title")).to_owned(),
                |entry| entry.title.clone(),
            ),
            new: entry.is_none() || row.removed,
            fields: told,
        });
    }

    /// The cells that are not as the table would tell them now, with how they are and how the file has them. So a file that
    /// nobody edited changes nothing, whatever stands in it.
    fn differing(
        &self,
        row: &CsvRow,
        entry: Option<&ActionEntry>,
        computed: &mut BTreeSet<&'static str>,
    ) -> Vec<(&'static PlanColumn, String, String)> {
        let mut differing = Vec::new();
        for column in &PLAN_COLUMNS {
            let Some(place) = self.file.column(column.name) else {
                continue;
            };
            let before = entry.map_or_else(String::new, |entry| column.cell(&self.report, entry));
            let (before, after) = (plain(&before), plain(row.text(Some(place))));
            if before == after {
                continue;
            }
            if column.field.is_some() {
                differing.push((column, before, after));
            } else if entry.is_some() {
                computed.insert(column.name);
            }
        }
        differing
    }

    fn remarks(
        &self,
        rows: &[Matched<'_>],
        computed: &BTreeSet<&'static str>,
        import: &mut PlanImport,
    ) {
        let mut remarks = Vec::new();
        let named = |names: &[String]| words::join(names);
        let is_known = |name: &&String| {
            PLAN_COLUMNS
                .iter()
                .any(|column| column.name.eq_ignore_ascii_case(name))
        };
        let columns = &self.file.columns;
        let unknown: Vec<String> = columns
            .iter()
            .filter(|name| !name.is_empty() && !is_known(name))
            .cloned()
            .collect();
        if !unknown.is_empty() {
            remarks.push(format!(
                "Not a column of the plan, so left alone: {}.",
                named(&unknown)
            ));
        }
        let twice = |(place, name): &(usize, &String)| {
            is_known(name) && self.file.column(name) != Some(*place)
        };
        let twice = columns.iter().enumerate().filter(twice);
        let twice: Vec<String> = twice.map(|(_, name)| name.clone()).collect();
        if !twice.is_empty() {
            remarks.push(format!(
                "There twice, so only the first one counts: {}.",
                named(&twice)
            ));
        }
        if self.file.column(ID).is_none() {
            remarks.push("There is no column \"id\", so each row is a new action.".to_owned());
        }
        let computed: Vec<String> = computed.iter().map(|name| (*name).to_owned()).collect();
        if !computed.is_empty() {
            remarks.push(format!(
                "Computed here, so what the file says otherwise is left alone: {}.",
                named(&computed)
            ));
        }
        let listed = |entry: &&ActionEntry| rows.iter().all(|row| row.action != entry.id);
        match self.report.actions.iter().filter(listed).count() {
            0 => {}
            1 => remarks.push("1 action is not in the file and stays as it is.".to_owned()),
            count => {
                remarks.push(format!(
                    "{count} actions are not in the file and stay as they are."
                ));
            }
        }
        for change in import.changes.iter().filter(|change| change.new) {
            let others = self.titled.get(&change.title).map_or(0, BTreeSet::len);
            if others > 1 {
                remarks.push(format!(
                    "There is another action called \"{}\".",
                    change.title
                ));
            }
        }
        import.remarks.extend(remarks);
    }
}

/// A field as the table tells it; none where it is told by several cells or is part of one.
fn shown(field: &ActionField) -> Option<String> {
    let text = |value: Option<String>| Some(value.unwrap_or_default());
    match field {
        ActionField::Title { title } => Some(title.clone()),
        ActionField::Owner { owner } => Some(owner.clone()),
        ActionField::Notes { text } => Some(text.clone()),
        ActionField::Status { status } => Some(plan_words::status(*status).to_owned()),
        ActionField::Start { date } | ActionField::Due { date } => {
            text(date.map(|date| date.to_string()))
        }
        ActionField::Effort { hours } => text(hours.map(|hours| hours.to_string())),
        ActionField::Cost { cost } => text(cost.map(|cost| cost.to_string())),
        ActionField::Gain { gain } => text(gain.map(|gain| gain.to_string())),
        ActionField::Phase { phase } => text(phase.as_ref().map(ToString::to_string)),
        _ => None,
    }
}
