//! One of every edit, with every optional field filled. A new variant does not compile here until it is put in.

use super::team_edits;
use plumbline::domain::action::{ActionField, ActionStatus, Measure, Place};
use plumbline::domain::agreement::{AgreedHow, Agreement, Heard};
use plumbline::domain::carried::{Carried, Origin, Previous};
use plumbline::domain::change::{Change, ChangeId};
use plumbline::domain::edit::{Edit, ModelRef};
use plumbline::domain::evidence::{EvidenceKind, OwnEvidence};
use plumbline::domain::id::{AssessmentId, MethodId, ReplicaId};
use plumbline::domain::inhibitor::InhibitorField;
use plumbline::domain::judgement::{Judgement, Settlement};
use plumbline::domain::milestone::Milestone;
use plumbline::domain::moment::Moment;
use plumbline::domain::phase::PhaseText;
use plumbline::domain::plan_edit::{BusinessWeight, PlanEdit};
use plumbline::domain::process_state::InstanceWeight;
use plumbline::domain::scale::Rating;
use plumbline::domain::seal::Seal;
use plumbline::domain::stakeholder::{Influence, StakeholderField, Stance};
use plumbline::domain::subject::{Item, Subject};
use plumbline::domain::target::AttributeTarget;
use plumbline::domain::target_profile::{AttributeEntry, ProcessEntry, TargetProfile};
use plumbline::domain::unit::{UnitKind, UnitPart};
use plumbline::exchange::envelope::{self, AssessmentFile};

/// What must not be found in a file without names, but for what a team does together.
const OWN_SECRETS: [&str; 42] = [
    "Heard Secret",
    "site-secret",
    "milestone-id-secret",
    "milestone-name-secret",
    "previous-id-secret",
    "previous-title-secret",
    "Carla Secret",
    "a1-secret-id",
    "replica-secret",
    "Anna Secret",
    "Ben Secret",
    "title-secret",
    "unit-secret",
    "purpose-secret",
    "instance-secret",
    "Night desk secret",
    "reason-secret",
    "settled-secret",
    "note-secret",
    "evidence-secret",
    "source-secret",
    "09:17:23",
    "target-reason-secret",
    "profile-id-secret",
    "profile-name-secret",
    "profile-reason-secret",
    "phase-id-secret",
    "phase-title-secret",
    "phase-aim-secret",
    "currency-secret",
    "action-id-secret",
    "needed-id-secret",
    "action-title-secret",
    "owner-secret",
    "measure-secret",
    "notes-secret",
    "place-reason-secret",
    "inhibitor-secret",
    "origin-secret",
    "answer-secret",
    "stakeholder-secret",
    "interest-secret",
];

/// All of them.
pub fn secrets() -> impl Iterator<Item = &'static str> {
    OWN_SECRETS.into_iter().chain(team_edits::SECRETS)
}

fn model(id: &str) -> ModelRef {
    ModelRef {
        id: id.into(),
        version: "1.0.0".to_owned(),
        hash: "0123".to_owned(),
    }
}

pub(super) fn subject(item: Item) -> Subject {
    Subject {
        process: "SDE-6".into(),
        instance: Some("instance-secret".into()),
        item,
    }
}

/// Both kinds of item. The next one after `item`, none after the last.
fn next_item(item: Option<&Item>) -> Option<Item> {
    match item {
        None => Some(Item::Indicator("SDE-6.O1".into())),
        Some(Item::Indicator(_)) => Some(Item::Attribute("PA1.1".into())),
        Some(Item::Attribute(_)) => None,
    }
}

fn next_judgement(judgement: Option<&Judgement>) -> Option<Judgement> {
    match judgement {
        None => Some(Judgement::Rated {
            rating: Rating::new("L"),
        }),
        Some(Judgement::Rated { .. }) => Some(Judgement::NotApplicable {
            reason: "reason-secret".to_owned(),
        }),
        Some(Judgement::NotApplicable { .. }) => None,
    }
}

/// Every way in which what is rated can have changed. The next one after `origin`, none after the last.
fn next_origin(origin: Option<&Origin>) -> Option<Origin> {
    let from = || "SDE-5".into();
    match origin {
        None => Some(Origin::Same),
        Some(Origin::Same) => Some(Origin::Reworded),
        Some(Origin::Reworded) => Some(Origin::Split { from: from() }),
        Some(Origin::Split { .. }) => Some(Origin::Part { from: from() }),
        Some(Origin::Part { .. }) => Some(Origin::Merged { from: vec![from()] }),
        Some(Origin::Merged { .. }) => Some(Origin::Revised { from: from() }),
        Some(Origin::Revised { .. }) => None,
    }
}

fn next_kind(kind: Option<EvidenceKind>) -> Option<EvidenceKind> {
    match kind {
        None => Some(EvidenceKind::Document),
        Some(EvidenceKind::Document) => Some(EvidenceKind::Record),
        Some(EvidenceKind::Record) => Some(EvidenceKind::Testimony),
        Some(EvidenceKind::Testimony) => Some(EvidenceKind::Observation),
        Some(EvidenceKind::Observation) => None,
    }
}

/// All values that a "next" function gives one after the other.
pub(super) fn all<T: Clone>(next: impl Fn(Option<&T>) -> Option<T>) -> Vec<T> {
    std::iter::successors(next(None), |last| next(Some(last))).collect()
}

/// The kind of edit that comes after one; none after the last.
fn next_edit(edit: Option<&Edit>) -> Option<Edit> {
    let (process, instance) = (|| "SDE-6".into(), || "instance-secret".into());
    let any = || subject(Item::Attribute("PA1.1".into()));
    let Some(edit) = edit else {
        return Some(Edit::Start {
            model: model("itsm-assessment"),
            framework: model("iso-33020-2015"),
        });
    };
    Some(match edit {
        Edit::Start { .. } => Edit::SetTitle {
            title: "title-secret".to_owned(),
        },
        Edit::SetTitle { .. } => Edit::SetUnit {
            unit: "unit-secret".to_owned(),
        },
        Edit::SetUnit { .. } => Edit::SetPurpose {
            purpose: "purpose-secret".to_owned(),
        },
        Edit::SetPurpose { .. } => Edit::SetScope {
            processes: vec!["SDE-6".into(), "RES-2".into()],
        },
        Edit::SetScope { .. } => Edit::SetHighestLevel { level: 3 },
        Edit::SetHighestLevel { .. } => Edit::SetMethod {
            method: MethodId::new("R1"),
        },
        Edit::SetMethod { .. } => Edit::SetTarget { level: 2 },
        Edit::SetTarget { .. } => Edit::SetProcessTarget {
            process: process(),
            level: Some(3),
        },
        Edit::SetProcessTarget { .. } => Edit::SetInstance {
            process: process(),
            instance: instance(),
            name: "Night desk secret".to_owned(),
        },
        Edit::SetInstance { .. } => Edit::RemoveInstance {
            process: process(),
            instance: instance(),
        },
        Edit::RemoveInstance { .. } => Edit::Judge {
            subject: any(),
            judgement: None,
        },
        Edit::Judge { .. } => Edit::Withdraw { subject: any() },
        Edit::Withdraw { .. } => Edit::Settle {
            subject: any(),
            settlement: Some(Settlement {
                rating: Rating::new("F"),
                reason: "settled-secret".to_owned(),
            }),
        },
        Edit::Settle { .. } => Edit::SetNote {
            subject: any(),
            text: "note-secret".to_owned(),
        },
        Edit::SetNote { .. } => Edit::SetEvidence {
            subject: any(),
            evidence: "evidence-secret".into(),
            content: None,
        },
        Edit::SetEvidence { .. } => Edit::SetSample { sample: true },
        Edit::SetSample { .. } => Edit::PlaceUnit {
            kind: UnitKind::Service,
            within: vec![UnitPart {
                kind: UnitKind::Site,
                name: "site-secret".to_owned(),
            }],
        },
        Edit::PlaceUnit { .. } => Edit::SetMilestone {
            milestone: "milestone-id-secret".into(),
            content: Some(Milestone {
                name: "milestone-name-secret".to_owned(),
                at: Moment::new("2026-11-21T09:17:23Z"),
                changes: 3,
                hash: "0123".to_owned(),
            }),
        },
        Edit::SetMilestone { .. } => Edit::FollowOn {
            previous: Previous {
                assessment: "previous-id-secret".into(),
                title: "previous-title-secret".to_owned(),
                model: model("itsm-assessment"),
                day: "2025-11-21".parse().ok(),
            },
        },
        Edit::FollowOn { .. } => Edit::CarryOver {
            subject: any(),
            carried: None,
        },
        Edit::CarryOver { .. } => Edit::SetEvidenceAge { months: Some(12) },
        Edit::SetEvidenceAge { .. } => Edit::SetReassessBy {
            day: "2027-11-21".parse().ok(),
        },
        Edit::SetReassessBy { .. } => Edit::SetAttributeTarget {
            process: process(),
            attribute: "PA2.1".into(),
            target: Some(AttributeTarget::Rating(Rating::new("F"))),
        },
        Edit::SetAttributeTarget { .. } => Edit::SetTargetReason {
            process: process(),
            reason: "target-reason-secret".to_owned(),
        },
        Edit::SetTargetReason { .. } => Edit::SetTargetProfile {
            profile: "profile-id-secret".into(),
            content: Some(profile()),
        },
        Edit::SetTargetProfile { .. } => Edit::Agree {
            subject: any(),
            agreement: Some(Agreement {
                judgement: Judgement::Rated {
                    rating: Rating::new("L"),
                },
                reason: "agreed-reason-secret".to_owned(),
                by: vec!["Agreeing Secret".to_owned()],
                how: AgreedHow::Consensus,
                over: vec![Heard {
                    author: "Heard Secret".to_owned(),
                    judgement: Judgement::NotApplicable {
                        reason: "heard-reason-secret".to_owned(),
                    },
                }],
            }),
        },
        Edit::Agree { .. } => Edit::SetInstanceWeight {
            process: process(),
            instance: instance(),
            weight: Some(InstanceWeight {
                weight: 3,
                reason: "weight-reason-secret".to_owned(),
            }),
        },
        Edit::SetInstanceWeight { .. } => Edit::OverrideRule {
            rule: "full-without-evidence".into(),
            subject: any(),
            note: Some("override-note-secret".to_owned()),
        },
        Edit::OverrideRule { .. } => Edit::SetBlind { blind: true },
        Edit::SetBlind { .. } => Edit::SetTimeBox { minutes: Some(20) },
        Edit::SetTimeBox { .. } => Edit::Finding(team_edits::next_finding_edit(None)?),
        Edit::Finding(edit) => match team_edits::next_finding_edit(Some(edit)) {
            Some(edit) => Edit::Finding(edit),
            None => Edit::Evidence(team_edits::next_evidence_edit(None)?),
        },
        Edit::Evidence(edit) => match team_edits::next_evidence_edit(Some(edit)) {
            Some(edit) => Edit::Evidence(edit),
            None => Edit::Survey(team_edits::next_survey_edit(None)?),
        },
        Edit::Survey(edit) => match team_edits::next_survey_edit(Some(edit)) {
            Some(edit) => Edit::Survey(edit),
            None => Edit::Record(team_edits::next_record_edit(None)?),
        },
        Edit::Record(edit) => match team_edits::next_record_edit(Some(edit)) {
            Some(edit) => Edit::Record(edit),
            None => Edit::Finalise {
                seal: Seal {
                    hash: "seal-hash-secret".to_owned(),
                    results: "seal-results-secret".to_owned(),
                    models: "seal-models-secret".to_owned(),
                    changes: 30,
                    engine: "0.1.0".to_owned(),
                },
            },
        },
        Edit::Finalise { .. } => Edit::Reopen {
            reason: "reopen-secret".to_owned(),
        },
        Edit::Reopen { .. } => Edit::Plan(next_plan_edit(None)?),
        Edit::Plan(edit) => return next_plan_edit(Some(edit)).map(Edit::Plan),
    })
}

fn profile() -> TargetProfile {
    TargetProfile {
        name: "profile-name-secret".to_owned(),
        level: 2,
        processes: vec![ProcessEntry {
            process: "SDE-6".into(),
            level: Some(3),
            attributes: [
                AttributeTarget::NotAsked,
                AttributeTarget::Rating("L".into()),
            ]
            .map(|target| AttributeEntry {
                attribute: "PA2.1".into(),
                target,
            })
            .to_vec(),
            reason: "profile-reason-secret".to_owned(),
        }],
    }
}

/// The kind of edit of the plan that comes after one; none after the last.
fn next_plan_edit(edit: Option<&PlanEdit>) -> Option<PlanEdit> {
    let Some(edit) = edit else {
        return next_action_field(None).map(set_action);
    };
    Some(match edit {
        PlanEdit::SetAction { field, .. } => match next_action_field(Some(field)) {
            Some(field) => set_action(field),
            None => set_inhibitor(next_inhibitor_field(None)?),
        },
        PlanEdit::SetInhibitor { field, .. } => match next_inhibitor_field(Some(field)) {
            Some(field) => set_inhibitor(field),
            None => set_stakeholder(next_stakeholder_field(None)?),
        },
        PlanEdit::SetStakeholder { field, .. } => match next_stakeholder_field(Some(field)) {
            Some(field) => set_stakeholder(field),
            None => PlanEdit::SetBusinessWeight {
                process: "SDE-6".into(),
                weight: BusinessWeight::High,
            },
        },
        PlanEdit::SetBusinessWeight { .. } => PlanEdit::SetRiskVariant {
            variant: Some("first-level-slight".into()),
        },
        PlanEdit::SetRiskVariant { .. } => PlanEdit::SetStepEffort {
            to: Rating::new("L"),
            hours: Some(24),
        },
        PlanEdit::SetStepEffort { .. } => PlanEdit::SetItemEffort {
            process: "SDE-6".into(),
            item: Item::Indicator("SDE-6.O1".into()),
            hours: Some(8),
        },
        PlanEdit::SetItemEffort { .. } => PlanEdit::SetPhase {
            phase: "phase-id-secret".into(),
            text: Some(PhaseText {
                title: "phase-title-secret".to_owned(),
                aim: "phase-aim-secret".to_owned(),
                removed: false,
            }),
        },
        PlanEdit::SetPhase { .. } => PlanEdit::SetCapacity {
            quarter: "2027-Q1".parse().expect("a quarter"),
            hours: Some(300),
        },
        PlanEdit::SetCapacity { .. } => PlanEdit::SetUsualCapacity { hours: Some(200) },
        PlanEdit::SetUsualCapacity { .. } => PlanEdit::SetCurrency {
            currency: "currency-secret".to_owned(),
        },
        PlanEdit::SetCurrency { .. } => return None,
    })
}

fn set_action(field: ActionField) -> PlanEdit {
    PlanEdit::SetAction {
        action: "action-id-secret".into(),
        field,
    }
}

fn set_inhibitor(field: InhibitorField) -> PlanEdit {
    PlanEdit::SetInhibitor {
        inhibitor: "inhibitor-id-secret".into(),
        field,
    }
}

fn set_stakeholder(field: StakeholderField) -> PlanEdit {
    PlanEdit::SetStakeholder {
        stakeholder: "stakeholder-id-secret".into(),
        field,
    }
}

fn next_action_field(field: Option<&ActionField>) -> Option<ActionField> {
    let date = || "2027-03-31".parse().ok();
    let amount = |text: &str| text.parse().ok();
    let any = || subject(Item::Attribute("PA1.1".into()));
    let Some(field) = field else {
        return Some(ActionField::Removed { removed: false });
    };
    Some(match field {
        ActionField::Removed { .. } => ActionField::Title {
            title: "action-title-secret".to_owned(),
        },
        ActionField::Title { .. } => ActionField::Lift {
            subject: any(),
            expected: Some(Rating::new("F")),
        },
        ActionField::Lift { .. } => ActionField::Owner {
            owner: "owner-secret".to_owned(),
        },
        ActionField::Owner { .. } => ActionField::Start { date: date() },
        ActionField::Start { .. } => ActionField::Due { date: date() },
        ActionField::Due { .. } => ActionField::Effort { hours: Some(40) },
        ActionField::Effort { .. } => ActionField::Cost { cost: Some(1200) },
        ActionField::Cost { .. } => ActionField::Status {
            status: ActionStatus::Started,
        },
        ActionField::Status { .. } => ActionField::Measure {
            measure: Some(Measure {
                what: "measure-secret".to_owned(),
                unit: "unit-of-measure-secret".to_owned(),
                baseline: amount("12.5"),
                target: amount("3"),
            }),
        },
        ActionField::Measure { .. } => ActionField::Reading {
            date: date()?,
            value: amount("7.25"),
        },
        ActionField::Reading { .. } => ActionField::Needs {
            action: "needed-id-secret".into(),
            needed: true,
        },
        ActionField::Needs { .. } => ActionField::Link {
            subject: any(),
            linked: true,
        },
        ActionField::Link { .. } => ActionField::Notes {
            text: "notes-secret".to_owned(),
        },
        ActionField::Notes { .. } => ActionField::Phase {
            phase: Some("phase-id-secret".into()),
        },
        ActionField::Phase { .. } => ActionField::Gain { gain: Some(4) },
        ActionField::Gain { .. } => ActionField::Place {
            place: Some(Place {
                place: 1,
                reason: "place-reason-secret".to_owned(),
            }),
        },
        ActionField::Place { .. } => return None,
    })
}

fn next_inhibitor_field(field: Option<&InhibitorField>) -> Option<InhibitorField> {
    let text = |text: &str| text.to_owned();
    let Some(field) = field else {
        return Some(InhibitorField::Removed { removed: false });
    };
    Some(match field {
        InhibitorField::Removed { .. } => InhibitorField::What {
            text: text("inhibitor-secret"),
        },
        InhibitorField::What { .. } => InhibitorField::Origin {
            text: text("origin-secret"),
        },
        InhibitorField::Origin { .. } => InhibitorField::Blocks {
            action: "action-id-secret".into(),
            blocked: true,
        },
        InhibitorField::Blocks { .. } => InhibitorField::Fallen {
            date: "2027-02-01".parse().ok(),
        },
        InhibitorField::Fallen { .. } => InhibitorField::Answer {
            text: text("answer-secret"),
        },
        InhibitorField::Answer { .. } => return None,
    })
}

fn next_stakeholder_field(field: Option<&StakeholderField>) -> Option<StakeholderField> {
    let text = |text: &str| text.to_owned();
    let Some(field) = field else {
        return Some(StakeholderField::Removed { removed: false });
    };
    Some(match field {
        StakeholderField::Removed { .. } => StakeholderField::Name {
            text: text("stakeholder-secret"),
        },
        StakeholderField::Name { .. } => StakeholderField::Stance {
            stance: Stance::Assassin,
        },
        StakeholderField::Stance { .. } => StakeholderField::Interest {
            text: text("interest-secret"),
        },
        StakeholderField::Interest { .. } => StakeholderField::Influence {
            influence: Influence::High,
        },
        StakeholderField::Influence { .. } => StakeholderField::Carer {
            text: text("carer-secret"),
        },
        StakeholderField::Carer { .. } => return None,
    })
}

/// An edit with each item that it can be about, each judgement and each kind of evidence.
fn filled(edit: &Edit) -> Vec<Edit> {
    let items = all(next_item);
    let about = |make: &dyn Fn(Subject) -> Vec<Edit>| {
        let edits = items.iter().cloned().map(subject).flat_map(make);
        edits.collect()
    };
    match edit {
        Edit::Judge { .. } => about(&|subject| {
            let judgements = all(next_judgement).into_iter().map(Some).chain([None]);
            let judge = |judgement| Edit::Judge {
                subject: subject.clone(),
                judgement,
            };
            judgements.map(judge).collect()
        }),
        Edit::Withdraw { .. } => about(&|subject| vec![Edit::Withdraw { subject }]),
        Edit::Settle { settlement, .. } => about(&|subject| {
            let settlement = settlement.clone();
            vec![Edit::Settle {
                subject,
                settlement,
            }]
        }),
        Edit::SetNote { text, .. } => about(&|subject| {
            let text = text.clone();
            vec![Edit::SetNote { subject, text }]
        }),
        Edit::SetEvidence { evidence, .. } => about(&|subject| {
            let kinds = all(|last: Option<&EvidenceKind>| next_kind(last.copied()));
            let set = |kind| Edit::SetEvidence {
                subject: subject.clone(),
                evidence: evidence.clone(),
                content: Some(OwnEvidence {
                    kind,
                    source: "source-secret".to_owned(),
                    date: "2026-10-01".parse().ok(),
                }),
            };
            kinds.into_iter().map(set).collect()
        }),
        Edit::CarryOver { .. } => about(&|subject| {
            let carry = |origin| Edit::CarryOver {
                subject: subject.clone(),
                carried: Some(Carried {
                    judgement: next_judgement(None),
                    settlement: Some(Settlement {
                        rating: Rating::new("F"),
                        reason: "settled-secret".to_owned(),
                    }),
                    by: "Carla Secret".to_owned(),
                    on: "2025-11-21".parse().ok(),
                    origin,
                    lifted: true,
                }),
            };
            all(next_origin).into_iter().map(carry).collect()
        }),
        Edit::Agree { agreement, .. } => about(&|subject| {
            let agreement = agreement.clone();
            vec![Edit::Agree { subject, agreement }]
        }),
        Edit::SetAttributeTarget {
            process, attribute, ..
        } => {
            let targets = [
                AttributeTarget::NotAsked,
                AttributeTarget::Rating("F".into()),
            ];
            let set = |target| Edit::SetAttributeTarget {
                process: process.clone(),
                attribute: attribute.clone(),
                target: Some(target),
            };
            targets.map(set).to_vec()
        }
        Edit::Plan(PlanEdit::SetItemEffort { process, hours, .. }) => {
            let set = |item| {
                Edit::Plan(PlanEdit::SetItemEffort {
                    process: process.clone(),
                    item,
                    hours: *hours,
                })
            };
            items.into_iter().map(set).collect()
        }
        other => vec![other.clone()],
    }
}

/// A file with all of them, by two people in two places.
pub fn file() -> AssessmentFile {
    let edits = all(next_edit);
    let edits = edits.iter().flat_map(filled);
    let change = |(clock, edit): (u64, Edit)| Change {
        id: ChangeId {
            clock,
            replica: ReplicaId::new(["replica-secret-b", "replica-secret-a"][clock as usize % 2]),
        },
        author: ["Anna Secret", "Ben Secret"][clock as usize / 2 % 2].to_owned(),
        at: "2026-11-21T09:17:23Z".to_owned(),
        edit,
    };
    let changes = (1..).zip(edits).map(change).collect();
    let id = AssessmentId::new("a1-secret-id");
    envelope::of_changes(&id, changes, "2026-11-22T09:17:23Z").expect("it starts")
}
