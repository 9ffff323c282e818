//! Reads a backup in chunks of bytes as they come, and says at the end whether it is whole.

use super::backup::{BACKUP_FORMAT, EndLine, Entry, FORMAT_VERSION, LONGEST_LINE};
use super::envelope::{self, FileError, Head};
use crate::reference::fingerprint::hexadecimal;
use crate::reference::place::{Misread, read_json};
use crate::report::words::count;
use serde::Deserialize;
use sha2::{Digest, Sha256};
use std::fmt;

/// A line that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// Counted from 1.
    pub line: u64,
    pub text: String,
}

/// What is to be said of a backup as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    pub state: State,
    /// How many entries could be read.
    pub entries: usize,
    /// How many the last line says there are.
    pub announced: Option<usize>,
    /// How many lines could not be read.
    pub unreadable: usize,
    /// The first of those lines.
    pub troubles: Vec<Trouble>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Every byte is as it was written.
    Whole,
    /// The last line is missing.
    CutOff,
    Changed,
    NotABackup,
    /// Nothing was read: it has this format version.
    TooNew(u32),
}

/// Reads a backup piece by piece.
#[derive(Debug)]
pub struct Reader {
    longest: usize,
    hash: Sha256,
    /// The line under way.
    line: Vec<u8>,
    /// Whether the line under way is too long and is passed over.
    passing: bool,
    number: u64,
    /// Whether the first line said that this is a backup.
    headed: bool,
    /// Whether a first line that cannot be read has the name of the format.
    named: bool,
    end: Option<Ending>,
    /// Set where nothing more is read.
    stopped: Option<State>,
    entries: usize,
    unreadable: usize,
    troubles: Vec<Trouble>,
}

/// What the last line says, and whether it is true.
#[derive(Debug)]
struct Ending {
    entries: usize,
    matches: bool,
}

/// Enough of an assessment of any version to tell that it is newer.
#[derive(Deserialize)]
struct AnyAssessment {
    assessment: AnyFile,
}

#[derive(Deserialize)]
struct AnyFile {
    file: Head,
}

/// Why a line is no entry.
enum Unread {
    Form(Misread),
    File(FileError),
}

/// How many troubles are kept with their text: a file of another kind may have millions.
const KEPT_TROUBLES: usize = 100;

impl Default for Reader {
    fn default() -> Self {
        Self::with_longest_line(LONGEST_LINE)
    }
}

impl Reader {
    pub fn with_longest_line(longest: usize) -> Self {
        Self {
            longest,
            hash: Sha256::new(),
            line: Vec::new(),
            passing: false,
            number: 0,
            headed: false,
            named: false,
            end: None,
            stopped: None,
            entries: 0,
            unreadable: 0,
            troubles: Vec::new(),
        }
    }

    /// Takes the next bytes, wherever they were cut, and gives the entries that are complete with them.
    pub fn push(&mut self, bytes: &[u8]) -> Vec<Result<Entry, Trouble>> {
        let mut found = Vec::new();
        for piece in bytes.split_inclusive(|byte| *byte == b'\n') {
            if self.stopped.is_some() {
                break;
            }
            if self.passing {
                self.hash.update(piece);
            } else {
                self.line.extend_from_slice(piece);
                if self.line.len() > self.longest {
                    self.passing = true;
                    self.hash.update(&self.line);
                    self.line = Vec::new();
                }
            }
            if piece.ends_with(b"\n") {
                found.extend(self.line_ends());
            }
        }
        found
    }

    /// What is to be said of the backup, with the entry of a last line that does not end.
    pub fn finish(mut self) -> (Option<Result<Entry, Trouble>>, Verdict) {
        let last = if self.passing || !self.line.is_empty() {
            self.line_ends()
        } else {
            None
        };
        let state = match (self.stopped, &self.end) {
            (Some(state), _) => state,
            (None, None) if !self.headed && !self.named && self.entries == 0 => State::NotABackup,
            (None, None) => State::CutOff,
            (None, Some(end)) if end.matches && self.headed => State::Whole,
            (None, Some(_)) => State::Changed,
        };
        let verdict = Verdict {
            state,
            entries: self.entries,
            announced: self.end.map(|end| end.entries),
            unreadable: self.unreadable,
            troubles: self.troubles,
        };
        (last, verdict)
    }

    fn line_ends(&mut self) -> Option<Result<Entry, Trouble>> {
        self.number += 1;
        let line = std::mem::take(&mut self.line);
        if std::mem::take(&mut self.passing) {
            let text = format!(
                "It is longer than {} MB and was passed over.",
                self.longest >> 20
            );
            return Some(Err(self.trouble(text)));
        }
        if line.trim_ascii().is_empty() {
            // Blank lines say nothing, but they were not there when the backup was written.
            self.hash.update(&line);
            return None;
        }
        let found = self.read(&line);
        self.hash.update(&line);
        let entry = found.transpose()?;
        if let Some(end) = &mut self.end {
            // Something stands after the last line.
            end.matches = false;
        }
        Some(match entry {
            Ok(entry) => {
                self.entries += 1;
                Ok(entry)
            }
            Err(text) => Err(self.trouble(text)),
        })
    }

    /// What a line holds; none for the first and the last one. What is wrong with it, otherwise.
    fn read(&mut self, line: &[u8]) -> Result<Option<Entry>, String> {
        let text = std::str::from_utf8(line).map_err(|error| {
            let place = error.valid_up_to() + 1;
            format!("It is not UTF-8 text (byte {place} of the line).")
        })?;
        let text = text.trim_end();
        if self.number == 1 {
            match read_json::<Head>(envelope::without_mark(text)) {
                Ok(head) => {
                    if head.format != BACKUP_FORMAT {
                        self.stopped = Some(State::NotABackup);
                    } else if head.format_version > FORMAT_VERSION {
                        self.stopped = Some(State::TooNew(head.format_version));
                    }
                    self.headed = true;
                    return Ok(None);
                }
                // The first line may be lost. What follows tells whether this is a backup.
                Err(misread) => {
                    self.named = text.contains(BACKUP_FORMAT);
                    let entry = read_entry(text).map(Some);
                    return entry.map_err(|_| said("The first line", &misread));
                }
            }
        }
        let misread = match read_entry(text) {
            Err(Unread::Form(misread)) => misread,
            Err(Unread::File(error)) => return Err(error.to_string()),
            Ok(entry) => return Ok(Some(entry)),
        };
        match read_json(text) {
            Ok(EndLine { end }) if self.end.is_none() => {
                let present = hexadecimal(&self.hash.clone().finalize());
                self.end = Some(Ending {
                    entries: end.entries,
                    matches: present == end.sha256,
                });
                Ok(None)
            }
            _ => Err(said("It", &misread)),
        }
    }

    fn trouble(&mut self, text: String) -> Trouble {
        let trouble = Trouble {
            line: self.number,
            text,
        };
        self.unreadable += 1;
        if self.troubles.len() < KEPT_TROUBLES {
            self.troubles.push(trouble.clone());
        }
        trouble
    }
}

fn read_entry(text: &str) -> Result<Entry, Unread> {
    match read_json::<Entry>(text) {
        Ok(entry) => {
            if let Entry::Assessment { file, .. } = &entry {
                envelope::check(file).map_err(Unread::File)?;
            }
            Ok(entry)
        }
        Err(misread) => {
            let any = read_json::<AnyAssessment>(text);
            // A newer file may have another form, and is not damaged.
            match any.map(|any| envelope::check_head(&any.assessment.file)) {
                Ok(Err(error)) => Err(Unread::File(error)),
                _ => Err(Unread::Form(misread)),
            }
        }
    }
}

/// "It cannot be read at setting.name: expected value, column 12."
fn said(what: &str, misread: &Misread) -> String {
    let text = misread.text.replace(" at line 1 column ", ", column ");
    let at = if misread.place.is_empty() { "" } else { " at " };
    format!("{what} cannot be read{at}{}: {text}.", misread.place)
}

impl Verdict {
    pub fn is_whole(&self) -> bool {
        self.state == State::Whole && self.unreadable == 0
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Line {}: {}", self.line, self.text)
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let entries = match self.entries {
            1 => "1 entry".to_owned(),
            number => format!("{number} entries"),
        };
        match self.state {
            State::NotABackup => return f.write_str("This is not a backup of Plumbline."),
            State::TooNew(version) => {
                return write!(
                    f,
                    "This backup has format version {version}; this Plumbline reads up to {FORMAT_VERSION}. \
                     Please use a newer Plumbline. The file was not changed."
                );
            }
            State::Whole => write!(
                f,
                "This backup is whole: {entries}, each byte as it was written."
            )?,
            State::CutOff => write!(
                f,
                "This backup is cut off: its last line is missing, so there may have been more. {entries} can be restored."
            )?,
            State::Changed => {
                write!(
                    f,
                    "This backup was changed or damaged since it was written. {entries} can be restored."
                )?;
                if let Some(announced) = self.announced {
                    write!(f, " When it was written, it had {announced}.")?;
                }
            }
        }
        if self.unreadable > 0 {
            write!(
                f,
                " {} cannot be read and would not be restored.",
                count(self.unreadable, "line")
            )?;
        }
        Ok(())
    }
}
