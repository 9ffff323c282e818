//! Text measured by arithmetic, so that a picture needs neither fonts nor a page.

/// Width in pixels: rather too much than too little, whatever the font.
pub fn width(text: &str, size: f64) -> f64 {
    text.chars().map(em).sum::<f64>() * size
}

/// The text, or as much of its beginning as fits, with an ellipsis.
pub fn shorten(text: &str, size: f64, room: f64) -> String {
    if width(text, size) <= room {
        return text.to_owned();
    }
    let mut left = room / size - em(ELLIPSIS);
    let start: String = text
        .chars()
        .take_while(|letter| {
            left -= em(*letter);
            left >= 0.0
        })
        .collect();
    format!("{}{ELLIPSIS}", start.trim_end())
}

/// The text without the characters that XML forbids or that break a line.
pub fn printable(text: &str) -> String {
    text.chars()
        .map(|letter| match letter {
            '\u{fffe}' | '\u{ffff}' => ' ',
            _ if letter.is_control() => ' ',
            _ => letter,
        })
        .collect()
}

const ELLIPSIS: char = '…';

/// Width of a character by its kind. Latin letters have 0.56 em on average, capitals more; the scripts from Hangul
/// Jamo upwards are mostly drawn in full squares.
fn em(letter: char) -> f64 {
    match letter {
        'm' | 'w' | 'M' | 'W' | '@' => 0.9,
        '\u{1100}'..='\u{11ff}' | '\u{2e80}'.. => 1.0,
        ELLIPSIS | '—' => 0.9,
        '.' | ',' | ':' | '-' | ' ' | 'i' | 'l' => 0.36,
        _ if letter.is_uppercase() => 0.68,
        _ => 0.56,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_text_stays() {
        assert_eq!(shorten("SMS-1", 10.0, 100.0), "SMS-1");
    }

    #[test]
    fn long_text_fits_after_shortening() {
        let short = shorten("Budgeting and accounting for services", 12.0, 100.0);
        assert!(short.ends_with('…') && short.starts_with("Budgeting"));
        assert!(width(&short, 12.0) <= 100.0);
    }

    #[test]
    fn no_room_leaves_the_ellipsis() {
        assert_eq!(shorten("name", 12.0, -5.0), "…");
    }

    #[test]
    fn forbidden_characters_become_spaces() {
        assert_eq!(printable("a\u{0}b\nc\u{ffff}"), "a b c ");
    }
}
