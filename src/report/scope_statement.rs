//! The scope statement of a service management system, after the pattern of ISO/IEC 20000-3.

use crate::domain::assessment::Assessment;
use crate::domain::record_edit::RecordField;

/// The statement, or what it still needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ScopeStatement {
    /// "The service management system of the IT department that manages and delivers e-mail to all staff from Graz."
    Whole(String),
    /// In words, for example "the services".
    Needs(Vec<&'static str>),
}

/// Built from the texts of the record. The unit stands for the organisation where that is blank. Customers, locations and
/// technology are left out where nothing is said of them.
pub fn scope_statement(assessment: &Assessment) -> ScopeStatement {
    let said = |field| plain(assessment.record.text(field));
    let organisation = match said(RecordField::Organisation) {
        "" => plain(&assessment.unit),
        organisation => organisation,
    };
    let services = said(RecordField::Services);
    let needed = [
        (organisation, "the organisation that delivers"),
        (services, "the services"),
    ];
    let missing: Vec<&str> = needed
        .into_iter()
        .filter_map(|(text, words)| text.is_empty().then_some(words))
        .collect();
    if !missing.is_empty() {
        return ScopeStatement::Needs(missing);
    }
    let mut statement = format!(
        "The service management system of {organisation} that manages and delivers {services}"
    );
    let more = [
        (" to ", RecordField::Customers),
        (" from ", RecordField::Locations),
        (" using ", RecordField::Technology),
    ];
    for (word, field) in more {
        let text = said(field);
        if !text.is_empty() {
            statement.push_str(word);
            statement.push_str(text);
        }
    }
    statement.push('.');
    ScopeStatement::Whole(statement)
}

/// As it stands within a sentence.
fn plain(text: &str) -> &str {
    text.trim().trim_end_matches('.').trim_end()
}
