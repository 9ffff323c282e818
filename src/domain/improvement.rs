//! What people planned to improve: the fold of the edits of the plan.

use super::action::Action;
use super::date::Quarter;
use super::id::{ActionId, InhibitorId, PhaseId, ProcessId, StakeholderId, VariantId};
use super::inhibitor::Inhibitor;
use super::phase::PhaseText;
use super::plan_edit::{BusinessWeight, PlanEdit};
use super::scale::Rating;
use super::stakeholder::Stakeholder;
use super::subject::Item;
use std::collections::BTreeMap;

/// Actions, what stands in their way, who they need, and what the plan is computed with.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Improvement {
    actions: BTreeMap<ActionId, Action>,
    inhibitors: BTreeMap<InhibitorId, Inhibitor>,
    stakeholders: BTreeMap<StakeholderId, Stakeholder>,
    /// Only processes that are not of normal weight.
    weights: BTreeMap<ProcessId, BusinessWeight>,
    /// None: the first variant of the framework.
    pub risk_variant: Option<VariantId>,
    pub step_efforts: BTreeMap<Rating, u32>,
    pub item_efforts: BTreeMap<(ProcessId, Item), u32>,
    pub phases: BTreeMap<PhaseId, PhaseText>,
    pub capacities: BTreeMap<Quarter, u32>,
    pub usual_capacity: Option<u32>,
    pub currency: String,
}

impl Improvement {
    /// The actions that are not removed, by id.
    pub fn actions(&self) -> impl Iterator<Item = (&ActionId, &Action)> {
        self.actions.iter().filter(|(_, action)| !action.removed)
    }

    /// An action, removed or not.
    pub fn action(&self, id: &ActionId) -> Option<&Action> {
        self.actions.get(id)
    }

    /// The inhibitors that are not removed, standing or fallen.
    pub fn inhibitors(&self) -> impl Iterator<Item = (&InhibitorId, &Inhibitor)> {
        self.inhibitors.iter().filter(|(_, found)| !found.removed)
    }

    /// The inhibitors that still hold up an action.
    pub fn standing_before<'a>(
        &'a self,
        action: &'a ActionId,
    ) -> impl Iterator<Item = &'a Inhibitor> {
        let standing = self.inhibitors.values().filter(|found| found.stands());
        standing.filter(move |found| found.blocks.contains(action))
    }

    /// The stakeholders that are not removed.
    pub fn stakeholders(&self) -> impl Iterator<Item = (&StakeholderId, &Stakeholder)> {
        self.stakeholders.iter().filter(|(_, found)| !found.removed)
    }

    pub fn weight(&self, process: &ProcessId) -> BusinessWeight {
        self.weights.get(process).copied().unwrap_or_default()
    }

    /// The person-hours there are in a quarter; none where nobody said.
    pub fn capacity(&self, quarter: Quarter) -> Option<u32> {
        self.capacities
            .get(&quarter)
            .copied()
            .or(self.usual_capacity)
    }

    /// `place` is that of the change in the order of changes.
    pub(super) fn set(&mut self, edit: PlanEdit, place: usize) {
        match edit {
            PlanEdit::SetAction { action, field } => {
                self.actions.entry(action).or_default().set(field, place);
            }
            PlanEdit::SetInhibitor { inhibitor, field } => {
                self.inhibitors.entry(inhibitor).or_default().set(field);
            }
            PlanEdit::SetStakeholder { stakeholder, field } => {
                self.stakeholders.entry(stakeholder).or_default().set(field);
            }
            PlanEdit::SetBusinessWeight { process, weight } => {
                let differs = (weight != BusinessWeight::default()).then_some(weight);
                put(&mut self.weights, process, differs);
            }
            PlanEdit::SetRiskVariant { variant } => self.risk_variant = variant,
            PlanEdit::SetStepEffort { to, hours } => put(&mut self.step_efforts, to, hours),
            PlanEdit::SetItemEffort {
                process,
                item,
                hours,
            } => put(&mut self.item_efforts, (process, item), hours),
            PlanEdit::SetPhase { phase, text } => put(&mut self.phases, phase, text),
            PlanEdit::SetCapacity { quarter, hours } => put(&mut self.capacities, quarter, hours),
            PlanEdit::SetUsualCapacity { hours } => self.usual_capacity = hours,
            PlanEdit::SetCurrency { currency } => self.currency = currency,
        }
    }

    /// The edit that brings back what an edit would change now.
    pub(super) fn opposite(&self, edit: &PlanEdit) -> PlanEdit {
        match edit {
            PlanEdit::SetAction { action, field } => PlanEdit::SetAction {
                action: action.clone(),
                field: opposite_field(
                    self.actions.get(action),
                    field,
                    Action::field_now,
                    |removed| super::action::ActionField::Removed { removed },
                ),
            },
            PlanEdit::SetInhibitor { inhibitor, field } => PlanEdit::SetInhibitor {
                inhibitor: inhibitor.clone(),
                field: opposite_field(
                    self.inhibitors.get(inhibitor),
                    field,
                    Inhibitor::field_now,
                    |removed| super::inhibitor::InhibitorField::Removed { removed },
                ),
            },
            PlanEdit::SetStakeholder { stakeholder, field } => PlanEdit::SetStakeholder {
                stakeholder: stakeholder.clone(),
                field: opposite_field(
                    self.stakeholders.get(stakeholder),
                    field,
                    Stakeholder::field_now,
                    |removed| super::stakeholder::StakeholderField::Removed { removed },
                ),
            },
            PlanEdit::SetBusinessWeight { process, .. } => PlanEdit::SetBusinessWeight {
                weight: self.weight(process),
                process: process.clone(),
            },
            PlanEdit::SetRiskVariant { .. } => PlanEdit::SetRiskVariant {
                variant: self.risk_variant.clone(),
            },
            PlanEdit::SetStepEffort { to, .. } => PlanEdit::SetStepEffort {
                hours: self.step_efforts.get(to).copied(),
                to: to.clone(),
            },
            PlanEdit::SetItemEffort { process, item, .. } => PlanEdit::SetItemEffort {
                hours: self
                    .item_efforts
                    .get(&(process.clone(), item.clone()))
                    .copied(),
                process: process.clone(),
                item: item.clone(),
            },
            PlanEdit::SetPhase { phase, .. } => PlanEdit::SetPhase {
                text: self.phases.get(phase).cloned(),
                phase: phase.clone(),
            },
            PlanEdit::SetCapacity { quarter, .. } => PlanEdit::SetCapacity {
                quarter: *quarter,
                hours: self.capacities.get(quarter).copied(),
            },
            PlanEdit::SetUsualCapacity { .. } => PlanEdit::SetUsualCapacity {
                hours: self.usual_capacity,
            },
            PlanEdit::SetCurrency { .. } => PlanEdit::SetCurrency {
                currency: self.currency.clone(),
            },
        }
    }
}

/// The field as it is now; for the first field of something new, its removal.
fn opposite_field<T, F>(
    found: Option<&T>,
    field: &F,
    now: impl Fn(&T, &F) -> F,
    removed: impl Fn(bool) -> F,
) -> F {
    found.map_or_else(|| removed(true), |found| now(found, field))
}

fn put<K: Ord, V>(map: &mut BTreeMap<K, V>, key: K, value: Option<V>) {
    match value {
        Some(value) => {
            map.insert(key, value);
        }
        None => {
            map.remove(&key);
        }
    }
}
