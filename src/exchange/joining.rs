//! Joining copies of one assessment that people worked on apart: what each file would bring, told before anything is done.
//!
//! The union of changes can be made twice and in any order, and removes nothing.

use super::backup::BACKUP_FORMAT;
use super::doubt::{Doubt, doubts};
use super::envelope::{self, AssessmentFile, FileError};
use super::locked::is_locked;
use super::report_file::{self, ReportFileError, is_report};
use super::restore_difference::Difference;
use crate::domain::assessment::Assessment;
use crate::domain::change::{Change, ChangeId, merge};
use crate::domain::date::Date;
use crate::domain::edit::{Edit, ModelRef};
use crate::domain::id::{AssessmentId, ProcessId};
use crate::domain::model::Model;
use crate::domain::profile::LevelRange;
use crate::domain::result::process_result;
use crate::domain::spread::{Spread, spreads};
use crate::domain::subject::Subject;
use crate::domain::survey::SurveyEdit;
use std::collections::{BTreeMap, BTreeSet};

/// Files that were picked, held against the copy that is here.
#[derive(Clone, Debug, PartialEq)]
pub struct Joining {
    /// In the order in which they were picked.
    pub files: Vec<Incoming>,
    /// What is missing here, each change once, in order.
    pub changes: Vec<Change>,
    /// None where nothing would be different.
    pub outcome: Option<Outcome>,
}

/// One file, and what it would bring.
#[derive(Clone, Debug, PartialEq)]
pub struct Incoming {
    pub name: String,
    pub found: Result<Bringing, Unfit>,
}

/// What a file brings that neither the copy here nor a file before it has.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bringing {
    pub changes: usize,
    /// How much of it is there already.
    pub known: usize,
    /// By name.
    pub authors: Vec<Contribution>,
    /// The file before this one that has the very same changes.
    pub same_as: Option<String>,
    pub doubts: Vec<Doubt>,
}

/// What one person did, by kind. Each change counts, also one that a later one stands above.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contribution {
    pub author: String,
    pub ratings: usize,
    pub agreements: usize,
    pub notes: usize,
    pub evidence: usize,
    pub findings: usize,
    pub responses: usize,
    pub others: usize,
}

/// Why a file is not joined.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unfit {
    File(FileError),
    Report(ReportFileError),
    /// It could not be read at all.
    Unread(String),
    /// It opens with a passphrase.
    Locked,
    Backup,
    /// Another assessment, with its name and unit.
    OtherAssessment {
        title: String,
        unit: String,
    },
    OtherModel {
        here: Box<ModelRef>,
        there: Box<ModelRef>,
    },
    /// It has the id of this assessment, but was not started by the same change.
    OtherStart,
}

/// What is different after joining all files that fit.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    pub difference: Difference,
    /// Nothing of what follows is told while ratings are blind.
    pub blind: bool,
    /// It comes finalised by somebody else.
    pub finalised: bool,
    /// Processes whose level or range changes, in the order of the scope.
    pub levels: Vec<LevelMove>,
    /// Disagreements that are to be settled afterwards and were not before.
    pub disagreements: Vec<Spread>,
    pub notes: Vec<NoteMove>,
    /// Changes that make no sense after all others and did before. They are kept, and count for nothing.
    pub refused: usize,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LevelMove {
    pub process: ProcessId,
    pub before: LevelRange,
    pub after: LevelRange,
}

/// A note that another one takes the place of. Both are kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteMove {
    pub subject: Subject,
    pub before: String,
    pub after: String,
}

/// Holds files, each with its name and text, against the copy that is here. `today` is the day by the clock of this machine.
pub fn joining(
    model: &Model,
    id: &AssessmentId,
    here: &Assessment,
    files: &[(String, Result<String, String>)],
    today: Date,
) -> Joining {
    let mut all = here.all_changes();
    let mut incoming: Vec<Incoming> = Vec::new();
    let mut before: Vec<(String, BTreeSet<ChangeId>)> = Vec::new();
    for (name, text) in files {
        let read = text.as_ref().map_err(|error| Unfit::Unread(error.clone()));
        let file = read.and_then(|text| fitting(id, here, text));
        let found = file.map(|file| {
            let ids: BTreeSet<ChangeId> = file
                .changes
                .iter()
                .map(|change| change.id.clone())
                .collect();
            let mut found = bringing(here, &all, &file.changes, today);
            let same = before.iter().find(|(_, known)| *known == ids);
            found.same_as = same.map(|(name, _)| name.clone());
            before.push((name.clone(), ids));
            all = merge(std::mem::take(&mut all), file.changes);
            found
        });
        incoming.push(Incoming {
            name: name.clone(),
            found,
        });
    }
    let new = all.iter().filter(|change| !here.knows(&change.id));
    let changes: Vec<Change> = new.cloned().collect();
    Joining {
        files: incoming,
        outcome: (!changes.is_empty())
            .then(|| outcome(model, here, &all, changes.len()))
            .flatten(),
        changes,
    }
}

/// A file that is a copy of the assessment that is here.
fn fitting(id: &AssessmentId, here: &Assessment, text: &str) -> Result<AssessmentFile, Unfit> {
    if is_locked(text) {
        return Err(Unfit::Locked);
    }
    let start: String = text.chars().take(200).collect();
    if start.contains(BACKUP_FORMAT) {
        return Err(Unfit::Backup);
    }
    let file = match is_report(text) {
        true => report_file::read(text).map_err(Unfit::Report)?,
        false => envelope::read(text).map_err(Unfit::File)?,
    };
    let (there, _) =
        Assessment::from_changes(&file.changes).map_err(|_| Unfit::File(FileError::NoStart))?;
    if file.id != *id {
        let (title, unit) = (there.title, there.unit);
        return Err(Unfit::OtherAssessment { title, unit });
    }
    for (here, there) in [
        (&here.model, there.model.clone()),
        (&here.framework, there.framework.clone()),
    ] {
        if *here != there {
            let (here, there) = (Box::new(here.clone()), Box::new(there));
            return Err(Unfit::OtherModel { here, there });
        }
    }
    // Otherwise something could stand before the change that starts the assessment.
    match there.changes().first() == here.changes().first() {
        true => Ok(file),
        false => Err(Unfit::OtherStart),
    }
}

fn bringing(here: &Assessment, all: &[Change], file: &[Change], today: Date) -> Bringing {
    let known: BTreeSet<&ChangeId> = all.iter().map(|change| &change.id).collect();
    let new: Vec<&Change> = file
        .iter()
        .filter(|change| !known.contains(&change.id))
        .collect();
    let mut authors: BTreeMap<&str, Contribution> = BTreeMap::new();
    for change in &new {
        let author = authors.entry(&change.author).or_default();
        author.author.clone_from(&change.author);
        author.add(&change.edit);
    }
    Bringing {
        changes: new.len(),
        known: file.len() - new.len(),
        authors: authors.into_values().collect(),
        same_as: None,
        doubts: doubts(here, all, file, &new, today),
    }
}

impl Contribution {
    fn add(&mut self, edit: &Edit) {
        let kind = match edit {
            Edit::Judge { .. } | Edit::Withdraw { .. } => &mut self.ratings,
            Edit::Agree { .. } => &mut self.agreements,
            Edit::SetNote { .. } => &mut self.notes,
            Edit::Evidence(_) | Edit::SetEvidence { .. } => &mut self.evidence,
            Edit::Finding(_) => &mut self.findings,
            Edit::Survey(SurveyEdit::SetResponse { .. }) => &mut self.responses,
            _ => &mut self.others,
        };
        *kind += 1;
    }
}

fn outcome(model: &Model, here: &Assessment, all: &[Change], new: usize) -> Option<Outcome> {
    let (before, left_out) = Assessment::from_changes(&here.all_changes()).ok()?;
    let (after, mut refused) = Assessment::from_changes(all).ok()?;
    refused.retain(|found| !left_out.iter().any(|known| known.id == found.id));
    let mut difference = Difference::between(Some(&before), Some(&after));
    difference.changes = new;
    let mut outcome = Outcome {
        difference,
        blind: after.blind,
        finalised: before.seal.is_none() && after.seal.is_some(),
        levels: Vec::new(),
        disagreements: Vec::new(),
        notes: Vec::new(),
        refused: refused.len(),
    };
    if !after.blind {
        let open = spreads(model, &before);
        let open: BTreeSet<&Subject> = open.to_settle().map(|spread| &spread.subject).collect();
        let found = spreads(model, &after);
        let appears = |spread: &&Spread| !open.contains(&spread.subject);
        outcome.disagreements = found.to_settle().filter(appears).cloned().collect();
        outcome.levels = level_moves(model, &before, &after);
        outcome.notes = note_moves(&before, &after);
    }
    Some(outcome)
}

fn level_moves(model: &Model, before: &Assessment, after: &Assessment) -> Vec<LevelMove> {
    let range = |assessment: &Assessment, process| {
        let found = process_result(model, assessment, process);
        LevelRange {
            level: found.level,
            lowest: found.lowest,
            highest: found.highest,
        }
    };
    let processes = after
        .scope
        .iter()
        .filter(|process| model.process(process).is_some());
    let moves = processes.map(|process| LevelMove {
        process: process.clone(),
        before: range(before, process),
        after: range(after, process),
    });
    moves.filter(|found| found.before != found.after).collect()
}

fn note_moves(before: &Assessment, after: &Assessment) -> Vec<NoteMove> {
    let mut moves = Vec::new();
    for (process, state) in before.states() {
        for (instance, item, remarks) in state.items() {
            let subject = Subject {
                process: process.clone(),
                instance: instance.cloned(),
                item: item.clone(),
            };
            let (now, then) = (
                after.remarks(&subject).map_or("", |found| found.note()),
                remarks.note(),
            );
            if !then.trim().is_empty() && now != then {
                moves.push(NoteMove {
                    subject,
                    before: then.to_owned(),
                    after: now.to_owned(),
                });
            }
        }
    }
    moves
}
