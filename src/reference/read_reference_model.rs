//! Reads a process reference model.

use super::reader::{names, record};
use crate::domain::process::{Outcome, OutcomeKind, Process};
use crate::domain::reference_model::{Group, ReferenceModel, Relation};

record!(ReferenceModel {
    header,
    domain,
    context_of_use,
    community,
    consensus,
    confidence,
    groups,
    processes,
    relations,
});

record!(Group { id, title });

record!(Process {
    id,
    group,
    name,
    purpose,
    aliases,
    outcomes,
});

record!(Outcome { id, kind, text });

names!(OutcomeKind {
    Artefact = "artefact",
    State = "state",
    Constraint = "constraint",
});

record!(Relation { from, to, what });
