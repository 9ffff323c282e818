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

impl AgreedHow {
    pub const ALL: [Self; 3] = [Self::Consensus, Self::LeadDecision, Self::Mean];
}
