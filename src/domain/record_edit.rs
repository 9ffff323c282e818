//! One edit of the assessment record. Each sets one field, as all edits do.

use super::assessment_class::AssessmentClass;
use super::date::Date;
use super::id::{ApprovalId, InterviewId, MemberId, ProcessId};
use super::member::Member;
use super::refusal::Refusal;
use serde::{Deserialize, Serialize};

/// What a change does to the record.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum RecordEdit {
    /// Whether a record is kept at all. A self-assessment need not.
    Keep {
        kept: bool,
    },
    SetText {
        field: RecordField,
        text: String,
    },
    SetClass {
        class: Option<AssessmentClass>,
    },
    SetIndependence {
        party: Party,
        independence: Option<Independence>,
    },
    /// None removes the member.
    SetMember {
        member: MemberId,
        content: Option<Member>,
    },
    /// None removes the interview.
    SetInterview {
        interview: InterviewId,
        content: Option<Interview>,
    },
    /// The sponsor approves the input or the plan as it stands. None takes the approval back.
    Approve {
        approval: ApprovalId,
        content: Option<Approval>,
    },
}

/// A text of the record. The purpose, the unit and the processes stand in the assessment itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RecordField {
    // The input (ISO/IEC 33002, 4.4).
    Sponsor,
    /// How the sponsor stands to the unit.
    SponsorRelation,
    BusinessGoals,
    // The scope statement (after the pattern of ISO/IEC 20000-3).
    Organisation,
    Services,
    Customers,
    Locations,
    Technology,
    /// Size, demographics, domain, and how critical and complex the services are.
    Context,
    // Constraints.
    Availability,
    LongestTime,
    Excluded,
    AmountOfEvidence,
    Confidentiality,
    CompetenceCriteria,
    FurtherInformation,
    // The plan (ISO/IEC 33002, 4.2.1).
    Communication,
    DocumentedProcess,
    EvidenceStrategy,
    /// How an agreed rating is reached.
    Agreeing,
    Activities,
    Resources,
    Responsibilities,
    ConformityCriteria,
    Outputs,
}

/// Whose independence it is (ISO/IEC 33002, annex A).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Party {
    /// The body that assesses.
    Body,
    LeadAssessor,
    OtherAssessors,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Independence {
    pub category: IndependenceCategory,
    /// In plain words, since the letters are read differently.
    pub words: String,
}

/// The letters of ISO/IEC 33002, annex A. Their exact wording is not verified here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum IndependenceCategory {
    A,
    B,
    C,
    D,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Interview {
    pub day: Option<Date>,
    /// As typed, for example "9:00 to 10:30".
    pub time: String,
    /// The roles that are asked.
    pub roles: String,
    pub processes: Vec<ProcessId>,
    /// Who asks, and who notes.
    pub assessors: String,
    pub done: bool,
}

/// The sponsor's approval of what stands at that moment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Approval {
    pub of: Approved,
    /// Who approved: the sponsor or a delegate.
    pub by: String,
    pub on: Option<Date>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Approved {
    Input,
    Plan,
}

impl RecordField {
    /// Whether it is part of the assessment input, and not of the plan.
    pub fn is_input(self) -> bool {
        self < Self::Communication
    }

    /// In the order in which they are asked.
    pub const ALL: [Self; 25] = [
        Self::Sponsor,
        Self::SponsorRelation,
        Self::BusinessGoals,
        Self::Organisation,
        Self::Services,
        Self::Customers,
        Self::Locations,
        Self::Technology,
        Self::Context,
        Self::Availability,
        Self::LongestTime,
        Self::Excluded,
        Self::AmountOfEvidence,
        Self::Confidentiality,
        Self::CompetenceCriteria,
        Self::FurtherInformation,
        Self::Communication,
        Self::DocumentedProcess,
        Self::EvidenceStrategy,
        Self::Agreeing,
        Self::Activities,
        Self::Resources,
        Self::Responsibilities,
        Self::ConformityCriteria,
        Self::Outputs,
    ];
}

impl Interview {
    /// The minute of the day that its time begins with: 570 for "9:30 to 11:00". None where it begins with none.
    pub fn begins(&self) -> Option<u16> {
        let mut numbers = self
            .time
            .trim()
            .split(|letter: char| !letter.is_ascii_digit());
        let hour: u16 = numbers.next()?.parse().ok()?;
        let minute: u16 = numbers
            .next()
            .and_then(|text| text.parse().ok())
            .unwrap_or(0);
        (hour < 24 && minute < 60).then_some(hour * 60 + minute)
    }
}

impl Party {
    pub const ALL: [Self; 3] = [Self::Body, Self::LeadAssessor, Self::OtherAssessors];
}

impl IndependenceCategory {
    pub const ALL: [Self; 4] = [Self::A, Self::B, Self::C, Self::D];
}

impl RecordEdit {
    pub(super) fn check(&self) -> Result<(), Refusal> {
        match self {
            Self::SetMember {
                content: Some(content),
                ..
            } if content.name.trim().is_empty() => Err(Refusal::MemberName),
            Self::Approve {
                content: Some(content),
                ..
            } if content.by.trim().is_empty() => Err(Refusal::ApprovedBy),
            _ => Ok(()),
        }
    }
}
