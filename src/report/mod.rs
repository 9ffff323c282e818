//! Plain values that any renderer can show: the screen, a CSV file, the command line. All show the same figures.

pub mod bars;
pub mod level_line;
pub mod plan_table;
pub mod profile_table;
pub mod radar;
pub mod table;
pub mod words;
