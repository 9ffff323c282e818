//! Checks a glossary: terms are explained once, and abbreviations in the guidance are explained at all.

use super::check_header::{check_filled, check_unique};
use super::problem::Problems;
use crate::domain::assessment_model::AssessmentModel;
use std::collections::BTreeSet;

/// Checks the glossary of an assessment model. A model need not have one.
pub fn check_glossary(model: &AssessmentModel, problems: &mut Problems) {
    if model.glossary.is_empty() {
        return;
    }
    let terms = model.glossary.iter().enumerate().flat_map(|(index, term)| {
        let own = (format!("glossary[{index}].term"), term.term.as_str());
        let forms = term.forms.iter().enumerate();
        let forms =
            forms.map(move |(at, form)| (format!("glossary[{index}].forms[{at}]"), form.as_str()));
        std::iter::once(own).chain(forms)
    });
    check_unique("term", terms, problems);
    for (index, term) in model.glossary.iter().enumerate() {
        check_filled(&format!("glossary[{index}].term"), &term.term, problems);
        check_filled(
            &format!("glossary[{index}].meaning"),
            &term.meaning,
            problems,
        );
    }
    let mut known = BTreeSet::new();
    for form in model
        .glossary
        .iter()
        .flat_map(|term| term.forms.iter().chain([&term.term]))
    {
        for word in form.split_whitespace() {
            known.insert(word.to_owned());
        }
    }
    for (place, guidance) in model.all_guidance() {
        let texts = guidance.texts().map(|(_, text)| text);
        let texts = texts.chain(guidance.look_for.iter().map(String::as_str));
        for abbreviation in texts.flat_map(abbreviations) {
            if !known.contains(abbreviation) {
                problems.warning(
                    &place,
                    format!("The glossary does not explain \"{abbreviation}\"."),
                );
            }
        }
    }
}

/// Words of two capitals or more, such as RFC.
fn abbreviations(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_ascii_alphanumeric())
        .filter(|word| word.bytes().filter(u8::is_ascii_uppercase).count() > 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn abbreviations_are_words_of_capitals() {
        let found: Vec<&str> =
            abbreviations("Each RFC, SLAs too, and IT; not A or Plan.").collect();
        assert_eq!(found, ["RFC", "SLAs", "IT"]);
    }
}
