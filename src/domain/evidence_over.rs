//! What a re-assessment takes over of the evidence of the last one.

use super::assessment::Assessment;
use super::date::Date;
use super::edit::Edit;
use super::evidence::EvidenceEdit;
use super::id::{EvidenceId, ProcessId};
use super::subject::Subject;
use std::collections::{BTreeMap, BTreeSet};

/// Takes over each piece once, whatever rests on it.
pub(super) struct EvidenceOver<'a> {
    assessment: &'a Assessment,
    /// The day on which each piece was entered last. Evidence without a day of its own is as old as that.
    entered: BTreeMap<&'a EvidenceId, Date>,
    taken: BTreeSet<&'a EvidenceId>,
}

impl<'a> EvidenceOver<'a> {
    pub(super) fn new(assessment: &'a Assessment) -> Self {
        let entered = assessment.changes().iter().filter_map(|change| {
            let id = match &change.edit {
                Edit::SetEvidence { evidence, .. }
                | Edit::Evidence(EvidenceEdit::Set { evidence, .. }) => evidence,
                _ => return None,
            };
            Some((id, Date::of_moment(&change.at)?))
        });
        Self {
            assessment,
            entered: entered.collect(),
            taken: BTreeSet::new(),
        }
    }

    /// The edits that let a subject rest on what it rested on, in a process that may have another name now.
    pub(super) fn edits(&mut self, before: &Subject, process: &ProcessId) -> Vec<Edit> {
        let register = &self.assessment.evidence;
        let mut edits = Vec::new();
        for (id, content) in register.of(before) {
            if self.taken.insert(id) {
                let mut content = content.clone();
                content.date = content.date.or_else(|| self.entered.get(id).copied());
                edits.push(EvidenceEdit::Set {
                    evidence: id.clone(),
                    content: Some(content),
                });
                edits.extend(register.image(id).map(|image| EvidenceEdit::SetImage {
                    evidence: id.clone(),
                    image: Some(image.clone()),
                }));
            }
            edits.push(EvidenceEdit::Cite {
                evidence: id.clone(),
                subject: Subject {
                    process: process.clone(),
                    ..before.clone()
                },
                cited: true,
            });
        }
        edits.into_iter().map(Edit::Evidence).collect()
    }
}
