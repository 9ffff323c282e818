//! The backup file: everything of one machine, one entry a line (JSON Lines), written piece by piece.
//!
//! The first line says what it is, the last one how many entries there are and the SHA-256 of all bytes before it. So
//! it can be told whether a backup is whole, and a damaged line loses nothing but itself. `backup_reader` reads it.

use super::envelope::{self, AssessmentFile, WRITTEN_BY};
use crate::domain::change::{Change, in_order};
use crate::domain::id::AssessmentId;
use crate::reference::fingerprint::hexadecimal;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// The name of the format.
pub const BACKUP_FORMAT: &str = "plumbline-backup";

/// The version that this Plumbline writes, and the newest that it reads.
pub const FORMAT_VERSION: u32 = 1;

/// The longest line that is read: the memory of a page is not without end.
pub const LONGEST_LINE: usize = 64 << 20;

/// How many bytes of changes one entry holds at most. An assessment that has more is written as several entries.
const LONGEST_ENTRY: usize = LONGEST_LINE / 4;

/// One line of a backup between the first and the last.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Entry {
    Assessment {
        deleted_at: Option<String>,
        file: Box<AssessmentFile>,
    },
    /// A model of one's own.
    Model {
        name: String,
        text: String,
    },
    Setting {
        name: String,
        value: String,
    },
    /// A text that could not be read and was set aside.
    Damaged {
        key: String,
        text: String,
    },
}

/// The last line.
#[derive(Debug, Deserialize)]
pub(super) struct EndLine {
    pub end: End,
}

#[derive(Debug, Deserialize)]
pub(super) struct End {
    pub entries: usize,
    pub sha256: String,
}

/// Writes a backup. Each piece that it gives ends its line; put one after the other they are the file.
#[derive(Debug)]
pub struct Writer {
    hash: Sha256,
    entries: usize,
    now: String,
}

impl Writer {
    /// A new backup and its first line.
    pub fn new(now: &str) -> (Self, String) {
        let mut writer = Self {
            hash: Sha256::new(),
            entries: 0,
            now: now.to_owned(),
        };
        let line = format!(
            "{{\"format\":\"{BACKUP_FORMAT}\",\"format_version\":{FORMAT_VERSION},\"written_at\":{},\"written_by\":{}}}\n",
            json(now),
            json(WRITTEN_BY),
        );
        writer.hash.update(&line);
        (writer, line)
    }

    /// An assessment with all its changes. Where they do not start one, because of some damage, or its id could not be
    /// read back, they are written as a damaged text, so that they are not lost.
    pub fn assessment(
        &mut self,
        id: &AssessmentId,
        changes: Vec<Change>,
        deleted_at: Option<&str>,
    ) -> String {
        self.in_parts(id, in_order(changes), deleted_at, LONGEST_ENTRY)
    }

    /// One line, or several where it would be long. Each part begins with the first change, so that it can stand alone.
    fn in_parts(
        &mut self,
        id: &AssessmentId,
        changes: Vec<Change>,
        deleted_at: Option<&str>,
        longest: usize,
    ) -> String {
        let first = changes.first().cloned();
        let file = envelope::of_changes(id, changes.clone(), &self.now);
        let (kind, text) = match file.filter(|_| envelope::is_id(id)) {
            Some(file) => ("assessment", json(&file)),
            None => {
                let texts: Vec<String> = changes.iter().map(json).collect();
                ("damaged", texts.join("\n"))
            }
        };
        match first {
            Some(first) if text.len() > longest && changes.len() > 2 => {
                let mut rest = changes;
                let mut part = rest.split_off(rest.len() / 2);
                part.insert(0, first);
                let line = self.in_parts(id, rest, deleted_at, longest);
                line + &self.in_parts(id, part, deleted_at, longest)
            }
            Some(_) if kind == "assessment" => self.line(&format!(
                "{{\"assessment\":{{\"deleted_at\":{},\"file\":{text}}}}}",
                json(&deleted_at)
            )),
            Some(_) => {
                let last = changes.last().map_or(0, |change| change.id.clock);
                self.damaged(&format!("pack/{id}/{last}"), &text)
            }
            None => String::new(),
        }
    }

    pub fn model(&mut self, name: &str, text: &str) -> String {
        self.pair("model", ("name", name), ("text", text))
    }

    pub fn setting(&mut self, name: &str, value: &str) -> String {
        self.pair("setting", ("name", name), ("value", value))
    }

    pub fn damaged(&mut self, key: &str, text: &str) -> String {
        self.pair("damaged", ("key", key), ("text", text))
    }

    /// The last line. A backup without it counts as cut off.
    pub fn end(self) -> String {
        format!(
            "{{\"end\":{{\"entries\":{},\"sha256\":\"{}\"}}}}\n",
            self.entries,
            hexadecimal(&self.hash.finalize())
        )
    }

    fn pair(&mut self, kind: &str, one: (&str, &str), other: (&str, &str)) -> String {
        self.line(&format!(
            "{{\"{kind}\":{{\"{}\":{},\"{}\":{}}}}}",
            one.0,
            json(one.1),
            other.0,
            json(other.1)
        ))
    }

    fn line(&mut self, text: &str) -> String {
        let line = format!("{text}\n");
        self.hash.update(&line);
        self.entries += 1;
        line
    }
}

fn json<T: Serialize + ?Sized>(value: &T) -> String {
    serde_json::to_string(value).expect("texts, numbers and lists can always be written as JSON")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::change::{ChangeId, merge};
    use crate::domain::edit::{Edit, ModelRef};
    use crate::domain::id::{ModelId, ReplicaId};

    fn changes() -> Vec<Change> {
        let any = || ModelRef {
            id: ModelId::new("any"),
            version: String::new(),
            hash: String::new(),
        };
        let start = Edit::Start {
            model: any(),
            framework: any(),
        };
        let title = |clock: u64| Edit::SetTitle {
            title: format!("{clock}").repeat(300),
        };
        let edits = std::iter::once(start).chain((2..=9).map(title));
        let change = |(clock, edit)| Change {
            id: ChangeId {
                clock,
                replica: ReplicaId::new("a"),
            },
            author: String::new(),
            at: String::new(),
            edit,
        };
        (1..).zip(edits).map(change).collect()
    }

    /// Each entry can stand alone, stays short, and together they have all changes.
    #[test]
    fn a_huge_assessment_is_written_as_several_entries() {
        let (mut writer, _) = Writer::new("now");
        let id = AssessmentId::new("a1");
        let lines = writer.in_parts(&id, changes(), None, 1500);
        assert_eq!(lines.lines().count(), writer.entries);
        assert!(writer.entries > 2, "{}", writer.entries);
        let mut all = Vec::new();
        for line in lines.lines() {
            assert!(line.len() < 1700, "{}", line.len());
            let entry = serde_json::from_str(line);
            let Ok(Entry::Assessment { file, .. }) = entry else {
                unreachable!("{entry:?}");
            };
            envelope::check(&file).expect("it starts");
            all = merge(all, file.changes);
        }
        assert_eq!(all, changes());
    }
}
