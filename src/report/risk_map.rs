//! What a risk map shows, before anybody draws it.

/// Processes placed by probability and consequence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RiskMap {
    pub title: String,
    pub description: String,
    /// Extents of a gap, from small to large: the larger, the more probable is a problem.
    pub columns: Vec<String>,
    /// Levels, the lowest first: its gaps weigh most.
    pub rows: Vec<RiskRow>,
    /// Labels of the processes whose risk is not known.
    pub unknown: Vec<String>,
    /// Labels of the processes without gap.
    pub clear: Vec<String>,
}

/// One level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RiskRow {
    pub name: String,
    /// One for each column.
    pub cells: Vec<RiskCell>,
}

/// What a gap of that extent at that level means, and which processes have one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RiskCell {
    pub risk: RiskShade,
    /// The risk as shown.
    pub word: String,
    /// Labels of the processes.
    pub processes: Vec<String>,
}

/// How much a risk stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RiskShade {
    None,
    Low,
    Medium,
    High,
}
