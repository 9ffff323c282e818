//! The keys of the Rate page. One table: what the page does, and what the help lists.

/// What a key asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Rate with the rating that starts with this letter, and move on.
    Rate(char),
    /// Make the present rating the upper (true) or lower half of its step.
    Refine(bool),
    /// Say again what was carried over, and move on.
    Confirm,
    ClearRating,
    Next,
    Previous,
    NextUnrated,
    NextProcess,
    PreviousProcess,
    Search,
    Note,
    Help,
}

/// One line of the help.
pub struct KeyHelp {
    pub keys: &'static [&'static str],
    pub does: &'static str,
}

/// All keys, in the order in which people learn them.
pub const HELP: [KeyHelp; 12] = [
    KeyHelp {
        keys: &["N", "P", "L", "F"],
        does: "Rate and move on",
    },
    KeyHelp {
        keys: &["+", "-"],
        does: "Upper or lower half of P or L, where the framework has halves",
    },
    KeyHelp {
        keys: &["C"],
        does: "Confirm what was carried over and move on",
    },
    KeyHelp {
        keys: &["Del"],
        does: "Not rated again",
    },
    KeyHelp {
        keys: &["↓", "↑"],
        does: "Next or previous question",
    },
    KeyHelp {
        keys: &["←", "→"],
        does: "Move along the choices",
    },
    KeyHelp {
        keys: &["U"],
        does: "Next question that is not rated",
    },
    KeyHelp {
        keys: &["]", "["],
        does: "Next or previous process",
    },
    KeyHelp {
        keys: &["M"],
        does: "Write a note (memo)",
    },
    KeyHelp {
        keys: &["/"],
        does: "Search",
    },
    KeyHelp {
        keys: &["Ctrl Z", "Ctrl Y"],
        does: "Undo, redo",
    },
    KeyHelp {
        keys: &["?"],
        does: "This list",
    },
];

/// What a key means on the Rate page, outside text fields. `first_letters` are those of the scale.
pub fn action(key: &str, first_letters: &[char]) -> Option<Action> {
    Some(match key {
        "ArrowDown" => Action::Next,
        "ArrowUp" => Action::Previous,
        "Delete" | "Backspace" => Action::ClearRating,
        "+" => Action::Refine(true),
        "-" => Action::Refine(false),
        "]" => Action::NextProcess,
        "[" => Action::PreviousProcess,
        "/" => Action::Search,
        "?" => Action::Help,
        _ => {
            let mut letters = key.chars();
            let (Some(letter), None) = (letters.next(), letters.next()) else {
                return None;
            };
            let letter = letter.to_ascii_uppercase();
            match letter {
                _ if first_letters.contains(&letter) => Action::Rate(letter),
                'C' => Action::Confirm,
                'U' => Action::NextUnrated,
                'M' => Action::Note,
                _ => return None,
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const LETTERS: [char; 4] = ['N', 'P', 'L', 'F'];

    #[test]
    fn letters_of_the_scale_rate_in_any_case() {
        assert_eq!(action("l", &LETTERS), Some(Action::Rate('L')));
        assert_eq!(action("F", &LETTERS), Some(Action::Rate('F')));
    }

    #[test]
    fn a_scale_may_take_a_letter_over() {
        assert_eq!(action("u", &LETTERS), Some(Action::NextUnrated));
        assert_eq!(action("u", &['U']), Some(Action::Rate('U')));
    }

    #[test]
    fn other_keys_mean_nothing() {
        for key in ["x", "F5", "Enter", "Tab", "ü", ""] {
            assert_eq!(action(key, &LETTERS), None, "{key}");
        }
    }
}
