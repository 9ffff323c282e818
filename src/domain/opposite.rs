//! The edit that takes another one back: undo is a change like any other.

use super::assessment::Assessment;
use super::edit::Edit;
use super::process_state::Remarks;

impl Assessment {
    /// The edit that takes back what `edit` would do now, when made by the same author.
    pub fn opposite(&self, edit: &Edit, author: &str) -> Option<Edit> {
        Some(match edit {
            Edit::Start { .. } => return None,
            // There is no way back to having no name.
            Edit::SetTitle { .. } if self.title.is_empty() => return None,
            Edit::SetTitle { .. } => Edit::SetTitle {
                title: self.title.clone(),
            },
            Edit::SetUnit { .. } => Edit::SetUnit {
                unit: self.unit.clone(),
            },
            Edit::PlaceUnit { .. } => Edit::PlaceUnit {
                kind: self.unit_kind,
                within: self.within.clone(),
            },
            Edit::SetPurpose { .. } => Edit::SetPurpose {
                purpose: self.purpose.clone(),
            },
            Edit::SetScope { .. } => Edit::SetScope {
                processes: self.scope.clone(),
            },
            Edit::SetHighestLevel { .. } => Edit::SetHighestLevel {
                level: self.highest_level,
            },
            Edit::SetMethod { .. } => Edit::SetMethod {
                method: self.method.clone(),
            },
            Edit::SetTarget { .. } => Edit::SetTarget {
                level: self.target.default,
            },
            Edit::SetProcessTarget { process, .. } => {
                let level = self.target.process(process).and_then(|own| own.level);
                Edit::SetProcessTarget {
                    process: process.clone(),
                    level,
                }
            }
            Edit::SetAttributeTarget {
                process, attribute, ..
            } => {
                let own = self.target.process(process);
                Edit::SetAttributeTarget {
                    target: own.and_then(|own| own.attributes.get(attribute)).cloned(),
                    process: process.clone(),
                    attribute: attribute.clone(),
                }
            }
            Edit::SetTargetReason { process, .. } => Edit::SetTargetReason {
                reason: self.target.reason(process).to_owned(),
                process: process.clone(),
            },
            Edit::SetTargetProfile { profile, .. } => Edit::SetTargetProfile {
                content: self.target_profiles.get(profile).cloned(),
                profile: profile.clone(),
            },
            Edit::Plan(edit) => {
                let opposite = self.improvement.opposite(edit);
                // There is no way back to having no name.
                opposite.check().ok()?;
                Edit::Plan(opposite)
            }
            Edit::SetInstance {
                process, instance, ..
            }
            | Edit::RemoveInstance { process, instance } => {
                let (process, instance) = (process.clone(), instance.clone());
                if self
                    .instances(&process)
                    .iter()
                    .any(|found| found.id == instance)
                {
                    let name = self.instance_name(&process, &instance);
                    Edit::SetInstance {
                        process,
                        instance,
                        name,
                    }
                } else {
                    Edit::RemoveInstance { process, instance }
                }
            }
            Edit::Judge { subject, .. } => Edit::Withdraw {
                subject: subject.clone(),
            },
            Edit::Withdraw { subject } => {
                let judgement = self
                    .remarks(subject)
                    .and_then(|remarks| remarks.judgement_by(author))
                    .cloned();
                Edit::Judge {
                    subject: subject.clone(),
                    judgement,
                }
            }
            Edit::Settle { subject, .. }
                if self
                    .carried(subject)
                    .is_some_and(|carried| carried.settlement.is_some()) =>
            {
                // Settling replaces what was carried over, so that has to be carried over again.
                Edit::CarryOver {
                    carried: self.carried(subject).cloned(),
                    subject: subject.clone(),
                }
            }
            Edit::Settle { subject, .. } => {
                let settlement = self.remarks(subject).and_then(Remarks::settlement).cloned();
                Edit::Settle {
                    subject: subject.clone(),
                    settlement,
                }
            }
            Edit::Agree { subject, .. } => Edit::Agree {
                agreement: self.remarks(subject).and_then(Remarks::agreement).cloned(),
                subject: subject.clone(),
            },
            Edit::SetInstanceWeight {
                process, instance, ..
            } => {
                let all = self.state(process).all_instances();
                let found = all.into_iter().find(|found| found.id == *instance);
                Edit::SetInstanceWeight {
                    process: process.clone(),
                    instance: instance.clone(),
                    weight: found.and_then(|found| found.weight),
                }
            }
            Edit::SetNote { subject, .. } => {
                let text = self.remarks(subject).map_or("", Remarks::note).to_owned();
                Edit::SetNote {
                    subject: subject.clone(),
                    text,
                }
            }
            Edit::SetEvidence {
                subject, evidence, ..
            } => {
                let content = self.evidence.own(subject, evidence);
                Edit::SetEvidence {
                    subject: subject.clone(),
                    evidence: evidence.clone(),
                    content,
                }
            }
            Edit::Evidence(edit) => Edit::Evidence(self.evidence.opposite(edit)),
            Edit::Finding(edit) => Edit::Finding(self.findings.opposite(edit)),
            Edit::OverrideRule { rule, subject, .. } => Edit::OverrideRule {
                note: self
                    .overrides
                    .get(&(rule.clone(), subject.clone()))
                    .map(|found| found.note.clone()),
                rule: rule.clone(),
                subject: subject.clone(),
            },
            Edit::SetBlind { .. } => Edit::SetBlind { blind: self.blind },
            Edit::SetTimeBox { .. } => Edit::SetTimeBox {
                minutes: self.time_box,
            },
            Edit::Survey(edit) => Edit::Survey(self.survey.opposite(edit)),
            Edit::Record(edit) => Edit::Record(self.record.opposite(edit)),
            // Opening it again needs a reason, and finalising a new look at what is missing.
            Edit::Finalise { .. } | Edit::Reopen { .. } => return None,
            Edit::SetMilestone { milestone, .. } => Edit::SetMilestone {
                content: self.milestones.get(milestone).cloned(),
                milestone: milestone.clone(),
            },
            // There is no way back to having none: it is part of the start.
            Edit::FollowOn { .. } => Edit::FollowOn {
                previous: self.previous.clone()?,
            },
            Edit::CarryOver { subject, .. } => Edit::CarryOver {
                carried: self.carried(subject).cloned(),
                subject: subject.clone(),
            },
            Edit::SetEvidenceAge { .. } => Edit::SetEvidenceAge {
                months: self.evidence_age,
            },
            Edit::SetReassessBy { .. } => Edit::SetReassessBy {
                day: self.reassess_by,
            },
            Edit::SetSample { .. } => Edit::SetSample {
                sample: self.sample,
            },
        })
    }

    /// Whether an edit would say again what its author says already, and so need not be made.
    pub fn says_already(&self, edit: &Edit, author: &str) -> bool {
        match edit {
            Edit::Judge { subject, judgement } => {
                let remarks = self.remarks(subject);
                let said = remarks.and_then(|remarks| remarks.judgement_by(author));
                // What was carried over counts until somebody says something, be it that it is not rated.
                let carried = self.carried(subject);
                let counts = carried.is_some_and(|carried| carried.judgement.is_some());
                said == judgement.as_ref() && !(judgement.is_none() && counts)
            }
            // With the words of an earlier time, it is still said of the ratings as they are now.
            Edit::OverrideRule { note: Some(_), .. } => false,
            _ => self.opposite(edit, author).as_ref() == Some(edit),
        }
    }
}
