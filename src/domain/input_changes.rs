//! What was changed in the assessment input or plan after it was approved (ISO/IEC 33002, 4.4: later changes are recorded and
//! approved too).

use super::assessment::Assessment;
use super::assessment_class::AssessmentClass;
use super::change::Change;
use super::edit::Edit;
use super::id::{ApprovalId, InterviewId, MemberId, MethodId, ProcessId};
use super::member::Member;
use super::record_edit::{
    Approval, Approved, Independence, Interview, Party, RecordEdit, RecordField,
};
use super::unit::{UnitKind, UnitPart};
use std::collections::BTreeMap;

/// The latest approval that stands, and what was changed since.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SinceApproval {
    /// None where nobody approved it, or every approval was taken back.
    pub approval: Option<Approval>,
    /// The earliest first. Empty where nothing is approved.
    pub changes: Vec<InputChange>,
    /// Whether what stands now is not what was approved.
    pub approve_again: bool,
}

/// One change of something that was approved.
#[derive(Clone, Debug, PartialEq)]
pub struct InputChange {
    pub author: String,
    /// ISO 8601 in UTC.
    pub at: String,
    pub before: InputPiece,
    pub after: InputPiece,
}

/// A piece of the input or the plan, as it stood at a moment.
#[derive(Clone, Debug, PartialEq)]
pub enum InputPiece {
    Unit(String),
    UnitPlace(UnitKind, Vec<UnitPart>),
    Purpose(String),
    Scope(Vec<ProcessId>),
    HighestLevel(u8),
    Method(MethodId),
    Class(Option<AssessmentClass>),
    Independence(Party, Option<Independence>),
    Text(RecordField, String),
    Member(MemberId, Option<Member>),
    /// Whether it was held is not part of the plan.
    Interview(InterviewId, Option<Interview>),
}

/// What stood when an approval was given for the first time.
struct Given {
    id: ApprovalId,
    of: Approved,
    /// How many changes of the input and the plan had been made.
    seen: usize,
}

/// Every change of the input and the plan, with the approvals in between.
struct Story {
    changes: Vec<InputChange>,
    /// In the order in which they were given.
    given: Vec<Given>,
    end: Assessment,
}

/// What became of the approved input or plan. An approval approves what stands when it is given for the first time: putting
/// its day or name right later, or taking it back and undoing that, approves nothing more.
pub fn since_approval(assessment: &Assessment, of: Approved) -> SinceApproval {
    let Some(story) = story(assessment.changes()) else {
        return SinceApproval::default();
    };
    let standing = story.given.iter().rev().find_map(|given| {
        let approval = story.end.record.approvals.get(&given.id)?;
        (given.of == of && approval.of == of).then(|| (approval.clone(), given.seen))
    });
    let Some((approval, seen)) = standing else {
        return SinceApproval::default();
    };
    let later = story.changes.into_iter().skip(seen);
    let changes: Vec<InputChange> = later.filter(|change| change.after.is_of(of)).collect();
    SinceApproval {
        approve_again: differs(&changes),
        approval: Some(approval),
        changes,
    }
}

/// Folds only what can matter here: ratings are by far the most, and change no input.
fn story(changes: &[Change]) -> Option<Story> {
    let mut changes = changes.iter();
    let mut story = Story {
        changes: Vec::new(),
        given: Vec::new(),
        end: Assessment::start(changes.next()?.clone()).ok()?,
    };
    for change in changes {
        let now = |story: &Story| InputPiece::of(&change.edit, &story.end);
        let approves = new_approval(&change.edit, &story);
        let before = now(&story);
        if before.is_none() && !matches!(change.edit, Edit::Record(RecordEdit::Approve { .. })) {
            continue;
        }
        if story.end.apply(change.clone()).is_err() {
            continue;
        }
        story.given.extend(approves);
        if let (Some(before), Some(after)) = (before, now(&story))
            && before != after
        {
            story.changes.push(InputChange {
                author: change.author.clone(),
                at: change.at.clone(),
                before,
                after,
            });
        }
    }
    Some(story)
}

fn new_approval(edit: &Edit, story: &Story) -> Option<Given> {
    let Edit::Record(RecordEdit::Approve {
        approval,
        content: Some(content),
    }) = edit
    else {
        return None;
    };
    let known = story.given.iter().any(|given| given.id == *approval);
    (!known).then(|| Given {
        id: approval.clone(),
        of: content.of,
        seen: story.changes.len(),
    })
}

/// Whether any piece ends otherwise than it began.
fn differs(changes: &[InputChange]) -> bool {
    let mut pieces: BTreeMap<String, (&InputPiece, &InputPiece)> = BTreeMap::new();
    for change in changes {
        let ends = pieces
            .entry(change.after.name())
            .or_insert((&change.before, &change.after));
        ends.1 = &change.after;
    }
    pieces.values().any(|(before, after)| before != after)
}

impl InputPiece {
    /// The piece that an edit is about, as it stands. None where it is about neither input nor plan.
    fn of(edit: &Edit, now: &Assessment) -> Option<Self> {
        Some(match edit {
            Edit::SetUnit { .. } => Self::Unit(now.unit.clone()),
            Edit::PlaceUnit { .. } => Self::UnitPlace(now.unit_kind, now.within.clone()),
            Edit::SetPurpose { .. } => Self::Purpose(now.purpose.clone()),
            Edit::SetScope { .. } => Self::Scope(now.scope.clone()),
            Edit::SetHighestLevel { .. } => Self::HighestLevel(now.highest_level),
            Edit::SetMethod { .. } => Self::Method(now.method.clone()),
            Edit::Record(edit) => Self::of_record(edit, now)?,
            _ => return None,
        })
    }

    fn of_record(edit: &RecordEdit, now: &Assessment) -> Option<Self> {
        let record = &now.record;
        Some(match edit {
            RecordEdit::SetText { field, .. } => {
                Self::Text(*field, record.text(*field).trim().to_owned())
            }
            RecordEdit::SetClass { .. } => Self::Class(record.class),
            RecordEdit::SetIndependence { party, .. } => {
                Self::Independence(*party, record.independence.get(party).cloned())
            }
            RecordEdit::SetMember { member, .. } => {
                Self::Member(member.clone(), record.members.get(member).cloned())
            }
            RecordEdit::SetInterview { interview, .. } => {
                let planned = record.interviews.get(interview).map(|found| Interview {
                    done: false,
                    ..found.clone()
                });
                Self::Interview(interview.clone(), planned)
            }
            RecordEdit::Keep { .. } | RecordEdit::Approve { .. } => return None,
        })
    }

    /// Whether it is part of what is approved. Class and independence are part of both (4.4; 4.2.1 b and c).
    fn is_of(&self, of: Approved) -> bool {
        let (input, plan) = match self {
            Self::Class(_) | Self::Independence(..) => (true, true),
            Self::Text(field, _) => (field.is_input(), !field.is_input()),
            Self::Interview(..) => (false, true),
            _ => (true, false),
        };
        match of {
            Approved::Input => input,
            Approved::Plan => plan,
        }
    }

    /// Tells pieces apart, whatever stands in them.
    fn name(&self) -> String {
        match self {
            Self::Unit(_) => "unit".to_owned(),
            Self::UnitPlace(..) => "place".to_owned(),
            Self::Purpose(_) => "purpose".to_owned(),
            Self::Scope(_) => "scope".to_owned(),
            Self::HighestLevel(_) => "level".to_owned(),
            Self::Method(_) => "method".to_owned(),
            Self::Class(_) => "class".to_owned(),
            Self::Independence(party, _) => format!("independence {party:?}"),
            Self::Text(field, _) => format!("text {field:?}"),
            Self::Member(id, _) => format!("member {id}"),
            Self::Interview(id, _) => format!("interview {id}"),
        }
    }
}
