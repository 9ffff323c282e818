//! One assessment as the list shows it.

use crate::domain::assessment::Assessment;
use crate::domain::edit::ModelRef;
use crate::domain::id::AssessmentId;
use crate::domain::result::{Progress, process_result};
use crate::reference::library::Library;
use serde::{Deserialize, Serialize};

/// What the list tells of an assessment. It is kept beside the changes, so that a long list need not read them all.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Summary {
    /// What it was computed with: this program, and the fingerprints of the models.
    pub made_with: String,
    /// Model and framework of the assessment.
    pub model: Option<(ModelRef, ModelRef)>,
    pub id: AssessmentId,
    pub title: String,
    pub unit: String,
    pub sample: bool,
    pub processes: usize,
    pub progress: Progress,
    /// How many rated processes are at each level, from 0 upwards.
    pub levels: Vec<usize>,
    pub changed_at: String,
    #[serde(skip)]
    pub deleted_at: Option<String>,
    /// Why it cannot be opened.
    pub trouble: Option<String>,
}

/// A summary that was kept, unless it was made otherwise than it would be made now.
pub fn kept(library: &Library, text: &str) -> Option<Summary> {
    let summary: Summary = serde_json::from_str(text).ok()?;
    let now = made_with(library, summary.model.as_ref()?);
    // A model that is not needed at the start may not be here yet: then the kept one is the best there is.
    let unknown = now == PROGRAM && summary.made_with.starts_with(PROGRAM);
    (unknown || summary.made_with == now).then_some(summary)
}

/// This program. Another version may compute otherwise.
const PROGRAM: &str = env!("CARGO_PKG_VERSION");

/// What a summary or a digest is computed with: the program and the models.
pub fn made_with(library: &Library, (model, framework): &(ModelRef, ModelRef)) -> String {
    let models = library.fingerprint(model, framework).unwrap_or_default();
    format!("{PROGRAM}{models}")
}

/// Sums up an assessment.
pub fn summary(
    library: &Library,
    id: AssessmentId,
    assessment: &Assessment,
    deleted_at: Option<String>,
) -> Summary {
    let models = (assessment.model.clone(), assessment.framework.clone());
    let mut summary = Summary {
        made_with: made_with(library, &models),
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
        model: None,
    };
    let model = library.model(&models.0, &models.1);
    summary.model = Some(models);
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
        made_with: String::new(),
        model: None,
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
