//! What makes an edit impossible, whatever comes after it.

use super::assessment::Assessment;
use super::edit::Edit;
use super::judgement::Judgement;
use super::refusal::Refusal;

impl Assessment {
    /// Whether an edit may be made now, by somebody at work on it. Changes that come from elsewhere are folded in whatever
    /// this says: they were made, and the seal tells that they came.
    ///
    /// # Errors
    /// Where the assessment is finalised, or an instance would be called like another one of its process. Copies that were
    /// edited apart may bring two of one name; [`super::process_state::ProcessState::instances`] tells these apart.
    pub fn allows(&self, edit: &Edit) -> Result<(), Refusal> {
        match (&self.seal, edit) {
            (Some(_), Edit::Reopen { .. }) => Ok(()),
            (Some(_), _) => Err(Refusal::Finalised),
            (
                None,
                Edit::SetInstance {
                    process,
                    instance,
                    name,
                },
            ) => {
                let mut others = self.instances(process).into_iter();
                let taken = others.any(|found| found.id != *instance && found.name == *name);
                // One that was brought by another copy comes back under its own name.
                match taken && self.instance_name(process, instance) != *name {
                    true => Err(Refusal::InstanceName),
                    false => Ok(()),
                }
            }
            (None, _) => Ok(()),
        }
    }

    /// Whether an edit makes sense by itself.
    pub(super) fn check(&self, edit: &Edit) -> Result<(), Refusal> {
        match edit {
            Edit::Start { .. } => Err(Refusal::Start),
            Edit::SetTitle { title } if title.trim().is_empty() => Err(Refusal::Title),
            Edit::Judge {
                judgement: Some(Judgement::NotApplicable { reason }),
                ..
            } if reason.trim().is_empty() => Err(Refusal::Reason),
            Edit::Settle {
                settlement: Some(settlement),
                ..
            } if settlement.reason.trim().is_empty() => Err(Refusal::Reason),
            Edit::SetInstance { name, .. } if name.trim().is_empty() => Err(Refusal::InstanceName),
            Edit::SetEvidence {
                content: Some(content),
                ..
            } if content.source.trim().is_empty() => Err(Refusal::EvidenceTitle),
            Edit::SetTargetProfile {
                content: Some(content),
                ..
            } if content.name.trim().is_empty() => Err(Refusal::ProfileName),
            Edit::SetMilestone {
                content: Some(content),
                ..
            } if content.name.trim().is_empty() => Err(Refusal::MilestoneName),
            Edit::PlaceUnit { within, .. }
                if within.iter().any(|part| part.name.trim().is_empty()) =>
            {
                Err(Refusal::UnitName)
            }
            Edit::Agree {
                agreement: Some(agreement),
                ..
            } if agreement.reason.trim().is_empty() => Err(Refusal::Reason),
            Edit::Agree {
                agreement: Some(agreement),
                ..
            } if agreement.by.iter().all(|name| name.trim().is_empty()) => Err(Refusal::AgreedBy),
            Edit::SetInstanceWeight {
                weight: Some(found),
                ..
            } if !(1..=100).contains(&found.weight) => Err(Refusal::Weight),
            Edit::SetInstanceWeight {
                weight: Some(found),
                ..
            } if found.reason.trim().is_empty() => Err(Refusal::Reason),
            Edit::OverrideRule {
                note: Some(note), ..
            } if note.trim().is_empty() => Err(Refusal::Reason),
            Edit::Reopen { reason } if reason.trim().is_empty() => Err(Refusal::Reason),
            Edit::Evidence(edit) => edit.check(),
            Edit::Finding(edit) => edit.check(),
            Edit::Survey(edit) => edit.check(),
            Edit::Record(edit) => edit.check(),
            Edit::Plan(edit) => edit.check(),
            Edit::RemoveInstance { process, instance } => {
                let others = self
                    .instances(process)
                    .into_iter()
                    .filter(|found| found.id != *instance)
                    .count();
                if others == 0 {
                    Err(Refusal::LastInstance)
                } else {
                    Ok(())
                }
            }
            _ => Ok(()),
        }
    }
}
