//! Checks a crosswalk: its header, its clauses, and that its rows lead somewhere.

use super::check_header::{check_filled, check_header, check_unique};
use super::problem::Problems;
use crate::domain::assessment_model::AchievementRef;
use crate::domain::crosswalk::{Crosswalk, Row, Serving};
use crate::domain::framework::Framework;
use crate::domain::reference_model::ReferenceModel;
use std::collections::BTreeSet;

/// Checks a crosswalk by itself.
pub fn check_crosswalk(crosswalk: &Crosswalk, problems: &mut Problems) {
    check_header(&crosswalk.header, problems);
    check_filled("publication", &crosswalk.publication, problems);
    if crosswalk.clauses.is_empty() {
        problems.error("clauses", "A crosswalk needs clauses.");
    }
    let clauses = crosswalk.clauses.iter().enumerate();
    check_unique(
        "clause",
        clauses.map(|(i, clause)| (format!("clauses[{i}].id"), clause.id.as_str())),
        problems,
    );
    for (index, clause) in crosswalk.clauses.iter().enumerate() {
        check_filled(&format!("clauses[{index}].title"), &clause.title, problems);
        for (number, row) in clause.rows.iter().enumerate() {
            if row.attributes.is_empty() && row.achievements.is_empty() {
                problems.error(
                    format!("clauses[{index}].rows[{number}]"),
                    "This row names no attribute and no achievement.",
                );
            }
        }
    }
}

/// Checks that every row of a crosswalk names what the process sets and the frameworks have.
pub fn check_against_library(
    crosswalk: &Crosswalk,
    sets: &[&ReferenceModel],
    frameworks: &[&Framework],
    problems: &mut Problems,
) {
    let known = Known::of(sets, frameworks);
    for (index, clause) in crosswalk.clauses.iter().enumerate() {
        for (number, row) in clause.rows.iter().enumerate() {
            known.check(row, &format!("clauses[{index}].rows[{number}]"), problems);
        }
    }
}

/// The ids that rows may name.
#[derive(Default)]
struct Known {
    processes: BTreeSet<String>,
    attributes: BTreeSet<String>,
    achievements: BTreeSet<String>,
}

impl Known {
    fn of(sets: &[&ReferenceModel], frameworks: &[&Framework]) -> Self {
        let mut known = Self::default();
        for process in sets.iter().flat_map(|set| &set.processes) {
            known.processes.insert(process.id.to_string());
        }
        for framework in frameworks {
            for attribute in &framework.attributes {
                known.attributes.insert(attribute.id.to_string());
                for achievement in &attribute.achievements {
                    let id = AchievementRef::new(&framework.header.id, &achievement.id);
                    known.achievements.insert(id.as_str().to_owned());
                }
            }
        }
        known
    }

    fn check(&self, row: &Row, place: &str, problems: &mut Problems) {
        if let Serving::One(id) = &row.process
            && !self.processes.contains(id.as_str())
        {
            problems.error(
                format!("{place}.process"),
                format!("There is no process {id}."),
            );
        }
        for (at, id) in row.attributes.iter().enumerate() {
            if !self.attributes.contains(id.as_str()) {
                problems.error(
                    format!("{place}.attributes[{at}]"),
                    format!("There is no attribute {id}."),
                );
            }
        }
        for (at, achievement) in row.achievements.iter().enumerate() {
            if !self.achievements.contains(achievement.as_str()) {
                problems.error(
                    format!("{place}.achievements[{at}]"),
                    format!("There is no achievement {}.", achievement.as_str()),
                );
            }
        }
    }
}
