//! One of every edit, with every optional field filled. A new variant does not compile here until it is put in.
#![allow(dead_code, reason = "each test file takes what it needs of this")]

use plumbline::domain::change::{Change, ChangeId};
use plumbline::domain::edit::{Edit, Evidence, EvidenceKind, ModelRef};
use plumbline::domain::id::{AssessmentId, MethodId, ReplicaId};
use plumbline::domain::judgement::{Judgement, Settlement};
use plumbline::domain::scale::Rating;
use plumbline::domain::subject::{Item, Subject};
use plumbline::exchange::envelope::{self, AssessmentFile};

/// What must not be found in a file without names.
pub const SECRETS: [&str; 15] = [
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
];

fn model(id: &str) -> ModelRef {
    ModelRef {
        id: id.into(),
        version: "1.0.0".to_owned(),
        hash: "0123".to_owned(),
    }
}

fn subject(item: Item) -> Subject {
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

fn next_kind(kind: Option<EvidenceKind>) -> Option<EvidenceKind> {
    match kind {
        None => Some(EvidenceKind::Document),
        Some(EvidenceKind::Document) => Some(EvidenceKind::Record),
        Some(EvidenceKind::Record) => Some(EvidenceKind::Testimony),
        Some(EvidenceKind::Testimony) => None,
    }
}

/// All values that a "next" function gives one after the other.
fn all<T: Clone>(next: impl Fn(Option<&T>) -> Option<T>) -> Vec<T> {
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
        Edit::SetSample { .. } => return None,
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
                content: Some(Evidence {
                    kind,
                    source: "source-secret".to_owned(),
                }),
            };
            kinds.into_iter().map(set).collect()
        }),
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
