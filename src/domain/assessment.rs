//! An assessment: the fold of its changes. [`Assessment::apply`] is the one door for edits.

use super::carried::{Carried, Previous};
use super::change::{Change, ChangeId, in_order, merge};
use super::date::Date;
use super::edit::{Edit, ModelRef};
use super::evidence::EvidenceRegister;
use super::finding::Findings;
use super::id::{
    InstanceId, MethodId, MilestoneId, ModelId, ProcessId, ReplicaId, RuleId, TargetProfileId,
};
use super::improvement::Improvement;
use super::judgement::Judgement;
use super::let_stand::LetStand;
use super::milestone::Milestone;
use super::process_state::{Instance, ProcessState, Remarks};
use super::record::Record;
use super::refusal::Refusal;
use super::seal::Seal;
use super::subject::Subject;
use super::survey::Survey;
use super::target::Target;
use super::target_profile::TargetProfile;
use super::unit::{UnitKey, UnitKind, UnitPart};
use std::collections::BTreeMap;
use std::sync::Arc;

/// What people said, folded. What it means is computed, never stored.
#[derive(Clone, Debug, PartialEq)]
pub struct Assessment {
    pub title: String,
    pub unit: String,
    pub unit_kind: UnitKind,
    /// The units that it is part of, the largest first.
    pub within: Vec<UnitPart>,
    pub purpose: String,
    pub model: ModelRef,
    pub framework: ModelRef,
    pub scope: Vec<ProcessId>,
    pub highest_level: u8,
    pub method: MethodId,
    pub target: Target,
    /// Kept under a name, to be used again.
    pub target_profiles: BTreeMap<TargetProfileId, TargetProfile>,
    pub improvement: Improvement,
    pub milestones: BTreeMap<MilestoneId, Milestone>,
    /// The assessment that this one goes on from.
    pub previous: Option<Previous>,
    /// After how many months ratings and evidence are to be looked at again.
    pub evidence_age: Option<u16>,
    /// The day by which the unit is to be assessed again.
    pub reassess_by: Option<Date>,
    pub evidence: EvidenceRegister,
    pub findings: Findings,
    pub survey: Survey,
    pub record: Record,
    /// Whether everybody sees their own ratings only.
    pub blind: bool,
    /// The minutes that a workshop gives each process.
    pub time_box: Option<u16>,
    /// The doubts of consistency rules that people let stand, for the ratings as they were then.
    pub overrides: BTreeMap<(RuleId, Subject), LetStand>,
    /// Some while it is finalised.
    pub seal: Option<Seal>,
    pub sample: bool,
    viewer: Option<Arc<str>>,
    states: BTreeMap<ProcessId, ProcessState>,
    changes: Vec<Change>,
    /// Left out of the fold, in their order. They are there all the same: files hold them, and no other change takes their ids.
    refused: Vec<Change>,
    nothing: ProcessState,
}

/// A change that was left out of the fold, with the reason.
#[derive(Clone, Debug, PartialEq)]
pub struct Refused {
    pub id: ChangeId,
    pub refusal: Refusal,
}

impl Assessment {
    /// Folds changes, in their order whatever order they come in. Changes that cannot be applied are told, not lost:
    /// the caller still has them.
    ///
    /// # Errors
    /// Where no change starts the assessment.
    pub fn from_changes(changes: &[Change]) -> Result<(Self, Vec<Refused>), Refusal> {
        let mut ordered = in_order(changes.to_vec()).into_iter();
        let mut assessment = Self::start(ordered.next().ok_or(Refusal::Start)?)?;
        let mut refused = Vec::new();
        for change in ordered {
            let id = change.id.clone();
            if let Err(refusal) = assessment.take_in(change) {
                refused.push(Refused { id, refusal });
            }
        }
        Ok((assessment, refused))
    }

    /// A new assessment.
    ///
    /// # Errors
    /// Where the change is not [`Edit::Start`].
    pub fn start(change: Change) -> Result<Self, Refusal> {
        let Edit::Start { model, framework } = &change.edit else {
            return Err(Refusal::Start);
        };
        Ok(Self {
            title: String::new(),
            unit: String::new(),
            unit_kind: UnitKind::default(),
            within: Vec::new(),
            purpose: String::new(),
            model: model.clone(),
            framework: framework.clone(),
            scope: Vec::new(),
            highest_level: 0,
            method: MethodId::new(""),
            target: Target::default(),
            target_profiles: BTreeMap::new(),
            improvement: Improvement::default(),
            milestones: BTreeMap::new(),
            previous: None,
            evidence_age: None,
            reassess_by: None,
            evidence: EvidenceRegister::default(),
            findings: Findings::default(),
            survey: Survey::default(),
            record: Record::default(),
            blind: false,
            time_box: None,
            overrides: BTreeMap::new(),
            seal: None,
            sample: false,
            viewer: None,
            states: BTreeMap::new(),
            changes: vec![change],
            refused: Vec::new(),
            nothing: ProcessState::default(),
        })
    }

    /// Makes one edit.
    ///
    /// # Errors
    /// Where the edit makes no sense by itself, or is not later than all before it. Nothing has changed then.
    pub fn apply(&mut self, change: Change) -> Result<(), Refusal> {
        self.fits(&change)?;
        self.fold(change);
        Ok(())
    }

    /// Takes in a change that was made elsewhere. One that makes no sense here is left out of the fold and remembered.
    ///
    /// # Errors
    /// As [`Self::apply`]. The change is known afterwards.
    pub fn take_in(&mut self, change: Change) -> Result<(), Refusal> {
        let fits = self.fits(&change);
        match fits {
            Ok(()) => self.fold(change),
            Err(_) => self.refused.push(change),
        }
        fits
    }

    fn fits(&self, change: &Change) -> Result<(), Refusal> {
        if self.changes.last().is_some_and(|last| last.id >= change.id) {
            return Err(Refusal::Order);
        }
        self.check(&change.edit)
    }

    fn fold(&mut self, change: Change) {
        let place = self.changes.len();
        match change.edit.clone() {
            Edit::Start { .. } => {}
            Edit::SetTitle { title } => self.title = title,
            Edit::SetUnit { unit } => self.unit = unit,
            Edit::PlaceUnit { kind, within } => {
                self.unit_kind = kind;
                self.within = within;
            }
            Edit::SetPurpose { purpose } => self.purpose = purpose,
            Edit::SetScope { processes } => self.scope = processes,
            Edit::SetHighestLevel { level } => self.highest_level = level,
            Edit::SetMethod { method } => self.method = method,
            Edit::SetTarget { level } => self.target.default = level,
            Edit::SetProcessTarget { process, level } => {
                self.target.change(&process, |own| own.level = level);
            }
            Edit::SetAttributeTarget {
                process,
                attribute,
                target,
            } => self.target.change(&process, |own| {
                match target {
                    Some(target) => own.attributes.insert(attribute, target),
                    None => own.attributes.remove(&attribute),
                };
            }),
            Edit::SetTargetReason { process, reason } => {
                self.target.change(&process, |own| own.reason = reason);
            }
            Edit::SetTargetProfile { profile, content } => {
                match content {
                    Some(content) => self.target_profiles.insert(profile, content),
                    None => self.target_profiles.remove(&profile),
                };
            }
            Edit::SetInstance {
                process,
                instance,
                name,
            } => {
                self.state_mut(&process)
                    .set_instance(&instance, &name, false);
            }
            Edit::RemoveInstance { process, instance } => {
                let name = self.instance_name(&process, &instance);
                self.state_mut(&process)
                    .set_instance(&instance, &name, true);
            }
            Edit::Judge { subject, judgement } => {
                self.remarks_mut(&subject)
                    .judge(&change.author, place, judgement);
            }
            Edit::Withdraw { subject } => self.remarks_mut(&subject).withdraw(&change.author),
            Edit::Settle {
                subject,
                settlement,
            } => self.remarks_mut(&subject).settle(place, settlement),
            Edit::Agree { subject, agreement } => {
                self.remarks_mut(&subject).agree(place, agreement);
            }
            Edit::SetInstanceWeight {
                process,
                instance,
                weight,
            } => self.state_mut(&process).set_weight(&instance, weight),
            Edit::SetNote { subject, text } => {
                self.remarks_mut(&subject).set_note(&change.author, &text);
            }
            Edit::SetEvidence {
                subject,
                evidence,
                content,
            } => {
                self.evidence
                    .set_own(subject, evidence, content, &change.author);
            }
            Edit::Evidence(edit) => self.evidence.set(edit),
            Edit::Finding(edit) => self.findings.set(edit, &change),
            Edit::OverrideRule {
                rule,
                subject,
                note,
            } => {
                match note {
                    Some(note) => self
                        .overrides
                        .insert((rule, subject), LetStand { note, place }),
                    None => self.overrides.remove(&(rule, subject)),
                };
            }
            Edit::SetBlind { blind } => self.blind = blind,
            Edit::SetTimeBox { minutes } => self.time_box = minutes,
            Edit::Survey(edit) => self.survey.set(edit),
            Edit::Record(edit) => self.record.set(edit),
            Edit::Finalise { seal } => self.seal = Some(seal),
            Edit::Reopen { .. } => self.seal = None,
            Edit::SetMilestone { milestone, content } => {
                match content {
                    Some(content) => self.milestones.insert(milestone, content),
                    None => self.milestones.remove(&milestone),
                };
            }
            Edit::FollowOn { previous } => self.previous = Some(previous),
            Edit::CarryOver { subject, carried } => {
                self.remarks_mut(&subject).carry_over(carried);
            }
            Edit::SetEvidenceAge { months } => self.evidence_age = months,
            Edit::SetReassessBy { day } => self.reassess_by = day,
            Edit::SetSample { sample } => self.sample = sample,
            Edit::Plan(edit) => self.improvement.set(edit, place),
        }
        self.changes.push(change);
    }

    /// The id that the next change of a replica takes.
    pub fn next_id(&self, replica: &ReplicaId) -> ChangeId {
        let last = self.last_id().map_or(0, |id| id.clock);
        ChangeId {
            clock: last.saturating_add(1),
            replica: replica.clone(),
        }
    }

    /// All changes that are folded in, in their order: the audit trail.
    pub fn changes(&self) -> &[Change] {
        &self.changes
    }

    /// All changes that are there, with those left out of the fold, in their order: what files hold.
    pub fn all_changes(&self) -> Vec<Change> {
        merge(self.changes.clone(), self.refused.clone())
    }

    /// Whether a change is there, folded in or left out.
    pub fn knows(&self, id: &ChangeId) -> bool {
        let folded = self.changes.binary_search_by(|known| known.id.cmp(id));
        folded.is_ok() || self.refused.iter().any(|known| known.id == *id)
    }

    /// The latest id that is taken, be it by a change left out.
    pub fn last_id(&self) -> Option<&ChangeId> {
        let folded = self.changes.last().into_iter();
        folded.chain(&self.refused).map(|change| &change.id).max()
    }

    /// What was said of a process; empty where nothing was.
    pub fn state(&self, process: &ProcessId) -> &ProcessState {
        self.states.get(process).unwrap_or(&self.nothing)
    }

    pub fn states(&self) -> impl Iterator<Item = (&ProcessId, &ProcessState)> {
        self.states.iter()
    }

    pub fn instances(&self, process: &ProcessId) -> Vec<Instance> {
        self.state(process).instances()
    }

    pub fn remarks(&self, subject: &Subject) -> Option<&Remarks> {
        self.state(&subject.process)
            .remarks(subject.instance.as_ref(), &subject.item)
    }

    /// The judgement that counts for a subject; none where it is not rated.
    pub fn judgement(&self, subject: &Subject) -> Option<&Judgement> {
        self.remarks(subject)?.judgement()
    }

    /// What came along from an earlier assessment for a subject, where it still counts.
    pub fn carried(&self, subject: &Subject) -> Option<&Carried> {
        self.remarks(subject)?.carried()
    }

    /// Shows the ratings of one author alone, or of all. Changes nothing that was said.
    pub fn see_as(&mut self, viewer: Option<&str>) {
        self.viewer = viewer.map(Arc::from);
        for state in self.states.values_mut() {
            state.see_as(self.viewer.as_ref());
        }
    }

    /// Whose ratings alone are shown.
    pub fn viewer(&self) -> Option<&str> {
        self.viewer.as_deref()
    }

    /// Tells the unit apart from others. None where it has no name.
    pub fn unit_key(&self) -> Option<UnitKey> {
        UnitKey::new(&self.within, &self.unit)
    }

    /// Whether this is the model and framework that the assessment was made over.
    pub fn is_over(&self, model: &ModelId, framework: &ModelId) -> bool {
        self.model.id == *model && self.framework.id == *framework
    }

    pub(super) fn instance_name(&self, process: &ProcessId, instance: &InstanceId) -> String {
        let known = self
            .state(process)
            .all_instances()
            .into_iter()
            .find(|found| found.id == *instance);
        known.map_or_else(String::new, |found| found.name)
    }

    fn state_mut(&mut self, process: &ProcessId) -> &mut ProcessState {
        self.states.entry(process.clone()).or_default()
    }

    fn remarks_mut(&mut self, subject: &Subject) -> &mut Remarks {
        let viewer = self.viewer.clone();
        self.state_mut(&subject.process)
            .remarks_mut(subject, viewer.as_ref())
    }
}
