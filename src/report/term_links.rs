//! Finds the terms of a glossary in a text, so that each can lead to its explanation.

use crate::domain::assessment_model::Term;

/// A piece of a text: plain, or a term with its place in the glossary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece<'a> {
    pub text: &'a str,
    pub term: Option<usize>,
}

/// Cuts a text at the terms in it. Longer terms win over shorter ones; each term is marked once, where it comes first.
pub fn pieces<'a>(text: &'a str, glossary: &[Term]) -> Vec<Piece<'a>> {
    let mut pieces = Vec::new();
    let mut used = Vec::new();
    let (mut plain, mut at) = (0, 0);
    while at < text.len() {
        let found = starts_word(text, at)
            .then(|| longest(text, at, glossary))
            .flatten()
            .filter(|(index, _)| !used.contains(index));
        if let Some((index, length)) = found {
            if plain < at {
                pieces.push(Piece {
                    text: &text[plain..at],
                    term: None,
                });
            }
            pieces.push(Piece {
                text: &text[at..at + length],
                term: Some(index),
            });
            used.push(index);
            at += length;
            plain = at;
        } else {
            at += text[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    if plain < text.len() {
        pieces.push(Piece {
            text: &text[plain..],
            term: None,
        });
    }
    pieces
}

/// The longest form of any term that stands at a place as a whole word, with its length.
fn longest(text: &str, at: usize, glossary: &[Term]) -> Option<(usize, usize)> {
    // Compared in place: this runs for every word of the guidance with every click.
    let rest = &text.as_bytes()[at..];
    let mut best: Option<(usize, usize)> = None;
    for (index, term) in glossary.iter().enumerate() {
        for form in term.forms.iter().chain([&term.term]) {
            let longer = best.is_none_or(|(_, length)| form.len() > length);
            let stands = rest
                .get(..form.len())
                .is_some_and(|start| start.eq_ignore_ascii_case(form.as_bytes()));
            if longer && stands && ends_word(text, at + form.len()) {
                best = Some((index, form.len()));
            }
        }
    }
    best
}

/// A hyphen joins a word, so that an id such as SMS-1 is no term.
fn in_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '-'
}

fn starts_word(text: &str, at: usize) -> bool {
    !text[..at].chars().next_back().is_some_and(in_word)
}

fn ends_word(text: &str, at: usize) -> bool {
    !text[at..].chars().next().is_some_and(in_word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn glossary() -> Vec<Term> {
        let term = |term: &str, forms: &[&str]| Term {
            term: term.to_owned(),
            forms: forms.iter().map(|&form| form.to_owned()).collect(),
            meaning: String::new(),
        };
        vec![
            term("Configuration item", &["configuration items", "CI"]),
            term("Configuration item record", &[]),
            term("Service management system", &["SMS"]),
        ]
    }

    /// The text with each term in brackets.
    fn marked(text: &str) -> String {
        let glossary = glossary();
        let pieces = pieces(text, &glossary).into_iter();
        pieces
            .map(|piece| match piece.term {
                Some(index) => format!("[{index}:{}]", piece.text),
                None => piece.text.to_owned(),
            })
            .collect()
    }

    #[test]
    fn terms_are_found_in_any_case_as_whole_words() {
        assert_eq!(marked("Each CI is listed."), "Each [0:CI] is listed.");
        assert_eq!(marked("configuration items"), "[0:configuration items]");
        assert_eq!(marked("A circle, a scion."), "A circle, a scion.");
    }

    #[test]
    fn the_longer_term_wins() {
        assert_eq!(
            marked("A configuration item record exists."),
            "A [1:configuration item record] exists."
        );
    }

    #[test]
    fn an_id_is_no_term() {
        assert_eq!(marked("SMS-1 serves the SMS."), "SMS-1 serves the [2:SMS].");
    }

    #[test]
    fn a_term_is_marked_once() {
        assert_eq!(marked("CI after CI"), "[0:CI] after CI");
        assert_eq!(marked("Größe des CI"), "Größe des [0:CI]");
    }
}
