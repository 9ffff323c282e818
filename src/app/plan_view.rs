//! The views of the plan: the order in which they are listed, their part of the address, and their name.

/// A view of the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanView {
    Actions,
}

impl PlanView {
    /// All views, in the order in which people need them.
    pub const ALL: [Self; 1] = [Self::Actions];

    /// Its part of the address. Empty for the view that opens first.
    pub fn address(self) -> &'static str {
        match self {
            Self::Actions => "",
        }
    }

    pub fn name(self) -> &'static str {
        match self {
            Self::Actions => "Actions",
        }
    }

    /// The view with this part of the address, other than the one that opens first.
    pub fn at(address: &str) -> Option<Self> {
        let mut others = Self::ALL.into_iter().skip(1);
        others.find(|view| view.address() == address)
    }
}
