//! Report values in, SVG text out, through plotters. Knows nothing of the page.
//!
//! The same values give the same text, natively and in the browser: `canvas.rs` tells how.

pub mod bars;
pub mod dark_style;
pub mod multiples;
pub mod overlay;
pub mod palette;
pub mod qr_code;
pub mod quick_wins;
pub mod radar;
pub mod risk_map;
pub mod roadmap;
pub mod size;
pub mod slope;
pub mod spots;
pub mod trend;
pub mod trend_panels;

mod axis_labels;
mod bars_legend;
mod canvas;
mod chips;
mod effort_by_gain;
mod figure;
mod lanes;
mod legend;
mod marks;
mod measures;
mod needs;
mod pieces;
mod point_names;
mod polar;
mod quarter_loads;
mod radar_grid;
mod risk_row;
mod roadmap_bars;
mod room;
mod runs;
mod series;
mod slope_marks;
mod slope_slots;
mod spread;
mod text;
mod ticks;
mod time_marks;
mod timeline;
mod trend_bands;
mod trend_readings;
mod trend_steps;
