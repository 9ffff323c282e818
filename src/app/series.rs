//! The series that the open assessment ends: those of the same unit before it, as one history.

use super::workspace::{Workspace, fold};
use crate::domain::assessment::Assessment;
use crate::domain::history::{History, history};
use crate::domain::id::AssessmentId;
use crate::domain::moment::Moment;
use leptos::prelude::*;
use std::collections::BTreeSet;

/// What the assessments before the open one found.
#[derive(Clone, PartialEq)]
pub struct Earlier {
    pub history: History,
    /// Their titles, earliest first.
    pub titles: Vec<String>,
}

impl Workspace {
    /// Reads the assessments of the same unit that began before the open one, over the same framework. What cannot be read is
    /// left out: the list of assessments tells why.
    pub async fn earlier(self) -> Option<Earlier> {
        let now = self.with(|open| open.assessment.clone())?;
        let mut found: Vec<(Moment, String, History)> = Vec::new();
        for id in self.candidates(&now) {
            let Ok(kept) = self.find(&id).await else {
                continue;
            };
            let Ok(assessment) = fold(&kept) else {
                continue;
            };
            let same_unit = assessment
                .unit_key()
                .is_some_and(|key| Some(key) == now.unit_key());
            let named = now
                .previous
                .as_ref()
                .is_some_and(|previous| previous.assessment == id);
            let fits = assessment.framework.id == now.framework.id;
            let (Some(began), Some(begins)) = (began(&assessment), began(&now)) else {
                continue;
            };
            if kept.deleted_at.is_some() || !fits || !(same_unit || named) || began >= begins {
                continue;
            }
            let library = self.library();
            let model = library.model(&assessment.model, &assessment.framework);
            let past = model
                .ok()
                .and_then(|model| history(&model, &assessment.seen_changes()).ok());
            if let Some(past) = past {
                found.push((began, assessment.title.clone(), past));
            }
        }
        found.sort_by(|(one, ..), (other, ..)| one.cmp(other));
        let titles = found.iter().map(|(_, title, _)| title.clone()).collect();
        let joined = found.into_iter().map(|(.., past)| past);
        let history = joined.reduce(|earlier, later| later.after(&earlier))?;
        Some(Earlier { history, titles })
    }

    /// The one that the open assessment goes on from, and those whose unit has the same name.
    fn candidates(self, now: &Assessment) -> BTreeSet<AssessmentId> {
        let own = self.with(|open| open.id.clone());
        let plain = |name: &str| name.trim().to_lowercase();
        let unit = plain(&now.unit);
        let previous = now
            .previous
            .iter()
            .map(|previous| previous.assessment.clone());
        self.list.summaries.with_untracked(|list| {
            let list = list.iter().flatten();
            let same = list.filter(|summary| !unit.is_empty() && plain(&summary.unit) == unit);
            same.map(|summary| summary.id.clone())
                .chain(previous)
                .filter(|id| Some(id) != own.as_ref())
                .collect()
        })
    }
}

fn began(assessment: &Assessment) -> Option<Moment> {
    let first = assessment.changes().first()?;
    Some(Moment::new(first.at.clone()))
}
