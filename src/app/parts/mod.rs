//! Parts that pages are made of.

pub mod attribute_section;
pub mod choices;
pub mod crosswalk_view;
pub mod dialog;
pub mod evidence_list;
pub mod figure;
pub mod file_button;
pub mod guidance_panel;
pub mod head_line;
pub mod import_preview;
pub mod indicator_row;
pub mod key_help;
pub mod level_badge;
pub mod level_panel;
pub mod linked_text;
pub mod notice;
pub mod process_list;
pub mod progress_bar;
pub mod rate_keys;
pub mod rating_files;
pub mod save_mark;
pub mod scope_list;
pub mod sections;
pub mod settle;
pub mod sheet;
pub mod ways_up;
