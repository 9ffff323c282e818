//! Assessments beside the open one, read from what is kept of each.

use super::compared_choice::When;
use super::workspace::{OpenError, Workspace, fold};
use crate::domain::assessment::Assessment;
use crate::domain::id::AssessmentId;
use crate::domain::model::Model;
use crate::domain::moment::Moment;
use crate::report::compared::PointName;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A handle that every part of a page can copy. Whoever looks at it runs again when something was read.
#[derive(Clone, Copy)]
pub struct KeptStates {
    workspace: Workspace,
    found: RwSignal<BTreeMap<AssessmentId, Kept>>,
}

/// An assessment with its model, or a sentence that says why it cannot be read.
pub type Kept = Arc<Result<KeptState, String>>;

/// An assessment, and when it was changed and deleted last, as far as the list tells.
type Stamp = (AssessmentId, Option<(String, Option<String>)>);

pub struct KeptState {
    pub assessment: Assessment,
    pub model: Model,
}

/// An assessment as it stood at a time.
pub struct KeptThen {
    pub assessment: Assessment,
    pub name: PointName,
}

impl KeptStates {
    /// Follows what is wanted: each is read at first, and again when the list tells that something has changed.
    pub fn follow(workspace: Workspace, wanted: Memo<Vec<AssessmentId>>) -> Self {
        let states = Self {
            workspace,
            found: RwSignal::new(BTreeMap::new()),
        };
        let stamps = Memo::new(move |_| {
            let stamp = |id: AssessmentId| {
                let stamp = workspace.list.summaries.with(|list| {
                    let mut list = list.iter().flatten();
                    let found = list.find(|summary| summary.id == id);
                    found.map(|found| (found.changed_at.clone(), found.deleted_at.clone()))
                });
                (id, stamp)
            };
            wanted.get().into_iter().map(stamp).collect::<Vec<_>>()
        });
        Effect::new(move |before: Option<Vec<Stamp>>| {
            let now = stamps.get();
            let before = before.unwrap_or_default();
            for stamped in now.iter().filter(|stamped| !before.contains(stamped)) {
                states.read(stamped.0.clone());
            }
            now
        });
        states
    }

    /// None while it is being read for the first time.
    pub fn get(self, id: &AssessmentId) -> Option<Kept> {
        self.found.with(|found| found.get(id).cloned())
    }

    fn read(self, id: AssessmentId) {
        spawn_local(async move {
            let read = self.state(&id).await.map_err(|error| error.to_string());
            // The page may be gone by now.
            let _ = self
                .found
                .try_update(|found| found.insert(id, Arc::new(read)));
        });
    }

    async fn state(self, id: &AssessmentId) -> Result<KeptState, OpenError> {
        let found = self.workspace.find(id).await?;
        if found.deleted_at.is_some() {
            return Err(OpenError::Deleted);
        }
        let assessment = fold(&found)?;
        let library = self.workspace.library();
        let model = library
            .model(&assessment.model, &assessment.framework)
            .map_err(OpenError::Model)?;
        Ok(KeptState { assessment, model })
    }
}

impl KeptState {
    /// The state at a time.
    ///
    /// # Errors
    /// A sentence, where there was nothing yet, or the milestone has gone.
    pub fn at(&self, when: &When) -> Result<KeptThen, String> {
        let assessment = &self.assessment;
        let (moment, at) = match when {
            When::Now => (assessment.last_moment(), "Now".to_owned()),
            When::Day(day) => (Moment::end_of(*day), day.to_string()),
            When::Milestone(id) => {
                let milestone = assessment.milestones.get(id);
                let milestone = milestone.ok_or("This milestone is not there any more.")?;
                (milestone.at.clone(), milestone.name.clone())
            }
        };
        let began = assessment.days().first().copied();
        let (Some(began), Some(day)) = (began, moment.day()) else {
            return Err("The times of its changes cannot be read.".to_owned());
        };
        if day < began {
            return Err(format!(
                "On {day} this assessment had not begun. It began on {began}."
            ));
        }
        let then = assessment.at(&moment);
        Ok(KeptThen {
            assessment: then.map_err(|refusal| refusal.to_string())?,
            name: PointName {
                title: assessment.title.clone(),
                at,
                day,
            },
        })
    }
}
