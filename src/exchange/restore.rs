//! What restoring one entry of a backup would do, told before anything is done, and what has to be written for it.
//!
//! A restore is a union. It never removes and never overwrites: where both sides say something of their own, what is on
//! this machine stays. So it can be done twice, or broken off and done again.

use super::backup::Entry;
use super::envelope::AssessmentFile;
use super::restore_difference::{Difference, Work};
use crate::domain::assessment::Assessment;
use crate::domain::change::{Change, merge};
use crate::domain::id::AssessmentId;
use crate::reference::fingerprint::fingerprint;
use std::collections::BTreeMap;
use std::fmt;

/// What is on this machine under the id, name or key of an entry.
#[derive(Clone, Debug, PartialEq)]
pub enum Here {
    Nothing,
    Assessment {
        changes: Vec<Change>,
        deleted_at: Option<String>,
    },
    /// An assessment that a newer Plumbline keeps.
    TooNew,
    /// A model, a setting or a damaged text.
    Text(String),
}

/// What restoring one entry does.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    pub outcome: Outcome,
    pub write: Write,
}

/// What restoring means for the person whose work it is.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    New {
        title: String,
        unit: String,
        work: Work,
        /// It was deleted when the backup was made, and comes as deleted.
        deleted: bool,
    },
    Joined {
        title: String,
        difference: Difference,
    },
    Same {
        title: String,
    },
    /// It is deleted here, and was not when the backup was made.
    BroughtBack {
        title: String,
        difference: Difference,
    },
    /// A newer Plumbline keeps it here.
    TooNew {
        title: String,
    },
    Model {
        name: String,
        text: TextOutcome,
    },
    Setting {
        name: String,
        text: TextOutcome,
    },
    Damaged {
        key: String,
        text: TextOutcome,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextOutcome {
    New,
    Same,
    /// There is another text here, which stays.
    Differs,
}

/// What has to be written. Nothing else changes.
#[derive(Clone, Debug, PartialEq)]
pub enum Write {
    Nothing,
    Assessment {
        id: AssessmentId,
        /// The changes that are missing here.
        changes: Vec<Change>,
        head: Head,
    },
    Model {
        name: String,
        text: String,
    },
    Setting {
        name: String,
        value: String,
    },
    Damaged {
        key: String,
        text: String,
    },
}

/// Whether an assessment counts as deleted afterwards.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Head {
    AsItIs,
    DeletedAt(Option<String>),
}

/// What restoring an entry does where this is on the machine.
pub fn step(entry: &Entry, here: &Here) -> Step {
    match entry {
        Entry::Assessment { deleted_at, file } => assessment(file, deleted_at.as_ref(), here),
        Entry::Model { name, text } => {
            let outcome = text_outcome(text, here);
            let (name, text) = (name.clone(), text.clone());
            Step {
                outcome: Outcome::Model {
                    name: name.clone(),
                    text: outcome,
                },
                write: if outcome == TextOutcome::New {
                    Write::Model { name, text }
                } else {
                    Write::Nothing
                },
            }
        }
        Entry::Setting { name, value } => {
            let outcome = text_outcome(value, here);
            let (name, value) = (name.clone(), value.clone());
            Step {
                outcome: Outcome::Setting {
                    name: name.clone(),
                    text: outcome,
                },
                write: if outcome == TextOutcome::New {
                    Write::Setting { name, value }
                } else {
                    Write::Nothing
                },
            }
        }
        Entry::Damaged { key, text } => damaged(key, text, here),
    }
}

/// Nobody can say which of two damaged texts is the better one, so both are kept. The place of the second one follows
/// from its text: another restore finds it there.
fn damaged(key: &str, text: &str, here: &Here) -> Step {
    let outcome = text_outcome(text, here);
    let place = match outcome {
        TextOutcome::Differs => format!("{key}+{}", &fingerprint(text)[..16]),
        TextOutcome::New | TextOutcome::Same => key.to_owned(),
    };
    Step {
        outcome: Outcome::Damaged {
            key: key.to_owned(),
            text: outcome,
        },
        write: if outcome == TextOutcome::Same {
            Write::Nothing
        } else {
            Write::Damaged {
                key: place,
                text: text.to_owned(),
            }
        },
    }
}

fn text_outcome(text: &str, here: &Here) -> TextOutcome {
    match here {
        Here::Text(present) if present == text => TextOutcome::Same,
        Here::Nothing => TextOutcome::New,
        _ => TextOutcome::Differs,
    }
}

fn assessment(file: &AssessmentFile, deleted_at: Option<&String>, here: &Here) -> Step {
    let none = Vec::new();
    let (present, deleted_here) = match here {
        Here::Assessment {
            changes,
            deleted_at,
        } => (changes, deleted_at.is_some()),
        Here::Nothing => (&none, false),
        Here::TooNew | Here::Text(_) => {
            let title = fold(&file.changes).map_or_else(String::new, |found| found.title);
            return Step {
                outcome: Outcome::TooNew { title },
                write: Write::Nothing,
            };
        }
    };
    let known: BTreeMap<_, _> = present.iter().map(|change| (&change.id, change)).collect();
    let missing = |change: &&Change| !known.contains_key(&change.id);
    let missing: Vec<Change> = file.changes.iter().filter(missing).cloned().collect();
    let differs = |change: &&Change| known.get(&change.id).is_some_and(|known| known != change);
    let before = fold(present);
    let after = fold(&merge(present.clone(), missing.clone()));
    let (title, unit) = after.as_ref().map_or_else(Default::default, |after| {
        (after.title.clone(), after.unit.clone())
    });
    let mut difference = Difference::between(before.as_ref(), after.as_ref());
    difference.changes = missing.len();
    difference.kept = file.changes.iter().filter(differs).count();
    let (outcome, head) = if present.is_empty() {
        let outcome = Outcome::New {
            title,
            unit,
            work: difference.added,
            deleted: deleted_at.is_some(),
        };
        (outcome, Head::DeletedAt(deleted_at.cloned()))
    } else if deleted_here && deleted_at.is_none() {
        (
            Outcome::BroughtBack { title, difference },
            Head::DeletedAt(None),
        )
    } else if difference.is_none() {
        (Outcome::Same { title }, Head::AsItIs)
    } else {
        (Outcome::Joined { title, difference }, Head::AsItIs)
    };
    let write = if missing.is_empty() && head == Head::AsItIs {
        Write::Nothing
    } else {
        Write::Assessment {
            id: file.id.clone(),
            changes: missing,
            head,
        }
    };
    Step { outcome, write }
}

fn fold(changes: &[Change]) -> Option<Assessment> {
    let (assessment, _) = Assessment::from_changes(changes).ok()?;
    Some(assessment)
}

/// A setting as people know it.
fn setting_name(name: &str) -> String {
    match name {
        "author" => "Your name".to_owned(),
        "theme" => "The choice of colours".to_owned(),
        name => format!("The setting \"{name}\""),
    }
}

/// The name of an assessment at the beginning of a sentence.
fn named(title: &str) -> String {
    if title.is_empty() {
        "An assessment without a name".to_owned()
    } else {
        format!("\"{title}\"")
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::New {
                title,
                unit,
                work,
                deleted,
            } => {
                f.write_str(&named(title))?;
                if !unit.is_empty() {
                    write!(f, " ({unit})")?;
                }
                if *deleted {
                    return f.write_str(
                        " was deleted when the backup was made. It comes as deleted, and can be brought back.",
                    );
                }
                if work.is_none() {
                    f.write_str(" is new here. Nothing is rated in it yet.")
                } else {
                    write!(f, " is new here, with {work}.")
                }
            }
            Self::Joined { title, difference } => {
                write!(f, "{} is here already: {difference}", named(title))
            }
            Self::Same { title } => write!(
                f,
                "{} is here already, with all that the backup has of it.",
                named(title)
            ),
            Self::BroughtBack { title, difference } if difference.is_none() => {
                write!(f, "{} is deleted here and is brought back.", named(title))
            }
            Self::BroughtBack { title, difference } => write!(
                f,
                "{} is deleted here and is brought back: {difference}",
                named(title)
            ),
            Self::TooNew { title } => write!(
                f,
                "{} is kept here by a newer Plumbline, and is left alone.",
                named(title)
            ),
            Self::Model { name, text } => f.write_str(&match text {
                TextOutcome::New => format!("The model \"{name}\" is new here."),
                TextOutcome::Same => format!("The model \"{name}\" is here already."),
                TextOutcome::Differs => {
                    format!("The model \"{name}\" is another one here. The one here is kept.")
                }
            }),
            Self::Setting { name, text } => {
                let name = setting_name(name);
                f.write_str(&match text {
                    TextOutcome::New => format!("{name} is taken from the backup."),
                    TextOutcome::Same => format!("{name} is the same here."),
                    TextOutcome::Differs => {
                        format!("{name} is another one here. The one here is kept.")
                    }
                })
            }
            Self::Damaged { key, text } => f.write_str(&match text {
                TextOutcome::New => format!(
                    "A damaged text ({key}) comes back to where damaged texts are kept for download."
                ),
                TextOutcome::Same => format!("A damaged text ({key}) is here already."),
                TextOutcome::Differs => {
                    format!("A damaged text ({key}) is another one here. Both are kept.")
                }
            }),
        }
    }
}
