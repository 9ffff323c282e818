//! Reads what every model file says of itself.

use super::reader::{names, record};
use crate::domain::header::{Confidence, Header};

record!(Header {
    id,
    version,
    title,
    language,
    licence,
    provenance,
});

names!(Confidence {
    Sure = "sure",
    Likely = "likely",
    Unsure = "unsure",
});
