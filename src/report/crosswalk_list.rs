//! A crosswalk as people read it, from both ends: by clause and by process.

use super::readiness_table::{origin, role};
use crate::domain::assessment_model::AchievementRef;
use crate::domain::crosswalk::{Clause, Crosswalk, Row, Serving};
use crate::domain::id::ProcessId;
use crate::domain::reference_model::ReferenceModel;

/// One clause or one process, with what it leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub id: String,
    pub title: String,
    pub links: Vec<Link>,
}

/// One row, seen from one end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The process or the clause at the other end.
    pub to: String,
    pub role: &'static str,
    /// Attributes and achievements.
    pub touches: String,
    /// How sure it is, and whose it is.
    pub origin: String,
    pub note: String,
}

/// The clauses with the processes of one set that serve them.
pub fn by_clause(crosswalk: &Crosswalk, set: &ReferenceModel, search: &str) -> Vec<Entry> {
    let entries = crosswalk.clauses.iter().map(|clause| Entry {
        id: clause.id.clone(),
        title: clause.title.clone(),
        links: clause
            .rows
            .iter()
            .filter_map(|row| Some(link(row, name_of(&row.process, set)?)))
            .collect(),
    });
    entries.filter(|entry| matches(entry, search)).collect()
}

/// The processes of one set with the clauses that they serve. What every process serves comes first.
pub fn by_process(crosswalk: &Crosswalk, set: &ReferenceModel, search: &str) -> Vec<Entry> {
    let of = |wanted: &Serving| -> Vec<Link> {
        let rows = crosswalk
            .clauses
            .iter()
            .flat_map(|clause| clause.rows.iter().map(move |row| (clause, row)));
        rows.filter(|(_, row)| row.process == *wanted)
            .map(|(clause, row)| link(row, title_of(clause)))
            .collect()
    };
    let every = Entry {
        id: "all".to_owned(),
        title: "Every process".to_owned(),
        links: of(&Serving::All),
    };
    let single = set.processes.iter().map(|process| Entry {
        id: process.id.to_string(),
        title: process.name.clone(),
        links: of(&Serving::One(process.id.clone())),
    });
    let every = (!every.links.is_empty()).then_some(every);
    every
        .into_iter()
        .chain(single)
        .filter(|entry| matches(entry, search))
        .collect()
}

fn link(row: &Row, to: String) -> Link {
    let attributes = row.attributes.iter().map(ToString::to_string);
    Link {
        to,
        role: role(row.role),
        touches: attributes
            .chain(achievements(row))
            .collect::<Vec<_>>()
            .join(", "),
        origin: origin(row.confidence, row.published),
        note: row.note.clone(),
    }
}

/// Each achievement once; with its frameworks where its letter differs between them.
fn achievements(row: &Row) -> Vec<String> {
    let parts = || row.achievements.iter().map(AchievementRef::parts);
    let mut frameworks: Vec<&str> = Vec::new();
    let mut ids: Vec<&str> = Vec::new();
    for (framework, id) in parts() {
        if !frameworks.contains(&framework) {
            frameworks.push(framework);
        }
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    let named = ids.into_iter().map(|id| {
        let of: Vec<&str> = parts()
            .filter(|(_, found)| *found == id)
            .map(|(framework, _)| framework)
            .collect();
        if of.len() == frameworks.len() {
            id.to_owned()
        } else {
            format!("{id} ({})", of.join(", "))
        }
    });
    named.collect()
}

fn title_of(clause: &Clause) -> String {
    format!("{} {}", clause.id, clause.title)
}

/// None where the process is not in the set.
fn name_of(serving: &Serving, set: &ReferenceModel) -> Option<String> {
    match serving {
        Serving::All => Some("Every process".to_owned()),
        Serving::One(id) => process_name(set, id),
    }
}

fn process_name(set: &ReferenceModel, id: &ProcessId) -> Option<String> {
    let process = set.process(id)?;
    Some(format!("{} {}", process.id, process.name))
}

/// Whether all words of a search stand somewhere in an entry.
fn matches(entry: &Entry, search: &str) -> bool {
    let mut text = format!("{} {}", entry.id, entry.title);
    for link in &entry.links {
        text.push(' ');
        text.push_str(&link.to);
        text.push(' ');
        text.push_str(&link.touches);
    }
    let text = text.to_lowercase();
    search
        .to_lowercase()
        .split_whitespace()
        .all(|word| text.contains(word))
}
