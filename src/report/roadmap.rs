//! What a roadmap shows, before anybody draws it.

/// Improvement actions over quarters, in lanes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Roadmap {
    pub title: String,
    pub description: String,
    /// In order of time, without gaps between them.
    pub quarters: Vec<QuarterLoad>,
    /// One for each phase.
    pub lanes: Vec<Lane>,
}

/// What one quarter has to carry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuarterLoad {
    pub name: String,
    /// Its length.
    pub days: u32,
    /// Planned effort in person-hours.
    pub hours: u32,
    /// What the people have for it, in person-hours; none where nobody has said.
    pub capacity: Option<u32>,
}

/// One phase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lane {
    pub name: String,
    pub bars: Vec<RoadmapBar>,
}

/// One action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoadmapBar {
    /// Short, such as "3"; no two bars of a roadmap have the same.
    pub label: String,
    pub name: String,
    pub owner: String,
    /// First day, counted from the first day of the first quarter.
    pub from: u32,
    /// Last day, counted in the same way.
    pub to: u32,
    pub state: BarState,
    /// Labels of the bars that must come before.
    pub needs: Vec<String>,
}

/// How far an action is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BarState {
    Planned,
    Started,
    Done,
    /// Due, and not done.
    Late,
}
