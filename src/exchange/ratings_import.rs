//! Ratings in from CSV, as a preview: what would be set, and each row that cannot be used.

use super::csv_text::{self, CsvFile, CsvRow};
use super::ratings_table::ALL_INSTANCES;
use crate::domain::assessment::Assessment;
use crate::domain::edit::Edit;
use crate::domain::framework::{Attribute, Rates};
use crate::domain::id::{IndicatorId, InstanceId, ProcessId};
use crate::domain::judgement::{Judgement, Settlement};
use crate::domain::model::Model;
use crate::domain::process_state::Remarks;
use crate::domain::result::{process_result, rates};
use crate::domain::scale::Rating;
use crate::domain::subject::{Item, Subject};
use crate::report::words::count;

/// What importing a file would do. Nothing is done before somebody has seen it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Preview {
    /// The edits, in the order of the file.
    pub edits: Vec<Edit>,
    /// How many edits set something that the author has not rated, or that is not settled or noted yet.
    pub added: usize,
    /// How many edits replace a rating of the author, a settlement or a note.
    pub replaced: usize,
    /// How many cells say what the author said already, or what is settled.
    pub unchanged: usize,
    /// Each row that cannot be used, or not whole, with the reason.
    pub unusable: Vec<RowProblem>,
    /// What to know before importing.
    pub remarks: Vec<String>,
}

/// A row that cannot be used, or not whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowProblem {
    /// The line in the file, counted from 1.
    pub line: u64,
    pub text: String,
}

/// Reads a CSV file of ratings and tells what importing it would do. Ratings become those of `author`, whatever others said.
///
/// # Errors
/// A sentence, where no row can be used because the file is not CSV or a column is missing.
pub fn preview(
    model: &Model,
    assessment: &Assessment,
    author: &str,
    file_name: &str,
    text: &str,
) -> Result<Preview, String> {
    let file = csv_text::read(text)?;
    let mut import = Import {
        model,
        assessment,
        author,
        file: &file,
        file_name,
        equal: 0,
        preview: Preview::default(),
    };
    if file.column("process").is_none() {
        return Err(format!(
            "There is no column \"process\". The columns are: {}.",
            file.columns.join(", ")
        ));
    }
    if file.column("indicator").is_some() && file.column("rating").is_some() {
        import.indicators();
    } else if model
        .framework
        .attributes
        .iter()
        .any(|attribute| file.column(attribute.id.as_str()).is_some())
    {
        import.attributes();
    } else {
        return Err("There are neither columns \"indicator\" and \"rating\" nor one for an attribute such as PA1.1.".to_owned());
    }
    let Import {
        equal, mut preview, ..
    } = import;
    if equal > 0 {
        let (verb, yours) = match equal {
            1 => ("equals", "It becomes"),
            _ => ("equal", "They become"),
        };
        let ratings = count(equal, "rating");
        preview.remarks.push(format!(
            "{ratings} of the file {verb} what is rated already. {yours} yours too."
        ));
    }
    Ok(preview)
}

/// One import under way.
struct Import<'a> {
    model: &'a Model,
    assessment: &'a Assessment,
    author: &'a str,
    file: &'a CsvFile,
    file_name: &'a str,
    /// How many ratings equal what counts, and are not the author's yet.
    equal: usize,
    preview: Preview,
}

impl Import<'_> {
    fn indicators(&mut self) {
        let column = |name| self.file.column(name);
        let (indicator, rating, reason, note) = (
            column("indicator"),
            column("rating"),
            column("not applicable because"),
            column("note"),
        );
        if rates(self.model, self.assessment) != Rates::Indicators {
            self.preview.remarks.push(
                "This assessment does not rate indicators under its rating method, so these ratings will not count until the \
                 method is changed in Set up."
                    .to_owned(),
            );
        }
        for row in &self.file.rows {
            let Some((process, instance)) = self.place(row) else {
                continue;
            };
            let id = IndicatorId::new(row.cell(indicator));
            if self.model.indicator(&process, &id).is_none() {
                self.unusable(row, format!("{process} has no indicator \"{id}\"."));
                continue;
            }
            let subject = Subject {
                process,
                instance,
                item: Item::Indicator(id),
            };
            self.judge(row, subject.clone(), row.cell(rating), row.text(reason));
            self.note(subject, row.text(note));
        }
    }

    fn judge(&mut self, row: &CsvRow, subject: Subject, rating: &str, reason: &str) {
        let judgement = match (rating, if reason.trim().is_empty() { "" } else { reason }) {
            ("", "") => return,
            ("", reason) => Judgement::NotApplicable {
                reason: reason.to_owned(),
            },
            (rating, _) => match self.model.framework.scale.read(rating) {
                Some(rating) => Judgement::Rated { rating },
                None => {
                    let edition = &self.model.framework.edition;
                    return self
                        .unusable(row, format!("\"{rating}\" is not a rating of {edition}."));
                }
            },
        };
        self.say(subject, judgement);
    }

    /// Has the author say this, unless the author does already.
    fn say(&mut self, subject: Subject, judgement: Judgement) {
        let remarks = self.assessment.remarks(&subject);
        let own = remarks.and_then(|remarks| remarks.judgement_by(self.author));
        if own == Some(&judgement) {
            self.preview.unchanged += 1;
            return;
        }
        let counts = remarks.and_then(Remarks::judgement);
        self.equal += usize::from(counts == Some(&judgement));
        self.count(own.is_some());
        self.preview.edits.push(Edit::Judge {
            subject,
            judgement: Some(judgement),
        });
    }

    fn note(&mut self, subject: Subject, text: &str) {
        let present = self.assessment.remarks(&subject).map_or("", Remarks::note);
        if !text.trim().is_empty() && text != present {
            self.count(!present.is_empty());
            self.preview.edits.push(Edit::SetNote {
                subject,
                text: text.to_owned(),
            });
        }
    }

    fn attributes(&mut self) {
        let rates = rates(self.model, self.assessment);
        if rates == Rates::Indicators {
            self.preview.remarks.push(format!(
                "This assessment rates indicators. Attribute ratings from the file will stand as settled ratings, with the \
                 reason \"Imported from {}\". Cells that equal the computed rating are left alone.",
                self.file_name
            ));
        }
        let attributes: Vec<_> = self
            .model
            .framework
            .attributes
            .iter()
            .filter_map(|attribute| Some((attribute, self.file.column(attribute.id.as_str())?)))
            .collect();
        for row in &self.file.rows {
            let Some((process, instance)) = self.place(row) else {
                continue;
            };
            for (attribute, column) in &attributes {
                let cell = row.cell(Some(*column));
                if cell.is_empty() {
                    continue;
                }
                match self.model.framework.scale.read(cell) {
                    None => self.unusable(
                        row,
                        format!(
                            "{}: \"{cell}\" is not a rating of {}.",
                            attribute.id, self.model.framework.edition
                        ),
                    ),
                    Some(rating) => {
                        self.attribute(&process, instance.as_ref(), attribute, rating, rates)
                    }
                }
            }
        }
    }

    fn attribute(
        &mut self,
        process: &ProcessId,
        instance: Option<&InstanceId>,
        attribute: &Attribute,
        rating: Rating,
        rates: Rates,
    ) {
        let result = process_result(self.model, self.assessment, process);
        let several = result.instances.len() > 1;
        let of_instance = instance.filter(|_| match rates {
            Rates::Attributes => true,
            Rates::Process => false,
            Rates::Indicators => several,
        });
        let subject =
            Subject::attribute(process.clone(), of_instance.cloned(), attribute.id.clone());
        let settles =
            rates == Rates::Indicators || (rates == Rates::Attributes && of_instance.is_none());
        if !settles {
            return self.say(subject, Judgement::Rated { rating });
        }
        let own = result
            .instances
            .iter()
            .find(|found| several && Some(&found.instance.id) == of_instance);
        let results = own.map_or(&result.attributes, |found| &found.attributes);
        let present = results
            .iter()
            .find(|found| found.attribute == attribute.id)
            .and_then(|found| found.standing.rating());
        if present == Some(&rating) {
            self.preview.unchanged += 1;
            return;
        }
        self.count(present.is_some());
        let reason = format!("Imported from {}", self.file_name);
        self.preview.edits.push(Edit::Settle {
            subject,
            settlement: Some(Settlement { rating, reason }),
        });
    }

    /// The process and instance that a row is about. A blank instance stands for the first one, none for all of them.
    fn place(&mut self, row: &CsvRow) -> Option<(ProcessId, Option<InstanceId>)> {
        let process = ProcessId::new(row.cell(self.file.column("process")));
        if !self.assessment.scope.contains(&process) {
            let text = if self.model.process(&process).is_some() {
                format!("The process {process} is not in the scope of this assessment.")
            } else {
                format!("The model has no process \"{process}\".")
            };
            self.unusable(row, text);
            return None;
        }
        let name = row.cell(self.file.column("instance"));
        if name == ALL_INSTANCES {
            return Some((process, None));
        }
        let instances = self.assessment.instances(&process);
        let found = instances
            .iter()
            .find(|instance| name.is_empty() || instance.name.trim() == name);
        if found.is_none() {
            self.unusable(
                row,
                format!("{process} has no instance \"{name}\". Add it in Set up first."),
            );
        }
        found.map(|instance| (process, Some(instance.id.clone())))
    }

    fn count(&mut self, present: bool) {
        if present {
            self.preview.replaced += 1;
        } else {
            self.preview.added += 1;
        }
    }

    fn unusable(&mut self, row: &CsvRow, text: String) {
        self.preview.unusable.push(RowProblem {
            line: row.line,
            text,
        });
    }
}

/// What an edit of an import does, in words.
pub fn describe(edit: &Edit) -> Option<String> {
    let about = |subject: &Subject| match &subject.item {
        Item::Indicator(id) => format!("{} {id}", subject.process),
        Item::Attribute(id) => format!("{} {id}", subject.process),
    };
    Some(match edit {
        Edit::Judge {
            subject,
            judgement: Some(Judgement::Rated { rating }),
        } => format!("{}: {rating}", about(subject)),
        Edit::Judge {
            subject,
            judgement: Some(Judgement::NotApplicable { reason }),
        } => {
            format!("{}: not applicable, {reason}", about(subject))
        }
        Edit::Settle {
            subject,
            settlement: Some(settlement),
        } => {
            format!("{}: settled at {}", about(subject), settlement.rating)
        }
        Edit::SetNote { subject, .. } => format!("{}: note", about(subject)),
        _ => return None,
    })
}
