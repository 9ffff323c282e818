//! What joining files would do, in sentences.

use super::doubt::{Doubt, WrongClock};
use super::joining::{Bringing, Contribution, LevelMove, Outcome, Unfit};
use crate::domain::edit::ModelRef;
use crate::domain::model::Model;
use crate::domain::profile::LevelRange;
use crate::report::words::{self, count, join};
use std::fmt;

/// "RES-2 Problem management: level 1 becomes level 2."
pub fn level_move(model: &Model, found: &LevelMove) -> String {
    format!(
        "{}: {} becomes {}.",
        words::process(model, &found.process),
        range(found.before),
        range(found.after)
    )
}

fn range(range: LevelRange) -> String {
    let LevelRange {
        level,
        lowest,
        highest,
    } = range;
    match lowest == highest {
        true => format!("level {level}"),
        false => format!("level {level} (between {lowest} and {highest})"),
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // How many ratings become others would tell who rated what.
        match self.blind {
            true => match self.difference.changes {
                1 => f.write_str("1 change joins.")?,
                number => write!(f, "{number} changes join.")?,
            },
            false => self.difference.fmt(f)?,
        }
        if self.finalised {
            f.write_str(
                " It comes finalised, so it cannot be changed here until it is opened again.",
            )?;
        }
        if self.blind {
            f.write_str(
                " Ratings are blind, so what they say is not shown before they are opened.",
            )?;
        }
        match self.refused {
            0 => Ok(()),
            1 => f.write_str(
                " 1 change makes no sense after all others; it is kept, and counts for nothing.",
            ),
            number => write!(
                f,
                " {number} changes make no sense after all others; they are kept, and count for nothing."
            ),
        }
    }
}

impl fmt::Display for Bringing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(other) = &self.same_as {
            return write!(f, "The same changes as {other}. They are counted once.");
        }
        if self.changes == 0 {
            return f.write_str("Nothing new: all its changes are here already.");
        }
        let (new, known) = (count(self.changes, "new change"), self.known);
        write!(f, "{new}; {known} are here already.")
    }
}

/// "Bert: 12 ratings and 1 note."
impl fmt::Display for Contribution {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let evidence = match self.evidence {
            1 => "1 change of evidence".to_owned(),
            number => format!("{number} changes of evidence"),
        };
        let parts = [
            (self.ratings, count(self.ratings, "rating")),
            (self.agreements, count(self.agreements, "agreement")),
            (self.notes, count(self.notes, "note")),
            (self.evidence, evidence),
            (self.findings, count(self.findings, "finding")),
            (self.responses, count(self.responses, "response")),
            (self.others, count(self.others, "other change")),
        ];
        let parts: Vec<String> = parts
            .into_iter()
            .filter(|(number, _)| *number > 0)
            .map(|(_, words)| words)
            .collect();
        let author = match self.author.trim() {
            "" => "Nobody named",
            author => author,
        };
        write!(f, "{author}: {}.", join(&parts))
    }
}

impl fmt::Display for Doubt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Clock {
                author,
                changes,
                first,
                wrong,
            } => {
                let (changes, one) = (count(*changes, "change"), *changes == 1);
                let (is, joins) = if one {
                    ("is", "It joins")
                } else {
                    ("are", "They join")
                };
                let when = match wrong {
                    WrongClock::TooEarly => "before the year 2000",
                    WrongClock::BeforeStart => "before this assessment was started",
                    WrongClock::Ahead => "after today",
                };
                let first = match first.get(..10) {
                    Some(day) => format!(" ({day})"),
                    None => String::new(),
                };
                write!(
                    f,
                    "{changes} by {author} {is} dated {when}{first}: the clock of that machine was wrong. {joins} all the same, \
                     since no order is taken from clocks. Views of the past show the date as it was written."
                )
            }
            Self::Unsealed { changes, later } => write!(
                f,
                "This assessment was finalised without {} of this file, {later} of which made after that. Afterwards it is no longer \
                 what was finalised, and verifying says so.",
                count(*changes, "change")
            ),
            Self::SameName { author, subjects } => write!(
                f,
                "{} rated {} both in this file and elsewhere. If these are two people under one name, the later rating of each takes \
                 the place of the earlier, and they cannot be told apart afterwards. Let one of them rate under another name.",
                quoted(author),
                count(*subjects, "question")
            ),
            Self::Differs { changes } => write!(
                f,
                "{} of this file say something else than those with the same id here. Those here stay.",
                count(*changes, "change")
            ),
        }
    }
}

impl fmt::Display for Unfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(error) => error.fmt(f),
            Self::Report(error) => error.fmt(f),
            Self::Unread(text) => f.write_str(text),
            Self::Locked => f.write_str("It is locked. Its passphrase opens it."),
            Self::Backup => f.write_str(
                "This is a backup, not a copy of one assessment. It can be opened under Settings and backup, which joins all that is \
                 in it.",
            ),
            Self::OtherAssessment { title, unit } => {
                let unit = match unit.trim() {
                    "" => String::new(),
                    unit => format!(" of {unit}"),
                };
                write!(
                    f,
                    "This is another assessment: {}{unit}. Only copies of one assessment can be joined. Import it on the page \
                     Assessments to open it by itself, and put both side by side under Compare.",
                    quoted(title)
                )
            }
            Self::OtherModel { here, there } => write!(
                f,
                "It was made over {}, this assessment over {}. Their questions are not the same, so the ratings cannot be joined.",
                model(there, here),
                model(here, there)
            ),
            Self::OtherStart => f.write_str(
                "It has the id of this assessment, but does not begin with the same change. So it is no copy of it, or was changed \
                 by hand.",
            ),
        }
    }
}

/// "itsm-assessment 1.0.0", with the beginning of its hash where that alone tells the two apart.
fn model(found: &ModelRef, other: &ModelRef) -> String {
    let name = format!("{} {}", found.id, found.version);
    match (&found.id, &found.version) == (&other.id, &other.version) {
        true => format!(
            "{name} ({}\u{2026})",
            found.hash.get(..8).unwrap_or(&found.hash)
        ),
        false => name,
    }
}

fn quoted(text: &str) -> String {
    match text.trim() {
        "" => "one without a name".to_owned(),
        text => format!("\u{201c}{text}\u{201d}"),
    }
}
