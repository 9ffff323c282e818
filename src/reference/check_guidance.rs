//! Checks guidance as data: no part is missing, no text stands twice, nothing is filler.

use super::check_header::{check_filled, repeated};
use super::problem::Problems;
use crate::domain::assessment_model::AssessmentModel;

/// What says nothing. A first useful step does not hide behind these.
const FILLER: [&str; 11] = [
    "ensure that",
    "as appropriate",
    "appropriate",
    "adequate",
    "effectively",
    "in a timely manner",
    "where applicable",
    "as necessary",
    "leverage",
    "holistic",
    "robust",
];

/// Checks all guidance of an assessment model.
pub fn check_guidance(model: &AssessmentModel, problems: &mut Problems) {
    let texts = model.all_guidance().flat_map(|(place, guidance)| {
        let texts: Vec<_> = guidance.texts().collect();
        texts
            .into_iter()
            .map(move |(field, text)| (format!("{place}.{field}"), text))
    });
    let texts: Vec<(String, &str)> = texts.collect();
    for (place, text) in &texts {
        check_filled(place, text, problems);
        if let Some(filler) = filler(text) {
            problems.warning(
                place,
                format!("\"{filler}\" says nothing. Say what one would see."),
            );
        }
    }
    for (place, text) in repeated(texts) {
        if !text.trim().is_empty() {
            problems.warning(
                place,
                "The same text stands before already. Say what is particular here.",
            );
        }
    }
    for (place, guidance) in model.all_guidance() {
        let wanted = 2..=3;
        if !wanted.contains(&guidance.look_for.len()) {
            problems.warning(
                format!("{place}.look_for"),
                "Two or three things to look for help most.",
            );
        }
        for (number, text) in guidance.look_for.iter().enumerate() {
            check_filled(&format!("{place}.look_for[{number}]"), text, problems);
        }
    }
    for (index, entry) in model.generic_guidance.iter().enumerate() {
        if entry.guidance.example.is_none() {
            problems.warning(
                format!("generic_guidance[{index}].guidance"),
                "A generic text needs an example.",
            );
        }
    }
}

/// The first filler in a text, as whole words.
fn filler(text: &str) -> Option<&'static str> {
    let words = format!(
        " {} ",
        text.to_ascii_lowercase()
            .replace([',', '.', ';', ':', '?'], " ")
    );
    FILLER
        .into_iter()
        .find(|filler| words.contains(&format!(" {filler} ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn filler_is_found_as_whole_words() {
        assert_eq!(
            filler("Ensure that appropriate records are kept."),
            Some("ensure that")
        );
        assert_eq!(filler("Records are inadequate."), None);
        assert_eq!(
            filler("Reviews happen, as necessary."),
            Some("as necessary")
        );
    }
}
