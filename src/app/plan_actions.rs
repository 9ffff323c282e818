//! The actions of the plan as they are after the last edit, for the views that place and time them.

use super::browser::today;
use super::workspace::{Workspace, workspace};
use crate::domain::action::ActionField;
use crate::domain::action_order::ordered_actions;
use crate::domain::edit::Edit;
use crate::domain::id::ActionId;
use crate::domain::plan::plan;
use crate::domain::plan_edit::PlanEdit;
use crate::report::action_list::{ActionEntry, action_entries};
use leptos::prelude::*;

/// In the order of the plan.
pub fn plan_actions() -> Memo<Vec<ActionEntry>> {
    let workspace = workspace();
    Memo::new(move |_| {
        let results = workspace.results();
        let entries = workspace.track(|open| {
            let (model, assessment) = (&open.model, &open.assessment);
            let items = plan(model, assessment, &results);
            let ordered = ordered_actions(model, assessment, &results, &items);
            Some(action_entries(
                model,
                assessment,
                &results,
                &ordered,
                today()?,
            ))
        });
        entries.flatten().unwrap_or_default()
    })
}

/// One action of these; none once it has gone.
pub fn action_of(actions: Memo<Vec<ActionEntry>>, id: ActionId) -> Memo<Option<ActionEntry>> {
    Memo::new(move |_| actions.with(|all| all.iter().find(|entry| entry.id == id).cloned()))
}

/// Sets fields of one action at one stroke.
pub fn set_action(workspace: Workspace, id: &ActionId, fields: Vec<ActionField>) -> bool {
    let edit = |field| {
        Edit::Plan(PlanEdit::SetAction {
            action: id.clone(),
            field,
        })
    };
    workspace.apply_all(fields.into_iter().map(edit).collect())
}
