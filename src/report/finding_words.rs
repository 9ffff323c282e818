//! What the kinds of findings are called, the same wherever they are shown.

use crate::domain::finding::FindingKind;

/// "Strength".
pub fn kind(kind: FindingKind) -> &'static str {
    match kind {
        FindingKind::Strength => "Strength",
        FindingKind::Weakness => "Weakness",
        FindingKind::Opportunity => "Opportunity",
        FindingKind::Risk => "Risk",
        FindingKind::Question => "Question",
    }
}

/// The kind that a word stands for.
pub fn kind_of(word: &str) -> Option<FindingKind> {
    let mut all = FindingKind::ALL.into_iter();
    all.find(|found| kind(*found) == word)
}

/// The heading over several of a kind: "Strengths".
pub fn kinds(kind: FindingKind) -> &'static str {
    match kind {
        FindingKind::Strength => "Strengths",
        FindingKind::Weakness => "Weaknesses",
        FindingKind::Opportunity => "Opportunities",
        FindingKind::Risk => "Risks",
        FindingKind::Question => "Questions",
    }
}
