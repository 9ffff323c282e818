//! Model files in, models and problems out. Nothing here panics on what a file holds.

mod build_on;
pub mod catalogue;
pub mod check_assessment_model;
pub mod check_crosswalk;
pub mod check_framework;
mod check_glossary;
mod check_guidance;
pub mod check_header;
mod check_phases;
pub mod check_reference_model;
mod check_risk;
mod check_roles;
pub mod document;
pub mod fingerprint;
pub mod library;
pub mod node;
pub mod place;
pub mod problem;
pub mod prose;
mod read_assessment_model;
mod read_crosswalk;
mod read_framework;
mod read_header;
mod read_reference_model;
pub mod reader;
mod successors;
pub mod wording;
