//! What a chart of effort by gain shows, before anybody draws it.

/// Improvement actions placed by what they take and what they bring.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuickWins {
    pub title: String,
    pub description: String,
    /// Right end of the effort axis in person-hours, at least 8.
    pub most_hours: u32,
    /// Upper end of the gain axis.
    pub most_gain: u8,
    pub wins: Vec<Win>,
}

/// One action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Win {
    /// Short, such as "3".
    pub label: String,
    pub name: String,
    /// Effort in person-hours.
    pub hours: u32,
    pub gain: u8,
}
