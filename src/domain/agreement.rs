//! What people agreed on where they had rated differently. Their own ratings stay beside it.

use super::judgement::Judgement;
use serde::{Deserialize, Serialize};

/// An agreed rating. It counts in place of all that people rated, until it is taken away.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Agreement {
    pub judgement: Judgement,
    pub reason: String,
    /// Who agreed.
    pub by: Vec<String>,
    pub how: AgreedHow,
    /// What each had said when it was agreed on. What people say beyond that, nobody who agreed knew of.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub over: Vec<Heard>,
}

/// What one person had said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Heard {
    pub author: String,
    pub judgement: Judgement,
}

/// How a rating was agreed on. ISO/IEC 33002 asks for it in the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AgreedHow {
    Consensus,
    /// The lead assessor decided.
    LeadDecision,
    /// The mean of what each rated.
    Mean,
}

impl Agreement {
    /// Whether it takes in what somebody says: it is what was agreed, or what they had said before.
    pub fn covers(&self, author: &str, judgement: &Judgement) -> bool {
        let heard = |found: &Heard| found.author == author && found.judgement == *judgement;
        *judgement == self.judgement || self.over.iter().any(heard)
    }
}

impl AgreedHow {
    pub const ALL: [Self; 3] = [Self::Consensus, Self::LeadDecision, Self::Mean];
}
