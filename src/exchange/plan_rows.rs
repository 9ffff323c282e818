//! Which action each row of the plan's table is about.

use super::csv_text::{CsvFile, CsvRow};
use super::plan_import::{CellProblem, PlanImport, Stranger};
use super::plan_table::ID;
use crate::domain::action::ActionField;
use crate::domain::assessment::Assessment;
use crate::domain::change::Change;
use crate::domain::edit::Edit;
use crate::domain::id::{ActionId, ReplicaId};
use crate::domain::plan_edit::PlanEdit;
use crate::report::plan_words;
use std::collections::BTreeMap;

/// A row and the action that it is about.
pub(super) struct Matched<'a> {
    pub row: &'a CsvRow,
    pub action: ActionId,
    /// Whether it was removed from the plan, and comes back.
    pub removed: bool,
}

/// Tells which action each row is about.
pub(super) fn matched<'a>(
    assessment: &Assessment,
    file: &'a CsvFile,
    take_strangers: bool,
    new_id: &mut impl FnMut() -> ActionId,
    import: &mut PlanImport,
) -> Vec<Matched<'a>> {
    let (id_column, title_column) = (file.column(ID), file.column("title"));
    let mut seen: BTreeMap<ActionId, u64> = BTreeMap::new();
    let mut rows = Vec::new();
    for row in &file.rows {
        let id = ActionId::new(row.cell(id_column));
        let title = row.cell(title_column);
        let found = assessment.improvement.action(&id);
        let stranger = found.is_none_or(|action| action.removed);
        let removed = found.is_some_and(|action| action.removed);
        let mut left_out = |column: &str, text: String| {
            import.problems.push(CellProblem {
                line: row.line,
                column: column.to_owned(),
                text,
            });
        };
        if row
            .cells()
            .skip(file.columns.len())
            .any(|cell| !cell.is_empty())
        {
            left_out(
                "",
                "The row has more cells than there are columns. What comes after the last column is left out.".to_owned(),
            );
        }
        let without_title = title.is_empty() && found.is_none();
        if without_title {
            left_out(
                "title",
                "A new action needs a title. The row is left out.".to_owned(),
            );
            continue;
        }
        if id.as_str().is_empty() {
            let action = new_id();
            rows.push(Matched {
                row,
                action,
                removed,
            });
            continue;
        }
        if let Some(line) = seen.get(&id) {
            left_out(
                ID,
                format!("This action is in line {line} already. The row is left out."),
            );
            continue;
        }
        seen.insert(id.clone(), row.line);
        if stranger {
            import.strangers.push(Stranger {
                line: row.line,
                title: if title.is_empty() {
                    plan_words::action(assessment, &id)
                } else {
                    title.to_owned()
                },
                removed,
            });
        }
        if !stranger || take_strangers {
            rows.push(Matched {
                row,
                action: id,
                removed,
            });
        }
    }
    rows
}

/// The assessment with the removed actions that come back: so that it is told what changes in them.
pub(super) fn brought_back(assessment: &Assessment, rows: &[Matched<'_>]) -> Assessment {
    let mut assessment = assessment.clone();
    let replica = ReplicaId::new("preview");
    for row in rows.iter().filter(|row| row.removed) {
        let change = Change {
            id: assessment.next_id(&replica),
            author: String::new(),
            at: String::new(),
            edit: set(&row.action, ActionField::Removed { removed: false }),
        };
        let made = assessment.apply(change);
        debug_assert_eq!(made, Ok(()), "an action can always come back");
    }
    assessment
}

/// The edit that sets a field of an action.
pub(super) fn set(action: &ActionId, field: ActionField) -> Edit {
    Edit::Plan(PlanEdit::SetAction {
        action: action.clone(),
        field,
    })
}
