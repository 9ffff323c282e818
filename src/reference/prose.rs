//! How easy the texts of a model read: sentence lengths, and Flesch's reading ease for English.
//!
//! Flesch (1948): 206.835 - 1.015 × words per sentence - 84.6 × syllables per word. 60 to 70 reads as plain English.

/// Figures of some texts.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Prose {
    pub sentences: usize,
    pub words: usize,
    pub syllables: usize,
    /// Words of the longest sentence.
    pub longest: usize,
}

impl Prose {
    pub fn of<'a>(texts: impl IntoIterator<Item = &'a str>) -> Self {
        let mut prose = Self::default();
        for text in texts {
            for sentence in text.split_inclusive(['.', '?', '!', ':']) {
                let words: Vec<&str> = sentence
                    .split_whitespace()
                    .filter(|word| word.contains(|letter: char| letter.is_alphanumeric()))
                    .collect();
                if words.is_empty() {
                    continue;
                }
                prose.sentences += 1;
                prose.words += words.len();
                prose.longest = prose.longest.max(words.len());
                prose.syllables += words.iter().map(|word| syllables(word)).sum::<usize>();
            }
        }
        prose
    }

    /// Words per sentence.
    pub fn mean_length(&self) -> f64 {
        ratio(self.words, self.sentences)
    }

    /// Flesch's figure, rounded. Above 60 is plain.
    pub fn reading_ease(&self) -> f64 {
        (206.835 - 1.015 * self.mean_length() - 84.6 * ratio(self.syllables, self.words)).round()
    }
}

fn ratio(part: usize, whole: usize) -> f64 {
    // Counts of words stay far below 2^52.
    #[allow(clippy::cast_precision_loss)]
    let ratio = part as f64 / whole.max(1) as f64;
    ratio
}

/// Groups of vowels, without a silent e at the end: an estimate that is right for most English words.
fn syllables(word: &str) -> usize {
    let letters: Vec<u8> = word
        .bytes()
        .filter(u8::is_ascii_alphabetic)
        .map(|letter| letter.to_ascii_lowercase())
        .collect();
    let vowel = |letter: &u8| b"aeiouy".contains(letter);
    let groups = letters
        .iter()
        .enumerate()
        .filter(|(at, letter)| vowel(letter) && (*at == 0 || !vowel(&letters[at - 1])))
        .count();
    let silent = match letters.as_slice() {
        [.., before, b'e'] => !vowel(before) && *before != b'l',
        [.., before, b'e', b's'] => !vowel(before) && !b"sxzcgh".contains(before),
        [.., before, b'e', b'd'] => !vowel(before) && !b"td".contains(before),
        _ => false,
    };
    (groups - usize::from(silent && groups > 1)).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Syllables as a dictionary gives them. A silent e within a word is not seen: "management" counts four.
    #[test]
    fn syllables_of_common_words() {
        for (word, expected) in [
            ("change", 1),
            ("table", 2),
            ("service", 2),
            ("incident", 3),
            ("agreed", 2),
            ("closed", 1),
            ("tested", 2),
            ("releases", 3),
            ("RFC", 1),
        ] {
            assert_eq!(syllables(word), expected, "{word}");
        }
    }

    /// 11 words in 2 sentences of 13 syllables: 206.835 - 1.015 × 5.5 - 84.6 × 13 / 11 = 101.3.
    #[test]
    fn a_worked_example() {
        let prose = Prose::of(["The cat sat on the mat. It was a fine evening."]);
        assert_eq!(
            (prose.sentences, prose.words, prose.syllables, prose.longest),
            (2, 11, 13, 6)
        );
        assert!((prose.reading_ease() - 101.0).abs() < f64::EPSILON);
    }
}
