//! One edit of the improvement plan. Each sets one field, as all edits do.

use super::action::{ActionField, HIGHEST_GAIN};
use super::date::Quarter;
use super::id::{ActionId, InhibitorId, PhaseId, ProcessId, StakeholderId, VariantId};
use super::inhibitor::InhibitorField;
use super::phase::PhaseText;
use super::refusal::Refusal;
use super::scale::Rating;
use super::stakeholder::StakeholderField;
use super::subject::Item;
use serde::{Deserialize, Serialize};

/// What a change does to the plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum PlanEdit {
    SetAction {
        action: ActionId,
        field: ActionField,
    },
    SetInhibitor {
        inhibitor: InhibitorId,
        field: InhibitorField,
    },
    SetStakeholder {
        stakeholder: StakeholderId,
        field: StakeholderField,
    },
    SetBusinessWeight {
        process: ProcessId,
        weight: BusinessWeight,
    },
    /// Which variant of the tables of risk counts. None goes back to the first of the framework.
    SetRiskVariant {
        variant: Option<VariantId>,
    },
    /// The hours that raising a rating to this one from the one below takes. None goes back to what the framework says.
    SetStepEffort {
        to: Rating,
        hours: Option<u32>,
    },
    /// The hours that each step of one indicator or attribute takes. None goes back to what all steps take.
    SetItemEffort {
        process: ProcessId,
        item: Item,
        hours: Option<u32>,
    },
    /// Renames a phase of the model, adds one, or removes one. None goes back to what the model says.
    SetPhase {
        phase: PhaseId,
        text: Option<PhaseText>,
    },
    /// The person-hours there are for improvement in one quarter. None goes back to the usual ones.
    SetCapacity {
        quarter: Quarter,
        hours: Option<u32>,
    },
    SetUsualCapacity {
        hours: Option<u32>,
    },
    SetCurrency {
        currency: String,
    },
}

/// How much the business depends on a process.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BusinessWeight {
    Low,
    #[default]
    Normal,
    High,
}

/// More than a hundred people do in a year; keeps sums far from overflowing.
pub const MOST_HOURS: u32 = 200_000;

impl PlanEdit {
    /// # Errors
    /// Where the edit makes no sense by itself.
    pub(super) fn check(&self) -> Result<(), Refusal> {
        let hours = match self {
            Self::SetStepEffort { hours, .. }
            | Self::SetItemEffort { hours, .. }
            | Self::SetCapacity { hours, .. }
            | Self::SetUsualCapacity { hours }
            | Self::SetAction {
                field: ActionField::Effort { hours },
                ..
            } => *hours,
            _ => None,
        };
        if hours.is_some_and(|hours| hours > MOST_HOURS) {
            return Err(Refusal::Hours);
        }
        match self {
            Self::SetAction {
                field: ActionField::Title { title },
                ..
            } if title.trim().is_empty() => Err(Refusal::ActionTitle),
            Self::SetAction {
                field: ActionField::Place { place: Some(place) },
                ..
            } if place.reason.trim().is_empty() => Err(Refusal::Reason),
            Self::SetAction {
                field: ActionField::Gain { gain: Some(gain) },
                ..
            } if !(1..=HIGHEST_GAIN).contains(gain) => Err(Refusal::Gain),
            Self::SetAction {
                field:
                    ActionField::Measure {
                        measure: Some(measure),
                    },
                ..
            } if measure.what.trim().is_empty() => Err(Refusal::Measure),
            Self::SetInhibitor {
                field: InhibitorField::What { text },
                ..
            } if text.trim().is_empty() => Err(Refusal::Inhibitor),
            Self::SetStakeholder {
                field: StakeholderField::Name { text },
                ..
            } if text.trim().is_empty() => Err(Refusal::Stakeholder),
            Self::SetPhase {
                text: Some(text), ..
            } if text.title.trim().is_empty() => Err(Refusal::PhaseTitle),
            _ => Ok(()),
        }
    }
}
