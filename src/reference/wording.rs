//! Hints on the wording of outcomes (test 3 of a data file). They are hints: an outcome may have good reasons.

/// Words that belong to level 2 and above.
const HIGHER_LEVEL_WORDS: [&str; 9] = [
    "planned",
    "managed",
    "monitored",
    "reviewed regularly",
    "measured",
    "improved",
    "standard process",
    "competent",
    "tailored",
];

/// A word in an outcome that belongs to a higher level.
pub fn higher_level_word(text: &str) -> Option<&'static str> {
    let padded = format!(
        " {} ",
        text.to_ascii_lowercase().replace([',', '.', ';', ':'], " ")
    );
    HIGHER_LEVEL_WORDS
        .into_iter()
        .find(|word| padded.contains(&format!(" {word} ")))
}

/// Two results joined in one sentence: a participle, "and", another participle.
pub fn joins_two_results(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let participle =
        |word: &str| word.trim_end_matches([',', '.']).ends_with("ed") && word.len() > 4;
    words
        .windows(3)
        .any(|three| three[1] == "and" && participle(three[0]) && participle(three[2]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_words_of_higher_levels() {
        assert_eq!(
            higher_level_word("Capacity is monitored."),
            Some("monitored")
        );
        assert_eq!(
            higher_level_word("Unplanned outages are investigated."),
            None
        );
    }

    #[test]
    fn finds_two_results_in_one() {
        assert!(joins_two_results("Incidents are recorded and classified."));
        assert!(!joins_two_results("Incidents and requests are recorded."));
    }
}
