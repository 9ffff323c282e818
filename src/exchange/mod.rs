//! Files in and out: the assessment file and CSV. Reads what it can and tells the rest.

pub mod audit;
pub mod backup;
pub mod backup_reader;
mod base64;
pub mod calendar;
pub mod check_record;
pub mod csv_text;
pub mod envelope;
pub mod levels_csv;
pub mod locked;
pub mod milestone_hash;
pub mod model_csv;
mod model_fields;
mod model_json;
mod model_rows;
mod plan_cells;
mod plan_fields;
pub mod plan_import;
mod plan_rows;
pub mod plan_table;
pub mod private;
pub mod ratings_import;
pub mod ratings_table;
pub mod restore;
pub mod restore_difference;
pub mod without_names;
