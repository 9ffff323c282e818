//! In which role somebody knows a process, and what is asked of those in it.

use super::id::RoleId;
use super::indicator_ref::{IndicatorRef, Named};

/// A role of an assessment model, for questionnaires.
#[derive(Clone, Debug, PartialEq)]
pub struct Role {
    pub id: RoleId,
    pub title: String,
    /// Who is meant.
    pub meaning: String,
    /// What alone is asked. Empty where everything is.
    pub asked: Vec<IndicatorRef>,
    /// What is left out of it.
    pub not_asked: Vec<IndicatorRef>,
}

impl Role {
    /// Whether those in this role are asked about an indicator.
    pub fn is_asked(&self, named: Named<'_>) -> bool {
        let among = |list: &[IndicatorRef]| list.iter().any(|item| item.names(named));
        (self.asked.is_empty() || among(&self.asked)) && !among(&self.not_asked)
    }
}
