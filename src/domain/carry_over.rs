//! Starting a re-assessment from the last one: what comes along, over the same model or a newer one.

use super::action::ActionStatus;
use super::assessment::Assessment;
use super::carried::{Carried, Origin, Previous};
use super::date::Date;
use super::edit::Edit;
use super::evidence_over::EvidenceOver;
use super::forecast::is_settled;
use super::id::{AssessmentId, InstanceId, ProcessId};
use super::model::Model;
use super::model_move::{origin, reads_as_before};
use super::process_state::{FIRST_INSTANCE, Instance, Remarks};
use super::subject::{Item, Subject};
use super::target::AttributeTarget;

/// The edits that a re-assessment begins with, after its start: what was set up, and every rating, note and piece of evidence
/// that the newer model has a place for, marked as carried over. The plan comes along as it stands.
pub fn carry_over(
    id: &AssessmentId,
    old: &Model,
    assessment: &Assessment,
    new: &Model,
    title: &str,
    months: Option<u16>,
) -> Vec<Edit> {
    let sources = sources(old, assessment, new);
    let mut edits = set_up(id, assessment, title, &sources);
    edits.push(Edit::SetEvidenceAge { months });
    let mut evidence = EvidenceOver::new(assessment);
    for (process, (from, process_origin)) in &sources {
        edits.extend(targets(assessment, process, &from[0]));
        edits.extend(instances(assessment, process, &from[0]));
        let mut taken = Vec::new();
        for from in from {
            let whole = Whole {
                old,
                assessment,
                new,
                process,
                from,
                origin: process_origin,
            };
            for subject in assessment.evidence.cited().map(|(subject, _)| subject) {
                let (instance, item) = (subject.instance.as_ref(), &subject.item);
                if subject.process == *from && whole.has_place(instance, item) {
                    edits.extend(evidence.edits(subject, process));
                }
            }
            for (instance, item, remarks) in assessment.state(from).items() {
                let place = (instance.cloned(), item.clone());
                if taken.contains(&place) || !whole.has_place(instance, item) {
                    continue;
                }
                edits.extend(whole.remarks(instance, item, remarks));
                taken.push(place);
            }
        }
    }
    let plan = assessment.changes().iter().map(|change| &change.edit);
    edits.extend(plan.filter(|edit| matches!(edit, Edit::Plan(_))).cloned());
    edits
}

/// The processes of the newer model that follow those in scope, in its order, each with where it comes from.
fn sources(
    old: &Model,
    assessment: &Assessment,
    new: &Model,
) -> Vec<(ProcessId, (Vec<ProcessId>, Origin))> {
    let in_scope = |from: &[ProcessId]| from.iter().any(|from| assessment.scope.contains(from));
    let processes = new.reference.processes.iter();
    processes
        .filter_map(|process| {
            let found = origin(old, new, &process.id)?;
            in_scope(&found.0).then(|| (process.id.clone(), found))
        })
        .collect()
}

fn set_up(
    id: &AssessmentId,
    assessment: &Assessment,
    title: &str,
    sources: &[(ProcessId, (Vec<ProcessId>, Origin))],
) -> Vec<Edit> {
    let mut edits = vec![
        Edit::SetTitle {
            title: title.to_owned(),
        },
        Edit::SetUnit {
            unit: assessment.unit.clone(),
        },
        Edit::PlaceUnit {
            kind: assessment.unit_kind,
            within: assessment.within.clone(),
        },
        Edit::SetPurpose {
            purpose: assessment.purpose.clone(),
        },
        Edit::SetScope {
            processes: sources.iter().map(|(process, _)| process.clone()).collect(),
        },
        Edit::SetHighestLevel {
            level: assessment.highest_level,
        },
        Edit::SetMethod {
            method: assessment.method.clone(),
        },
        Edit::SetTarget {
            level: assessment.target.default,
        },
        Edit::FollowOn {
            previous: Previous {
                assessment: id.clone(),
                title: assessment.title.clone(),
                model: assessment.model.clone(),
                day: assessment.last_moment().day(),
            },
        },
    ];
    let profiles = assessment.target_profiles.iter();
    edits.extend(profiles.map(|(profile, content)| Edit::SetTargetProfile {
        profile: profile.clone(),
        content: Some(content.clone()),
    }));
    edits
}

/// What a process is to reach, as far as it differs.
fn targets(assessment: &Assessment, process: &ProcessId, from: &ProcessId) -> Vec<Edit> {
    let Some(own) = assessment.target.process(from) else {
        return Vec::new();
    };
    let mut edits = Vec::new();
    if own.level.is_some() {
        edits.push(Edit::SetProcessTarget {
            process: process.clone(),
            level: own.level,
        });
    }
    let attribute = |(attribute, target): (_, &AttributeTarget)| Edit::SetAttributeTarget {
        process: process.clone(),
        attribute: Clone::clone(attribute),
        target: Some(target.clone()),
    };
    edits.extend(own.attributes.iter().map(attribute));
    if !own.reason.is_empty() {
        edits.push(Edit::SetTargetReason {
            process: process.clone(),
            reason: own.reason.clone(),
        });
    }
    edits
}

/// The instances, where there are others than the one that every process has.
fn instances(assessment: &Assessment, process: &ProcessId, from: &ProcessId) -> Vec<Edit> {
    let instances = assessment.instances(from);
    if instances == [Instance::first()] {
        return Vec::new();
    }
    let named = instances.iter().map(|instance| Edit::SetInstance {
        process: process.clone(),
        instance: instance.id.clone(),
        name: instance.name.clone(),
    });
    let mut edits: Vec<Edit> = named.collect();
    let weights = instances
        .iter()
        .filter(|instance| instance.weight.is_some());
    edits.extend(weights.map(|instance| Edit::SetInstanceWeight {
        process: process.clone(),
        instance: instance.id.clone(),
        weight: instance.weight.clone(),
    }));
    if instances
        .iter()
        .all(|found| found.id.as_str() != FIRST_INSTANCE)
    {
        edits.push(Edit::RemoveInstance {
            process: process.clone(),
            instance: InstanceId::new(FIRST_INSTANCE),
        });
    }
    edits
}

/// A process with all that is needed to carry over what was said of it.
struct Whole<'a> {
    old: &'a Model,
    assessment: &'a Assessment,
    new: &'a Model,
    process: &'a ProcessId,
    from: &'a ProcessId,
    origin: &'a Origin,
}

impl Whole<'_> {
    /// Whether the newer model still rates it, in an instance that counts.
    fn has_place(&self, instance: Option<&InstanceId>, item: &Item) -> bool {
        let counts = instance.is_none_or(|id| {
            let instances = self.assessment.instances(self.from);
            instances.iter().any(|found| found.id == *id)
        });
        counts
            && match item {
                Item::Indicator(id) => self.new.indicator(self.process, id).is_some(),
                Item::Attribute(id) => self.new.framework.attribute(id).is_some(),
            }
    }

    fn remarks(&self, instance: Option<&InstanceId>, item: &Item, remarks: &Remarks) -> Vec<Edit> {
        let at = |process: &ProcessId| Subject {
            process: process.clone(),
            instance: instance.cloned(),
            item: item.clone(),
        };
        let (before, subject) = (at(self.from), at(self.process));
        let mut edits = Vec::new();
        if let Some(carried) = self.carried(&before, remarks) {
            edits.push(Edit::CarryOver {
                subject: subject.clone(),
                carried: Some(carried),
            });
        }
        if !remarks.note().is_empty() {
            edits.push(Edit::SetNote {
                subject: subject.clone(),
                text: remarks.note().to_owned(),
            });
        }
        edits
    }

    fn carried(&self, before: &Subject, remarks: &Remarks) -> Option<Carried> {
        let judgement = remarks.judgement().cloned();
        let settlement = remarks.settlement().cloned();
        if judgement.is_none() && settlement.is_none() {
            return None;
        }
        let (by, on) = self.said(remarks);
        Some(Carried {
            judgement,
            settlement,
            by,
            on,
            origin: self.subject_origin(&before.item),
            lifted: self.lifted(before),
        })
    }

    /// Who said it and when. What was carried over before, and not looked at since, stays what it was.
    fn said(&self, remarks: &Remarks) -> (String, Option<Date>) {
        if let Some(carried) = remarks.carried() {
            return (carried.by.clone(), carried.on);
        }
        let place = remarks.counted_at();
        let change = place.and_then(|place| self.assessment.changes().get(place));
        change.map_or_else(Default::default, |change| {
            (change.author.clone(), Date::of_moment(&change.at))
        })
    }

    fn subject_origin(&self, item: &Item) -> Origin {
        let reads = |id| reads_as_before(self.old, self.from, self.new, self.process, id);
        match (self.origin, item) {
            (Origin::Same, Item::Indicator(id)) if reads(id) == Some(false) => Origin::Reworded,
            // Rated as a whole, so everything under it has to read as it did, and nothing may have come.
            (Origin::Same, Item::Attribute(id)) => {
                let attribute = self.new.framework.attribute(id);
                let under =
                    attribute.map_or(&[][..], |found| self.new.indicators(self.process, found));
                if under.iter().all(|found| reads(&found.id) == Some(true)) {
                    Origin::Same
                } else {
                    Origin::Reworded
                }
            }
            (origin, _) => origin.clone(),
        }
    }

    /// Whether an action that lifts it is done, and nobody has rated it since.
    fn lifted(&self, subject: &Subject) -> bool {
        let attribute = |item: &Item| match item {
            Item::Attribute(id) => self.old.framework.attribute(id),
            Item::Indicator(id) => self.old.attribute_of(self.from, id),
        };
        let lifts = |lifted: &Subject| {
            let anywhere = lifted.instance.is_none()
                || subject.instance.is_none()
                || lifted.instance == subject.instance;
            // An attribute is lifted with what lies under it, and the other way round.
            let one_is_whole = lifted.is_attribute() || subject.is_attribute();
            let same = lifted.item == subject.item
                || one_is_whole && attribute(&lifted.item) == attribute(&subject.item);
            anywhere && lifted.process == subject.process && same
        };
        let actions = self.assessment.improvement.actions();
        actions
            .filter(|(_, action)| action.counts() && action.status == ActionStatus::Done)
            .any(|(_, action)| {
                action.lifts.keys().any(lifts)
                    && !is_settled(self.old, self.assessment, action, subject)
            })
    }
}
