//! Plumbline: process capability assessment. The architecture is told in `src/README.md`.

pub mod app;
pub mod chart;
pub mod domain;
pub mod exchange;
pub mod reference;
pub mod report;
pub mod storage;

#[cfg(not(target_arch = "wasm32"))]
pub mod command;
