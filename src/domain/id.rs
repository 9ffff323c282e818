//! Identifiers. Each kind has a type of its own, so that a process id is never taken for an attribute id.
//! The text is shared: the engine hands ids on by the thousand with every click.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::sync::Arc;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Arc<str>);

        impl $name {
            pub fn new(text: impl Into<String>) -> Self {
                Self(text.into().into())
            }

            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self::new(text)
            }
        }
    };
}

id!(
    /// A model file: a framework, a reference model or an assessment model.
    ModelId
);
id!(
    /// A process of a reference model, for example `RES-1`.
    ProcessId
);
id!(
    /// A process attribute of a framework, for example `PA2.1`.
    AttributeId
);
id!(
    /// What is rated under an attribute: an outcome (`RES-1.O2`) or an achievement (`PA2.1.c`).
    IndicatorId
);
id!(
    /// A place where a process runs: a project, site, service or team.
    InstanceId
);
id!(
    /// A rating method of a framework: `R1`, `R2` or `R3` in ISO/IEC 33020.
    MethodId
);
id!(
    /// One assessment on this machine.
    AssessmentId
);
id!(
    /// One place where changes are made: a browser tab from opening to closing.
    ReplicaId
);
id!(
    /// A piece of evidence within an assessment.
    EvidenceId
);
id!(
    /// A ready-made selection of processes.
    SelectionId
);
id!(
    /// A variant of the tables of process-related risk.
    VariantId
);
id!(
    /// A phase of the roadmap.
    PhaseId
);
id!(
    /// A target profile kept under a name.
    TargetProfileId
);
id!(
    /// A milestone of an assessment.
    MilestoneId
);
id!(
    /// An improvement action.
    ActionId
);
id!(
    /// Something that stands in the way of change.
    InhibitorId
);
id!(
    /// Somebody whose support the change needs.
    StakeholderId
);
id!(
    /// A remark in the inbox of findings.
    FindingId
);
id!(
    /// Somebody who takes part in the assessment.
    MemberId
);
id!(
    /// A planned interview.
    InterviewId
);
id!(
    /// An approval by the sponsor.
    ApprovalId
);
id!(
    /// A questionnaire that was given to participants.
    QuestionnaireId
);
id!(
    /// The answers of one participant.
    ResponseId
);
id!(
    /// A consistency rule of an assessment model.
    RuleId
);
id!(
    /// A role to which an assessment model addresses questions.
    RoleId
);
