//! Reads a crosswalk.

use super::reader::{names, record};
use crate::domain::crosswalk::{Clause, Crosswalk, CrosswalkKind, Role, Row};

record!(Crosswalk {
    header,
    publication,
    kind,
    reference_models,
    clauses,
});

names!(CrosswalkKind {
    Requirements = "requirements",
    Practices = "practices",
});

record!(Clause { id, title, rows });

record!(Row {
    process,
    role,
    attributes,
    achievements,
    confidence,
    published,
    note,
});

names!(Role {
    Main = "main",
    Supporting = "supporting",
});
