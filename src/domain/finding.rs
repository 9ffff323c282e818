//! Findings: remarks that are written down when they are made, and attached to what they are about when there is time.

use super::change::Change;
use super::id::FindingId;
use super::refusal::Refusal;
use super::subject::Subject;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// All findings of an assessment: the fold of their edits.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Findings(BTreeMap<FindingId, Found>);

/// A finding, with what it is attached to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// None where it was removed.
    finding: Option<Finding>,
    /// Who wrote it down first, and when: ISO 8601 in UTC.
    pub by: String,
    pub at: String,
    pub subjects: BTreeSet<Subject>,
}

/// What was remarked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Finding {
    pub kind: FindingKind,
    pub text: String,
    /// Put aside in a workshop, to come back to.
    pub parked: bool,
    /// Dealt with: it waits for nobody any more.
    pub done: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FindingKind {
    Strength,
    Weakness,
    Opportunity,
    Risk,
    Question,
}

/// One edit of the findings.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum FindingEdit {
    /// None removes it. What it was attached to comes back with it.
    Set {
        finding: FindingId,
        content: Option<Finding>,
    },
    Attach {
        finding: FindingId,
        subject: Subject,
        attached: bool,
    },
}

impl FindingKind {
    pub const ALL: [Self; 5] = [
        Self::Strength,
        Self::Weakness,
        Self::Opportunity,
        Self::Risk,
        Self::Question,
    ];
}

impl Found {
    /// Whether it still waits in the inbox: about nothing yet, and not dealt with.
    pub fn is_waiting(&self) -> bool {
        self.subjects.is_empty() && self.finding.as_ref().is_some_and(|found| !found.done)
    }
}

impl Findings {
    /// Those that are not removed, the oldest first.
    pub fn all(&self) -> Vec<(&FindingId, &Finding, &Found)> {
        self.those(|_| true)
    }

    pub fn get(&self, id: &FindingId) -> Option<&Finding> {
        self.0.get(id)?.finding.as_ref()
    }

    /// Those that are attached to a subject, the oldest first.
    pub fn of(&self, subject: &Subject) -> Vec<(&FindingId, &Finding, &Found)> {
        self.those(|found| found.subjects.contains(subject))
    }

    fn those(&self, wanted: impl Fn(&Found) -> bool) -> Vec<(&FindingId, &Finding, &Found)> {
        let there = self.0.iter().filter(|(_, found)| wanted(found));
        let mut those: Vec<_> = there
            .filter_map(|(id, found)| Some((id, found.finding.as_ref()?, found)))
            .collect();
        those.sort_by(|one, other| (&one.2.at, one.0).cmp(&(&other.2.at, other.0)));
        those
    }

    pub(super) fn set(&mut self, edit: FindingEdit, change: &Change) {
        match edit {
            FindingEdit::Set { finding, content } => {
                let found = self.0.entry(finding).or_default();
                if found.by.is_empty() {
                    change.author.clone_into(&mut found.by);
                    change.at.clone_into(&mut found.at);
                }
                found.finding = content;
            }
            FindingEdit::Attach {
                finding,
                subject,
                attached,
            } => {
                let subjects = &mut self.0.entry(finding).or_default().subjects;
                match attached {
                    true => subjects.insert(subject),
                    false => subjects.remove(&subject),
                };
            }
        }
    }

    pub(super) fn opposite(&self, edit: &FindingEdit) -> FindingEdit {
        match edit {
            FindingEdit::Set { finding, .. } => FindingEdit::Set {
                content: self.get(finding).cloned(),
                finding: finding.clone(),
            },
            FindingEdit::Attach {
                finding, subject, ..
            } => {
                let found = self.0.get(finding);
                FindingEdit::Attach {
                    attached: found.is_some_and(|found| found.subjects.contains(subject)),
                    finding: finding.clone(),
                    subject: subject.clone(),
                }
            }
        }
    }
}

impl FindingEdit {
    pub(super) fn check(&self) -> Result<(), Refusal> {
        match self {
            Self::Set {
                content: Some(content),
                ..
            } if content.text.trim().is_empty() => Err(Refusal::Finding),
            _ => Ok(()),
        }
    }
}
