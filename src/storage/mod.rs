//! Keeping changes: a small store of texts, and the journal of each assessment over it.

#[cfg(target_arch = "wasm32")]
pub mod browser;
pub mod journal;
pub mod memory;
pub mod own_models;
pub mod store;
