//! What an assessment is and what follows from it. Knows std and serde only: no clock, no randomness, no input or output.

pub mod aggregation;
pub mod assessment;
pub mod assessment_model;
pub mod cell;
pub mod change;
pub mod crosswalk;
pub mod edit;
pub mod explanation;
pub mod framework;
pub mod gap;
pub mod header;
pub mod id;
pub mod judgement;
pub mod level;
pub mod model;
pub mod plan;
pub mod process;
pub mod process_state;
pub mod profile;
pub mod raise;
pub mod readiness;
pub mod reference_model;
pub mod result;
pub mod scale;
pub mod subject;
pub mod target;
