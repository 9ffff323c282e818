//! One edit of an assessment.

use super::agreement::Agreement;
use super::carried::{Carried, Previous};
use super::date::Date;
use super::evidence::{EvidenceEdit, OwnEvidence};
use super::finding::FindingEdit;
use super::id::{
    AttributeId, EvidenceId, InstanceId, MethodId, MilestoneId, ModelId, ProcessId, RuleId,
    TargetProfileId,
};
use super::judgement::{Judgement, Settlement};
use super::milestone::Milestone;
use super::plan_edit::PlanEdit;
use super::process_state::InstanceWeight;
use super::record_edit::RecordEdit;
use super::seal::Seal;
use super::subject::Subject;
use super::survey::SurveyEdit;
use super::target::AttributeTarget;
use super::target_profile::TargetProfile;
use super::unit::{UnitKind, UnitPart};
use serde::{Deserialize, Serialize};

/// What a change does. Each edit sets one field, so the last one of each field counts and each has an opposite.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Edit {
    /// The first edit of every assessment.
    Start {
        model: ModelRef,
        framework: ModelRef,
    },
    SetTitle {
        title: String,
    },
    SetUnit {
        unit: String,
    },
    /// What kind of unit it is, and which units it is part of, the largest first.
    PlaceUnit {
        kind: UnitKind,
        within: Vec<UnitPart>,
    },
    SetPurpose {
        purpose: String,
    },
    /// The processes in scope, in the order of the model.
    SetScope {
        processes: Vec<ProcessId>,
    },
    SetHighestLevel {
        level: u8,
    },
    SetMethod {
        method: MethodId,
    },
    SetTarget {
        level: u8,
    },
    /// None takes the exception away.
    SetProcessTarget {
        process: ProcessId,
        level: Option<u8>,
    },
    /// What is wanted of one attribute, whatever the level says. None goes back to the level.
    SetAttributeTarget {
        process: ProcessId,
        attribute: AttributeId,
        target: Option<AttributeTarget>,
    },
    /// Why the target of a process differs.
    SetTargetReason {
        process: ProcessId,
        reason: String,
    },
    /// Keeps a target profile under a name. None removes it.
    SetTargetProfile {
        profile: TargetProfileId,
        content: Option<TargetProfile>,
    },
    /// Adds an instance, renames it, or brings a removed one back.
    SetInstance {
        process: ProcessId,
        instance: InstanceId,
        name: String,
    },
    RemoveInstance {
        process: ProcessId,
        instance: InstanceId,
    },
    /// None makes it not rated again.
    Judge {
        subject: Subject,
        judgement: Option<Judgement>,
    },
    /// Takes back the author's last judgement: what stood before it stands again, as if it had not been made.
    Withdraw {
        subject: Subject,
    },
    /// Records the rating that people agreed on. None lets what each of them rated count again.
    Agree {
        subject: Subject,
        agreement: Option<Agreement>,
    },
    /// How much an instance counts in the means of its process. None: as much as any other.
    SetInstanceWeight {
        process: ProcessId,
        instance: InstanceId,
        weight: Option<InstanceWeight>,
    },
    /// Settles an attribute otherwise than computed. None goes back to the computed rating.
    Settle {
        subject: Subject,
        settlement: Option<Settlement>,
    },
    SetNote {
        subject: Subject,
        text: String,
    },
    /// Evidence as files up to format 3 say it; [`Self::Evidence`] says it now. None removes it.
    SetEvidence {
        subject: Subject,
        evidence: EvidenceId,
        content: Option<OwnEvidence>,
    },
    /// An edit of the register of evidence.
    Evidence(EvidenceEdit),
    /// An edit of the findings.
    Finding(FindingEdit),
    /// Lets two ratings stand beside each other though a consistency rule doubts them, with the reason, until one of them
    /// is made anew. None takes that back.
    OverrideRule {
        rule: RuleId,
        subject: Subject,
        note: Option<String>,
    },
    /// Whether everybody sees their own ratings only, until they are opened.
    SetBlind {
        blind: bool,
    },
    /// The minutes that a workshop gives each process. None: as long as it takes.
    SetTimeBox {
        minutes: Option<u16>,
    },
    /// An edit of questionnaires and responses.
    Survey(SurveyEdit),
    /// An edit of the assessment record.
    Record(RecordEdit),
    /// Freezes the assessment.
    Finalise {
        seal: Seal,
    },
    /// Lets work go on after it was finalised.
    Reopen {
        reason: String,
    },
    /// Puts a name on a moment. None removes it.
    SetMilestone {
        milestone: MilestoneId,
        content: Option<Milestone>,
    },
    /// The assessment that this one goes on from.
    FollowOn {
        previous: Previous,
    },
    /// A rating that comes along from there. It counts until somebody rates the subject. None takes it away.
    CarryOver {
        subject: Subject,
        carried: Option<Carried>,
    },
    /// After how many months a rating and its evidence are to be looked at again. None: they do not age.
    SetEvidenceAge {
        months: Option<u16>,
    },
    /// The day by which the unit is to be assessed again. None: not said.
    SetReassessBy {
        day: Option<Date>,
    },
    /// Marks an assessment as shipped example data.
    SetSample {
        sample: bool,
    },
    /// An edit of the improvement plan.
    Plan(PlanEdit),
}

/// Which model file an assessment is made over, exactly.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ModelRef {
    pub id: ModelId,
    pub version: String,
    /// SHA-256 of the file, in hexadecimal.
    pub hash: String,
}

/// How much of the results an edit can change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach<'a> {
    /// Targets and plans are computed from results, and change none.
    Nothing,
    Process(&'a ProcessId),
    Everything,
}

impl Edit {
    /// How much of the results this edit can change.
    pub fn reach(&self) -> Reach<'_> {
        match self {
            Self::SetInstance { process, .. }
            | Self::RemoveInstance { process, .. }
            | Self::SetInstanceWeight { process, .. } => Reach::Process(process),
            Self::Evidence(EvidenceEdit::Cite { subject, .. })
            | Self::Finding(FindingEdit::Attach { subject, .. }) => {
                Reach::Process(&subject.process)
            }
            Self::Judge { subject, .. }
            | Self::Withdraw { subject }
            | Self::Agree { subject, .. }
            | Self::OverrideRule { subject, .. }
            | Self::Settle { subject, .. }
            | Self::SetNote { subject, .. }
            | Self::CarryOver { subject, .. }
            | Self::SetEvidence { subject, .. } => Reach::Process(&subject.process),
            Self::Start { .. }
            | Self::SetScope { .. }
            | Self::SetHighestLevel { .. }
            | Self::SetBlind { .. }
            | Self::SetMethod { .. } => Reach::Everything,
            Self::SetTitle { .. }
            | Self::SetUnit { .. }
            | Self::PlaceUnit { .. }
            | Self::SetMilestone { .. }
            | Self::FollowOn { .. }
            | Self::SetEvidenceAge { .. }
            | Self::SetReassessBy { .. }
            | Self::SetPurpose { .. }
            | Self::SetSample { .. }
            | Self::SetTarget { .. }
            | Self::SetProcessTarget { .. }
            | Self::SetAttributeTarget { .. }
            | Self::SetTargetReason { .. }
            | Self::SetTargetProfile { .. }
            | Self::Evidence(_)
            | Self::Finding(_)
            | Self::SetTimeBox { .. }
            | Self::Survey(_)
            | Self::Record(_)
            | Self::Finalise { .. }
            | Self::Reopen { .. }
            | Self::Plan(_) => Reach::Nothing,
        }
    }
}
