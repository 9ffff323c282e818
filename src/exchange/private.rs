//! What stays with those who wrote it: the stakeholder register, which is left out of what is handed on unless it is chosen.

use crate::domain::change::Change;
use crate::domain::edit::Edit;
use crate::domain::plan_edit::PlanEdit;

/// Whether the stakeholder register goes along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Register {
    LeftOut,
    Included,
}

/// The changes without those of the stakeholder register. All the others stay as they are, so files still merge.
pub fn without_stakeholders(changes: Vec<Change>) -> Vec<Change> {
    changes
        .into_iter()
        .filter(|change| !is_private(change))
        .collect()
}

/// Whether there is anything that would be left out.
pub fn has_stakeholders(changes: &[Change]) -> bool {
    changes.iter().any(is_private)
}

fn is_private(change: &Change) -> bool {
    matches!(change.edit, Edit::Plan(PlanEdit::SetStakeholder { .. }))
}
