//! Report values in, SVG text out, through plotters. Knows nothing of the page.
//!
//! The same values give the same text, natively and in the browser: `canvas.rs` tells how.

pub mod bars;
pub mod palette;
pub mod radar;
pub mod size;

mod axis_labels;
mod canvas;
mod figure;
mod legend;
mod marks;
mod measures;
mod polar;
mod room;
mod runs;
mod text;
