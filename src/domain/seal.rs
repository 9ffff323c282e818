//! The seal of a finalised assessment: what fixes it, so that anyone can tell later whether it is what it was.

use serde::{Deserialize, Serialize};

/// What was finalised. The hashes are made and held against the changes by `exchange/seal_hash.rs`. Who finalised it and when, the
/// change says that holds the seal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Seal {
    /// SHA-256 over models, engine, changes, and who finalised when, in hexadecimal.
    pub hash: String,
    /// SHA-256 over the levels and attribute ratings that came out, in hexadecimal.
    pub results: String,
    /// SHA-256 over the files of assessment model, reference model and measurement framework, in hexadecimal.
    pub models: String,
    /// How many changes it covers.
    pub changes: u32,
    /// The version of the engine that computed the results.
    pub engine: String,
}
