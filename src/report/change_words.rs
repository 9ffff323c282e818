//! The words of readiness for change.

use crate::domain::stakeholder::{Influence, Stance};

/// From those who speak for a change to those who work against it, with what each stance means.
pub const STANCES: [(Stance, &str, &str); 5] = [
    (Stance::Advocate, "Advocate", "speaks for it unasked"),
    (Stance::Supporter, "Supporter", "helps when asked"),
    (Stance::Undecided, "Undecided", "waits and watches"),
    (Stance::Cynic, "Cynic", "doubts it aloud"),
    (Stance::Assassin, "Assassin", "works against it"),
];

/// From those who move much to those who move little.
pub const INFLUENCES: [(Influence, &str); 3] = [
    (Influence::High, "High"),
    (Influence::Medium, "Medium"),
    (Influence::Low, "Low"),
];
