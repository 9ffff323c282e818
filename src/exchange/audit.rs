//! The result of an internal audit, clause by clause, and the ratings that it suggests. A suggestion is never a rating:
//! people look at it and rate themselves.

use super::csv_text;
use super::ratings_import::RowProblem;
use crate::domain::crosswalk::{Crosswalk, Role, Serving};
use crate::domain::framework::RatedOn;
use crate::domain::id::{AttributeId, ProcessId};
use crate::domain::model::Model;
use crate::domain::readiness::deciding_rows;
use crate::domain::scale::Rating;
use crate::report::table::Table;

/// What an audit found for a clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finding {
    Conforms,
    /// A single lapse.
    Minor,
    /// The requirement is missed as a whole.
    Major,
}

/// One audited clause with what it suggests.
#[derive(Clone, Debug, PartialEq)]
pub struct AuditedClause {
    pub clause: String,
    pub title: String,
    pub finding: Finding,
    pub suggestions: Vec<Suggestion>,
}

/// A rating to look at.
#[derive(Clone, Debug, PartialEq)]
pub struct Suggestion {
    pub process: ProcessId,
    pub attribute: AttributeId,
    pub rating: Rating,
}

/// An audit that was read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Audit {
    pub clauses: Vec<AuditedClause>,
    pub unusable: Vec<RowProblem>,
}

const FINDINGS: [(&str, Finding); 7] = [
    ("conforms", Finding::Conforms),
    ("conform", Finding::Conforms),
    ("yes", Finding::Conforms),
    ("minor", Finding::Minor),
    ("partly", Finding::Minor),
    ("major", Finding::Major),
    ("no", Finding::Major),
];

/// A finding in words.
pub fn finding(finding: Finding) -> &'static str {
    match finding {
        Finding::Conforms => "conforms",
        Finding::Minor => "minor",
        Finding::Major => "major",
    }
}

/// Reads a CSV file with the columns clause and finding. A blank finding was not audited.
///
/// # Errors
/// A sentence, where no row can be used because the file is not CSV or a column is missing.
pub fn read(model: &Model, crosswalk: &Crosswalk, text: &str) -> Result<Audit, String> {
    let file = csv_text::read(text)?;
    let column = |name: &str| {
        file.column(name).ok_or_else(|| {
            format!(
                "There is no column \"{name}\". The columns are: {}.",
                file.columns.join(", ")
            )
        })
    };
    let (clauses, findings) = (column("clause")?, column("finding")?);
    let mut audit = Audit::default();
    for row in &file.rows {
        let (id, said) = (row.cell(Some(clauses)), row.cell(Some(findings)));
        let mut refuse = |text: String| {
            audit.unusable.push(RowProblem {
                line: row.line,
                text,
            });
        };
        let Some(clause) = crosswalk.clauses.iter().find(|clause| clause.id == id) else {
            refuse(format!("{} has no clause \"{id}\".", crosswalk.publication));
            continue;
        };
        if said.is_empty() {
            continue;
        }
        let known = FINDINGS
            .iter()
            .find(|(name, _)| name.eq_ignore_ascii_case(said));
        let Some((_, finding)) = known else {
            refuse(format!(
                "\"{said}\" is no finding. Write conforms, minor, major, or leave it blank."
            ));
            continue;
        };
        let suggestions = deciding_rows(model, clause)
            .into_iter()
            .filter(|row| row.role == Role::Main)
            .flat_map(|row| {
                let processes = model.reference.processes.iter();
                let processes =
                    processes.filter(|process| row.process == Serving::One(process.id.clone()));
                processes.flat_map(move |process| {
                    row.attributes.iter().filter_map(move |attribute| {
                        Some(Suggestion {
                            process: process.id.clone(),
                            attribute: attribute.clone(),
                            rating: suggested(model, attribute, *finding)?,
                        })
                    })
                })
            });
        audit.clauses.push(AuditedClause {
            clause: clause.id.clone(),
            title: clause.title.clone(),
            finding: *finding,
            suggestions: suggestions.collect(),
        });
    }
    Ok(audit)
}

/// An empty audit to fill in: all clauses, nothing found yet.
pub fn template(crosswalk: &Crosswalk) -> Table {
    let mut table = Table::new(&["clause", "title", "finding"]);
    for clause in &crosswalk.clauses {
        table
            .rows
            .push(vec![clause.id.clone(), clause.title.clone(), String::new()]);
    }
    table
}

/// What the clause demands is wholly there, mostly there, or hardly: the highest rating, the one below, the one above the
/// lowest. A way of working, which an audit sees less of, is put one step lower.
fn suggested(model: &Model, attribute: &AttributeId, finding: Finding) -> Option<Rating> {
    let attribute = model.framework.attribute(attribute)?;
    let steps = &model.framework.scale.ratings;
    let below_top = match finding {
        Finding::Conforms => 0,
        Finding::Minor => 1,
        Finding::Major => 2,
    };
    let below_top = below_top + usize::from(attribute.rated_on == RatedOn::Achievements);
    let step = steps.len().checked_sub(1 + below_top)?;
    Some(steps[step].code.clone())
}
