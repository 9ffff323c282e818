//! Whether an assessment is ready to finalise, in the terms of ISO/IEC 33002: what is documented, agreed and rated, and what is
//! missing.

use super::assessment::Assessment;
use super::assessment_class::{AssessmentClass, Demand};
use super::coverage;
use super::id::{AttributeId, ProcessId};
use super::input_changes::since_approval;
use super::member::{Member, MemberRole};
use super::model::Model;
use super::record_edit::{Approved, Party, RecordField};

/// One thing that has to be there, and whether it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChecklistItem {
    pub check: Check,
    /// Of ISO/IEC 33002:2015.
    pub clause: &'static str,
    pub state: CheckState,
    /// Where what is missing can be brought.
    pub place: CheckPlace,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CheckState {
    Done,
    Missing(Vec<Lack>),
    /// The chosen class does not ask for it.
    NotAsked,
    /// People have to judge it.
    CannotTell(Vec<Lack>),
}

/// What is checked, in the order in which it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Check {
    Sponsor,
    Purpose,
    Scope,
    Class,
    Constraints,
    InputApproved,
    Independence,
    PlanTexts,
    PlanApproved,
    Team,
    Competence,
    MoreAssessors,
    Interviews,
    Instances,
    Evidence,
    Disagreements,
    Doubts,
    Findings,
    Opened,
    Ratings,
}

/// Something that is missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lack {
    Text(RecordField),
    Purpose,
    Unit,
    Processes,
    Class,
    Independence(Party),
    Approval,
    /// Changed since it was approved.
    ApprovedAgain,
    LeadAssessor,
    /// More than one.
    OneLeadAssessor,
    /// Names of assessors of whom nothing was recorded.
    Competence(String),
    /// Assessors that are there and that the class demands, the lead assessor not counted.
    Assessors {
        there: usize,
        wanted: usize,
    },
    NoInterview,
    /// How many are still to be held.
    InterviewsOpen(usize),
    /// So many where the class demands more, unless there are no others.
    Instances {
        process: ProcessId,
        there: usize,
        wanted: usize,
    },
    Evidence {
        process: ProcessId,
        attribute: AttributeId,
        lack: coverage::Lack,
    },
    /// How many things people rated differently without an agreement.
    Disagreements(ProcessId, usize),
    /// How many doubts about a process nobody let stand.
    Doubts(ProcessId, usize),
    FindingsWaiting(usize),
    FindingsParked(usize),
    Blind,
    /// How many ratings of a process are open.
    Unrated(ProcessId, u32),
}

/// Where a thing is brought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CheckPlace {
    Text(RecordField),
    Purpose,
    SetUp,
    Class,
    Independence,
    Approval(Approved),
    Team,
    Interviews,
    Instances,
    Evidence,
    Agree,
    Findings,
    Rate(Option<ProcessId>),
}

/// The checklist. What a class demands is as commonly read, see [`super::assessment_class`].
pub fn checklist(model: &Model, assessment: &Assessment) -> Vec<ChecklistItem> {
    let list = List { model, assessment };
    vec![
        list.sponsor(),
        list.purpose(),
        list.processes(),
        list.class(),
        list.constraints(),
        list.approved(Approved::Input),
        list.independence(),
        list.plan_texts(),
        list.approved(Approved::Plan),
        list.team(),
        list.competence(),
        list.more_assessors(),
        list.interviews(),
        list.instances(),
        list.evidence(),
        list.disagreements(),
        list.doubts(),
        list.findings(),
        list.opened(),
        list.ratings(),
    ]
}

/// Those that are not there.
pub fn missing(items: &[ChecklistItem]) -> impl Iterator<Item = &ChecklistItem> {
    let missing = |item: &&ChecklistItem| matches!(item.state, CheckState::Missing(_));
    items.iter().filter(missing)
}

/// What is checked. `checklist_results.rs` has what is looked up in interviews, evidence and ratings.
pub(super) struct List<'a> {
    pub model: &'a Model,
    pub assessment: &'a Assessment,
}

impl List<'_> {
    fn sponsor(&self) -> ChecklistItem {
        let fields = [RecordField::Sponsor, RecordField::SponsorRelation];
        self.texts(Check::Sponsor, "4.4", &fields)
    }

    fn purpose(&self) -> ChecklistItem {
        let mut lacks = Vec::new();
        if self.assessment.purpose.trim().is_empty() {
            lacks.push(Lack::Purpose);
        }
        lacks.extend(self.blank(&[RecordField::BusinessGoals]));
        let place = match lacks.first() {
            Some(Lack::Text(field)) => CheckPlace::Text(*field),
            _ => CheckPlace::Purpose,
        };
        item(Check::Purpose, "4.4", lacks, place)
    }

    fn processes(&self) -> ChecklistItem {
        let mut lacks = Vec::new();
        if self.assessment.unit.trim().is_empty() {
            lacks.push(Lack::Unit);
        }
        if self.scope().next().is_none() {
            lacks.push(Lack::Processes);
        }
        lacks.extend(self.blank(&[RecordField::Services, RecordField::Context]));
        let place = match lacks.first() {
            Some(Lack::Text(field)) => CheckPlace::Text(*field),
            _ => CheckPlace::SetUp,
        };
        item(Check::Scope, "4.4", lacks, place)
    }

    fn class(&self) -> ChecklistItem {
        let lacks = self
            .assessment
            .record
            .class
            .is_none()
            .then_some(Lack::Class);
        let lacks = lacks.into_iter().collect();
        item(Check::Class, "4.6.1", lacks, CheckPlace::Class)
    }

    fn constraints(&self) -> ChecklistItem {
        let fields = [
            RecordField::Availability,
            RecordField::LongestTime,
            RecordField::Excluded,
            RecordField::AmountOfEvidence,
            RecordField::Confidentiality,
            RecordField::CompetenceCriteria,
        ];
        self.texts(Check::Constraints, "4.4", &fields)
    }

    fn approved(&self, of: Approved) -> ChecklistItem {
        let since = since_approval(self.assessment, of);
        let lack = match (&since.approval, since.approve_again) {
            (None, _) => Some(Lack::Approval),
            (Some(_), true) => Some(Lack::ApprovedAgain),
            (Some(_), false) => None,
        };
        let (check, clause) = match of {
            Approved::Input => (Check::InputApproved, "4.4"),
            Approved::Plan => (Check::PlanApproved, "4.2.1"),
        };
        let lacks = lack.into_iter().collect();
        item(check, clause, lacks, CheckPlace::Approval(of))
    }

    fn independence(&self) -> ChecklistItem {
        let told = &self.assessment.record.independence;
        let missing = Party::ALL
            .into_iter()
            .filter(|party| self.has(*party) && !told.contains_key(party));
        let lacks = missing.map(Lack::Independence).collect();
        let place = CheckPlace::Independence;
        item(Check::Independence, "4.2.1 c", lacks, place)
    }

    /// Whether there is such a party: a lead assessor who works alone has no other assessors.
    fn has(&self, party: Party) -> bool {
        party != Party::OtherAssessors || self.other_assessors() > 0
    }

    fn plan_texts(&self) -> ChecklistItem {
        let fields = RecordField::ALL;
        let plan: Vec<RecordField> = fields
            .into_iter()
            .filter(|found| !found.is_input())
            .collect();
        self.texts(Check::PlanTexts, "4.2.1 d to j", &plan)
    }

    fn team(&self) -> ChecklistItem {
        let leads = |member: &&Member| member.role == MemberRole::LeadAssessor;
        let lack = match self.members().filter(leads).count() {
            0 => Some(Lack::LeadAssessor),
            1 => None,
            _ => Some(Lack::OneLeadAssessor),
        };
        item(
            Check::Team,
            "4.3",
            lack.into_iter().collect(),
            CheckPlace::Team,
        )
    }

    fn competence(&self) -> ChecklistItem {
        let blank = |member: &&Member| {
            let found = &member.competence;
            let said = [
                &found.education,
                &found.training,
                &found.experience,
                &found.credentials,
            ];
            said.iter().all(|text| text.trim().is_empty())
        };
        let assessors = self.members().filter(|member| member.role.rates());
        let without = assessors.filter(blank);
        let lacks = without.map(|member| Lack::Competence(member.name.clone()));
        item(Check::Competence, "4.3", lacks.collect(), CheckPlace::Team)
    }

    fn more_assessors(&self) -> ChecklistItem {
        let wanted = self
            .demand()
            .map_or(0, |demand| usize::from(demand.more_assessors));
        let there = self.other_assessors();
        let lack = (there < wanted).then_some(Lack::Assessors { there, wanted });
        let lacks = lack.into_iter().collect();
        let found = item(
            Check::MoreAssessors,
            self.class_clause(),
            lacks,
            CheckPlace::Team,
        );
        not_asked_if(wanted == 0, found)
    }

    fn texts(&self, check: Check, clause: &'static str, fields: &[RecordField]) -> ChecklistItem {
        let lacks = self.blank(fields);
        let place = match (lacks.first(), fields.first()) {
            (Some(Lack::Text(field)), _) | (_, Some(field)) => CheckPlace::Text(*field),
            _ => CheckPlace::SetUp,
        };
        item(check, clause, lacks, place)
    }

    fn blank(&self, fields: &[RecordField]) -> Vec<Lack> {
        let record = &self.assessment.record;
        let blank = fields
            .iter()
            .filter(|field| record.text(**field).trim().is_empty());
        blank.map(|field| Lack::Text(*field)).collect()
    }

    /// How many assess beside the lead assessor.
    fn other_assessors(&self) -> usize {
        let assessors = self
            .members()
            .filter(|member| member.role == MemberRole::Assessor);
        assessors.count()
    }

    fn members(&self) -> impl Iterator<Item = &Member> {
        self.assessment.record.members.values()
    }

    pub(super) fn demand(&self) -> Option<Demand> {
        Some(self.assessment.record.class?.demand())
    }

    /// The clause of the chosen class.
    pub(super) fn class_clause(&self) -> &'static str {
        let class = self.assessment.record.class;
        class.map_or("4.6", AssessmentClass::clause)
    }
}

pub(super) fn item(
    check: Check,
    clause: &'static str,
    lacks: Vec<Lack>,
    place: CheckPlace,
) -> ChecklistItem {
    let state = match lacks.is_empty() {
        true => CheckState::Done,
        false => CheckState::Missing(lacks),
    };
    ChecklistItem {
        check,
        clause,
        state,
        place,
    }
}

/// Leaves out what the chosen class does not ask for.
pub(super) fn not_asked_if(not_asked: bool, item: ChecklistItem) -> ChecklistItem {
    match not_asked {
        true => ChecklistItem {
            state: CheckState::NotAsked,
            ..item
        },
        false => item,
    }
}
