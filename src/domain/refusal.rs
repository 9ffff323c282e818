//! What is wrong with an edit that cannot be made.

use std::fmt;

/// Why an edit is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The first change of an assessment must start it, and no later one may.
    Start,
    /// Its id is not later than all before it.
    Order,
    /// *Not applicable* and settling otherwise need a reason.
    Reason,
    Title,
    LastInstance,
    /// An instance needs a name of its own within the process, so that people and files can tell it.
    InstanceName,
    /// Evidence has to say what it is.
    EvidenceSource,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Start => "An assessment is started by its first change, and by no other.",
            Self::Order => "This change is older than one that is already there.",
            Self::Reason => "Please give a reason. It is listed in the report.",
            Self::Title => "An assessment needs a name.",
            Self::InstanceName => {
                "An instance needs a name that no other instance of the process has."
            }
            Self::EvidenceSource => "Say what the evidence is and where to find it.",
            Self::LastInstance => "A process needs at least one instance. Add another one first.",
        })
    }
}
