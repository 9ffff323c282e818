//! The views of the plan: the order in which they are listed, their part of the address, and their name.

/// A view of the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanView {
    Actions,
    Targets,
    Risk,
    Path,
    QuickWins,
    Roadmap,
    Change,
    WhatIf,
    Print,
}

impl PlanView {
    /// All views, in the order in which people need them.
    pub const ALL: [Self; 9] = [
        Self::Actions,
        Self::Targets,
        Self::Risk,
        Self::Path,
        Self::QuickWins,
        Self::Roadmap,
        Self::Change,
        Self::WhatIf,
        Self::Print,
    ];

    /// Its part of the address. Empty for the view that opens first.
    pub fn address(self) -> &'static str {
        match self {
            Self::Actions => "",
            Self::Targets => "targets",
            Self::Risk => "risk",
            Self::Path => "path",
            Self::QuickWins => "quick-wins",
            Self::Roadmap => "roadmap",
            Self::Change => "change",
            Self::WhatIf => "what-if",
            Self::Print => "print",
        }
    }

    pub fn name(self) -> &'static str {
        match self {
            Self::Actions => "Actions",
            Self::Targets => "Targets",
            Self::Risk => "Risk",
            Self::Path => "Smallest path",
            Self::QuickWins => "Quick wins",
            Self::Roadmap => "Roadmap",
            Self::Change => "Readiness for change",
            Self::WhatIf => "What if",
            Self::Print => "Print",
        }
    }

    /// The view with this part of the address, other than the one that opens first.
    pub fn at(address: &str) -> Option<Self> {
        let mut others = Self::ALL.into_iter().skip(1);
        others.find(|view| view.address() == address)
    }
}
