//! Test 1 of a data file: the header says what the file is, where it comes from and under which licence.

use super::problem::Problems;
use crate::domain::header::Header;
use std::collections::BTreeSet;

/// Checks the fields that every model file has.
pub fn check_header(header: &Header, problems: &mut Problems) {
    let fields = [
        ("header.id", header.id.as_str()),
        ("header.version", &header.version),
        ("header.title", &header.title),
        ("header.language", &header.language),
        ("header.licence", &header.licence),
        ("header.provenance", &header.provenance),
    ];
    for (place, text) in fields {
        check_filled(place, text, problems);
    }
}

/// A text that must not be empty.
pub fn check_filled(place: &str, text: &str, problems: &mut Problems) {
    if text.trim().is_empty() {
        problems.error(place, "This must not be empty.");
    }
}

/// Finds texts that stand twice, each with its place.
pub fn check_unique<'a>(
    what: &str,
    texts: impl IntoIterator<Item = (String, &'a str)>,
    problems: &mut Problems,
) {
    for (place, text) in repeated(texts) {
        problems.error(place, format!("The {what} \"{text}\" stands twice."));
    }
}

/// The texts that stood before already, whatever their case.
pub fn repeated<'a>(
    texts: impl IntoIterator<Item = (String, &'a str)>,
) -> impl Iterator<Item = (String, &'a str)> {
    let mut seen = BTreeSet::new();
    texts
        .into_iter()
        .filter(move |(_, text)| !seen.insert(text.trim().to_ascii_lowercase()))
}
