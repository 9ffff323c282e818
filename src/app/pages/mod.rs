//! One page a file.

pub mod again;
pub mod compare;
pub mod glossary;
pub mod home;
pub mod models;
pub mod new;
pub mod not_found;
pub mod not_loaded;
pub mod not_open;
pub mod over_time;
pub mod plan;
pub mod portfolio;
pub mod profile;
pub mod rate;
pub mod readiness;
pub mod report;
pub mod respond;
pub mod response;
pub mod set_up;
pub mod settings;
pub mod share;
pub mod team;
pub mod work;
