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
    EvidenceTitle,
    /// A picture of evidence is larger than [`super::evidence::LARGEST_IMAGE`].
    ImageSize,
    Finding,
    /// An agreed rating has to say who agreed.
    AgreedBy,
    /// A weight of 0 would take an instance out without saying so.
    Weight,
    MemberName,
    ApprovedBy,
    QuestionnaireTitle,
    /// The assessment is finalised.
    Finalised,
    ActionTitle,
    /// More hours than a plan can hold.
    Hours,
    Gain,
    /// A measure has to say what is measured.
    Measure,
    Inhibitor,
    Stakeholder,
    PhaseTitle,
    /// A target profile is found again by its name.
    ProfileName,
    /// A milestone is found again by its name.
    MilestoneName,
    /// A unit that another one is part of has to be named.
    UnitName,
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
            Self::EvidenceTitle => "Say what the evidence is.",
            Self::ImageSize => {
                "This picture is too large, even made smaller. Up to 150 kB can be kept; cut out what matters."
            }
            Self::Finding => "Write down what was remarked.",
            Self::AgreedBy => "Say who agreed.",
            Self::Weight => {
                "A weight is a whole number from 1 to 100. To leave an instance out, remove it."
            }
            Self::MemberName => "A member of the team needs a name.",
            Self::ApprovedBy => "Say who approved it.",
            Self::QuestionnaireTitle => "A questionnaire needs a title.",
            Self::Finalised => {
                "This assessment is finalised, so it cannot be changed. Open it again on the Record page first."
            }
            Self::ActionTitle => "An action needs a title.",
            Self::Hours => "That is more than 200,000 hours. Please check the number.",
            Self::Gain => "The gain is a number from 1 to 5.",
            Self::Measure => "Say what is measured.",
            Self::Inhibitor => "Say what stands in the way.",
            Self::Stakeholder => "A stakeholder needs a name or a role.",
            Self::PhaseTitle => "A phase needs a name.",
            Self::ProfileName => "A target profile needs a name.",
            Self::MilestoneName => "A milestone needs a name.",
            Self::UnitName => "Name the unit that it is part of.",
            Self::LastInstance => "A process needs at least one instance. Add another one first.",
        })
    }
}
