//! A consistency rule of an assessment model: ratings that do not go together.

use super::id::RuleId;
use super::indicator_ref::IndicatorRef;
use super::scale::Rating;

/// Where all conditions hold, there is a doubt about what the first one is about.
#[derive(Clone, Debug, PartialEq)]
pub struct Rule {
    pub id: RuleId,
    /// What does not go together, in one plain sentence.
    pub text: String,
    pub when: Vec<Condition>,
}

/// Holds where one of its indicators is all that it says. One that is not rated fulfils nothing.
#[derive(Clone, Debug, PartialEq)]
pub struct Condition {
    /// Alternatives. Empty: any indicator.
    pub items: Vec<IndicatorRef>,
    /// Rated this or higher.
    pub at_least: Option<Rating>,
    /// Rated this or lower.
    pub at_most: Option<Rating>,
    /// No evidence is cited for it.
    pub without_evidence: bool,
}
