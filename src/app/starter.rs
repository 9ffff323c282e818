//! Starting an assessment with what people would choose first.

use super::browser::now;
use super::workspace::Workspace;
use crate::domain::edit::Edit;
use crate::domain::header::Header;
use crate::domain::id::{AssessmentId, ModelId, SelectionId};

/// What a new assessment is made over, and what it covers.
pub struct Start {
    /// Of the assessment model.
    pub header: Header,
    pub framework: ModelId,
    pub selection: SelectionId,
    /// Named after the selection and the day where it is empty.
    pub title: String,
    pub unit: String,
}

/// Starts an assessment of a selection: its processes, its highest level as scope and as target, the first rating method.
pub fn start(workspace: &Workspace, start: &Start) -> Option<AssessmentId> {
    let library = workspace.library();
    let framework = library.framework(&start.framework)?;
    let mut models = library.assessment_models();
    let model = models.find(|model| model.header == start.header)?;
    let selection = model.selection(&start.selection)?;
    let method = framework.methods.first()?.id.clone();
    let level = selection.highest_level.min(framework.highest_level());
    let day: String = now().chars().take(10).collect();
    let title = match start.title.trim() {
        "" => format!("{}, {day}", selection.title),
        title => title.to_owned(),
    };
    let mut edits = vec![
        Edit::SetTitle { title },
        Edit::SetScope {
            processes: selection.processes.clone(),
        },
        Edit::SetHighestLevel { level },
        Edit::SetMethod { method },
        Edit::SetTarget { level },
    ];
    if !start.unit.trim().is_empty() {
        edits.push(Edit::SetUnit {
            unit: start.unit.trim().to_owned(),
        });
    }
    let model = library.reference_to(&model.header.id, &model.header.version)?;
    workspace.start(model, library.reference_to(&start.framework, "")?, edits)
}
