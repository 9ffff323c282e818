//! Reads a process reference model.

use super::reader::{names, record};
use crate::domain::process::{Outcome, OutcomeKind, Process};
use crate::domain::reference_model::{
    Foundation, Group, ReferenceModel, Relation, Succession, SuccessionKind,
};

record!(ReferenceModel {
    header,
    domain,
    context_of_use,
    community,
    consensus,
    confidence,
    builds_on,
    groups,
    processes,
    relations;
    successions,
});

record!(Foundation { model, processes });

record!(Succession { from, to, how });

names!(SuccessionKind {
    Split = "split",
    Part = "part",
    Revised = "revised",
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
