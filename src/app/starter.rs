//! Starting an assessment with what people would choose first.

use super::browser::now;
use super::workspace::Workspace;
use crate::domain::assessment_model::Selection;
use crate::domain::edit::Edit;
use crate::domain::header::Header;
use crate::domain::id::{AssessmentId, ModelId};

/// What a new assessment is made over, and what it covers.
pub struct Start<'a> {
    pub assessment_model: &'a Header,
    pub framework: &'a ModelId,
    pub selection: &'a Selection,
    /// Named after the selection and the day where it is empty.
    pub title: String,
    pub unit: String,
}

/// Starts an assessment of a selection: its processes, its highest level as scope and as target, the first rating method.
pub fn start(workspace: &Workspace, start: &Start<'_>) -> Option<AssessmentId> {
    let library = workspace.library();
    let framework = library.framework(start.framework)?;
    let method = framework.methods.first()?.id.clone();
    let level = start.selection.highest_level.min(framework.highest_level());
    let day: String = now().chars().take(10).collect();
    let title = match start.title.trim() {
        "" => format!("{}, {day}", start.selection.title),
        title => title.to_owned(),
    };
    let mut edits = vec![
        Edit::SetTitle { title },
        Edit::SetScope {
            processes: start.selection.processes.clone(),
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
    let model =
        library.reference_to(&start.assessment_model.id, &start.assessment_model.version)?;
    workspace.start(model, library.reference_to(start.framework, "")?, edits)
}
