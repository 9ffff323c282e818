//! Readiness as people read it.

use super::table::Table;
use super::words;
use crate::domain::crosswalk::Role;
use crate::domain::header::Confidence;
use crate::domain::model::Model;
use crate::domain::readiness::{ClauseReadiness, Deciding, Support, Touched};

/// What every page and file about readiness must say.
pub const NO_CERTIFICATE: &str = "A capability result is no certificate. It shows where the ratings speak for a clause; \
     only an audit against the standard tells whether the clause is met.";

/// A support in words.
pub fn support(support: Support) -> &'static str {
    match support {
        Support::Supported => "supported",
        Support::Partly => "partly supported",
        Support::NotSupported => "not supported",
        Support::Unknown => "unknown",
    }
}

/// How sure a row is, and whose it is.
pub fn origin(confidence: Confidence, published: bool) -> String {
    let whose = if published { "published" } else { "ours" };
    format!("{}, {whose}", words::confidence(confidence))
}

/// The role of a process for a clause in words.
pub fn role(role: Role) -> &'static str {
    match role {
        Role::Main => "main",
        Role::Supporting => "supporting",
    }
}

/// What a clause touches, with the text of an achievement.
pub fn touched(model: &Model, what: &Touched) -> String {
    match what {
        Touched::Attribute(id) => words::attribute(model, id),
        Touched::Achievement(id) => {
            let attributes = &model.framework.attributes;
            let mut achievements = attributes
                .iter()
                .flat_map(|attribute| &attribute.achievements);
            match achievements.find(|achievement| achievement.id == *id) {
                Some(found) => format!("{id} {}", found.text),
                None => id.to_string(),
            }
        }
    }
}

/// The rating that decides in words.
pub fn rating(deciding: &Deciding<'_>) -> String {
    deciding
        .rating
        .as_ref()
        .map_or_else(|| "not rated".to_owned(), ToString::to_string)
}

/// How many clauses have each support, in the order supported, partly, not, unknown.
pub fn counts(clauses: &[ClauseReadiness<'_>]) -> Vec<(Support, usize)> {
    [
        Support::Supported,
        Support::Partly,
        Support::NotSupported,
        Support::Unknown,
    ]
    .into_iter()
    .map(|wanted| {
        let found = clauses.iter().filter(|clause| clause.support == wanted);
        (wanted, found.count())
    })
    .collect()
}

/// Readiness as a table of text, one row a deciding rating.
pub fn readiness_table(model: &Model, clauses: &[ClauseReadiness<'_>]) -> Table {
    let mut table = Table::new(&[
        "clause", "title", "support", "process", "what", "rating", "says", "role", "how sure",
    ]);
    for clause in clauses {
        let head = [
            clause.clause.id.clone(),
            clause.clause.title.clone(),
            support(clause.support).to_owned(),
        ];
        let blank = std::iter::repeat_n(String::new(), 6);
        if clause.deciding.is_empty() {
            table.rows.push(head.iter().cloned().chain(blank).collect());
        }
        for deciding in &clause.deciding {
            let says = [
                words::process(model, &deciding.process),
                touched(model, &deciding.what),
                rating(deciding),
                support(deciding.support).to_owned(),
                role(deciding.row.role).to_owned(),
                origin(deciding.row.confidence, deciding.row.published),
            ];
            table.rows.push(head.iter().cloned().chain(says).collect());
        }
    }
    table
}
