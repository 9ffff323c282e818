//! The assessment that is open: its fold, its model, the result of each process, and what can be undone.

use crate::domain::assessment::Assessment;
use crate::domain::change::{Change, in_order, merge};
use crate::domain::edit::{Edit, Reach};
use crate::domain::id::{AssessmentId, ProcessId};
use crate::domain::model::Model;
use crate::domain::result::{ProcessResult, process_result};
use leptos::prelude::*;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

/// Signals with what they are to be set to once nothing is borrowed.
pub type Changed = Vec<(ArcRwSignal<Arc<ProcessResult>>, Arc<ProcessResult>)>;

/// One open assessment.
pub struct Open {
    pub id: AssessmentId,
    pub assessment: Assessment,
    pub model: Model,
    pub undo: Vec<Step>,
    pub redo: Vec<Step>,
    /// Reference-counted signals: they outlive any page.
    results: BTreeMap<ProcessId, ArcRwSignal<Arc<ProcessResult>>>,
}

/// What can be undone, or what can be redone.
pub type Pile = fn(&mut Open) -> &mut Vec<Step>;

/// Edits made at one stroke, with those that take them back, last one first.
pub struct Step {
    /// Who made it. Undone and redone it stays theirs, whoever is at work by then.
    pub author: String,
    pub done: Vec<Edit>,
    pub opposite: Vec<Edit>,
}

/// The last step was made by somebody of this name, whose ratings are not seen.
pub struct Unseen(String);

impl fmt::Display for Unseen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(whose) = self;
        write!(
            f,
            "The last step was made as {whose}. While ratings are blind, only {whose} can undo or redo it."
        )
    }
}

impl Open {
    pub fn new(id: AssessmentId, assessment: Assessment, model: Model, author: &str) -> Self {
        let mut open = Self {
            id,
            assessment,
            model,
            undo: Vec::new(),
            redo: Vec::new(),
            results: BTreeMap::new(),
        };
        open.look_as(author);
        open.compute_all();
        open
    }

    /// While ratings are blind, shows those of this author alone; otherwise all. Computes nothing anew.
    pub fn look_as(&mut self, author: &str) {
        self.assessment.see_if_blind(author);
    }

    /// Notes what was done, to be undone. A step that nothing takes back is not noted: it could only be made anew.
    pub fn made(&mut self, step: Step) {
        if step.done.is_empty() {
            return;
        }
        self.redo.clear();
        if !step.opposite.is_empty() {
            self.undo.push(step);
        }
    }

    /// Takes the last step from a pile. None where it is empty.
    ///
    /// # Errors
    /// While ratings are blind, where somebody else made it: nobody takes back what they do not see.
    pub fn take(&mut self, from: Pile, author: &str) -> Option<Result<Step, Unseen>> {
        let blind = self.assessment.blind;
        let pile = from(self);
        match pile.last() {
            Some(last) if blind && last.author != author => Some(Err(Unseen(last.author.clone()))),
            _ => pile.pop().map(Ok),
        }
    }

    /// What was done before an assessment was finalised or opened again is not undone after it.
    pub fn begin_anew_at_seal(&mut self, edits: &[Edit]) {
        let is_seal = |edit: &Edit| matches!(edit, Edit::Finalise { .. } | Edit::Reopen { .. });
        if edits.iter().any(is_seal) {
            self.undo.clear();
            self.redo.clear();
        }
    }

    /// The result of a process in scope.
    pub fn result(&self, process: &ProcessId) -> Option<ArcRwSignal<Arc<ProcessResult>>> {
        self.results.get(process).cloned()
    }

    /// The results of all processes in scope, in their order.
    pub fn results(&self) -> Vec<ArcRwSignal<Arc<ProcessResult>>> {
        self.scope()
            .iter()
            .filter_map(|process| self.result(process))
            .collect()
    }

    /// The processes in scope that the model has, in the order of the model.
    pub fn scope(&self) -> Vec<ProcessId> {
        let processes = self
            .model
            .reference
            .processes
            .iter()
            .map(|process| &process.id);
        processes
            .filter(|id| self.assessment.scope.contains(id))
            .cloned()
            .collect()
    }

    /// Computes anew what an edit can have changed, and gives the signals to set once nothing is borrowed.
    pub fn compute(&mut self, edit: &Edit) -> Changed {
        match edit.reach() {
            Reach::Nothing => Vec::new(),
            Reach::Process(process) => {
                let Some(signal) = self.result(process) else {
                    return Vec::new();
                };
                vec![(
                    signal,
                    Arc::new(process_result(&self.model, &self.assessment, process)),
                )]
            }
            Reach::Everything => self.compute_all(),
        }
    }

    /// Takes in changes that were made elsewhere, each once, wherever they stand in the order. Tells what they changed, and
    /// whether that is about one process each. None where all of them are known.
    pub fn take_in(&mut self, changes: Vec<Change>, author: &str) -> Option<(Changed, bool)> {
        let is_new = |change: &Change| !self.assessment.knows(&change.id);
        let new = in_order(changes.into_iter().filter(is_new).collect());
        if new.is_empty() {
            return None;
        }
        let edits: Vec<Edit> = new.iter().map(|change| change.edit.clone()).collect();
        if new.first().map(|first| &first.id) > self.assessment.last_id() {
            for change in new {
                // One that is refused is kept by the window that made it, and left out of the fold here too.
                let _ = self.assessment.take_in(change);
            }
        } else {
            let all = merge(self.assessment.all_changes(), new);
            // It starts as before: only later changes can have come.
            self.assessment = Assessment::from_changes(&all).ok()?.0;
        }
        self.begin_anew_at_seal(&edits);
        self.look_as(author);
        let by_process = edits
            .iter()
            .all(|edit| matches!(edit.reach(), Reach::Process(_)));
        let changed = match by_process {
            true => edits.iter().flat_map(|edit| self.compute(edit)).collect(),
            false => self.compute_all(),
        };
        Some((changed, by_process))
    }

    pub fn compute_all(&mut self) -> Changed {
        let mut changed = Vec::new();
        for process in self.scope() {
            let result = Arc::new(process_result(&self.model, &self.assessment, &process));
            match self.results.get(&process) {
                Some(signal) => changed.push((signal.clone(), result)),
                None => {
                    self.results.insert(process, ArcRwSignal::new(result));
                }
            }
        }
        changed
    }
}
