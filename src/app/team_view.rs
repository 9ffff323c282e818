//! The views of the team: their order, their part of the address, and their name.

/// A view of what the team does together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TeamView {
    Agree,
    Copies,
    Questionnaires,
    Record,
}

impl TeamView {
    pub const ALL: [Self; 4] = [
        Self::Agree,
        Self::Copies,
        Self::Questionnaires,
        Self::Record,
    ];

    /// Its part of the address. Empty for the view that opens first.
    pub fn address(self) -> &'static str {
        match self {
            Self::Agree => "",
            Self::Copies => "copies",
            Self::Questionnaires => "questionnaires",
            Self::Record => "record",
        }
    }

    pub fn name(self) -> &'static str {
        match self {
            Self::Agree => "Agree",
            Self::Copies => "Copies",
            Self::Questionnaires => "Questionnaires",
            Self::Record => "Record",
        }
    }

    /// The view with this part of the address, other than the one that opens first.
    pub fn at(address: &str) -> Option<Self> {
        let mut others = Self::ALL.into_iter().skip(1);
        others.find(|view| view.address() == address)
    }
}
