//! The sections of a report. Whoever makes one chooses which of them it has.

/// One section.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ReportSection {
    /// For management, on one page.
    Summary,
    Profile,
    Levels,
    Risks,
    Findings,
    Agreements,
    Evidence,
    Exclusions,
    Doubts,
    Plan,
    Record,
}

impl ReportSection {
    /// In the order of the report.
    pub const ALL: [Self; 11] = [
        Self::Summary,
        Self::Profile,
        Self::Levels,
        Self::Risks,
        Self::Findings,
        Self::Agreements,
        Self::Evidence,
        Self::Exclusions,
        Self::Doubts,
        Self::Plan,
        Self::Record,
    ];

    /// The word under which a choice of it is kept, and the place that links go to.
    pub fn id(self) -> &'static str {
        match self {
            Self::Summary => "summary",
            Self::Profile => "profile",
            Self::Levels => "levels",
            Self::Risks => "risks",
            Self::Findings => "findings",
            Self::Agreements => "agreements",
            Self::Evidence => "evidence",
            Self::Exclusions => "exclusions",
            Self::Doubts => "doubts",
            Self::Plan => "plan",
            Self::Record => "record",
        }
    }

    pub fn title(self) -> &'static str {
        match self {
            Self::Summary => "Summary for management",
            Self::Profile => "Profiles",
            Self::Levels => "Each level and its reason",
            Self::Risks => "Process-related risk",
            Self::Findings => "Findings and notes",
            Self::Agreements => "Agreed ratings",
            Self::Evidence => "Evidence",
            Self::Exclusions => "What is left out, and why",
            Self::Doubts => "Doubts about ratings",
            Self::Plan => "Improvement plan",
            Self::Record => "Assessment record",
        }
    }

    /// What it holds, for those who choose.
    pub fn holds(self) -> &'static str {
        match self {
            Self::Summary => "One page: levels, targets, greatest risks, first actions.",
            Self::Profile => "Level of each process, and its attribute ratings.",
            Self::Levels => "One part a process: why its level, and what holds it back.",
            Self::Risks => "What the gaps to the target may lead to.",
            Self::Findings => "Strengths, weaknesses and other remarks, and notes.",
            Self::Agreements => "Where people rated differently, and what they settled on.",
            Self::Evidence => "Every piece, and what rests on it.",
            Self::Exclusions => "What does not apply, and processes out of scope.",
            Self::Doubts => "Ratings that seem not to fit together, with what people say to it.",
            Self::Plan => "Actions, roadmap, and gaps that nothing is planned for.",
            Self::Record => "Input, plan, team, interviews and approvals, where a record is kept.",
        }
    }
}
