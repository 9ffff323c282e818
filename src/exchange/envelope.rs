//! The assessment file: all changes of one assessment, in an envelope that says what it is and which model it needs.

use super::response_file::RESPONSE_FORMAT;
use crate::domain::assessment::Assessment;
use crate::domain::change::Change;
use crate::domain::edit::{Edit, ModelRef};
use crate::domain::id::AssessmentId;
use crate::reference::place::{Misread, read_json};
use serde::{Deserialize, Serialize};
use std::fmt;

/// The name of the format.
pub const ASSESSMENT_FORMAT: &str = "plumbline-assessment";

/// The version that this Plumbline writes, and the newest that it reads. Version 1 had no edits of targets by attribute and of
/// the plan, version 2 none of units, milestones and ratings carried over, version 3 none of what a team does together. All are
/// read as they are.
pub const FORMAT_VERSION: u32 = 4;

/// How far the clock of a change may be from that of the change before it. A clock counts edits, so it goes up by one; the rest
/// is room for changes that were left out of a file. A limit of the steps holds for every file that editing and joining can make
/// of those that were read. A limit of the clock itself would not: the edit after the highest one would go beyond it.
const FARTHEST: u64 = 1 << 20;

/// What files say wrote them.
pub const WRITTEN_BY: &str = concat!("Plumbline ", env!("CARGO_PKG_VERSION"));

/// An assessment as a file. Nothing is left out: the file is the assessment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AssessmentFile {
    pub format: String,
    pub format_version: u32,
    pub id: AssessmentId,
    /// The model that it needs. Stands in the first change too; here for those who look into the file.
    pub model: ModelRef,
    pub framework: ModelRef,
    /// When it was written, ISO 8601 in UTC.
    pub written_at: String,
    /// What wrote it.
    pub written_by: String,
    pub changes: Vec<Change>,
}

/// Why a file cannot be read as an assessment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileError {
    NotOurs,
    /// It holds what a participant answered to a questionnaire.
    Answers,
    Empty,
    /// Its end is missing.
    CutShort,
    TooNew(u32),
    Damaged {
        place: String,
        text: String,
    },
    /// Its changes do not start an assessment.
    NoStart,
}

/// What every file of Plumbline says first, whatever its version.
#[derive(Deserialize)]
pub(super) struct Head {
    pub format: String,
    pub format_version: u32,
}

/// Writes an assessment as a file.
pub fn write(id: &AssessmentId, assessment: &Assessment, now: &str) -> String {
    text(&file(
        id,
        &assessment.model,
        &assessment.framework,
        assessment.all_changes(),
        now,
    ))
}

/// Writes changes as a file without folding them. None where the first one does not start an assessment.
pub fn write_changes(id: &AssessmentId, changes: &[Change], now: &str) -> Option<String> {
    of_changes(id, changes.to_vec(), now).map(|file| text(&file))
}

/// Changes as a file, without folding them. None where the first one does not start an assessment.
pub fn of_changes(id: &AssessmentId, changes: Vec<Change>, now: &str) -> Option<AssessmentFile> {
    match &changes.first()?.edit {
        Edit::Start { model, framework } => {
            let (model, framework) = (model.clone(), framework.clone());
            Some(file(id, &model, &framework, changes, now))
        }
        _ => None,
    }
}

/// A file as the text that is handed out.
pub fn text(file: &AssessmentFile) -> String {
    serde_json::to_string_pretty(file)
        .expect("texts, numbers and lists can always be written as JSON")
}

fn file(
    id: &AssessmentId,
    model: &ModelRef,
    framework: &ModelRef,
    changes: Vec<Change>,
    now: &str,
) -> AssessmentFile {
    AssessmentFile {
        format: ASSESSMENT_FORMAT.to_owned(),
        format_version: FORMAT_VERSION,
        id: id.clone(),
        model: model.clone(),
        framework: framework.clone(),
        written_at: now.to_owned(),
        written_by: WRITTEN_BY.to_owned(),
        changes,
    }
}

/// Reads an assessment file.
///
/// # Errors
/// Where it is not one, is newer than this Plumbline, or is damaged.
pub fn read(text: &str) -> Result<AssessmentFile, FileError> {
    let text = without_mark(text);
    if text.trim().is_empty() {
        return Err(FileError::Empty);
    }
    let head: Head = read_json(text).map_err(|misread| {
        if misread.cut_off || text.contains(ASSESSMENT_FORMAT) {
            damaged(misread)
        } else {
            FileError::NotOurs
        }
    })?;
    check_head(&head)?;
    let file: AssessmentFile = read_json(text).map_err(damaged)?;
    check(&file)?;
    Ok(file)
}

/// What a file must hold beside its fields. For files that came within another one.
///
/// # Errors
/// Where it is another kind of file, is newer than this Plumbline, has an id that cannot be used or that two changes share, or
/// does not start.
pub fn check(file: &AssessmentFile) -> Result<(), FileError> {
    check_head(&Head {
        format: file.format.clone(),
        format_version: file.format_version,
    })?;
    if !is_id(&file.id) {
        let text = "an id has letters, digits, hyphens, underlines and dots only".to_owned();
        return Err(FileError::Damaged {
            place: "id".to_owned(),
            text,
        });
    }
    check_ids(&file.changes)?;
    Assessment::from_changes(&file.changes).map_err(|_| FileError::NoStart)?;
    Ok(())
}

/// Ids say which change comes first, so no two changes share one, and none is so late that nothing could come after it.
fn check_ids(changes: &[Change]) -> Result<(), FileError> {
    let mut places: Vec<usize> = (0..changes.len()).collect();
    places.sort_by(|one, other| changes[*one].id.cmp(&changes[*other].id));
    let damaged = |place: String, text: String| Err(FileError::Damaged { place, text });
    let mut before: Option<(usize, &Change)> = None;
    for place in places {
        let change = &changes[place];
        if let Some((other, known)) = before
            && known.id == change.id
            && known != change
        {
            return damaged(
                format!("changes[{place}].id"),
                format!("changes[{other}] has the same id and says something else"),
            );
        }
        let (clock, last) = (
            change.id.clock,
            before.map_or(0, |(_, known)| known.id.clock),
        );
        if clock - last > FARTHEST {
            return damaged(
                format!("changes[{place}].id.clock"),
                format!("it is {clock}, and no other change comes near it"),
            );
        }
        before = Some((place, change));
    }
    Ok(())
}

pub(super) fn check_head(head: &Head) -> Result<(), FileError> {
    if head.format == RESPONSE_FORMAT {
        return Err(FileError::Answers);
    }
    if head.format != ASSESSMENT_FORMAT {
        return Err(FileError::NotOurs);
    }
    if head.format_version > FORMAT_VERSION {
        return Err(FileError::TooNew(head.format_version));
    }
    Ok(())
}

/// The format that a JSON text says it has.
pub fn format_of(text: &str) -> Option<String> {
    read_json::<Head>(without_mark(text))
        .ok()
        .map(|head| head.format)
}

/// Ids become part of keys and addresses, so they must be plain.
pub(super) fn is_id(id: &AssessmentId) -> bool {
    let plain = |letter: char| letter.is_ascii_alphanumeric() || "-_.".contains(letter);
    !id.as_str().is_empty() && id.as_str().chars().all(plain)
}

/// Without the byte order mark that some programs put first.
pub(super) fn without_mark(text: &str) -> &str {
    text.trim_start_matches('\u{feff}')
}

fn damaged(misread: Misread) -> FileError {
    match misread.cut_off {
        true => FileError::CutShort,
        false => FileError::Damaged {
            place: misread.place,
            text: misread.text,
        },
    }
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotOurs => f.write_str("This is not an assessment file of Plumbline."),
            Self::Answers => f.write_str(
                "These are answers to a questionnaire. Take them in under Team, Questionnaires, where they were asked for.",
            ),
            Self::Empty => f.write_str("This file is empty."),
            Self::CutShort => f.write_str("The end of this file is missing. Ask for it once more."),
            Self::TooNew(version) => write!(
                f,
                "This file has format version {version}; this Plumbline reads up to {FORMAT_VERSION}. \
                 Please use a newer Plumbline. The file was not changed."
            ),
            Self::Damaged { place, text } if place.is_empty() => {
                write!(f, "This file is damaged: {text}.")
            }
            Self::Damaged { place, text } => write!(f, "This file is damaged at {place}: {text}."),
            Self::NoStart => {
                f.write_str("This file is damaged: its changes do not start an assessment.")
            }
        }
    }
}
