//! Plain values that any renderer can show: the screen, a CSV file, the command line. All show the same figures.

pub mod action_list;
pub mod bars;
pub mod change_words;
pub mod crosswalk_list;
pub mod forecast;
pub mod level_line;
pub mod measures;
pub mod more_time;
pub mod new_action;
pub mod path_list;
pub mod plan_draft;
pub mod plan_report;
pub mod plan_words;
pub mod profile_table;
pub mod promises;
pub mod quick_wins;
pub mod radar;
pub mod readiness_table;
pub mod risk_map;
pub mod risk_table;
pub mod roadmap;
pub mod roadmap_view;
pub mod table;
pub mod term_links;
pub mod typed;
pub mod words;
