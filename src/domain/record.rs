//! The assessment record in the manner of ISO/IEC 33002 (4.5): the fold of its edits. What was found stands in the assessment.

use super::assessment_class::AssessmentClass;
use super::id::{ApprovalId, InterviewId, MemberId};
use super::member::Member;
use super::record_edit::{Approval, Independence, Interview, Party, RecordEdit, RecordField};
use std::collections::BTreeMap;

/// Input, plan, team and approvals.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Record {
    /// Whether one is kept. A self-assessment need not.
    pub kept: bool,
    pub class: Option<AssessmentClass>,
    pub independence: BTreeMap<Party, Independence>,
    pub members: BTreeMap<MemberId, Member>,
    pub interviews: BTreeMap<InterviewId, Interview>,
    pub approvals: BTreeMap<ApprovalId, Approval>,
    texts: BTreeMap<RecordField, String>,
}

impl Record {
    /// Blank where nothing was said.
    pub fn text(&self, field: RecordField) -> &str {
        self.texts.get(&field).map_or("", String::as_str)
    }

    /// The interviews by day and time. Those without a day come last.
    pub fn schedule(&self) -> Vec<(&InterviewId, &Interview)> {
        let mut all: Vec<_> = self.interviews.iter().collect();
        all.sort_by_key(|(_, found)| {
            let begins = found.begins();
            (found.day.is_none(), found.day, begins.is_none(), begins)
        });
        all
    }

    pub(super) fn set(&mut self, edit: RecordEdit) {
        match edit {
            RecordEdit::Keep { kept } => self.kept = kept,
            RecordEdit::SetText { field, text } => {
                self.texts.insert(field, text);
            }
            RecordEdit::SetClass { class } => self.class = class,
            RecordEdit::SetIndependence {
                party,
                independence,
            } => put(&mut self.independence, party, independence),
            RecordEdit::SetMember { member, content } => put(&mut self.members, member, content),
            RecordEdit::SetInterview { interview, content } => {
                put(&mut self.interviews, interview, content);
            }
            RecordEdit::Approve { approval, content } => {
                put(&mut self.approvals, approval, content);
            }
        }
    }

    pub(super) fn opposite(&self, edit: &RecordEdit) -> RecordEdit {
        match edit {
            RecordEdit::Keep { .. } => RecordEdit::Keep { kept: self.kept },
            RecordEdit::SetText { field, .. } => RecordEdit::SetText {
                field: *field,
                text: self.text(*field).to_owned(),
            },
            RecordEdit::SetClass { .. } => RecordEdit::SetClass { class: self.class },
            RecordEdit::SetIndependence { party, .. } => RecordEdit::SetIndependence {
                party: *party,
                independence: self.independence.get(party).cloned(),
            },
            RecordEdit::SetMember { member, .. } => RecordEdit::SetMember {
                content: self.members.get(member).cloned(),
                member: member.clone(),
            },
            RecordEdit::SetInterview { interview, .. } => RecordEdit::SetInterview {
                content: self.interviews.get(interview).cloned(),
                interview: interview.clone(),
            },
            RecordEdit::Approve { approval, .. } => RecordEdit::Approve {
                content: self.approvals.get(approval).cloned(),
                approval: approval.clone(),
            },
        }
    }
}

fn put<K: Ord, V>(map: &mut BTreeMap<K, V>, key: K, value: Option<V>) {
    match value {
        Some(value) => map.insert(key, value),
        None => map.remove(&key),
    };
}
