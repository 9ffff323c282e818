//! The views beside the questions, for work with others: their order, their part of the address, and their name.

/// Another view of what is rated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WorkView {
    Workshop,
    Instances,
    Findings,
    Evidence,
}

impl WorkView {
    pub const ALL: [Self; 4] = [
        Self::Workshop,
        Self::Instances,
        Self::Findings,
        Self::Evidence,
    ];

    /// Its part of the address.
    pub fn address(self) -> &'static str {
        match self {
            Self::Workshop => "workshop",
            Self::Instances => "instances",
            Self::Findings => "findings",
            Self::Evidence => "evidence",
        }
    }

    pub fn name(self) -> &'static str {
        match self {
            Self::Workshop => "Workshop",
            Self::Instances => "Instances",
            Self::Findings => "Findings",
            Self::Evidence => "Evidence",
        }
    }

    pub fn at(address: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|view| view.address() == address)
    }
}
