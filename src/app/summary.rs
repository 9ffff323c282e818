//! One assessment as the list shows it.

use crate::domain::assessment::Assessment;
use crate::domain::id::AssessmentId;
use crate::domain::model::Model;
use crate::domain::result::{Progress, process_result};

/// What the list tells of an assessment.
#[derive(Clone, Debug, PartialEq)]
pub struct Summary {
    pub id: AssessmentId,
    pub title: String,
    pub unit: String,
    pub sample: bool,
    pub processes: usize,
    pub progress: Progress,
    /// How many rated processes are at each level, from 0 upwards.
    pub levels: Vec<usize>,
    pub changed_at: String,
    pub deleted_at: Option<String>,
    /// Why it cannot be opened.
    pub trouble: Option<String>,
}

/// Sums up an assessment.
pub fn summary(
    model: Result<Model, String>,
    id: AssessmentId,
    assessment: &Assessment,
    deleted_at: Option<String>,
) -> Summary {
    let mut summary = Summary {
        id,
        title: assessment.title.clone(),
        unit: assessment.unit.clone(),
        sample: assessment.sample,
        processes: assessment.scope.len(),
        progress: Progress::default(),
        levels: Vec::new(),
        changed_at: assessment
            .changes()
            .last()
            .map_or_else(String::new, |change| change.at.clone()),
        deleted_at,
        trouble: None,
    };
    match model {
        Ok(model) => {
            summary.levels = vec![0; usize::from(model.framework.highest_level()) + 1];
            for process in &assessment.scope {
                let result = process_result(&model, assessment, process);
                summary.progress.add(result.progress);
                if result.progress.rated > 0 {
                    summary.levels[usize::from(result.level)] += 1;
                }
            }
        }
        Err(message) => summary.trouble = Some(message),
    }
    summary
}

/// An assessment that cannot be shown, with the reason.
pub fn trouble(id: AssessmentId, deleted_at: Option<String>, message: String) -> Summary {
    Summary {
        title: format!("Assessment {id}"),
        id,
        unit: String::new(),
        sample: false,
        processes: 0,
        progress: Progress::default(),
        levels: Vec::new(),
        changed_at: String::new(),
        deleted_at,
        trouble: Some(message),
    }
}
