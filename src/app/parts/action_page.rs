//! What the parts of the page of actions share: the plan as it is now, what is chosen in it, and the edits that they make.

use super::action_filters::Filters;
use crate::app::browser::{commit_typing, focus, focus_text, random_id, today};
use crate::app::workspace::{Action as Button, Notice, Workspace, workspace};
use crate::domain::action::{ActionField, ActionStatus};
use crate::domain::action_order::ordered_actions;
use crate::domain::date::Date;
use crate::domain::edit::Edit;
use crate::domain::gap::Gap;
use crate::domain::id::{ActionId, PhaseId};
use crate::domain::phase::phases;
use crate::domain::plan::plan;
use crate::domain::plan_edit::PlanEdit;
use crate::report::action_list::{ActionEntry, action_entries};
use crate::report::plan_draft::{PlanEntry, plan_entries};
use leptos::prelude::*;
use std::collections::BTreeSet;
use std::sync::Arc;

/// A handle that every part can copy.
#[derive(Clone, Copy)]
pub struct ActionPage {
    pub workspace: Workspace,
    pub now: Memo<PlanNow>,
    pub currency: Memo<String>,
    /// How many actions are still to do. They come first, and only they can be put elsewhere.
    pub to_do: Memo<usize>,
    pub filters: Filters,
    /// The actions that pass the filters, in their order.
    pub listed: Memo<Vec<ActionId>>,
    pub selected: RwSignal<BTreeSet<ActionId>>,
    opened: RwSignal<Option<ActionId>>,
    /// The action that is being edited. It may go while it is: it is taken back, or removed in another window.
    pub edited: Memo<Option<ActionId>>,
    /// The action that is being put elsewhere in the order, and the place.
    pub moving: RwSignal<Option<(ActionId, u32)>>,
}

/// The plan after the last edit.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PlanNow {
    pub actions: Vec<ActionEntry>,
    /// Gaps that no action works on.
    pub proposals: Vec<PlanEntry>,
    /// Attributes within the target that are not rated.
    pub unknown: Vec<PlanEntry>,
    /// Whether anything in scope is rated.
    pub rated: bool,
    pub currency: String,
    /// The phases of the roadmap with their titles.
    pub phases: Vec<(PhaseId, String)>,
}

impl ActionPage {
    pub fn new() -> Self {
        let workspace = workspace();
        let now = Memo::new(move |_| plan_now(workspace));
        let filters = Filters::new(workspace);
        let opened = RwSignal::new(None);
        Self {
            workspace,
            now,
            currency: Memo::new(move |_| now.with(|now| now.currency.clone())),
            to_do: Memo::new(move |_| now.with(|now| to_do(&now.actions))),
            filters,
            listed: Memo::new(move |_| now.with(|now| filters.apply(&now.actions))),
            selected: RwSignal::new(BTreeSet::new()),
            opened,
            edited: Memo::new(move |_| {
                let id = opened.get()?;
                let there = now.with(|now| now.actions.iter().any(|found| found.id == id));
                there.then_some(id)
            }),
            moving: RwSignal::new(None),
        }
    }

    /// One action as it is now; none once it is gone.
    pub fn entry(self, id: ActionId) -> Memo<Option<ActionEntry>> {
        Memo::new(move |_| {
            self.now
                .with(|now| now.actions.iter().find(|found| found.id == id).cloned())
        })
    }

    /// One action as it is at this moment.
    pub fn find(self, id: &ActionId) -> Option<ActionEntry> {
        self.now
            .with_untracked(|now| now.actions.iter().find(|found| found.id == *id).cloned())
    }

    pub fn set(self, id: &ActionId, field: ActionField) -> bool {
        self.workspace.apply(edit(id, field))
    }

    /// Makes actions, each with its fields, in one step that can be taken back.
    pub fn add(self, all: Vec<Vec<ActionField>>) -> Vec<ActionId> {
        let new = |fields| (ActionId::new(random_id()), fields);
        let all: Vec<(ActionId, Vec<ActionField>)> = all.into_iter().map(new).collect();
        let edits = all
            .iter()
            .flat_map(|(id, fields)| fields.iter().map(|field| edit(id, field.clone())));
        self.workspace.apply_all(edits.collect());
        all.into_iter().map(|(id, _)| id).collect()
    }

    /// Takes actions out of the plan, or brings them back.
    pub fn set_removed(self, ids: &[ActionId], removed: bool) {
        let field = || ActionField::Removed { removed };
        let edits = ids.iter().map(|id| edit(id, field())).collect();
        self.workspace.apply_all(edits);
    }

    /// Takes actions out of the plan, and offers to bring them back.
    pub fn remove(self, ids: Vec<ActionId>) {
        self.set_removed(&ids, true);
        self.selected
            .update(|selected| selected.retain(|id| !ids.contains(id)));
        let said = match ids.len() {
            1 => "The action was removed.".to_owned(),
            count => format!("{count} actions were removed."),
        };
        self.say_with_undo(said, move || self.set_removed(&ids, false));
    }

    /// Tells what was done, with a button that takes just that back, as long as the same assessment is open.
    pub fn say_with_undo(self, text: String, undo: impl Fn() + Send + Sync + 'static) {
        let workspace = self.workspace;
        let notice = workspace.notice;
        let here = workspace.with(|open| open.id.clone());
        let run = move || {
            if workspace.with(|open| open.id.clone()) == here {
                undo();
            }
            notice.set(None);
        };
        notice.set(Some(Notice {
            text,
            action: Some(Button {
                label: "Undo",
                run: Arc::new(run),
            }),
        }));
    }

    /// Opens an action for editing, and moves the focus there.
    pub fn open(self, id: ActionId) {
        commit_typing();
        self.opened.set(Some(id));
        request_animation_frame(|| focus("#action-panel h2"));
    }

    /// A new action made by hand, open for editing.
    pub fn add_by_hand(self) {
        let title = "New action".to_owned();
        let fields = vec![
            ActionField::Removed { removed: false },
            ActionField::Title { title },
        ];
        self.filters.clear();
        if let Some(id) = self.add(vec![fields]).pop() {
            self.opened.set(Some(id));
            request_animation_frame(|| focus_text("#action-panel input"));
        }
    }

    /// Closes the editor; the focus goes back to the action in the list.
    pub fn close(self) {
        if let Some(id) = self.opened.get_untracked() {
            commit_typing();
            self.opened.set(None);
            self.focus_row(&id);
        }
    }

    /// Puts the focus on an action of the list, once the list is as it will be.
    pub fn focus_row(self, id: &ActionId) {
        let place = self
            .listed
            .with_untracked(|listed| listed.iter().position(|found| found == id));
        if let Some(place) = place {
            let selector = format!("#actions > li:nth-child({}) .action-open", place + 1);
            request_animation_frame(move || focus(&selector));
        }
    }
}

pub fn edit(id: &ActionId, field: ActionField) -> Edit {
    Edit::Plan(PlanEdit::SetAction {
        action: id.clone(),
        field,
    })
}

/// The page of this part.
pub fn action_page() -> ActionPage {
    expect_context()
}

fn to_do(actions: &[ActionEntry]) -> usize {
    let open = |action: &&ActionEntry| {
        matches!(action.status, ActionStatus::Planned | ActionStatus::Started)
    };
    actions.iter().filter(open).count()
}

fn plan_now(workspace: Workspace) -> PlanNow {
    let results = workspace.results();
    // Where the clock is out of range, nothing is overdue.
    let today = today().or(Date::new(1900, 1, 1));
    let found = workspace.track(|open| {
        let (model, assessment) = (&open.model, &open.assessment);
        let items = plan(model, assessment, &results);
        let ordered = ordered_actions(model, assessment, &results, &items);
        let entries = plan_entries(model, assessment, &items);
        let (unknown, known): (Vec<_>, Vec<_>) = entries
            .into_iter()
            .partition(|entry| entry.gap == Gap::Unknown);
        let phases = phases(model, &assessment.improvement.phases);
        PlanNow {
            actions: today.map_or_else(Vec::new, |today| {
                action_entries(model, assessment, &results, &ordered, today)
            }),
            proposals: known
                .into_iter()
                .filter(|entry| entry.planned_by.is_empty())
                .collect(),
            unknown,
            rated: results.iter().any(|result| result.progress.rated > 0),
            currency: assessment.improvement.currency.clone(),
            phases: phases
                .into_iter()
                .map(|phase| (phase.id, phase.title))
                .collect(),
        }
    });
    found.unwrap_or_default()
}
