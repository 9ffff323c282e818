//! Assessments out of many files: assessment files, reports that carry one, and backups, mixed. What cannot be read is told by file, and the rest stays.

use super::backup::{BACKUP_FORMAT, Entry};
use super::backup_reader::{Reader, State};
use super::envelope::AssessmentFile;
use super::locked::LOCKED_FORMAT;
use super::report_file;
use crate::domain::change::merge;
use crate::domain::id::AssessmentId;
use std::collections::BTreeMap;

/// What was found so far.
#[derive(Clone, Debug, Default)]
pub struct Collection {
    /// Each assessment once: where several files have it, with the changes of all.
    pub files: BTreeMap<AssessmentId, AssessmentFile>,
    /// The first file that had each of them.
    pub sources: BTreeMap<AssessmentId, String>,
    /// Models that came in backups, by name.
    pub models: Vec<(String, String)>,
    pub problems: Vec<FileProblem>,
}

/// What is wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileProblem {
    pub file: String,
    pub text: String,
}

/// How far into a file its format is looked for.
const START: usize = 200;

impl Collection {
    /// Takes in what a file holds. Assessments that were deleted when a backup was made are left out.
    pub fn add(&mut self, name: &str, text: &str) {
        let start: String = text.chars().take(START).collect();
        if start.contains(LOCKED_FORMAT) {
            self.problem(
                name,
                "It is locked. Open it under Backup, with its passphrase.",
            );
        } else if start.contains(BACKUP_FORMAT) {
            self.add_backup(name, text);
        } else {
            match report_file::read_either(text) {
                Ok(file) => self.add_file(name, file),
                Err(error) => self.problem(name, error),
            }
        }
    }

    /// Notes that a file cannot be used.
    pub fn problem(&mut self, name: &str, text: impl Into<String>) {
        self.problems.push(FileProblem {
            file: name.to_owned(),
            text: text.into(),
        });
    }

    fn add_backup(&mut self, name: &str, text: &str) {
        let mut reader = Reader::default();
        let mut found = reader.push(text.as_bytes());
        let (last, verdict) = reader.finish();
        found.extend(last);
        for entry in found {
            match entry {
                Ok(Entry::Assessment {
                    deleted_at: None,
                    file,
                }) => self.add_file(name, *file),
                Ok(Entry::Model { name, text }) => self.models.push((name, text)),
                Ok(_) => {}
                Err(trouble) => self.problem(name, trouble.to_string()),
            }
        }
        if verdict.state != State::Whole {
            self.problem(name, verdict.to_string());
        }
    }

    fn add_file(&mut self, name: &str, mut file: AssessmentFile) {
        let source = self.sources.entry(file.id.clone());
        source.or_insert_with(|| name.to_owned());
        if let Some(known) = self.files.remove(&file.id) {
            file.changes = merge(known.changes, file.changes);
        }
        self.files.insert(file.id.clone(), file);
    }
}
